"""Words of cases, counted by day as cases come in: a case counts once for each word it says.

Words are those of the dictionary (no guessing of unknown ones), without names of persons, numbers and empty words; so
nothing personal can become a word. Cases keep the numbers of their words, by which a word opens its cases.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from chengyun.cases.models import Category
from chengyun.kernel import revision
from chengyun.kernel.tokens import normalise

from .models import CaseWords, Word
from .stopwords import EMPTY

MOST_WORDS = 24
"""Words of one case that count, in the order in which they are said; the title first."""
LONGEST = 8
_KINDS = ("n", "v", "a", "l", "i", "j", "z")
"""Word classes that mean something: nouns, verbs, adjectives, phrases."""
_NEVER = frozenset({"nr", "nrt", "nrfg"})
_HANZI = re.compile("[一-鿿]+")


def words_of(title: str, text: str, trade: re.Pattern[str] | None = None) -> list[str]:
    """The words of a case in their order. Words of the trade (`trade`) are found first, whatever the dictionary says:
    it takes 井盖 for a name and cuts 路灯不亮 in the wrong place."""
    import rjieba

    found: dict[str, None] = {}
    for piece in _pieces(normalise(f"{title}\n{text}"), trade):
        cut = [(piece[0], "n")] if piece[1] else rjieba.tag(piece[0], hmm=False)
        for word, kind in cut:
            if 2 <= len(word) <= LONGEST and word not in EMPTY and (piece[1] or _means(word, kind)):
                found[word] = None
                if len(found) == MOST_WORDS:
                    return list(found)
    return list(found)


def _pieces(text: str, trade: re.Pattern[str] | None) -> Iterator[tuple[str, bool]]:
    """(words of the trade, True) and (what lies between them, False)."""
    at = 0
    for match in trade.finditer(text) if trade else ():
        if match.start() > at:
            yield text[at : match.start()], False
        yield match.group(), True
        at = match.end()
    if at < len(text):
        yield text[at:], False


_trade: tuple[int, re.Pattern[str] | None] | None = None


def trade_words() -> re.Pattern[str] | None:
    """Names and keywords of the categories, the longest first."""
    global _trade
    version = revision.current("catalogue")
    if _trade is None or _trade[0] != version:
        words: set[str] = set()
        for name, keywords in Category.objects.values_list("name", "keywords"):
            words.update(word for word in (name, *keywords) if 2 <= len(word) <= LONGEST and _HANZI.fullmatch(word))
        ordered = sorted(words - EMPTY, key=lambda word: (-len(word), word))
        _trade = (version, re.compile("|".join(ordered)) if ordered else None)
    return _trade[1]


def _means(word: str, kind: str) -> bool:
    return kind not in _NEVER and kind.startswith(_KINDS) and _HANZI.fullmatch(word) is not None


def count(cases: Iterable[tuple[int, str, str, datetime]]) -> None:
    """Count cases under their words; those counted before are counted anew. Called in a transaction."""
    zone = timezone.get_default_timezone()
    trade = trade_words()
    given = {case: (at.astimezone(zone).date(), words_of(title, text, trade)) for case, title, text, at in cases}
    if not given:
        return
    ids = _ids({word for _, words in given.values() for word in words})
    kept = {row.case_id: row for row in CaseWords.objects.filter(case_id__in=given)}
    change: Counter[tuple[date, int]] = Counter()
    rows = []
    for case, (day, words) in given.items():
        numbers = sorted(ids[word] for word in words)
        old = kept.get(case)
        if old is not None and (old.day, list(old.words)) == (day, numbers):
            continue
        change.update((day, number) for number in numbers)
        if old is not None:
            change.subtract((old.day, number) for number in old.words)
        rows.append(CaseWords(case_id=case, day=day, words=numbers))
    CaseWords.objects.bulk_create(rows, update_conflicts=True, unique_fields=["case"], update_fields=["day", "words"])
    _add([(day, number, by) for (day, number), by in sorted(change.items()) if by])


def _ids(words: Iterable[str]) -> dict[str, int]:
    wanted = sorted(words)
    known = dict(Word.objects.filter(word__in=wanted).values_list("word", "id"))
    missing = [Word(word=word) for word in wanted if word not in known]
    if missing:
        Word.objects.bulk_create(missing, ignore_conflicts=True)
        known = dict(Word.objects.filter(word__in=wanted).values_list("word", "id"))
    return known


def _add(rows: Sequence[tuple[date, int, int]]) -> None:
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO insight_wordday AS d (day, word_id, cases)"
            " SELECT * FROM unnest(%s::date[], %s::int[], %s::int[])"
            " ON CONFLICT (day, word_id) DO UPDATE SET cases = d.cases + EXCLUDED.cases",
            [list(column) for column in zip(*rows, strict=True)],
        )
