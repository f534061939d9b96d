"""Which backups `chengyun db backup` made: a line for each beside the data, so that the system page can say so."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

NAME = "backups.jsonl"
KEPT = 400


@dataclass(frozen=True)
class Backup:
    at: datetime
    path: str
    size: int

    @property
    def there(self) -> bool:
        """Whether the file is still where it was written; moving it elsewhere is right, losing it is not."""
        return bool(self.path) and Path(self.path).exists()


def note(home: Path, file: Path) -> None:
    """Remember a backup that was made. A list that cannot be written spoils no backup."""
    line = {"at": datetime.now(UTC).isoformat(), "path": str(file.resolve()), "bytes": file.stat().st_size}
    with contextlib.suppress(OSError):
        path = home / NAME
        lines = path.read_text(encoding="utf-8").splitlines()[-KEPT:] if path.exists() else []
        path.write_text("\n".join([*lines, json.dumps(line, ensure_ascii=False)]) + "\n", encoding="utf-8")


def latest(home: Path) -> Backup | None:
    path = home / NAME
    if not path.exists():
        return None
    for text in reversed(path.read_text(encoding="utf-8").splitlines()):
        try:
            row = json.loads(text)
            return Backup(datetime.fromisoformat(row["at"]), str(row["path"]), int(row["bytes"]))
        except (ValueError, KeyError, TypeError):
            continue
    return None
