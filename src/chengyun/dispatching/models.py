"""What was learnt, what was proposed, what people decided, and where the platform may act alone.

`Waiting` and `FirstDispatch` are kept by triggers on the case tables (first migration), so that registering and
dispatching cost no statement more.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class ModelVersion(models.Model):
    """One training. `card` says what it was trained on and how good it is; the files are in `folder` below
    CHENGYUN_HOME/models. At most one version runs."""

    TRAINING, READY, RUNNING, RETIRED, FAILED = "training", "ready", "running", "retired", "failed"
    STATES: ClassVar[dict[str, str]] = {
        TRAINING: "训练中", READY: "可启用", RUNNING: "使用中", RETIRED: "已停用", FAILED: "未训练成",
    }  # fmt: skip

    state = models.CharField(max_length=12, default=TRAINING)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    started_by_id = models.BigIntegerField(null=True)
    started_by = models.CharField(max_length=80)
    folder = models.CharField(max_length=80, blank=True, default="")
    cases = models.IntegerField(default=0)
    card = models.JSONField(default=dict)
    note = models.CharField(max_length=500, blank=True, default="")
    """Why it was put to use, was not, or failed: for people."""
    promoted_at = models.DateTimeField(null=True)
    promoted_by = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["state"], name="model_one_runs", condition=Q(state="running"))
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class Waiting(models.Model):
    """A case that has to be looked at: new, changed before it was dispatched, or ready to be dispatched."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE)
    since = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.case_id)


class Proposal(models.Model):
    """Who was proposed for a case, why, and what was decided.

    units: [{"unit": id, "confidence": 0–1, "reasons": [{"source", "zh", "en", "ref", "link", "matched"}], "co_units"}],
    categories: [{"category": id, "confidence": 0–1}], similar: [{"number", "unit", "outcome", "score"}]; the best
    first. `final_unit_id` is who was given the lead first, filled by a trigger.
    """

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="proposal")
    made_at = models.DateTimeField()
    version = models.ForeignKey(ModelVersion, null=True, on_delete=models.SET_NULL, db_index=False)
    category_id = models.BigIntegerField(null=True)
    units = models.JSONField(default=list)
    categories = models.JSONField(default=list)
    similar = models.JSONField(default=list)
    sources = models.JSONField(default=dict)
    """source → {"unit", "ref"}: what each said by itself, to learn how far each can be trusted."""
    top_unit_id = models.BigIntegerField(null=True)
    confidence = models.FloatField(null=True)
    sure = models.FloatField(null=True)
    """The model's own confidence in the first unit, where nothing speaks against acting alone."""
    alone = models.BooleanField(default=False)
    final_unit_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["decided_at"], name="proposal_decided", condition=Q(decided_at__isnull=False)),
            models.Index(
                fields=["category_id", "decided_at"], name="proposal_category_decided",
                condition=Q(decided_at__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id}: {self.top_unit_id}"


class FirstDispatch(models.Model):
    """Who was given a case first, and whether that lasted. `moved`: another unit had to take it; `taken_back`: it was
    withdrawn and nobody has it now."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="first_dispatch")
    unit_id = models.BigIntegerField()
    category_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    moved = models.BooleanField(default=False)
    taken_back = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["at"], name="first_dispatch_at",
                include=["unit_id", "category_id", "moved", "taken_back", "case"],
            ),
            models.Index(fields=["unit_id", "at"], name="first_dispatch_unit"),
            models.Index(fields=["category_id", "at"], name="first_dispatch_category"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id} → {self.unit_id}"


class Acting(models.Model):
    """Whether the platform may dispatch cases of a category alone. `cut`, `precision`, `coverage` and `fitted_on` come
    from the running model's cross-validation; `checked` holds the last daily comparison with what people decided."""

    category = models.OneToOneField("cases.Category", primary_key=True, on_delete=models.CASCADE)
    active = models.BooleanField(default=False)
    cut = models.FloatField(null=True)
    precision = models.FloatField(null=True)
    coverage = models.FloatField(null=True)
    fitted_on = models.IntegerField(default=0)
    checked_at = models.DateTimeField(null=True)
    checked = models.JSONField(default=dict)
    switched_at = models.DateTimeField(null=True)
    switched_by = models.CharField(max_length=80, blank=True, default="")
    stopped_at = models.DateTimeField(null=True)
    stopped_why = models.CharField(max_length=300, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.category_id}: {'on' if self.active else 'off'}"


class SourceRecord(models.Model):
    """How often a source, or one rule of it (`ref`), named the unit that people then chose; counted every night."""

    pk = models.CompositePrimaryKey("source", "ref")
    source = models.CharField(max_length=20)
    ref = models.CharField(max_length=120, blank=True, default="")
    asked = models.IntegerField(default=0)
    hits = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.source} {self.ref}: {self.hits}/{self.asked}"


from .models_rules import (  # noqa: E402, F401  (tables of this app)
    DispatchRule,
    PrecedentMark,
    Responsibility,
    RuleAlarm,
    RuleTrial,
)
