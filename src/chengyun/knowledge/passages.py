"""An article cut into passages, and the one that answers a question. Pure.

The text is plain with light marks: "# heading", "- item", "1. item", an empty line between paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

LONGEST, WANTED = 260, 160
_HEADING = re.compile(r"#{1,4}\s*(.+)")
_SENTENCE = re.compile(r"(?<=[。！？；;!?\n])")


class Passage(NamedTuple):
    heading: str
    text: str


class Group(NamedTuple):
    """A word of the question with what means the same; `weight`: how much it tells, a rare word more."""

    words: tuple[str, ...]
    weight: float = 1.0


class Best(NamedTuple):
    """`parts`: the passage as (text, whether it is a word of the question); `share`: how much of that it has."""

    heading: str
    parts: tuple[tuple[str, bool], ...]
    share: float


def cut(text: str) -> list[Passage]:
    """Paragraphs below one heading together while they are short; a long one is cut after a sentence."""
    made: list[Passage] = []
    heading, held = "", ""
    for line in [*text.replace("\r", "").split("\n"), "# "]:
        found = _HEADING.match(line.strip())
        if found or line.startswith("# "):
            made += _filled(heading, held)
            heading, held = (found[1].strip() if found else ""), ""
        elif line.strip():
            if len(held) + len(line) > LONGEST and held:
                made += _filled(heading, held)
                held = ""
            held = f"{held}\n{line.strip()}" if held else line.strip()
        elif len(held) >= WANTED:
            made += _filled(heading, held)
            held = ""
    return made


def _filled(heading: str, text: str) -> list[Passage]:
    found: list[Passage] = []
    held = ""
    for sentence in _SENTENCE.split(text):
        while len(sentence) > LONGEST:
            sentence, rest = sentence[:LONGEST], sentence[LONGEST:]
            found.append(Passage(heading, held + sentence)) if held else found.append(Passage(heading, sentence))
            held, sentence = "", rest
        if held and len(held) + len(sentence) > LONGEST:
            found.append(Passage(heading, held.strip()))
            held = ""
        held += sentence
    if held.strip():
        found.append(Passage(heading, held.strip()))
    return found


def best(text: str, groups: Sequence[Group]) -> Best:
    """The passage that has most of the question, the first of equals; the beginning when none has anything."""
    passages = cut(text)
    if not passages:
        return Best("", (), 0.0)
    whole = sum(group.weight for group in groups) or 1.0
    found, score, held = passages[0], 0.0, 0.0
    for passage in passages:
        plain, heading = passage.text.lower(), passage.heading.lower()
        has = sum(group.weight for group in groups if any(word in plain for word in group.words))
        above = sum(group.weight for group in groups if heading and any(word in heading for word in group.words))
        if has + above * 0.6 > score + 1e-9:
            found, score, held = passage, has + above * 0.6, has
    return Best(found.heading, marked(found.text, (word for group in groups for word in group.words)), held / whole)


def marked(text: str, words: Iterable[str]) -> tuple[tuple[str, bool], ...]:
    """The text in parts, those that are one of the words marked."""
    wanted = sorted({word for word in words if word}, key=len, reverse=True)
    plain = text.lower()
    if not wanted or len(plain) != len(text):
        return ((text, False),) if text else ()
    parts: list[tuple[str, bool]] = []
    at = 0
    for found in re.finditer("|".join(map(re.escape, wanted)), plain):
        if found.start() > at:
            parts.append((text[at : found.start()], False))
        parts.append((text[found.start() : found.end()], True))
        at = found.end()
    if at < len(text):
        parts.append((text[at:], False))
    return tuple(parts)


def plain(text: str) -> str:
    """The words without marks of headings and lists."""
    return re.sub(r"(?m)^\s*(#{1,4}\s*|[-*]\s+)", "", text).strip()
