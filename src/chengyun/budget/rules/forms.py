"""Projects and their forms: R11, R12, R13, R18, R19, R20, R25."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import combinations

from ..tables import Budget, Claim, Figure, Place
from . import one_form
from .base import CENT, ERROR, WARNING, Findings, compare_sum, plain, where
from .sums import projects


@dataclass(frozen=True)
class Named:
    """A project as one of the four places prints it."""

    name: str
    code: str
    amount: Figure
    place: Place


def lists(budget: Budget) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    rows = [(row, row.cells.get("合计")) for row in projects(budget)]
    found["表10"] = [
        Named(row.name, row.code, one, Place("10", row.label, "项目名称", row.line)) for row, one in rows if one
    ]
    if budget.overall:
        lines = budget.overall.projects
        found["整体绩效"] = [
            Named(line.name, "", line.year, line.place)
            for line in lines
            if line.year and not line.name.endswith("类项目")
        ]
    found["项目绩效"] = [
        Named(form.name, form.code, form.year, Place(form.table, "项目名称", form.name, form.place("项目名称").line))
        for form in budget.forms
        if form.header and form.year
    ]
    told = [claim for claim in budget.claims if _is_project(budget, claim)]
    found["情况说明"] = [Named(claim.label, "", claim.amount, claim.place) for claim in told if claim.amount]
    return {place: named for place, named in found.items() if named}


def _is_project(budget: Budget, claim: Claim) -> bool:
    title = claim.within.split("｜")[-1]
    if "项目支出安排" not in title or claim.amount is None:
        return False
    return not re.search(r"项目支出$|本年拨款$|^单位资金$|财政专户|结转", claim.label)


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def groups(budget: Budget) -> list[dict[str, Named]]:
    """The same project in each place: by code, by name, by amount."""
    found: list[dict[str, Named]] = []
    for place, named in lists(budget).items():
        pairs = sorted(
            ((_score(group, one), at, number) for at, group in enumerate(found) for number, one in enumerate(named)),
            reverse=True,
        )
        taken: set[int] = set()
        used: set[int] = set()
        for score, at, number in pairs:
            if score > 0.5 and at not in used and number not in taken:
                found[at][place] = named[number]
                used.add(at)
                taken.add(number)
        found += [{place: one} for number, one in enumerate(named) if number not in taken]
    return found


def _score(group: dict[str, Named], one: Named) -> float:
    best = 0.0
    for other in group.values():
        if one.code and one.code == other.code:
            return 3.0
        score = alike(one.name, other.name) + (1.0 if one.amount.wan == other.amount.wan else 0.0)
        best = max(best, score)
    return best


def check(budget: Budget, found: Findings) -> None:
    matched = groups(budget)
    for group in matched:
        _same_project(group, found)
    _missing(budget, matched, found)
    _totals(budget, found)
    for form in budget.forms:
        if form.header:
            one_form.check(form, found)
    _before(budget, found)
    _categories(budget, found)


def _same_project(group: dict[str, Named], found: Findings) -> None:
    amounts = [one.amount.wan for one in group.values()]
    meant = max(amounts, key=amounts.count)
    for one in group.values():
        if one.amount.wan != meant:
            others = [other for other in group.values() if other.amount.wan == meant]
            found.add(
                "R13",
                ERROR,
                [one.amount.place, *(other.amount.place for other in others)],
                [plain(one.amount.wan), plain(meant)],
                f"项目“{one.name}”在 {where(one.amount.place)} 为 {plain(one.amount.wan)}，别处为 {plain(meant)}",
                f"Project: {plain(one.amount.wan)} here, {plain(meant)} elsewhere",
                one.amount.wan - meant,
            )
    names = list(dict.fromkeys(one.name for one in group.values()))
    if len(names) > 1:
        found.add(
            "R13",
            WARNING,
            [one.place for one in group.values()],
            names,
            "同一项目名称不一：" + "；".join(f"{place} “{one.name}”" for place, one in group.items()),
            "One project, several names",
        )


def _missing(budget: Budget, matched: list[dict[str, Named]], found: Findings) -> None:
    forms = [form for form in budget.forms if form.header]
    if not forms:
        return
    loose = [form for form in budget.forms if not form.header]
    for group in matched:
        if "项目绩效" in group or not ({"表10", "整体绩效", "情况说明"} & set(group)):
            continue
        one = next(iter(group.values()))
        places = [one.place, *(Place(form.table, "表头", "", form.line) for form in loose)]
        found.add(
            "R13",
            ERROR,
            places,
            [one.name, plain(one.amount.wan)],
            f"项目“{one.name}”（{plain(one.amount.wan)} 万元）没有项目绩效目标表"
            + ("的表头，只见其指标" if loose else ""),
            "A project without its form",
            key="form",
        )


def _totals(budget: Budget, found: Findings) -> None:
    """Σ projects = 项目支出 in table 11, in the forms and in words; general budget and own funds in words."""
    whole = budget.overall.of("支出", "特定目标类项目支出", "项目支出") if budget.overall else None
    lines = [line.year for line in budget.overall.projects if line.year] if budget.overall else []
    if whole and lines:
        compare_sum(found, "R13", whole.now, lines, "整体绩效表 项目支出＝Σ项目", "Table 11, projects")
    _whole_budgets(budget, found)
    forms = [form.year for form in budget.forms if form.year]
    if whole and forms and len(forms) == len(budget.forms):
        compare_sum(found, "R13", whole.now, forms, "整体绩效表 项目支出＝Σ项目绩效表", "Table 11 and forms")
    broad = [line for line in budget.overall.projects if line.name.endswith("类项目")] if budget.overall else []
    if broad and not _partition([line.year.wan for line in broad if line.year], [one.wan for one in forms]):
        found.add(
            "R13",
            ERROR,
            [line.place for line in broad],
            [plain(line.year.wan) for line in broad if line.year],
            "整体绩效表的项目大类不能由项目绩效表的项目组成",
            "Project groups are not made of the projects",
        )
    told = [claim for claim in budget.claims if _is_project(budget, claim)]
    titled = [claim for claim in budget.claims if "项目支出安排" in claim.within.split("｜")[-1] and claim not in told]
    head = next((claim.amount for claim in titled if claim.label.endswith("项目支出")), None)
    compare_sum(
        found,
        "R16",
        head,
        [claim.amount for claim in told if claim.amount],
        "情况说明 项目支出＝Σ项目",
        "In words, projects",
    )
    funds = [claim.amount for claim in titled if claim.amount is not head and claim.amount]
    compare_sum(found, "R16", head, funds, "情况说明 项目支出＝Σ资金来源", "In words, project funds")


def _whole_budgets(budget: Budget, found: Findings) -> None:
    """项目总预算 in table 11 against the form; where the form has none, against the year."""
    lines = budget.overall.projects if budget.overall else []
    totals = [form.total for form in budget.forms if form.total]
    broad = [line for line in lines if line.name.endswith("类项目")]
    for line in lines:
        if line.total is None or line.year is None:
            continue
        forms = [
            form
            for form in budget.forms
            if form.year
            and form.total
            and line not in broad
            and (form.name == line.name or form.year.wan == line.year.wan)
        ]
        if line.year.wan > line.total.wan or (
            forms and all(form.total and form.total.wan != line.total.wan for form in forms)
        ):
            other = forms[0].total if forms and forms[0].total and line.year.wan <= line.total.wan else line.year
            found.add(
                "R13",
                ERROR,
                [line.total.place, other.place],
                [plain(line.total.wan), plain(other.wan)],
                f"项目“{line.name}”总预算 {plain(line.total.wan)}，{where(other.place)} 为 {plain(other.wan)}",
                "Whole budgets differ",
                line.total.wan - other.wan,
            )
        elif not forms and line not in broad and line.total.wan != line.year.wan:
            found.add(
                "R13",
                WARNING,
                [line.total.place, line.year.place],
                [plain(line.total.wan), plain(line.year.wan)],
                f"项目“{line.name}”总预算与本年度预算不等，项目绩效表没有总预算可核对",
                "Whole and year differ, nothing to check against",
                line.total.wan - line.year.wan,
            )
    if broad and len(totals) == len(budget.forms) and broad == lines:
        told = sum((line.total.wan for line in broad if line.total), Decimal(0))
        real = sum((figure.wan for figure in totals), Decimal(0))
        if told != real:
            found.add(
                "R13",
                ERROR,
                [*(line.total.place for line in broad if line.total), *(figure.place for figure in totals)],
                [plain(told), plain(real)],
                f"整体绩效表项目总预算之和 {plain(told)}，项目绩效表之和 {plain(real)}",
                "Whole budgets differ",
                told - real,
            )


def _partition(wholes: list[Decimal], parts: list[Decimal]) -> bool:
    if not wholes:
        return True
    if len(parts) > 12:
        return sum(wholes) == sum(parts)
    for size in range(1, len(parts) + 1):
        for chosen in combinations(range(len(parts)), size):
            left = [part for at, part in enumerate(parts) if at not in chosen]
            if abs(sum(parts[at] for at in chosen) - wholes[0]) <= CENT and _partition(wholes[1:], left):
                return True
    return False


# --- against table 11 -------------------------------------------------------------------------------------------------
def _before(budget: Budget, found: Findings) -> None:
    whole = budget.overall.of("支出", "特定目标类项目支出", "项目支出") if budget.overall else None
    forms = [form for form in budget.forms if form.header]
    if whole is None or not forms:
        return
    for year, figure in whole.before.items():
        given = [form.before[year] for form in forms if year in form.before]
        total = sum((one.wan for one in given), Decimal(0))
        complete = len(given) == len(forms)
        if not given or (total <= figure.wan + CENT and (not complete or abs(total - figure.wan) <= CENT)):
            continue
        left = [form.name for form in forms if year in form.before and abs(form.before[year].wan - figure.wan) > CENT]
        found.add(
            "R18",
            ERROR,
            [figure.place, *(one.place for one in given)],
            [plain(figure.wan), plain(total)],
            f"整体绩效表 {year} 年项目支出 {plain(figure.wan)}，项目绩效表该年合计 {plain(total)}"
            + (f"（可能漏了“{left[0]}”）" if len(left) < len(given) else ""),
            f"Projects of {year}: {plain(figure.wan)} in table 11, {plain(total)} in the forms",
            figure.wan - total,
        )


def _categories(budget: Budget, found: Findings) -> None:
    """R14: what table 11 lists as 运转类 must fit its own 运转类 line."""
    whole = budget.overall
    if whole is None:
        return
    for label in ("运转类项目支出", "特定目标类项目支出"):
        line = whole.of("支出", label)
        listed = [one for one in whole.projects if one.category == label and one.year]
        total = sum((one.year.wan for one in listed if one.year), Decimal(0))
        special = whole.of("支出", "特定目标类项目支出")
        if line is None or not listed or label != "运转类项目支出" or special is None:
            continue
        if (
            total > line.now.wan + CENT
            or sum((one.year.wan for one in whole.projects if one.year), Decimal(0)) == special.now.wan
        ):
            twins = [
                form
                for form in budget.forms
                if form.year and any(one.year and one.year.wan == form.year.wan for one in listed)
            ]
            more = "；".join(
                f"项目绩效表写“{form.text('支出项目类别')}”" for form in twins if form.text("支出项目类别")
            )
            found.add(
                "R14",
                ERROR,
                [
                    *(one.place for one in listed),
                    line.now.place,
                    special.now.place,
                    *(form.place("支出项目类别") for form in twins),
                ],
                [plain(total), plain(line.now.wan)],
                f"“{listed[0].name}”{plain(total)} 列为运转类，支出构成中运转类只有 {plain(line.now.wan)}，"
                f"该项在特定目标类 {plain(special.now.wan)} 内" + (f"；{more}" if more else ""),
                "A project is listed as running cost, but the composition has it as special",
                total - line.now.wan,
            )
