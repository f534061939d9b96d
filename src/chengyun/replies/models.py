"""Replies that were checked, the phrases of the check, and what a language model was asked for."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.cases.models.catalogue import Dated


class ReplyPhrase(Dated):
    """A set phrase that says nothing, or a curt one; `…` stands for a few characters."""

    EMPTY, RUDE = "empty", "rude"
    KINDS = {EMPTY: "套话", RUDE: "语气生硬"}

    code = models.CharField(max_length=40, unique=True)
    phrase = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, default=EMPTY)
    advice = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["kind", "id"]

    def __str__(self):
        return self.phrase


class Waiting(models.Model):
    """A reply that was sent and is still to be looked at. Written by a trigger on the history (replies_note_sent)."""

    event_id = models.BigIntegerField(primary_key=True)

    def __str__(self):
        return str(self.event_id)


class ReplyCheck(models.Model):
    """What the check said of one reply that was sent. `hints`: [{"code", "passages", "values"}]; `digest` is equal for
    replies that differ in blanks and marks alone."""

    event_id = models.BigIntegerField(primary_key=True)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    codes = ArrayField(models.CharField(max_length=24), default=list)
    missing = models.SmallIntegerField(default=0)
    hints = models.JSONField(default=list)
    digest = models.BinaryField(max_length=8)
    rules = models.SmallIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="replycheck_at", include=["unit", "case", "codes", "missing"]),
            models.Index(fields=["unit", "at"], name="replycheck_unit_at"),
            models.Index(fields=["unit", "digest"], name="replycheck_same"),
        ]

    def __str__(self):
        return f"{self.case_id}: {', '.join(self.codes)}"


class ModelRequest(models.Model):
    """Who asked a language model what about which case, and what became of it.

    `answer` is kept for an hour, until it has been looked at; what was sent is not kept, only how long it was.
    """

    QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"
    STATES = (QUEUED, RUNNING, DONE, FAILED)
    WAITING = (QUEUED, RUNNING)

    account_id = models.BigIntegerField()
    account_name = models.CharField(max_length=80)
    for_id = models.BigIntegerField(null=True)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")
    task = models.CharField(max_length=16)
    state = models.CharField(max_length=10, default=QUEUED)
    model = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    sent = models.IntegerField(default=0)
    removed = models.IntegerField(default=0)
    received = models.IntegerField(default=0)
    fault = models.CharField(max_length=32, blank=True, default="")
    answer = models.TextField(blank=True, default="")
    notes = ArrayField(models.CharField(max_length=32), default=list)

    class Meta:
        indexes = [
            models.Index(fields=["account_id", "-asked_at"], name="modelrequest_account"),
            models.Index(fields=["asked_at"], name="modelrequest_kept", condition=~Q(answer="")),
            models.Index(fields=["id"], name="modelrequest_waiting", condition=Q(state__in=("queued", "running"))),
        ]

    def __str__(self):
        return f"{self.task} {self.state}"
