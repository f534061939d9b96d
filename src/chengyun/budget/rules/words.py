"""R22 subjects, R24 dates and terms, R25 fields."""

from __future__ import annotations

import re

from ..classification import known_names
from ..tables import Budget, Form, Place
from .base import ERROR, WARNING, Findings


def check(budget: Budget, found: Findings) -> None:
    _codes(budget, found)
    _template(budget, _subjects(budget, found), found)
    _dates(budget, found)
    _fields(budget, found)
    _units(budget, found)
    _labels(budget, found)


def _codes(budget: Budget, found: Findings) -> None:
    """A code has one name in all tables and that of the year's classification, where it is known."""
    for table, kind in (("3", "功能"), ("5-1", "功能"), ("6", "经济")):
        names = known_names(budget.year, kind)
        for row in budget.table(table).body:
            official = names.get(row.code)
            if official and _bare(official) != _bare(row.name):
                found.add(
                    "R22",
                    ERROR,
                    [Place(table, row.label, "科目名称", row.line)],
                    [row.name, official],
                    f"科目 {row.code} 在 {budget.year} 年科目中名为“{official}”，表中写“{row.name}”",
                    "Subject name differs",
                )
    for row in budget.table("3").body:
        other = budget.table("5-1").by_code(row.code)
        if other and _bare(other.name) != _bare(row.name):
            found.add(
                "R22",
                ERROR,
                [Place("3", row.label, "科目名称", row.line), Place("5-1", other.label, "科目名称", other.line)],
                [row.name, other.name],
                f"科目 {row.code} 两表名称不一：“{row.name}”“{other.name}”",
                "Two names for one code",
            )


def _bare(name: str) -> str:
    return re.sub(r"[（(]室[)）]|[\s（）()]", "", name)


def _short_of(told: str, name: str) -> bool:
    """`told` leaves letters of `name` out but adds none: 政府办公厅及相关机构事务 of 政府办公厅（室）及相关机构事务."""
    rest = iter(_bare(name))
    return len(told) * 2 >= len(_bare(name)) and all(letter in rest for letter in _bare(told))


def _subjects(budget: Budget, found: Findings) -> list[tuple[str, Place]]:
    """Subjects told in words exist in the classification or in the tables. Without tables to contradict them, old names
    are handed back: signs of an old template."""
    old: list[tuple[str, Place]] = []
    official = known_names(budget.year, "功能")
    tables = {row.code: row.name for code in ("3", "5-1") for row in budget.table(code).body}
    every = {**official, **tables}
    lengths = {"类": 3, "款": 5, "项": 7}
    for term in budget.terms:
        wrong = [
            (level, name)
            for level, name in term.names
            if not any(len(code) == lengths[level] and _short_of(name, known) for code, known in every.items())
        ]
        used = {row.code[:5]: row.name for row in budget.table("5-1").body if len(row.code) == 5}
        misplaced = [] if wrong or not used else _misplaced(budget, term.names, every, used)
        if not (wrong or misplaced):
            continue
        said = "、".join(f"{name}({level})" for level, name in wrong or misplaced)
        if not tables:
            old.append((said, term.place))
            continue
        found.add(
            "R22",
            ERROR,
            [term.place],
            [said, f"{budget.year} 年没有这样的科目"],
            f"{term.place.table}写 {said}，{budget.year} 年科目和各表中没有这样的科目",
            "A subject that neither the tables nor the year's classification have",
        )
    for claim in budget.claims:
        name = claim.label
        if (
            not tables
            or "一般公共预算支出" not in claim.within
            or not name.endswith("支出")
            or "(" in name
            or "（类" in name
            or claim.amount is None
        ):
            continue
        same = [row for row in budget.table("5-1").body if len(row.code) == 7 and row.wan("合计") == claim.amount.wan]
        if (
            same
            and not any(_short_of(name, known) for known in every.values())
            and re.search("项目支出|基本支出|预算支出", name) is None
        ):
            found.add(
                "R22",
                ERROR,
                [claim.place, Place("5-1", same[0].label, "科目名称", same[0].line)],
                [name, same[0].name],
                f"情况说明写“{name}”，表中 {same[0].code} 为“{same[0].name}”",
                "A subject name that the table does not have",
            )
    return old


def _misplaced(
    budget: Budget, names: tuple[tuple[str, str], ...], every: dict[str, str], used: dict[str, str]
) -> list[tuple[str, str]]:
    """A 款 that exists, but this class has no such 款 in the tables, though its sentence tells of the tables."""
    given = dict(names)
    upper, group = given.get("类"), given.get("款")
    if not upper or not group or given.get("项"):
        return []
    classes = [code for code, name in every.items() if len(code) == 3 and _short_of(upper, name)]
    fits = any(_short_of(group, name) for code, name in used.items() if code[:3] in classes)
    return [] if fits or not any(code[:3] in classes for code in used) else [("款", group)]


def _template(budget: Budget, old: list[tuple[str, Place]], found: Findings) -> None:
    said = [("市直部门", place) for words, place in budget.wordings if words == "市直部门" and "区" in budget.name]
    if said or old:
        names = list(dict.fromkeys(words for words, _ in (*said, *old)))
        found.add(
            "R22",
            ERROR if budget.tables and said else WARNING,
            [place for _, place in (*said, *old)],
            [*names, "本单位属区级" if said else f"{budget.year} 年没有这样的科目"],
            f"名词解释沿用旧模板：写 {'、'.join(names)}"
            + ("，本单位属区级" if said else f"，{budget.year} 年没有这样的科目"),
            "Words of an old template",
        )
    numbers = budget.explained_numbers
    if numbers:
        found.add(
            "R25",
            WARNING,
            [place for _, place in numbers],
            [f"（{number}）" for number, _ in numbers],
            "名词解释序号重复：" + "、".join(f"（{number}）" for number, _ in numbers),
            "A number is used twice",
        )


def _dates(budget: Budget, found: Findings) -> None:
    for words, place in budget.wordings:
        if words.startswith("截至") and budget.year and int(words[2:]) != budget.year - 1:
            found.add(
                "R24",
                ERROR,
                [place],
                [words[2:], budget.year - 1],
                f"国有资产截至 {words[2:]} 年末，应为 {budget.year - 1} 年末",
                "Assets as of another year",
            )
    for what, number, place in budget.counted:
        kind, _, parts = what.partition("|")
        if kind == "staff":
            found.add(
                "R16",
                ERROR,
                [place],
                [number, parts],
                f"概况：{place.row} {number} 人，其中各类为 {parts}",
                "Staff by kind does not sum",
            )
    for form in budget.forms:
        start, end = form.text("起始年度")[:4], form.text("终止年度")[:4]
        if start.isdigit() and end.isdigit() and int(end) < int(start):
            found.add(
                "R24",
                ERROR,
                [form.place("起始年度"), form.place("终止年度")],
                [start, end],
                f"项目“{form.name}”终止年度早于起始年度",
                "Ends before it starts",
            )
        if end.isdigit() and budget.year and int(end) < budget.year:
            found.add(
                "R24",
                ERROR,
                [form.place("终止年度")],
                [end, budget.year],
                f"项目“{form.name}”终止年度 {end}，而本年为 {budget.year}",
                "Ended before this year",
            )
        if start.isdigit() and budget.year and int(start) > budget.year:
            found.add(
                "R24",
                ERROR,
                [form.place("起始年度")],
                [start, budget.year],
                f"项目“{form.name}”起始年度 {start} 在本年之后",
                "Starts after this year",
            )
    odd = [
        form
        for form in budget.forms
        if "常年" in form.text("项目安排频度")
        and form.text("起始年度")[:4] == form.text("终止年度")[:4] != ""
        and any(str(year) < form.text("起始年度")[:4] for year in form.before)
    ]
    if odd:
        found.add(
            "R24",
            WARNING,
            [form.place("起始年度") for form in odd],
            [odd[0].text("起始年度"), odd[0].text("终止年度")],
            f"常年性项目只写 {odd[0].text('起始年度')[:4]}–{odd[0].text('终止年度')[:4]}，而前两年已有预算",
            "A standing project dated one year",
        )


_REQUIRED = ("项目编码", "项目代码", "起始年度", "终止年度", "项目总预算", "项目名称")


def _fields(budget: Budget, found: Findings) -> None:
    blank: dict[str, list[Form]] = {}
    for form in budget.forms:
        for label in _REQUIRED:
            if label in form.fields and not form.text(label):
                blank.setdefault(label, []).append(form)
    for label, forms in blank.items():
        found.add(
            "R25",
            WARNING,
            [form.place(label) for form in forms],
            ["空"] * len(forms),
            f"“{label}”没有填：" + "、".join(form.name for form in forms),
            "Not filled in",
            key=label,
        )
    hollow = [place for form in budget.forms for done, rate, place in form.executed.values() if not done and rate]
    if hollow:
        found.add(
            "R25",
            WARNING,
            hollow,
            ["空", "100%"],
            "前两年执行数没有填，却有执行率",
            "A rate without the amount executed",
        )
    _leaders(budget.forms, found)
    moved = [one for one in budget.unread if "错位" in one.why]
    if (
        moved
        and all(table in ("整体绩效",) or table.startswith("项目绩效") for table in {one.table for one in moved})
        and _many(budget)
    ):
        found.add(
            "R25",
            WARNING,
            [Place(one.table, "指标行", "", one.line) for one in moved],
            ["错位"],
            f"绩效指标表有 {len(moved)} 行单元格错位（文本提取），已按内容识别",
            "Cells of indicators moved by extraction",
        )


def _many(budget: Budget) -> bool:
    """A few moved cells are told under `unread` only."""
    return sum(1 for one in budget.unread if "错位" in one.why and one.table.startswith("项目绩效")) >= 3


def _leaders(forms: list[Form], found: Findings) -> None:
    names = [form.text("项目负责人").replace(" ", "") for form in forms]
    for at, one in enumerate(names):
        for after in range(at + 1, len(names)):
            other = names[after]
            if len(one) == len(other) >= 2 and one != other and one[1:] == other[1:]:
                found.add(
                    "R25",
                    WARNING,
                    [forms[at].place("项目负责人"), forms[after].place("项目负责人")],
                    ["姓氏不同", "名相同"],
                    "两个项目的项目负责人只差姓氏，疑为同一人（文本提取或笔误）",
                    "One project leader, two surnames",
                )


def _units(budget: Budget, found: Findings) -> None:
    said: dict[str, list[tuple[bool, Place, str]]] = {}
    blocks = [
        *(budget.overall.blocks if budget.overall else []),
        *(block for form in budget.forms for block in form.blocks),
    ]
    for block in blocks:
        for one in block.indicators:
            if one.level2 == "数量指标" and one.target.number is not None:
                said.setdefault(one.name, []).append((bool(one.target.unit), one.place, one.target.text))
    for name, uses in said.items():
        if not any(unit for unit, _, _ in uses):
            found.add(
                "R25",
                WARNING,
                [place for _, place, _ in uses],
                [uses[0][2], "无单位"],
                f"数量指标“{name}”{uses[0][2]} 没有计量单位",
                "A quantity without a unit",
            )


def _labels(budget: Budget, found: Findings) -> None:
    blocks = budget.overall.blocks if budget.overall else []
    wrong = [
        block for block in blocks if block.said and block.goal and (block.term == "annual") == (block.said == "长期")
    ]
    if wrong:
        found.add(
            "R25",
            ERROR,
            [block.place for block in wrong],
            [block.said + "绩效指标" for block in wrong],
            f"{len(wrong)} 个年度目标的指标表写成“长期绩效指标”",
            "Annual indicators are labelled long-term",
        )
