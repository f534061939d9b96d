"""吹哨报到: calls of a subdistrict, community or worker to departments; each department's part; what happened."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from chengyun.org.models import Dated


class CallLimit(Dated):
    """How soon a called unit responds and is on the spot, by urgency."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    urgency = models.CharField(max_length=10)
    respond_amount = models.DecimalField(max_digits=8, decimal_places=3)
    arrive_amount = models.DecimalField(max_digits=8, decimal_places=3)
    unit = models.CharField(max_length=16)

    def __str__(self):
        return self.name


class CallUp(models.Model):
    """One matter for which departments are called. `by_unit` calls; a worker's waits until it is confirmed."""

    uid = models.UUIDField(unique=True)
    number = models.CharField(max_length=32, unique=True)
    matter = models.CharField(max_length=120)
    detail = models.TextField(blank=True, default="")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.PROTECT, related_name="+")
    urgency = models.CharField(max_length=10, default="normal")
    state = models.CharField(max_length=10)
    version = models.IntegerField(default=1)
    by_unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    started_by_id = models.BigIntegerField(null=True)
    started_by = models.CharField(max_length=120)
    started_at = models.DateTimeField()
    received_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    address = models.CharField(max_length=200, blank=True, default="")
    conclusion = models.TextField(blank=True, default="")
    solved = models.BooleanField(null=True)
    concluded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-started_at", "-id"], name="callup_time"),
            models.Index(fields=["-started_at", "-id"], name="callup_open", condition=Q(closed_at__isnull=True)),
        ]

    def __str__(self):
        return self.number


class CallPart(models.Model):
    """What one called unit does: responds, arrives, is rated. Both limits as they were when it was called."""

    call = models.ForeignKey(CallUp, on_delete=models.CASCADE, related_name="parts")
    to = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="called")
    calendar_code = models.CharField(max_length=40, blank=True, default="")
    called_at = models.DateTimeField()
    respond_due = models.DateTimeField()
    arrive_due = models.DateTimeField()
    responded_at = models.DateTimeField(null=True)
    responded_by = models.CharField(max_length=120, blank=True, default="")
    arrived_at = models.DateTimeField(null=True)
    arrived_by = models.CharField(max_length=120, blank=True, default="")
    arrived_lng = models.FloatField(null=True)
    arrived_lat = models.FloatField(null=True)
    arrived_m = models.FloatField(null=True)
    late_told = models.CharField(max_length=10, blank=True, default="")
    stars = models.SmallIntegerField(null=True)
    rated_at = models.DateTimeField(null=True)
    rating_note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "to"], name="callpart_once")]
        indexes = [
            models.Index(fields=["to", "-called_at"], name="callpart_unit"),
            models.Index(fields=["respond_due"], name="callpart_waiting", condition=Q(state__in=("called", "coming"))),
            models.Index(fields=["rated_at"], name="callpart_rated", condition=Q(stars__isnull=False)),
        ]

    def __str__(self):
        return f"{self.call_id} {self.to_id}"


class CallStep(models.Model):
    """What happened to a call-up; `uid` is the phone's, so that the same step comes once. Never changed."""

    uid = models.UUIDField(unique=True)
    call = models.ForeignKey(CallUp, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    action = models.CharField(max_length=10)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    to = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    note = models.CharField(max_length=1000, blank=True, default="")
    detail = models.JSONField(default=dict)

    def __str__(self):
        return f"{self.call_id} {self.action}"
