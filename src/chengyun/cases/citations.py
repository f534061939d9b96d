"""What an answer rests on: opaque references to something a room above keeps (articles of the knowledge base).

The room registers in AppConfig.ready how a reference is checked and told; actions record what it gives. Without such a
room nothing can be cited, and nothing else changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

MOST = 10
Checked = Callable[[Actor, Sequence[str]], list[dict[str, Any]]]
"""(who, references) → what the event keeps of each: plain JSON with "ref" and "title". Problem 422 when unknown."""

_library: Checked | None = None


def register(library: Checked) -> None:
    global _library
    _library = library


def checked(actor: Actor, refs: Sequence[str]) -> list[dict[str, Any]]:
    """Problem 422 when one cannot be cited by this person."""
    if not refs:
        return []
    if _library is None:
        raise _refused("这里没有知识库，不能引用。")
    if len(refs) > MOST:
        raise _refused(f"一次最多引用 {MOST} 条知识。")
    return _library(actor, refs)


def _refused(text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": "citations", "message": text}])
