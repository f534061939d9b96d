"""The case row: what the work lists need. History is in Event, long text and search in CaseText.

Text and search tokens live in a table of their own because every action updates the case row and PostgreSQL would
otherwise insert all tokens into the GIN index again each time (docs/decisions/0003-case-row-and-text.md).
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class Requester(models.Model):
    """诉求人 in the vault: sealed fields, blind indexes for look-up, masks for showing."""

    sealed = models.BinaryField()
    phone_index = models.BinaryField(null=True, max_length=16)
    id_index = models.BinaryField(null=True, max_length=16)
    name_index = models.BinaryField(null=True, max_length=16)
    name_mask = models.CharField(max_length=40, blank=True, default="")
    phone_mask = models.CharField(max_length=40, blank=True, default="")
    anonymous = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [
            models.Index(fields=["phone_index"], name="requester_phone", condition=Q(phone_index__isnull=False)),
            models.Index(fields=["id_index"], name="requester_idno", condition=Q(id_index__isnull=False)),
            models.Index(fields=["name_index", "-id"], name="requester_name", condition=Q(name_index__isnull=False)),
        ]

    def __str__(self):
        return self.name_mask or self.phone_mask or "匿名"


class NumberCounter(models.Model):
    """Last ordinal given for a prefix and day ("TS-20261121"); gives gapless case numbers."""

    key = models.CharField(max_length=20, primary_key=True)
    last = models.IntegerField(default=0)

    def __str__(self):
        return f"{self.key}: {self.last}"


COUNTED = ["channel", "lead_unit", "subdistrict", "area", "category", "kind", "joined_to"]
"""What boards count cases by: carried by the indexes over time, so that a year is counted without reading its cases."""


class Case(models.Model):
    NORMAL, DUE_SOON, OVERDUE = 0, 1, 2
    DUE_NAMES = {NORMAL: "normal", DUE_SOON: "due_soon", OVERDUE: "overdue"}

    number = models.CharField(max_length=32, unique=True)
    lifecycle = models.CharField(max_length=32)
    state = models.CharField(max_length=32)
    is_open = models.BooleanField(default=True)
    kind = models.CharField(max_length=32)
    category = models.ForeignKey("cases.Category", null=True, on_delete=models.PROTECT, db_index=False)
    title = models.CharField(max_length=120)
    channel = models.CharField(max_length=40)
    external_id = models.CharField(max_length=120, null=True)
    intake_digest = models.BinaryField(null=True, max_length=32)
    requester = models.ForeignKey(Requester, null=True, on_delete=models.PROTECT)
    urgency = models.CharField(max_length=16, default="normal")
    flags = models.JSONField(default=list)

    address = models.CharField(max_length=200, blank=True, default="")
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    crs = models.CharField(max_length=16, blank=True, default="")
    area = models.ForeignKey("places.Area", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    subdistrict = models.ForeignKey(
        "places.Area", null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    lead_unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    taker_id = models.BigIntegerField(null=True)
    next_due_at = models.DateTimeField(null=True)
    next_due_stage = models.CharField(max_length=32, blank=True, default="")
    next_warn_at = models.DateTimeField(null=True)
    due_status = models.SmallIntegerField(default=NORMAL)
    was_overdue = models.BooleanField(default=False)
    supervised = models.BooleanField(default=False)

    outcome = models.CharField(max_length=40, blank=True, default="")
    satisfaction = models.CharField(max_length=20, blank=True, default="")
    pending = models.CharField(max_length=20, blank=True, default="")
    return_count = models.SmallIntegerField(default=0)
    redo_count = models.SmallIntegerField(default=0)
    extension_count = models.SmallIntegerField(default=0)
    callers = models.IntegerField(default=1)
    joined_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="joined", db_index=False)
    split_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts", db_index=False)
    review_date = models.DateField(null=True)
    facts = models.JSONField(default=dict)

    occurred_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    dispatched_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    updated_at = models.DateTimeField()

    version = models.IntegerField(default=1)
    event_count = models.IntegerField(default=0)
    head_hash = models.BinaryField(max_length=32, default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "external_id"],
                name="case_channel_external",
                condition=Q(external_id__isnull=False),
            )
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], name="case_received", include=[*COUNTED, "lng", "lat"]),
            models.Index(fields=["state", "next_due_at", "id"], name="case_open_state_due", condition=Q(is_open=True)),
            models.Index(fields=["next_due_at", "id"], name="case_open_due", condition=Q(is_open=True)),
            models.Index(
                fields=["due_status", "next_due_at", "id"], name="case_open_status_due", condition=Q(is_open=True)
            ),
            models.Index(
                fields=["next_due_at", "id"], name="case_supervised_due", condition=Q(is_open=True, supervised=True)
            ),
            models.Index(
                fields=["next_due_at", "id"], name="case_pending_due", condition=Q(is_open=True) & ~Q(pending="")
            ),
            models.Index(
                fields=["next_due_at", "id"], name="case_matter_due", condition=Q(is_open=True, callers__gt=1)
            ),
            models.Index(fields=["lng", "lat"], name="case_open_place", condition=Q(is_open=True, lng__isnull=False)),
            models.Index(fields=["lead_unit", "-received_at", "-id"], name="case_lead_received"),
            models.Index(fields=["category", "-received_at", "-id"], name="case_category_received"),
            models.Index(fields=["subdistrict", "-received_at", "-id"], name="case_subdistrict_received"),
            models.Index(fields=["lng", "lat"], name="case_place"),
            models.Index(fields=["joined_to"], name="case_joined_to", condition=Q(joined_to__isnull=False)),
            models.Index(fields=["split_from"], name="case_split_from", condition=Q(split_from__isnull=False)),
            models.Index(
                fields=["-closed_at", "-id"],
                name="case_closed",
                condition=Q(closed_at__isnull=False),
                include=[*COUNTED, "state", "was_overdue", "satisfaction"],
            ),
        ]

    def __str__(self):
        return self.number


class CaseText(models.Model):
    """The words of a case and their search tokens."""

    case = models.OneToOneField(Case, primary_key=True, on_delete=models.CASCADE, related_name="words")
    text = models.TextField()
    search = SearchVectorField(null=True)

    class Meta:
        indexes = [GinIndex(fields=["search"], name="casetext_search", fastupdate=True)]

    def __str__(self):
        return f"{self.case_id}"


class CaseVisibility(models.Model):
    """Which units may see a case: each unit that was ever given a part, and its superior units.

    Carries the sort keys of the work lists, so that a unit's list is one ordered index scan whatever the number
    of cases.
    """

    pk = models.CompositePrimaryKey("unit_id", "case_id")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="visibility")
    received_at = models.DateTimeField()
    is_open = models.BooleanField(default=True)
    due_status = models.SmallIntegerField(default=Case.NORMAL)
    next_due_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "-received_at", "-case"], name="visibility_received"),
            models.Index(fields=["unit", "next_due_at", "case"], name="visibility_open_due", condition=Q(is_open=True)),
        ]

    def __str__(self):
        return f"{self.unit_id} sees {self.case_id}"
