"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import audit, backfill, notices, repeats, watch


@app.periodic(cron="* * * * *")
@app.task(name="cases.watch", queueing_lock="cases.watch", pass_context=False)
def watch_limits(timestamp: int) -> int:
    """Every minute: remarks, reminders, escalation; suspended cases whose day has come; repeated callbacks."""
    made = watch.sweep()
    watch.resume_suspended()
    watch.remind_callbacks()
    return made


@app.periodic(cron="* * * * *")
@app.task(name="cases.wake_notices", queueing_lock="cases.wake_notices")
def wake_notices(timestamp: int) -> int:
    """Every minute: messages that were held during quiet hours reach the pages that are open."""
    return notices.wake()


@app.periodic(cron="*/10 * * * *")
@app.task(name="cases.seal", queueing_lock="cases.seal")
def seal_events(timestamp: int) -> int:
    """Every ten minutes: seal the events of finished transactions."""
    made = audit.seal()
    return made.count if made else 0


@app.periodic(cron="*/2 * * * *")
@app.task(name="cases.follow_changes", queueing_lock="cases.follow_changes")
def follow_changes(timestamp: int) -> dict[str, int] | None:
    """Every two minutes: running clocks follow a change of calendars or limits."""
    return watch.follow_changes()


@app.periodic(cron="* * * * * */20")
@app.task(name="cases.repeats", queueing_lock="cases.repeats", lock="cases.repeats")
def look_for_repeats(timestamp: int) -> int:
    """Three times a minute: what new cases repeat."""
    return repeats.look()


@app.periodic(cron="*/2 * * * *")
@app.task(name="cases.sign", queueing_lock="cases.sign", lock="cases.repeats")
def sign_cases(timestamp: int) -> int:
    """Every two minutes: signatures of the cases that were there before there were any, newest first; when all have
    theirs, what the open ones of them repeat."""
    return backfill.run(seconds=20) or repeats.look_back(seconds=10)


@app.periodic(cron="40 3 * * *")
@app.task(name="cases.forget_signatures", queueing_lock="cases.forget_signatures", lock="cases.repeats")
def forget_signatures(timestamp: int) -> int:
    """Every night: signatures of cases that are too old to be compared."""
    return backfill.forget()
