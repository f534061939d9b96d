"""Indicators, their targets, what is fed by hand, what went wrong with the platform, and closed months."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.cases.models.catalogue import Dated

from .words import BETTER, COMBINE, KINDS, LEVEL1, OPERATORS, READS


class Indicator(Dated):
    """指标. From cases: of those whose `day` lies in the period and that fit `base`, how many also fit `meets`
    (conditions.py), without what `excluding` names. Otherwise `reads` says where the figures come from."""

    code = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120, blank=True, default="")
    topic = models.CharField(max_length=20, default="")
    level1 = models.CharField(max_length=12, choices=list(LEVEL1.items()))
    level2 = models.CharField(max_length=40, blank=True, default="")
    reads = models.CharField(max_length=12, choices=list(READS.items()))
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    day = models.CharField(max_length=12, blank=True, default="")
    base = models.CharField(max_length=400, blank=True, default="")
    meets = models.CharField(max_length=400, blank=True, default="")
    excluding = models.JSONField(default=list, blank=True)
    measure = models.CharField(max_length=60, blank=True, default="")
    combine = models.CharField(max_length=8, choices=list(COMBINE.items()), blank=True, default="sum")
    unit = models.CharField(max_length=20, default="%")
    better = models.CharField(max_length=6, choices=list(BETTER.items()), default="up")
    rule = models.CharField(max_length=300, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "code"]

    def __str__(self):
        return self.name


class IndicatorTarget(Dated):
    """目标值 of a year as printed: `=`, `≥`, `≤`, a range, words, a date, or a value that holds if another one does."""

    code = models.CharField(max_length=80, unique=True)
    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=80)
    form = models.CharField(max_length=120, blank=True, default="")
    operator = models.CharField(max_length=8, choices=list(OPERATORS.items()))
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    upper = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    text = models.CharField(max_length=120, blank=True, default="")
    unit = models.CharField(max_length=20, blank=True, default="")
    if_indicator = models.CharField(max_length=60, blank=True, default="")
    if_most = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    before2 = models.CharField(max_length=40, blank=True, default="")
    before1 = models.CharField(max_length=40, blank=True, default="")
    basis = models.CharField(max_length=40, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["year", "sort", "code"]

    def __str__(self):
        return f"{self.year} {self.name}"


class CaseFact(models.Model):
    """What counts about one case, computed from it (facts.py). Behind by what stands in Touched, which readers add."""

    case_id = models.BigIntegerField(primary_key=True)
    received = models.DateField()
    accepted = models.DateField(null=True)
    dispatched = models.DateField(null=True)
    due = models.DateField(null=True)
    closed = models.DateField(null=True)
    called = models.DateField(null=True)
    unit_id = models.BigIntegerField(null=True)
    subdistrict_id = models.BigIntegerField(null=True)
    area_id = models.BigIntegerField(null=True)
    category_id = models.BigIntegerField(null=True)
    taker_id = models.BigIntegerField(null=True)
    channel = models.CharField(max_length=40)
    kind = models.CharField(max_length=32)
    lifecycle = models.CharField(max_length=32)
    urgency = models.CharField(max_length=16)
    state = models.CharField(max_length=32)
    flags = ArrayField(models.CharField(max_length=32), default=list)
    marks = models.BigIntegerField(default=0)
    redo = models.SmallIntegerField(default=0)
    returns = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["received"], name="fact_received"),
            models.Index(fields=["accepted"], name="fact_accepted", condition=Q(accepted__isnull=False)),
            models.Index(fields=["dispatched"], name="fact_dispatched", condition=Q(dispatched__isnull=False)),
            models.Index(fields=["due"], name="fact_due", condition=Q(due__isnull=False)),
            models.Index(fields=["closed"], name="fact_closed", condition=Q(closed__isnull=False)),
            models.Index(fields=["called"], name="fact_called", condition=Q(called__isnull=False)),
        ]

    def __str__(self):
        return str(self.case_id)


class Touched(models.Model):
    """A case whose fact may be old; written by triggers."""

    case_id = models.BigIntegerField()

    def __str__(self):
        return str(self.case_id)


class MonthTally(models.Model):
    """Cases of a clean month by day of counting: total ("all"), by unit, subdistrict or category; `counts` by place
    of the tally (Tally.place, from 1)."""

    pk = models.CompositePrimaryKey("axis", "month", "face", "key", "channel")
    axis = models.CharField(max_length=12)
    month = models.DateField()
    face = models.CharField(max_length=12)
    key = models.BigIntegerField()
    channel = models.CharField(max_length=40)
    counts = ArrayField(models.IntegerField())

    def __str__(self):
        return f"{self.axis} {self.month} {self.face} {self.key}"


class TallyMonth(models.Model):
    """Up to which place the tallies of a month are counted; 0 when something in it has changed since."""

    pk = models.CompositePrimaryKey("axis", "month")
    axis = models.CharField(max_length=12)
    month = models.DateField()
    places = models.IntegerField(default=0)

    def __str__(self):
        return f"{self.axis} {self.month}: {self.places}"


class Tally(models.Model):
    """A condition that is counted by month, and its place in the counts of its axis."""

    axis = models.CharField(max_length=12)
    place = models.IntegerField()
    condition = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["axis", "place"], name="tally_place"),
            models.UniqueConstraint(fields=["axis", "condition"], name="tally_condition"),
        ]

    def __str__(self):
        return f"{self.axis} {self.place}: {self.condition}"


class Exclusion(models.Model):
    """剔除 of a case from all rates, with reason and evidence. Withdrawn, never deleted."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=20)
    note = models.CharField(max_length=1000)
    files = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    made_by = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=120, blank=True, default="")
    withdrawn_note = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["case"], name="exclusion_once", condition=Q(withdrawn_at__isnull=True))
        ]

    def __str__(self):
        return f"{self.case_id} {self.reason}"


class FedRecord(models.Model):
    """What is fed to an indicator for some days. Withdrawn, never changed."""

    indicator = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    text = models.CharField(max_length=200, blank=True, default="")
    note = models.CharField(max_length=1000, blank=True, default="")
    files = models.JSONField(default=list)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    made_by = models.CharField(max_length=120)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=120, blank=True, default="")
    withdrawn_note = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        ordering = ["-first", "-id"]
        indexes = [models.Index(fields=["indicator", "first"], name="fed_indicator")]

    def __str__(self):
        return f"{self.indicator} {self.first}"


class Beat(models.Model):
    """When a part of the platform was last seen alive."""

    part = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()
    since = models.DateTimeField()

    def __str__(self):
        return f"{self.part} {self.at}"


class Outage(models.Model):
    """故障台账: a failure, or planned maintenance. Found by the platform itself or entered; steps keep its history."""

    kind = models.CharField(max_length=12)
    system = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    note = models.CharField(max_length=1000, blank=True, default="")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    found_by = models.CharField(max_length=12, default="person")
    done = models.BooleanField(default=False)
    stopped = models.BooleanField(default=True)
    files = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    version = models.IntegerField(default=1)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at", "-id"]
        indexes = [models.Index(fields=["-started_at"], name="outage_started")]

    def __str__(self):
        return self.title


class ClosedMonth(models.Model):
    """关账: the figures of a month as they were, signed: hash = SM3(previous hash ‖ canonical JSON of the rest)."""

    month = models.DateField(unique=True)
    figures = models.JSONField()
    note = models.CharField(max_length=1000, blank=True, default="")
    closed_at = models.DateTimeField()
    closed_by_id = models.BigIntegerField(null=True)
    closed_by = models.CharField(max_length=120)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)

    class Meta:
        ordering = ["id"]

    def __str__(self):
        return f"{self.month:%Y-%m}"


from .scoring.models import (  # noqa: E402, F401  (tables of this app)
    Appeal,
    Deduction,
    FrozenFact,
    Rating,
    RatingSample,
    ScoreMonth,
    ScoreSheet,
    ScoringScheme,
)
