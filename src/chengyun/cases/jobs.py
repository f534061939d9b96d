"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import audit, watch


@app.periodic(cron="* * * * *")
@app.task(name="cases.watch", queueing_lock="cases.watch", pass_context=False)
def watch_limits(timestamp: int) -> int:
    """Every minute: remarks, reminders, escalation; suspended cases whose day has come; repeated callbacks."""
    made = watch.sweep()
    watch.resume_suspended()
    watch.remind_callbacks()
    return made


@app.periodic(cron="*/10 * * * *")
@app.task(name="cases.seal", queueing_lock="cases.seal")
def seal_events(timestamp: int) -> int:
    """Every ten minutes: seal the events of finished transactions."""
    made = audit.seal()
    return made.count if made else 0


@app.task(name="cases.recompute", queueing_lock="cases.recompute")
def recompute_limits() -> dict[str, int]:
    """After a change of calendar or limits."""
    return watch.recompute()
