"""Sessions in the database, read together with the account that they belong to: one statement for each request."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from chengyun.kernel import rows

from .models import Account, Session

_ACCOUNT = ", ".join(f'a."{field.column}"' for field in Account._meta.concrete_fields)
_FIND = (
    f"SELECT s.session_data, {_ACCOUNT} FROM org_session s JOIN org_account a ON a.id = s.account_id"
    " WHERE s.session_key = %s AND s.expire_date > %s AND a.is_active"
)


class SessionStore(db.SessionStore):
    """Django's sessions (settings.SESSION_ENGINE). Only who has logged in has one."""

    account: Account | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        session: Any = super().create_model_instance(data)
        session.account_id = data.get(SESSION_KEY)
        found: Session = session
        return found

    def load(self) -> dict[str, Any]:
        key = self.session_key or ""
        found = None if "\x00" in key else rows.execute(_FIND, [key, timezone.now()]).fetchone()
        if found is None:
            self._session_key = None
            return {}
        self.account = rows.instances(Account, [found[1:]])[0]
        data: dict[str, Any] = self.decode(found[0])
        return data


def account_of(session: Any) -> Account | None:
    """Who is logged in with a session; None when nobody is, the account is disabled or its password was changed."""
    proof = session.get(HASH_SESSION_KEY, "")  # reads the session, and the account with it
    account: Account | None = session.account
    if account is None or session.get(SESSION_KEY) != str(account.pk):
        return None
    return account if constant_time_compare(proof, account.get_session_auth_hash()) else None
