"""What the worker does for residents."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import delivering, entering, limits, telling


@app.task(name="neighbours.send_code")
def send_code(code_id: int) -> str:
    """A log-in code by SMS, at once."""
    return entering.send_code(code_id)


@app.periodic(cron="* * * * *")
@app.task(name="neighbours.tell", queueing_lock="neighbours.tell")
def tell(timestamp: int) -> int:
    """Every minute: messages of what happened and of alerts, then what is due leaves the house."""
    done = telling.expand() + telling.tell_bulletins()
    delivering.deliver()
    return done


@app.periodic(cron="17 3 * * *")
@app.task(name="neighbours.forget", queueing_lock="neighbours.forget")
def forget(timestamp: int) -> int:
    """Every night: old codes, log-ins that are over, counts whose window is over."""
    return entering.forget_old() + limits.sweep()
