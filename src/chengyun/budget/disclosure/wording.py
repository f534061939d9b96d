"""Parts one and three: every figure and percentage is computed from the tables."""

from __future__ import annotations

import re
from decimal import Decimal

from ..rules.sums import projects
from ..tables import Budget, Row
from .parts import Part, change, heading, share, told, wan

ZERO = Decimal(0)


def overview(budget: Budget) -> list[Part]:
    found = [heading(f"第一部分 {budget.name}概况", 1)]
    lines = [line for line in budget.overview if line]
    if not lines:
        lines = [f"纳入{budget.name} {budget.year} 年部门预算编制范围的预算单位为单位本级。"]
    return [*found, *(told(line) for line in lines)]


class Past:
    """The year before: its document, else the years before of table 11."""

    def __init__(self, budget: Budget, before: Budget | None):
        self.year = budget.year - 1
        self.before = before
        self.overall = budget.overall

    def total(self) -> Decimal | None:
        if self.before:
            return self.before.amount("3", "合计", "合计")
        return self._line("收入", "合计")

    def general(self) -> Decimal | None:
        if self.before:
            return self.before.amount("5-1", "合计", "合计")
        return self._line("收入", "财政拨款")

    def item(self, code: str) -> Decimal | None:
        if self.before is None or not self.before.table("5-1").rows:
            return None
        return self.before.amount("5-1", code, "合计") or ZERO

    def vanished(self, now: set[str]) -> list[Row]:
        """What was planned the year before and is not any more: left out, the changes would not add up."""
        rows = self.before.table("5-1").body if self.before else []
        return [row for row in rows if len(row.code) == 7 and row.code not in now and row.wan("合计")]

    def three(self, column: str) -> Decimal | None:
        row = self.before.table("7").total if self.before else None
        return row.wan(column) if row else None

    def _line(self, side: str, label: str) -> Decimal | None:
        line = self.overall.of(side, label) if self.overall else None
        figure = line.before.get(self.year) if line else None
        return figure.wan if figure else None


def narrative(budget: Budget, before: Budget | None) -> list[Part]:
    past = Past(budget, before)
    sections = (
        ("收支预算总体安排情况", _whole), ("收入预算安排情况", _income), ("支出预算安排情况", _spending),
        ("财政拨款收支预算总体情况", _fiscal), ("一般公共预算支出安排情况", _general),
        ("一般公共预算基本支出安排情况", _basic), ("一般公共预算“三公”经费支出安排情况", _three),
        ("政府性基金预算支出安排情况", _funds), ("国有资本经营预算支出安排情况", _capital),
        ("项目支出安排情况", _projects),
        ("其他重要事项的情况说明", _other),
    )  # fmt: skip
    found = [heading(f"第三部分 {budget.name} {budget.year} 年部门预算情况说明", 1)]
    for number, (title, write) in enumerate(sections, start=1):
        found.append(heading(f"{_NUMERALS[number]}、{title}"))
        found += [told(sentence) for sentence in write(budget, past)]
    return found


_NUMERALS = ("", *"一二三四五六七八九十", "十一")


def _of(budget: Budget, code: str, column: str) -> Decimal:
    row = budget.table(code).total
    return row.wan(column) if row else ZERO


def _classes(budget: Budget) -> list[Row]:
    return [row for row in budget.table("5-1").body if len(row.code) == 3]


def _whole(budget: Budget, past: Past) -> list[str]:
    total = _of(budget, "3", "合计")
    sources = [row.name for row in budget.table("1").rows if row.name.endswith("收入") and row.wan("收入预算数")]
    classes = [row.name for row in budget.table("3").body if len(row.code) == 3]
    return [
        f"按照综合预算的原则，{budget.name}所有收入和支出均纳入部门预算管理。",
        f"收入包括：{'、'.join(sources)}。支出包括：{'、'.join(classes)}。",
        f"{budget.year} 年部门收支总预算 {wan(total)} 万元{change(total, past.total(), budget.year)}。",
    ]


def _income(budget: Budget, past: Past) -> list[str]:
    total = _of(budget, "2", "合计")
    parts = []
    for row in budget.table("1").rows:
        if row.name.endswith("收入") and row.wan("收入预算数"):
            name = "一般公共预算财政拨款收入" if row.name == "一般公共预算拨款收入" else row.name
            parts.append(f"{name} {wan(row.wan('收入预算数'))} 万元，占 {share(row.wan('收入预算数'), total)}")
    return [f"部门预算收入 {wan(total)} 万元。其中：{'；'.join(parts)}。"]


def _spending(budget: Budget, past: Past) -> list[str]:
    total, basic, project = (_of(budget, "3", column) for column in ("合计", "基本支出", "项目支出"))
    return [
        f"部门预算支出 {wan(total)} 万元。其中：基本支出 {wan(basic)} 万元，占 {share(basic, total)}；"
        f"项目支出 {wan(project)} 万元，占 {share(project, total)}。"
    ]


def _fiscal(budget: Budget, past: Past) -> list[str]:
    general = _of(budget, "5-1", "合计")
    classes = "；".join(f"{row.name} {wan(row.wan('合计'))} 万元" for row in _classes(budget))
    return [
        f"{budget.year} 年财政拨款收支总预算 {wan(general)} 万元。收入包括：一般公共预算财政拨款本年收入 "
        f"{wan(general)} 万元。",
        f"支出包括：{classes}。",
    ]


def _general(budget: Budget, past: Past) -> list[str]:
    total, basic, staff, public, project = (
        _of(budget, "5-1", column) for column in ("合计", "基本支出小计", "人员经费", "公用经费", "项目支出")
    )
    found = [
        "（一）一般公共预算拨款规模变化情况",
        f"{budget.year} 年一般公共预算拨款 {wan(total)} 万元。其中：本年预算 {wan(total)} 万元"
        f"{change(total, past.general(), budget.year)}。",
        "（二）一般公共预算拨款结构情况",
        f"基本支出 {wan(basic)} 万元，占 {share(basic, total)}，其中：人员经费 {wan(staff)} 万元、公用经费 "
        f"{wan(public)} 万元；"
        f"项目支出 {wan(project)} 万元，占 {share(project, total)}。",
        "（三）一般公共预算拨款具体使用情况",
    ]
    rows = [row for row in budget.table("5-1").body if len(row.code) == 7]
    found += [_item(budget, row, row.wan("合计"), past.item(row.code)) for row in rows]
    old = past.before or budget
    found += [_item(old, row, ZERO, row.wan("合计"), budget.year) for row in past.vanished({row.code for row in rows})]
    return found


def _item(budget: Budget, row: Row, now: Decimal, before: Decimal | None, year: int = 0) -> str:
    names = [getattr(budget.table("5-1").by_code(row.code[:length]), "name", "") for length in (3, 5)]
    year = year or budget.year
    return f"{names[0]}(类){names[1]}(款){row.name}(项){year} 年预算数 {wan(now)} 万元{change(now, before, year)}。"


def _basic(budget: Budget, past: Past) -> list[str]:
    six = budget.table("6")
    found = [f"{budget.year} 年一般公共预算基本支出 {wan(_of(budget, '6', '合计'))} 万元，其中："]
    for number, column in (("一", "人员经费"), ("二", "公用经费")):
        found.append(f"（{number}）{column} {wan(_of(budget, '6', column))} 万元。")
        for row in six.body:
            if len(row.code) == 3 and row.wan(column):
                below = [
                    one.name
                    for one in six.body
                    if len(one.code) == 5 and one.code.startswith(row.code) and one.wan(column)
                ]
                more = f"，主要用于：{'、'.join(below)}" if below else ""
                found.append(f"{row.name} {wan(row.wan(column))} 万元{more}。")
    return found


_THREE = (
    ("因公出国（境）费", "因公出国(境)费"),
    ("公务用车小计", "公务用车购置及运行维护费"),
    ("公务接待费", "公务接待费"),
)


def _three(budget: Budget, past: Past) -> list[str]:
    row = budget.table("7").total
    if row is None or not row.wan("合计"):
        return [f"{budget.year} 年没有安排一般公共预算“三公”经费支出。"]

    def one(name: str, column: str) -> str:
        return f"{name} {wan(row.wan(column))} 万元{change(row.wan(column), past.three(column), budget.year)}"

    parts = "；".join(one(name, column) for column, name in _THREE)
    return [f"{budget.year} 年一般公共预算{one('“三公”经费支出', '合计')}。其中：{parts}。"]


def _funds(budget: Budget, past: Past) -> list[str]:
    return _special(budget, "8", "政府性基金预算")


def _capital(budget: Budget, past: Past) -> list[str]:
    return _special(budget, "9", "国有资本经营预算")


def _special(budget: Budget, code: str, name: str) -> list[str]:
    total = _of(budget, code, "合计")
    return (
        [f"{budget.year} 年{name}支出 {wan(total)} 万元。"]
        if total
        else [f"{budget.year} 年没有使用{name}安排的支出。"]
    )


def _projects(budget: Budget, past: Past) -> list[str]:
    rows = projects(budget)
    total = _of(budget, "10", "合计")
    if not total:
        return [f"{budget.year} 年没有安排项目支出。"]
    general = _of(budget, "10", "一般公共预算")
    own = _of(budget, "10", "单位资金")
    funds = f"其中：一般公共预算本年拨款 {wan(general)} 万元" + (f"、单位资金 {wan(own)} 万元" if own else "")
    found = [f"{budget.year} 年项目支出 {wan(total)} 万元，{funds}。具体使用情况如下："]
    for number, row in enumerate(rows, start=1):
        form = next((form for form in budget.forms if form.name == row.name), None)
        goal = next((block.goal for block in form.blocks if block.goal), "") if form else ""
        found.append(
            f"{number}.{row.name} {wan(row.wan('合计'))} 万元{f'，主要用于：{_short(goal)}' if goal else ''}。"
        )
    return found


def _short(text: str) -> str:
    return re.sub(r"\d+(?:\.\d+)?万元", "", text).rstrip("。；;")[:200]


def _other(budget: Budget, past: Past) -> list[str]:
    public = _of(budget, "5-1", "公用经费")
    found = [
        "（一）机关运行经费情况",
        f"本部门公用经费 {wan(public)} 万元，按国家规定的口径使用。",
        "（二）政府采购预算情况",
    ]
    found += [_procurement(budget), "（三）政府购买服务预算情况"]
    bought = _of(budget, "购买服务", "购买金额")
    found.append(
        f"{budget.year} 年政府购买服务支出 {wan(bought)} 万元。"
        if bought
        else f"{budget.year} 年没有安排政府购买服务支出。"
    )
    found.append("（四）国有资产配置情况")
    assets = _of(budget, "资产", "总金额")
    found.append(
        f"{budget.year} 年预算新增资产 {wan(assets)} 万元。" if assets else f"{budget.year} 年没有安排新增资产。"
    )
    forms = [form for form in budget.forms if form.header]
    found += [
        "（五）预算绩效管理情况",
        f"{budget.year} 年，预算支出 {wan(_of(budget, '3', '合计'))} 万元全面实施预算绩效目标管理。"
        f"设置了整体支出绩效目标、{len(forms)} 个项目支出绩效目标。",
    ]
    return found


def _procurement(budget: Budget) -> str:
    rows = [row for row in budget.table("采购").body if row.more.get("政府采购品目")]
    kinds = []
    for letter, name in (("A", "货物类"), ("B", "工程类"), ("C", "服务类")):
        mine = [row.wan("采购金额") for row in rows if row.more["政府采购品目"].startswith(f"[{letter}")]
        kinds.append((name, sum(mine, ZERO)))
    total = sum((amount for _, amount in kinds), ZERO)
    if total:
        told_kinds = "，".join(f"{name} {wan(amount)} 万元" for name, amount in kinds)
        return f"{budget.year} 年政府采购预算支出合计 {wan(total)} 万元。其中：{told_kinds}。"
    bought = sum((one.amount.wan for form in budget.forms for one in form.purchases), ZERO)
    if bought:
        return f"{budget.year} 年政府采购预算支出合计 {wan(bought)} 万元。"
    return f"{budget.year} 年没有安排政府采购预算支出。"
