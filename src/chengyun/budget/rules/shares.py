"""Percentages and comparisons with the year before: R15, R16, R17, R18, R24 (the year compared with)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from decimal import Decimal
from itertools import combinations

from ..tables import Budget, Claim, Figure, Percent, Place
from .base import ERROR, WARNING, Findings, compare_sum, plain, rounded, tolerance, where
from .same import FUNCTIONS, Scope, item_name, key_of, scope_of


def check(budget: Budget, found: Findings) -> None:
    _overall(budget, found)
    scope = scope_of(budget)
    sections: dict[str, list[Claim]] = {}
    for claim in budget.claims:
        sections.setdefault(claim.section, []).append(claim)
    for claims in sections.values():
        _shares(claims, scope, found)
        _parts(budget, claims, scope, found)
    for claim in budget.claims:
        _growth(budget, claim, found)
    _deltas(budget, found)
    _three(budget, found)
    _before(budget, scope, found)


def _overall(budget: Budget, found: Findings) -> None:
    whole = budget.overall
    if whole is None:
        return
    for side in ("收入", "支出"):
        total = whole.of(side, "合计")
        lines = [line for line in whole.lines if line.side == side and line.label != "合计"]
        if total is None:
            continue
        compare_sum(
            found, "R14", total.now, [line.now for line in lines], f"整体绩效表 {side}合计", f"Table 11, {side}"
        )
        for year, figure in total.before.items():
            parts = [line.before[year] for line in lines if year in line.before]
            if len(parts) == len(lines) or side == "支出":
                compare_sum(found, "R18", figure, parts, f"整体绩效表 {year}年{side}合计", f"Table 11, {year}")
        for line in (*lines, total):
            if line.share is not None and total.now.wan:
                true = line.now.wan * 100 / total.now.wan
                _share(found, "R15", line.share, true, line.now, table=True)
    income, spent = whole.of("收入", "合计"), whole.of("支出", "合计")
    if income and spent:
        for year in sorted(set(income.before) & set(spent.before)):
            compare_sum(
                found, "R18", income.before[year], [spent.before[year]], f"整体绩效表 {year}年收支", f"Table 11, {year}"
            )


def _share(found: Findings, rule: str, share: Percent, true: Decimal, of: Figure, *, table: bool) -> None:
    shown = rounded(true, share.decimals)
    if shown == share.value:
        return
    coarse = share.decimals == 2 and rounded(true, 1) == share.value
    last = Decimal(1).scaleb(-share.decimals)
    near = abs(shown - share.value) <= last
    severity = WARNING if coarse or (near and not table) else ERROR
    found.add(
        rule,
        severity,
        [share.place, of.place],
        [f"{share.value}%", f"{shown}%"],
        f"{where(share.place)} 占比印为 {share.value}%，按金额计算为 {shown}%"
        + ("（一位小数补零成两位）" if coarse else ""),
        f"Share {share.value}% is printed, {shown}% follows from the amounts",
        share.value - shown,
        key=where(of.place),
    )


def _shares(claims: list[Claim], scope: Scope, found: Findings) -> None:
    base: Claim | None = None
    for claim in claims:
        title = claim.within.split("｜")[-1]
        key = key_of(claim.label, title, scope)
        if claim.share is None or claim.amount is None:
            if base is None and key in ("total", ("fiscal", "total"), "general") and claim.amount is not None:
                base = claim
            continue
        if base is None or base.amount is None or not base.amount.wan:
            continue
        _share(found, "R16", claim.share, claim.amount.wan * 100 / base.amount.wan, claim.amount, table=False)


def _parts(budget: Budget, claims: list[Claim], scope: Scope, found: Findings) -> None:
    """Within one section: basic + project, personnel + public, Σ classes; what the tables cannot tell is told here."""
    keyed: dict[object, Figure] = {}
    for claim in claims:
        key = key_of(claim.label, claim.within.split("｜")[-1], scope)
        key = key[1] if isinstance(key, tuple) and key[0] == "fiscal" else key
        if claim.amount is not None and key is not None:
            keyed.setdefault(key, claim.amount)
    _personnel(claims, keyed.get("personnel"), found)
    _listed(claims, scope, found)
    if any(budget.table(code).rows for code in ("1", "3")):
        return
    total = keyed.get("total") or keyed.get("general")
    for whole, parts in ((total, ("basic", "project")), (keyed.get("basic"), ("personnel", "public"))):
        figures = [keyed[part] for part in parts if part in keyed]
        if len(figures) == len(parts):
            compare_sum(found, "R16", whole, figures, "情况说明 分项之和", "In words")
    classes = [claim.amount for claim in claims if claim.label in FUNCTIONS and claim.amount]
    compare_sum(found, "R16", total, classes, "情况说明 各类支出之和", "In words, classes")
    economic = [
        claim.amount
        for claim in claims
        if claim.amount and claim.label in ("工资福利支出", "商品和服务支出", "资本性支出", "对个人和家庭的补助")
    ]
    if classes and len(economic) > 1:
        compare_sum(found, "R16", total, economic, "情况说明 按经济分类之和", "In words, economic classes")
    _items_by_class(budget, found)


def _personnel(claims: list[Claim], whole: Figure | None, found: Findings) -> None:
    """人员经费 = 工资福利支出 + 对个人和家庭的补助 (+ 商品和服务支出 paid to people)."""
    parts = [
        claim.amount
        for claim in claims
        if claim.amount
        and claim.within.startswith("人员经费")
        and claim.label.endswith(("工资福利支出", "商品和服务支出", "家庭的补助", "家庭补助"))
    ]
    compare_sum(found, "R16", whole, parts, "情况说明 人员经费＝各项之和", "In words, personnel")


def _listed(claims: list[Claim], scope: Scope, found: Findings) -> None:
    """Subjects listed one after another between 基本支出 and 项目支出 add up to it."""
    whole: Figure | None = None
    parts: list[Figure] = []
    for claim in claims:
        key = key_of(claim.label, claim.within.split("｜")[-1], scope)
        if claim.label.endswith("基本支出"):
            whole, parts = claim.amount, []
        elif key is not None:
            if len(parts) > 1:
                compare_sum(found, "R16", whole, parts, "情况说明 基本支出＝Σ各科目", "In words, basic expenditure")
            whole, parts = None, []
        elif whole is not None and claim.amount and "(" not in claim.label:
            parts.append(claim.amount)


def _items_by_class(budget: Budget, found: Findings) -> None:
    classes: dict[str, Figure] = {}
    items: dict[str, list[Figure]] = {}
    for claim in budget.claims:
        if claim.label in FUNCTIONS and claim.amount:
            classes.setdefault(claim.label, claim.amount)
        upper = claim.label.split("(类)")[0].split("（类）")[0]
        if upper != claim.label and claim.amount:
            items.setdefault(upper, []).append(claim.amount)
    for name, figures in items.items():
        if name in classes:
            compare_sum(found, "R16", classes[name], figures, f"{name}＝Σ项", name)


# --- comparisons ------------------------------------------------------------------------------------------------------
def _growth(budget: Budget, claim: Claim, found: Findings) -> None:
    if claim.against and budget.year and claim.against != budget.year - 1:
        _wrong_year(budget, claim, found)
    if claim.amount is None or claim.delta is None or claim.growth is None:
        return
    before = claim.amount.wan - claim.delta.wan
    if before <= 0:
        if claim.growth.value != 0:
            _odd(found, claim, "上年数为零或负，不能有增减率")
        return
    true = rounded(claim.delta.wan * 100 / before, claim.growth.decimals)
    if true == claim.growth.value:
        return
    on_now = rounded(claim.delta.wan * 100 / claim.amount.wan, claim.growth.decimals) == claim.growth.value
    name = item_name(claim.label)
    why = "误以本年数为分母" if on_now else f"上年数应为 {plain(before)}"
    found.add(
        "R17",
        ERROR,
        [claim.growth.place, claim.amount.place],
        [f"{abs(claim.growth.value)}%", f"{abs(true)}%"],
        f"{name}：{plain(claim.delta.wan):+} 万元印为 {abs(claim.growth.value)}%，按上年 {plain(before)} 计"
        f"算为 {abs(true)}%（{why}）",
        f"{plain(claim.delta.wan):+} is printed as {abs(claim.growth.value)} %; on {plain(before)} it is {abs(true)} %",
        abs(claim.growth.value) - abs(true),
        key=name if name.endswith("医疗") else "",
    )


def _odd(found: Findings, claim: Claim, why: str) -> None:
    found.add(
        "R17",
        ERROR,
        [claim.place],
        [claim.growth.value if claim.growth else ""],
        f"{claim.label}：{why}",
        "No rate on zero",
    )


def _wrong_year(budget: Budget, claim: Claim, found: Findings) -> None:
    wrong, right = claim.against or 0, budget.year - 1
    more, values = "", [str(wrong), str(right)]
    places = [claim.delta.place if claim.delta else claim.place]
    total = budget.overall.of("收入", "合计") if budget.overall else None
    if (
        total
        and claim.amount
        and claim.delta
        and wrong in total.before
        and key_of(claim.label, "", scope_of(budget)) in ("total", "general")
    ):
        past = total.before[wrong]
        more = f"；与 {wrong} 年（{plain(past.wan)}）相比应为 {plain(claim.amount.wan - past.wan):+}"
        places.append(past.place)
    told = f"（{plain(claim.delta.wan):+}）" if claim.delta else ""
    found.add(
        "R24",
        ERROR,
        places,
        values,
        f"{item_name(claim.label)} 写“比 {wrong} 年”，上年是 {right} 年{told}{more}",
        f"Compared with {wrong}; the year before is {right}",
        key=claim.label,
    )


def _general(budget: Budget) -> Claim | None:
    told = [claim for claim in budget.claims if claim.delta and key_of(claim.label, "", scope_of(budget)) == "general"]
    return told[0] if told else None


def _deltas(budget: Budget, found: Findings) -> None:
    items = [claim for claim in budget.claims if "(项)" in claim.label or "（项）" in claim.label]
    whole = _general(budget)
    compared = [claim for claim in items if claim.delta or claim.same]
    if len(compared) < 2 or len(compared) != len(items):
        return
    if whole and whole.delta:
        _sum_of_deltas(found, "一般公共预算", whole, compared)
    basic = next((claim for claim in budget.claims if claim.label.endswith("基本支出") and claim.delta), None)
    chosen = _basic_items(basic, compared) if basic else []
    if basic and chosen:
        _sum_of_deltas(found, "基本支出", basic, chosen)


def _sum_of_deltas(found: Findings, name: str, whole: Claim, items: list[Claim]) -> None:
    if whole.delta is None:
        return
    total = sum((claim.delta.wan for claim in items if claim.delta), Decimal(0))
    difference = whole.delta.wan - total
    if abs(difference) <= tolerance(len(items)):
        return
    hint = _hint(items, difference)
    found.add(
        "R17",
        ERROR,
        [whole.delta.place, *(claim.delta.place for claim in items if claim.delta)],
        [plain(whole.delta.wan), plain(total)],
        f"{name}增减 {plain(whole.delta.wan):+}，各项增减之和为 {plain(total):+}，相差 {plain(difference):+}；{hint}",
        f"Change {plain(whole.delta.wan):+}, the items sum to {plain(total):+}",
        difference,
    )


def _hint(items: list[Claim], difference: Decimal) -> str:
    for claim in items:
        if not (claim.delta and claim.growth and claim.amount):
            continue
        delta = claim.delta.wan + difference
        before = claim.amount.wan - delta
        wrong = (
            rounded(claim.delta.wan * 100 / (claim.amount.wan - claim.delta.wan or Decimal(1)), 2) != claim.growth.value
        )
        if (
            wrong
            and before > 0
            and rounded(claim.delta.wan * 100 / before, claim.growth.decimals) == claim.growth.value
        ):
            rate = rounded(delta * 100 / before, 2)
            return f"若“{item_name(claim.label)}”为 {plain(delta):+}、{rate}%，各处即相符"
    return "可能有上年的项目本年为零而未列"


def _basic_items(basic: Claim, items: list[Claim]) -> list[Claim]:
    """The items whose amounts make up the basic expenditure."""
    if basic.amount is None or len(items) > 14:
        return []
    for missing in range(min(4, len(items))):
        for left in combinations(items, missing):
            kept = [claim for claim in items if claim not in left]
            total = sum((claim.amount.wan for claim in kept if claim.amount), Decimal(0))
            if abs(total - basic.amount.wan) <= tolerance(len(kept)):
                return kept
    return []


def _three(budget: Budget, found: Findings) -> None:
    """三公: the change of the whole is the sum of the changes."""
    told = [claim for claim in budget.claims if "三公" in claim.within and claim.delta]
    whole = next((claim for claim in told if "三公" in claim.label), None)
    parts = [
        claim.delta
        for claim in told
        if claim is not whole and claim.delta and claim.label.startswith(("因公出国", "公务接待", "公务用车购置及"))
    ]
    if whole and whole.delta and len(parts) == 3:
        compare_sum(found, "R17", whole.delta, parts, "“三公”经费增减", "Three public expenses, change")


def _before(budget: Budget, scope: Scope, found: Findings) -> None:
    """The year before, once from the words (now − change), once from table 11."""
    if budget.overall is None:
        return
    year = budget.year - 1
    pairs: dict[Hashable, Figure | None] = {}
    lines: tuple[tuple[Hashable, str], ...] = (
        ("total", "合计"),
        ("general", "财政拨款"),
        (("fiscal", "total"), "财政拨款"),
    )
    for key, label in lines:
        line = budget.overall.of("收入", label)
        pairs[key] = line.before.get(year) if line else None
    basic = [budget.overall.of("支出", label) for label in ("基本支出", "人员类项目支出", "运转类项目支出")]
    basics = [line.before[year] for line in basic if line and year in line.before]
    for claim in budget.claims:
        if claim.amount is None or claim.delta is None:
            continue
        told = key_of(claim.label, claim.within.split("｜")[-1], scope)
        was = Figure(claim.amount.wan - claim.delta.wan, claim.delta.place)
        if pairs.get(told):
            _was(found, was, [pairs[told]], claim)
        elif told in ("basic", ("fiscal", "basic")) and basics:
            _was(found, was, basics, claim)
    _project_before(budget, year, found)


def _project_before(budget: Budget, year: int, found: Findings) -> None:
    line = budget.overall.of("支出", "特定目标类项目支出", "项目支出") if budget.overall else None
    rows = [row for row in budget.table("5-1").body if len(row.code) == 7 and row.wan("项目支出")]
    if line is None or year not in line.before or len(rows) != 1 or rows[0].wan("基本支出小计"):
        return
    for claim in budget.claims:
        if (
            claim.amount
            and claim.delta
            and item_name(claim.label).replace("（室）", "") == rows[0].name.replace("（室）", "")
        ):
            _was(found, Figure(claim.amount.wan - claim.delta.wan, claim.delta.place), [line.before[year]], claim)


def _was(found: Findings, was: Figure, parts: Sequence[Figure | None], claim: Claim) -> None:
    known = [part for part in parts if part]
    total = sum((part.wan for part in known), Decimal(0))
    difference = was.wan - total
    if abs(difference) <= tolerance(len(known) + 1) or not total:
        return
    places: list[Place] = [was.place, *(part.place for part in known)]
    found.add(
        "R17",
        ERROR,
        places,
        [plain(was.wan), plain(total)],
        f"{item_name(claim.label)}：按增减额推算上年为 {plain(was.wan)}，整体绩效表上年为 {plain(total)}",
        f"The year before is {plain(was.wan)} by the words, {plain(total)} in table 11",
        difference,
    )
