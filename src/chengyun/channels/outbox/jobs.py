"""What the worker does for the way out."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from . import connecting, delivering, reconciling, watching
from .models import Reconciliation


@app.periodic(cron="* * * * *")
@app.task(name="outbox.deliver", lock="outbox.deliver", queueing_lock="outbox.deliver")
def deliver(timestamp: int) -> dict[str, int]:
    """Every minute: what is due goes out."""
    return delivering.work_off()


@app.task(name="outbox.send", lock="outbox.deliver", queueing_lock="outbox.send")
def send() -> dict[str, int]:
    """As soon as something is to be sent back. Never beside the other one: two would take the whole worker."""
    return delivering.work_off()


@app.periodic(cron="*/10 * * * *")
@app.task(name="outbox.watch", queueing_lock="outbox.watch")
def watch(timestamp: int) -> int:
    """Every ten minutes: who handles it is told of doors that stalled or refused."""
    return watching.look()


@app.periodic(cron="20 1 * * *")
@app.task(name="outbox.reconcile_yesterday", queueing_lock="outbox.reconcile_yesterday")
def reconcile_yesterday(timestamp: int) -> int:
    """Every night: yesterday compared with each door that can be asked."""
    day = timezone.localdate() - timedelta(days=1)
    doors = [code for code, way in connecting.ways().items() if reconciling.can(way) and not way.fault]
    for code in doors:
        reconciling.run(reconciling.begin(code, day, "每日核对"))
    return len(doors)


@app.task(name="outbox.reconcile")
def reconcile(reconciliation_id: int) -> str:
    """A comparison that somebody asked for."""
    return reconciling.run(Reconciliation.objects.get(pk=reconciliation_id)).state
