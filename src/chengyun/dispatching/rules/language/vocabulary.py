"""Which names a district has: found by code, by name, or by the names on the way down ("市容/占道")."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

FEW = 15
"""Of a field with no more values than this all are worth naming when nothing like what was written is there."""


@dataclass(frozen=True, slots=True)
class Term:
    """A value of a field. `path`: the names from the top down, its own last. `closed`: it has ended, so that no new
    case will have it; the text says since when."""

    code: str
    path: tuple[str, ...]
    english: str = ""
    closed: str = ""

    @property
    def name(self) -> str:
        return self.path[-1]


def plain(text: str) -> str:
    """The spelling that is compared."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


@dataclass(frozen=True)
class Terms:
    """All values of one field."""

    rows: Mapping[str, Term]

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """Every way of writing a value → codes; of several with one name those still valid come first."""
        found: dict[str, list[str]] = {}
        for term in sorted(self.rows.values(), key=lambda term: bool(term.closed)):
            spelled = {plain(term.code), plain(term.english)} - {""}
            spelled |= {plain("/".join(term.path[at:])) for at in range(len(term.path))}
            for name in spelled:
                found.setdefault(name, []).append(term.code)
        return found

    def find(self, text: str) -> list[str]:
        """Codes that a text may mean; the code itself before any name."""
        if text in self.rows:
            return [text]
        codes = self._names.get(plain(text), [])
        valid = [code for code in codes if not self.rows[code].closed]
        return valid or codes

    def near(self, text: str, most: int = 5) -> list[str]:
        """What may have been meant, as it is to be written."""
        wanted = plain(text)
        open_rows = [term for term in self.rows.values() if not term.closed]
        names = {plain(term.name): term.code for term in reversed(open_rows)}
        inside = [code for name, code in names.items() if wanted and (wanted in name or name in wanted)]
        alike = [names[name] for name in difflib.get_close_matches(wanted, names, most, 0.5)]
        found = list(dict.fromkeys([*alike, *inside]))
        if not found and len(open_rows) <= FEW:
            found = [term.code for term in open_rows]
        return [self.written(code) for code in found][:most]

    def written(self, code: str, language: str = "zh") -> str:
        """The shortest way of writing a value that is not taken for another one; the code when there is none."""
        term = self.rows.get(code)
        if term is None:
            return code
        candidates = ["/".join(term.path[at:]) for at in reversed(range(len(term.path)))]
        if language == "en" and term.english:
            candidates.insert(0, term.english)
        for text in candidates:
            if text and not set(text) & set('|"“”「」『』') and self.find(text) == [code] and text == text.strip():
                return text
        return code

    def search(self, text: str, most: int) -> list[Term]:
        """Values to offer while somebody types: by name, path or code, those that begin so first."""
        wanted = plain(text)
        ranked = []
        for order, term in enumerate(self.rows.values()):
            if term.closed:
                continue
            name, path = plain(term.name), plain("/".join(term.path))
            if wanted in path or wanted in plain(term.code) or wanted in plain(term.english):
                ranked.append((not name.startswith(wanted), wanted not in name, order, term))
        return [term for *_, term in sorted(ranked, key=lambda row: row[:3])[:most]]


@dataclass(frozen=True)
class Vocabulary:
    """The names of every field that has some."""

    fields: Mapping[str, Terms] = field(default_factory=dict)

    @classmethod
    def of(cls, **fields: Iterable[Term]) -> Vocabulary:
        return cls({name: Terms({term.code: term for term in terms}) for name, terms in fields.items()})

    def terms(self, name: str) -> Terms:
        return self.fields.get(name) or Terms({})
