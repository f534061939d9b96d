"""What anybody outside may read of a case."""

from django.db import models


class Published(models.Model):
    """A case that a moderator has released, with the words that may be read. No row: nobody outside reads it.

    `received_at` and `updated_at` are the case's, kept here so that a list by time reads only what is released,
    whatever the number of cases. Written by publicity.py alone.
    """

    case = models.OneToOneField("cases.Case", primary_key=True, on_delete=models.CASCADE, related_name="published")
    words = models.CharField(max_length=500, blank=True, default="")
    media_url = models.CharField(max_length=500, blank=True, default="")
    received_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["-received_at", "-case"], name="published_received"),
            models.Index(fields=["-updated_at", "-case"], name="published_updated"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}"
