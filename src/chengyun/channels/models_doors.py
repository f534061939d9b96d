"""How a district is connected with each door, and what came in that is not settled yet."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .models import Channel


class DoorConnection(models.Model):
    """A channel's door here: which way, with which settings.

    `changes`: what the district changed in the declaration (doors/reading.py). `profile_changes`: those that the
    district's profile brought; the page's go over them. `sealed`: the secrets (connections.SECRETS) under the vault.
    `watermark`: how far was read; it moves in the transaction that makes the cases. `version`: how often people
    saved it.
    """

    channel = models.OneToOneField(Channel, on_delete=models.CASCADE, related_name="connection")
    transport_in = models.CharField(max_length=12, blank=True, default="")
    transport_out = models.CharField(max_length=12, blank=True, default="")
    settings_in = models.JSONField(default=dict)
    settings_out = models.JSONField(default=dict)
    scheme = models.CharField(max_length=16, blank=True, default="")
    sealed = models.BinaryField(null=True)
    enabled = models.BooleanField(default=False)
    profile_changes = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    watermark = models.JSONField(default=dict)
    last_in_at = models.DateTimeField(null=True)
    last_try_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True)
    last_error_in = models.CharField(max_length=300, blank=True, default="")
    last_error_in_at = models.DateTimeField(null=True)
    errors_in = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by_name = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        ordering = ["channel_id"]

    def __str__(self) -> str:
        return f"{self.channel_id} {self.transport_in or '-'}/{self.transport_out or '-'}"


class InboundItem(models.Model):
    """Something that came in and did not become a case of its own: held for a person, or a change of a known case.

    One per channel and digest, so that what is sent again counts once. `sealed`: the item as it came and the fields a
    person corrected; forgotten some time after it was settled. `reasons`: [{field, message}].
    """

    HELD, APPLIED, TAKEN, DROPPED = "held", "applied", "taken", "dropped"
    STATES: ClassVar[dict[str, tuple[str, str]]] = {
        HELD: ("待处理", "Held"), APPLIED: ("已计入案件", "Applied"), TAKEN: ("已成案", "Taken"),
        DROPPED: ("不予采用", "Dropped"),
    }  # fmt: skip

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="inbound", db_index=False)
    external_id = models.CharField(max_length=120, blank=True, default="")
    what = models.CharField(max_length=12, default="new")
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField(null=True)
    reasons = models.JSONField(default=list)
    state = models.CharField(max_length=8, default=HELD)
    waits = models.BooleanField(default=False)
    case_number = models.CharField(max_length=32, blank=True, default="")
    transport = models.CharField(max_length=12, blank=True, default="")
    came_from = models.CharField(max_length=200, blank=True, default="")
    received_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)
    settled_by_name = models.CharField(max_length=80, blank=True, default="")
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["-id"]
        constraints = [models.UniqueConstraint(fields=["channel", "digest"], name="inbound_once")]
        indexes = [
            models.Index(fields=["channel", "-id"], name="inbound_held", condition=Q(state="held")),
            models.Index(fields=["channel", "external_id"], name="inbound_external"),
            models.Index(fields=["settled_at"], name="inbound_settled", condition=Q(settled_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.channel_id} {self.external_id} {self.what} {self.state}"


class LinkedFile(models.Model):
    """A file that an item points to, to be fetched for its case. `sealed`: the address; `mark`: to know it again."""

    WAITING, TAKEN, GIVEN_UP = "waiting", "taken", "given_up"

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="linked_files", db_index=False)
    case_number = models.CharField(max_length=32)
    mark = models.BinaryField(max_length=32)
    sealed = models.BinaryField()
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    reason = models.CharField(max_length=300, blank=True, default="")
    came_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case_number", "mark"], name="linked_file_once")]
        indexes = [models.Index(fields=["next_try_at"], name="linked_file_due", condition=Q(state="waiting"))]

    def __str__(self) -> str:
        return f"{self.case_number} {self.state}"


class SeenNonce(models.Model):
    """Nonces of signed messages, each taken once; forgotten when their time has passed."""

    connection = models.ForeignKey(DoorConnection, on_delete=models.CASCADE, db_index=False)
    nonce = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["connection", "nonce"], name="nonce_once")]

    def __str__(self) -> str:
        return self.nonce
