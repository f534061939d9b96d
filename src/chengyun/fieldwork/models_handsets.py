"""手持终端 and work numbers: the register, who had them, what the operator counted, what communities say."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Handset(models.Model):
    """One terminal with its work number. `work_number` is a number of the service, not of a person."""

    code = models.CharField(max_length=40, unique=True)
    model = models.CharField(max_length=60, blank=True, default="")
    work_number = models.CharField(max_length=20, blank=True, default="")
    imei = models.CharField(max_length=20, blank=True, default="")
    bought_on = models.DateField(null=True, blank=True)
    replace_on = models.DateField(null=True, blank=True)
    cost = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    area_code = models.CharField(max_length=40, blank=True, default="")
    state = models.CharField(max_length=10, default="store")
    account = models.ForeignKey("org.Account", null=True, on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=120, blank=True, default="")
    since = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    note = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["work_number"], condition=~Q(work_number=""), name="handset_number_once"),
            models.UniqueConstraint(fields=["account"], condition=Q(state="used"), name="handset_one_a_person"),
        ]
        indexes = [models.Index(fields=["state", "code"], name="handset_state")]

    def __str__(self):
        return self.code


class HandsetUse(models.Model):
    """What happened to a handset: handed over, given back, lost, found, scrapped, planned. Never changed."""

    handset = models.ForeignKey(Handset, on_delete=models.CASCADE, related_name="uses")
    at = models.DateTimeField()
    action = models.CharField(max_length=10)
    account = models.ForeignKey("org.Account", null=True, on_delete=models.PROTECT, related_name="+")
    holder = models.CharField(max_length=120, blank=True, default="")
    by = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True, default="")

    def __str__(self):
        return f"{self.handset_id} {self.action}"


class HandsetUsage(models.Model):
    """One work number in one month, from the operator's file."""

    handset = models.ForeignKey(Handset, on_delete=models.PROTECT, related_name="usage")
    month = models.CharField(max_length=7)
    sms = models.IntegerField(default=0)
    minutes = models.FloatField(default=0)
    calls = models.IntegerField(default=0)
    connected = models.IntegerField(default=0)
    normal = models.BooleanField(default=True)
    cost = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["handset", "month"], name="handset_usage_once")]
        indexes = [models.Index(fields=["month"], name="handset_usage_month")]

    def __str__(self):
        return f"{self.handset_id} {self.month}"


class HandsetSurvey(models.Model):
    """What one community says of the handsets in one period (a half-year): each answer 1 to 5."""

    area = models.ForeignKey("places.Area", on_delete=models.PROTECT, related_name="+", db_index=False)
    period = models.CharField(max_length=7)
    answers = models.JSONField(default=dict)
    satisfied = models.BooleanField()
    note = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.CharField(max_length=120)
    account_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["period", "area"], name="handset_survey_once")]

    def __str__(self):
        return f"{self.area_id} {self.period}"
