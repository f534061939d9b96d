"""R23: what goals and part three say in words about the indicators."""

from __future__ import annotations

import re

from ..tables import Budget, Form, Indicator, Place
from .base import ERROR, WARNING, Findings


def check(budget: Budget, found: Findings) -> None:
    _told(budget, found)
    _goal_texts(budget, found)
    _impossible(budget, found)
    _in_goals(budget, found)


def name_of(name: str) -> str:
    return re.sub(r"[\s，。、；;,.“”\"（）()]", "", name)


def _told(budget: Budget, found: Findings) -> None:
    """Indicators repeated in words: the same value, at one of the places of that name."""
    blocks = [
        *(budget.overall.blocks if budget.overall else []),
        *(block for form in budget.forms for block in form.blocks),
    ]
    known = [one for block in blocks for one in block.indicators]
    for words, place in budget.wordings:
        kind, _, rest = words.partition("|")
        if kind != "指标":
            continue
        label, _, said = rest.partition("|")
        fitting = [
            one
            for one in known
            if name_of(label).endswith(name_of(one.name)) or name_of(one.name).endswith(name_of(label))
        ]
        if fitting and said not in {one.target.text for one in fitting}:
            found.add(
                "R23",
                ERROR,
                [place, *(one.place for one in fitting[:3])],
                [said, fitting[0].target.text],
                f"情况说明写“{label}”{said}，绩效表为 {fitting[0].target.text}",
                "Words and table differ",
            )


def _goal_texts(budget: Budget, found: Findings) -> None:
    """The list of goals against the heads of the blocks; one goal text for two projects."""
    if budget.overall is None:
        return
    heads = {
        f"{'长期' if block.term == 'long' else '年度'}{''.join(filter(str.isdigit, block.place.row))}": block
        for block in budget.overall.blocks
    }
    odd: list[Place] = []
    texts: list[str] = []
    for label, text, place in budget.overall.goals:
        block = heads.get(label)
        if block is None or not block.goal:
            continue
        one, other = name_of(text), name_of(block.goal)
        if one != other and not (label.startswith("长期") and one in other):
            odd += [place, block.place]
            texts += [text[:30], block.goal[:30]]
    if odd:
        found.add(
            "R23",
            WARNING,
            odd,
            texts,
            f"整体绩效目标列表与分表目标文字不一（{len(odd) // 2} 处）",
            "Goal texts differ between list and block",
        )
    _same_goals(budget, found)


def _same_goals(budget: Budget, found: Findings) -> None:
    said: dict[str, list[Form]] = {}
    for form in budget.forms:
        text = name_of(form.text("项目管理目标"))
        if text:
            said.setdefault(text, []).append(form)
    for forms in said.values():
        if len(forms) > 1:
            found.add(
                "R23",
                WARNING,
                [form.place("项目管理目标") for form in forms],
                [form.name for form in forms],
                "不同项目的“项目管理目标”文字完全相同：" + "、".join(form.name for form in forms),
                "Two projects share one goal text",
            )


def _every(budget: Budget) -> list[Indicator]:
    blocks = [
        *(budget.overall.blocks if budget.overall else []),
        *(block for form in budget.forms for block in form.blocks),
    ]
    return [one for block in blocks for one in block.indicators]


def _impossible(budget: Budget, found: Findings) -> None:
    """A rate above 100 %."""
    for one in _every(budget):
        if not one.name.endswith(("率", "度")) or one.name.endswith("增长率"):
            continue
        for value in (one.target, *one.before):
            if value.unit == "%" and value.number is not None and value.number > 100:
                found.add(
                    "R23",
                    WARNING,
                    [one.place],
                    [value.text],
                    f"“{one.name}”为 {value.text}，大于 100%",
                    "A rate above 100 %",
                )
    for form in budget.forms:
        for done, rate, place in form.executed.values():
            if rate.rstrip("%").replace(".", "").isdigit() and float(rate.rstrip("%")) > 100:
                found.add(
                    "R24",
                    WARNING,
                    [place],
                    [done or "空", rate],
                    f"执行率 {rate} 大于 100%",
                    "More than 100 % executed",
                )


def _in_goals(budget: Budget, found: Findings) -> None:
    """ "群众满意率95%以上" in a goal's text is the indicator's value."""
    known: dict[str, set[str]] = {}
    for one in _every(budget):
        known.setdefault(_plain_rate(one.name), set()).add(one.target.text.lstrip("≥≤=＝"))
    texts = [(block.goal, block.place) for block in (budget.overall.blocks if budget.overall else [])]
    texts += [(form.text("项目绩效总目标"), form.place("项目绩效总目标")) for form in budget.forms]
    texts += [(text, place) for _, text, place in (budget.overall.goals if budget.overall else [])]
    for text, place in texts:
        for told in re.finditer(r"([一-龥]{3,24}(?:率|度))(\d+(?:\.\d+)?%)", text.replace(" ", "")):
            values = known.get(_plain_rate(told.group(1)))
            if values and told.group(2) not in values:
                found.add(
                    "R23",
                    ERROR,
                    [place],
                    [told.group(2), *sorted(values)],
                    f"目标文字写“{told.group(0)}”，指标值为 {'、'.join(sorted(values))}",
                    "Goal text and indicator differ",
                )


def _plain_rate(name: str) -> str:
    return re.sub("[率度]$", "率", name_of(name))
