"""What a district decides of its front door, as rows of master data."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from chengyun.org.models import Dated


class UseLimit(Dated):
    """How often one person, device or address may do something."""

    DOINGS: ClassVar[dict[str, str]] = {
        "code": "要验证码", "log_in": "登录", "look": "查看附近问题", "file": "传照片", "raise": "提诉求",
        "act": "补充、评价等",
    }  # fmt: skip
    WHOSE: ClassVar[dict[str, str]] = {
        "person": "每人",
        "phone": "每个手机号",
        "device": "每台设备",
        "address": "每个网络地址",
    }

    code = models.CharField(max_length=40, unique=True)
    doing = models.CharField(max_length=12)
    whose = models.CharField(max_length=12)
    most = models.IntegerField()
    minutes = models.IntegerField()

    def __str__(self) -> str:
        return self.code


class EmergencyWord(Dated):
    """Words after which a number is shown first. No limit and no restriction hinders what holds one of them."""

    code = models.CharField(max_length=40, unique=True)
    number = models.CharField(max_length=10)
    words = ArrayField(models.CharField(max_length=20))
    unless = ArrayField(models.CharField(max_length=20), default=list)
    advice = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.code


class PlainStep(Dated):
    """An action of a lifecycle in the words for a resident; without a row, residents are not told of it."""

    TONES: ClassVar[dict[str, str]] = {"go": "进行", "wait": "等待", "done": "办结", "stop": "停止"}

    code = models.CharField(max_length=40, unique=True)
    action = models.CharField(max_length=40)
    state = models.CharField(max_length=32, blank=True, default="")
    sentence = models.CharField(max_length=200)
    tone = models.CharField(max_length=8, default="go")

    def __str__(self) -> str:
        return self.code


class MessageTemplate(Dated):
    """What a resident is told, by which way, after which action."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    event = models.CharField(max_length=40)
    state = models.CharField(max_length=32, blank=True, default="")
    ways = ArrayField(models.CharField(max_length=8))
    text = models.CharField(max_length=300)
    sms_template = models.CharField(max_length=60, blank=True, default="")
    wechat_template = models.CharField(max_length=80, blank=True, default="")
    wechat_fields = models.CharField(max_length=300, blank=True, default="")
    urgent = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


class DirectoryEntry(Dated):
    """A service that residents look for: where, when, which number."""

    code = models.CharField(max_length=40, unique=True)
    group = models.CharField(max_length=30)
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=40, blank=True, default="")
    hours = models.CharField(max_length=80, blank=True, default="")
    address = models.CharField(max_length=120, blank=True, default="")
    about = models.CharField(max_length=200, blank=True, default="")
    area = models.CharField(max_length=40, blank=True, default="")
    sort = models.IntegerField(default=0)

    def __str__(self) -> str:
        return self.name


class SilentHours(Dated):
    """When residents are not to be disturbed by SMS and WeChat; one row."""

    code = models.CharField(max_length=40, unique=True)
    start = models.CharField(max_length=5)
    end = models.CharField(max_length=5)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"
