"""Sums within the tables: R01, R02, R03, R06, R07, R08, R10, R11."""

from __future__ import annotations

from itertools import pairwise

from ..tables import COLUMNS, Budget, Figure, Row, Table
from .base import Findings, compare_sum


def check(budget: Budget, found: Findings) -> None:
    _table1(budget, found)
    _table4(budget, found)
    _table2(budget, found)
    for code, rule, kinds in (
        ("3", "R03", (3, 5, 7)),
        ("5-1", "R06", (3, 5, 7)),
        ("6", "R08", (3, 5)),
        ("8", "R03", (3, 5, 7)),
        ("9", "R03", (3, 5, 7)),
    ):
        _subjects(budget.table(code), rule, kinds, found)
    for row in budget.table("3").rows:
        _across(
            row,
            "R03",
            "合计",
            ("基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"),
            found,
        )
    for code, rule in (("5-1", "R06"), ("5-2", "R07")):
        for row in budget.table(code).rows:
            _across(row, rule, "合计", ("基本支出小计", "项目支出"), found)
            _across(row, rule, "基本支出小计", ("人员经费", "公用经费"), found)
    for row in budget.table("6").rows:
        _across(row, "R08", "合计", ("人员经费", "公用经费"), found)
    _units(budget.table("5-2"), "R07", found)
    for row in budget.table("7").rows:
        _across(row, "R10", "合计", ("因公出国（境）费", "公务用车小计", "公务接待费"), found)
        _across(row, "R10", "公务用车小计", ("公务用车购置费", "公务用车运行费"), found)
    _table10(budget, found)


def _named(table: Table, name: str, column: str) -> Figure | None:
    row = next((row for row in table.rows if row.name == name and column in row.cells), None)
    return row.cells[column] if row else None


def _lines(table: Table, column: str, *totals: str) -> list[Figure]:
    return [row.cells[column] for row in table.rows if column in row.cells and row.name not in totals]


def _table1(budget: Budget, found: Findings) -> None:
    table = budget.table("1")
    closing = (
        "本年收入合计",
        "本年支出合计",
        "收入总计",
        "支出总计",
        "上年结转结余",
        "年终结转结余",
        "上年结转",
        "年终结转",
    )
    for side, year, total, carried in (
        ("收入预算数", "本年收入合计", "收入总计", "上年结转结余"),
        ("支出预算数", "本年支出合计", "支出总计", "年终结转结余"),
    ):
        parts = _lines(table, side, *closing)
        compare_sum(found, "R01", _named(table, year, side), parts, f"表1 {year}", f"Table 1, {year}")
        whole = [part for name in (year, carried) if (part := _named(table, name, side))]
        compare_sum(found, "R01", _named(table, total, side), whole, f"表1 {total}", f"Table 1, {total}")
    other = _named(table, "支出总计", "支出预算数")
    compare_sum(
        found,
        "R01",
        _named(table, "收入总计", "收入预算数"),
        [other] if other else [],
        "表1 收支平衡",
        "Table 1 balance",
    )


def _table4(budget: Budget, found: Findings) -> None:
    table = budget.table("4")
    closing = ("本年支出", "年终结转结余", "支出总计")
    parts = _lines(table, "支出预算数", *closing)
    compare_sum(found, "R05", _named(table, "本年支出", "支出预算数"), parts, "表4 本年支出", "Table 4, expenditure")
    income = [
        row.cells["收入预算数"]
        for row in table.rows
        if row.name.endswith("预算拨款") and not row.name.startswith("结转") and "收入预算数" in row.cells
    ]
    compare_sum(found, "R05", _named(table, "本年收入", "收入预算数"), income, "表4 本年收入", "Table 4, income")
    other = _named(table, "支出总计", "支出预算数")
    compare_sum(
        found,
        "R05",
        _named(table, "收入总计", "收入预算数"),
        [other] if other else [],
        "表4 收支平衡",
        "Table 4 balance",
    )
    for side, name, year in (("收入预算数", "收入总计", "本年收入"), ("支出预算数", "支出总计", "本年支出")):
        carried = "上年结转" if side == "收入预算数" else "年终结转结余"
        whole = [part for one in (year, carried) if (part := _named(table, one, side))]
        compare_sum(found, "R05", _named(table, name, side), whole, f"表4 {name}", f"Table 4, {name}")


def _table2(budget: Budget, found: Findings) -> None:
    table = budget.table("2")
    columns = COLUMNS["2"]
    for row in table.rows:
        _across(row, "R02", "合计", ("本年收入小计", "上年结转小计"), found)
        _across(row, "R02", "本年收入小计", columns[2:11], found)
        if any(column in row.cells for column in columns[12:]):
            _across(row, "R02", "上年结转小计", columns[12:], found)
    _units(table, "R02", found)


def _across(row: Row, rule: str, whole: str, parts: tuple[str, ...], found: Findings) -> None:
    figures = [row.cells[column] for column in parts if column in row.cells]
    compare_sum(
        found,
        rule,
        row.cells.get(whole),
        figures,
        f"{row.label}：{whole}＝各列之和",
        f"{row.code or row.name}: {whole} across",
    )


def _subjects(table: Table, rule: str, lengths: tuple[int, ...], found: Findings) -> None:
    """Total = Σ classes; each class = Σ groups = Σ items, column by column."""
    rows = [row for row in table.body if row.code.isdigit()]
    for column in COLUMNS.get(table.code, ()):
        tops = [row.cells[column] for row in rows if len(row.code) == lengths[0] and column in row.cells]
        total = table.total
        if total is not None:
            compare_sum(
                found,
                rule,
                total.cells.get(column),
                tops,
                f"表{table.code} 合计·{column}＝Σ类",
                f"Table {table.code}, total, {column}",
            )
        for upper, lower in pairwise(lengths):
            for row in (row for row in rows if len(row.code) == upper):
                below = [
                    one.cells[column]
                    for one in rows
                    if len(one.code) == lower and one.code.startswith(row.code) and column in one.cells
                ]
                level = "Σ款" if lower == 5 else "Σ项"
                compare_sum(
                    found,
                    rule,
                    row.cells.get(column),
                    below,
                    f"表{table.code} {row.label}·{column}＝{level}",
                    f"Table {table.code}, {row.code}, {column}",
                )


def _units(table: Table, rule: str, found: Findings) -> None:
    rows = [row for row in table.body if row.code.isdigit()]
    if not rows or table.total is None:
        return
    short = min(len(row.code) for row in rows)
    departments = [row for row in rows if len(row.code) == short]
    for column in COLUMNS[table.code]:
        tops = [row.cells[column] for row in departments if column in row.cells]
        compare_sum(
            found,
            rule,
            table.total.cells.get(column),
            tops,
            f"表{table.code} 合计·{column}＝Σ部门",
            f"Table {table.code}, total, {column}",
        )
        for row in departments:
            below = [
                one.cells[column]
                for one in rows
                if one is not row and one.code.startswith(row.code) and column in one.cells
            ]
            compare_sum(
                found,
                rule,
                row.cells.get(column),
                below,
                f"表{table.code} {row.label}·{column}＝Σ单位",
                f"Table {table.code}, {row.code}, {column}",
            )


def projects(budget: Budget) -> list[Row]:
    """The rows of table 10 that are projects, not units or headings."""
    table = budget.table("10")
    coded = [row for row in table.body if len(row.code) > 12]
    return coded or [row for row in table.body if row.more.get("单位")]


def _table10(budget: Budget, found: Findings) -> None:
    table = budget.table("10")
    rows = projects(budget)
    for row in table.rows:
        _across(row, "R11", "合计", COLUMNS["10"][1:], found)
    heads = [row for row in table.rows if row not in rows]
    for row in heads:
        for column in COLUMNS["10"]:
            parts = [one.cells[column] for one in rows if column in one.cells]
            compare_sum(
                found,
                "R11",
                row.cells.get(column),
                parts,
                f"表10 {row.label}·{column}＝Σ项目",
                f"Table 10, {row.name}, {column}",
            )
