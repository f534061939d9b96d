"""What repeats: how a case sounds, which cases may be one matter, and the district's rules for it."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from .case import Case
from .catalogue import Dated


class Signature(models.Model):
    """The bands of a case's words (cases.signatures), kept as long as they may be compared.

    `looked`: whether it was looked for cases that it repeats; None: it was open before there were signatures, and is
    looked at when nothing new waits. Thousands at once come without bands; who looks fills them in.
    """

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.CASCADE, related_name="signature")
    bands = ArrayField(models.IntegerField(), null=True)
    looked = models.BooleanField(null=True, default=False)

    class Meta:
        indexes = [
            # A short pending list: whoever looks must read all of it.
            GinIndex(
                fields=["bands"], name="signature_bands", condition=Q(bands__isnull=False), gin_pending_list_limit=256
            ),
            models.Index(fields=["case"], name="signature_unlooked", condition=Q(looked=False)),
            models.Index(fields=["case"], name="signature_old", condition=Q(looked__isnull=True)),
        ]

    def __str__(self):
        return f"{self.case_id}"


class Likely(models.Model):
    """疑似重复: two cases that may be one matter; a row for each of the two.

    `live`: both are open and nobody has said that they are different; a trigger keeps it.
    """

    DIFFERENT = "different"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="likely")
    other = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    score = models.SmallIntegerField()
    reasons = models.JSONField(default=list)
    live = models.BooleanField(default=True)
    decided = models.CharField(max_length=12, blank=True, default="")
    decided_by_id = models.BigIntegerField(null=True)
    decided_by = models.CharField(max_length=80, blank=True, default="")
    decided_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "other"], name="likely_once")]
        indexes = [models.Index(fields=["case"], name="likely_live", condition=Q(live=True))]

    def __str__(self):
        return f"{self.case_id}~{self.other_id}"


class RepeatPolicy(Dated):
    """重复识别规则 of one lifecycle: how far back is looked, and whether the platform may join by itself."""

    lifecycle = models.CharField(max_length=32, unique=True)
    likely_days = models.PositiveSmallIntegerField(default=60)
    again_days = models.PositiveSmallIntegerField(default=90)
    auto_join = models.BooleanField(default=False)
    auto_score = models.PositiveSmallIntegerField(default=90)

    class Meta:
        ordering = ["lifecycle"]

    def __str__(self):
        return self.lifecycle
