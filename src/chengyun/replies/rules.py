"""The check of a reply before review: four elements, manners, empty phrases, whether it answers the request. Pure.

The four elements follow the review of replies told in domain.md B4 (F42): when and with whom was spoken, what was
done, what is the result or what follows and by when. Hints never hinder sending; they name the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import cues, mismatch
from .wording import HINTS

VERSION = 1
SHORT = 40
LITTLE = 12
MOST_PASSAGES = 5
LONGEST = 5000
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, and what the platform knows about the contact. `surname` as the mask shows it."""

    title: str = ""
    text: str = ""
    address: str = ""
    category: str = ""
    unit: str = ""
    surname: str = ""
    contact_asked: bool = True
    contacted: str = ""
    record_known: bool = False
    same_as: int = 0

    @property
    def whole(self) -> str:
        return f"{self.title}\n{self.text}\n{self.address}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the list; `…` in it stands for a few characters. `kind`: empty or rude."""

    text: str
    advice: str = ""
    kind: str = "empty"


@dataclass(frozen=True, slots=True)
class Hint:
    code: str
    passages: tuple[Span, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        return HINTS[self.code].severity


@dataclass(frozen=True, slots=True)
class Checked:
    """`elements`: where each of the four is told; an empty tuple when it is not."""

    elements: dict[str, tuple[Span, ...]]
    hints: tuple[Hint, ...]

    @property
    def codes(self) -> list[str]:
        return list(dict.fromkeys(hint.code for hint in self.hints))


def check(reply: str, asked: Asked, phrases: Iterable[Phrase] = ()) -> Checked:
    """Everything there is to say about a reply; nothing about an empty one."""
    text = reply[:LONGEST]
    if not text.strip():
        return Checked(dict.fromkeys(("when", "who", "done", "next"), ()), ())
    found, hints = _contact(text, asked)
    more, about = _work(text)
    found |= more
    empty = list(_listed(text, phrases))
    hints += about + empty
    hints += _nothing_left(text, empty, found)
    hints += _manners(text)
    hints += mismatch.look(text, asked)
    hints += _form(text, asked)
    told = {name: found[name] for name in ("when", "who", "done", "next")}
    return Checked(told, tuple(sorted(hints, key=lambda hint: (_ORDER[hint.severity], hint.code not in _FIRST))))


_FIRST = {"draft", "only_empty", "placeholder"}
_ORDER = {"missing": 0, "doubt": 1, "hint": 2}


# --- the four elements ------------------------------------------------------------------------------------------------
def _contact(text: str, asked: Asked) -> tuple[dict[str, tuple[Span, ...]], list[Hint]]:
    when: list[Span] = []
    who: list[Span] = []
    contacts: list[Span] = []
    for start, sentence in _pieces(cues.SENTENCE, text):
        spans = [span for span in _spans(cues.CONTACT, sentence, start) if not _invited(text, span)]
        if not spans:
            continue
        contacts += spans
        end = start + len(sentence)
        before = text.rfind("。", 0, start - 1) + 1 if start else 0
        near = (before, end) if start else (start, end)
        when += _spans(cues.WHEN, text[near[0] : near[1]], near[0])
        who += _spans(cues.WHO, sentence, start)
    hints: list[Hint] = []
    values = {"contact": asked.contacted or "【日期】"}
    if not contacts and asked.contact_asked:
        hints.append(Hint("no_contact", (), values))
    elif contacts and asked.contact_asked:
        if not when:
            hints.append(Hint("contact_when", tuple(contacts[:2]), values))
        if not who:
            hints.append(Hint("contact_who", tuple(contacts[:2])))
        if asked.record_known and not asked.contacted and not cues.UNREACHED.search(text):
            hints.append(Hint("contact_not_recorded", tuple(contacts[:2])))
    return {"when": _few(when), "who": _few(who)}, hints


def _invited(text: str, span: Span) -> bool:
    """ "如有疑问请致电我们" tells of no contact."""
    start = max(text.rfind(mark, 0, span[0]) for mark in "。！？；\n，,") + 1
    return bool(cues.INVITED.search(text[start : span[0] + 3]))


def _work(text: str) -> tuple[dict[str, tuple[Span, ...]], list[Hint]]:
    done: list[Span] = []
    result: list[Span] = []
    ahead: list[Span] = []
    timed = False
    for start, clause in _pieces(cues.CLAUSE, text):
        coming = cues.AHEAD.search(clause)
        if coming:
            ahead.append((start, start + len(clause)))
            around = _sentence_at(text, start)
            timed = timed or bool(cues.BY_WHEN.search(around) or cues.WHEN.search(around))
        else:
            done += _spans(cues.DONE, clause, start)
        result += _spans(cues.RESULT, clause, start)
    done += _spans(cues.GROUNDS, text, 0)
    hints: list[Hint] = []
    if not done:
        hints.append(Hint("no_action"))
    if not result and not (ahead and timed):
        hints.append(Hint("next_when", _few(ahead)) if ahead else Hint("no_result"))
    told = result or (ahead if timed else [])
    return {"done": _few(done), "next": _few(told)}, hints


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in "。！？；\n") + 1
    found = cues.SENTENCE.match(text, start)
    return found[0] if found else ""


# --- manners, set phrases, form ---------------------------------------------------------------------------------------
def _listed(text: str, phrases: Iterable[Phrase]) -> Iterable[Hint]:
    for phrase in phrases:
        spans = tuple(_spans(_pattern(phrase.text), text, 0))[:MOST_PASSAGES]
        if spans:
            yield Hint("rude" if phrase.kind == "rude" else "empty_phrase", spans, {"advice": phrase.advice})


def _pattern(phrase: str) -> re.Pattern[str]:
    parts = [r"\s*".join(map(re.escape, re.sub(r"\s", "", part))) for part in re.split(r"…+|\.{3}", phrase)]
    return re.compile(r"[^。！？；，,\n]{0,8}?".join(part for part in parts if part) or r"(?!)")


def _nothing_left(text: str, empty: Sequence[Hint], found: dict[str, tuple[Span, ...]]) -> list[Hint]:
    """Only set phrases and courtesy: fewer than LITTLE letters beside them and no work told."""
    gone = [span for hint in empty if hint.code == "empty_phrase" for span in hint.passages]
    if not gone:
        return []
    gone += _spans(cues.COURTESY, text, 0)
    kept = "".join(char for at, char in enumerate(text) if not any(start <= at < end for start, end in gone))
    outside = [span for span in found["done"] + found["next"] if not any(a <= span[0] < b for a, b in gone)]
    letters = len(re.sub(r"[\W_]", "", kept))
    nothing = letters < LITTLE or (not outside and letters < SHORT)
    return [Hint("only_empty", tuple(sorted(gone)[:MOST_PASSAGES]))] if nothing else []


def _manners(text: str) -> list[Hint]:
    hints = []
    if not cues.COURTESY.search(text):
        hints.append(Hint("no_courtesy"))
    informal = tuple(_spans(cues.INFORMAL, text, 0))[:MOST_PASSAGES]
    if informal:
        hints.append(Hint("informal", informal))
    return hints


_PERSONAL = re.compile(r"(?<!\d)(?:1[3-9]\d[\s\-]?\d{4}[\s\-]?\d{4}|\d{17}[\dXx])(?!\d)")


def _form(text: str, asked: Asked) -> list[Hint]:
    hints = []
    if cues.DRAFT_MARK in text:
        at = text.index(cues.DRAFT_MARK)
        hints.append(Hint("draft", ((at, at + len(cues.DRAFT_MARK)),)))
    blanks = [span for span in _spans(cues.PLACEHOLDER, text, 0) if text[span[0] : span[1]] != cues.DRAFT_MARK]
    if blanks:
        hints.append(Hint("placeholder", tuple(blanks[:MOST_PASSAGES])))
    personal = tuple(_spans(_PERSONAL, text, 0))[:MOST_PASSAGES]
    if personal:
        hints.append(Hint("personal", personal))
    letters = len(re.sub(r"\s", "", text))
    if letters < SHORT:
        hints.append(Hint("short", (), {"count": letters}))
    if asked.same_as:
        hints.append(Hint("copied", (), {"count": asked.same_as}))
    return hints


# --- spans ------------------------------------------------------------------------------------------------------------
def _pieces(pattern: re.Pattern[str], text: str) -> Iterable[tuple[int, str]]:
    return ((found.start(), found[0]) for found in pattern.finditer(text))


def _spans(pattern: re.Pattern[str], text: str, offset: int) -> list[Span]:
    return [(offset + found.start(), offset + found.end()) for found in pattern.finditer(text) if found[0]]


def _few(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))[:MOST_PASSAGES]
