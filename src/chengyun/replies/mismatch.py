"""Whether a reply answers this request and not another one. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import cues

if TYPE_CHECKING:
    from .rules import Asked, Hint

LEAST_SUBJECT = 4
_HANZI = re.compile(r"[\u4e00-\u9fff]{2,}")
_PERSON = re.compile(r"([\u4e00-\u9fff*]{1,3})(先生|女士)")


def look(text: str, asked: Asked) -> list[Hint]:
    from .rules import Hint

    found: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    found += _place(text, asked)
    found += _numbers(text, asked)
    found += _questions(text, asked)
    found += _subject(text, asked)
    found += _person(text, asked)
    return [Hint(code, tuple(spans), values) for code, spans, values in found]


Found = list[tuple[str, tuple[Any, ...], dict[str, Any]]]


def places_in(text: str) -> dict[str, list[tuple[str, tuple[int, int]]]]:
    """Named places by kind: (name, where)."""
    named: dict[str, list[tuple[str, tuple[int, int]]]] = {}
    for kind, pattern in cues.PLACES.items():
        for found in pattern.finditer(text):
            name = found[1] + found[2]
            if cues.NOT_IN_NAME.search(found[1]) or name in cues.NO_PLACE or name[-2:] in cues.NO_PLACE:
                continue
            named.setdefault(kind, []).append((name, (found.start(1), found.end(2))))
    return named


def _same(name: str, text: str) -> bool:
    """Whether a text names this place: by its last four characters, or by its beginning (和平路 as 和平)."""
    return name[-4:] in text or name[:2] in text


def _place(text: str, asked: Asked) -> Found:
    about = asked.whole
    wanted = places_in(f"{asked.title}\n{asked.address}")
    if not wanted:
        return []
    first = next(iter(wanted.values()))[0][0]
    if any(_same(name, text) for names in places_in(about).values() for name, _ in names):
        return []
    given = places_in(text)
    for kind, names in wanted.items():
        others = [(name, span) for name, span in given.get(kind, []) if not _same(name, about)]
        if others and len(others) == len(given[kind]):
            spans = tuple(span for _, span in others[:3])
            return [("other_place", spans, {"other": others[0][0], "place": names[0][0]})]
    return [] if _POINTED.search(text) else [("no_place", (), {"place": first})]


_POINTED = re.compile(
    r"该处|此处|上述|该地|现场|所述|所提|您反映的|您所|该(?:路段|小区|店|工地|市场|学校|公园|路|街|楼盘|项目)"
)


def _numbers(text: str, asked: Asked) -> Found:
    for pattern in (cues.LINE_NUMBER, cues.HOUSE_NUMBER):
        wanted = {found[1]: found[0] for found in pattern.finditer(asked.whole)}
        given = list(pattern.finditer(text))
        if wanted and given and not any(found[1] in wanted for found in given):
            spans = tuple((found.start(), found.end()) for found in given[:3])
            return [("other_number", spans, {"other": given[0][0], "place": next(iter(wanted.values()))})]
    return []


def _questions(text: str, asked: Asked) -> Found:
    found: Found = []
    if cues.ASKS_WHEN.search(asked.title + asked.text) and not (cues.WHEN.search(text) or cues.BY_WHEN.search(text)):
        found.append(("when_asked", (), {}))
    if cues.ASKS_HOW_MUCH.search(asked.title + asked.text) and not cues.FIGURE.search(text):
        found.append(("number_asked", (), {}))
    return found


def subject_pairs(asked: Asked) -> list[str]:
    """Pairs of characters of title and category that tell what it is about."""
    words = f"{asked.title}\n{asked.category}"
    pairs: dict[str, None] = {}
    for run in _HANZI.findall(words):
        for at in range(len(run) - 1):
            pair = run[at : at + 2]
            if pair not in cues.SUBJECT_STOPS:
                pairs[pair] = None
    return list(pairs)


def _subject(text: str, asked: Asked) -> Found:
    pairs = subject_pairs(asked)
    if len(pairs) < LEAST_SUBJECT or any(pair in text for pair in pairs):
        return []
    return [("off_subject", (), {"subject": asked.title[:40] or asked.category})]


def _person(text: str, asked: Asked) -> Found:
    if not asked.surname or not "\u4e00" <= asked.surname <= "\u9fff":
        return []
    head = text[:60]
    for found in _PERSON.finditer(head):
        followed = re.match(r"\s*[：:，,！!]|\s*您", head[found.end() :])
        if followed and asked.surname not in found[1]:
            name = found[1].removeprefix("尊敬的").removeprefix("敬的").removeprefix("的") + found[2]
            return [("other_person", (found.span(),), {"other": name, "place": asked.surname})]
    return []
