"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import facts, keeping, library, reading, reliability


@app.periodic(cron="* * * * *")
@app.task(name="appraisal.renew", queueing_lock="appraisal.renew")
def renew_facts(timestamp: int) -> int:
    """Every minute: the facts of cases that changed, and a heartbeat."""
    reliability.beat("worker")
    if reliability.web_answers():
        reliability.beat("web")
    return facts.renew()


@app.periodic(cron="*/5 * * * *")
@app.task(name="appraisal.tally", queueing_lock="appraisal.tally")
def keep_months(timestamp: int) -> int:
    """Every five minutes: keep the counts of months that are over."""
    keeping.know(reading.wanted_of(one for one in library.current().indicators.values() if one.row.reads == "cases"))
    return keeping.tally()
