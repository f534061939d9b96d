"""What the worker does for the way out."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import delivering


@app.periodic(cron="* * * * *")
@app.task(name="outbox.deliver", lock="outbox.deliver", queueing_lock="outbox.deliver")
def deliver(timestamp: int = 0) -> dict[str, int]:
    """As soon as something is to be sent back, and every minute: what is due goes out."""
    return delivering.work_off()
