"""Orders with the parts of their units, what happened to them, and the cards that were shown."""

from django.db import models
from django.db.models import Q

from .models_ladder import BusinessScope, ChecklistQuestion, SupervisionRule, SupervisionStep
from .models_programmes import Cue, LookRecord, Programme, ProgrammeCase, ProgrammeReport, ProgrammeUnit
from .models_quality import QualityReview, QualitySample, SampleItem

__all__ = [
    "BusinessScope", "Card", "ChecklistQuestion", "Cue", "LookRecord", "Order", "OrderCase", "OrderPart", "OrderStep",
    "Programme", "ProgrammeCase", "ProgrammeReport", "ProgrammeUnit", "QualityReview", "QualitySample", "SampleItem",
    "SupervisionRule", "SupervisionStep",
]  # fmt: skip


class Order(models.Model):
    """督办单: one step of the ladder for one case, many, or a programme; addressed to one unit or several.

    `step`, `step_name`, `level` and what follows are as they were when it was started. `version` moves with what
    people do.
    """

    number = models.CharField(max_length=32, unique=True)
    title = models.CharField(max_length=120)
    requirement = models.TextField()
    step = models.CharField(max_length=40)
    step_name = models.CharField(max_length=40)
    level = models.SmallIntegerField()
    reply_required = models.BooleanField(default=True)
    origin = models.CharField(max_length=12)
    rule = models.CharField(max_length=40, blank=True, default="")
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="following")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="orders")
    state = models.CharField(max_length=10, default="waiting")
    version = models.IntegerField(default=1)
    cases = models.IntegerField(default=0)
    started_at = models.DateTimeField()
    started_by_id = models.BigIntegerField(null=True)
    started_by = models.CharField(max_length=120)
    due_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    proposed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["-started_at", "-id"], name="order_by_time"),
            models.Index(fields=["due_at", "id"], name="order_open", condition=Q(state__in=("waiting", "replied"))),
        ]

    def __str__(self):
        return self.number


class OrderPart(models.Model):
    """What one unit has to answer, with its clock. `first_due_at` is what the rates go by, whatever followed."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="parts")
    to = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default="waiting")
    amount = models.DecimalField(max_digits=8, decimal_places=3)
    unit = models.CharField(max_length=16)
    calendar_code = models.CharField(max_length=40, blank=True, default="")
    clock_at = models.DateTimeField()
    due_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    next_look_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    overdue_at = models.DateTimeField(null=True)
    reply = models.TextField(blank=True, default="")
    replied_at = models.DateTimeField(null=True)
    first_replied_at = models.DateTimeField(null=True)
    replied_by = models.CharField(max_length=120, blank=True, default="")
    sent_back = models.SmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "to"], name="order_part_once")]
        indexes = [
            models.Index(fields=["next_look_at"], name="orderpart_look", condition=Q(next_look_at__isnull=False)),
            models.Index(fields=["first_due_at"], name="orderpart_due"),
        ]

    def __str__(self):
        return f"{self.order_id}/{self.to_id}"


class OrderCase(models.Model):
    pk = models.CompositePrimaryKey("order_id", "case_id")
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="members", db_index=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")

    def __str__(self):
        return f"{self.order_id} {self.case_id}"


class OrderStep(models.Model):
    """What happened to an order. Never changed (a trigger)."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    for_name = models.CharField(max_length=120, blank=True, default="")
    to = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    action = models.CharField(max_length=16)
    note = models.TextField(blank=True, default="")
    detail = models.JSONField(default=dict)

    def __str__(self):
        return f"{self.order_id} {self.action}"


class Card(models.Model):
    """黄牌, 红牌: shown to a unit with an order; withdrawn with a reason."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="cards")
    to = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    colour = models.CharField(max_length=8)
    at = models.DateTimeField()
    reason = models.CharField(max_length=300)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=120, blank=True, default="")
    withdrawn_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["-at", "to"], name="card_by_time")]

    def __str__(self):
        return f"{self.to_id} {self.colour}"
