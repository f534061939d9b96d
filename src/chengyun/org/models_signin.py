"""Ways to sign in beside the password: central log-ins, what they know people as, passkeys; where people come from."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from .models import Account, Person


class SignInWay(models.Model):
    """A central log-in (单位统一认证) by OpenID Connect or CAS. `sealed` holds the client's secret."""

    OIDC, CAS = "oidc", "cas"
    PROTOCOLS: ClassVar[dict[str, str]] = {OIDC: "OpenID Connect", CAS: "CAS"}

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    protocol = models.CharField(max_length=8)
    enabled = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    sort = models.IntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    last_ok_at = models.DateTimeField(null=True)
    last_error_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        ordering = ["sort", "code"]

    def __str__(self) -> str:
        return self.name


class OutsideIdentity(models.Model):
    """Whom a central log-in means by a subject. Made when somebody is first recognised, or links it themselves."""

    way = models.ForeignKey(SignInWay, on_delete=models.CASCADE, related_name="identities")
    subject = models.CharField(max_length=255)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="identities")
    linked_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["way", "subject"], name="identity_subject"),
            models.UniqueConstraint(fields=["way", "account"], name="identity_account"),
        ]

    def __str__(self) -> str:
        return f"{self.way_id} {self.account_id}"


class Passkey(models.Model):
    """A WebAuthn credential: its public key, which is no secret."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    credential_id = models.BinaryField(max_length=1023, unique=True)
    public_key = models.BinaryField()
    counter = models.BigIntegerField(default=0)
    name = models.CharField(max_length=60)
    transports = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    aaguid = models.CharField(max_length=36, blank=True, default="")
    synced = models.BooleanField(default=False)
    rp_id = models.CharField(max_length=253)
    created_at = models.DateTimeField(default=timezone.now)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class SpentHandshake(models.Model):
    """Digests of handshakes that were used, until they would have ended: each counts once."""

    digest = models.BinaryField(max_length=32, primary_key=True)
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"until {self.expires_at:%F %T}"


class PersonContact(models.Model):
    """How a member of staff is reached; sealed. The indexes find who a central log-in means by a number or address."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True, related_name="contact")
    sealed = models.BinaryField()
    phone_index = models.BinaryField(null=True, max_length=16, db_index=True)
    email_index = models.BinaryField(null=True, max_length=32, db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id}"


class PeopleSource(models.Model):
    """Where the list of staff is kept: a directory (LDAP) or a file with the whole list (CSV)."""

    LDAP, CSV = "ldap", "csv"
    KINDS: ClassVar[dict[str, str]] = {LDAP: "LDAP 目录", CSV: "完整名单文件"}

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    kind = models.CharField(max_length=8)
    enabled = models.BooleanField(default=False)
    every_hours = models.IntegerField(default=0)
    brake_percent = models.IntegerField(default=10)
    make_accounts = models.BooleanField(default=False)
    settings = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)
    next_run_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class SyncedPerson(models.Model):
    """Whom a source knows, by its own number. Only these can leave with the source."""

    source = models.ForeignKey(PeopleSource, on_delete=models.CASCADE, related_name="people")
    external_id = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="synced_external"),
            models.UniqueConstraint(fields=["source", "person"], name="synced_person"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.external_id}"


class SyncRun(models.Model):
    """One look at a source: what would change (sealed: names and telephones), and what became of it."""

    PREVIEWED, DONE, STOPPED, FAILED = "previewed", "done", "stopped", "failed"

    source = models.ForeignKey(PeopleSource, on_delete=models.CASCADE, related_name="runs")
    at = models.DateTimeField(default=timezone.now)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=80, blank=True, default="")
    state = models.CharField(max_length=10, default=PREVIEWED)
    file_name = models.CharField(max_length=200, blank=True, default="")
    counts = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    said = models.CharField(max_length=500, blank=True, default="")
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["source", "-id"], name="sync_run_source")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.state} {self.at:%F %T}"
