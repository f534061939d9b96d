"""One search box over all rooms: each room registers what it can find from its AppConfig.ready().

A source says who may use it and gives the best few hits within what that person may see. Articles and other rooms
join by `register(Source(…))`; nothing here knows of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from chengyun.kernel.problems import Problem
from chengyun.kernel.tokens import normalise

from .access import Actor

MOST = 20
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody typed: as typed without blanks around it, and in the one spelling that names are compared in."""

    text: str
    limit: int
    language: str = "zh"
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `kind` and `key` say what to open; `more` is what only this kind has (a row of the list)."""

    kind: str
    key: str
    title: str
    detail: str = ""
    more: Any = None


@dataclass(slots=True)
class Found:
    """`partial`: the search was bounded; older or further ones may fit too."""

    hits: list[Hit] = field(default_factory=list)
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """`needs`: any one of these permissions. `order`: where its group stands. `personal`: what is typed is a name or a
    number of a resident, which must not be in an address that proxies and browsers write down (POST only)."""

    code: str
    name: str
    name_en: str
    order: int
    needs: tuple[str, ...]
    find: Callable[[Actor, Asked], Found]
    personal: bool = False


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Add a source. The same one twice is fine, another one under a taken code is a ValueError."""
    known = _sources.setdefault(source.code, source)
    if known != source:
        raise ValueError(f"search source {source.code!r} is registered twice")


def sources_for(actor: Actor, personal: bool = True) -> list[Source]:
    """What this person may search, in the order of the groups."""
    held = [s for s in _sources.values() if any(map(actor.can, s.needs)) and (personal or not s.personal)]
    return sorted(held, key=lambda source: (source.order, source.code))


def search(actor: Actor, words: str, limit: int, language: str = "zh", personal: bool = True) -> dict[str, Any]:
    """{q, groups: [{code, name, partial, hits}]}, groups without a hit left out. Problem 403 when there is nothing
    that this person may search."""
    sources = sources_for(actor, personal)
    if not sources:
        raise Problem(403, "forbidden", "没有权限", "您没有可以搜索的内容，请联系管理员。")
    text = words.strip()[:LONGEST]
    asked = Asked(text, max(1, min(limit, MOST)), language, normalise(text).strip())
    groups = []
    if asked.plain:
        for source in sources:
            found = source.find(actor, asked)
            if found.hits or found.partial:
                groups.append(_told(source, found, language))
    return {"q": text, "groups": groups}


def _told(source: Source, found: Found, language: str) -> dict[str, Any]:
    return {
        "code": source.code, "name": source.name if language == "zh" else source.name_en, "partial": found.partial,
        "hits": [
            {"kind": hit.kind, "key": hit.key, "title": hit.title, "detail": hit.detail, "more": hit.more}
            for hit in found.hits
        ],
    }  # fmt: skip


# --- names that are kept in memory -------------------------------------------------------------------------------
def rank(plain: str, name: str, sounds: str = "", others: Sequence[str] = ()) -> int | None:
    """How well a name fits what was typed, 0 best; None when it does not. `sounds` is tokens.pinyin_search of it."""
    name = name.lower()
    if name.startswith(plain):
        return 0
    if plain in name:
        return 1
    typed = plain.replace(" ", "")
    if any(part.startswith(typed) for part in sounds.split()):
        return 2
    if any(typed in part.lower() for part in others if part):
        return 3
    within = len(typed) > 2 and typed.isascii() and typed.isalpha()
    return 4 if within and any(typed in part for part in sounds.split()) else None
