"""Numbers that were typed into free text, masked for whoever may not see requesters.

What is sealed in the vault is masked anyway; but a call-taker also writes "call back on 138…" into the request, a unit
into its reply. A person with `case.unmask` reads it as it is written; everybody else sees 138****0000.
"""

from __future__ import annotations

from typing import Any

from chengyun.kernel import masks
from chengyun.org.access import Actor

# Not written by people: numbers of cases, checksums, ids of other systems.
_KEPT = frozenset({"number", "hash", "external_id", "joined_to", "split_from", "code", "kind", "state", "sha256"})


def for_reader(value: Any, actor: Actor) -> Any:
    """An answer about a case as this person may read it."""
    return value if actor.can("case.unmask") else _masked(value)


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return masks.mask_text(value) if len(value) >= 11 else value
    if isinstance(value, dict):
        return {key: part if key in _KEPT else _masked(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(part) for part in value]
    return value
