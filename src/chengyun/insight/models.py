"""Cases counted by month, so that a year is a few thousand rows; and what each person put on the board.

`MonthCount` is kept by triggers on the case table: each change adds a row of differences in the writing transaction,
and a job adds these up every minute. Counts and differences together are what is true in any snapshot.
"""

from django.db import models

from .analysis.models import CaseWords, Word, WordDay
from .hot.models import HotCase, HotHeat, HotIssue, HotRun, HotStep
from .warnings.models import EarlyWarning, SeverePattern, Unread, WarningCase, WarningRule, WarningStep, WordHit

__all__ = [
    "FACES",
    "BoardLayout",
    "CaseWords",
    "Difference",
    "EarlyWarning",
    "HotCase",
    "HotHeat",
    "HotIssue",
    "HotRun",
    "HotStep",
    "MonthCount",
    "Recount",
    "SeverePattern",
    "Unread",
    "WarningCase",
    "WarningRule",
    "WarningStep",
    "Word",
    "WordDay",
    "WordHit",
]

FACES = ("unit", "subdistrict", "category", "hour", "day")


class Difference(models.Model):
    """A case that began (+1) or ceased (-1) to be what these columns say; `axis` r: received, c: closed."""

    axis = models.CharField(max_length=1)
    day = models.DateField()
    hour = models.SmallIntegerField()
    channel = models.CharField(max_length=40)
    unit_id = models.BigIntegerField(null=True)
    subdistrict_id = models.BigIntegerField(null=True)
    category_id = models.BigIntegerField(null=True)
    cases = models.IntegerField()
    late = models.IntegerField()
    satisfied = models.IntegerField()
    basically = models.IntegerField()
    dissatisfied = models.IntegerField()
    joined = models.IntegerField()

    def __str__(self):
        return f"{self.axis} {self.day} {self.cases:+}"


class MonthCount(models.Model):
    """How many cases of a channel a month has by one face: a unit, subdistrict, category (id, 0 for none), hour, or
    day (days since 2000-01-01)."""

    pk = models.CompositePrimaryKey("axis", "month", "face", "key", "channel")
    axis = models.CharField(max_length=1)
    month = models.DateField()
    face = models.CharField(max_length=12)
    key = models.BigIntegerField()
    channel = models.CharField(max_length=40)
    cases = models.IntegerField()
    late = models.IntegerField()
    satisfied = models.IntegerField()
    basically = models.IntegerField()
    dissatisfied = models.IntegerField()
    joined = models.IntegerField()

    def __str__(self):
        return f"{self.axis} {self.month} {self.face} {self.key} {self.channel}: {self.cases}"


class Recount(models.Model):
    """A comparison of the counts with the cases. `differences` names what was wrong and has been put right."""

    at = models.DateTimeField()
    counts = models.IntegerField()
    wrong = models.IntegerField()
    differences = models.JSONField(default=list)

    class Meta:
        ordering = ["-at"]

    def __str__(self):
        return f"{self.at}: {self.wrong} of {self.counts}"


class BoardLayout(models.Model):
    """Which panels a person has on the board, in which order and size."""

    account_id = models.BigIntegerField(primary_key=True)
    panels = models.JSONField(default=list)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return str(self.account_id)
