"""Table 11: composition, projects, goals, indicators."""

from __future__ import annotations

import re

from ..tables import Composition, Figure, Overall, Percent, Place, ProjectLine, Unread, money, percent
from .indicators import read_blocks
from .text import Line, Section

TABLE = "整体绩效"
_LABELS = (
    *("财政拨款", "财政专户管理资金", "单位资金", "其他资金", "合计", "人员类项目支出", "运转类项目支出"),
    *("特定目标类项目支出", "基本支出", "项目支出"),
)
_YEARS = re.compile(r"(20\d\d)年(20\d\d)年")
_EMPTY = ("/", "-", "—", "无", "")


def read_overall(section: Section, unread: list[Unread]) -> Overall:
    found = Overall(line=section.line)
    lines = section.lines
    cut = next((at for at, line in enumerate(lines) if "职能概述" in line.bare or "部门职能" in line.bare), len(lines))
    _composition(lines[:cut], found)
    _projects(lines[cut:], found)
    goals = next(
        (
            at
            for at, line in enumerate(lines)
            if re.search("长期目标(\\(截止\\d+年\\)|（截止\\d+年）)?年度目标$", line.bare)
        ),
        None,
    )
    if goals is not None:
        _goals(lines[goals + 1 :], found)
    tasks = next((at for at, line in enumerate(lines) if "年度工作任务" in line.bare), None)
    if tasks is not None:
        _tasks(lines[tasks : goals or len(lines)], found)
    found.blocks = read_blocks(lines[goals or 0 :], TABLE, unread)
    return found


def _composition(lines: list[Line], found: Overall) -> None:
    years: tuple[int, ...] = ()
    side, label = "收入", ""
    for line in lines:
        head = _YEARS.search(line.bare)
        if head and not years:
            years = (int(head.group(1)), int(head.group(2)))
            continue
        words = [cell.replace(" ", "") for cell in line.cells] if "\t" in line.text else line.words
        tail: list[str] = []
        for word in words:
            if not tail and money(word) is None:
                label = _label(label + word)
                if label.endswith(("支出构成", "支出")) and "支出构成" in label:
                    side = "支出"
            elif word or "\t" in line.text:
                tail.append(word)
        tail = [word for word in tail if word or "\t" in line.text]
        while tail and tail[-1] == "":
            tail.pop()
        known = next((one for one in sorted(_LABELS, key=len, reverse=True) if label.endswith(one)), None)
        if not tail or known is None:
            continue
        if known.endswith("支出"):
            side = "支出"
        _composed(found, side, known, tail, years, line.number)
        if known == "合计":
            side = "支出"
        label = ""


def _label(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _composed(found: Overall, side: str, label: str, words: list[str], years: tuple[int, ...], line: int) -> None:
    def place(column: str) -> Place:
        return Place(TABLE, f"{side}·{label}", column, line)

    words = [word for word in words if word] if len(words) > 4 else words
    value = money(words[0])
    if value is None:
        return
    made = Composition(side, label, Figure(value, place("当年")))
    if len(words) > 1 and (share := percent(words[1])) is not None:
        made.share = Percent(share, place("占比"))
    for year, word in zip(years, words[2:4], strict=False):
        past = money(word) if word not in _EMPTY else None
        if past is not None:
            made.before[year] = Figure(past, place(f"{year}年"))
    found.lines.append(made)


def _projects(lines: list[Line], found: Overall) -> None:
    start = next((at for at, line in enumerate(lines) if "项目名称" in line.bare and "支出项目类别" in line.bare), None)
    if start is None:
        return
    for line in lines[start + 1 :]:
        if line.bare.startswith(("整体绩效", "长期目标")):
            break
        if "\t" in line.text:
            cells = [cell for cell in line.cells if cell]
            numbers = [at for at, cell in enumerate(cells) if money(cell) is not None]
            if len(numbers) >= 2 and numbers[0] >= 2:
                _project(found, cells[0], cells[1], cells[numbers[0]], cells[numbers[1]], line.number)
            continue
        told = re.match(r"^(\S+?)\s+(\S*项目\S*|\S+类\S*)\s+(\d[\d.,]*)\s+(\d[\d.,]*)", line.text.strip())
        if told:
            _project(found, told[1], told[2], told[3], told[4], line.number)


def _project(found: Overall, name: str, category: str, total: str, year: str, line: int) -> None:
    place = Place(TABLE, name, "项目本年度预算", line)
    amounts = [money(total), money(year)]
    whole = Figure(amounts[0], Place(TABLE, name, "项目总预算", line)) if amounts[0] is not None else None
    now = Figure(amounts[1], place) if amounts[1] is not None else None
    found.projects.append(ProjectLine(name, category, whole, now, place))


def _goals(lines: list[Line], found: Overall) -> None:
    """The list of goals: two columns in tabbed text, one after the other in plain text."""
    term, last, text, line = "长期", 0, "", 0

    def close() -> None:
        if text:
            found.goals.append((f"{term}{last}", text.rstrip("；;。"), Place(TABLE, f"{term}目标{last}", "目标", line)))

    for one in lines:
        if re.match(r"^(长期|年度)(目标|指标|绩效)", one.bare):
            break
        if "\t" in one.text:
            cells = [cell for cell in one.cells if cell]
            for column, cell in zip(("长期", "年度"), cells[-2:], strict=False):
                told = re.match(r"^目标\s*(\d)\s*[:：]\s*(.*)$", cell)
                if told:
                    place = Place(TABLE, f"{column}目标{told.group(1)}", "目标", one.number)
                    found.goals.append((f"{column}{told.group(1)}", told.group(2), place))
            continue
        pieces = re.split(r"目标(\d)[:：]", one.bare)
        text += pieces[0]
        for number, rest in zip(pieces[1::2], pieces[2::2], strict=False):
            close()
            if int(number) <= last:
                term = "年度"
            last, text, line = int(number), rest, one.number
    close()


def _tasks(lines: list[Line], found: Overall) -> None:
    """Figures that the year's tasks name: "群众投诉办结件满意率85%"."""
    for line in lines:
        for told in re.finditer(r"([^\d；;。，,、.:：]{3,24}?(?:率|度))(\d+(?:\.\d+)?)[%％](以上)?", line.bare):
            name, number, more = told.groups()
            found.tasks.append(
                (f"{name}|{'≥' if more else ''}{number}%", Place(TABLE, name, "年度工作任务", line.number))
            )
