"""Hot issues that are followed over days: the same issue keeps its number, its name and what people decided."""

from django.db import models


class HotIssue(models.Model):
    """One issue. `merged_into`: it lives on in another; `named`: a person gave the title, the machine leaves it."""

    title = models.CharField(max_length=120)
    place = models.CharField(max_length=80, blank=True, default="")
    named = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="absorbed")
    words = models.JSONField(default=list)
    matters = models.IntegerField(default=0)
    callers = models.IntegerField(default=0)
    category_id = models.BigIntegerField(null=True)
    area_id = models.BigIntegerField(null=True)
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    titled_matters = models.IntegerField(default=0)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-last_at"], name="hot_last")]

    def __str__(self):
        return self.title


class HotCase(models.Model):
    """Which issue a case belongs to; `kept`: a person put it there."""

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="+")
    issue = models.ForeignKey(HotIssue, on_delete=models.CASCADE, related_name="members", db_index=False)
    at = models.DateTimeField()
    sensitive = models.BooleanField(default=False)
    kept = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["issue", "at"], name="hotcase_issue"),
            models.Index(fields=["at"], name="hotcase_at"),
        ]

    def __str__(self):
        return f"{self.issue_id} {self.case_id}"


class HotHeat(models.Model):
    """How hot an issue is in one of the windows that are kept ready: the last 1, 7, 30, 90 days."""

    pk = models.CompositePrimaryKey("issue_id", "days")
    issue = models.ForeignKey(HotIssue, on_delete=models.CASCADE, related_name="heats", db_index=False)
    days = models.SmallIntegerField()
    rank = models.IntegerField()
    heat = models.FloatField()
    parts = models.JSONField(default=list)
    matters = models.IntegerField()
    before = models.IntegerField()
    state = models.CharField(max_length=8)
    trend = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["days", "rank"], name="hotheat_rank")]

    def __str__(self):
        return f"{self.issue_id} {self.days}: {self.heat}"


class HotStep(models.Model):
    """What happened to an issue: found, named, joined, split, hidden. Kept as it was."""

    issue = models.ForeignKey(HotIssue, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=12)
    note = models.CharField(max_length=400, blank=True, default="")
    detail = models.JSONField(default=dict)

    def __str__(self):
        return f"{self.issue_id} {self.action}"


class HotRun(models.Model):
    """One look at the cases: of the last days, or of a window that somebody asked for."""

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
    start = models.DateTimeField()
    end = models.DateTimeField()
    state = models.CharField(max_length=8, default=WAITING)
    asked_by_id = models.BigIntegerField(null=True)
    asked_by = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    cases = models.IntegerField(default=0)
    issues = models.IntegerField(default=0)
    seconds = models.FloatField(default=0)
    said = models.CharField(max_length=400, blank=True, default="")
    ranking = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["-asked_at"], name="hotrun_asked")]

    def __str__(self):
        return f"{self.start} – {self.end}: {self.state}"
