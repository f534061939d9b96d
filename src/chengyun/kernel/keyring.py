"""The key ring of the vault: one JSON file in CHENGYUN_HOME/keys, mode 0600, written as a whole or not at
all.

Master keys wrap the data keys of sealed records: the newest seals, all of them open. The index key makes
blind indexes and never changes (a new one would make every look-up miss). Without this file sealed data
cannot be read by anybody: it belongs into the backup, apart from the database.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from .sm import KEY_LENGTH, sm3

FORMAT = 1
INDEX_KEY_LENGTH = 32


class VaultError(Exception):
    """The vault cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class KeyRing:
    """keys: master keys by number; created: their dates; current: number of the one that seals."""

    keys: dict[int, bytes]
    created: dict[int, str]
    current: int
    index_key: bytes

    @property
    def fingerprint(self) -> str:
        """Tells this ring from another without saying anything about its keys; the same after a rotation."""
        return sm3(b"chengyun key ring" + self.index_key)[:8].hex()

    def rotated(self) -> KeyRing:
        """This ring with one more master key, which is now the current one."""
        number = max(self.keys) + 1
        return replace(
            self,
            keys={**self.keys, number: secrets.token_bytes(KEY_LENGTH)},
            created={**self.created, number: _now()},
            current=number,
        )


def new_ring() -> KeyRing:
    return KeyRing({1: secrets.token_bytes(KEY_LENGTH)}, {1: _now()}, 1, secrets.token_bytes(INDEX_KEY_LENGTH))


def read_ring(path: Path) -> KeyRing:
    """The ring in a file. FileNotFoundError when there is none, VaultError when it is damaged."""
    text = path.read_text(encoding="utf-8")
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise VaultError(f"{path} has format {data['format']}; this version reads format {FORMAT}.")
        keys = {int(number): base64.b64decode(row["key"]) for number, row in data["keys"].items()}
        created = {int(number): row["created"] for number, row in data["keys"].items()}
        ring = KeyRing(keys, created, int(data["current"]), base64.b64decode(data["index_key"]))
        if ring.current not in keys or len(ring.index_key) != INDEX_KEY_LENGTH:
            raise ValueError("incomplete")
        if any(len(key) != KEY_LENGTH for key in keys.values()):
            raise ValueError("a key has the wrong length")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise VaultError(f"{path} is damaged ({error}). Restore it from the backup; do not delete it.") from error
    return ring


def write_ring(path: Path, ring: KeyRing, *, replace_existing: bool) -> None:
    """Write the file durably with mode 0600. FileExistsError when it is there and must not be replaced."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    data = {
        "format": FORMAT,
        "current": ring.current,
        "keys": {
            str(number): {"key": base64.b64encode(key).decode(), "created": ring.created[number]}
            for number, key in ring.keys.items()
        },
        "index_key": base64.b64encode(ring.index_key).decode(),
    }
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(data, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        if replace_existing:
            os.replace(draft, path)
        else:
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
