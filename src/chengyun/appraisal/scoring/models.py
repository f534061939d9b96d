"""Schemes, closed months with what they rest on, appeals, deductions, ratings."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.org.models import Dated

from . import words


class ScoringScheme(Dated):
    """考核方案 of one group of units. Kept as master data; `items` and `leave_out` as in scheme.py."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    group = models.CharField(max_length=16)
    kinds = ArrayField(models.CharField(max_length=16), default=list)
    items = models.JSONField(default=list)
    double_flags = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    double_channels = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    factor = models.PositiveSmallIntegerField(default=2)
    minimum = models.PositiveIntegerField(default=1)
    leave_out = models.JSONField(default=list, blank=True)
    enabled = models.BooleanField(default=False)

    class Meta:
        ordering = ["group", "code"]

    def __str__(self):
        return self.name


class ScoreMonth(models.Model):
    """A closed month: the schemes that ran, and a hash over sheets and facts that follows the month before."""

    month = models.DateField(unique=True)
    schemes = models.JSONField(default=list)
    closed_at = models.DateTimeField()
    closed_by_id = models.BigIntegerField(null=True)
    closed_by = models.CharField(max_length=80)
    previous = models.BinaryField(max_length=32, default=b"")
    hash = models.BinaryField(max_length=32)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=80, blank=True, default="")
    circular = models.CharField(max_length=60, blank=True, default="")
    note = models.CharField(max_length=2000, blank=True, default="")

    class Meta:
        ordering = ["month"]

    def __str__(self):
        return f"{self.month:%Y-%m}"


class ScoreSheet(models.Model):
    """A unit's score of a closed month, line by line, with what decided beside the cases."""

    month = models.ForeignKey(ScoreMonth, on_delete=models.PROTECT, related_name="sheets")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(max_length=40)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    rank = models.PositiveSmallIntegerField(null=True)
    body = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "unit"], name="score_sheet_once")]

    def __str__(self):
        return f"{self.month_id} {self.unit_id} {self.total}"


class FrozenFact(models.Model):
    """What a case was to a unit when the month was closed. The case is named, not referred to: it outlives it."""

    month = models.ForeignKey(ScoreMonth, on_delete=models.PROTECT, related_name="facts", db_index=False)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    case_id = models.BigIntegerField()
    marks = ArrayField(models.CharField(max_length=20), default=list)
    flags = ArrayField(models.CharField(max_length=32), default=list)
    channel = models.CharField(max_length=40, blank=True, default="")
    kind = models.CharField(max_length=32, blank=True, default="")
    outcome = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["month", "unit", "case_id"], name="frozen_fact_once")]

    def __str__(self):
        return f"{self.month_id} {self.unit_id} {self.case_id}"


class Deduction(models.Model):
    """Points taken by hand: from an item, or (none) from the total; with a reason, and lifted with one."""

    month = models.DateField()
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=40, blank=True, default="")
    points = models.DecimalField(max_digits=5, decimal_places=2)
    reason = models.CharField(max_length=500)
    case_id = models.BigIntegerField(null=True)
    files = models.JSONField(default=list)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by = models.CharField(max_length=80)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=80, blank=True, default="")
    lifted_why = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["month", "unit"], name="deduction_month")]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.unit_id} {self.points}"


class Appeal(models.Model):
    """申诉: a unit asks that a case not count, or that a deduction be lifted; the centre rules before the month is
    closed. What the centre leaves out by itself is one too (`origin`), granted at once."""

    PENDING, GRANTED, REFUSED, WITHDRAWN = "pending", "granted", "refused", "withdrawn"
    STATES: ClassVar[dict[str, str]] = {PENDING: "待裁定", GRANTED: "成立", REFUSED: "不成立", WITHDRAWN: "已撤回"}

    month = models.DateField()
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=8, default=words.APPEAL)
    item = models.CharField(max_length=40, blank=True, default="")
    case_id = models.BigIntegerField(null=True)
    deduction = models.ForeignKey(Deduction, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16)
    text = models.CharField(max_length=2000)
    files = models.JSONField(default=list)
    state = models.CharField(max_length=10, default=PENDING)
    filed_at = models.DateTimeField()
    filed_by_id = models.BigIntegerField(null=True)
    filed_by = models.CharField(max_length=80)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=80, blank=True, default="")
    decision = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["month", "unit"], name="appeal_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["month", "unit", "item", "case_id", "deduction"], name="appeal_one_pending",
                condition=Q(state="pending"), nulls_distinct=False,
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.month:%Y-%m} {self.unit_id} {self.state}"


class RatingSample(models.Model):
    """Closed cases drawn for raters: how many of which stratum, and the seed, so that the draw can be repeated."""

    month = models.DateField()
    by = models.CharField(max_length=8)
    seed = models.BigIntegerField()
    asked = models.PositiveIntegerField()
    strata = models.JSONField(default=list)
    drawn_at = models.DateTimeField()
    drawn_by = models.CharField(max_length=80)

    def __str__(self):
        return f"{self.month:%Y-%m} {self.by} {self.asked}"


class Rating(models.Model):
    """One rating: of a department by a subdistrict (`rater_unit`), or of a drawn case by a rater's account.

    `answers`: question → points; `share`: of all that could be given. `rated_at` empty: still to be rated.
    """

    month = models.DateField()
    by = models.CharField(max_length=8)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    rater_unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    rater_id = models.BigIntegerField(null=True)
    rater = models.CharField(max_length=80, blank=True, default="")
    sample = models.ForeignKey(RatingSample, null=True, on_delete=models.PROTECT, related_name="ratings")
    case_id = models.BigIntegerField(null=True)
    answers = models.JSONField(default=dict)
    share = models.DecimalField(max_digits=7, decimal_places=6, null=True)
    comment = models.CharField(max_length=1000, blank=True, default="")
    rated_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "by", "unit", "rater_unit"], name="rating_peer_once", condition=Q(by="peer")
            ),
            models.UniqueConstraint(
                fields=["month", "by", "case_id", "rater_id"], name="rating_case_once", condition=~Q(by="peer")
            ),
        ]
        indexes = [
            models.Index(fields=["month", "by", "unit"], name="rating_month"),
            models.Index(fields=["rater_id", "-month"], name="rating_rater"),
        ]

    def __str__(self):
        return f"{self.month:%Y-%m} {self.by} {self.unit_id}"
