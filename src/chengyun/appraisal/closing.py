"""关账: the figures of a month as they were, signed and chained; what changes later is a correction beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.cases.measures import EVERYTHING, Period, Reading
from chengyun.kernel.chain import GENESIS, event_hash
from chengyun.kernel.months import next_month
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import facts, library, reading
from .models import ClosedMonth

_LOCK = "SELECT pg_advisory_xact_lock(7201949)"


def period_of(month: date) -> Period:
    return Period(month, next_month(month))


def figures_of(month: date) -> dict[str, Any]:
    """All indicators of a month, for the whole and by unit, as plain JSON."""
    here = library.current().indicators
    told = [code for code, one in here.items() if one.row.reads != "none"]
    whole = reading.read(told, period_of(month), EVERYTHING)[""]
    computed = [code for code, one in here.items() if one.row.reads == "cases" and one.row.kind != "average"]
    units = reading.read(computed, period_of(month), EVERYTHING, "unit")
    return {
        "indicators": {code: _plain(whole[code]) for code in sorted(whole) if whole[code].known},
        "names": {code: here[code].row.name for code in sorted(whole)},
        "units": {
            unit: {code: _short(line[code]) for code in sorted(line) if line[code].denominator or line[code].value}
            for unit, line in sorted(units.items())
        },
        "formulas": {
            code: [one.row.day, one.row.base, one.row.meets, [[rule.code, rule.name] for rule in one.rules]]
            for code, one in sorted(here.items()) if one.row.reads == "cases"
        },
    }  # fmt: skip


def _plain(one: Reading) -> dict[str, Any]:
    return {
        "value": library.number(one.value), "numerator": library.number(one.numerator),
        "denominator": library.number(one.denominator), "text": one.text,
        "excluded": {rule.rule: rule.count for rule in one.excluded},
    }  # fmt: skip


def _short(one: Reading) -> list[str | None]:
    return [library.number(one.numerator), library.number(one.denominator), library.number(one.value)]


def body_of(row: ClosedMonth) -> dict[str, Any]:
    """What is signed."""
    return {
        "month": row.month.isoformat(), "figures": row.figures, "note": row.note, "closed_by": row.closed_by,
        "closed_by_id": row.closed_by_id, "closed_at": row.closed_at.astimezone(UTC).isoformat(),
    }  # fmt: skip


@transaction.atomic
def close(actor: Actor, month: date, note: str) -> ClosedMonth:
    """Problem 422 for a month that is not over, 409 when it is closed already or the one before is not."""
    if next_month(month) > timezone.localdate():
        raise Problem(422, "month_not_over", "这个月还没有结束", "月份结束后才能关账。",
                      errors=[{"field": "month", "message": "月份结束后才能关账。"}])  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    last = ClosedMonth.objects.order_by("-id").first()
    if ClosedMonth.objects.filter(month=month).exists():
        raise Problem(409, "already_closed", "已经关账", f"{month:%Y-%m} 已经关账，数字不再改变。")
    if last is not None and last.month > month:
        raise Problem(409, "later_closed", "之后的月份已经关账", f"{last.month:%Y-%m} 已经关账，不能再关更早的月份。")
    row = ClosedMonth(
        month=month, figures=figures_of(month), note=note.strip(), closed_at=timezone.now(),
        closed_by_id=actor.account_id, closed_by=actor.name[:120],
        previous=bytes(last.hash) if last is not None else GENESIS,
    )  # fmt: skip
    row.hash = event_hash(bytes(row.previous), body_of(row))
    row.save()
    return row


def first_break() -> date | None:
    """The first month whose signature does not hold; None when all do."""
    expected = GENESIS
    for row in ClosedMonth.objects.order_by("id"):
        if bytes(row.previous) != expected or event_hash(bytes(row.previous), body_of(row)) != bytes(row.hash):
            return row.month
        expected = bytes(row.hash)
    return None


def months(today: date | None = None) -> list[dict[str, Any]]:
    """Closed months, the newest first, each with what is different now; and the months that can be closed."""
    today = today or timezone.localdate()
    rows = list(ClosedMonth.objects.order_by("-month")[:60])
    broken = first_break()
    found = []
    for row in rows:
        found.append({
            "month": f"{row.month:%Y-%m}", "closed": True, "closed_at": row.closed_at, "closed_by": row.closed_by,
            "note": row.note, "hash": bytes(row.hash).hex(), "holds": broken is None or row.month < broken,
            "corrections": corrections(row),
        })  # fmt: skip
    last = rows[0].month if rows else None
    at, open_months = today.replace(day=1), list[dict[str, Any]]()
    for _ in range(3):
        at = date(at.year - (at.month == 1), at.month - 1 or 12, 1)
        if last is not None and at <= last:
            break
        open_months.append({
            "month": f"{at:%Y-%m}", "closed": False, "closed_at": None, "closed_by": "", "note": "", "hash": "",
            "holds": True, "corrections": [],
        })  # fmt: skip
    return [*open_months, *found]


def corrections(row: ClosedMonth) -> list[dict[str, Any]]:
    """Indicators whose figures of that month are different now, by the formulas of now."""
    frozen: Mapping[str, Any] = row.figures["indicators"]
    here = library.current().indicators
    codes = [code for code in frozen if code in here]
    now = reading.read(codes, period_of(row.month), EVERYTHING)[""]
    found = []
    for code in codes:
        then, live = frozen[code], _plain(now[code])
        if all(_same(then.get(name), live[name]) for name in ("numerator", "denominator", "value", "text")):
            continue
        one = here[code]
        changed = [one.row.day, one.row.base, one.row.meets, [[rule.code, rule.name] for rule in one.rules]]
        found.append({
            "indicator": code, "name": row.figures["names"].get(code, code), "then": then, "now": live,
            "unit": one.row.unit, "formula": row.figures["formulas"].get(code, changed) != changed,
            "opened": {name: dict(query) for name, query in now[code].opened.items()},
        })  # fmt: skip
    return found


def _same(one: str | None, other: str | None) -> bool:
    if one == other:
        return True
    try:
        return one is not None and other is not None and Decimal(one) == Decimal(other)
    except ArithmeticError:
        return False


def closed_values(codes: Sequence[str], year: int) -> dict[str, dict[str, Any]]:
    """month → indicator → the frozen figure, of one year."""
    rows = ClosedMonth.objects.filter(month__year=year)
    return {
        f"{row.month:%Y-%m}": {code: row.figures["indicators"][code] for code in codes
                               if code in row.figures["indicators"]}
        for row in rows
    }  # fmt: skip


def ready() -> int:
    """How many changes are not yet in the facts (they are in every figure all the same)."""
    return facts.waiting()
