"""What arrived from phones: each command with its first answer, and files that come in pieces."""

from django.db import models
from django.utils import timezone


class Command(models.Model):
    """A command that was carried out. Its row is written in the transaction that carries it out, so that the same
    uuid again finds either nothing or the first answer. `digest`: SM3 of what was asked."""

    uuid = models.UUIDField(primary_key=True)
    account_id = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    digest = models.BinaryField(max_length=32)
    number = models.CharField(max_length=40, blank=True, default="")
    answer = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["received_at"], name="field_command_received"),
            models.Index(fields=["number", "received_at"], name="field_command_case"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"


class Upload(models.Model):
    """A file on its way: `received` bytes of `size` are kept; `file_id` once it is whole. `proof`: what the phone
    knows of the picture (time, place, EXIF of the original)."""

    uuid = models.UUIDField(primary_key=True)
    account_id = models.BigIntegerField()
    name = models.CharField(max_length=200)
    size = models.IntegerField()
    sha256 = models.CharField(max_length=64)
    received = models.IntegerField(default=0)
    proof = models.JSONField(default=dict)
    file_id = models.UUIDField(null=True)
    begun_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["account_id", "moved_at"], name="field_upload_account"),
            models.Index(fields=["moved_at"], name="field_upload_moved"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.received}/{self.size}"
