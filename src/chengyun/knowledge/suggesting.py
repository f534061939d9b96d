"""What may answer the request that is being typed, beside the call and beside the reply."""

from __future__ import annotations

from typing import Any

from django.db import OperationalError, transaction

from chengyun.cases import catalogue, finding
from chengyun.kernel import rows
from chengyun.org.access import Actor

from . import asking, passages, periods, rules, search
from .models import Article
from .passages import Best
from .telling import Teller

SHOWN = 4
WORDS_ENOUGH = 3
CITED_LENGTH = 400


def suggest(
    actor: Actor, text: str, title: str, category_id: int | None, area_id: int | None, language: str
) -> list[dict[str, Any]]:
    """At most SHOWN, the likeliest first, none far below the best. Statements: four."""
    narrow = search.narrowed(actor, area_id=area_id)
    said = f"{title}\n{text[:400]}"
    asked = asking.groups_of(said, periods.current().synonyms) if said.strip() else []
    codes = _line(category_id)
    try:
        with transaction.atomic():
            finding.patience(300)
            found = _with_words(narrow, asked) if asked else []
            if len(found) < SHOWN and codes:
                known = {one.id for one in found}
                found += [one for one in _of_category(narrow, codes[:1], len(asked)) if one.id not in known]
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        return []
    groups = asking.weighed(asked, search.shares()) if asked else []
    search.rank(found, groups, "", set(codes), WORDS_ENOUGH)
    best = found[0].score if found else 0.0
    likely = [
        one for one in found if rules.likely(one.score, best, not asked or bool({*codes[:1]} & {*one.categories}))
    ]
    teller = Teller(language)
    return [told(teller, article, passage) for article, passage in search.read(likely[:SHOWN], groups)]


def _line(category_id: int | None) -> list[str]:
    known = catalogue.current()
    row = known.category(category_id)
    if row is None:
        return []
    return [row.code, *(above.code for one in reversed(row.ancestors) if (above := known.category(one)))]


def _with_words(narrow: search.Narrow, asked: list[tuple[str, ...]]) -> list[search.Candidate]:
    """The rarest words of what is typed: it says more than any one article has."""
    weighed = asking.weighed(asked, search.shares())
    telling = [group.words for group in sorted(weighed, key=lambda one: -one.weight)[: asking.MOST_GROUPS]]
    order = {words: at for at, words in enumerate(asked)}
    telling.sort(key=lambda words: order[words])
    asked[:] = telling
    return search.with_rare(narrow, telling, heads=asking.MOST_GROUPS)


def _of_category(narrow: search.Narrow, codes: list[str], groups: int) -> list[search.Candidate]:
    """What helps in this category, when the words say too little."""
    condition, params = narrow.sql()
    found = rows.execute(
        f"SELECT {search.COLUMNS} FROM knowledge_article a WHERE a.categories && %s::varchar[] AND {condition}"
        " ORDER BY a.cited + a.useful - a.useless DESC, a.id DESC LIMIT 4",
        [codes, *params],
    ).fetchall()
    return [search.candidate(*row, [False] * groups, [False] * groups) for row in found]


def told(teller: Teller, article: Article, best: Best) -> dict[str, Any]:
    return {**teller.hit(article, best), "cite": cited(article, best), "ref": ref(article.number, article.edition)}


def ref(number: str, edition: int) -> str:
    """How a case names the edition that was read: ZS000012@3."""
    return f"{number}@{edition}"


def cited(article: Article, best: Best) -> str:
    """What one key inserts: the passage that answers, who can be called, and where it stands."""
    words = passages.plain("".join(text for text, _ in best.parts)) or article.title
    if len(words) > CITED_LENGTH:
        words = words[:CITED_LENGTH].rsplit("。", 1)[0].rstrip("，；、") + "。"
    phones = "；".join(f"{one['name']} {one['number']}" for one in article.phones[:2])
    asks = f"详询{phones}。" if phones and not any(one["number"] in words for one in article.phones[:2]) else ""
    return f"{words}{'' if words.endswith(('。', '！', '？')) else '。'}{asks}（知识库《{article.title}》）"
