"""Channel tokens: issue, rotate, revoke, recognise. The only writer of ChannelToken."""

from __future__ import annotations

import hmac
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3

from .models import Channel, ChannelToken
from .queries import TOPIC

MARK = "cyi_"
PREFIX_LENGTH = 12
OVERLAP = timedelta(days=7)
"""How long the old tokens of a channel go on after a rotation, unless told otherwise."""

_SEEN_EVERY = 300.0


@dataclass(frozen=True, slots=True)
class TokenRef:
    """A token as the door knows it."""

    id: int
    channel_id: int
    digest: bytes
    scopes: frozenset[str]
    expires_at: datetime | None


def issue(
    channel: Channel,
    name: str,
    *,
    scopes: Sequence[str] = ChannelToken.SCOPES,
    expires_at: datetime | None = None,
    created_by_id: int | None = None,
) -> tuple[ChannelToken, str]:
    """A new token: (its row, the secret). The secret is not kept and cannot be shown again."""
    unknown = set(scopes) - set(ChannelToken.KNOWN)
    if unknown or not scopes:
        raise Problem(
            422, "invalid", "令牌的权限不对", f"权限只能是 {'、'.join(ChannelToken.KNOWN)}。",
            errors=[{"field": "scopes", "message": f"权限只能是 {'、'.join(ChannelToken.KNOWN)}。"}],
        )  # fmt: skip
    secret = new_token(MARK)
    with transaction.atomic():
        token = ChannelToken.objects.create(
            channel=channel, name=name[:80], prefix=secret[:PREFIX_LENGTH], hash=sm3(secret.encode()),
            scopes=list(scopes), expires_at=expires_at, created_by_id=created_by_id,
        )  # fmt: skip
        revision.bump(TOPIC)
    return token, secret


def rotate(
    channel: Channel, name: str, *, overlap: timedelta = OVERLAP, created_by_id: int | None = None
) -> tuple[ChannelToken, str]:
    """A new token; those that are valid now end after `overlap`, so that the other side changes without a gap."""
    end = timezone.now() + overlap
    with transaction.atomic():
        valid = channel.tokens.filter(revoked_at__isnull=True)
        valid.filter(expires_at__isnull=True).update(expires_at=end)
        valid.filter(expires_at__gt=end).update(expires_at=end)
        return issue(channel, name, created_by_id=created_by_id)


def replace(
    token: ChannelToken, *, overlap: timedelta = OVERLAP, created_by_id: int | None = None
) -> tuple[ChannelToken, str]:
    """A new token of the same name and scopes; the one before ends after `overlap`."""
    end = timezone.now() + overlap
    with transaction.atomic():
        before = ChannelToken.objects.filter(pk=token.pk, revoked_at__isnull=True)
        before.filter(expires_at__isnull=True).update(expires_at=end)
        before.filter(expires_at__gt=end).update(expires_at=end)
        return issue(token.channel, token.name, scopes=token.scopes, created_by_id=created_by_id)


def revoke(token: ChannelToken) -> None:
    """End a token now; every process refuses it after at most a second."""
    with transaction.atomic():
        ChannelToken.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())
        revision.bump(TOPIC)


def recognise(secret: str) -> TokenRef | None:
    """The valid token with this secret, else None. No statement, unless tokens were changed."""
    if not secret.startswith(MARK) or len(secret) > 200:
        return None
    digest = sm3(secret.encode("utf-8", "replace"))
    found = None
    for known in _tokens().get(secret[:PREFIX_LENGTH], ()):
        if hmac.compare_digest(known.digest, digest):
            found = known
    if found is None or (found.expires_at is not None and found.expires_at <= timezone.now()):
        return None
    _mark_used(found)
    return found


_lock = threading.Lock()
_known: tuple[int, dict[str, tuple[TokenRef, ...]]] | None = None
_seen: dict[int, float] = {}


def forget() -> None:
    """Read the tokens again at the next request (tests)."""
    global _known
    _known = None
    _seen.clear()


def _tokens() -> dict[str, tuple[TokenRef, ...]]:
    global _known
    number = revision.current(TOPIC)
    known = _known
    if known is None or known[0] != number:
        with _lock:
            table: dict[str, list[TokenRef]] = {}
            for row in ChannelToken.objects.filter(revoked_at__isnull=True):
                ref = TokenRef(row.pk, row.channel_id, bytes(row.hash), frozenset(row.scopes), row.expires_at)
                table.setdefault(row.prefix, []).append(ref)
            known = (number, {prefix: tuple(rows) for prefix, rows in table.items()})
            _known = known
    return known[1]


def _mark_used(token: TokenRef) -> None:
    """Note the use, at most once in five minutes and process."""
    now = time.monotonic()
    if now - _seen.get(token.id, -_SEEN_EVERY) >= _SEEN_EVERY:
        _seen[token.id] = now
        ChannelToken.objects.filter(pk=token.id).update(last_used_at=timezone.now())
