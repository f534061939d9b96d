"""Procurement, new assets, running costs: R19, R20, R21."""

from __future__ import annotations

import re
from decimal import Decimal

from ..tables import Budget, Figure, Purchase
from .base import CENT, ERROR, WARNING, Findings, compare_sum, plain
from .one_form import sums_of

_KINDS = ("货物类", "工程类", "服务类")
_LINES = (
    (re.compile(r"纸|文具|耗材"), re.compile(r"办公费")),
    (re.compile(r"计算机|打印机|复印机|家具|空调|设备"), re.compile(r"购置")),
)


def check(budget: Budget, found: Findings) -> None:
    told = {claim.label: claim.amount for claim in budget.claims if claim.amount and "其他重要事项" in claim.within}
    total = next((figure for label, figure in told.items() if "政府采购预算" in label), None)
    kinds = [told[kind] for kind in _KINDS if kind in told]
    if total:
        compare_sum(found, "R19", total, kinds, "政府采购＝货物＋工程＋服务", "Procurement by kind")
        _against_tables(budget, total, told, found)
    _items(budget, found)
    _table(budget, found)
    _assets(budget, told, found)
    _running(budget, told, found)


def _purchases(budget: Budget) -> list[Purchase]:
    return [purchase for form in budget.forms for purchase in form.purchases]


def _against_tables(budget: Budget, total: Figure, told: dict[str, Figure], found: Findings) -> None:
    table = budget.table("采购")
    if table.rows:
        whole = table.total.cells.get("采购金额") if table.total else None
        compare_sum(
            found, "R19", total, [whole] if whole else [], "政府采购 情况说明＝采购表", "Procurement in words and table"
        )
        _by_code(budget, told, found)
        return
    bought = _purchases(budget)
    if bought:
        if not any(abs(total.wan - one) <= CENT for one in sums_of(one.amount.wan for one in bought)):
            _odd(found, ERROR, total, [one.amount for one in bought], "项目采购各行")
        capital = _capital(budget, bought)
        service = told.get("服务类")
        if capital and service and service.wan == total.wan:
            found.add(
                "R19",
                WARNING,
                [service.place, *(one.amount.place for one in capital)],
                [plain(service.wan), *(plain(one.amount.wan) for one in capital)],
                f"政府采购全部写为服务类 {plain(service.wan)}，其中 "
                f"{'、'.join(str(plain(one.amount.wan)) for one in capital)} 在明细中是资本性支出（310）",
                "All called services, though lines are capital expenditure",
            )
        return
    asked = [form for form in budget.forms if form.purchases_asked]
    if asked and total.wan:
        found.add(
            "R19",
            ERROR,
            [total.place, *(form.place("项目采购") for form in asked)],
            [plain(total.wan), "无"],
            f"情况说明政府采购 {plain(total.wan)}，各项目“项目采购”均为“无”，也没有采购表",
            "Procurement in words, none in the forms",
            total.wan,
        )
        return
    details = [detail for form in budget.forms for detail in form.details]
    for kind in _KINDS:
        figure = told.get(kind)
        if not details or figure is None or not figure.wan:
            continue
        fitting = sums_of(detail.amount.wan for detail in details)
        if kind == "货物类":
            bought_goods = [
                detail for detail in details if re.search(r"购置|设备", detail.name) and "维" not in detail.name
            ]
            fitting = sums_of(detail.amount.wan for detail in bought_goods)
        if figure.wan not in fitting:
            near = max((one for one in fitting if one <= figure.wan), default=Decimal(0))
            found.add(
                "R19",
                WARNING,
                [figure.place, *(one.amount.place for one in details if one.amount.wan == near)],
                [plain(figure.wan), plain(near)],
                f"政府采购{kind} {plain(figure.wan)}，项目明细中只见 {plain(near)}，"
                f"{plain(figure.wan - near)} 没有来处",
                "Procurement beyond the details",
                figure.wan - near,
            )


def _odd(found: Findings, severity: str, total: Figure, parts: list[Figure], what: str) -> None:
    found.add(
        "R19",
        severity,
        [total.place, *(part.place for part in parts)],
        [plain(total.wan), " / ".join(str(plain(part.wan)) for part in parts)],
        f"政府采购 {plain(total.wan)} 不能由{what}组成",
        "Procurement is not made of the lines",
    )


def _capital(budget: Budget, bought: list[Purchase]) -> list[Purchase]:
    codes = {detail.amount.wan for form in budget.forms for detail in form.details if detail.economic.startswith("310")}
    return [purchase for purchase in bought if purchase.amount.wan in codes]


def _by_code(budget: Budget, told: dict[str, Figure], found: Findings) -> None:
    """A… goods, B… works, C… services in the catalogue of procurement."""
    for letter, kind in (("A", "货物类"), ("B", "工程类"), ("C", "服务类")):
        lines = [
            row.cells["采购金额"]
            for row in budget.table("采购").body
            if row.more.get("政府采购品目", "").startswith(f"[{letter}") and "采购金额" in row.cells
        ]
        if kind in told and (lines or told[kind].wan):
            compare_sum(found, "R19", told[kind], lines or [], f"政府采购 {kind}", f"Procurement, {letter}")


def _items(budget: Budget, found: Findings) -> None:
    """What a form buys cannot exceed the line it is paid from."""
    for form in budget.forms:
        amounts = {detail.amount.wan for detail in form.details}
        for purchase in form.purchases:
            line = next((detail for detail in form.details if detail.name == purchase.name), None)
            for item, paid in _LINES:
                if line is None and item.search(purchase.name):
                    line = next((detail for detail in form.details if paid.search(detail.name)), None)
            coded = re.match(r"^[A-C]\d{5,}", purchase.name)
            if line is not None and purchase.amount.wan > line.amount.wan + CENT / 100:
                found.add(
                    "R19",
                    WARNING,
                    [purchase.amount.place, line.amount.place],
                    [plain(purchase.amount.value), plain(line.amount.value)],
                    f"项目“{form.name}”采购 {purchase.name} {plain(purchase.amount.value)} 大于其“"
                    f"{line.name}”{plain(line.amount.value)}（{form.unit}）",
                    "A purchase exceeds its line",
                    purchase.amount.wan - line.amount.wan,
                )
            elif line is not None and line.name == purchase.name and purchase.amount.wan != line.amount.wan:
                found.add(
                    "R19",
                    WARNING,
                    [purchase.amount.place, line.amount.place],
                    [plain(purchase.amount.value), plain(line.amount.value)],
                    f"项目“{form.name}”采购 {purchase.name} 与同名明细不等",
                    "Purchase and line of the same name differ",
                )
            elif (
                line is not None
                and re.search(r"购置", line.name)
                and purchase.amount.wan != line.amount.wan
                and len(form.purchases) < 3
            ):
                found.add(
                    "R19",
                    WARNING,
                    [purchase.amount.place, line.amount.place],
                    [plain(purchase.amount.value), plain(line.amount.value)],
                    f"项目“{form.name}”采购 {purchase.name} {plain(purchase.amount.value)}，明细“{line.name}"
                    f"”{plain(line.amount.value)}",
                    "Purchase and line differ",
                )
            elif coded and purchase.amount.wan not in amounts:
                found.add(
                    "R19",
                    WARNING,
                    [purchase.amount.place],
                    [plain(purchase.amount.wan)],
                    f"项目“{form.name}”采购 {plain(purchase.amount.wan)} 在明细中没有对应的一行",
                    "A purchase without a line",
                )


def _table(budget: Budget, found: Findings) -> None:
    table = budget.table("采购")
    rows = [row for row in table.body if row.more.get("政府采购品目")]
    for column in ("采购金额", "采购数量", "单价", "面向中小企业", "面向小微企业"):
        parts = [row.cells[column] for row in rows if column in row.cells]
        for head in (row for row in table.rows if row not in rows):
            compare_sum(
                found,
                "R19",
                head.cells.get(column),
                parts,
                f"采购表 {head.name}·{column}＝Σ",
                f"Procurement table, {column}",
            )
    for row in rows:
        many, price, amount = (row.cells.get(column) for column in ("采购数量", "单价", "采购金额"))
        if many and price and amount and many.value * price.value != amount.value:
            found.add(
                "R19",
                ERROR,
                [amount.place, price.place],
                [plain(amount.value), plain(many.value * price.value)],
                f"采购表 {row.name}：数量×单价＝{plain(many.value * price.value)}，金额 {plain(amount.value)}",
                "Quantity × price differs",
                amount.value - many.value * price.value,
            )
        form = next((form for form in budget.forms if form.name == row.name), None)
        if form and form.purchases and amount:
            compare_sum(
                found,
                "R19",
                amount,
                [one.amount for one in form.purchases],
                f"采购表 {row.name}＝项目采购",
                "Procurement table and form",
            )
    heads = [row for row in table.rows if row not in rows]
    wrong = [
        row.cells["面向中小企业"]
        for row in table.rows
        if row.more.get("单位列") == "元" and _same(row.cells, "面向中小企业", "采购金额")
    ]
    if wrong:
        prices = [row.cells["单价"] for row in heads if "单价" in row.cells and len(rows) > 1]
        found.add(
            "R19",
            WARNING,
            [one.place for one in (*wrong, *prices)],
            [plain(wrong[0].value), "元"],
            f"采购表（元）列填的是万元数 {plain(wrong[0].value)}"
            + (f"；单价“合计” {plain(prices[0].value)} 是把单价相加" if prices else ""),
            "A column in yuan holds 10,000 yuan" + ("; unit prices are added up" if prices else ""),
        )


def _same(cells: dict[str, Figure], one: str, other: str) -> bool:
    return one in cells and other in cells and cells[one].value == cells[other].value and bool(cells[one].value)


def _assets(budget: Budget, told: dict[str, Figure], found: Findings) -> None:
    new = next((figure for label, figure in told.items() if "新增资产" in label), None)
    if new is None:
        return
    table = budget.table("资产")
    if table.rows:
        whole = table.total.cells.get("总金额") if table.total else None
        compare_sum(found, "R20", new, [whole] if whole else [], "新增资产＝资产配置表", "New assets")
        return
    bought = [detail.amount for form in budget.forms for detail in form.details if re.search(r"购置", detail.name)]
    if bought and not any(abs(new.wan - one) <= CENT for one in sums_of(one.wan for one in bought)):
        found.add(
            "R20",
            ERROR,
            [new.place, *(one.place for one in bought)],
            [plain(new.wan), *(plain(one.wan) for one in bought)],
            f"新增资产 {plain(new.wan)} 与项目明细中的购置不符",
            "New assets differ from the purchases",
            new.wan - bought[0].wan,
        )


def _running(budget: Budget, told: dict[str, Figure], found: Findings) -> None:
    six = budget.table("6").total
    public = six.cells.get("公用经费") if six else None
    public = public or next((claim.amount for claim in budget.claims if claim.label.endswith("公用经费")), None)
    if public is None or not public.wan:
        return
    said = next((figure for label, figure in told.items() if "机关运行经费" in label), None)
    if said is not None and abs(said.wan - public.wan) > CENT / 2:
        found.add(
            "R21",
            WARNING,
            [said.place, public.place],
            [plain(said.wan), plain(public.wan)],
            f"机关运行经费 {plain(said.wan)}，公用经费 {plain(public.wan)}；各区口径不一，请核对",
            "Running costs differ from public cost",
            said.wan - public.wan,
        )
    for words, place in budget.wordings:
        if words == "无机关运行经费" and said is None:
            found.add(
                "R21",
                WARNING,
                [place, public.place],
                ["无", plain(public.wan)],
                f"写“无机关运行经费”，而公用经费为 {plain(public.wan)}；各区口径不一，请核对",
                "No running costs, though public cost is planned",
            )
