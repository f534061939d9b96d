"""By what articles are found: tokens in PostgreSQL, and the words they have with how these sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from chengyun.kernel import tokens

from . import sounds
from .models import Article

AT_ONCE = 200
_HAN = re.compile(r"[㐀-鿿]+")
_WORDS = """
INSERT INTO knowledge_articlewords (article_id, head, search)
SELECT id, array_to_tsvector(head), array_to_tsvector(search)
FROM (SELECT unnest(%s::bigint[]) AS id, unnest(%s::text[])::text[] AS head, unnest(%s::text[])::text[] AS search) given
ON CONFLICT (article_id) DO UPDATE SET head = EXCLUDED.head, search = EXCLUDED.search
"""
_TERMS = """
INSERT INTO knowledge_term AS t (word, sound, initials, pieces, query, weight)
SELECT word, sound, initials, pieces::text[], query, weight
FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[])
  AS given(word, sound, initials, pieces, query, weight) ORDER BY word
ON CONFLICT (word) DO UPDATE SET weight = t.weight + EXCLUDED.weight
"""


def index(articles: Sequence[Article]) -> None:
    """Tokens and words of these articles as they are published."""
    for start in range(0, len(articles), AT_ONCE):
        part = articles[start : start + AT_ONCE]
        with connection.cursor() as cursor:
            cursor.execute(
                _WORDS,
                [
                    [one.pk for one in part],
                    [_array(tokens.index_tokens(head_of(one))) for one in part],
                    [_array(tokens.index_tokens(whole_of(one))) for one in part],
                ],
            )
        learn(word for one in part for word in terms_of(one))


def head_of(article: Article) -> str:
    return "\n".join([article.title, article.question, *article.keywords])


def whole_of(article: Article) -> str:
    phones = [f"{one.get('name', '')} {one.get('number', '')}" for one in article.phones]
    return "\n".join([head_of(article), article.text, *phones])


def terms_of(article: Article) -> list[str]:
    """Words that somebody may look for by their sound: of title and questions, and keywords as they are."""
    found = [word for word in tokens.words_of(f"{article.title} {article.question}") if _is_term(word)]
    return [*found, *(word for keyword in article.keywords if _is_term(word := tokens.normalise(keyword)))]


def _is_term(word: str) -> bool:
    return 2 <= len(word) <= 12 and bool(_HAN.search(word))


def learn(words: Iterable[str]) -> None:
    """Words of articles with how they sound; those that are known count once more."""
    counted = Counter(words)
    if not counted:
        return
    rows = []
    for word, number in sorted(counted.items()):
        letters = tokens.pinyin_key(word).split()
        sound = sounds.plain_sound("".join(letters))[:120]
        initials = "".join(one[0] for one in letters)[:20]
        if sound and tokens.tsquery(word):
            query = (tokens.tsquery(word) or "")[:200]
            rows.append((word, sound, initials, _array(sounds.pieces(sound)), query, number))
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_TERMS, [list(column) for column in zip(*rows, strict=True)])


def _array(values: Iterable[str]) -> str:
    """An array literal; tokens hold letters and digits alone, pieces ^ and $ too."""
    return "{" + ",".join(f'"{value}"' for value in values) + "}"


_FORGET = """
DELETE FROM knowledge_term t WHERE NOT EXISTS (
  SELECT 1 FROM knowledge_articlewords w JOIN knowledge_article a ON a.id = w.article_id
  WHERE w.head @@ t.query::tsquery AND a.state IN ('published', 'due', 'expired'))
"""


def forget_terms() -> int:
    """Every night: words that no article has any more."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET)
        return int(cursor.rowcount)
