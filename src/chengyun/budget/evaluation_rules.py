"""绩效自评: points for execution and for each indicator, grade, what must be explained. Pure.

执行率 10 + 产出 50 + 效益 30 + 满意度 10 (F62); where the form has cost indicators, 10 of the output's points are
theirs (the template since 2023; the split is local, K). What a form has no indicators for goes to its output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .tables import Value, value_of

EXECUTION = Decimal(10)
POINTS = {"产出指标": Decimal(50), "效益指标": Decimal(30), "满意度指标": Decimal(10)}
COST = Decimal(10)
OVER = Decimal("1.3")
GRADES = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))
QUALITY = {"full": Decimal(1), "part": Decimal("0.7"), "none": Decimal("0.3")}
ZERO = Decimal(0)


@dataclass(frozen=True)
class Asked:
    """An indicator: `actual` as reached ("96.2"), or for words `quality` full, part, none."""

    level1: str
    target: str
    actual: str = ""
    quality: str = ""
    explanation: str = ""


@dataclass(frozen=True)
class Scored:
    points: Decimal
    score: Decimal | None
    share: Decimal | None
    unexplained: bool


def weights(levels: Sequence[str]) -> dict[str, Decimal]:
    """Points of each level that the form has; 90 altogether."""
    have = set(levels)
    if not have:
        return {}
    found = {level: points for level, points in POINTS.items() if level in have}
    if "成本指标" in have:
        found["成本指标"] = COST
        if "产出指标" in found:
            found["产出指标"] -= COST
    rest = Decimal(90) - sum(found.values(), ZERO)
    heaviest = "产出指标" if "产出指标" in found else max(found, key=lambda level: found[level])
    found[heaviest] += rest
    return found


def reached(target: Value, actual: str, quality: str) -> Decimal | None:
    """The share of the target that was reached, 1 is all of it and more is more; None when nothing was entered."""
    if target.number is None or quality:
        return QUALITY.get(quality)
    done = value_of(actual)
    if done.number is None or target.scaled is None:
        return None
    wanted, got = target.scaled, done.scaled if done.unit else done.number
    if got is None:
        return None
    if target.upper is not None:
        top = target.upper
        if wanted <= got <= top:
            return Decimal(1)
        return got / wanted if got < wanted and wanted else top / got if got else ZERO
    if target.operator in ("≤", "<"):
        return Decimal(1) if got <= wanted else wanted / got
    if not wanted:
        return Decimal(1) if got == 0 else ZERO
    return got / wanted


def score(
    asked: Sequence[Asked], budget: Decimal | None, executed: Decimal | None
) -> tuple[list[Scored], Decimal | None]:
    """Each indicator, and the points for execution (executed / budget × 10, at most 10)."""
    whole = weights([one.level1 for one in asked])
    counts: dict[str, int] = {}
    for one in asked:
        counts[one.level1] = counts.get(one.level1, 0) + 1
    found = []
    for one in asked:
        points = whole.get(one.level1, ZERO) / counts[one.level1]
        share = reached(value_of(one.target), one.actual, one.quality)
        got = _round(points * min(share, Decimal(1))) if share is not None else None
        more = share is not None and share >= OVER and value_of(one.target).operator not in ("≤", "<")
        found.append(Scored(_round(points), got, share, more and len(one.explanation.strip()) < 4))
    spent = None
    if budget and executed is not None:
        spent = _round(max(ZERO, min(executed / budget, Decimal(1))) * EXECUTION)
    return found, spent


def total(scored: Sequence[Scored], execution: Decimal | None) -> Decimal | None:
    """None while something is not told yet."""
    if execution is None or any(one.score is None for one in scored):
        return None
    points = sum((one.score for one in scored if one.score is not None), ZERO)
    return min(Decimal(100), _round(points + execution))


def grade(points: Decimal | None) -> str:
    return next((name for least, name in GRADES if points is not None and points >= least), "")


def _round(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)
