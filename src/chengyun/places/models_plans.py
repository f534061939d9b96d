"""Plans that change the map, and the rules by which new areas get their codes."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from chengyun.org.models import Dated


class GridPlan(models.Model):
    """Operations on areas that take effect together on a day.

    `operations` is a list of {"id", "op", …} (changes/operations.py). `was`: how every area it touched was before, as
    kept when it took effect; `became`: how they were right afterwards. Both tell whether it can be taken back.
    """

    DRAFT, SUBMITTED, APPROVED, APPLIED, WITHDRAWN = "draft", "submitted", "approved", "applied", "withdrawn"
    STATES: ClassVar[dict[str, str]] = {
        DRAFT: "草稿", SUBMITTED: "待审批", APPROVED: "已批准", APPLIED: "已生效", WITHDRAWN: "已撤销",
    }  # fmt: skip

    title = models.CharField(max_length=120)
    note = models.CharField(max_length=1000, blank=True, default="")
    effective_on = models.DateField()
    state = models.CharField(max_length=10, default=DRAFT)
    version = models.IntegerField(default=1)
    operations = models.JSONField(default=list)
    next_operation = models.IntegerField(default=1)
    was = models.JSONField(default=list)
    became = models.JSONField(default=list)
    undoes = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by")
    failure = models.CharField(max_length=500, blank=True, default="")
    created_by_id = models.BigIntegerField(null=True)
    created_by = models.CharField(max_length=120, blank=True, default="")
    submitted_by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "places"
        ordering = ["-id"]
        indexes = [models.Index(fields=["state", "effective_on"], name="grid_plan_state")]

    def __str__(self) -> str:
        return self.title


class GridPlanStep(models.Model):
    """What somebody did with a plan."""

    plan = models.ForeignKey(GridPlan, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(default=timezone.now)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120, blank=True, default="")
    action = models.CharField(max_length=16)
    note = models.CharField(max_length=1000, blank=True, default="")
    detail = models.JSONField(default=dict)

    class Meta:
        app_label = "places"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.action}"


class GridRule(Dated):
    """How the code of a new area is made (changes/numbering.py)."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=12, default="grid")
    kinds = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    pattern = models.CharField(max_length=80)
    order = models.CharField(max_length=16, default="west_east")
    first = models.IntegerField(default=1)
    sort = models.IntegerField(default=0)

    class Meta:
        app_label = "places"
        ordering = ["sort", "code"]

    def __str__(self) -> str:
        return self.name
