"""What the worker does by the clock for phones."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from . import uploads
from .models import Command

KEEP = timedelta(days=180)
"""How long a repeated command still finds its first answer; the history of the case stays for ever."""


@app.periodic(cron="17 3 * * *")
@app.task(name="fieldwork.sync.tidy", queueing_lock="fieldwork.sync.tidy")
def tidy(timestamp: int) -> int:
    """Every night: pieces of files that nobody went on with, and old answers, are removed."""
    old = Command.objects.filter(received_at__lt=timezone.now() - KEEP).delete()[0]
    return old + uploads.sweep()
