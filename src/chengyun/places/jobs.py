"""What the worker does for the places room."""

from __future__ import annotations

from procrastinate.contrib.django import app


@app.periodic(cron="*/5 * * * *")
@app.task(name="places.apply_plans", lock="places.apply_plans", queueing_lock="places.apply_plans")
def apply_plans(timestamp: int) -> dict[str, int]:
    """Every five minutes, the first time just after midnight: approved plans whose day has come take effect."""
    from .changes import plans

    return plans.apply_due()
