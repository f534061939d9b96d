"""What the worker does for the open interface."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from chengyun.channels import queries

from . import submitting, trials
from .models import Received
from .settings import CHANNEL


@app.task(name="open311.settle_one")
def settle_one(received_id: str) -> str:
    """The case of a request to a batch service."""
    channel = queries.channel(CHANNEL)
    return submitting.settle(uuid.UUID(received_id), channel) if channel is not None else "no channel"


@app.periodic(cron="*/5 * * * *")
@app.task(name="open311.settle_left", queueing_lock="open311.settle_left")
def settle_left(timestamp: int) -> int:
    """Every five minutes: what a killed worker left."""
    waiting = Received.objects.filter(
        settled_at__isnull=True, created_at__lt=timezone.now() - timedelta(minutes=2),
        created_at__gte=timezone.now() - timedelta(days=7),
    ).order_by("created_at")  # fmt: skip
    ids = list(waiting.values_list("pk", flat=True)[:500])
    for pk in ids:
        settle_one(str(pk))
    return len(ids)


@app.periodic(cron="27 3 * * *")
@app.task(name="open311.forget", queueing_lock="open311.forget")
def forget(timestamp: int) -> int:
    """Every night: test requests that are over."""
    return trials.forget_old()
