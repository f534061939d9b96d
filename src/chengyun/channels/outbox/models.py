"""Messages to the other side of a door, how each door does, and what a day's comparison found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from chengyun.cases.models import Case


class WriteBack(models.Model):
    """One message about a case to the door it came by; made in the transaction of the action that it tells of.

    `seq` counts 1, 2, 3 within the case: no message goes before the one ahead of it is done or skipped. `key` is what
    the other side knows a repeated message by. While a message is being sent, `next_at` is when it counts as given up
    by its sender, and `attempts` says whose answer counts. The content is sealed: it holds answers to residents.
    """

    WAITING, SENDING, DONE, DEAD, SKIPPED = "waiting", "sending", "done", "dead", "skipped"
    NAMES: ClassVar[dict[str, str]] = {
        WAITING: "等待回传", SENDING: "正在回传", DONE: "已回传", DEAD: "回传失败", SKIPPED: "不再回传",
    }  # fmt: skip
    OPEN: ClassVar[tuple[str, ...]] = (WAITING, SENDING)

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    door = models.CharField(max_length=40)
    step = models.CharField(max_length=40)
    message = models.CharField(max_length=60)
    seq = models.IntegerField()
    event_seq = models.IntegerField()
    key = models.CharField(max_length=80, unique=True)
    sealed = models.BinaryField()
    state = models.CharField(max_length=10, default=WAITING)
    attempts = models.IntegerField(default=0)
    next_at = models.DateTimeField(default=timezone.now)
    status = models.IntegerField(null=True)
    error = models.CharField(max_length=300, blank=True, default="")
    answer = models.CharField(max_length=2000, blank=True, default="")
    receipt = models.CharField(max_length=120, blank=True, default="")
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")
    created_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="write_back_order")]
        indexes = [
            models.Index(
                fields=["door", "next_at"], name="write_back_due", condition=Q(state__in=("waiting", "sending"))
            ),
            models.Index(fields=["-id"], name="write_back_dead", condition=Q(state="dead"), include=["door"]),
            models.Index(fields=["door", "-id"], name="write_back_newest"),
            models.Index(fields=["door", "-settled_at"], name="write_back_settled", condition=Q(state="done")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.key} {self.state}"


class WriteBackStep(models.Model):
    """What a person did about a message: tried again, sent anew, skipped, filled in by hand."""

    RETRY, REPLAY, SKIP, FILLED = "retry", "replay", "skip", "filled"
    NAMES: ClassVar[dict[str, str]] = {RETRY: "重试", REPLAY: "重新发送", SKIP: "不再回传", FILLED: "已回填"}

    write_back = models.ForeignKey(WriteBack, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField(default=timezone.now)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80)
    what = models.CharField(max_length=10)
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.write_back_id} {self.what}"


class DoorOut(models.Model):
    """How sending to a door goes. Whoever claims messages holds this row, so that workers agree on it.

    `failures` in a row; from TOO_MANY on the door counts as away: nothing goes before `closed_until`, then one message
    at a time tries. `allowance`: how many may be on the way at once; it grows again with each that arrives.
    """

    door = models.CharField(max_length=40, unique=True)
    failures = models.IntegerField(default=0)
    closed_until = models.DateTimeField(null=True)
    allowance = models.IntegerField(default=1)
    minute = models.DateTimeField(null=True)
    in_minute = models.IntegerField(default=0)
    last_out_at = models.DateTimeField(null=True)
    last_error_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True, default="")
    stalled_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.door} {self.failures}"


class Reconciliation(models.Model):
    """A day of a door compared with what the other side says it has."""

    RUNNING, AGREED, DIFFERS, FAILED = "running", "agreed", "differs", "failed"
    NAMES: ClassVar[dict[str, str]] = {RUNNING: "正在核对", AGREED: "一致", DIFFERS: "有差异", FAILED: "没有核对成"}

    door = models.CharField(max_length=40)
    day = models.DateField()
    state = models.CharField(max_length=10, default=RUNNING)
    at = models.DateTimeField(default=timezone.now)
    by_name = models.CharField(max_length=80, blank=True, default="")
    ours = models.IntegerField(default=0)
    theirs = models.IntegerField(default=0)
    agreed = models.IntegerField(default=0)
    only_ours = models.IntegerField(default=0)
    only_theirs = models.IntegerField(default=0)
    unlike = models.IntegerField(default=0)
    error = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [models.UniqueConstraint(fields=["door", "day"], name="reconciliation_day")]

    def __str__(self) -> str:
        return f"{self.door} {self.day} {self.state}"


class Difference(models.Model):
    """One case on which the two sides do not agree."""

    ONLY_OURS, ONLY_THEIRS, UNLIKE = "only_ours", "only_theirs", "unlike"
    NAMES: ClassVar[dict[str, str]] = {ONLY_OURS: "对方没有", ONLY_THEIRS: "我方没有", UNLIKE: "状态不同"}

    reconciliation = models.ForeignKey(Reconciliation, on_delete=models.CASCADE, related_name="differences")
    kind = models.CharField(max_length=12)
    external_id = models.CharField(max_length=120)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="+")
    ours = models.CharField(max_length=60, blank=True, default="")
    theirs = models.CharField(max_length=60, blank=True, default="")
    why = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.external_id}"
