"""What the worker did: procrastinate forgets jobs that succeeded and never keeps why one failed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class JobRun(models.Model):
    """One run of one job. Kept for some days (jobs.py), failures for longer."""

    SUCCEEDED, FAILED, ABORTED = "succeeded", "failed", "aborted"

    job_id = models.BigIntegerField(null=True)
    task = models.CharField(max_length=128)
    queue = models.CharField(max_length=128, blank=True, default="")
    args = models.JSONField(default=dict)
    attempt = models.IntegerField(default=1)
    started_at = models.DateTimeField()
    seconds = models.FloatField(default=0)
    outcome = models.CharField(max_length=12)
    result = models.CharField(max_length=200, blank=True, default="")
    error_kind = models.CharField(max_length=120, blank=True, default="")
    error = models.CharField(max_length=500, blank=True, default="")
    trace = models.TextField(blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["task", "-id"], name="job_run_task"),
            models.Index(fields=["outcome", "-id"], name="job_run_outcome"),
            models.Index(fields=["started_at"], name="job_run_started"),
            models.Index(fields=["job_id"], name="job_run_job"),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.outcome} {self.started_at:%F %T}"
