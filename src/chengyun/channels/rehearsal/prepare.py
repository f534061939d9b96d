"""What a rehearsal needs on the machine that runs the platform: its channel, a token for it, accounts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from chengyun.cases import audit
from chengyun.kernel import revision
from chengyun.org.models import Account as AccountRow
from chengyun.org.models import District
from chengyun.org.queries import DEMO_PASSWORD

from .. import tokens
from ..models import Channel, ChannelToken
from ..queries import TOPIC
from . import CHANNEL
from .people import Account


def district() -> tuple[str, bool]:
    """(name, whether it is the demo district); ("", False) when nothing is installed."""
    found = District.objects.first()
    return (found.name, found.is_demo) if found else ("", False)


def channel(code: str) -> Channel | None:
    """The channel of the rehearsal; its own one is made when it is missing."""
    if code == CHANNEL:
        made = {"name": "演练", "kind": "other", "rate_per_minute": 60_000, "sort": 9999, "source": "rehearsal"}
        row, is_new = Channel.objects.get_or_create(code=CHANNEL, defaults=made)
        if is_new:
            revision.bump(TOPIC)
            revision.bump("catalogue")
        return row
    return Channel.objects.filter(code=code).first()


def token_for(door: Channel) -> tuple[ChannelToken, str]:
    """A token for this rehearsal, for a day."""
    return tokens.issue(door, "演练", expires_at=timezone.now() + timedelta(days=1))


def revoke(token: ChannelToken) -> None:
    _connect_anew()
    tokens.revoke(token)


def demo_accounts() -> list[Account]:
    names = AccountRow.objects.filter(is_demo=True, is_active=True).order_by("id").values_list("username", flat=True)
    return [Account(name, DEMO_PASSWORD) for name in names]


def _connect_anew() -> None:
    """The database may have been killed and started again since this process last spoke to it."""
    connection.close()
    close_pool = getattr(connection, "close_pool", None)
    if close_pool is not None:
        close_pool()


def verify(numbers: list[str]) -> list[dict[str, Any]]:
    """What is wrong with the chains of these cases."""
    _connect_anew()
    return [{"case": f.case, "seq": f.seq, "what": f.what} for f in audit.verify(numbers)]
