from django.db import models
from django.db.models import Q


class Assignment(models.Model):
    """One unit's part of a case; a tree, because a subdistrict passes work on to a community or grid."""

    LEAD, CO, VERIFY, CHECK = "lead", "co", "verify", "check"
    SENT, ACKNOWLEDGED, REPLIED, RETURNED = "sent", "acknowledged", "replied", "returned"
    WITHDRAWN, REASSIGNED, CANCELLED = "withdrawn", "reassigned", "cancelled"
    OPEN = (SENT, ACKNOWLEDGED, RETURNED)
    ACTIVE = (SENT, ACKNOWLEDGED)

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="assignments")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=10, default=LEAD)
    state = models.CharField(max_length=16, default=SENT)
    note = models.TextField(blank=True, default="")
    reply = models.TextField(blank=True, default="")
    measures = models.TextField(blank=True, default="")
    redo = models.SmallIntegerField(default=0)
    must_handle = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    sent_by_id = models.BigIntegerField(null=True)
    acknowledged_at = models.DateTimeField(null=True)
    handler_id = models.BigIntegerField(null=True)
    contacted_at = models.DateTimeField(null=True)
    replied_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "state", "case"],
                name="assignment_unit_open",
                condition=Q(state__in=("sent", "acknowledged", "returned")),
            )
        ]

    def __str__(self):
        return f"{self.case_id}/{self.unit_id}/{self.role}"

    @property
    def is_root_lead(self) -> bool:
        return self.role == self.LEAD and self.parent_id is None
