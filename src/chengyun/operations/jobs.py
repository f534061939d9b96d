"""What the worker does for this room by the clock."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

KEEP_SUCCEEDED, KEEP_FAILED = timedelta(days=7), timedelta(days=90)


@app.periodic(cron="41 * * * *")
@app.task(name="operations.forget_runs", queueing_lock="operations.forget_runs")
def forget_runs(timestamp: int) -> int:
    """Every hour: forget runs of more than 7 days ago, failures of more than 90 days ago."""
    from .models import JobRun

    now = timezone.now()
    old = JobRun.objects.filter(started_at__lt=now - KEEP_SUCCEEDED).exclude(outcome=JobRun.FAILED)
    older = JobRun.objects.filter(started_at__lt=now - KEEP_FAILED)
    return old.delete()[0] + older.delete()[0]


@app.periodic(cron="5-59/10 * * * *")
@app.task(name="operations.watch_people", queueing_lock="operations.watch_people")
def watch_people(timestamp: int) -> int:
    """Every ten minutes, after the directories were read: who looks after log-ins is told which stopped."""
    from . import people_watch

    return people_watch.look()
