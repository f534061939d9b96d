"""Cases that something else gathered: a warning, a hot issue, a place on a map. Rooms above say which, lists show them.

A filter names them as SOURCE:WHAT ("warning:12"). A room registers its sources in AppConfig.ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q

from chengyun.kernel.problems import Problem


@dataclass(frozen=True)
class Source:
    """`condition`: which cases, for what stands after the colon; ValueError when there is no such thing. `words`: the
    same in Chinese, for records."""

    code: str
    condition: Callable[[str], Q]
    words: Callable[[str], str]


_sources: dict[str, Source] = {}


def register(*sources: Source) -> None:
    for source in sources:
        _sources[source.code] = source


def condition(text: str) -> Q:
    """What a filter asks. Problem 422 for a source or a thing that is not there."""
    code, _, what = text.strip().partition(":")
    source = _sources.get(code)
    try:
        if source is None or not what.strip():
            raise ValueError(text)
        return source.condition(what.strip())
    except ValueError:
        message = f"没有“{text[:40]}”这一组案件，可能已不存在。"
        raise Problem(
            422, "invalid", "筛选条件有误", message, errors=[{"field": "gathered", "message": message}]
        ) from None


def in_words(text: str) -> str:
    code, _, what = text.strip().partition(":")
    source = _sources.get(code)
    return source.words(what.strip()) if source else text
