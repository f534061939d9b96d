"""预算执行: rates against the progress of time, and what should be looked at. Pure. Amounts in 万元."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

THREE = {"30212": "因公出国（境）费", "30217": "公务接待费", "30231": "公务用车运行费", "31013": "公务用车购置费"}
ZERO = Decimal(0)


@dataclass(frozen=True)
class Limits:
    """Where a warning begins, in percent and months; a district says its own (SpendingLimit)."""

    behind: Decimal = Decimal(10)
    from_month: int = 3
    december: Decimal = Decimal(25)
    fourth_quarter: Decimal = Decimal(45)
    idle: Decimal = Decimal(50)
    idle_from: int = 7


@dataclass(frozen=True)
class Spent:
    """What was spent in a month, 万元."""

    month: int
    function: str
    economic: str
    project: str
    carried: bool
    amount: Decimal


@dataclass(frozen=True)
class Line:
    """A subject or project with its budget and what was spent up to the month."""

    kind: str
    code: str
    name: str
    budget: Decimal
    spent: Decimal

    @property
    def rate(self) -> Decimal | None:
        return percent(self.spent, self.budget)


@dataclass(frozen=True)
class Warning:
    """`code`: behind, rush, over, three, idle."""

    code: str
    line: Line
    said: str
    english: str


def percent(part: Decimal, whole: Decimal) -> Decimal | None:
    return (part * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


def by_month(spent: Sequence[Spent]) -> dict[int, Decimal]:
    found = dict.fromkeys(range(1, 13), ZERO)
    for one in spent:
        found[one.month] += one.amount
    return found


def lines(
    total: Decimal, items: Mapping[str, tuple[str, Decimal]], projects: Mapping[str, tuple[str, Decimal]],
    three: Mapping[str, tuple[str, Decimal]], spent: Sequence[Spent],
) -> list[Line]:  # fmt: skip
    """`items`, `projects`, `three`: code → (name, budget)."""
    found = [Line("total", "", "合计", total, sum((one.amount for one in spent), ZERO))]
    for kind, wanted, key in (
        ("item", items, "function"),
        ("project", projects, "project"),
        ("three", three, "economic"),
    ):
        used = {code for one in spent if (code := getattr(one, key))}
        unknown = {} if kind == "three" else dict.fromkeys(sorted(used - set(wanted)), ("预算中没有", ZERO))
        for code, (name, budget) in {**wanted, **unknown}.items():
            amount = sum((one.amount for one in spent if getattr(one, key) == code), ZERO)
            found.append(Line(kind, code, name, budget, amount))
    return found


def warnings(
    found: Sequence[Line], month: int, spent: Sequence[Spent], carried: Decimal, three_before: Decimal | None,
    limits: Limits = Limits(),
) -> list[Warning]:  # fmt: skip
    """`carried`: money carried over into the year; `three_before`: 三公 spent up to this month the year before."""
    told: list[Warning] = []
    progress = percent(Decimal(month), Decimal(12)) or ZERO
    for line in found:
        rate = line.rate
        if line.spent > line.budget:
            told.append(
                Warning(
                    "over", line, f"支出 {line.spent} 超过预算 {line.budget}", f"{line.spent} spent of {line.budget}"
                )
            )
        elif (
            line.kind in ("total", "project")
            and month >= limits.from_month
            and rate is not None
            and rate < progress - limits.behind
        ):
            told.append(
                Warning(
                    "behind",
                    line,
                    f"执行率 {rate}%，时间进度 {progress}%",
                    f"{rate} % spent, {progress} % of the year gone",
                )
            )
    told += _rush(found[0], month, spent, limits)
    told += _three(found, spent, three_before)
    used = sum((one.amount for one in spent if one.carried), ZERO)
    share = percent(used, carried)
    if month >= limits.idle_from and share is not None and share < limits.idle:
        line = Line("carried", "", "上年结转", carried, used)
        told.append(
            Warning(
                "idle",
                line,
                f"上年结转 {carried}，到 {month} 月只用 {share}%",
                f"{share} % of what was carried over is used",
            )
        )
    return told


def _rush(total: Line, month: int, spent: Sequence[Spent], limits: Limits) -> list[Warning]:
    months = by_month(spent)
    for first, limit, name in ((12, limits.december, "12 月"), (10, limits.fourth_quarter, "四季度")):
        amount = sum((months[one] for one in range(first, 13)), ZERO)
        share = percent(amount, total.spent)
        if month == 12 and share is not None and share > limit:
            return [Warning("rush", total, f"{name}支出占全年 {share}%", f"{share} % of the year was spent at its end")]
    return []


def _three(found: Sequence[Line], spent: Sequence[Spent], before: Decimal | None) -> list[Warning]:
    now = sum((one.amount for one in spent if one.economic in THREE), ZERO)
    if before is None or now <= before:
        return []
    line = Line("three", "", "“三公”经费", sum((one.budget for one in found if one.kind == "three"), ZERO), now)
    return [
        Warning("three", line, f"比上年同期 {before} 增加 {now - before}", f"{now - before} more than the year before")
    ]
