from django.db import models
from django.utils import timezone


class ExportRecord(models.Model):
    """Who took which cases out of the platform, when, why and as what file. Never changed (a trigger).

    Written before the first byte leaves; completed once, when the file is whole or broke off.
    """

    account_id = models.BigIntegerField(db_index=True)
    account_name = models.CharField(max_length=120)
    for_id = models.BigIntegerField(null=True)
    unit_id = models.BigIntegerField(null=True)
    format = models.CharField(max_length=8)
    clear = models.BooleanField(default=False)
    reason = models.CharField(max_length=200)
    query = models.JSONField(default=dict)
    words = models.TextField(blank=True, default="")
    columns = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)

    finished_at = models.DateTimeField(null=True)
    complete = models.BooleanField(null=True)
    rows = models.IntegerField(null=True)
    size = models.BigIntegerField(null=True)
    digest = models.BinaryField(null=True, max_length=32)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="export_by_time")]

    def __str__(self):
        return f"{self.account_name} {self.at:%Y-%m-%d %H:%M} {self.format}"
