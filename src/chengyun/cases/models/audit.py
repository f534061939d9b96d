from django.db import models
from django.utils import timezone


class UnmaskRecord(models.Model):
    """Who looked at which requester in clear, when and why. Never changed.

    `for_id` is the colleague whose work was being done (org.acting_for).
    """

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    account_id = models.BigIntegerField(db_index=True)
    for_id = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="unmask_by_time")]

    def __str__(self):
        return f"{self.account_id} → {self.case_id}"
