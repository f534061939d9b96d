"""Residents and what they share with the centre. Phones, names and homes are sealed; the rest knows only masks."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from chengyun.kernel.ids import new_id

from .models_rules import (
    DirectoryEntry,
    EmergencyWord,
    MessageTemplate,
    PlainStep,
    SilentHours,
    UseLimit,
)

__all__ = [
    "Bulletin", "Delivery", "DirectoryEntry", "EmergencyWord", "Happening", "LoginCode", "MessageTemplate", "PlainStep",
    "Question", "Raised", "Resident", "ResidentSession", "Restriction", "Shown", "SilentHours", "Tally", "UseLimit",
]  # fmt: skip


class Resident(models.Model):
    """Somebody who uses the front door. `sealed`: phone, name, address of the home, openid. No account of the staff."""

    sealed = models.BinaryField()
    phone_index = models.BinaryField(null=True, max_length=16, unique=True)
    wechat_index = models.BinaryField(null=True, max_length=32, unique=True)
    phone_mask = models.CharField(max_length=40, blank=True, default="")
    name_mask = models.CharField(max_length=40, blank=True, default="")
    home = models.ForeignKey("places.Area", null=True, on_delete=models.SET_NULL, related_name="+")
    home_mask = models.CharField(max_length=80, blank=True, default="")
    large_text = models.BooleanField(default=False)
    by_sms = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.phone_mask or f"{self.pk}"


class ResidentSession(models.Model):
    """A log-in of a resident. Only the digest of its secret is kept."""

    key = models.BinaryField(max_length=32, unique=True)
    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="sessions")
    device = models.CharField(max_length=64, blank=True, default="")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.resident_id}"


class LoginCode(models.Model):
    """A code by SMS: its digest, and sealed until the message has left."""

    phone_index = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    sealed = models.BinaryField(default=b"")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["phone_index", "-created_at"], name="neighbour_code_phone")]

    def __str__(self) -> str:
        return f"{self.created_at:%F %T}"


class Tally(models.Model):
    """How often something was done by one person, device or address in the running window."""

    key = models.BinaryField(max_length=32, unique=True)
    since = models.DateTimeField()
    minutes = models.IntegerField(default=1)
    count = models.IntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.count}"


class Raised(models.Model):
    """A resident's own request. `joined`: raised by “me too”, on a matter that was known already."""

    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="raised")
    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, related_name="+")
    private = models.BooleanField(default=False)
    anonymous = models.BooleanField(default=False)
    joined = models.BooleanField(default=False)
    followed = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["resident", "-id"], name="neighbour_raised")]

    def __str__(self) -> str:
        return f"{self.resident_id} {self.case_id}"


class Question(models.Model):
    """What the centre or a unit asked a resident about a case, and the answer. The answer is in the history as well."""

    raised = models.ForeignKey(Raised, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=500)
    asked_at = models.DateTimeField()
    asked_by = models.BigIntegerField(null=True)
    asked_by_name = models.CharField(max_length=80, blank=True, default="")
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.text[:40]


class Shown(models.Model):
    """What neighbours may read of a case, as a moderator decided. Without a row: category, street and state."""

    OPEN, HIDDEN = "open", "hidden"
    STATES: ClassVar[dict[str, str]] = {OPEN: "公开", HIDDEN: "不公开"}

    case = models.OneToOneField("cases.Case", on_delete=models.CASCADE, related_name="+", primary_key=True)
    state = models.CharField(max_length=8)
    words = models.CharField(max_length=120, blank=True, default="")
    reason = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.case_id} {self.state}"


class Bulletin(models.Model):
    """A notice to residents of some areas, or of all. Written by one, published by who may."""

    DRAFT, PUBLISHED, WITHDRAWN = "draft", "published", "withdrawn"
    STATES: ClassVar[dict[str, str]] = {DRAFT: "草稿", PUBLISHED: "已发布", WITHDRAWN: "已撤下"}
    NOTICE, ALERT = "notice", "alert"
    KINDS: ClassVar[dict[str, str]] = {NOTICE: "通知", ALERT: "提醒"}

    kind = models.CharField(max_length=8, default=NOTICE)
    title = models.CharField(max_length=60)
    text = models.TextField()
    area_codes = ArrayField(models.CharField(max_length=40), default=list)
    phone = models.CharField(max_length=40, blank=True, default="")
    until = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, default=DRAFT)
    version = models.IntegerField(default=1)
    written_by = models.BigIntegerField(null=True)
    written_by_name = models.CharField(max_length=80, blank=True, default="")
    written_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=80, blank=True, default="")
    published_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "-published_at"], name="neighbour_bulletin")]

    def __str__(self) -> str:
        return self.title


class Happening(models.Model):
    """Something was done to a case with residents: noted with the action, told by the worker."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+", db_index=False)
    seq = models.IntegerField()
    action = models.CharField(max_length=40)
    state = models.CharField(max_length=32)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.case_id} {self.action}"


class Delivery(models.Model):
    """One message to one resident by one way, once. The phone stays in the vault; the text has no personal data."""

    WAITING, SENDING, SENT, DEAD, DROPPED = "waiting", "sending", "sent", "dead", "dropped"
    STATES: ClassVar[dict[str, str]] = {
        WAITING: "待发", SENDING: "发送中", SENT: "已送出", DEAD: "没有送达", DROPPED: "不再发",
    }  # fmt: skip
    APP, SMS, WECHAT = "app", "sms", "wechat"
    WAYS: ClassVar[dict[str, str]] = {APP: "应用内", SMS: "短信", WECHAT: "微信"}

    id = models.UUIDField(primary_key=True, default=new_id)
    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="deliveries")
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    bulletin = models.ForeignKey(Bulletin, null=True, on_delete=models.CASCADE, related_name="+", db_index=False)
    template = models.CharField(max_length=40)
    way = models.CharField(max_length=8)
    text = models.CharField(max_length=500)
    given = models.JSONField(default=dict)
    dedupe = models.CharField(max_length=120)
    state = models.CharField(max_length=8, default=WAITING)
    created_at = models.DateTimeField()
    next_at = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=20, blank=True, default="")
    receipt = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["resident", "way", "dedupe"], name="neighbour_told_once")]
        indexes = [
            models.Index(fields=["next_at"], name="neighbour_due", condition=Q(state__in=("waiting", "sending"))),
            models.Index(fields=["way", "-created_at"], name="neighbour_way"),
            models.Index(fields=["state", "-created_at"], name="neighbour_dead", condition=Q(state="dead")),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.way}"


class Restriction(models.Model):
    """Somebody may not raise requests for a while, for a reason that they are told; they may appeal. Never hinders an
    emergency."""

    KEPT, LIFTED = "kept", "lifted"

    resident = models.ForeignKey(Resident, on_delete=models.CASCADE, related_name="restrictions")
    reason = models.CharField(max_length=200)
    from_at = models.DateTimeField()
    until = models.DateTimeField()
    by_name = models.CharField(max_length=80, blank=True, default="")
    appeal = models.CharField(max_length=500, blank=True, default="")
    appealed_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=8, blank=True, default="")
    decided_why = models.CharField(max_length=200, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    decided_by_name = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["resident", "-until"], name="neighbour_restricted")]

    def __str__(self) -> str:
        return f"{self.resident_id} {self.until:%F}"
