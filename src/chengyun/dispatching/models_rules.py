"""What people laid down about who handles what: dispatch rules with their dry runs, the responsibility list, alarms
about entries that no longer work, and which precedents no longer hold."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.org.models import Dated

UNIT, SUBDISTRICT, COMMUNITY, MANAGER, NOBODY = "unit", "subdistrict", "community", "manager", "none"


class DispatchRule(Dated):
    """If `expression` holds (rules/language, with codes) the case goes to whom `target` says. Of the rules that are on,
    the one with the lowest `position` that holds decides. `version` counts changes of what the rule means."""

    TARGETS: ClassVar[dict[str, str]] = {
        UNIT: "指定单位", SUBDISTRICT: "属地街道", COMMUNITY: "属地社区", MANAGER: "所在区域的管理单位",
        NOBODY: "只定类别或紧急程度",
    }  # fmt: skip

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    position = models.IntegerField(default=0)
    expression = models.TextField()
    target = models.CharField(max_length=12, default=UNIT)
    unit = models.ForeignKey("org.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    co_units = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    category = models.ForeignKey("cases.Category", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    urgency = models.CharField(max_length=16, blank=True, default="")
    enabled = models.BooleanField(default=False)
    version = models.IntegerField(default=1)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class RuleTrial(models.Model):
    """A rule, as `content` had it, tried on past cases. `digest` marks that content: switching on asks for it."""

    QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    rule = models.CharField(max_length=40, blank=True, default="")
    digest = models.CharField(max_length=40)
    content = models.JSONField(default=dict)
    account_id = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=8, default=QUEUED)
    since = models.DateTimeField()
    until = models.DateTimeField()
    looked = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    counts = models.JSONField(default=dict)
    """matched, agreed, differing, undecided, unresolved, earlier: how many cases of each group."""
    units = models.JSONField(default=list)
    """[{"unit": id, "cases": n}]: who handled the matching cases in fact, the most first."""
    groups = models.JSONField(default=dict)
    """group → ids of its cases, at most MOST_KEPT of each, the newest first."""
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["digest"], name="rule_trial_digest", condition=Q(state="done")),
            models.Index(fields=["rule", "-created_at"], name="rule_trial_rule"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.state}"


class Responsibility(Dated):
    """权责清单: who is responsible for a category in an area, by which document. `area_code` empty is everywhere."""

    code = models.CharField(max_length=60, unique=True)
    matter = models.CharField(max_length=200, blank=True, default="")
    category = models.ForeignKey("cases.Category", on_delete=models.PROTECT, related_name="+")
    area_code = models.CharField(max_length=40, blank=True, default="")
    target = models.CharField(max_length=12, default=UNIT)
    unit = models.ForeignKey("org.Unit", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    co_units = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    document = models.CharField(max_length=300)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.matter}"


class RuleAlarm(models.Model):
    """A rule or an entry of the list that no longer works: since when, why, and whether people were told."""

    RULE, RESPONSIBILITY = "rule", "responsibility"

    subject = models.CharField(max_length=16)
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200, blank=True, default="")
    faults = models.JSONField(default=list)
    """[{"zh", "en", "code"}]"""
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject", "code"], name="rule_alarm_once", condition=Q(ended_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.code}"


class PrecedentMark(models.Model):
    """Somebody said that a precedent no longer holds, or holds again. Only added to."""

    precedent = models.ForeignKey("cases.Precedent", on_delete=models.CASCADE, related_name="marks")
    holds = models.BooleanField()
    why = models.CharField(max_length=500)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["precedent", "-at"], name="precedent_mark")]

    def __str__(self) -> str:
        return f"{self.precedent_id} {self.holds}"
