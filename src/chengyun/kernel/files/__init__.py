"""Files from outside: what they really are, where they are kept, and what of them may be seen by whom.

`inspect` and the scanner need no Django. The services write rows, so they are loaded when first asked for:
save_upload, open_original, open_public, open_thumb, picture_for_paper, scan_pending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .scanner import Scanner, Verdict
from .sniff import FileKind, RefusedFile, inspect

if TYPE_CHECKING:
    from .services import open_original, open_public, open_thumb, picture_for_paper, save_upload, scan_pending

__all__ = [
    "FileKind",
    "RefusedFile",
    "Scanner",
    "Verdict",
    "inspect",
    "open_original",
    "open_public",
    "open_thumb",
    "picture_for_paper",
    "save_upload",
    "scan_pending",
]


def __getattr__(name: str) -> Any:
    if name in ("save_upload", "open_original", "open_public", "open_thumb", "picture_for_paper", "scan_pending"):
        from . import services

        return getattr(services, name)
    raise AttributeError(name)
