"""What indicators cost: facts of all cases, all indicators of a year, the board from many years, one indicator by unit.

Example: python -m benchmarks.appraisal --cases 150000 --json
         python -m benchmarks.appraisal --cases 1500000 --json
         python -m benchmarks.appraisal --home /somewhere --json     (data of an earlier run of `python -m benchmarks`)
"""

from __future__ import annotations

import statistics
import time
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from .alone import alone

TIMES = 20
GOALS = {"all indicators of a year, from facts": 2000, "board of a year, months kept": 300}
"""Milliseconds, from issue 5."""


def library() -> None:
    """The indicators of all districts, and the targets of one for this year."""
    import chengyun
    from chengyun.appraisal import library as kept
    from chengyun.appraisal.models import Indicator, IndicatorTarget

    folder = Path(chengyun.__file__).parent / "districts"
    rows = tomllib.loads((folder / "_common" / "indicators.toml").read_text(encoding="utf-8"))["indicators"]
    for row in rows:
        Indicator.objects.update_or_create(code=row["code"], defaults=row)
    targets = tomllib.loads((folder / "demo" / "indicator_targets.toml").read_text(encoding="utf-8"))
    for row in targets["indicator_targets"]:
        IndicatorTarget.objects.update_or_create(code=row["code"], defaults=row)
    kept.forget()


def timed(function: Callable[[], Any], times: int = TIMES) -> dict[str, int]:
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        function()
        spent.append((time.perf_counter() - begun) * 1000)
    spent.sort()
    return {"median": round(statistics.median(spent)), "p95": round(spent[int(len(spent) * 0.95) - 1])}


def measure() -> dict[str, Any]:
    from django.db import connection
    from django.utils import timezone

    from chengyun.appraisal import board, facts, keeping, reading, spans
    from chengyun.appraisal import library as kept
    from chengyun.appraisal.models import CaseFact, TallyMonth
    from chengyun.cases.measures import EVERYTHING, Narrowed
    from chengyun.kernel.months import next_month
    from chengyun.org.access import system_actor
    from chengyun.org.models import Unit

    library()
    if not CaseFact.objects.exists():  # the cases were filled in with triggers off
        facts.recount()
    begun = time.perf_counter()
    renewed = facts.renew(most=10**9)
    spent = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE appraisal_casefact")
        cursor.execute(
            "SELECT pg_total_relation_size('appraisal_casefact'), extract(year FROM received)::int FROM"
            " appraisal_casefact GROUP BY 2 ORDER BY count(*) DESC LIMIT 1"
        )
        size, year = cursor.fetchone()
    actor, period = system_actor("测量"), spans.year_of(year)
    span = spans.Span(year, period)
    days = spans.Span(year, board.Period(date(year, 2, 10), date(year, 8, 20)))
    unit = Unit.objects.exclude(kind="centre").order_by("id").first()
    computed = [code for code, one in kept.current().indicators.items() if one.row.reads == "cases"]
    TallyMonth.objects.all().delete()
    found = {
        "all indicators of a year, from facts": timed(lambda: reading.read(computed, period), 5),
        "board of a year, from facts": timed(lambda: board.board(actor, span, EVERYTHING), 5),
    }
    definitions = [kept.current().indicators[code] for code in computed]
    keeping.know(reading.wanted_of(definitions))
    begun_months = time.perf_counter()
    months = keeping.tally(most=10_000)
    kept_seconds = time.perf_counter() - begun_months
    narrowed = Narrowed(unit=unit.code) if unit is not None else EVERYTHING
    found |= {
        "board of a year, months kept": timed(lambda: board.board(actor, span, EVERYTHING)),
        "board of any days": timed(lambda: board.board(actor, days, EVERYTHING), 5),
        "board of a year, one unit": timed(lambda: board.board(actor, span, narrowed)),
        "one indicator by unit": timed(lambda: board.detail(actor, "on_time_rate", span, "unit", EVERYTHING)),
        "all indicators of a month by unit": timed(
            lambda: reading.read(computed, board.Period(period.first, next_month(period.first)), by="unit")
        ),
    }  # fmt: skip
    return {
        "facts": CaseFact.objects.count(), "renewed": renewed, "renewed_seconds": round(spent, 1), "bytes": size,
        "year": year, "of_the_year": CaseFact.objects.filter(received__year=year).count(), "months_kept": months,
        "months_kept_seconds": round(kept_seconds, 1), "milliseconds": found,
        "goals_met": {name: found[name]["p95"] <= most for name, most in GOALS.items()},
        "at": timezone.now().isoformat(timespec="seconds"),
    }  # fmt: skip


if __name__ == "__main__":
    alone("benchmarks.appraisal", __doc__, measure)
