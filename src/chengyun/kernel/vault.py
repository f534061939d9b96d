"""The vault for personal data: sealed records, blind indexes for look-up, masked forms for showing.

A record is sealed with a fresh data key (SM4-GCM); the data key is wrapped by the current master key of the
key ring. Changing the master key therefore re-wraps 16 bytes per record and never touches the record. A blind
index is HMAC-SM3 under its own key, cut to 16 bytes: equal values are found, nothing else is learnt.

    1 byte format | 2 bytes master key number | 44 bytes wrapped data key | nonce, cipher text and tag of the
    record
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from django.apps import apps
from django.db import connection, transaction

from . import config
from .keyring import KeyRing, VaultError, new_ring, read_ring, write_ring
from .masks import (
    mask_address,
    mask_id,
    mask_name,
    mask_phone,
    mask_text,
    normalise_id,
    normalise_name,
    normalise_phone,
    phone_kind,
)
from .sm import KEY_LENGTH, NONCE_LENGTH, TAG_LENGTH, Tampered, sm3_hmac, sm4_gcm_open, sm4_gcm_seal

__all__ = [
    "Tampered", "VaultError", "blind_index", "ensure_key_ring", "key_ring", "key_ring_path", "mask_address",
    "mask_id", "mask_name",
    "mask_phone", "mask_text", "normalise_id", "normalise_name", "normalise_phone", "open_", "phone_kind",
    "register_sealed", "rewrap", "rewrap_all", "rotate", "seal", "sealed_counts",
]  # fmt: skip

INDEX_LENGTH = 16
_FORMAT = 1
_HEAD = struct.Struct(">BH")
_WRAPPED = NONCE_LENGTH + KEY_LENGTH + TAG_LENGTH
_NORMALISE: dict[str, Callable[[str], str]] = {
    "phone": normalise_phone,
    "id_number": normalise_id,
    "name": normalise_name,
}


@dataclass(frozen=True)
class _Loaded:
    path: Path
    stamp: tuple[int, int]
    ring: KeyRing


_loaded: _Loaded | None = None
_sealed_columns: list[tuple[str, str]] = []


# --- records ---------------------------------------------------------------------------------------------------------
def seal(fields: Mapping[str, str], context: str = "") -> bytes:
    """Seal the named texts of one record. `context` (e.g. a case number) must be given again to open it."""
    ring = _ring()
    key = os.urandom(KEY_LENGTH)
    head = _HEAD.pack(_FORMAT, ring.current)
    body = sm4_gcm_seal(key, orjson.dumps(dict(fields)), context.encode())
    return head + sm4_gcm_seal(ring.keys[ring.current], key, head) + body


def open_(blob: bytes, context: str = "") -> dict[str, str]:
    """The texts of a sealed record. Tampered when it was changed or belongs elsewhere, VaultError without its
    key."""
    blob = bytes(blob)
    data_key, body = _unwrap(blob)
    fields: dict[str, str] = orjson.loads(sm4_gcm_open(data_key, body, context.encode()))
    return fields


def blind_index(kind: str, value: str) -> bytes:
    """16 bytes that are equal for equal values of a kind ("phone", "id_number", "name"), however they were
    typed.

    ValueError for an unknown kind or a value with nothing to look up in it.
    """
    if kind not in _NORMALISE:
        raise ValueError(f"unknown kind of blind index {kind!r}")
    plain = _NORMALISE[kind](value)
    if not plain:
        raise ValueError(f"an empty {kind} cannot be indexed")
    return sm3_hmac(_ring().index_key, f"{kind}\0{plain}".encode())[:INDEX_LENGTH]


def rewrap(blob: bytes) -> bytes:
    """The same sealed record under the current master key (unchanged when it already is)."""
    blob = bytes(blob)
    ring = _ring()
    if _HEAD.unpack_from(blob)[1] == ring.current:
        return blob
    data_key, body = _unwrap(blob)
    head = _HEAD.pack(_FORMAT, ring.current)
    return head + sm4_gcm_seal(ring.keys[ring.current], data_key, head) + body


def _unwrap(blob: bytes) -> tuple[bytes, bytes]:
    start = _HEAD.size + _WRAPPED
    if len(blob) < start or blob[0] != _FORMAT:
        raise Tampered("this is not a sealed record of a known format")
    number = _HEAD.unpack_from(blob)[1]
    ring = _ring()
    if number not in ring.keys:
        raise VaultError(
            f"A record is sealed with master key {number}, which {key_ring_path()} does not contain. "
            "Restore the key ring from a backup made after the last rotation."
        )
    head = blob[: _HEAD.size]
    return sm4_gcm_open(ring.keys[number], blob[_HEAD.size : start], head), blob[start:]


# --- the key ring in use ---------------------------------------------------------------------------------------------
def ensure_key_ring() -> str:
    """Fingerprint of the key ring; it is made when this database has never used one. VaultError otherwise."""
    return _ring().fingerprint


def key_ring() -> KeyRing:
    """The key ring in use. VaultError as for every other use of the vault."""
    return _ring()


def key_ring_path() -> Path:
    return _in_home(config.current().home)


@lru_cache(maxsize=8)
def _in_home(home: str | Path) -> Path:
    return Path(home) / "keys" / "vault.json"


def rotate() -> int:
    """Add a master key and seal with it from now on (all processes, at once); its number. Then call
    rewrap_all."""
    ring = _ring().rotated()
    write_ring(key_ring_path(), ring, replace_existing=True)
    return ring.current


def _ring() -> KeyRing:
    """The ring as the file has it now: looked at every time (2 µs), read again when it changed."""
    global _loaded
    path = key_ring_path()
    loaded = _loaded
    try:
        status = os.stat(path)
    except FileNotFoundError:
        _create(path)
        status = os.stat(path)
    stamp = (status.st_mtime_ns, status.st_ino)
    if loaded is None or loaded.path != path or loaded.stamp != stamp:
        ring = read_ring(path)
        _check_database(path, ring)
        _loaded = loaded = _Loaded(path, stamp, ring)
    return loaded.ring


def _create(path: Path) -> None:
    marks = _marks()
    if path.exists():
        return  # made between our look at the file and our look at the marks: a mark is written after its file
    if marks:
        raise VaultError(
            f"The key ring {path} is missing, but this database holds data sealed with {', '.join(marks)}. "
            "Restore the file from the backup (or copy it from another server of this installation). "
            "Without it personal data cannot be read; no new key ring is made."
        )
    try:
        write_ring(path, new_ring(), replace_existing=False)
    except FileExistsError:
        return  # another process was first: its ring counts


def _check_database(path: Path, ring: KeyRing) -> None:
    """Refuse a ring that is not this database's: its indexes would never match and its records never open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_keymark (fingerprint, created_at) SELECT %s, now()"
            " WHERE NOT EXISTS (SELECT FROM kernel_keymark) ON CONFLICT DO NOTHING",
            [ring.fingerprint],
        )
    marks = _marks()
    if ring.fingerprint not in marks:
        raise VaultError(
            f"{path} is key ring {ring.fingerprint}, but this database was made with {', '.join(marks)}. "
            "Check CHENGYUN_HOME and DATABASE_URL, or restore the right key ring."
        )


def _marks() -> list[str]:
    from .models import KeyMark

    return sorted(KeyMark.objects.values_list("fingerprint", flat=True))


# --- all sealed records of the platform ------------------------------------------------------------------------------
def register_sealed(model: str, field: str) -> None:
    """Say that a model ("cases.Requester") keeps sealed records in a binary field (called from
    AppConfig.ready)."""
    if (model, field) not in _sealed_columns:
        _sealed_columns.append((model, field))


def sealed_counts() -> dict[tuple[str, str], dict[int, int]]:
    """Per registered column: how many records each master key number seals."""
    counts: dict[tuple[str, str], dict[int, int]] = {}
    for model, field in _sealed_columns:
        table, column, _ = _names(model, field)
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT get_byte({column}, 1) * 256 + get_byte({column}, 2), count(*) FROM {table}"
                f" WHERE length({column}) > 2 GROUP BY 1 ORDER BY 1"
            )
            counts[model, field] = dict(cursor.fetchall())
    return counts


def rewrap_all(batch: int = 1000) -> Iterator[tuple[str, int]]:
    """Re-wrap every record that is not under the current master key, batch by batch: (model, records so far).

    Each batch is one short transaction; stopping in between loses nothing and the next run goes on.
    """
    for model, field in _sealed_columns:
        table, column, key = _names(model, field)
        done, last = 0, None
        while True:
            with transaction.atomic(), connection.cursor() as cursor:
                after = f"AND {key} > %s" if last is not None else ""
                cursor.execute(
                    f"SELECT {key}, {column} FROM {table} WHERE length({column}) > 2"
                    f" AND get_byte({column}, 1) * 256 + get_byte({column}, 2) <> %s {after}"
                    f" ORDER BY {key} LIMIT %s FOR UPDATE",
                    [_ring().current, *([last] if last is not None else []), batch],
                )
                rows = cursor.fetchall()
                cursor.executemany(
                    f"UPDATE {table} SET {column} = %s WHERE {key} = %s",
                    [(rewrap(blob), pk) for pk, blob in rows],
                )
            if not rows:
                break
            done, last = done + len(rows), rows[-1][0]
            yield model, done


def _names(model: str, field: str) -> tuple[str, str, str]:
    meta = apps.get_model(model)._meta
    quote = connection.ops.quote_name
    pk: Any = meta.pk
    sealed: Any = meta.get_field(field)
    return quote(meta.db_table), quote(sealed.column), quote(pk.column)
