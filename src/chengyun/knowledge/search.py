"""Search that a call-taker trusts: the answer's passage first, whatever way the words were typed.

Every step is one statement with a bound, whatever the number of articles:
1. articles that have all words (any of those that mean the same), in the title first;
2. when these are few: articles that have the rarest of them;
3. when there are none: the words that sound like, begin like or nearly look like what was typed, and step 1 with them.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone

from chengyun.cases import catalogue, finding
from chengyun.kernel import rows, tokens
from chengyun.org.access import Actor

from . import access, asking, periods, rules, sounds
from .models import Article
from .passages import Best, Group, best

IN_TITLE, ANYWHERE, WITH_RARE = 100, 80, 60
ENOUGH, WHOLE, LEAST_SHARE = 3, 3, 0.6
NAMED = 12
"""A name of something has so many characters at most; a sentence is not heard for slips."""
READ = 12
"""How many of the best are read to find the passage that answers."""


@dataclass(frozen=True)
class Narrow:
    """Within what is searched. `reach`: condition on the reader's audience, `fresh` as in the API."""

    reach: tuple[str, Sequence[Any]]
    categories: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    unit_ids: tuple[int, ...] = ()
    audience: str = ""
    fresh: str = ""
    today: date | None = None

    def sql(self) -> tuple[str, list[Any]]:
        """A condition on knowledge_article a."""
        today = self.today or timezone.localdate()
        parts, params = [self.reach[0]], list(self.reach[1])
        if self.fresh == "expired":
            parts.append("(a.state = 'expired' OR (a.state IN ('published', 'due') AND a.valid_until < %s))")
            params.append(today)
        else:
            parts.append(
                "a.state IN ('published', 'due') AND (a.valid_from IS NULL OR a.valid_from <= %s)"
                " AND (a.valid_until IS NULL OR a.valid_until >= %s)"
            )
            params += [today, today]
        if self.fresh in ("valid", "due"):
            parts.append(f"coalesce(a.review_on, 'infinity'::date) {'>' if self.fresh == 'valid' else '<='} %s")
            params.append(today)
        for column, values in (("categories", self.categories), ("areas", self.areas)):
            if values:
                whole = " OR a.areas = '{}'" if column == "areas" else ""
                parts.append(f"(a.{column} && %s::varchar[]{whole})")
                params.append(list(values))
        if self.unit_ids:
            parts.append("a.unit_id = ANY(%s)")
            params.append(list(self.unit_ids))
        if self.audience:
            parts.append("a.audience = %s")
            params.append(self.audience)
        return " AND ".join(parts), params


@dataclass
class Candidate:
    id: int
    title: str
    useful: int
    useless: int
    cited: int
    review_on: date | None
    categories: list[str]
    head: list[bool]
    body: list[bool]
    score: float = 0.0


def candidate(*row: Any) -> Candidate:
    return Candidate(*row)


@dataclass
class Found:
    """`hits`: the best first, with the passage; `corrected`: the words that were searched instead of what was typed;
    `more`: the bound was met, or there are more than were asked for."""

    hits: list[tuple[Article, Best]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    corrected: str = ""
    more: bool = False


_HEAD_FLAGS = "ARRAY(SELECT w.head @@ g.q::tsquery FROM unnest(%s::text[]) WITH ORDINALITY g(q, n) ORDER BY n)"
_BODY_FLAGS = "ARRAY(SELECT w.search @@ g.q::tsquery FROM unnest(%s::text[]) WITH ORDINALITY g(q, n) ORDER BY n)"
COLUMNS = "a.id, a.title, a.useful, a.useless, a.cited, a.review_on, a.categories"


def search(narrow: Narrow, text: str, limit: int, skip: int = 0, *, category: Iterable[str] = ()) -> Found:
    """The best `limit` after `skip`. Statements: three to six."""
    synonyms = periods.current().synonyms
    asked = asking.groups_of(text, synonyms)
    if not asked:
        return Found()
    plain = tokens.normalise(text).strip()
    with transaction.atomic():
        try:
            finding.patience(400)
            found, corrected, asked = _candidates(narrow, plain, asked)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
                raise
            found, corrected = None, ""
    if found is None:
        return Found(more=True)
    groups = asking.weighed(asked, shares())
    rank(found, groups, corrected or plain, set(category))
    chosen = found[skip : skip + limit]
    hits = read(chosen, groups)
    if corrected and hits:
        first = hits[0][0]
        corrected = rules.meant(asked, first.title.lower(), first.text.lower())
    return Found(hits, groups, corrected, len(found) > skip + limit)


def _candidates(
    narrow: Narrow, plain: str, asked: list[tuple[str, ...]]
) -> tuple[list[Candidate], str, list[tuple[str, ...]]]:
    asked = asked[: asking.MOST_GROUPS]
    found = _with_all(narrow, asked)
    if not found:
        heard = corrections(plain) if len(plain) <= NAMED or asking.is_letters(plain) else []
        if heard:
            better = _with_all(narrow, heard) or (_fitting(with_rare(narrow, heard), heard) if len(heard) > 1 else [])
            if better:
                return better, " ".join(words[0] for words in heard), heard
    if len(found) < ENOUGH and len(asked) > 1:
        known = {one.id for one in found}
        found += [one for one in _fitting(with_rare(narrow, asked), asked) if one.id not in known]
    return found, "", asked


def _fitting(found: Sequence[Candidate], asked: Sequence[tuple[str, ...]]) -> list[Candidate]:
    """Those that have most of the question: an article with one word of many answers something else."""
    weights = [group.weight for group in asking.weighed(asked, shares())]
    whole = sum(sorted(weights, reverse=True)[:WHOLE]) or 1.0

    def share(one: Candidate) -> float:
        flags = zip(weights, one.head, one.body, strict=False)
        return sum(weight * (1.5 if head else 1.0 if body else 0.0) for weight, head, body in flags) / whole

    return [one for one in found if share(one) >= LEAST_SHARE]


def _with_all(narrow: Narrow, asked: Sequence[tuple[str, ...]]) -> list[Candidate]:
    queries = [query for words in asked if (query := asking.query_of(words))]
    if not queries:
        return []
    condition, params = narrow.sql()
    every = " & ".join(queries)
    sql = (
        f"WITH hit AS ((SELECT a.id FROM knowledge_articlewords w JOIN knowledge_article a ON a.id = w.article_id"
        f" WHERE w.head @@ %s::tsquery AND {condition} LIMIT {IN_TITLE})"
        f" UNION (SELECT a.id FROM knowledge_articlewords w JOIN knowledge_article a ON a.id = w.article_id"
        f" WHERE w.search @@ %s::tsquery AND {condition} LIMIT {ANYWHERE}))"
        f" SELECT {COLUMNS}, {_HEAD_FLAGS} FROM hit JOIN knowledge_article a USING (id)"
        f" JOIN knowledge_articlewords w ON w.article_id = a.id"
    )
    found = rows.execute(sql, [every, *params, every, *params, queries]).fetchall()
    return [candidate(*row, [True] * len(queries)) for row in found]


def with_rare(narrow: Narrow, asked: Sequence[tuple[str, ...]], heads: int = 2) -> list[Candidate]:
    """Articles with the rarest words: one of so many in the title, or two anywhere."""
    weighed = asking.weighed(asked, shares())
    pairs = [(group.weight, query) for group in weighed if (query := asking.query_of(group.words))]
    rare = [query for _, query in sorted(pairs, key=lambda pair: -pair[0])[: max(heads, 3)]]
    if not rare:
        return []
    condition, params = narrow.sql()
    two = [f"({one} & {other})" for at, one in enumerate(rare[:3]) for other in rare[at + 1 : 3]]
    queries = [query for words in asked if (query := asking.query_of(words))]
    base = "SELECT a.id FROM knowledge_articlewords w JOIN knowledge_article a ON a.id = w.article_id WHERE"
    sql = (
        f"WITH hit AS (({base} w.head @@ %s::tsquery AND {condition} LIMIT {WITH_RARE})"
        f" UNION ({base} w.search @@ %s::tsquery AND {condition} LIMIT {WITH_RARE}))"
        f" SELECT {COLUMNS}, {_HEAD_FLAGS}, {_BODY_FLAGS} FROM hit JOIN knowledge_article a USING (id)"
        f" JOIN knowledge_articlewords w ON w.article_id = a.id"
    )
    given = [" | ".join(rare[:heads]), *params, " | ".join(two or rare[:1]), *params, queries, queries]
    return [candidate(*row) for row in rows.execute(sql, given).fetchall()]


# --- order ------------------------------------------------------------------------------------------------------------
def rank(
    found: list[Candidate], groups: Sequence[Group], plain: str, category: set[str], enough: int | None = None
) -> None:
    """The best first: words in the title before words in the text, what helped others before what did not, what is to
    be reviewed last among equals. `enough`: so many words are a whole question; what is being typed says more."""
    whole = sum(sorted((group.weight for group in groups), reverse=True)[:enough]) or 1.0
    today = timezone.localdate()
    for one in found:
        flags = zip(groups, one.head, one.body, strict=False)
        words = sum(group.weight * (3.0 if head else 1.0 if body else 0.0) for group, head, body in flags) / whole
        title = one.title.lower()
        if plain and plain in title:
            words += 2.0 if title == plain else 0.8 if title.startswith(plain) else 0.5
        words += 0.6 * sum(g.weight for g in groups if any(w in title for w in g.words)) / whole
        one.score = words + liked(one.useful, one.useless) + 0.08 * math.log1p(one.cited)
        one.score += 0.4 if category & set(one.categories) else 0.0
        one.score -= 0.15 if one.review_on and one.review_on <= today else 0.0
    found.sort(key=lambda one: (-one.score, one.id))


def liked(useful: int, useless: int) -> float:
    """How surely it helps, from -0.4 to 0.4: few marks say little."""
    return 0.8 * ((useful + 2) / (useful + useless + 4) - 0.5)


def read(chosen: Sequence[Candidate], groups: Sequence[Group]) -> list[tuple[Article, Best]]:
    articles = Article.objects.in_bulk([one.id for one in chosen]) if chosen else {}
    found = [(one, articles[one.id]) for one in chosen if one.id in articles]
    read = [(one, article, best(article.text, groups if at < READ else ())) for at, (one, article) in enumerate(found)]
    top = read[:READ]
    top.sort(key=lambda row: -(row[0].score + 0.5 * row[2].share))
    return [(article, passage) for _, article, passage in [*top, *read[READ:]]]


def most_used(narrow: Narrow, limit: int, skip: int = 0) -> Found:
    """Without a question: what helped most, of what is newest."""
    condition, params = narrow.sql()
    sql = (
        f"SELECT id FROM (SELECT a.* FROM knowledge_article a WHERE {condition} ORDER BY a.changed_at DESC, a.id DESC"
        " LIMIT 400) a ORDER BY a.cited + a.useful - a.useless DESC, a.published_at DESC NULLS LAST, a.id DESC"
        " LIMIT %s OFFSET %s"
    )
    keys = [key for (key,) in rows.execute(sql, [*params, limit + 1, skip]).fetchall()]
    articles = Article.objects.in_bulk(keys)
    hits = [(articles[key], best(articles[key].text, ())) for key in keys[:limit] if key in articles]
    return Found(hits, more=len(keys) > limit)


# --- what was meant ---------------------------------------------------------------------------------------------------
_HEARD = """
SELECT word, sound, initials, weight FROM knowledge_term WHERE sound = ANY(%s) OR initials = ANY(%s) OR sound LIKE %s
ORDER BY weight DESC LIMIT 400
"""
_NEAR = """
SELECT word, sound, initials, weight FROM knowledge_term
WHERE (pieces && %s::varchar[] AND length(sound) BETWEEN %s AND %s) OR word LIKE ANY(%s)
ORDER BY (SELECT count(*) FROM unnest(pieces) p WHERE p = ANY(%s)) DESC, weight DESC LIMIT 60
"""


def corrections(plain: str) -> list[tuple[str, ...]]:
    """Groups of words that were meant by what no article has: pinyin, initials, what sounds alike, slips."""
    letters = plain if asking.is_letters(plain) else sounds.letters_of(plain[: sounds.LONGEST])
    if not letters:
        return []
    typed = letters.replace(" ", "").replace("'", "")[: sounds.LONGEST]
    sound = sounds.plain_sound(typed)[: sounds.LONGEST]
    if len(sound) < 2:
        return []
    parts = sounds.parts_of(sound, sounds.LONGEST_SOUND)
    short = sounds.parts_of(typed, sounds.LONGEST_INITIALS) if asking.is_letters(plain) and len(typed) <= 16 else []
    heard = [sounds.Known(*row) for row in rows.execute(_HEARD, [parts, short, f"{sound}%"]).fetchall()]
    found = sounds.covered(sound, heard, "sound") or (sounds.covered(typed, heard, "initials") if short else [])
    if not found and (begun := sounds.begun(sound, heard)):
        found = [begun]
    return found or _nearest(plain, sound)


def _nearest(plain: str, sound: str) -> list[tuple[str, ...]]:
    wanted, most = sounds.pieces(sound), max(1, len(sound) // 4)
    patterns = sounds.wildcards(plain)
    found = rows.execute(_NEAR, [wanted, len(sound) - most, len(sound) + most, patterns, wanted]).fetchall()
    known = [sounds.Known(*row) for row in found]
    near = sounds.nearest(sound, known)
    if not near and patterns:
        near = tuple(
            one.word for one in known if len(one.word) == len(plain)
            and sum(a != b for a, b in zip(one.word, plain, strict=True)) == 1
        )[: sounds.MOST_ALIKE]  # fmt: skip
    return [near] if near else []


# --- how common words are ---------------------------------------------------------------------------------------------
_SHARES_KEPT = 900.0
_shares: tuple[float, dict[str, float]] | None = None


def shares() -> Mapping[str, float]:
    """How large a part of the articles has each common token, by the database's own statistics."""
    global _shares
    now, kept = time.monotonic(), _shares
    if kept is None or now - kept[0] > _SHARES_KEPT:
        found = rows.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats WHERE schemaname ="
            " current_schema() AND tablename = 'knowledge_articlewords' AND attname = 'search'"
        ).fetchone()
        names, parts = found if found is not None and found[0] is not None else ([], [])
        kept = _shares = (now, dict(zip(names, parts, strict=False)))
    return kept[1]


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _shares
    _shares = None


# --- within what ------------------------------------------------------------------------------------------------------
def narrowed(
    actor: Actor | None, *, category_id: int | None = None, area_id: int | None = None, unit_id: int | None = None,
    audience: str = "", fresh: str = "",
) -> Narrow:  # fmt: skip
    """Of a person, or of the public (None). A category or area means those above and below it too: an article about
    all of them is about each."""
    known = catalogue.current()
    units = tuple(u.id for u in known.units.values() if unit_id in (u.id, *u.ancestors)) if unit_id else ()
    return Narrow(
        access.reach_sql(actor), _around(known.categories, category_id), _around(known.areas, area_id),
        (units or (0,)) if unit_id else (), audience, fresh,
    )  # fmt: skip


def _around(known: Mapping[int, Any], wanted: int | None) -> tuple[str, ...]:
    row = known.get(wanted) if wanted is not None else None
    if row is None:
        return ("",) if wanted is not None else ()
    above = {*row.ancestors, row.id}
    return tuple(one.code for one in known.values() if one.id in above or row.id in one.ancestors)
