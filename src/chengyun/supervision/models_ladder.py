"""The ladder, when it is started by itself, what counts as a business case, and the checklist: data of the district."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from chengyun.cases.models.catalogue import Dated


class SupervisionStep(Dated):
    """督办梯级: one step of the ladder, from a reminder to the referral.

    `amount` `unit`: its clock; `again`: the share of it that a second reply gets. `next` is started when the step
    fails: `grace` (in `unit`) after the limit, by itself when `automatic`, else the supervisors are told.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField()
    permission = models.CharField(max_length=40)
    amount = models.DecimalField(max_digits=8, decimal_places=3)
    unit = models.CharField(max_length=16)
    again = models.FloatField(default=0.5)
    reply_required = models.BooleanField(default=True)
    next = models.CharField(max_length=40, blank=True, default="")
    grace = models.DecimalField(max_digits=8, decimal_places=3, default=0)
    automatic = models.BooleanField(default=False)
    card = models.CharField(max_length=8, blank=True, default="")
    red_after = models.PositiveSmallIntegerField(default=0)
    told = ArrayField(models.CharField(max_length=16), default=list, blank=True)

    class Meta:
        ordering = ["level", "code"]

    def __str__(self):
        return self.name


class SupervisionRule(Dated):
    """督办规则: when the platform starts a step by itself, one order for each unit with all its cases that fit.

    `amount` `unit`: overdue since so long; `times`: redone or returned so often; `minimum`: so many cases of a unit.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    step = models.CharField(max_length=40)
    trigger = models.CharField(max_length=16)
    amount = models.DecimalField(max_digits=8, decimal_places=3, default=0)
    unit = models.CharField(max_length=16, default="working_day")
    times = models.PositiveSmallIntegerField(default=1)
    minimum = models.PositiveSmallIntegerField(default=1)
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    channels = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    flags = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    requirement = models.CharField(max_length=500)
    enabled = models.BooleanField(default=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.name


class BusinessScope(Dated):
    """营商环境范围: a case with one of these categories, channels or flags is a business-environment case."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    channels = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    flags = ArrayField(models.CharField(max_length=32), default=list, blank=True)

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return self.name


class ChecklistQuestion(Dated):
    """评查清单: one question about a closed case. A "no" to a critical one fails it whatever the points."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    help = models.CharField(max_length=200, blank=True, default="")
    points = models.PositiveSmallIntegerField(default=10)
    critical = models.BooleanField(default=False)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "code"]

    def __str__(self):
        return self.name
