"""Warnings and what they rest on."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.cases.models.catalogue import Dated


class WarningRule(Dated):
    """预警规则: what deserves a look. `way` says how it looks (words.py); what the way does not need is empty.

    A term of `words` may ask for several parts at once: 工资+拖欠.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    nature = models.CharField(max_length=12)
    level = models.CharField(max_length=8)
    way = models.CharField(max_length=8)
    words = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    unless = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    flags = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    place = models.CharField(max_length=12, default="community")
    by_category = models.BooleanField(default=True)
    minimum = models.PositiveIntegerField(default=1)
    hours = models.PositiveSmallIntegerField(default=24)
    risk = models.FloatField(null=True, blank=True)
    advice = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.name


class EarlyWarning(models.Model):
    """One matter that needs a look. It grows while it is open; `version` moves with decisions only."""

    matter = models.CharField(max_length=120)
    title = models.CharField(max_length=160)
    nature = models.CharField(max_length=12)
    level = models.SmallIntegerField()
    state = models.CharField(max_length=12, default="open")
    version = models.IntegerField(default=1)
    rules = ArrayField(models.CharField(max_length=40), default=list)
    evidence = models.JSONField(default=list)
    advice = models.CharField(max_length=300, blank=True, default="")
    category_id = models.BigIntegerField(null=True)
    area_id = models.BigIntegerField(null=True)
    cases = models.IntegerField(default=0)
    told_cases = models.IntegerField(default=0)
    opened_at = models.DateTimeField()
    last_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    decided_by = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter"], name="warning_one_open", condition=Q(state="open")),
        ]
        indexes = [
            models.Index(fields=["-opened_at", "-id"], name="warning_by_time"),
            models.Index(fields=["level", "-last_at"], name="warning_open", condition=Q(state="open")),
            models.Index(fields=["matter", "-id"], name="warning_matter"),
            models.Index(fields=["-decided_at"], name="warning_decided", condition=Q(decided_at__isnull=False)),
        ]

    def __str__(self):
        return self.title


class WarningCase(models.Model):
    """A case that a warning rests on, and the rule that found it."""

    pk = models.CompositePrimaryKey("warning_id", "case_id")
    warning = models.ForeignKey(EarlyWarning, on_delete=models.CASCADE, related_name="members", db_index=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    rule = models.CharField(max_length=40)

    def __str__(self):
        return f"{self.warning_id} {self.case_id}"


class WarningStep(models.Model):
    """What happened to a warning: raised, grown, decided. Kept as it was."""

    warning = models.ForeignKey(EarlyWarning, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=16)
    note = models.CharField(max_length=1000, blank=True, default="")
    detail = models.JSONField(default=dict)

    def __str__(self):
        return f"{self.warning_id} {self.action}"


class WordHit(models.Model):
    """A case whose words fit a rule; kept as long as a rule can look back."""

    pk = models.CompositePrimaryKey("rule", "case_id")
    rule = models.CharField(max_length=40)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    term = models.CharField(max_length=40)
    at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.rule} {self.case_id} {self.term}"


class Unread(models.Model):
    """A case whose words came or changed and were not read yet (triggers)."""

    case_id = models.BigIntegerField()

    def __str__(self):
        return str(self.case_id)


class SeverePattern(models.Model):
    """The pattern by which the database itself sees that new words cannot wait for the next round; one row."""

    pattern = models.TextField(default="")

    def __str__(self):
        return self.pattern[:40]
