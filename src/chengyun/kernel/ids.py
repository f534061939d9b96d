"""Identifiers made by this side: ordered by time where they become keys, unguessable where they open
doors."""

from __future__ import annotations

import os
import secrets
import time
import uuid


def new_id() -> uuid.UUID:
    """UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that indexes grow at one
    end."""
    value = int.from_bytes((time.time_ns() // 1_000_000).to_bytes(6, "big") + os.urandom(10), "big")
    value = value & ~(0xF000 << 64) | (0x7000 << 64)
    value = value & ~(0xC000 << 48) | (0x8000 << 48)
    return uuid.UUID(int=value)


def new_token(prefix: str = "") -> str:
    """A secret of 256 bits as URL-safe text. A prefix makes leaked tokens recognisable ("cyt_…")."""
    return prefix + secrets.token_urlsafe(32)
