"""Tables 1 to 10 and the procurement, purchased service and asset tables that some districts add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from .amounts import WAN, Figure, Place

TITLES = {
    "1": "收支总表",
    "2": "收入总表",
    "3": "支出总表",
    "4": "财政拨款收支总表",
    "5-1": "一般公共预算支出表（分功能科目）",
    "5-2": "一般公共预算支出表（分单位）",
    "6": "一般公共预算基本支出表",
    "7": "一般公共预算“三公”经费支出表",
    "8": "政府性基金预算支出表",
    "9": "国有资本经营预算支出表",
    "10": "项目支出表",
    "采购": "政府采购预算表",
    "购买服务": "政府购买服务预算表",
    "资产": "资产配置预算表",
    "整体绩效": "部门整体支出绩效目标表",
    "项目绩效": "部门项目支出绩效目标表",
}

_FUNDS = ("合计", "基本支出", "项目支出")
COLUMNS: dict[str, tuple[str, ...]] = {
    "1": ("收入预算数", "支出预算数"),
    "2": (
        *("合计", "本年收入小计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金", "事业收入"),
        *("事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入", "上年结转小计", "结转一般公共预算"),
        *("结转政府性基金预算", "结转国有资本经营预算", "结转财政专户管理资金", "结转单位资金"),
    ),
    "3": ("合计", "基本支出", "项目支出", "事业单位经营支出", "上缴上级支出", "对附属单位补助支出"),
    "4": ("收入预算数", "支出预算数"),
    "5-1": ("合计", "基本支出小计", "人员经费", "公用经费", "项目支出"),
    "5-2": ("合计", "基本支出小计", "人员经费", "公用经费", "项目支出"),
    "6": ("合计", "人员经费", "公用经费"),
    "7": ("合计", "因公出国（境）费", "公务用车小计", "公务用车购置费", "公务用车运行费", "公务接待费"),
    "8": _FUNDS,
    "9": _FUNDS,
    "10": (
        *("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算", "结转一般公共预算", "结转政府性基金预算"),
        *("结转国有资本经营预算", "财政专户管理资金", "单位资金"),
    ),
    "采购": ("采购数量", "单价", "采购金额", "面向中小企业", "面向小微企业"),
    "购买服务": ("购买数量", "购买金额"),
    "资产": ("资产数量", "单价", "总金额"),
}


@dataclass
class Row:
    """One row: `code` of a subject, unit or project (may be empty), `name`, and its amounts by column."""

    code: str
    name: str
    cells: dict[str, Figure] = field(default_factory=dict)
    line: int = 0
    more: dict[str, str] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return f"{self.code} {self.name}".strip()

    def wan(self, column: str) -> Decimal:
        found = self.cells.get(column)
        return found.wan if found else Decimal(0)


@dataclass
class Table:
    code: str
    rows: list[Row] = field(default_factory=list)
    unit: str = WAN
    line: int = 0
    printed_number: str = ""

    @property
    def total(self) -> Row | None:
        return next((row for row in self.rows if row.name == "合计" and not row.code), None)

    @property
    def body(self) -> list[Row]:
        return [row for row in self.rows if not (row.name == "合计" and not row.code)]

    def by_code(self, code: str) -> Row | None:
        return next((row for row in self.rows if row.code == code), None)

    def named(self, name: str) -> Row | None:
        return next((row for row in self.rows if row.name == name), None)

    def add(self, code: str, name: str, amounts: Iterable[tuple[str, Decimal | None]], line: int) -> Row:
        """`amounts` by column; None is an empty cell."""
        row = Row(code, name, line=line)
        for column, value in amounts:
            if value is not None:
                place = Place(self.code, row.label or "合计", column, line)
                row.cells[column] = Figure(value, place, self.unit)
        self.rows.append(row)
        return row

    def __bool__(self) -> bool:
        return bool(self.rows)
