"""What the kernel keeps in the database: revisions of master data, working calendars, stored files, what a token
has left."""

from django.db import models
from django.utils import timezone

from .ids import new_id


class Revision(models.Model):
    """One number per topic of master data; see revision.py. The id's sequence also feeds the values."""

    topic = models.CharField(max_length=40, unique=True)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.topic} {self.value}"


class Calendar(models.Model):
    """A working calendar as data. See calendars.py for how it becomes a worktime.Calendar.

    weekly: {"0": [["09:00", "12:00"], …], …} by weekday, Monday = "0", a missing day is off; null in a
    variant means "as the parent". A variant (parent set) sees its parent's exceptional days except where it
    has its own. working_day_rule / natural_day_rule: "close_of_day" or "same_time" (worktime.DayRule); empty
    means as the parent. known_until: holidays are known up to this day; later days follow the week alone and
    derivations say so.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=100)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="variants")
    version = models.IntegerField(default=1)
    tz = models.CharField(max_length=40, default="Asia/Shanghai")
    weekly = models.JSONField(null=True)
    working_day_rule = models.CharField(max_length=20, blank=True, default="")
    natural_day_rule = models.CharField(max_length=20, blank=True, default="")
    known_until = models.DateField(null=True)
    source = models.CharField(max_length=300, blank=True, default="")

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class CalendarDay(models.Model):
    """A day that differs from the week: a holiday (spans []), a make-up day (spans null) or special hours.

    spans null means "open like an ordinary working day of the calendar that is asked", so that one list of
    make-up days serves variants with other hours.
    """

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="days")
    date = models.DateField()
    spans = models.JSONField(null=True)
    name = models.CharField(max_length=60, blank=True, default="")
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calendar", "date"], name="calendar_day_once")]

    def __str__(self) -> str:
        return f"{self.calendar_id} {self.date}"


class CalendarChange(models.Model):
    """One row per version of a calendar: who changed what, so that an old due time can be understood."""

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="history")
    version = models.IntegerField()
    at = models.DateTimeField(default=timezone.now)
    account_id = models.BigIntegerField(null=True)
    note = models.CharField(max_length=300, blank=True, default="")
    changes = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calendar", "version"], name="calendar_version_once")]

    def __str__(self) -> str:
        return f"{self.calendar_id} v{self.version}"


class StoredFile(models.Model):
    """A file as it was received (`sha256`), and the copy without metadata that the public may see
    (`public_sha256`).

    The bytes lie in the content store (files/storage.py); the same bytes sent twice are two rows and one
    file. scan_state: "not_scanned" is honest (no scanner configured, or it could not be reached), never shown
    as clean.
    """

    NOT_SCANNED, CLEAN, INFECTED = "not_scanned", "clean", "infected"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sha256 = models.CharField(max_length=64, db_index=True)
    public_sha256 = models.CharField(max_length=64, blank=True, default="")
    thumb_sha256 = models.CharField(max_length=64, blank=True, default="")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    mime = models.CharField(max_length=100)
    size = models.BigIntegerField()
    uploaded_by = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    scan_state = models.CharField(max_length=20, default=NOT_SCANNED)
    meta = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.name} ({self.kind})"


class KeyMark(models.Model):
    """Fingerprint of the key ring that this database's personal data are sealed with (vault.py)."""

    fingerprint = models.CharField(max_length=16, unique=True)
    created_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.fingerprint


class RateBucket(models.Model):
    """How many requests a token has left, shared by all processes (ratelimit.py). Unlogged: lost in a crash."""

    key = models.CharField(primary_key=True, max_length=60)
    tokens = models.FloatField()
    granted = models.IntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.key} {self.tokens:.1f}"
