"""Who wants to know that somebody opened a case, and records of looks that other rooms keep for the read audit.

Rooms register both in AppConfig.ready; the audit of reads (operations) shows what is kept without knowing the rooms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chengyun.org.access import Actor

Opened = Callable[[Actor, str], None]
"""(who, number of the case)."""

_opened: list[Opened] = []
_kept: dict[str, Kept] = {}


@dataclass(frozen=True)
class Kept:
    """Records of a kind. `sql` has the columns of the read audit and the alias l: at, source, id, kind, account_id,
    for_id, reason, number, words, clear, rows, complete; {source} and {where} are filled in. `clear`:
    something was shown unmasked."""

    kind: str
    name: str
    sql: str
    clear: bool = False


def register(opened: Opened) -> None:
    if opened not in _opened:
        _opened.append(opened)


def tell(actor: Actor, number: str) -> None:
    for opened in _opened:
        opened(actor, number)


def keep(kept: Kept) -> None:
    _kept[kept.kind] = kept


def kept() -> list[Kept]:
    return [_kept[kind] for kind in sorted(_kept)]
