"""What the open interface keeps: which categories are services, what came in, and requests that only try it out."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from chengyun.kernel.ids import new_id
from chengyun.org.models import Dated


class Service(Dated):
    """A category that the public may report in by the open interface. `attributes`: what is asked beside the words."""

    REALTIME, BATCH, BLACKBOX = "realtime", "batch", "blackbox"
    TYPES: ClassVar[dict[str, str]] = {REALTIME: "当场给编号", BATCH: "先给凭据，随后给编号", BLACKBOX: "不给编号"}
    DATATYPES: ClassVar[dict[str, str]] = {
        "string": "一行文字", "text": "多行文字", "number": "数字", "datetime": "时间", "singlevaluelist": "单选",
        "multivaluelist": "多选",
    }  # fmt: skip

    category = models.OneToOneField("cases.Category", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80, blank=True, default="")
    description = models.CharField(max_length=500, blank=True, default="")
    keywords = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    kind = models.CharField(max_length=32)
    type = models.CharField(max_length=10, default=REALTIME)
    notice = models.CharField(max_length=300, blank=True, default="")
    attributes = models.JSONField(default=list, blank=True)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name or str(self.category_id)


class Changeset(models.Model):
    """When services or their definitions last changed: one row, the digest of what is told and since when."""

    digest = models.BinaryField(max_length=32)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.at:%F %T}"


class Received(models.Model):
    """A request that came with a key. Its id is the token that a batch service gives.

    `sealed`: the other side's account and e-mail, and for a batch service the whole request until its case is made.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    key = models.ForeignKey("channels.ChannelToken", null=True, on_delete=models.SET_NULL, related_name="+")
    key_name = models.CharField(max_length=80)
    service_code = models.CharField(max_length=40)
    type = models.CharField(max_length=10)
    case = models.OneToOneField("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=32, db_index=True)
    sealed = models.BinaryField()
    media_url = models.CharField(max_length=500, blank=True, default="")
    address_id = models.CharField(max_length=60, blank=True, default="")
    created_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["key", "-created_at"], name="open311_received_key"),
            models.Index(fields=["-created_at"], name="open311_received_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.service_code} {self.created_at:%F %T}"


class Told(models.Model):
    """An update that the other side sent of its own request, once for each of its ids."""

    received = models.ForeignKey(Received, on_delete=models.CASCADE, related_name="told")
    external_id = models.CharField(max_length=120)
    seq = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["received", "external_id"], name="open311_told_once")]

    def __str__(self) -> str:
        return self.external_id


class Kept(models.Model):
    """A request that a moderator decided not to release."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.case_id}"


class Trial(models.Model):
    """A request at the test endpoint: never a case, kept for some days. Nothing of who sent it is kept."""

    key_name = models.CharField(max_length=80)
    service_code = models.CharField(max_length=40)
    type = models.CharField(max_length=10)
    token = models.UUIDField(default=new_id, unique=True)
    description = models.CharField(max_length=4000, blank=True, default="")
    address = models.CharField(max_length=200, blank=True, default="")
    address_id = models.CharField(max_length=60, blank=True, default="")
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    media_url = models.CharField(max_length=500, blank=True, default="")
    attributes = models.JSONField(default=dict)
    updates = models.JSONField(default=list)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-created_at"], name="open311_trial_newest")]

    def __str__(self) -> str:
        return f"TEST-{self.pk}"
