"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import calls, partitions, patrols, tracks


@app.periodic(cron="* * * * *")
@app.task(name="fieldwork.sweep", queueing_lock="fieldwork.sweep")
def sweep(timestamp: int) -> int:
    """Every minute: patrols to which something came late are counted anew; call-ups become late."""
    return tracks.count_stale() + calls.sweep()


@app.periodic(cron="*/15 * * * *")
@app.task(name="fieldwork.end_forgotten", queueing_lock="fieldwork.end_forgotten")
def end_forgotten(timestamp: int) -> int:
    """Every quarter of an hour: patrols that nobody ended end at their last position."""
    return patrols.end_forgotten()


@app.periodic(cron="20 2 * * *")
@app.task(name="fieldwork.partitions", queueing_lock="fieldwork.partitions")
def keep_partitions(timestamp: int) -> str:
    """Every night: the months of positions ahead, and those past the retention."""
    made, dropped = partitions.keep_up()
    return f"{len(made)} made, {len(dropped)} dropped"
