"""Local rules as data: kinds, categories, limits, return reasons, outcomes, scripts; each with its source."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Dated(models.Model):
    """A row that is valid for a span of days and says where its content comes from."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        abstract = True


class RequestKind(Dated):
    """诉求类型 (咨询 求助 投诉 …). `prefix` begins the case number."""

    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=40)
    prefix = models.CharField(max_length=4)
    lifecycle = models.CharField(max_length=32, default="request")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class Category(Dated):
    """大类/小类 of requests and urban events; `path` is "/1/5/" over ids for subtree filters."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    lifecycle = models.CharField(max_length=32, default="request", db_index=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=200, db_index=True, default="")
    keywords = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    description = models.TextField(blank=True, default="")
    pinyin = models.CharField(max_length=300, blank=True, default="")
    initials = models.CharField(max_length=80, blank=True, default="")
    default_urgency = models.CharField(max_length=16, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class LimitPolicy(Dated):
    """(lifecycle, category, condition) → staged limits.

    `stages` is a list of {"stage", "amount", "unit", "warn", "name"?, "condition"?}: `amount` a number, `unit` one
    of kernel.worktime.Unit, `warn` the share of the limit (0–1) after which it is due soon.
    `condition` is matched by equality on case facts, for example {"kind": "complaint", "urgency": "urgent"};
    the most specific matching policy wins, stage by stage.
    """

    code = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)
    lifecycle = models.CharField(max_length=32)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT)
    condition = models.JSONField(default=dict, blank=True)
    stages = models.JSONField(default=list)
    is_default = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["code", "version"], name="limit_policy_code_version")]
        ordering = ["code", "version"]

    def __str__(self):
        return f"{self.code} v{self.version}"


class ReturnReason(Dated):
    """退单理由: a closed list; some need the legal basis written down."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    needs_basis = models.BooleanField(default=True)
    needs_suggestion = models.BooleanField(default=True)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class Outcome(Dated):
    """What became of the matter, apart from its state: solved, partly, not now (with reason and review date) …"""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    counts_as_solved = models.BooleanField(default=False)
    needs_reason = models.BooleanField(default=False)
    needs_review_date = models.BooleanField(default=False)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class CallbackScript(Dated):
    """What the callback clerk reads out, by category (the nearest ancestor wins)."""

    code = models.CharField(max_length=40, unique=True)
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.CASCADE)
    medium = models.CharField(max_length=16, default="phone")
    text = models.TextField()
    questions = models.JSONField(default=list, blank=True)

    def __str__(self):
        return self.code
