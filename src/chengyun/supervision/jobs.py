"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import sweeping


@app.periodic(cron="* * * * *")
@app.task(name="supervision.sweep", queueing_lock="supervision.sweep")
def sweep(timestamp: int) -> int:
    """Every minute: units are reminded, orders become overdue, the next step begins or is proposed."""
    return sweeping.sweep()


@app.periodic(cron="*/10 * * * *")
@app.task(name="supervision.apply_rules", queueing_lock="supervision.apply_rules")
def apply_rules(timestamp: int) -> int:
    """Every ten minutes: the rules start what they say."""
    return sweeping.apply_rules()
