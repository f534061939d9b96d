"""The budget as a workbook: an empty form to fill, what is held, and the way back."""

from __future__ import annotations

import io
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from chengyun.kernel.problems import Problem
from chengyun.kernel.tabular import TableError, check_zip

from .tables import (
    COLUMNS,
    TITLES,
    Block,
    Budget,
    Composition,
    Detail,
    Figure,
    Form,
    Indicator,
    Overall,
    Percent,
    Place,
    Purchase,
    Table,
    money,
    percent,
    value_of,
)

MAX_ROWS = 2000
_OVERVIEW = ("段", "内容")
_OVERALL = ("方向", "项目", "当年", "占比", "年度一", "金额一", "年度二", "金额二")
_INDICATORS = ("表", "项目名称", "期限", "目标", "一级指标", "二级指标", "三级指标", "前年", "上年", "指标值", "依据")
_FORMS = ("表", "项目名称", "项目编码", "单位", "项目总预算", "项目当年预算", "起始年度", "终止年度", "立项依据")
_PARTS = ("表", "类别", "名称", "经济分类", "金额", "说明")
_TERMS = {"长期": "long", "年度": "annual"}


# --- out --------------------------------------------------------------------------------------------------------------
def sheets(budget: Budget, year: int, name: str) -> list[dict[str, Any]]:
    """For kernel.paper: one sheet for each table, and three for what the performance tables hold."""
    found = [_sheet("说明", ("项目", "内容"), [["年度", str(year)], ["部门", name]], ["text", "text"])]
    told = [[str(number), line] for number, line in enumerate(budget.overview, start=1)]
    about = ["公开文本第一部分：主要职责、机构设置、人员，一行一段"]
    found.append(_sheet("概况", _OVERVIEW, told, ["text", "text"], about))
    for code, columns in COLUMNS.items():
        rows: list[list[Any]] = [
            [row.code, row.name, *(_number(row.cells.get(column)) for column in columns)]
            for row in budget.table(code).rows
        ]
        about = [f"表{code} {TITLES[code]}", f"单位：{budget.table(code).unit}"]
        kinds = ["text", "text", *("count" for _ in columns)]
        found.append(_sheet(f"表{code}", ("编码", "名称", *columns), rows, kinds, about))
    return [*found, *_performance(budget)]


def _sheet(
    name: str, columns: tuple[str, ...], rows: list[list[Any]], kinds: list[str], about: list[str] | None = None
) -> dict[str, Any]:
    return {"name": name, "about": about or [], "columns": list(columns), "kinds": kinds, "rows": rows}


def _number(figure: Figure | None) -> float | None:
    return float(figure.value) if figure else None


def _performance(budget: Budget) -> list[dict[str, Any]]:
    overall = []
    for line in budget.overall.lines if budget.overall else []:
        share = f"{line.share.value}%" if line.share else ""
        past = [text for year, figure in line.before.items() for text in (str(year), str(figure.value))]
        overall.append([line.side, line.label, str(line.now.value), share, *past, *[""] * (4 - len(past))])
    blocks = [("整体绩效", "", block) for block in (budget.overall.blocks if budget.overall else [])]
    blocks += [(form.table, form.name, block) for form in budget.forms for block in form.blocks]
    indicators = [
        [table, project, "长期" if block.term == "long" else "年度", block.goal, one.level1, one.level2, one.name,
         one.before[0].text, one.before[1].text, one.target.text, one.basis]
        for table, project, block in blocks for one in block.indicators
    ]  # fmt: skip
    forms, parts = [], []
    for form in budget.forms:
        reason = form.text("项目立项依据") or form.text("项目申请理由")
        total, year = (str(one.value) if one else "" for one in (form.total, form.year))
        forms.append(
            [
                form.table,
                form.name,
                form.code,
                form.unit,
                total,
                year,
                form.text("起始年度"),
                form.text("终止年度"),
                reason,
            ]
        )
        parts += [[form.table, "来源", label, "", str(one.value), ""] for label, one in form.sources]
        parts += [
            [form.table, "明细", one.name, one.economic, str(one.amount.value), one.remark] for one in form.details
        ]
        parts += [[form.table, "采购", one.name, "", str(one.amount.value), one.quantity] for one in form.purchases]
        parts += [[form.table, "前两年", str(year), "", str(one.value), ""] for year, one in form.before.items()]
    return [
        _sheet(name, columns, rows, ["text"] * len(columns))
        for name, columns, rows in (
            ("整体构成", _OVERALL, overall), ("绩效指标", _INDICATORS, indicators), ("项目", _FORMS, forms),
            ("项目明细", _PARTS, parts),
        )
    ]  # fmt: skip


# --- in ---------------------------------------------------------------------------------------------------------------
def _bad(text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": "file", "message": text}])


def read_workbook(data: bytes) -> Budget:
    """Problem 422 with sheet and row when a cell is no number."""
    from openpyxl import load_workbook

    file = io.BytesIO(data)
    try:
        check_zip(file, 64 * 1024**2)
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except TableError as error:
        raise _bad(str(error)) from None
    except Exception:  # openpyxl lets many kinds through for a malformed workbook
        raise _bad("Excel 文件已损坏，无法打开。") from None
    found = Budget()
    rows: dict[str, list[dict[str, str]]] = {}
    try:
        for sheet in book.worksheets[:40]:
            sheet.reset_dimensions()
            rows[sheet.title] = _records(sheet)
    except Problem:
        raise
    except Exception:
        raise _bad("Excel 文件已损坏，无法读完。") from None
    told = {one.get("项目", ""): one.get("内容", "") for one in rows.get("说明", [])}
    if "年度" not in told:
        raise _bad("不是预算模板：没有“说明”页里的“年度”。请先下载模板。")
    found.year, found.name = _year(told.get("年度", "")), told.get("部门", "")[:120]
    found.overview = [one["内容"] for one in rows.get("概况", []) if one.get("内容")][:200]
    for code in COLUMNS:
        _read_table(found, code, rows.get(f"表{code}", []))
    _read_performance(found, rows)
    return found


def _year(text: str) -> int:
    plain = text.strip().removesuffix("年").removesuffix(".0")
    if not (plain.isdigit() and len(plain) == 4):
        raise _bad(f"“年度”不对：{text[:20]}")
    return int(plain)


def _records(sheet: Any) -> list[dict[str, str]]:
    """The rows below the line of headings: the first with two cells or more."""
    heads: list[str] = []
    found: list[dict[str, str]] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=40, max_row=MAX_ROWS + 20), start=1):
        cells = [_text(cell) for cell in row]
        if not heads:
            if sum(bool(cell) for cell in cells) > 1:
                heads = cells
            continue
        if any(cells):
            found.append({**dict(zip(heads, cells, strict=False)), "行": str(number)})
    if len(found) > MAX_ROWS:
        raise _bad(f"“{sheet.title[:20]}”超过 {MAX_ROWS} 行。")
    return found


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(round(Decimal(repr(cell)), 6).normalize())
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", str(cell)).strip().lstrip("'")[:4000]


def _read_table(found: Budget, code: str, rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    table = Table(code)
    for row in rows:
        amounts: list[tuple[str, Decimal | None]] = []
        for column in COLUMNS[code]:
            text = row.get(column, "")
            value = money(text) if text else None
            if text and value is None:
                raise _bad(f"“表{code}”第 {row['行']} 行“{column}”不是数字：{text[:20]}")
            amounts.append((column, value))
        table.add(row.get("编码", ""), row.get("名称", "")[:200] or "合计", amounts, int(row["行"]))
    found.tables[code] = table


def _figure(text: str, place: Place, unit: str = "万元") -> Figure | None:
    try:
        return Figure(Decimal(text.replace(",", "")), place, unit) if text else None
    except InvalidOperation:
        raise _bad(f"“{place.row}”的“{place.column}”不是数字：{text[:20]}") from None


def _read_performance(found: Budget, rows: dict[str, list[dict[str, str]]]) -> None:
    if not any(rows.get(name) for name in ("整体构成", "绩效指标", "项目")):
        return
    overall = found.overall = Overall()
    for row in rows.get("整体构成", []):
        place = Place("整体绩效", f"{row.get('方向')}·{row.get('项目')}", "当年", int(row["行"]))
        now = _figure(row.get("当年", ""), place)
        if now is None:
            continue
        share = percent(row.get("占比", ""))
        line = Composition(
            row.get("方向", ""), row.get("项目", ""), now, Percent(share, place) if share is not None else None
        )
        for number in ("一", "二"):
            figure = _figure(row.get(f"金额{number}", ""), place)
            if row.get(f"年度{number}") and figure:
                line.before[_year(row[f"年度{number}"])] = figure
        overall.lines.append(line)
    forms: dict[str, Form] = {}
    for row in rows.get("项目", []):
        forms[row.get("表", "")] = _form(row)
    found.forms = list(forms.values())
    for row in rows.get("项目明细", []):
        if row.get("表", "") in forms:
            _part(forms[row["表"]], row)
    blocks: dict[tuple[str, str, str], Block] = {}
    for row in rows.get("绩效指标", []):
        _indicator(overall, forms, blocks, row)


def _form(row: dict[str, str]) -> Form:
    line = int(row["行"])
    form = Form(
        row.get("表", "")[:40],
        row.get("项目名称", "")[:200],
        row.get("项目编码", "")[:40],
        row.get("单位", "") or "万元",
        line,
    )
    form.unit = form.unit if form.unit in ("万元", "元") else "万元"
    for label in ("项目名称", "项目编码", "起始年度", "终止年度", "项目总预算", "项目当年预算"):
        form.fields[label] = (row.get(label, ""), line)
    form.fields["项目立项依据"] = (row.get("立项依据", ""), line)
    form.total = _figure(row.get("项目总预算", ""), Place(form.table, "项目总预算", "", line), form.unit)
    form.year = _figure(row.get("项目当年预算", ""), Place(form.table, "项目当年预算", "", line), form.unit)
    return form


def _part(form: Form, row: dict[str, str]) -> None:
    kind, name = row.get("类别", ""), row.get("名称", "")
    figure = _figure(row.get("金额", ""), Place(form.table, f"{kind}·{name}", "金额", int(row["行"])), form.unit)
    if figure is None:
        return
    if kind == "来源":
        form.sources.append((name, figure))
    elif kind == "明细":
        form.details.append(Detail(name, figure, row.get("经济分类", ""), row.get("说明", "")))
    elif kind == "采购":
        form.purchases_asked = True
        form.purchases.append(Purchase(name, figure, row.get("说明", "")))
    elif kind == "前两年":
        form.before[_year(name)] = figure


def _indicator(
    overall: Overall, forms: dict[str, Form], blocks: dict[tuple[str, str, str], Block], row: dict[str, str]
) -> None:
    table, said, goal = row.get("表", ""), row.get("期限", ""), row.get("目标", "")
    holder = overall.blocks if table == "整体绩效" else forms[table].blocks if table in forms else None
    if holder is None or said not in _TERMS:
        raise _bad(f"“绩效指标”第 {row['行']} 行：表或期限不对，期限写“长期”或“年度”。")
    key = (table, said, goal)
    if key not in blocks:
        number = sum(one[0] == table and one[1] == said for one in blocks) + 1
        place = Place(table, f"{said}目标{number}", "", int(row["行"]))
        blocks[key] = Block(_TERMS[said], f"{said}绩效目标表", goal, [], place, said)
        holder.append(blocks[key])
    before = (value_of(row.get("前年", "")), value_of(row.get("上年", "")))
    place = Place(table, row.get("三级指标", ""), f"{said}目标值", int(row["行"]))
    blocks[key].indicators.append(
        Indicator(row.get("一级指标", ""), row.get("二级指标", ""), row.get("三级指标", ""),
                  value_of(row.get("指标值", "")), before, row.get("依据", ""), place)
    )  # fmt: skip
