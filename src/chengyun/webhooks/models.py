"""Who is told of what happens to cases, and each message on its way."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Subscription(models.Model):
    """Another system's address, what it wants to be told, and how the messages are signed.

    `events` empty is all. `filters`: {"channels": […], "units": …, "categories": …, "areas": …, "kinds": …,
    "lifecycles": …} by code; a member that is missing asks for nothing. `sealed` holds the secret (for sm2 the private
    key) and, while it is changed, the next one, which counts from `switch_at`. After failures the whole subscription
    waits until `hold_until`, so that a system that is down is asked by one message now and then.
    """

    ACTIVE, PAUSED, DISABLED, ENDED = "active", "paused", "disabled", "ended"
    FILTERS: ClassVar[tuple[str, ...]] = ("channels", "units", "categories", "areas", "kinds", "lifecycles")

    name = models.CharField(max_length=80)
    url = models.CharField(max_length=500)
    contact = models.CharField(max_length=200, blank=True, default="")
    scheme = models.CharField(max_length=16)
    sealed = models.BinaryField()
    public_key = models.CharField(max_length=140, blank=True, default="")
    switch_at = models.DateTimeField(null=True)
    events = ArrayField(models.CharField(max_length=40), default=list)
    filters = models.JSONField(default=dict)
    state = models.CharField(max_length=10, default=ACTIVE)
    why = models.CharField(max_length=300, blank=True, default="")
    failures = models.IntegerField(default=0)
    failing_since = models.DateTimeField(null=True)
    hold_until = models.DateTimeField(null=True)
    last_ok_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by_id = models.BigIntegerField(null=True)
    created_by_name = models.CharField(max_length=80, blank=True, default="")
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One event for one subscription. `attempts`: the latest tries, [{"at", "status", "ms", "fault", "said"}]."""

    WAITING, SENDING, SENT, DEAD = "waiting", "sending", "sent", "dead"
    STATES: ClassVar[tuple[str, ...]] = (WAITING, SENDING, SENT, DEAD)
    OPEN: ClassVar[tuple[str, ...]] = (WAITING, SENDING)

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    event_id = models.CharField(max_length=60)
    type = models.CharField(max_length=40)
    subject = models.CharField(max_length=40, blank=True, default="")
    at = models.DateTimeField()
    data = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default=WAITING)
    tries = models.IntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    status = models.SmallIntegerField(null=True)
    fault = models.CharField(max_length=16, blank=True, default="")
    attempts = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subscription", "event_id"], name="webhook_once")]
        indexes = [
            models.Index(
                fields=["subscription", "id"], name="webhook_open", condition=Q(state__in=("waiting", "sending"))
            ),
            models.Index(
                fields=["subscription", "subject", "id"],
                name="webhook_in_order",
                condition=Q(state__in=("waiting", "sending")),
            ),
            models.Index(fields=["subscription", "-id"], name="webhook_log"),
            models.Index(fields=["subscription", "-id"], name="webhook_dead", condition=Q(state="dead")),
            models.Index(fields=["subject", "-id"], name="webhook_of_case"),
            models.Index(fields=["at"], name="webhook_age"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.event_id} {self.state}"
