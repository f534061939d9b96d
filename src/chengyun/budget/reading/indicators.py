"""Performance indicators, by what a cell says rather than where it stands: extraction moves cells and breaks names."""

from __future__ import annotations

import re
from dataclasses import replace

from ..tables import Block, Indicator, Place, Unread, Value, value_of
from .text import Line, shown

LEVEL1 = ("产出指标", "效益指标", "成本指标", "满意度指标")
_LEVEL2 = {
    "产出指标": ("数量指标", "质量指标", "时效指标"),
    "成本指标": ("经济成本指标", "社会成本指标", "生态环境成本指标"),
    "效益指标": ("社会效益指标", "经济效益指标", "生态效益指标", "可持续影响指标", "可持续发展影响指标"),
    "满意度指标": ("服务对象满意度指标", "服务对象满意度"),
}
UPPER = {lower: upper for upper, lowers in _LEVEL2.items() for lower in lowers}
_LABELS = frozenset((*LEVEL1, *UPPER))
_LONGEST = max(len(label) for label in _LABELS)
_UNITS = (
    r"万元|万件|万个|万次|万|元|件/人/日|件/|件|个|次|人次|人|台|条|分钟|小时|天|日|期|项|套|户|份"
    r"|年内|年|月|分|倍|公里|家|路"
)
_VALUE = re.compile(
    rf"^(?:[≥≤＝=><﹥﹤])?\d+(?:\.\d+)?(?:[-~—]\d+(?:\.\d+)?)?(?:[%％]|{_UNITS})?$"
    rf"|^[≥≤＝=](?:{_UNITS})?$|^[%％]$|^无$"
)
_WORD = re.compile(r"^(?:较|持续|积极|及时|有效|良好|明显|显著|不断|达标|合格|优良?).{0,4}$")
_TAIL = re.compile(r"^(?:万元|万件|元|个|件/人/日|件/|件|次|内|年内|年|人/日|人|台|条|期|天|万|[%％])$")
_BASIS = re.compile(
    r"^(?:历史标准|其他标准|行业标准|计划标准|国家标准|工作实际|预计工作完成情况|部门预算计划(?:情况|数)|检查评价情况)$"
)
_TABLE = re.compile(r"^(?:项目)?(长期|年度)绩效(?:目标表\d?|目标|指标表?|指)?$")
_GOAL = re.compile(r"^(长期|年度)(?:目标|指标)(\d{1,2})[:：](.*)$")
_LEAD = re.compile(r"^(?:长期|年度)(?:绩效)?(?:指标|目标)\d?$")
_HEAD = re.compile(r"一级指标|近两年指标值|指标值确定依据|^前年$|^20\d\d年$|^目标名称$")
_GLUE = ("为", "于", "过")


def is_value(text: str) -> bool:
    return bool(_VALUE.match(text) or _WORD.match(text))


def read_blocks(lines: list[Line], table: str, unread: list[Unread]) -> list[Block]:
    """The blocks of table 11 or of one form of table 12."""
    blocks: list[Block] = []
    goal: tuple[str, str, int] | None = None
    rows: list[Line] = []

    def close() -> None:
        if blocks:
            reader = _tabbed if any("\t" in row.text for row in rows) else _plain
            reader(blocks[-1], rows, table, unread)

    for line in lines:
        first = re.sub(r"\s+", "", line.text.split("\t")[0])
        told = _GOAL.match(line.bare if "\t" not in line.text else "".join(line.cells).replace(" ", ""))
        head = _TABLE.match(first) if "\t" in line.text and "一级" in line.bare else _TABLE.match(line.bare)
        if told:
            close()
            rows = []
            goal = (told.group(1), told.group(3), line.number)
            blocks.append(Block("", "", "", [], Place(table, f"{told.group(1)}目标{told.group(2)}", "", line.number)))
            blocks[-1].term, blocks[-1].goal = _term(told.group(1)), told.group(3)
        elif head:
            if not (goal and blocks and not blocks[-1].said):
                close()
                rows = []
                blocks.append(Block(_term(head.group(1)), "", "", [], Place(table, line.bare[:20], "", line.number)))
            blocks[-1].said = head.group(1)
            blocks[-1].title = line.bare[:30]
        else:
            if (
                blocks
                and goal
                and not blocks[-1].said
                and "一级" not in line.bare
                and "\t" not in line.text
                and not rows
            ):
                blocks[-1].goal += line.bare
                continue
            rows.append(line)
    close()
    return [block for block in blocks if block.indicators]


def _term(said: str) -> str:
    return "long" if said == "长期" else "annual"


def _add(block: Block, table: str, level2: str, name: str, values: list[str], basis: str, line: int) -> None:
    upper = UPPER.get(level2, level2 if level2 in LEVEL1 else "")
    given = [value_of(text) for text in values]
    target = given[-1] if given else Value("")
    before = (
        (given[0], given[1])
        if len(given) == 3
        else (Value(""), given[0])
        if len(given) == 2
        else (Value(""), Value(""))
    )
    column = "长期目标值" if block.term == "long" else "年度目标值"
    place = Place(table, name, column, line)
    block.indicators.append(Indicator(upper, level2, name, target, before, basis, place))


def _tabbed(block: Block, rows: list[Line], table: str, unread: list[Unread]) -> None:
    level2, column = "", 0
    for row in rows:
        if "\t" not in row.text:
            continue
        cells = [cell.replace(" ", "") for cell in row.cells]
        if any(_HEAD.search(cell) for cell in cells):
            column = next((at for at, cell in enumerate(cells) if cell.startswith("三级指标")), column)
            continue
        if cells[0].startswith(("项目绩效", "名称", "备注")):
            break
        labels = [cell for cell in cells if cell in _LABELS]
        below = [label for label in labels if label in UPPER]
        if labels:
            level2 = below[-1] if below else labels[-1]
        texts = [
            at
            for at, cell in enumerate(cells)
            if cell and cell not in _LABELS and not is_value(cell) and not _BASIS.match(cell) and not _LEAD.match(cell)
        ]
        if not texts:
            continue
        name, rest = cells[texts[0]], cells[texts[0] + 1 :]
        basis = next((cell for cell in rest if _BASIS.match(cell)), "")
        values = rest[: rest.index(basis)] if basis else rest
        full = [value for value in values if value]
        if not full:
            if block.indicators:
                last = block.indicators[-1]
                block.indicators[-1] = replace(last, name=last.name + name)
            continue
        if texts[0] != column and column:
            unread.append(Unread(row.number, table, shown(row), "单元格错位，已按内容识别"))
        annual = len(full) == 3 or (block.term == "annual" and len(values) >= 3)
        _add(
            block,
            table,
            level2,
            name,
            (full if len(full) == 3 else values[:3]) if annual else full[:1],
            basis,
            row.number,
        )


def _words(rows: list[Line]) -> list[tuple[str, int]]:
    """Words with their lines; labels and values that were broken are whole again."""
    raw = [(word, row.number) for row in rows for word in row.words]
    out: list[tuple[str, int]] = []
    at = 0
    while at < len(raw):
        label, size = "", 0
        joined = ""
        for ahead in range(at, min(at + 6, len(raw))):
            joined += raw[ahead][0]
            if len(joined) > _LONGEST:
                break
            if joined in _LABELS:
                label, size = joined, ahead - at + 1
        if label:
            out.append((label, raw[at][1]))
            at += size
            continue
        word, line = raw[at]
        at += 1
        if re.match(r"^[≥≤＝=]$", word) and at < len(raw) and _VALUE.match(word + raw[at][0]):
            word += raw[at][0]
            at += 1
        if _VALUE.match(word) and word != "无":
            while (
                at < len(raw)
                and _TAIL.match(raw[at][0])
                and not word.endswith(("%", "％"))
                and _VALUE.match(_plain_unit(word + raw[at][0]))
            ):
                word += raw[at][0]
                at += 1
        out.append((word, line))
    return out


def _plain_unit(text: str) -> str:
    return re.sub(r"年内$", "年", text)


def _plain(block: Block, rows: list[Line], table: str, unread: list[Unread]) -> None:
    words = _words(rows)
    remarks = any("备注" in row.bare and "指标值" in row.bare for row in rows)
    level2, line, basis = "", 0, ""
    name: list[str] = []
    values: list[str] = []
    spoken = 0

    def close() -> None:
        nonlocal name, values, basis
        if name and values and level2:
            many = block.term == "annual" and len(values) >= 2
            _add(block, table, level2, "".join(name), values[-3:] if many else values[:1], basis, line)
        name, values, basis = [], [], ""

    for word, number in words:
        if word in _LABELS:
            close()
            level2 = word if word in UPPER or not level2 or word in LEVEL1 else level2
            name = []
        elif not level2:
            continue
        elif word.startswith(("备注", "项目绩效总目标")):
            break
        elif _BASIS.match(word):
            basis = word
            close()
        elif (
            is_value(word)
            and (name or values or level2 == "服务对象满意度")
            and not (not values and "".join(name).endswith(_GLUE) and word[0].isdigit())
        ):
            name = name or [level2]
            if remarks and not values and spoken == number:
                name = _same_line(words, number, word)
            values.append(word)
            line = number
        else:
            if values:
                close()
            name.append(word)
        spoken = number
    close()


def _same_line(words: list[tuple[str, int]], number: int, value: str) -> list[str]:
    """Where remarks run between the rows, the name is what stands before the value in its line."""
    out: list[str] = []
    for word, at in words:
        if at == number and word == value:
            break
        if at == number and word not in _LABELS:
            out.append(word)
    return out
