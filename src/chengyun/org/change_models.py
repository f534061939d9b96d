"""What was done to master data, by whom and why; what waits for its day; trials of what a change would do."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone


class MasterDataChange(models.Model):
    """One row of master data before and after. Only added to; a waiting one becomes done, failed or cancelled.

    `key` is the row's key as a JSON list. `before` is None for a new row, `after` for one that was removed; `values`
    are what people see in a file: references as codes, dates as text. `batch` holds together what was done at once.
    """

    CREATE, UPDATE, DELETE = "create", "update", "delete"
    DONE, WAITING, FAILED, CANCELLED = "done", "waiting", "failed", "cancelled"
    PAGE, IMPORT, PROFILE, UNDO, COMMAND = "page", "import", "profile", "undo", "command"
    ORIGINS: ClassVar[dict[str, str]] = {
        PAGE: "页面", IMPORT: "导入", PROFILE: "载入配置", UNDO: "撤销", COMMAND: "命令",
    }  # fmt: skip

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=400)
    name = models.CharField(max_length=200, blank=True, default="")
    action = models.CharField(max_length=8)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    origin = models.CharField(max_length=8)
    reason = models.CharField(max_length=500, blank=True, default="")
    account_id = models.BigIntegerField(null=True)
    account_name = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, default=DONE)
    effective_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=500, blank=True, default="")
    undoes = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="undone_by")
    batch = models.UUIDField(default=uuid.uuid4)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "key", "-id"], name="masterdata_change_row"),
            models.Index(fields=["kind", "-id"], name="masterdata_change_kind"),
            models.Index(fields=["effective_at"], condition=Q(state="waiting"), name="masterdata_change_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.action}"


class MasterDataTrial(models.Model):
    """A question "what would change": asked on a page, answered at once or by the worker."""

    QUEUED, RUNNING, DONE, FAILED = "queued", "running", "done", "failed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=40)
    rows = models.JSONField(default=list)
    account_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=8, default=QUEUED)
    looked = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    result = models.JSONField(null=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"
