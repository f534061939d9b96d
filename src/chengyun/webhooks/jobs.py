"""What the worker does for webhooks."""

from __future__ import annotations

import logging
import time

from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from chengyun.kernel import config

from . import keeping, sending

log = logging.getLogger(__name__)
QUIET = 1.0
_woken = -QUIET


@app.periodic(cron="* * * * *")
@app.task(name="webhooks.send_due", queueing_lock="webhooks.send_due")
def send_due(timestamp: int) -> dict[str, int]:
    """Every minute: what is due, also what nobody woke the worker for."""
    return sending.send_due()


@app.task(name="webhooks.send_now", queueing_lock="webhooks.send_now")
def send_now() -> dict[str, int]:
    """Soon after something happened; once more after what may have come while nobody was woken (see `wake`)."""
    counts = sending.send_due()
    time.sleep(QUIET + 0.2)
    for state, count in sending.send_due().items():
        counts[state] = counts.get(state, 0) + count
    return counts


@app.periodic(cron="43 3 * * *")
@app.task(name="webhooks.forget_old", queueing_lock="webhooks.forget_old")
def forget_old(timestamp: int) -> int:
    """Every night: messages past their days."""
    return keeping.forget_old(config.current().webhook_days)


def wake() -> None:
    """After the transaction: let the worker send soon. At most one statement a second and process."""
    global _woken
    now = time.monotonic()
    if now - _woken < QUIET:
        return
    _woken = now
    try:
        send_now.defer()
    except AlreadyEnqueued:
        pass
    except Exception:
        log.exception("webhooks wait for the next minute")
