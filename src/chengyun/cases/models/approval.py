from django.db import models
from django.db.models import Q


class Approval(models.Model):
    """Something a unit asked for and the centre decides: return, extension, suspension."""

    RETURN, EXTENSION, SUSPENSION = "return", "extension", "suspension"
    PENDING, APPROVED, REFUSED, OBSOLETE = "pending", "approved", "refused", "obsolete"

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE, related_name="approvals")
    assignment = models.ForeignKey("cases.Assignment", null=True, on_delete=models.CASCADE, db_index=False)
    kind = models.CharField(max_length=12)
    state = models.CharField(max_length=10, default=PENDING)
    request = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    decision_note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "assignment"], name="one_pending_approval", condition=Q(state="pending")
            )
        ]

    def __str__(self):
        return f"{self.case_id} {self.kind} {self.state}"


class Precedent(models.Model):
    """A ruling of the centre on who handles what: kept so that the same dispute is not argued twice."""

    case = models.ForeignKey("cases.Case", on_delete=models.CASCADE)
    category = models.ForeignKey("cases.Category", null=True, on_delete=models.PROTECT)
    area = models.ForeignKey("places.Area", null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=200)
    basis = models.TextField()
    ruled_at = models.DateTimeField()
    ruled_by_id = models.BigIntegerField(null=True)
    is_active = models.BooleanField(default=True)

    def __str__(self):
        return self.matter
