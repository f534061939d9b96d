"""When the desk keeps quiet, and what it tells leaders by itself."""

from typing import ClassVar

from django.db import models

from .catalogue import Dated


class QuietHours(Dated):
    """免打扰时段 of a role: what is not urgent waits until it ends. The same start and end: never by the clock.

    Roles without a row wait for working time.
    """

    role = models.CharField(max_length=40, unique=True)
    start = models.CharField(max_length=5)
    end = models.CharField(max_length=5)
    off_days = models.BooleanField(default=False)

    class Meta:
        ordering = ["role"]

    def __str__(self):
        return f"{self.role} {self.start}–{self.end}"


class DigestSetting(Dated):
    """情况摘要: which role gets a summary of the figures, when."""

    DAILY, WEEKLY = "daily", "weekly"
    CADENCES: ClassVar[dict[str, str]] = {DAILY: "每日", WEEKLY: "每周"}

    code = models.CharField(max_length=40, unique=True)
    role = models.CharField(max_length=40)
    cadence = models.CharField(max_length=8)
    weekday = models.PositiveSmallIntegerField(default=1)
    at = models.CharField(max_length=5, default="08:30")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.code


class Digest(models.Model):
    """One summary, as the figures stood when it was made for this account."""

    account_id = models.BigIntegerField()
    cadence = models.CharField(max_length=8)
    start = models.DateTimeField()
    end = models.DateTimeField()
    made_at = models.DateTimeField()
    figures = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account_id", "cadence", "start"], name="digest_once")]
        indexes = [models.Index(fields=["account_id", "-id"], name="digest_of_account")]

    def __str__(self):
        return f"{self.account_id} {self.cadence} {self.start:%Y-%m-%d}"
