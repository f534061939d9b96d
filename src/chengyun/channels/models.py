"""Doors: channels and their tokens, and what comes in by file."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from chengyun.kernel.ids import new_id
from chengyun.org.models import Dated


class Channel(Dated):
    """A door: how requests come in and, with direction "both", how answers go back.

    `rate_per_minute` is for each token of the channel, 0 means the installation's default. `kinds` are the codes
    of the kinds it may bring, empty means all of its lifecycle. `auto_accept`: what comes in is accepted at once.
    """

    KINDS: ClassVar[dict[str, str]] = {
        "phone": "电话", "web": "网页", "message": "留言", "app": "移动应用", "api": "平台接口", "file": "文件导入",
        "device": "设备", "patrol": "巡查", "referral": "转办", "deputies": "建议提案", "other": "其他",
    }  # fmt: skip
    IN, BOTH = "in", "both"

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=16, default="other")
    number = models.CharField(max_length=40, blank=True, default="")
    direction = models.CharField(max_length=8, default=IN)
    lifecycle = models.CharField(max_length=32, default="request")
    kinds = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    default_kind = models.CharField(max_length=32, blank=True, default="")
    auto_accept = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    rate_per_minute = models.PositiveIntegerField(default=0)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name


class ChannelToken(models.Model):
    """The secret of the system behind a channel, kept as its SM3 digest and shown once.

    Several may be valid at the same time, so that the other side can change over without a gap. `scopes`:
    "intake.write" (new requests and files), "intake.read" (follow them); "open311.write" and "open311.test" for keys
    of the open interface, which open nothing else.
    """

    WRITE, READ = "intake.write", "intake.read"
    SCOPES: ClassVar[tuple[str, ...]] = (WRITE, READ)
    OPEN311, OPEN311_TEST = "open311.write", "open311.test"
    KNOWN: ClassVar[tuple[str, ...]] = (*SCOPES, OPEN311, OPEN311_TEST)

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=16)
    hash = models.BinaryField(max_length=32, unique=True)
    scopes = ArrayField(models.CharField(max_length=40), default=list)
    created_at = models.DateTimeField(default=timezone.now)
    created_by_id = models.BigIntegerField(null=True)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["channel_id", "id"]

    def __str__(self) -> str:
        return f"{self.prefix}… {self.name}"


class ImportMapping(models.Model):
    """How the columns of a source's files become requests (mapping.py). One per channel and name."""

    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="mappings")
    name = models.CharField(max_length=80)
    fields = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["channel_id", "name"]
        constraints = [models.UniqueConstraint(fields=["channel", "name"], name="import_mapping_name")]

    def __str__(self) -> str:
        return self.name


class ImportBatch(models.Model):
    """One file on its way in.

    `cursor` is the last row that is settled: it moves in the transaction that creates the cases of those rows, so
    an interrupted import goes on behind it. created + unchanged + failed = cursor at any time, = total at the end.
    """

    UPLOADED, WAITING, RUNNING = "uploaded", "waiting", "running"
    DONE, FAILED, STOPPED = "done", "failed", "stopped"
    NAMES: ClassVar[dict[str, str]] = {
        UPLOADED: "待设置", WAITING: "等待执行", RUNNING: "导入中", DONE: "已完成", FAILED: "已中断", STOPPED: "已停止",
    }  # fmt: skip

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    channel = models.ForeignKey(Channel, on_delete=models.PROTECT, related_name="imports")
    mapping_name = models.CharField(max_length=80, blank=True, default="")
    fields = models.JSONField(default=dict)
    options = models.JSONField(default=dict)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    columns = models.JSONField(default=list)
    state = models.CharField(max_length=12, default=UPLOADED)
    message = models.CharField(max_length=300, blank=True, default="")
    total = models.IntegerField(default=0)
    cursor = models.IntegerField(default=0)
    created_count = models.IntegerField(default=0)
    unchanged_count = models.IntegerField(default=0)
    failed_count = models.IntegerField(default=0)
    started_by_id = models.BigIntegerField(null=True)
    started_by_name = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["-created_at"], name="import_newest"),
            models.Index(fields=["state"], name="import_open", condition=Q(state__in=("waiting", "running"))),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} {self.state}"


class ImportFailure(models.Model):
    """A row that did not become a case, with its reasons; the row itself is sealed, it holds personal data."""

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="failures", db_index=False)
    row = models.IntegerField()
    errors = models.JSONField(default=list)
    sealed = models.BinaryField()

    class Meta:
        ordering = ["batch_id", "row"]
        constraints = [models.UniqueConstraint(fields=["batch", "row"], name="import_failure_row")]

    def __str__(self) -> str:
        return f"{self.batch_id} row {self.row}"


from .models_doors import DoorConnection, InboundItem, LinkedFile, SeenNonce  # noqa: E402

__all__ = [
    "Channel", "ChannelToken", "DoorConnection", "ImportBatch", "ImportFailure", "ImportMapping", "InboundItem",
    "LinkedFile", "SeenNonce",
]  # fmt: skip
