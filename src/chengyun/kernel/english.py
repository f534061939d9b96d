"""What the server says to people, in English: sentences of problems and notices are written in Chinese and put into
English when a reader wants that. Each room keeps its own words in `english.toml`, Chinese to English, with `{}` for
what is filled in. What has no words stays as it is written.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest

ROOMS = Path(__file__).resolve().parents[1]
LONGEST = 2000
_REMEMBERED = 500
_made: dict[str, str] = {}


def wanted(request: HttpRequest | None) -> bool:
    """Whether the reader's language is English; Chinese is everybody else's."""
    return request is not None and request.headers.get("Accept-Language", "").lower().startswith("en")


@lru_cache(maxsize=1)
def table() -> dict[str, str]:
    """All rooms' words together."""
    words: dict[str, str] = {}
    for file in sorted(ROOMS.glob("*/english.toml")):
        words.update(tomllib.loads(file.read_text(encoding="utf-8")))
    return words


def remember(said: str, meaning: str) -> str:
    """A sentence that was made in both languages at once, for instance by the language of rules: until it is told."""
    if said not in _made and len(_made) >= _REMEMBERED:
        _made.pop(next(iter(_made)), None)
    _made[said] = meaning
    return said


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Sentences with holes, the longest first, so that the most particular one is found."""
    holed = sorted((text for text in table() if "{}" in text), key=len, reverse=True)
    return [
        (re.compile("(.+?)".join(re.escape(part) for part in text.split("{}")), re.DOTALL), table()[text])
        for text in holed
    ]


def english(text: str) -> str:
    """The sentence in English; what fills its holes is put into English too, when it is known."""
    if text in table() or len(text) > LONGEST:
        return table().get(text, text)
    if (made := _made.get(text)) is not None:
        return made
    for pattern, meaning in _patterns():
        if found := pattern.fullmatch(text):
            return _filled(meaning, found.groups())
    label, mark, said = text.partition("：")
    if mark and (meaning := english(said)) != said:  # a field and what is wrong with it
        return f"{english(label)}: {meaning}"
    return text


def _filled(meaning: str, holes: tuple[str, ...]) -> str:
    first, *rest = meaning.split("{}")
    told = [table().get(hole) or _made.get(hole, hole) for hole in holes]
    return first + "".join(hole + part for hole, part in zip(told, rest, strict=True))


def problem_in_english(members: Mapping[str, Any]) -> dict[str, Any]:
    """The members of a problem with their words in English: title, detail and the messages of fields."""
    said = {name: english(members[name]) if name in ("title", "detail") else value for name, value in members.items()}
    if isinstance(errors := said.get("errors"), list):
        said["errors"] = [
            {**error, "message": english(error["message"])}
            if isinstance(error, dict) and isinstance(error.get("message"), str)
            else error
            for error in errors
        ]
    return said
