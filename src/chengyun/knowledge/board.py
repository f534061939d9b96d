"""What the knowledge base lacks: searches in vain, answers without an article, coverage, freshness, contributions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Max, Q, Sum
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.org.access import Actor

from . import access, periods, queries
from .models import Answered, Article, Correction, Edition
from .permissions import BOARD
from .telling import Teller
from .words import STATES, WAITING, name_of

MOST_SEARCHES, MOST_CATEGORIES = 50, 200


def figure(value: int | None, **opens: Any) -> dict[str, Any]:
    return {"value": value or 0, "opens": opens}


def tell(actor: Actor, days: int, language: str) -> dict[str, Any]:
    actor.require(BOARD)
    last = timezone.localdate()
    first = last - timedelta(days=days - 1)
    searches, searched, found = _searches(first, last)
    coverage = _coverage(actor, first, last, language)
    return {
        "first": first.isoformat(), "last": last.isoformat(), "totals": _totals(actor, first, last),
        "coverage": coverage, "freshness": _freshness(actor, language),
        "contribution": _contribution(first, last, language), "searches": searches, "searched": searched,
        "found": found,
    }  # fmt: skip


def _totals(actor: Actor, first: date, last: date) -> dict[str, Any]:
    spot = Answered.objects.filter(at__gte=periods.midnight(first), at__lt=periods.midnight(last + timedelta(days=1)))
    said = spot.aggregate(all=Count("pk"), without=Count("pk", filter=Q(cited=False)))
    readable = access.readable(actor)
    days = f"{first}:{last}"
    return {
        "articles": figure(readable.filter(access.answers()).count(), articles={"list": "published"}),
        "to_review": figure(readable.filter(editions__state="review").count(), articles={"list": "to_review"}),
        "on_the_spot": figure(said["all"], cases={"gathered": f"answered_on_the_spot:{days}"}),
        "without_article": figure(said["without"], cases={"gathered": f"answered_without_article:{days}"}),
        "corrections": figure(
            Correction.objects.filter(state=WAITING).count(), corrections={"state": "waiting"}
        ),
    }  # fmt: skip


def _searches(first: date, last: date) -> tuple[list[dict[str, Any]], int, int]:
    """What was looked for in vain; all searches and those that found something."""
    asked = queries.asked_in(first, last)
    sums = asked.aggregate(times=Sum("times"), empty=Sum("empty"))
    rows = (
        asked.filter(empty__gt=0).values("words", "place").annotate(t=Sum("times"), e=Sum("empty"), at=Max("day"))
        .order_by("-e", "words")[:MOST_SEARCHES]
    )  # fmt: skip
    times = sums["times"] or 0
    return [
        {"words": row["words"], "times": row["t"], "empty": row["e"], "place": row["place"],
         "last": row["at"].isoformat()}
        for row in rows
    ], times, times - (sums["empty"] or 0)  # fmt: skip


def _coverage(actor: Actor, first: date, last: date, language: str) -> list[dict[str, Any]]:
    """By category: articles that may be an answer, answers on the spot, those without an article. What was answered
    most without one stands first."""
    known = catalogue.current()
    rows = (
        Answered.objects.filter(at__gte=periods.midnight(first), at__lt=periods.midnight(last + timedelta(days=1)))
        .values("category_id").annotate(all=Count("pk"), without=Count("pk", filter=Q(cited=False)))
    )  # fmt: skip
    said = {row["category_id"]: row for row in rows}
    articles: dict[str, int] = {}
    for codes in access.readable(actor).filter(access.answers()).values_list("categories", flat=True).iterator():
        for code in codes:
            articles[code] = articles.get(code, 0) + 1
    made = []
    for row in known.categories.values():
        spot = said.get(row.id, {"all": 0, "without": 0})
        number = articles.get(row.code, 0)
        if not (spot["all"] or number):
            continue
        what = f"{first}:{last}:{row.id}"
        made.append({
            "category": {"id": row.id, "code": row.code, "name": row.name},
            "articles": figure(number, articles={"list": "published", "category": row.code, "exact": "true"}),
            "asked": figure(spot["all"], cases={"gathered": f"answered_on_the_spot:{what}"}),
            "direct": figure(spot["all"] - spot["without"], cases={"gathered": f"answered_with_article:{what}"}),
            "uncited": figure(spot["without"], cases={"gathered": f"answered_without_article:{what}"}),
        })  # fmt: skip
    made.sort(key=lambda one: (-one["uncited"]["value"], one["articles"]["value"], one["category"]["code"]))
    return made[:MOST_CATEGORIES]


def _freshness(actor: Actor, language: str) -> list[dict[str, Any]]:
    said = queries.in_states(access.readable(actor))
    return [
        {"code": code, "name": name_of(STATES, code, language), "tone": STATES[code][2],
         "figure": figure(said[code], articles={"state": code})}
        for code in ("published", "due", "expired", "withdrawn")
    ]  # fmt: skip


def _contribution(first: date, last: date, language: str) -> list[dict[str, Any]]:
    """By the unit that keeps the articles."""
    made: dict[int, dict[str, int]] = {}

    def put(name: str, rows: Any, column: str) -> None:
        for row in rows:
            made.setdefault(row[column], {})[name] = row["n"]

    put("published", queries.published_between(first, last).values("article__unit_id").annotate(n=Count("pk")),
        "article__unit_id")  # fmt: skip
    waiting = Edition.objects.filter(state="review").values("article__unit_id").annotate(n=Count("pk"))
    put("waiting", waiting, "article__unit_id")
    due = Article.objects.filter(queries.in_state("due"))
    put("due", due.values("unit_id").annotate(n=Count("pk")), "unit_id")
    ended = Correction.objects.filter(
        due_at__gte=periods.midnight(first), due_at__lt=periods.midnight(last + timedelta(days=1))
    )
    put("corrections", ended.values("unit_id").annotate(n=Count("pk")), "unit_id")
    late = ended.filter(Q(answered_at__gt=F("due_at")) | Q(state=WAITING, due_at__lt=timezone.now()))
    put("late", late.values("unit_id").annotate(n=Count("pk")), "unit_id")
    teller = Teller(language)
    span = {"due_from": first.isoformat(), "due_to": last.isoformat()}
    found = []
    for unit_id, said in made.items():
        unit = teller.unit(unit_id)
        mine = {"unit": unit["code"], "own": "true"}
        found.append({
            "unit": unit,
            "published": figure(
                said.get("published"),
                articles={**mine, "published_from": first.isoformat(), "published_to": last.isoformat()},
            ),
            "waiting": figure(said.get("waiting"), articles={**mine, "list": "to_review"}),
            "due": figure(said.get("due"), articles={**mine, "state": "due"}),
            "corrections": figure(said.get("corrections"), corrections={**mine, **span, "state": "all"}),
            "late": figure(said.get("late"), corrections={**mine, **span, "state": "late"}),
        })  # fmt: skip
    return sorted(found, key=lambda one: (-one["published"]["value"], one["unit"]["code"]))
