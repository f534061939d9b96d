"""Where the bytes of files are: CHENGYUN_HOME/files/ab/cd/<sha256>, each file written once and never
changed."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import IO

from .. import config

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1024 * 1024


class TooLarge(ValueError):
    """More bytes came than `limit`."""


class Draft:
    """A file on its way into the store: `path` can be read, `keep` makes it permanent, else it disappears."""

    def __init__(self, path: Path):
        self.path = path
        self.size = 0
        self.sha256 = ""

    def fill(self, source: IO[bytes], limit: int | None = None) -> None:
        """Copy a stream; TooLarge as soon as it gives more than `limit` bytes."""
        digest = hashlib.sha256()
        with self.path.open("wb") as target:
            while chunk := source.read(_CHUNK):
                self.size += len(chunk)
                if limit is not None and self.size > limit:
                    raise TooLarge(f"more than {limit} bytes")
                digest.update(chunk)
                target.write(chunk)
        self.sha256 = digest.hexdigest()

    def seal(self) -> None:
        """Take what was written to `path` directly as the content."""
        with self.path.open("rb") as file:
            self.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            self.size = file.tell()

    def keep(self) -> str:
        """Put it in its place, durably; its SHA-256. The same bytes are stored once."""
        target = path_of(self.sha256)
        if target.exists() and target.stat().st_size == self.size:
            self.path.unlink()
            return self.sha256
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.path.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(self.path, target)
        for directory in (target.parent, target.parent.parent, root()):
            _sync(directory)
        return self.sha256


def root() -> Path:
    return Path(config.current().home) / "files"


def path_of(sha256: str) -> Path:
    """The place of a content; ValueError for anything that is not a SHA-256 in hexadecimal."""
    if not _SHA256.fullmatch(sha256):
        raise ValueError("not a SHA-256")
    return root() / sha256[:2] / sha256[2:4] / sha256


@contextmanager
def draft() -> Iterator[Draft]:
    """A new draft; what was not kept is removed at the end."""
    folder = root() / "incoming"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / secrets.token_hex(16)
    path.touch(mode=0o600)
    try:
        yield Draft(path)
    finally:
        with suppress(FileNotFoundError):
            path.unlink()


def sweep(older_than: timedelta = timedelta(days=1)) -> int:
    """Remove drafts that a killed process left behind; how many."""
    oldest = time.time() - older_than.total_seconds()
    removed = 0
    for path in (root() / "incoming").glob("*"):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < oldest:
                path.unlink()
                removed += 1
    return removed


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
