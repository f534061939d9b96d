"""重点专项 with members, goals and progress; and the cues to the discipline commission."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Programme(models.Model):
    """A special programme. Its cases are those named (ProgrammeCase) and, when `categories` or `areas` say so, those
    received from `starts` to `ends` that fit both. `goals`: [{"name", "unit", "target", "actual"}]."""

    name = models.CharField(max_length=80)
    aim = models.TextField()
    state = models.CharField(max_length=10, default="planned")
    version = models.IntegerField(default=1)
    lead = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    starts = models.DateField()
    ends = models.DateField()
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    areas = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    goals = models.JSONField(default=list)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)
    finished_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["-starts", "-id"], name="programme_by_time")]

    def __str__(self):
        return self.name


class ProgrammeUnit(models.Model):
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    task = models.CharField(max_length=300, blank=True, default="")
    percent = models.SmallIntegerField(default=0)
    reported_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "unit"], name="programme_unit_once")]

    def __str__(self):
        return f"{self.programme_id}/{self.unit_id}"


class ProgrammeCase(models.Model):
    pk = models.CompositePrimaryKey("programme_id", "case_id")
    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="members", db_index=False)
    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="+")

    def __str__(self):
        return f"{self.programme_id} {self.case_id}"


class ProgrammeReport(models.Model):
    """What a unit, or the centre, says of the progress; changes of state too. Kept as it was."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="reports")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=12, default="report")
    percent = models.SmallIntegerField(null=True)
    text = models.TextField(blank=True, default="")
    goals = models.JSONField(default=list)

    def __str__(self):
        return f"{self.programme_id} {self.action}"


class Cue(models.Model):
    """提示 to the discipline commission about a case or an order, and what it answered."""

    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, related_name="+")
    order = models.ForeignKey("supervision.Order", null=True, on_delete=models.CASCADE, related_name="cues")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    note = models.TextField()
    sent_at = models.DateTimeField()
    sent_by_id = models.BigIntegerField(null=True)
    sent_by = models.CharField(max_length=120)
    seen_at = models.DateTimeField(null=True)
    seen_by = models.CharField(max_length=120, blank=True, default="")
    answer = models.TextField(blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["-sent_at", "-id"], name="cue_by_time")]

    def __str__(self):
        return f"{self.sent_at:%F} {self.note[:20]}"


class LookRecord(models.Model):
    """What the discipline commission opened: a case, an order, the board. Never changed (a trigger)."""

    account_id = models.BigIntegerField(db_index=True)
    for_id = models.BigIntegerField(null=True)
    number = models.CharField(max_length=32, blank=True, default="", db_index=True)
    what = models.CharField(max_length=12)
    words = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="look_by_time")]

    def __str__(self):
        return f"{self.account_id} {self.words}"
