"""Reads of the channels room: the channels as one snapshot per process, renewed when the revision moves."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from chengyun.kernel import revision

from .models import Channel

TOPIC = "channels"


@dataclass(frozen=True, slots=True)
class ChannelRef:
    id: int
    code: str
    name: str
    kind: str
    direction: str
    lifecycle: str
    kinds: tuple[str, ...]
    default_kind: str
    auto_accept: bool
    rate_per_minute: int
    is_active: bool
    valid_from: date | None
    valid_to: date | None

    @property
    def open_today(self) -> bool:
        today = timezone.localdate()
        return (
            self.is_active
            and (self.valid_from is None or self.valid_from <= today)
            and (self.valid_to is None or self.valid_to >= today)
        )


_FIELDS = tuple(ChannelRef.__dataclass_fields__)
_lock = threading.Lock()
_known: tuple[int, dict[str, ChannelRef]] | None = None


def channels() -> dict[str, ChannelRef]:
    """All channels by code, in their order."""
    global _known
    number = revision.current(TOPIC)
    known = _known
    if known is None or known[0] != number:
        with _lock:
            rows = (ChannelRef(**{**row, "kinds": tuple(row["kinds"])}) for row in Channel.objects.values(*_FIELDS))
            known = _known = (number, {row.code: row for row in rows})
    return known[1]


def channel(code: str) -> ChannelRef | None:
    return channels().get(code)


def listed() -> list[dict[str, str]]:
    """The channels for the vocabulary of the pages; closed ones too, old cases have them."""
    return [{"code": row.code, "name": row.name, "kind": row.kind} for row in channels().values()]


def forget() -> None:
    """Read the channels again at the next question (tests)."""
    global _known
    _known = None
