"""Reports as they are drafted, reviewed, signed and archived; their templates; saved queries."""

from django.db import models
from django.db.models import Q

from chengyun.cases.models.catalogue import Dated

from . import words


class ReportPlan(Dated):
    """报告计划: one kind of report of this centre, how it is headed and numbered, and when it is due.

    `head`, `closing`, `printed` may hold {区} and {中心}. `due_days` are working days after the end of the period.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=12)
    head = models.CharField(max_length=80)
    mark = models.CharField(max_length=20)
    to = models.CharField(max_length=200, blank=True, default="")
    copy = models.CharField(max_length=200, blank=True, default="")
    closing = models.CharField(max_length=80, blank=True, default="{中心}")
    automatic = models.BooleanField(default=False)
    at = models.CharField(max_length=5, default="08:00")
    due_days = models.PositiveSmallIntegerField(default=1)
    target = models.PositiveSmallIntegerField(default=0)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class Report(models.Model):
    """One report. `content` holds its sections: figures as they were counted, with what opens their cases, and the
    text as people left it. From signing on nothing of it changes (a trigger)."""

    plan = models.CharField(max_length=40)
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    first = models.DateField()
    last = models.DateField()
    options = models.JSONField(default=dict)
    state = models.CharField(max_length=12, default=words.WAITING)
    progress = models.SmallIntegerField(default=0)
    said = models.CharField(max_length=200, blank=True, default="")
    version = models.IntegerField(default=1)
    content = models.JSONField(default=dict)
    due = models.DateField(null=True)
    year = models.SmallIntegerField(null=True)
    serial = models.IntegerField(null=True)
    number = models.CharField(max_length=60, blank=True, default="")
    created_at = models.DateTimeField()
    created_by_id = models.BigIntegerField(null=True)
    created_by = models.CharField(max_length=120)
    made_at = models.DateTimeField(null=True)
    submitted_by_id = models.BigIntegerField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=120, blank=True, default="")
    sent_at = models.DateTimeField(null=True)
    files = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "first", "last"], name="report_once",
                condition=Q(kind__in=words.REGULAR) & ~Q(state=words.VOID),
            ),
            models.UniqueConstraint(fields=["plan", "year", "serial"], name="report_number"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["-last", "-id"], name="report_by_time"),
            models.Index(fields=["kind", "-last", "-id"], name="report_by_kind"),
        ]

    def __str__(self):
        return self.title


class ReportStep(models.Model):
    """What happened to a report. Kept as it was."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=12)
    note = models.CharField(max_length=400, blank=True, default="")

    def __str__(self):
        return f"{self.report_id} {self.action}"


class ReportTemplate(models.Model):
    """A DOCX that an office made of the built-in template. The one `in_use` fills; none: the built-in one."""

    plan = models.CharField(max_length=40)
    number = models.IntegerField()
    file_id = models.UUIDField()
    note = models.CharField(max_length=200, blank=True, default="")
    in_use = models.BooleanField(default=False)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="template_number"),
            models.UniqueConstraint(fields=["plan"], name="template_in_use", condition=Q(in_use=True)),
        ]

    def __str__(self):
        return f"{self.plan} {self.number}"


class SavedQuery(models.Model):
    """A question of the query page with a name."""

    account_id = models.BigIntegerField()
    name = models.CharField(max_length=60)
    query = models.JSONField(default=dict)
    shared = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["account_id"], name="savedquery_mine")]

    def __str__(self):
        return self.name
