"""一标三实: addresses, houses, people and units, and the visits to them.

Names, numbers and what a visitor wrote are sealed (kernel.vault); beside them are the masks that lists show.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from chengyun.org.models import Dated


class Placed(models.Model):
    """Where something lies: codes of its areas ("" when not known), so that a list of one area is one index."""

    subdistrict_code = models.CharField(max_length=40, blank=True, default="")
    community_code = models.CharField(max_length=40, blank=True, default="")
    grid_code = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        abstract = True


class Address(Placed):
    """A node of the address tree below the community. `mark` is its name in the one spelling (addresses.name), `whole`
    the address as it is written out, `aliases` other spellings of an estate or a building (a road with its number)."""

    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    level = models.CharField(max_length=10)
    name = models.CharField(max_length=60)
    mark = models.CharField(max_length=60)
    whole = models.CharField(max_length=200)
    aliases = ArrayField(models.CharField(max_length=120), default=list)
    pinyin = models.CharField(max_length=400, blank=True, default="")
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    note = models.CharField(max_length=200, blank=True, default="")
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["parent", "community_code", "level", "mark"], nulls_distinct=False, name="address_once"
            )
        ]
        indexes = [
            models.Index(fields=["level", "mark"], opclasses=["", "varchar_pattern_ops"], name="address_mark"),
            models.Index(fields=["community_code", "level"], name="address_community"),
        ]

    def __str__(self) -> str:
        return self.whole


class House(models.Model):
    """What an address is used for; of a room, or of a building without rooms."""

    address = models.OneToOneField(Address, on_delete=models.PROTECT, related_name="house")
    use = models.CharField(max_length=10, default="home")
    tenure = models.CharField(max_length=10, default="own")
    square_metres = models.FloatField(null=True)
    updated_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.address_id} {self.use}"


class Household(models.Model):
    """Who lives together in a house in a span of days."""

    house = models.ForeignKey(House, on_delete=models.PROTECT, related_name="households")
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.house_id}"


class Resident(models.Model):
    """A person in a household. `sealed` holds name, phone and id_number."""

    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="residents")
    sealed = models.BinaryField()
    name_index = models.BinaryField(max_length=16, null=True)
    phone_index = models.BinaryField(max_length=16, null=True)
    id_index = models.BinaryField(max_length=16, null=True)
    name_mask = models.CharField(max_length=60)
    phone_mask = models.CharField(max_length=40, blank=True, default="")
    id_mask = models.CharField(max_length=30, blank=True, default="")
    relation = models.CharField(max_length=20, blank=True, default="")
    residence = models.CharField(max_length=10, default="local")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [
            models.Index(fields=["name_index"], name="resident_name", condition=Q(name_index__isnull=False)),
            models.Index(fields=["phone_index"], name="resident_phone", condition=Q(phone_index__isnull=False)),
            models.Index(fields=["id_index"], name="resident_id", condition=Q(id_index__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.name_mask


class Premises(models.Model):
    """实有单位: a shop, an office, an institution at an address; `sealed` holds the contact's name and phone."""

    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="premises")
    name = models.CharField(max_length=120)
    trade = models.CharField(max_length=40, blank=True, default="")
    staff = models.IntegerField(null=True)
    sealed = models.BinaryField(null=True)
    contact_mask = models.CharField(max_length=60, blank=True, default="")
    phone_mask = models.CharField(max_length=40, blank=True, default="")
    closed_on = models.DateField(null=True)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["address", "name"], name="premises_once")]

    def __str__(self) -> str:
        return self.name


class VisitKind(Dated):
    """Who is visited how often: every household (of a tenure), every unit, or a kind of key persons (重点人员)."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    subject = models.CharField(max_length=12)
    tenure = models.CharField(max_length=10, blank=True, default="")
    every_days = models.IntegerField(default=0)
    ask = models.CharField(max_length=300, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name


class KeyPerson(models.Model):
    """A resident who is of a kind that is visited, from a day to a day; `sealed` holds the note."""

    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, related_name="kinds")
    kind = models.ForeignKey(VisitKind, on_delete=models.PROTECT, related_name="people")
    since = models.DateField()
    until = models.DateField(null=True)
    sealed = models.BinaryField(null=True)
    by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["resident", "kind"], condition=Q(until__isnull=True), name="key_person_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.resident_id} {self.kind_id}"


class VisitPlan(Placed):
    """One household, key person or unit that is visited, when next and by whom. `worker_id` is an account."""

    kind = models.ForeignKey(VisitKind, on_delete=models.PROTECT, related_name="plans")
    household = models.ForeignKey(Household, null=True, on_delete=models.CASCADE, related_name="plans")
    key_person = models.ForeignKey(KeyPerson, null=True, on_delete=models.CASCADE, related_name="plans")
    premises = models.ForeignKey(Premises, null=True, on_delete=models.CASCADE, related_name="plans")
    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="plans")
    sensitive = models.BooleanField(default=False)
    worker_id = models.BigIntegerField(null=True)
    by_hand = models.BooleanField(default=False)
    due_on = models.DateField()
    last_at = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "household", "key_person", "premises"], nulls_distinct=False, name="visit_plan_once"
            )
        ]
        indexes = [
            models.Index(fields=["due_on", "id"], name="plan_due", condition=Q(active=True)),
            models.Index(fields=["worker_id", "due_on", "id"], name="plan_worker", condition=Q(active=True)),
            models.Index(fields=["community_code", "due_on", "id"], name="plan_community", condition=Q(active=True)),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id} {self.due_on}"


class Visit(Placed):
    """A visit as the visitor recorded it; `uuid` is made on the phone. `due_was`: when it had been due. Never
    changed (a trigger). `sealed` holds what was found."""

    uuid = models.UUIDField(unique=True)
    plan = models.ForeignKey(VisitPlan, on_delete=models.PROTECT, related_name="visits")
    sensitive = models.BooleanField(default=False)
    account_id = models.BigIntegerField()
    worker = models.CharField(max_length=120)
    at = models.DateTimeField()
    received_at = models.DateTimeField()
    lng = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    accuracy = models.FloatField(null=True)
    metres = models.IntegerField(null=True)
    outcome = models.CharField(max_length=10)
    sealed = models.BinaryField(null=True)
    due_was = models.DateField()
    next_due_on = models.DateField(null=True)
    case = models.ForeignKey("cases.Case", null=True, on_delete=models.PROTECT, related_name="+")
    case_number = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="visit_by_time"),
            models.Index(fields=["community_code", "-at", "-id"], name="visit_community"),
            models.Index(fields=["account_id", "-at", "-id"], name="visit_worker"),
        ]

    def __str__(self) -> str:
        return str(self.uuid)


class VisitFile(models.Model):
    """A photo of a visit."""

    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey("kernel.StoredFile", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["visit", "file"], name="visit_file_once")]

    def __str__(self) -> str:
        return f"{self.visit_id} {self.file_id}"


class Look(models.Model):
    """Who saw people's data, when, what and why. Never changed (a trigger)."""

    at = models.DateTimeField(default=timezone.now)
    account_id = models.BigIntegerField()
    for_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=10)
    resident_id = models.BigIntegerField(null=True)
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=200, blank=True, default="")
    rows = models.IntegerField(default=1)
    clear = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="population_look_by_time")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.words}"
