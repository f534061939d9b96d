"""R23: one indicator says the same in table 11, in its project's form and in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..tables import Block, Budget, Form, Indicator, Place, Value
from . import goal_texts
from .base import ERROR, WARNING, Findings
from .forms import alike
from .goal_texts import name_of


def check(budget: Budget, found: Findings) -> None:
    blocks = budget.overall.blocks if budget.overall else []
    pairs = _assigned(blocks, budget.forms)
    for form in budget.forms:
        mine = [block for block, owner in pairs if owner is form]
        _project(form, mine, budget, found)
        _one_sided(form, found)
    _within(blocks, pairs, found)
    _long_and_annual(blocks, found)
    _conditional(budget, found)
    _people(budget, found)
    _counts(budget, found)
    goal_texts.check(budget, found)


def _assigned(blocks: list[Block], forms: list[Form]) -> list[tuple[Block, Form | None]]:
    """Each block of table 11 with the form whose indicators it repeats."""
    found: list[tuple[Block, Form | None]] = []
    for block in blocks:
        names = {name_of(one.name) for one in block.indicators}
        best, owner = 0.0, None
        for form in forms:
            mine = {name_of(one.name) for part in form.blocks for one in part.indicators}
            share = len(names & mine) / max(1, min(len(names), len(mine)))
            if share > best:
                best, owner = share, form
        found.append((block, owner if best >= 0.6 else None))
    if len({id(owner) for _, owner in found}) == 1 and len(forms) > 1:
        # every form repeats the same indicators: each is compared with each
        return found
    return found


def _shown(value: Value) -> str:
    return value.text or "空"


def _project(form: Form, blocks: list[Block], budget: Budget, found: Findings) -> None:
    every = [*blocks, *form.blocks]
    twins = [other for other in budget.forms if other is not form and _names(other) == _names(form)]
    for other in twins:
        if budget.forms.index(other) > budget.forms.index(form):
            every += other.blocks
    tasks = budget.overall.tasks if budget.overall else []
    for name, group in _grouped(every).items():
        _group(name, group, tasks if any("满意" in one.name for _, one in group) else [], found)


def _names(form: Form) -> set[str]:
    return {name_of(one.name) for block in form.blocks for one in block.indicators}


def _grouped(blocks: list[Block]) -> dict[str, list[tuple[Block, Indicator]]]:
    """By name; what is left alone in its block is paired with what stands alone there in the others."""
    groups: dict[str, list[tuple[Block, Indicator]]] = {}
    for block in blocks:
        for one in block.indicators:
            groups.setdefault(name_of(one.name), []).append((block, one))
    whole = len(blocks)
    for name in sorted(groups, key=lambda key: len(groups[key])):
        group = groups.get(name)
        if group is None or len(group) >= whole or not group:
            continue
        missing = [block for block in blocks if block not in [mine for mine, _ in group]]
        kind = group[0][1].level1
        others = [
            key
            for key, their in groups.items()
            if key != name
            and len(their) < whole
            and their[0][1].level1 == kind
            and {id(block) for block, _ in their} == {id(block) for block in missing}
        ]
        near = [key for key in others if kind == "满意度指标" or alike(key, name) >= 0.6]
        if len(near) == 1:
            groups[near[0]] += groups.pop(name)
    return groups


def _group(name: str, group: list[tuple[Block, Indicator]], tasks: list[tuple[str, Place]], found: Findings) -> None:
    names = list(dict.fromkeys(name_of(one.name) for _, one in group))
    targets = [one.target for _, one in group]
    differing = _differ(targets)
    past = [one for block, one in group if block.term == "annual" and len([v for v in one.before if v.text]) >= 1]
    before = any(_past_differs([one.before[at] for one in past]) for at in (0, 1)) if len(past) > 1 else False
    numeric = [value for value in targets if value.number is not None]
    worded = [value for value in targets if value.number is None]
    mixed = bool(numeric and worded)
    extra: list[tuple[str, str, Place]] = []
    if differing or len(names) > 1:
        for text, place in tasks:
            label, _, said = text.partition("|")
            if "满意" in label and any(value.number is not None and f"{value.number}%" != said for value in numeric):
                extra.append((label, said, place))
    if before:
        _before(name, past, found)
    if not (len(names) > 1 or differing or mixed):
        return
    told = [
        f"{one.place.table}{'长期' if block.term == 'long' else '年度'} {_shown(one.target)}" for block, one in group
    ]
    told += [f"年度工作任务“{label}” {said}" for label, said, _ in extra]
    what = "名称不一（" + "、".join(one.name[:20] for one in _distinct(group)) + "）；" if len(names) > 1 else ""
    what += "定量指标填了文字；" if mixed else ""
    found.add(
        "R23",
        ERROR,
        [*(one.place for _, one in group), *(place for _, _, place in extra)],
        _values(group, targets, extra),
        f"指标“{group[0][1].name[:24]}”各处不一：{what}" + "；".join(dict.fromkeys(told)),
        "An indicator differs from place to place",
        key=name,
    )


def _values(
    group: list[tuple[Block, Indicator]], targets: list[Value], extra: list[tuple[str, str, Place]]
) -> list[str]:
    """What stands against each other: the values, or the names where all have one value."""
    said = list(dict.fromkeys([_shown(value) for value in targets] + [said for _, said, _ in extra]))
    return said if len(said) > 1 else [one.name for one in _distinct(group)]


def _before(name: str, past: list[Indicator], found: Findings) -> None:
    told = [f"{one.place.table} {_shown(one.before[0])}、{_shown(one.before[1])}" for one in past]
    found.add(
        "R23",
        ERROR,
        [one.place for one in past],
        [_shown(value) for one in past for value in one.before],
        f"指标“{past[0].name[:24]}”前两年各处不一：" + "；".join(told),
        "The years before differ from place to place",
        key=name,
    )


def _distinct(group: list[tuple[Block, Indicator]]) -> Iterable[Indicator]:
    seen: dict[str, Indicator] = {}
    for _, one in group:
        seen.setdefault(name_of(one.name), one)
    return seen.values()


def _differ(values: list[Value]) -> bool:
    numbers = {value.scaled for value in values if value.number is not None}
    uppers = {value.upper for value in values if value.number is not None}
    operators = {value.operator if value.operator != "=" else "" for value in values if value.number is not None}
    units = {value.bare_unit for value in values if value.bare_unit}
    words = {value.text for value in values if value.number is None}
    return len(numbers) > 1 or len(uppers) > 1 or len(operators) > 1 or len(units) > 1 or len(words) > 1


def _past_differs(values: list[Value]) -> bool:
    numbers = {value.scaled for value in values if value.number is not None}
    texts = {value.text for value in values if value.number is None and not value.empty}
    return len(numbers) > 1 or len(texts) > 1 or bool(numbers and any(not value.text for value in values))


def _one_sided(form: Form, found: Findings) -> None:
    long = [one for block in form.blocks if block.term == "long" for one in block.indicators]
    annual = [one for block in form.blocks if block.term == "annual" for one in block.indicators]
    if not long or not annual:
        return
    for here, there, where, missing in ((annual, long, "年度", "长期"), (long, annual, "长期", "年度")):
        for one in here:
            kinds = [other for other in there if other.level1 == one.level1]
            if name_of(one.name) not in {name_of(other.name) for other in there} and len(kinds) < len(
                [o for o in here if o.level1 == one.level1]
            ):
                found.add(
                    "R23",
                    WARNING,
                    [one.place],
                    [one.name, one.target.text],
                    f"项目“{form.name}”：“{one.name}”只在{where}目标表，{missing}目标表没有",
                    "An indicator in one of the two tables only",
                    key=form.table,
                )


def _within(blocks: list[Block], pairs: list[tuple[Block, Form | None]], found: Findings) -> None:
    """Satisfaction of like objects: 90 in the long term, 85 in the year. Blocks of one project are compared there."""
    loose = [block for block, owner in pairs if owner is None]
    groups: dict[str, list[tuple[Block, Indicator]]] = {}
    for block in loose:
        for one in block.indicators:
            if one.level1 == "满意度指标" and one.target.number is not None:
                groups.setdefault(name_of(one.name), []).append((block, one))
    for group in groups.values():
        values = list(dict.fromkeys(one.target.text for _, one in group))
        if len(values) > 1:
            found.add(
                "R23",
                WARNING,
                [one.place for _, one in group],
                values,
                f"“{group[0][1].name}”长期与年度不一：" + "、".join(values),
                "Long-term and annual differ",
            )


def _long_and_annual(blocks: list[Block], found: Findings) -> None:
    def all_of(term: str) -> set[tuple[str, str]]:
        return {
            (name_of(one.name), one.target.text) for block in blocks if block.term == term for one in block.indicators
        }

    long, annual = all_of("long"), all_of("annual")
    names = {name for name, _ in long} & {name for name, _ in annual}
    if long and annual and len(names) <= 1 and not long & annual:
        goals = [block.goal for block in blocks]
        found.add(
            "R23",
            WARNING,
            [block.place for block in blocks],
            goals,
            "整体绩效表的长期目标与年度目标说的不是一件事："
            + "；".join(f"{'长期' if b.term == 'long' else '年度'}“{b.goal[:24]}”" for b in blocks),
            "Long-term and annual goals are about different things",
        )


def _conditional(budget: Budget, found: Findings) -> None:
    blocks = [
        *(budget.overall.blocks if budget.overall else []),
        *(block for form in budget.forms for block in form.blocks),
    ]
    odd = [one for block in blocks for one in block.indicators if re.search(r"\d.*则.*为?\d", one.name)]
    if odd:
        found.add(
            "R23",
            WARNING,
            [one.place for one in odd],
            [odd[0].name],
            f"指标“{odd[0].name}”以另一指标为条件，不是独立的指标值",
            "A conditional indicator",
        )


def _people(budget: Budget, found: Findings) -> None:
    if budget.staff is None:
        return
    count, place = budget.staff
    said = [
        one
        for form in budget.forms
        for block in form.blocks
        for one in block.indicators
        if re.search(r"人数|人员数量", one.name) and one.target.operator == "=" and one.target.number is not None
    ]
    if not any(one.target.number == count for one in said):
        return
    for name in dict.fromkeys(one.name for one in said if one.target.number != count):
        odd = [one for one in said if one.name == name]
        found.add(
            "R23",
            WARNING,
            [*(one.place for one in odd), place],
            [odd[0].target.text, f"{count}人"],
            f"“{name}”{odd[0].target.text}，在职人员 {count} 人",
            "More people than staff",
        )


def _counts(budget: Budget, found: Findings) -> None:
    for what, number, place in budget.counted:
        if what == "projects":
            forms = [form for form in budget.forms if form.header]
            real = len(forms)
            if real and number != real:
                found.add(
                    "R23",
                    ERROR,
                    [place, *(form.place("项目名称") for form in forms)],
                    [number, real],
                    f"情况说明写 {number} 个项目支出绩效目标，项目绩效表有 {real} 份",
                    "Number of projects differs",
                )
        elif what == "indicators" and budget.overall and budget.overall.blocks:
            annual = [one for block in budget.overall.blocks if block.term == "annual" for one in block.indicators]
            if len(annual) != number:
                found.add(
                    "R23",
                    ERROR,
                    [place, *(one.place for one in annual)],
                    [number, len(annual)],
                    f"情况说明写绩效目标 {number} 项，整体绩效表年度指标 {len(annual)} 项",
                    "Number of indicators differs",
                )
