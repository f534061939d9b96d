"""Who works here and what each may do: units, posts, people, accounts, roles, grants; all dated.

Areas are only named by code here (`Grant.area_code`): org is below places.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Dated(models.Model):
    """Valid from the first to the last day named, both included; None is open. Says where it comes from."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        abstract = True


def valid_on(day: Any, prefix: str = "") -> Q:
    """Rows of a `Dated` model that are valid on `day`; `prefix` as in "role__"."""
    return (Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})) & (
        Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    )


class District(models.Model):
    """The district that this installation serves: one row, written by `chengyun district load`."""

    profile = models.CharField(max_length=40, unique=True)
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=80)
    centre_name = models.CharField(max_length=120, blank=True, default="")
    is_demo = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(default=timezone.now)
    source = models.CharField(max_length=300, blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Unit(Dated):
    """A handling unit or a part of one. `path` is "/1/5/" over ids, own id included, for subtree filters.

    The row stays when the unit is renamed (cases point to it); what it was called before is in UnitName. A
    unit that was merged into another ends (`valid_to`) and names its successor.
    """

    CENTRE, DEPARTMENT, SUBDISTRICT, COMMUNITY = "centre", "department", "subdistrict", "community"
    UTILITY, ZONE, PARTY, OTHER = "utility", "zone", "party", "other"
    KINDS: ClassVar[dict[str, str]] = {
        CENTRE: "运行中心", DEPARTMENT: "区直部门", SUBDISTRICT: "街道", COMMUNITY: "社区",
        UTILITY: "公用事业", ZONE: "功能区", PARTY: "党群机关", OTHER: "其他",
    }  # fmt: skip

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True, default="")
    kind = models.CharField(max_length=16)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.TextField(blank=True, default="")
    managed_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="managed_units"
    )
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors")
    calendar_code = models.CharField(max_length=40, blank=True, default="")
    phone_duty = models.CharField(max_length=40, blank=True, default="")
    sort = models.IntegerField(default=0)
    pinyin = models.CharField(max_length=400, blank=True, default="")

    class Meta:
        ordering = ["sort", "id"]
        indexes = [models.Index(fields=["path"], opclasses=["text_pattern_ops"], name="unit_path")]

    def __str__(self) -> str:
        return self.short_name or self.name


class UnitName(Dated):
    """What a unit was called in an earlier span of days."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        ordering = ["unit_id", "valid_to"]

    def __str__(self) -> str:
        return self.name


class Post(Dated):
    """岗位 of a unit."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name


class Person(Dated):
    """A member of staff (never a resident)."""

    staff_no = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people")
    post = models.ForeignKey(Post, null=True, blank=True, on_delete=models.PROTECT, related_name="people")

    class Meta:
        ordering = ["staff_no"]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Account:
        """A new account; without a password nobody can log in until a one-time link was used."""
        account = self.model(username=Account.normalize_username(username), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Somebody, or some program, that may log in. What it may do is in its grants only."""

    PERSON, SYSTEM = "person", "system"

    username = models.CharField(max_length=60, unique=True)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")
    display_name = models.CharField(max_length=60, blank=True, default="")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")
    kind = models.CharField(max_length=10, default=PERSON)
    language = models.CharField(max_length=10, default="zh-hans")
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    grants_version = models.IntegerField(default=1)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    second_factor = models.BooleanField(default=False)
    last_seen = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.display_name or self.username


class Role(models.Model):
    """A named set of permissions. Roles are data: code asks for permissions, never for a role.

    It may also ask for a second factor, for an earlier idle time-out, and forbid that a colleague covers it.
    """

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    description = models.TextField(blank=True, default="")
    permissions = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    second_factor = models.BooleanField(default=False)
    idle_minutes = models.IntegerField(null=True, blank=True)
    coverable = models.BooleanField(default=True)
    source = models.CharField(max_length=300, blank=True, default="")
    sort = models.IntegerField(default=0)

    class Meta:
        ordering = ["sort", "id"]

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """A role given to an account within unit (with all below) × area × category; None is "everywhere"."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="grants")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="grants")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="grants")
    area_code = models.CharField(max_length=40, null=True, blank=True)
    category_code = models.CharField(max_length=40, null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "role", "unit", "area_code", "category_code"],
                nulls_distinct=False,
                name="grant_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role_id}"


class AccessToken(models.Model):
    """A bearer token for scripts, kept as its SM3 digest. It can do what its account can, or less: `scopes`
    lists permission codes, empty means all of the account's; what no token can do is in systems.py. `per_minute` 0 is
    the installation's default."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    hash = models.BinaryField(max_length=32, unique=True)
    prefix = models.CharField(max_length=16)
    scopes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    per_minute = models.PositiveIntegerField(default=0)
    created_by_id = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.prefix}… {self.name}"


class Session(AbstractBaseSession):
    """A log-in (sessions.py). Names its account, so that both are read with one statement."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    last_active = models.DateTimeField(default=timezone.now)
    address = models.CharField(max_length=45, blank=True, default="")
    device = models.CharField(max_length=200, blank=True, default="")

    @classmethod
    def get_session_store_class(cls) -> Any:
        from .sessions import SessionStore

        return SessionStore

    def __str__(self) -> str:
        return f"{self.account_id} until {self.expire_date:%F %T}"


class OneTimeLink(models.Model):
    """A link that sets a password once; kept as its SM3 digest."""

    FIRST_ADMINISTRATOR, INVITE, RESET = "first_administrator", "invite", "reset"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="links")
    hash = models.BinaryField(max_length=32, unique=True)
    purpose = models.CharField(max_length=24)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.account_id} {self.purpose}"


class LoginAttempt(models.Model):
    """Failed log-ins, counted per (account, address), per account and per address.

    `key` is a digest: people type passwords into the wrong box, and these must not be kept. `about` is the digest
    of the account name, so that an administrator can lift all waits of an account. `code` counts wrong one-time codes.
    """

    PAIR, ACCOUNT, ADDRESS, CODE = "pair", "account", "address", "code"

    scope = models.CharField(max_length=8)
    key = models.BinaryField(max_length=32)
    about = models.BinaryField(max_length=32, null=True, db_index=True)
    strikes = models.IntegerField(default=0)
    failures = models.IntegerField(default=0)
    window_started = models.DateTimeField(default=timezone.now)
    blocked_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="login_attempt_key")]

    def __str__(self) -> str:
        return f"{self.scope} {self.failures}"


class AccountEvent(models.Model):
    """What happened to an account: log-ins, refusals, passwords, links, tokens, grants. Only added to."""

    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=30)
    address = models.CharField(max_length=45, blank=True, default="")
    by_id = models.BigIntegerField(null=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["account", "-id"], name="account_event"),
            models.Index(fields=["kind", "-id"], name="account_event_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.kind}"


class MasterDataImport(models.Model):
    """An import of master data: its preview (kept until committed or expired), then what it changed."""

    PREVIEWED, DONE = "previewed", "done"

    token = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200, blank=True, default="")
    account_id = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, default=PREVIEWED)
    created_at = models.DateTimeField(default=timezone.now)
    committed_at = models.DateTimeField(null=True)
    basis = models.BigIntegerField(default=0)
    rows = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.kind} {self.file_name}"


from .change_models import MasterDataChange, MasterDataTrial  # noqa: E402, F401  (tables of this app)
from .models_safety import Cover, RecoveryCode, SecondFactor  # noqa: E402, F401  (they refer to Account)
from .models_signin import (  # noqa: E402, F401
    OutsideIdentity,
    Passkey,
    PeopleSource,
    PersonContact,
    SignInWay,
    SpentHandshake,
    SyncedPerson,
    SyncRun,
)
