"""Table 12: one form for each project."""

from __future__ import annotations

import re
from decimal import Decimal

from ..tables import Detail, Figure, Form, Place, Purchase, Unread, money
from .indicators import read_blocks
from .text import Flat, Line, loose, shown

LABELS = (
    *(
        "项目名称",
        "项目编码",
        "项目代码",
        "项目主管部门",
        "项目执行单位",
        "项目负责人",
        "联系电话",
        "单位地址",
        "邮政编码",
    ),
    *(
        "项目属性",
        "支出项目类别",
        "项目类型",
        "一级项目名称",
        "项目安排频度",
        "起始年度",
        "终止年度",
        "项目概述",
        "考核级次",
    ),
    *("项目立项依据", "项目申请理由", "项目实施方案", "项目主要内容", "项目总预算", "项目当年预算"),
    *("项目前两年预算及当年预算变动情况", "项目前两年预算情况", "项目资金来源", "项目当年资金来源", "项目支出明细测算"),
    *(
        "项目支出明细",
        "项目采购",
        "项目绩效总目标",
        "长期绩效目标表",
        "年度绩效目标表",
        "项目管理目标",
        "项目年度绩效指标",
    ),
)
_TEXTS = ("项目概述", "项目立项依据", "项目申请理由", "项目实施方案", "项目主要内容", "项目管理目标")
_AMOUNT = r"(\d[\d,]*(?:\.\d+)?)"
_CODE = r"\d{8,13}[A-Z]\d{6,9}"
_SOURCE = re.compile(
    r"^(?:\d\.)?(合计|一般公共预算财政拨款|其中：申请\S*|政府性基金\S*|国有资本\S*|财政专户\S*|单位资金|使用上年度\S*)$"
)


def read_form(lines: list[Line], table: str, unread: list[Unread]) -> list[Form]:
    """The form; a second one where the text runs on with another project's goals without a heading."""
    again = [at for at, line in enumerate(lines) if line.bare.startswith("项目绩效总目标")]
    rest: list[Line] = []
    if len(again) > 1:
        lines, rest = lines[: again[1]], lines[again[1] :]
    form = Form(table, line=lines[0].number)
    unit = next((line.bare for line in lines[:4] if re.match(r"^(?:资金)?单位[:：]", line.bare)), "")
    form.unit = "元" if unit.endswith(("：元", ":元")) else "万元"
    if any("\t" in line.text for line in lines):
        _fields_tabbed(form, lines)
        _money_tabbed(form, lines, unread)
    else:
        flat = Flat(lines)
        _fields_plain(form, flat)
        _money_plain(form, flat)
    _past(form)
    form.blocks = read_blocks(lines, table, unread)
    found = [form]
    if rest:
        other = Form(f"{table}（续）", line=rest[0].number, header=False)
        other.blocks = read_blocks(rest, other.table, unread)
        found.append(other)
    return found


def _figure(form: Form, text: str, row: str, column: str, line: int) -> Figure | None:
    """ "150万元" in a form in 元 keeps its own unit."""
    value = money(text.replace(" ", ""))
    if value is None:
        return None
    unit = "万元" if text.replace(" ", "").endswith("万元") else form.unit
    return Figure(value, Place(form.table, row, column, line), unit)


# --- text with tabs ---------------------------------------------------------------------------------------------------
def _fields_tabbed(form: Form, lines: list[Line]) -> None:
    for line in lines:
        if "\t" not in line.text:
            continue
        cells = line.cells
        bare = [cell.replace(" ", "") for cell in cells]
        for at, cell in enumerate(bare):
            if cell not in LABELS or cell in form.fields:
                continue
            after = []
            for later, plain in zip(cells[at + 1 :], bare[at + 1 :], strict=True):
                if plain in LABELS:
                    break
                after.append(later)
            checked = [text for text in after if 'checked=""' in text]
            text = checked[0] if checked else next((one for one in after if one), "")
            form.fields[cell] = (re.sub(r"<[^>]*>", "", text).strip(), line.number)
    form.name = form.text("项目名称").replace(" ", "")
    form.code = form.text("项目编码") or form.text("项目代码")
    form.total = _figure(form, form.text("项目总预算"), "项目总预算", "", form.place("项目总预算").line)
    form.year = _figure(form, form.text("项目当年预算"), "项目当年预算", "", form.place("项目当年预算").line)


def _money_tabbed(form: Form, lines: list[Line], unread: list[Unread]) -> None:
    mode = ""
    for line in lines:
        cells = [cell.replace(" ", "") for cell in line.cells]
        first = cells[0]
        if "资金来源" in first:
            mode = "资金来源"
        elif first in ("项目支出明细测算", "项目采购"):
            mode = first
            form.purchases_asked = form.purchases_asked or first == "项目采购"
            continue
        elif first.startswith("项目绩效总目标"):
            break
        full = [cell for cell in cells if cell]
        if mode == "资金来源":
            label = next((cell for cell in full if _SOURCE.match(cell)), "")
            figure = _figure(form, full[-1], f"资金来源·{label}", "金额", line.number) if label else None
            if label and figure:
                form.sources.append((re.sub(r"^\d\.", "", label), figure))
        elif mode == "项目支出明细测算" and first != "项目活动":
            at = next((at for at, cell in enumerate(cells) if at and money(cell) is not None), None)
            if at is None:
                if full:
                    unread.append(Unread(line.number, form.table, shown(line), "明细行没有金额"))
                continue
            figure = _figure(form, cells[at], f"明细·{first}", "金额", line.number)
            remark = " ".join(line.cells[at + 1 :]).strip()
            if figure:
                form.details.append(Detail(cells[at - 2] if at > 1 else first, figure, cells[at - 1], remark))
        elif mode == "项目采购" and first != "品名" and first != "无" and len(full) >= 2:
            figure = _figure(form, full[-1], f"采购·{first}", "金额", line.number)
            if figure:
                form.purchases.append(Purchase(first, figure, full[1] if len(full) > 2 else ""))


# --- text without tabs ------------------------------------------------------------------------------------------------
def _fields_plain(form: Form, flat: Flat) -> None:
    heads = []
    for label in LABELS:
        found = re.search(rf"(?:^|\|)({loose(label)})(?=\||\d|$)", flat.text)
        if found:
            heads.append((found.start(1), found.end(1), label))
    heads.sort()
    kept: list[tuple[int, int, str]] = []
    for head in heads:
        if kept and head[0] < kept[-1][1]:
            if head[1] > kept[-1][1]:
                kept[-1] = head
            continue
        kept.append(head)
    ends = [start for start, _, _ in kept[1:]] + [len(flat.text)]
    for (start, after, label), end in zip(kept, ends, strict=True):
        form.fields[label] = (flat.text[after:end].replace("|", "").strip(), flat.line(start))
    form.name = form.text("项目名称")
    form.code = form.text("项目编码")
    for label in ("项目总预算", "项目当年预算"):
        found = re.match(_AMOUNT, form.text(label))
        figure = _figure(form, found.group(1), label, "", form.place(label).line) if found else None
        if label == "项目总预算":
            form.total = figure
        else:
            form.year = figure


def _span(flat: Flat, start: str, *ends: str) -> tuple[int, int]:
    head = re.search(loose(start), flat.text)
    if not head:
        return 0, 0
    tails = [found.start() for end in ends if (found := re.search(loose(end), flat.text[head.end() :]))]
    return head.end(), head.end() + min(tails) if tails else len(flat.text)


def _money_plain(form: Form, flat: Flat) -> None:
    start, end = _span(flat, "资金来源", "项目支出明细", "项目|支|出")
    for label in ("合计", "一般公共预算财政拨款", "其中：申请当年预算拨款", "单位资金"):
        found = re.search(rf"{loose(label)}(?:\|*收\|*入)?\|*{_AMOUNT}(?=\||$)", flat.text[start:end])
        if found:
            line = flat.line(start + found.start(1))
            figure = _figure(form, found.group(1), f"资金来源·{label}", "金额", line)
            if figure:
                form.sources.append((label, figure))
    start, end = _span(flat, "项目支出明细", "项目采购", "测算依|据", "项目管理目标")
    _details_plain(form, flat, start, end)
    start, end = _span(flat, "项目采购|", "项目绩效总目标")
    form.purchases_asked = end > start > 0
    for found in re.finditer(rf"(?:^|\|)([^|]+)\|(?:(\d+)\|)?{_AMOUNT}(?=\||$)", flat.text[start:end]):
        figure = _figure(form, found.group(3), f"采购·{found.group(1)}", "金额", flat.line(start + found.start(3)))
        if figure:
            form.purchases.append(Purchase(found.group(1), figure, found.group(2) or ""))
    for found in re.finditer(rf"(20\d\d)年\|{_AMOUNT}\|(?:{_AMOUNT}\|)?(\d+(?:\.\d+)?%)", flat.text):
        line = flat.line(found.start())
        figure = _figure(form, found.group(2), "前两年预算", f"{found.group(1)}年", line)
        if figure:
            form.before[int(found.group(1))] = figure
            form.executed[int(found.group(1))] = (
                found.group(3) or "",
                found.group(4),
                Place(form.table, "前两年预算", "执行数", line),
            )


def _details_plain(form: Form, flat: Flat, start: int, end: int) -> None:
    text = flat.text[start:end]
    coded = list(re.finditer(rf"{_CODE}\|(.*?)(\d{{5}})(?:-([^\d]*?))?\|+{_AMOUNT}(?:\||$)(.*?)(?={_CODE}|$)", text))
    if coded:
        for found in coded:
            line = flat.line(start + found.start(4))
            figure = _figure(form, found.group(4), f"明细·{found.group(2)}", "金额", line)
            if figure:
                economic = f"{found.group(2)}{(found.group(3) or '').replace('|', '')}"
                form.details.append(
                    Detail(found.group(1).replace("|", ""), figure, economic, found.group(5).replace("|", ""))
                )
        return
    for found in re.finditer(rf"(?:^|\|)(?:\d\.)?([^|\d]{{2,}}?)\|{_AMOUNT}(?=\||$)", text):
        if found.group(1) in ("合计", "金额"):
            if found.group(1) == "合计":
                line = flat.line(start + found.start(2))
                figure = _figure(form, found.group(2), "明细·合计", "金额", line)
                if figure:
                    form.sources.append(("明细合计", figure))
            continue
        figure = _figure(form, found.group(2), f"明细·{found.group(1)}", "金额", flat.line(start + found.start(2)))
        if figure:
            form.details.append(Detail(found.group(1), figure))


def _past(form: Form) -> None:
    """ "2024 年预算安排 188.17 万元" in the text on the years before."""
    label = "项目前两年预算及当年预算变动情况"
    text, line = form.fields.get(label, ("", 0))
    for found in re.finditer(r"(20\d\d)年?的?预算安排为?(\d+(?:\.\d+)?)万元", text.replace(" ", "")):
        figure = Figure(Decimal(found.group(2)), Place(form.table, "前两年预算", f"{found.group(1)}年", line))
        form.before.setdefault(int(found.group(1)), figure)
