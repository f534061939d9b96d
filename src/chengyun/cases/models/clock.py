from django.db import models
from django.db.models import Q


class Clock(models.Model):
    """One stage limit of a case or of one assignment.

    Due times are always the result of kernel.worktime.due_at over (started_at, amount + extension, unit, calendar,
    pauses), or the moment the source asked for (`asked_due_at`, plus the extension) where that comes first; they are
    stored because work lists and reminders select by them.
    """

    RUNNING, PAUSED, MET, LATE, CANCELLED = "running", "paused", "met", "late", "cancelled"

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="clocks")
    assignment = models.ForeignKey("cases.Assignment", null=True, on_delete=models.CASCADE, db_index=False)
    stage = models.CharField(max_length=32)
    state = models.CharField(max_length=10, default=RUNNING)
    amount = models.DecimalField(max_digits=8, decimal_places=3)
    extension = models.DecimalField(max_digits=8, decimal_places=3, default=0)
    unit = models.CharField(max_length=20)
    warn_share = models.FloatField(default=0.8)
    calendar_code = models.CharField(max_length=40, blank=True, default="")
    calendar_version = models.IntegerField(default=0)
    policy = models.ForeignKey("cases.LimitPolicy", null=True, on_delete=models.PROTECT, db_index=False)
    started_at = models.DateTimeField()
    asked_due_at = models.DateTimeField(null=True)
    pauses = models.JSONField(default=list)
    due_at = models.DateTimeField(null=True)
    warn_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    overdue_at = models.DateTimeField(null=True)
    escalation_level = models.SmallIntegerField(default=0)
    next_look_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_look_at"], name="clock_look", condition=Q(state="running")),
        ]

    def __str__(self):
        return f"{self.case_id} {self.stage}"
