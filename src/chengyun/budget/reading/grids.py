"""Tables 1 to 10 and those beside them, from text with tabs or from text whose cells were lost."""

from __future__ import annotations

import re
from decimal import Decimal

from ..tables import COLUMNS, Table, Unread, money
from .text import Section, shown

_NUMBERING = re.compile(r"^(?:[（(][一二三四五六七八九十廿]{1,3}[)）]|[一二三四五六七八九十廿]{1,3}[、.．])")
_CODE = re.compile(r"^(?:\d{2,9}|\d{8,13}[A-Z]\d{6,9})$")
_SKIP = re.compile(r"^(?:表|附表|部门|单位[:：]|单位$)")
_TEXT_COLUMNS = {"2": 2, "3": 2, "5-1": 2, "5-2": 2, "6": 2, "7": 0, "8": 2, "9": 2}
_INCOME = re.compile(r"收入|拨款|上年结转")


def read_table(section: Section, unread: list[Unread]) -> Table:
    tabbed = any("\t" in line.text for line in section.lines)
    table = Table(section.kind, line=section.line, printed_number=section.printed)
    if section.kind in ("1", "4"):
        _two_sided(section, table)
    elif section.kind in ("采购", "购买服务", "资产"):
        _procurement(section, table)
    elif tabbed:
        _tabbed(section, table, unread)
    else:
        _plain(section, table, unread)
    return table


def _number(text: str) -> Decimal | None:
    return money(text.replace(" ", ""))


def _joined(words: list[str]) -> list[str]:
    """ "收 入 总 计 584.53" → "收入总计", "584.53"."""
    out: list[str] = []
    single = False
    for word in words:
        lone = len(word) == 1 and not word.isdigit()
        if lone and single:
            out[-1] += word
        else:
            out.append(word)
        single = lone
    text = " ".join(out)
    return re.sub(r"(总计) ?(?=支出总计)", r"\1 ", text.replace("收入总计支出总计", "收入总计 支出总计")).split(" ")


def _two_sided(section: Section, table: Table) -> None:
    """Tables 1 and 4: income left, expenditure right."""
    carried = False
    for line in section.lines[1:]:
        words = [re.sub(r"\s+", "", cell) for cell in line.cells] if "\t" in line.text else _joined(line.words)
        label = ""
        if _SKIP.match(line.bare):
            continue
        for word in words:
            value = _number(word)
            if value is None:
                label = _NUMBERING.sub("", word) if word else label
                if label == "上年结转":
                    carried = True
                continue
            if not label:
                continue
            side = "收入" if _INCOME.search(label) else "支出"
            name = "结转" + label if carried and label.endswith("预算拨款") else label
            table.add("", name, [(side + "预算数", value)], line.number)
            label = ""


def _tabbed(section: Section, table: Table, unread: list[Unread]) -> None:
    kind = section.kind
    texts = _TEXT_COLUMNS.get(kind, 2)
    if kind == "10":
        heads = [line for line in section.lines if "项目名称" in line.text]
        texts = 3 if heads and "项目编码" in heads[0].text else 2
    for line in section.lines[1:]:
        if "\t" not in line.text:
            continue
        cells = line.cells
        amounts = [_number(cell) for cell in cells[texts:]]
        if not any(value is not None for value in amounts):
            continue
        if any(
            cell and value is None and cell not in ("/", "-")
            for cell, value in zip(cells[texts:], amounts, strict=True)
        ):
            unread.append(Unread(line.number, kind, shown(line), "有不是数字的格"))
            continue
        named = [cell.replace(" ", "") for cell in cells[:texts]]
        code, name, more = _named(kind, named)
        row = table.add(code, name, zip(COLUMNS[kind], amounts, strict=False), line.number)
        if more:
            row.more["单位"] = more


def _named(kind: str, cells: list[str]) -> tuple[str, str, str]:
    if kind == "7":
        return "", "合计", ""
    if kind == "10":
        code, name, unit = cells if len(cells) == 3 else ("", *cells)
        return code, name or "合计", unit
    code, name = cells
    return code, name or "合计", ""


def _plain(section: Section, table: Table, unread: list[Unread]) -> None:
    """Rows whose empty cells were lost: the amounts are put into columns by `fit`, once all is read."""
    code, parts = "", []
    for line in section.lines[1:]:
        words = line.words
        if _SKIP.match(line.bare):
            continue
        amounts: list[Decimal] = []
        while (
            words
            and (value := _number(words[-1])) is not None
            and not (len(words) == 1 and _CODE.match(words[0]) and not amounts)
        ):
            amounts.insert(0, value)
            words.pop()
        if not amounts:
            if words and _CODE.match(words[0]):
                code, parts = words[0], words[1:]
            elif re.search(r"\d", line.bare) and not re.search(r"20\d\d年", line.bare):
                unread.append(Unread(line.number, section.kind, shown(line), "不认识的一行"))
            else:
                parts += words
            continue
        if words and _CODE.match(words[0]):
            code, parts = words[0], words[1:]
        elif words and words[0] in ("合计", "合"):
            code, parts = "", ["合计"]
        else:
            parts += words
        name = "".join(parts) if code or (parts and parts[-1] == "合计") else "合计"
        row = table.add(code, name, [], line.number)
        row.more["amounts"] = " ".join(str(value) for value in amounts)
        code, parts = "", []


def _procurement(section: Section, table: Table) -> None:
    """Tables that few districts have; columns are found by their headings."""
    heads: list[str] = []
    for line in section.lines[1:]:
        cells = [cell.replace(" ", "") for cell in line.cells]
        if "\t" in line.text and cells[0] in ("单位代码", "单位编码"):
            heads = cells
            continue
        if not heads or "\t" not in line.text or not any(_number(cell) is not None for cell in cells):
            continue
        pick = dict(zip(heads, cells, strict=False))
        amount = next((at for at, head in enumerate(heads) if head.startswith("采购金额")), len(heads))
        tail = cells[amount:] if section.kind == "采购" else []
        if section.kind == "采购":
            values = [_number(_of(pick, "采购数量")), _number(_of(pick, "单价")), *(_number(cell) for cell in tail[:3])]
        else:
            values = [_number(_of(pick, head)) for head in COLUMNS[section.kind]]
        name = _of(pick, "项目") or _of(pick, "单位名称") or "合计"
        columns = zip(COLUMNS[section.kind], [*values, None, None, None], strict=False)
        row = table.add(cells[0], name, columns, line.number)
        row.more = {head: text for head, text in pick.items() if head and text and _number(text) is None}
        row.more["单位列"] = (
            "元"
            if section.kind == "采购" and any("(元)" in one.bare or "（元）" in one.bare for one in section.lines[:12])
            else ""
        )


def _of(cells: dict[str, str], start: str) -> str:
    return next((text for head, text in cells.items() if head.startswith(start)), "")


def fit(tables: dict[str, Table]) -> None:
    """Give the amounts of plain rows their columns. What is empty follows from the other tables."""
    order = ("5-1", "5-2", "1", "2", "3", "6", "7", "8", "9", "10")
    for kind in order:
        table = tables.get(kind)
        for row in table.rows if table else []:
            if "amounts" not in row.more or table is None:
                continue
            values = [Decimal(text) for text in row.more.pop("amounts").split(" ")]
            columns = _columns(kind, row.code, values, tables)
            table.rows[table.rows.index(row)] = _filled(table, row.code, row.name, columns, values, row.line)


def _filled(table: Table, code: str, name: str, columns: tuple[str, ...], values: list[Decimal], line: int):
    made = table.add(code, name, zip(columns, values, strict=False), line)
    table.rows.pop()
    return made


def _columns(kind: str, code: str, values: list[Decimal], tables: dict[str, Table]) -> tuple[str, ...]:
    every = COLUMNS[kind]
    count = len(values)
    if kind in ("5-1", "5-2"):
        if count == 4 and abs(values[0] - values[1]) <= abs(values[0] - values[1] - values[3]):
            return every[:4]
        return {2: (every[0], every[4]), 3: every[:3], 4: (*every[:3], every[4])}.get(count, every)
    if kind == "2":
        paid = [row for row in tables.get("1", Table("1")).rows if row.wan("收入预算数") and row.name.endswith("收入")]
        return (*every[:2], *(column for column in every[2:11] if any(_same_source(row.name, column) for row in paid)))
    if kind == "3" and count == 2:
        twin = tables.get("5-1", Table("5-1")).by_code(code)
        project = twin is not None and "项目支出" in twin.cells and "基本支出小计" not in twin.cells
        return (every[0], every[2] if project else every[1])
    if kind == "6" and count == 2:
        return (every[0], every[1] if code[:3] in ("301", "303") else every[2])
    if kind == "7" and count == 2:
        basic = tables.get("6", Table("6"))
        by_code = (("30217", every[5]), ("30212", every[1]), ("30231", every[4]))
        return (every[0], next((column for known, column in by_code if basic.by_code(known)), every[5]))
    if kind in ("8", "9") and count == 2:
        return (every[0], every[2])
    return every


def _same_source(income: str, column: str) -> bool:
    return income.removesuffix("收入").removesuffix("拨款") == column.removesuffix("收入")


def plain_projects(table: Table, unit: str) -> None:
    """In plain text the name of the project runs into that of its unit."""
    units = sorted({row.name for row in table.rows if row.code.isdigit() and len(row.code) > 3}, key=len, reverse=True)
    for row in table.rows:
        if len(row.code) < 15 or row.more.get("单位"):
            continue
        for known in (*units, unit):
            if known and row.name.endswith(known) and row.name != known:
                row.name, row.more["单位"] = row.name.removesuffix(known), known
                break
