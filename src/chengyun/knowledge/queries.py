"""Reads of the knowledge pages: the start, lists of work, one article."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.present import iso
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.org.access import Actor

from . import access, asking, content, corrections, periods, search, upward, writing
from .models import Article, AskedFor, Edition, KnowledgePeriod
from .passages import best
from .permissions import BOARD, PROPOSE, PUBLISH, RULES
from .schemas import ArticleQuery, ArticleSearchIn
from .telling import Teller, attachments, day
from .words import ACTIONS, ANSWERS, AUDIENCES, EXPIRED, STATES, WITHDRAWN, WORKING, name_of
from .words import RULES as RULE_STATES

MOST_COUNTED = 1000


# --- start ------------------------------------------------------------------------------------------------------------
def start(actor: Actor, language: str) -> dict[str, Any]:
    may = ["correct"]
    may += ["write"] if actor.can(PROPOSE) or actor.can(PUBLISH) else []
    may += [name for name, code in (("publish", PUBLISH), ("board", BOARD), ("rules", RULES)) if actor.can(code)]
    about, articles = topics(actor)
    return {
        "audiences": [{"code": code, "name": name_of(AUDIENCES, code, language)} for code in AUDIENCES],
        "states": [
            {"code": code, "name": name_of(STATES, code, language), "tone": row[2]} for code, row in STATES.items()
        ],
        "rule_states": [
            {"code": code, "name": name_of(RULE_STATES, code, language), "tone": row[2]}
            for code, row in RULE_STATES.items()
        ],
        "categories": about, "lists": _lists(actor, language), "may": may, "articles": articles,
        "upward": upward.configured(),
    }  # fmt: skip


def topics(actor: Actor | None) -> tuple[list[dict[str, Any]], int]:
    """Categories that have articles, within what this person may read, and how many articles there are."""
    condition, params = search.Narrow(access.reach_sql(actor)).sql()
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT c, count(*) FROM (SELECT DISTINCT a.id, unnest(a.categories || ARRAY['']::varchar[]) AS c"
            f" FROM knowledge_article a WHERE {condition}) x GROUP BY c",
            params,
        )
        counts = dict(cursor.fetchall())
    known = catalogue.current()
    rows = [row for row in known.categories.values() if counts.get(row.code)]
    made = [
        {"id": row.id, "code": row.code, "name": row.name, "path": row.path_name, "articles": counts[row.code]}
        for row in rows
    ]
    return sorted(made, key=lambda one: (-one["articles"], one["code"])), counts.get("", 0)


_NAMES = {
    "to_review": ("待审核", "To review"), "mine": ("我的稿件", "My drafts"), "due": ("到期待复核", "Due for review"),
    "expired": ("已失效", "Expired"), "corrections": ("纠错", "Corrections"),
}  # fmt: skip


def _lists(actor: Actor, language: str) -> list[dict[str, Any]]:
    """Lists of work with how many there are, counted to a bound."""
    made: dict[str, tuple[int, int]] = {}
    writes = actor.can(PROPOSE) or actor.can(PUBLISH)
    if actor.can(PUBLISH):
        made["to_review"] = (_bounded(_listed(actor, "to_review")), 0)
    if writes:
        for code in ("mine", "due", "expired"):
            made[code] = (_bounded(_listed(actor, code)), 0)
    waiting = corrections.visible(actor).filter(state="waiting")
    found = waiting.aggregate(all=Count("pk"), late=Count("pk", filter=Q(due_at__lt=timezone.now())))
    made["corrections"] = (found["all"], found["late"])
    return [
        {"code": code, "name": _NAMES[code][language == "en"], "count": count, "late": late}
        for code, (count, late) in made.items()
    ]


def _bounded(found: QuerySet[Article]) -> int:
    return found.order_by()[:MOST_COUNTED].count()


def _listed(actor: Actor, code: str) -> QuerySet[Article]:
    found, today = access.readable(actor), timezone.localdate()
    published = Q(state__in=ANSWERS)
    if code == "to_review":
        return found.filter(editions__state="review")
    if code in ("mine", "drafts"):
        found = found.filter(editions__state__in=WORKING)
        return found.filter(editions__author_id_at=actor.account_id) if code == "mine" else found
    if code == "due":
        warn = today + timedelta(days=periods.of(KnowledgePeriod.WARN)[0])
        return _mine(actor, found).filter(
            published, Q(valid_until__isnull=True) | Q(valid_until__gte=today), review_on__lte=warn
        )
    if code == "expired":
        return _mine(actor, found).filter(Q(state=EXPIRED) | (published & Q(valid_until__lt=today)))
    if code == "withdrawn":
        return found.filter(state=WITHDRAWN)
    if code == "published":
        return found.filter(access.answers(today))
    if code == "live":
        return found.filter(published)
    return found


def in_state(state: str) -> Q:
    """By the days themselves, whatever the worker has come to."""
    today = timezone.localdate()
    lapsed = Q(state__in=ANSWERS, valid_until__lt=today)
    late = Q(review_on__isnull=False, review_on__lte=today)
    return {
        "published": Q(state__in=ANSWERS) & ~lapsed & ~late, "due": Q(state__in=ANSWERS) & ~lapsed & late,
        "expired": Q(state=EXPIRED) | lapsed, "withdrawn": Q(state=WITHDRAWN),
    }[state]  # fmt: skip


def in_states(found: QuerySet[Article]) -> dict[str, int]:
    said: dict[str, int] = found.aggregate(
        **{state: Count("pk", filter=in_state(state)) for state in ("published", "due", "expired", "withdrawn")}
    )
    return said


def _mine(actor: Actor, found: QuerySet[Article]) -> QuerySet[Article]:
    """Of work to be done: of one's own unit, or all for whoever publishes."""
    return found if actor.can(PUBLISH) else found.filter(unit_id__in=sorted(actor.unit_ids))


# --- lists ------------------------------------------------------------------------------------------------------------
def page(actor: Actor, wanted: ArticleQuery, language: str) -> dict[str, Any]:
    found = _listed(actor, wanted.list)
    if wanted.state:
        found = found.filter(in_state(wanted.state))
    known = catalogue.current()
    if wanted.unit:
        roots = {row.id for row in known.units.values() if row.code == wanted.unit}
        below = [u.id for u in known.units.values() if roots & ({u.id} if wanted.own else {u.id, *u.ancestors})]
        found = found.filter(unit_id__in=below)
    if wanted.category:
        roots = {row.id for row in known.categories.values() if row.code == wanted.category}
        codes = [
            c.code for c in known.categories.values() if roots & ({c.id} if wanted.exact else {c.id, *c.ancestors})
        ]
        found = found.filter(categories__overlap=codes or [""])
    if wanted.audience:
        found = found.filter(audience=wanted.audience)
    if wanted.published_from or wanted.published_to:
        found = found.filter(pk__in=published_between(wanted.published_from, wanted.published_to).values("article_id"))
    if wanted.due_by:
        found = found.filter(access.answers(), review_on__lte=wanted.due_by)
    if wanted.cursor:
        at, key = _cursor(wanted.cursor)
        found = found.filter(Q(changed_at__lt=at) | Q(changed_at=at, pk__lt=key))
    rows = list(found.order_by("-changed_at", "-id")[: wanted.limit + 1])
    shown = rows[: wanted.limit]
    drafts = {one.article_id: one for one in Edition.objects.filter(article__in=shown, state__in=WORKING)}
    writes = {row.pk: access.may_write(actor, row.unit_id) for row in shown}
    teller = Teller(language)
    more = len(rows) > wanted.limit
    return {
        "items": [teller.row(row, drafts.get(row.pk) if writes[row.pk] else None) for row in shown],
        "next_cursor": encode_cursor([shown[-1].changed_at, shown[-1].pk]) if more else None,
    }  # fmt: skip


def published_between(first: Any, last: Any) -> QuerySet[Edition]:
    """Editions published on these days, the first and the last included."""
    found = Edition.objects.filter(state__in=("published", "old"))
    if first:
        found = found.filter(decided_at__gte=periods.midnight(first))
    if last:
        found = found.filter(decided_at__lt=periods.midnight(last + timedelta(days=1)))
    return found


def _cursor(text: str) -> tuple[Any, int]:
    at, key = decode_cursor(text, 2)
    try:
        if not isinstance(key, int) or isinstance(key, bool) or not 0 < key < 2**63:
            raise ValueError(key)
        return storable_moment(datetime.fromisoformat(str(at))), key
    except ValueError:
        raise bad_cursor() from None


# --- search -----------------------------------------------------------------------------------------------------------
def searched(actor: Actor, wanted: ArticleSearchIn, language: str) -> dict[str, Any]:
    skip = skipped(wanted.cursor)
    narrow = search.narrowed(
        actor, category_id=wanted.category_id, area_id=wanted.area_id, unit_id=wanted.unit_id,
        audience=wanted.audience, fresh=wanted.fresh,
    )  # fmt: skip
    found = search.search(narrow, wanted.q, wanted.limit, skip) if wanted.q else None
    if found is None:
        found = search.most_used(narrow, wanted.limit, skip)
    elif not skip and not wanted.fresh:
        noted(wanted.q, len(found.hits), "desk")
    teller = Teller(language)
    return {
        "items": [teller.hit(article, passage) for article, passage in found.hits],
        "next_cursor": encode_cursor([skip + wanted.limit]) if found.more and found.hits else None,
        "corrected": found.corrected, "more": found.more,
    }  # fmt: skip


def skipped(cursor: str) -> int:
    if not cursor:
        return 0
    (skip,) = decode_cursor(cursor, 1)
    if not isinstance(skip, int) or isinstance(skip, bool) or not 0 <= skip <= 500:
        raise bad_cursor()
    return skip


_NOTE = """
INSERT INTO knowledge_askedfor AS a (day, words, place, times, empty) VALUES (%s, %s, %s, 1, %s)
ON CONFLICT (day, words, place) DO UPDATE SET times = a.times + 1, empty = a.empty + EXCLUDED.empty
"""


def noted(words: str, hits: int, place: str) -> None:
    """That something was looked for, and whether it was found. What could be somebody's number is not kept."""
    from chengyun.kernel import masks, tokens

    said = tokens.normalise(words)
    plain = " ".join(said.split())[:60].strip()
    if len(plain) < 2 or masks.mask_text(said) != said or any(len(run) > 6 for run in asking.numbers_in(plain)):
        return
    with connection.cursor() as cursor:
        cursor.execute(_NOTE, [timezone.localdate(), plain, place, 0 if hits else 1])


# --- one article ------------------------------------------------------------------------------------------------------
def detail(actor: Actor, article_id: int, number: int | None, language: str) -> dict[str, Any]:
    """What is published; the draft for who writes it; or the edition that was asked for, as it was."""
    shown: Edition | None = None
    if number is None:
        article = access.find(actor, article_id)
    else:
        article, shown = access.edition_of(actor, article_id, number)
    writes = access.may_write(actor, article.unit_id)
    editions = list(article.editions.defer("content").order_by("-number")[:50])
    draft = next((one for one in editions if one.state in WORKING), None)
    version, state = article.version, article.state
    if shown is not None:
        content.put(article, shown.content)
    teller = Teller(language)
    told = teller.row(article, draft if writes else None)
    told.update(version=shown.number if shown else article.edition)
    current = shown is None or (shown.number == article.edition and state in ANSWERS)
    if not current:
        told["answer"] = False
    passage = best(article.text, ())
    told["heading"] = passage.heading
    told["passage"] = [{"text": text, "mark": mark} for text, mark in passage.parts]
    mark = article.marks.filter(who=f"a:{actor.whose}").values_list("useful", flat=True).first()
    return {
        **told, "row_version": version, "text": article.text, "question": article.question,
        "keywords": article.keywords, "sources": article.sources, "attachments": attachments(article.files),
        "valid_from": day(article.valid_from), "current": current,
        "versions": [_version(one, language) for one in editions if writes or one.state in ("published", "old")],
        "steps": _steps(article, language) if writes else [],
        "corrections": corrections.of_article(actor, article, teller),
        "marked": "" if mark is None else "useful" if mark else "useless",
        "cited_query": {"gathered": f"cited:{article.pk}"}, "may_write": writes,
        "actions": [
            {"code": code, "name": name_of(ACTIONS, code, language), "tone": ACTIONS[code][2],
             "needs_note": code in writing.NEEDS_NOTE}
            for code in writing.possible(actor, article, writing.working(article) if writes else None)
        ] if shown is None or shown.state in WORKING or current else [],
    }  # fmt: skip


def _version(one: Edition, language: str) -> dict[str, Any]:
    return {
        "number": one.number, "state": one.state, "state_name": name_of(STATES, one.state, language),
        "at": iso(one.decided_at or one.saved_at), "by": one.author, "note": one.note, "reason": one.reason,
    }  # fmt: skip


def _steps(article: Article, language: str) -> list[dict[str, Any]]:
    return [
        {"at": iso(one.at), "by": one.actor, "action": one.action,
         "action_name": name_of(ACTIONS, one.action, language), "version": one.edition, "note": one.note}
        for one in article.steps.order_by("-id")[:50]
    ]  # fmt: skip


def asked_in(first: Any, last: Any) -> QuerySet[AskedFor]:
    return AskedFor.objects.filter(day__gte=first, day__lte=last)
