"""The doors of this district as the rest of the house sees them: declaration, changes and connection together.

One snapshot per process, renewed when the revision moves."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from chengyun.kernel import revision, vault

from .. import queries
from ..models import DoorConnection
from ..queries import ChannelRef
from . import reading
from .reading import Door, DoorError

TOPIC = "doors"
FOLDERS = Path(__file__).parent
SECRETS: dict[str, tuple[str, str]] = {
    "key": ("签名密钥（HMAC）或本平台 SM2 私钥", "Secret of HMAC, or our SM2 private key"),
    "their_key": ("对方的 SM2 公钥", "Their SM2 public key"),
    "token": ("访问令牌", "Access token"),
    "password": ("密码", "Password"),
    "ssh_key": ("SSH 私钥", "SSH private key"),
}
"""The secrets of a connection; kept sealed, never shown again."""
WAYS = frozenset({"column", "template", "constant"})


def _context(channel_id: int) -> str:
    return f"door {channel_id}"


def seal_secrets(channel_id: int, secrets: Mapping[str, str]) -> bytes | None:
    given = {name: text for name, text in secrets.items() if name in SECRETS and text}
    return vault.seal(given, _context(channel_id)) if given else None


def open_secrets(channel_id: int, sealed: bytes | memoryview | None) -> dict[str, str]:
    return vault.open_(bytes(sealed), _context(channel_id)) if sealed else {}


@dataclass(frozen=True, slots=True)
class Connection:
    """A door with how it is connected. `configured`: somebody chose a way in or out."""

    id: int
    channel: ChannelRef
    door: Door
    transport_in: str
    transport_out: str
    into: Mapping[str, Any]
    out: Mapping[str, Any]
    scheme: str
    enabled: bool
    sealed: bytes | None = field(repr=False)

    @property
    def configured(self) -> bool:
        return bool(self.transport_in or self.transport_out)

    def secrets(self) -> dict[str, str]:
        """All secrets, opened."""
        return open_secrets(self.channel.id, self.sealed)

    def secret(self, name: str = "key") -> str:
        return self.secrets().get(name, "")


def codes() -> list[str]:
    """The doors that have a folder."""
    return sorted(path.parent.name for path in FOLDERS.glob("*/door.toml"))


@lru_cache(maxsize=64)
def declared(code: str) -> Door | None:
    """The declaration as it is written, without changes; None when the channel has no folder. DoorError."""
    path = FOLDERS / code / "door.toml"
    return reading.read_file(path) if code.isidentifier() and path.is_file() else None


def changed(code: str, changes: Mapping[str, Any]) -> Door | None:
    """The declaration with a district's changes. DoorError."""
    if not changes:
        return declared(code)
    path = FOLDERS / code / "door.toml"
    return reading.read_file(path, changes) if code.isidentifier() and path.is_file() else None


def both(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of the page over those of the profile, part by part. A field that the page takes from elsewhere is not
    taken from where the profile says."""
    merged = _over(first, second)
    fields, old, new = (part.get("fields") for part in (merged, first, second))
    if isinstance(old, Mapping) and isinstance(new, Mapping) and isinstance(fields, dict):
        for name, one in new.items():
            if isinstance(one, Mapping) and isinstance(old.get(name), Mapping) and WAYS & set(one):
                fields[name] = {key: value for key, value in fields[name].items() if key not in WAYS or key in one}
    return merged


def _over(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(first)
    for name, value in second.items():
        old = merged.get(name)
        merged[name] = _over(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return merged


_lock = threading.Lock()
_known: tuple[int, int, dict[str, Connection]] | None = None


def connection(code: str) -> Connection | None:
    """The connection of a channel; None when nobody has set one up, or the door has no declaration."""
    return connections().get(code)


def connections() -> dict[str, Connection]:
    """All connections by channel code."""
    global _known
    mine, channels = revision.current(TOPIC), revision.current(queries.TOPIC)
    known = _known
    if known is None or known[:2] != (mine, channels):
        with _lock:
            known = _known = (mine, channels, _read())
    return known[2]


def _read() -> dict[str, Connection]:
    by_id = {row.id: row for row in queries.channels().values()}
    found: dict[str, Connection] = {}
    for row in DoorConnection.objects.order_by("channel_id"):
        channel = by_id.get(row.channel_id)
        if channel is None:
            continue
        try:
            door = changed(channel.code, both(row.profile_changes, row.changes))
        except DoorError:
            door = declared(channel.code)  # changes that no longer fit a new version: the page says so
        if door is not None:
            sealed = bytes(row.sealed) if row.sealed else None
            found[channel.code] = Connection(
                row.pk, channel, door, row.transport_in, row.transport_out, row.settings_in, row.settings_out,
                row.scheme, row.enabled, sealed,
            )  # fmt: skip
    return found


def forget() -> None:
    """Read the connections again at the next question (tests)."""
    global _known
    _known = None
