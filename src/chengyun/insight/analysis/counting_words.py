"""Words of cases, counted by day as cases come in: a case counts once for each word it says.

Words are those of the dictionary (no guessing of unknown ones), without names of persons, numbers and empty words; so
nothing personal can become a word. Cases keep the numbers of their words, by which a word opens its cases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from chengyun.kernel.tokens import normalise

from .models import CaseWords, Word
from .stopwords import EMPTY

MOST_WORDS = 24
"""Words of one case that count, in the order in which they are said; the title first."""
LONGEST = 8
_KINDS = ("n", "v", "a", "l", "i", "j", "z")
"""Word classes that mean something: nouns, verbs, adjectives, phrases."""
_NEVER = frozenset({"nr", "nrt", "nrfg", "nz_person"})


def words_of(title: str, text: str) -> list[str]:
    import rjieba

    found: dict[str, None] = {}
    for word, kind in rjieba.tag(normalise(f"{title}\n{text}"), hmm=False):
        if 2 <= len(word) <= LONGEST and word not in EMPTY and _means(word, kind):
            found[word] = None
            if len(found) == MOST_WORDS:
                break
    return list(found)


def _means(word: str, kind: str) -> bool:
    return kind not in _NEVER and kind.startswith(_KINDS) and all("一" <= letter <= "鿿" for letter in word)


def count(cases: Iterable[tuple[int, str, str, datetime]]) -> None:
    """Count cases under their words; those counted before are counted anew. Called in a transaction."""
    zone = timezone.get_default_timezone()
    given = {case: (at.astimezone(zone).date(), words_of(title, text)) for case, title, text, at in cases}
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
