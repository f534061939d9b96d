"""By what articles are found: tokens in PostgreSQL, and the words they have with how these sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection

from chengyun.kernel import tokens

from . import asking, sounding, sounds
from .models import Article

AT_ONCE = 200
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
    """Tokens of these articles as they are published; their words are learned by the worker."""
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
        learn_later([one.pk for one in part])


def learn_later(keys: Sequence[int]) -> None:
    from .jobs import learn_words

    learn_words.defer(keys=list(keys))


def learn_articles(keys: Sequence[int], *, here: bool = False) -> int:
    """Words of articles; made in a process that ends, or `here` in one that ends itself."""
    rows = Article.objects.filter(pk__in=keys).values_list("title", "question", "keywords")
    said = [(f"{title}\n{question}", keywords) for title, question, keywords in rows]
    return learn(sounding.words_of(said) if here else sounding.apart(said)) if said else 0


def head_of(article: Article) -> str:
    return "\n".join([article.title, article.question, *article.keywords])


def whole_of(article: Article) -> str:
    phones = [f"{one.get('name', '')} {one.get('number', '')}" for one in article.phones]
    return "\n".join([head_of(article), article.text, *phones])


def learn(said: Iterable[tuple[str, str]]) -> int:
    """Words with their syllables; those that are known count once more."""
    counted = Counter(said)
    rows = []
    for (word, syllables), number in sorted(counted.items()):
        letters = syllables.split()
        sound = sounds.plain_sound("".join(letters))[:120]
        query = asking.query_of([word]) or ""
        if sound and query:
            initials = "".join(one[0] for one in letters)[:20]
            rows.append((word, sound, initials, _array(sounds.pieces(sound)), query[:200], number))
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_TERMS, [list(column) for column in zip(*rows, strict=True)])
    return len(rows)


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
