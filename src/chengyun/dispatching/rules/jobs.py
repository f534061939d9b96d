"""What the worker does for dispatch rules."""

from __future__ import annotations

from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(name="dispatching.check_rules", queueing_lock="dispatching.check_rules")
def check_rules(timestamp: int) -> dict[str, int]:
    """Every minute: rules and entries of the responsibility list that no longer work raise an alarm."""
    from .alarms import check_all

    return check_all()


@app.task(name="dispatching.run_rule_trial")
def run_rule_trial(trial_id: str) -> None:
    """A dry run that looks at more cases than a request should."""
    from ..models_rules import RuleTrial
    from .trials import work_off

    trial = RuleTrial.objects.filter(pk=trial_id).first()
    if trial is not None:
        work_off(trial)
