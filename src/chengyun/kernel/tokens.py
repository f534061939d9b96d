"""Search in Chinese without a search engine: tokens for a tsvector, and pinyin for sorting and typing. No
Django.

Index: every pair of neighbouring Hanzi (井盖坏 → 井盖, 盖坏), the last Hanzi of a run, and runs of letters and
digits. Query: the words that rjieba finds, each as its pairs, all of them required: a text that contains the
query literally is always found, and 小区停水 also finds 小区今天停水. One Hanzi alone is searched as the beginning of a
pair. rjieba (30 MB) is loaded by the first longer query, pypinyin (55 MB) by the first name that needs it,
never by indexing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_TOKENS = 2000
MAX_QUERY_TOKENS = 24
MAX_TOKEN_LENGTH = 40
MAX_PINYIN_INPUT = 40

_HANZI = "〇㐀-䶿一-鿿豈-\U0000faff\U00020000-\U0003ffff"
_RUN = re.compile(f"([{_HANZI}]+)|([^\\W_{_HANZI}]+)")
_MIXED = re.compile(r"\d+|[^\d]+")
_STARTS_WITH_HANZI = re.compile(f"[{_HANZI}]")


def normalise(text: str) -> str:
    """The spelling that is compared: NFKC (full-width to half-width), lower case."""
    return unicodedata.normalize("NFKC", text).lower()


def index_tokens(text: str) -> list[str]:
    """Distinct tokens of a text for `array_to_tsvector(%s::text[])`, at most MAX_TOKENS.

    Tokens hold letters and digits only, whatever the text holds; a very long run is cut at MAX_TOKEN_LENGTH.
    """
    found: dict[str, None] = {}
    for hanzi, other in _RUN.findall(normalise(text)):
        if hanzi:
            for at in range(len(hanzi) - 1):
                found[hanzi[at : at + 2]] = None
            found[hanzi[-1]] = None
        else:
            for token in _other_tokens(other):
                found[token] = None
        if len(found) >= MAX_TOKENS:
            break
    return list(found)[:MAX_TOKENS]


def query_tokens(words: str) -> list[str]:
    """Tokens that a text must all have to answer a query; empty when there is nothing to search for.

    Only `tsquery` knows that some of them may be beginnings of tokens; use it for the search itself.
    """
    found: dict[str, None] = {}
    for hanzi, other in _RUN.findall(normalise(words)):
        if hanzi:
            for token in _hanzi_query(hanzi):
                found[token] = None
        else:
            found[other[:MAX_TOKEN_LENGTH]] = None
    return list(found)[:MAX_QUERY_TOKENS]


def tsquery(words: str) -> str | None:
    """Text for `search @@ %s::tsquery`, None when there is nothing to search for.

    One Hanzi, and letters or digits, also match as the beginning of a token: 狗 finds 狗叫, 2026 finds 20261121.
    """
    parts = []
    for token in query_tokens(words):
        hanzi = _STARTS_WITH_HANZI.match(token)
        prefix = len(token) == 1 if hanzi else len(token) > 1
        parts.append(f"'{token}'" + (":*" if prefix else ""))
    return " & ".join(parts) or None


def words_of(text: str) -> list[str]:
    """The words of a text in their order, as rjieba cuts them (for counting topics)."""
    import rjieba

    return [word for word in rjieba.cut(normalise(text)) if _RUN.match(word)]


def tsvector_text(text: str) -> str:
    """The tokens separated by blanks, for `to_tsvector('simple', …)`."""
    return " ".join(index_tokens(text))


def _other_tokens(run: str) -> list[str]:
    parts = _MIXED.findall(run)
    return [part[:MAX_TOKEN_LENGTH] for part in ([run, *parts] if len(parts) > 1 else [run])]


def _hanzi_query(run: str) -> list[str]:
    if len(run) <= 2:
        return [run]
    import rjieba

    words = [word for word in rjieba.cut(run) if len(word) > 1] or [run]
    return [word[at : at + 2] for word in words for at in range(len(word) - 1)]


# --- pinyin ----------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=4096)
def _syllables(text: str) -> tuple[tuple[str, bool], ...]:
    """(syllable, is Hanzi) of a text; runs of letters and digits stay whole, the rest falls away."""
    from pypinyin import lazy_pinyin

    found: list[tuple[str, bool]] = []
    for hanzi, other in _RUN.findall(normalise(text)[:MAX_PINYIN_INPUT]):
        found += [(syllable, True) for syllable in lazy_pinyin(hanzi)] if hanzi else [(other, False)]
    return tuple(found)


def pinyin_key(text: str) -> str:
    """Sort key: syllables without tones, separated by blanks ("和平街道" → "he ping jie dao")."""
    return " ".join(syllable for syllable, _ in _syllables(text))


def pinyin_search(text: str) -> str:
    """What people type for a name: whole syllables, then initials ("垃圾" → "laji lj"). Below 300
    characters."""
    syllables = _syllables(text)
    full = "".join(syllable for syllable, _ in syllables)
    initials = "".join(syllable[0] if hanzi else syllable for syllable, hanzi in syllables)
    return full if initials == full else f"{full} {initials}"
