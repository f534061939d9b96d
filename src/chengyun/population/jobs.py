"""What the worker does by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import planning, regridding


@app.periodic(cron="20 3 * * *")
@app.task(name="population.refresh", queueing_lock="population.refresh")
def refresh(timestamp: int) -> int:
    """Every night: addresses get the grids of today, plans of visits follow the base and the grants."""
    return regridding.refresh() + planning.refresh()
