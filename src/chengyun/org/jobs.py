"""What the worker does for the org room."""

from __future__ import annotations

from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="org.apply_master_data", queueing_lock="org.apply_master_data")
def apply_master_data(timestamp: int) -> dict[str, int]:
    """Every minute: changes of master data whose moment has come take effect."""
    from .masterdata import history

    return history.apply_due()


@app.periodic(cron="*/10 * * * *")
@app.task(name="org.sync_people", queueing_lock="org.sync_people")
def sync_people(timestamp: int) -> dict[str, str]:
    """Every ten minutes: directories whose hour has come are read; too many leavers stop it for a person to decide."""
    from .models import PeopleSource

    if not PeopleSource.objects.filter(enabled=True, every_hours__gt=0).exists():
        return {}
    from .peoplesync import service

    return service.run_due()


@app.task(name="org.run_trial")
def run_trial(trial_id: str) -> None:
    """A dry run that looks at more cases than a request should."""
    from .masterdata import trials

    trials.work_off(trial_id)
