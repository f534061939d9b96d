from django.db import models
from django.db.models import Q


class Draft(models.Model):
    """A call-taker's unfinished form; survives reload, crash and change of machine. Sealed: it holds personal data."""

    id = models.UUIDField(primary_key=True)
    account_id = models.BigIntegerField(db_index=True)
    sealed = models.BinaryField()
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self):
        return str(self.id)


class SavedView(models.Model):
    """A named filter of the work list, of one person or shared with everybody."""

    account_id = models.BigIntegerField(db_index=True)
    name = models.CharField(max_length=40)
    query = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    shared = models.BooleanField(default=False)
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self):
        return self.name


class ListLayout(models.Model):
    """The columns of a person's lists: names in order, with a width where one was chosen ("title:320")."""

    account_id = models.BigIntegerField(primary_key=True)
    columns = models.JSONField(default=list)

    def __str__(self):
        return f"{self.account_id}"


class Notice(models.Model):
    """A message inside the desk for one account. `dedupe` makes each be told once."""

    account_id = models.BigIntegerField()
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.CASCADE, db_index=False)
    kind = models.CharField(max_length=32)
    text = models.CharField(max_length=300)
    visible_from = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    dedupe = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account_id", "dedupe"], name="notice_told_once")]
        indexes = [
            models.Index(
                fields=["account_id", "visible_from"], name="notice_unread", condition=Q(read_at__isnull=True)
            ),
            models.Index(fields=["account_id", "-visible_from"], name="notice_all"),
            models.Index(fields=["visible_from"], name="notice_visible", condition=Q(read_at__isnull=True)),
        ]

    def __str__(self):
        return self.text
