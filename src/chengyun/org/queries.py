"""Reads of the org room; what every request needs is kept per process until the organisation changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chengyun.kernel import revision

from .access import TOPIC
from .models import Account, District, Unit

DEMO_PASSWORD = "chengyun-demo-2026"
"""Of every account of the demo district. Such accounts exist on loopback only."""

_names: tuple[int, Mapping[int, str]] | None = None
_district: tuple[int, dict[str, Any] | None] | None = None


def unit_names() -> Mapping[int, str]:
    """Names of all units by id."""
    global _names
    number = revision.current(TOPIC)
    known = _names
    if known is None or known[0] != number:
        known = (number, dict(Unit.objects.values_list("id", "name")))
        _names = known
    return known[1]


def demo_accounts() -> list[dict[str, str]]:
    """The accounts that the log-in page of a demo district offers; none anywhere else."""
    here = district()
    if not here or not here["demo"]:
        return []
    accounts = Account.objects.filter(is_demo=True, is_active=True).prefetch_related("grants__role").order_by("id")
    return [
        {
            "username": account.username,
            "role": "、".join(grant.role.name for grant in account.grants.all()),
            "password": DEMO_PASSWORD,
        }
        for account in accounts
    ]


def district() -> dict[str, Any] | None:
    """The district served here: {code, name, centre_name, demo}; None before a profile was loaded."""
    global _district
    number = revision.current(TOPIC)
    known = _district
    if known is None or known[0] != number:
        row = District.objects.order_by("-loaded_at").first()
        shape: dict[str, Any] | None = None
        if row is not None:
            shape = {"code": row.code, "name": row.name, "centre_name": row.centre_name, "demo": row.is_demo}
        known = (number, shape)
        _district = known
    return known[1]


def account_by_name(username: str) -> Account | None:
    """The account of that user name, or None; text that cannot be stored is no name."""
    if "\x00" in username:
        return None
    return Account.objects.filter(username=Account.normalize_username(username)).first()


def demo_accounts_exist() -> bool:
    """Whether accounts of the demo district are here: a server open to others refuses to start with them."""
    return Account.objects.filter(is_demo=True, is_active=True).exists()


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _names, _district
    _names = _district = None
