from django.db import models
from django.db.models import Func


class CurrentTransaction(Func):
    template = "pg_current_xact_id()::text::bigint"


class Position(Func):
    """The era of the cluster and the transaction in it (cases_position in the first migration)."""

    template = "cases_position()"


class Event(models.Model):
    """One thing that happened to a case. Never changed (a trigger refuses), chained per case with SM3.

    hash = SM3(previous hash ‖ canonical JSON of the other columns); see kernel.chain. `tx` is the writing
    transaction (within its era), by which sealing knows that no earlier event can still appear.
    """

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="events", db_index=False)
    seq = models.IntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=80)
    actor_unit = models.CharField(max_length=80, blank=True, default="")
    action = models.CharField(max_length=40)
    from_state = models.CharField(max_length=32, blank=True, default="")
    to_state = models.CharField(max_length=32)
    payload = models.JSONField(default=dict)
    previous = models.BinaryField(max_length=32)
    hash = models.BinaryField(max_length=32)
    tx = models.BigIntegerField(db_default=Position())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "seq"], name="event_case_seq")]
        indexes = [models.Index(fields=["tx", "id"], name="event_tx")]

    def __str__(self):
        return f"{self.case_id}#{self.seq} {self.action}"


class Seal(models.Model):
    """A running seal over all events of finished transactions: makes the removal of a whole case visible.

    Covers events with from_tx ≤ tx < to_tx in (tx, id) order; digest = SM3(previous digest ‖ event hashes).
    """

    from_tx = models.BigIntegerField(unique=True)
    to_tx = models.BigIntegerField()
    count = models.IntegerField()
    digest = models.BinaryField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["from_tx"]

    def __str__(self):
        return f"{self.from_tx}–{self.to_tx}"
