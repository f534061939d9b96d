"""Sessions in the database, read together with the account that they belong to: one statement for each request."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import orjson
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from chengyun.kernel import rows
from chengyun.kernel.sm import sm3

from .addresses import device_name
from .models import Account, Session

_ACCOUNT = ", ".join(f'a."{field.column}"' for field in Account._meta.concrete_fields)
_OWN = ("created_at", "last_active", "address", "device")
_FIND = (
    f"SELECT s.session_data, {', '.join(f's.{name}' for name in _OWN)}, {_ACCOUNT}"
    " FROM org_session s JOIN org_account a ON a.id = s.account_id"
    " WHERE s.session_key = %s AND s.expire_date > %s AND a.is_active"
)
_TOUCH = "UPDATE org_session SET last_active = %s WHERE session_key = %s"
TOUCH_EVERY = timedelta(minutes=1)


class SessionStore(db.SessionStore):
    """Django's sessions (settings.SESSION_ENGINE). Only who has logged in has one."""

    account: Account | None = None
    created_at: datetime | None = None
    last_active: datetime | None = None
    address = ""
    device = ""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        session: Any = super().create_model_instance(data)
        session.account_id = data.get(SESSION_KEY)
        session.address, session.device = self.address, self.device
        session.created_at = self.created_at or session.created_at
        session.last_active = self.last_active or session.last_active
        found: Session = session
        return found

    def load(self) -> dict[str, Any]:
        key = self.session_key or ""
        found = None if "\x00" in key else rows.execute(_FIND, [key, timezone.now()]).fetchone()
        if found is None:
            self._session_key = None
            return {}
        self.created_at, self.last_active, self.address, self.device = found[1 : 1 + len(_OWN)]
        self.account = rows.instances(Account, [found[1 + len(_OWN) :]])[0]
        data: dict[str, Any] = self.decode(found[0])
        return data

    def began(self, account: Account, address: str, device: str) -> None:
        """Somebody has just logged in here; to be called before the session is written."""
        self.account, self.address, self.device = account, address, device
        self.created_at = self.last_active = timezone.now()

    def touch(self) -> None:
        """The person did something; written once a minute at most."""
        now = timezone.now()
        if self.session_key and (self.last_active is None or now - self.last_active > TOUCH_EVERY):
            self.last_active = now
            rows.execute(_TOUCH, [now, self.session_key])


def account_of(session: Any) -> Account | None:
    """Who is logged in with a session; None when nobody is, the account is disabled or its password was changed."""
    proof = session.get(HASH_SESSION_KEY, "")  # reads the session, and the account with it
    account: Account | None = session.account
    if account is None or session.get(SESSION_KEY) != str(account.pk):
        return None
    return account if constant_time_compare(proof, account.get_session_auth_hash()) else None


# --- all log-ins of an account --------------------------------------------------------------------------------------
def public_id(session_key: str) -> str:
    """What a log-in is called on the page; its key is known to the browser only."""
    return sm3(b"session\0" + session_key.encode()).hex()[:24]


def list_of(account_id: int, here: str | None) -> list[dict[str, Any]]:
    """Where an account is logged in, the latest first."""
    live = Session.objects.filter(account_id=account_id, expire_date__gt=timezone.now()).order_by("-last_active")
    return [
        {
            "id": public_id(row.session_key), "device": device_name(row.device), "agent": row.device,
            "address": row.address, "since": row.created_at, "last_active": row.last_active,
            "here": row.session_key == here,
        }
        for row in live[:200]
    ]  # fmt: skip


def end(account_id: int, but: str | None = None) -> int:
    """End all log-ins of an account, or all others; how many ended. Their live streams end at once."""
    ended: int = Session.objects.filter(account_id=account_id).exclude(session_key=but or "").delete()[0]
    tell_live(account_id)
    return ended


def end_one(account_id: int, name: str) -> bool:
    for key in Session.objects.filter(account_id=account_id).values_list("session_key", flat=True):
        if constant_time_compare(public_id(key), name):
            Session.objects.filter(session_key=key).delete()
            tell_live(account_id)
            return True
    return False


def tell_live(account_id: int) -> None:
    """Live streams of this account look again whether they may go on (web/live.py)."""
    payload = orjson.dumps({"type": "session", "accounts": [account_id]}).decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('chengyun_live', %s)", [payload])
