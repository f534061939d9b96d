"""Part two: tables 1 to 10, those beside them, 11 and 12."""

from __future__ import annotations

from decimal import Decimal

from ..tables import COLUMNS, TITLES, Block, Budget, Form, Overall, Table
from .parts import Part, grid, heading, share, told, wan

_NUMBERS = ("1", "2", "3", "4", "5-1", "5-2", "6", "7", "8", "9", "10")
_MORE = ("采购", "购买服务", "资产")
_HEADS = {
    "2": ("部门（单位）代码", "部门（单位）名称"),
    "5-2": ("单位编码", "单位名称"),
    "10": ("项目编码", "项目名称", "项目单位"),
}


def tables(budget: Budget) -> list[Part]:
    found = [heading(f"第二部分 {budget.name} {budget.year} 年部门预算表", 1)]
    for code in _NUMBERS:
        found += _table(budget, code, code)
    number = 11
    for code in _MORE:
        if code in budget.tables:
            found += _table(budget, code, str(number))
            number += 1
    if budget.overall:
        found += _overall(budget, budget.overall, number)
        number += 1
    for at, form in enumerate((form for form in budget.forms if form.header), start=1):
        found += _form(form, f"{number}-{at}")
    return found


def _table(budget: Budget, code: str, number: str) -> list[Part]:
    table = budget.table(code)
    found = [heading(f"表 {number}. {TITLES[code]}"), told(f"部门：{budget.name}"), told(f"单位：{table.unit}")]
    if not table.rows or (code in ("8", "9") and not any(row.wan("合计") for row in table.rows)):
        reason = {"8": "政府性基金预算", "9": "国有资本经营预算"}.get(code, TITLES[code].removesuffix("表"))
        return [*found, told(f"备注：本单位 {budget.year} 年没有{reason}支出。")]
    if code in ("1", "4"):
        return [*found, grid(_two_sided(table))]
    if code in _MORE:
        return [*found, grid(_beside(table))]
    columns = COLUMNS[code]
    if code == "7":
        rows = [[_cell(row.cells.get(column)) for column in columns] for row in table.rows]
        return [*found, grid([list(columns), *rows])]
    heads = _HEADS.get(code, ("科目编码", "科目名称"))
    rows = []
    for row in table.rows:
        first = [row.code, "" if code == "10" and row.name == "合计" else row.name]
        first += [row.more.get("单位", "")] if code == "10" else []
        rows.append([*first, *(_cell(row.cells.get(column)) for column in columns)])
    return [*found, grid([[*heads, *columns], *rows])]


def _cell(figure: object) -> str:
    value = getattr(figure, "value", None)
    return f"{value:f}" if value is not None else ""


def _two_sided(table: Table) -> list[list[str]]:
    left = [(row.name, row.cells["收入预算数"]) for row in table.rows if "收入预算数" in row.cells]
    right = [(row.name, row.cells["支出预算数"]) for row in table.rows if "支出预算数" in row.cells]
    rows = [["收入", "预算数", "支出", "预算数"]]
    for at in range(max(len(left), len(right))):
        one = left[at] if at < len(left) else ("", None)
        other = right[at] if at < len(right) else ("", None)
        rows.append([one[0].removeprefix("结转"), _cell(one[1]), other[0], _cell(other[1])])
    return rows


def _beside(table: Table) -> list[list[str]]:
    columns = COLUMNS[table.code]
    if table.code != "采购":
        rows = [
            [row.code, row.name, row.name, *(_cell(row.cells.get(column)) for column in columns)] for row in table.rows
        ]
        return [["单位代码", "单位名称", "项目", *columns], *rows]
    rows = [
        [row.code, row.more.get("单位名称", ""), row.name, row.more.get("政府采购品目", ""),
         *(_cell(row.cells.get(column)) for column in columns[:3])]
        for row in table.rows
    ]  # fmt: skip
    return [["单位代码", "单位名称", "项目", "政府采购品目", "采购数量", "单价", "采购金额"], *rows]


# --- tables 11 and 12 -------------------------------------------------------------------------------------------------
def _overall(budget: Budget, overall: Overall, number: int) -> list[Part]:
    years = [budget.year - 2, budget.year - 1]
    rows = [["", "总体资金情况", "当年金额", "占比", *(f"{year} 年" for year in years)]]
    for line in overall.lines:
        whole = overall.of(line.side, "合计")
        rows.append(
            ["", line.label, wan(line.now.wan), share(line.now.wan, whole.now.wan) if whole else "",
             *(wan(line.before[year].wan) if year in line.before else "" for year in years)]
        )  # fmt: skip
    found = [
        heading(f"表 {number}. {TITLES['整体绩效']}"), told(f"部门：{budget.name}"), told("单位：万元"), grid(rows),
        told("部门职能概述：见第一部分。"),
    ]  # fmt: skip
    if overall.projects:
        heads = ["项目支出情况", "项目名称", "支出项目类别", "项目总预算", "项目本年度预算"]
        lines = [
            [
                "",
                line.name,
                line.category,
                wan(line.total.wan) if line.total else "",
                wan(line.year.wan) if line.year else "",
            ]
            for line in overall.projects
        ]
        found.append(grid([heads, *lines]))
    return [*found, *_goals(overall), *_blocks(overall.blocks)]


def _goals(overall: Overall) -> list[Part]:
    sides = {
        term: [
            (index, block.goal)
            for index, block in enumerate((b for b in overall.blocks if b.term == term), 1)
            if block.goal
        ]
        for term in ("long", "annual")
    }
    rows = [["整体绩效总目标", "长期目标", "年度目标"]]
    for at in range(max(len(side) for side in sides.values())):
        cells = [f"目标{side[at][0]}：{side[at][1]}" if at < len(side) else "" for side in sides.values()]
        rows.append(["", *cells])
    return [grid(rows)]


def _blocks(blocks: list[Block], goals: bool = True) -> list[Part]:
    found: list[Part] = []
    counts = {"long": 0, "annual": 0}
    for block in blocks:
        counts[block.term] += 1
        said = "长期" if block.term == "long" else "年度"
        if goals and block.goal:
            found.append(told(f"{said}目标{counts[block.term]}：{block.goal}"))
        found.append(told(f"{said}绩效目标表"))
        annual = block.term == "annual"
        values = ["前年", "上年", "预计当年实现"] if annual else ["指标值"]
        rows = [["一级指标", "二级指标", "三级指标", *values, "指标值确定依据"]]
        for one in block.indicators:
            before = [one.before[0].text or "无", one.before[1].text or "无"] if annual else []
            rows.append([one.level1, one.level2, one.name, *before, one.target.text, one.basis])
        found.append(grid(rows))
    return found


def _form(form: Form, number: str) -> list[Part]:
    def amount(value: Decimal | None) -> str:
        return wan(value) if value is not None else ""

    year = form.year.wan if form.year else None
    past = "，".join(f"{before} 年预算安排 {wan(figure.wan)} 万元" for before, figure in sorted(form.before.items()))
    reason = form.text("项目立项依据") or form.text("项目申请理由")
    rows = [
        ["项目名称", form.name, "项目编码", form.code],
        ["起始年度", form.text("起始年度"), "终止年度", form.text("终止年度")],
        ["项目立项依据", reason],
        ["项目总预算", amount(form.total.wan if form.total else year), "项目当年预算", amount(year)],
        ["项目前两年预算及当年预算变动情况", f"{past}。" if past else "无"],
        ["项目资金来源", "来源项目", "金额"],
        *(["", label, wan(figure.wan)] for label, figure in form.sources if label != "明细合计"),
        ["项目支出明细测算"],
        ["项目活动", "活动内容表述", "支出经济分类", "金额", "测算依据及说明"],
        *([form.name, one.name, one.economic, wan(one.amount.wan), one.remark] for one in form.details),
        ["项目采购"],
        ["品名", "数量", "金额"],
        *([one.name, one.quantity, wan(one.amount.wan)] for one in form.purchases),
        *([["无"]] if not form.purchases else []),
        ["项目绩效总目标"],
    ]
    wide = max(len(row) for row in rows)
    filled = [row + [""] * (wide - len(row)) for row in rows]
    title = [heading(f"表 {number}. {TITLES['项目绩效']}"), told(f"{form.name}申报表"), told("单位：万元")]
    return [*title, grid(filled), *_blocks(form.blocks, goals=False)]
