"""Logged-in people without the cost of a password: sessions written as log-in would write them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from chengyun.org.auth import BACKEND
from chengyun.org.models import Account
from chengyun.org.sessions import SessionStore

from .client import Session
from .district import World

CSRF = "b" * 32


def log_in(account_id: int) -> Session:
    account = Account.objects.get(pk=account_id)
    store = SessionStore()
    store[SESSION_KEY] = str(account.pk)
    store[BACKEND_SESSION_KEY] = BACKEND
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    store.save()
    cookie = f"{settings.SESSION_COOKIE_NAME}={store.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"
    return Session(cookie, CSRF)


class People:
    """The sessions of the centre's staff and of one person of each unit; made when first asked for."""

    def __init__(self, world: World):
        self.world = world
        self.centre = [log_in(account) for account in world.centre_accounts]
        self._units: dict[int, Session] = {}

    def of(self, unit_id: int) -> Session:
        if unit_id not in self._units:
            self._units[unit_id] = log_in(self.world.unit_accounts[unit_id])
        return self._units[unit_id]
