from django.db import models
from django.db.models import Q


class Callback(models.Model):
    """A planned call to one requester of a matter; every requester of a joined matter has one."""

    PLANNED, DONE, UNREACHABLE, CANCELLED = "planned", "done", "unreachable", "cancelled"

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="callbacks")
    for_case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+", db_index=False)
    round = models.SmallIntegerField(default=0)
    state = models.CharField(max_length=12, default=PLANNED)
    planned_at = models.DateTimeField()
    attempts = models.SmallIntegerField(default=0)
    contacted = models.BooleanField(null=True)
    unit_contacted = models.BooleanField(null=True)
    solved = models.CharField(max_length=12, blank=True, default="")
    satisfaction = models.CharField(max_length=20, blank=True, default="")
    reasons = models.JSONField(default=list)
    comment = models.TextField(blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "for_case", "round"], name="callback_once_per_round")]
        indexes = [models.Index(fields=["planned_at"], name="callback_planned", condition=Q(state="planned"))]

    def __str__(self):
        return f"{self.case_id}→{self.for_case_id}"


class CallbackAttempt(models.Model):
    callback = models.ForeignKey(Callback, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField()
    medium = models.CharField(max_length=10)
    contacted = models.BooleanField()
    note = models.CharField(max_length=500, blank=True, default="")
    by_id = models.BigIntegerField(null=True)

    def __str__(self):
        return f"{self.callback_id} {self.at:%F %T}"
