"""Patrols with their tracks and points checked; plans and thresholds. Call-ups and handsets in their own modules."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.org.models import Dated

from .models_calls import CallLimit, CallPart, CallStep, CallUp
from .models_handsets import Handset, HandsetSurvey, HandsetUsage, HandsetUse

__all__ = [
    "CallLimit", "CallPart", "CallStep", "CallUp", "FieldRule", "Handset", "HandsetSurvey", "HandsetUsage",
    "HandsetUse", "LastPosition", "Patrol", "PatrolGrid", "PatrolPlan", "PatrolPoint", "PointCheck", "Position",
    "TrackLook",
]  # fmt: skip


class FieldRule(models.Model):
    """A number that decides something here (a gap, a bound, a weight), with where it comes from."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    value = models.FloatField()
    unit = models.CharField(max_length=20, blank=True, default="")
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code


class PatrolPoint(Dated):
    """巡查点: a place that is to be looked at, what is asked there, and how near one has to be."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=40, blank=True, default="")
    area_code = models.CharField(max_length=40)
    lng = models.FloatField()
    lat = models.FloatField()
    radius = models.IntegerField(null=True, blank=True)
    question = models.CharField(max_length=200, blank=True, default="")
    photo_required = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["area_code"], name="patrolpoint_area")]

    def __str__(self):
        return self.name


class PatrolPlan(Dated):
    """Who goes where how often: `times` in each day, week or month; no points: all of the grid."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    username = models.CharField(max_length=60)
    area_code = models.CharField(max_length=40)
    per = models.CharField(max_length=8, default="day")
    times = models.SmallIntegerField(default=1)
    points = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["username"], name="patrolplan_user")]

    def __str__(self):
        return self.name


class Patrol(models.Model):
    """One patrol or shift of one worker. `seconds` and `distance_m` leave gaps out; what is `stale` is counted anew."""

    uid = models.UUIDField(unique=True)
    account = models.ForeignKey("org.Account", on_delete=models.PROTECT, related_name="+", db_index=False)
    worker = models.CharField(max_length=120)
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    grid = models.ForeignKey("places.Area", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    plan = models.CharField(max_length=40, blank=True, default="")
    day = models.DateField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_how = models.CharField(max_length=10, blank=True, default="")
    received_at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True, default="")
    positions = models.IntegerField(default=0)
    marked = models.IntegerField(default=0)
    gaps = models.IntegerField(default=0)
    distance_m = models.FloatField(default=0)
    seconds = models.IntegerField(default=0)
    grid_seconds = models.IntegerField(default=0)
    checked = models.IntegerField(default=0)
    skew_s = models.IntegerField(default=0)
    last_at = models.DateTimeField(null=True)
    stale = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["account", "-started_at"], name="patrol_of_worker"),
            models.Index(fields=["-started_at", "-id"], name="patrol_by_time"),
            models.Index(fields=["grid", "day"], name="patrol_of_grid"),
            models.Index(fields=["id"], name="patrol_running", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["id"], name="patrol_stale", condition=Q(stale=True)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["account"], condition=Q(ended_at__isnull=True), name="patrol_one_running")
        ]

    def __str__(self):
        return f"{self.worker} {self.started_at:%Y-%m-%d %H:%M}"


class Position(models.Model):
    """A point of a track as the phone said it. In month partitions (partitions.py); never changed, never deleted but
    with its month. `marks` are bits of rules.MARKS."""

    pk = models.CompositePrimaryKey("patrol_id", "at", "seq")
    patrol = models.ForeignKey(Patrol, on_delete=models.DO_NOTHING, related_name="+", db_constraint=False)
    at = models.DateTimeField()
    seq = models.IntegerField()
    lng = models.FloatField()
    lat = models.FloatField()
    accuracy = models.FloatField(null=True)
    speed = models.FloatField(null=True)
    battery = models.SmallIntegerField(null=True)
    marks = models.SmallIntegerField(default=0)
    grid_id = models.BigIntegerField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        managed = False
        db_table = "fieldwork_position"

    def __str__(self):
        return f"{self.patrol_id} {self.at}"


class LastPosition(models.Model):
    """Where each worker was last: one row a worker, written with every batch."""

    account = models.OneToOneField("org.Account", primary_key=True, on_delete=models.CASCADE, related_name="+")
    patrol = models.ForeignKey(Patrol, on_delete=models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()
    lng = models.FloatField()
    lat = models.FloatField()
    accuracy = models.FloatField(null=True)
    battery = models.SmallIntegerField(null=True)
    grid_id = models.BigIntegerField(null=True)
    received_at = models.DateTimeField()

    def __str__(self):
        return f"{self.account_id} {self.at}"


class PatrolGrid(models.Model):
    """How long a patrol was in a grid on a day: what coverage is counted from."""

    pk = models.CompositePrimaryKey("patrol_id", "day", "grid_id")
    patrol = models.ForeignKey(Patrol, on_delete=models.CASCADE, related_name="grids", db_index=False)
    day = models.DateField()
    grid = models.ForeignKey("places.Area", on_delete=models.PROTECT, related_name="+", db_index=False)
    seconds = models.IntegerField(default=0)
    positions = models.IntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["day", "grid"], name="patrolgrid_day")]

    def __str__(self):
        return f"{self.patrol_id} {self.day} {self.grid_id}"


class PointCheck(models.Model):
    """A point that was looked at. `arrived`: the phone was near enough. Never changed."""

    uid = models.UUIDField(unique=True)
    patrol = models.ForeignKey(Patrol, on_delete=models.PROTECT, related_name="checks")
    account = models.ForeignKey("org.Account", on_delete=models.PROTECT, related_name="+", db_index=False)
    point = models.ForeignKey(PatrolPoint, on_delete=models.PROTECT, related_name="checks", db_index=False)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    lng = models.FloatField()
    lat = models.FloatField()
    accuracy = models.FloatField(null=True)
    distance_m = models.FloatField()
    arrived = models.BooleanField()
    result = models.CharField(max_length=8)
    note = models.CharField(max_length=500, blank=True, default="")
    photos = ArrayField(models.UUIDField(), default=list, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["point", "at"], name="pointcheck_point"),
            models.Index(fields=["account", "at"], name="pointcheck_account"),
            models.Index(fields=["-at", "-id"], name="pointcheck_time"),
        ]

    def __str__(self):
        return f"{self.point_id} {self.at}"


class TrackLook(models.Model):
    """Who opened whose track. Never changed."""

    at = models.DateTimeField()
    account_id = models.BigIntegerField(null=True)
    for_id = models.BigIntegerField(null=True)
    patrol = models.ForeignKey(Patrol, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="tracklook_time")]

    def __str__(self):
        return self.words
