"""Articles that cases are answered with: the action records which edition was read; a citation opens it as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q

from chengyun.cases import access as case_access
from chengyun.cases import citations, followers, gathered, lifecycle
from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, periods
from .models import Answered, Article, Citation, Edition
from .permissions import VIEW

_REF = re.compile(r"(ZS\d{6,12})@(\d{1,6})")
CITED, UNCITED, WITH_ARTICLE, ON_THE_SPOT = (
    "cited", "answered_without_article", "answered_with_article", "answered_on_the_spot",
)  # fmt: skip
ANSWERING = ("direct_answer", "reply")


def checked(actor: Actor, refs: Sequence[str]) -> list[dict[str, Any]]:
    """What the action keeps of each: the article, the edition, its title then. Problem 422."""
    if not actor.can(VIEW):
        raise access.invalid("citations", "您没有查知识库的权限，不能引用。")
    found: list[dict[str, Any]] = []
    for text in dict.fromkeys(refs):
        said = _REF.fullmatch(text)
        edition = (
            Edition.objects.filter(
                article__number=said[1], number=int(said[2]), state__in=("published", "old"),
                article__in=access.readable(actor),
            ).values("article_id", "number", "content__title").first()
            if said else None
        )  # fmt: skip
        if edition is None or said is None:
            raise access.invalid("citations", "引用的知识不存在，或您无权查看，请重新选择。")
        found.append({
            "ref": text, "number": said[1], "article_id": edition["article_id"], "version": edition["number"],
            "title": edition["content__title"],
        })  # fmt: skip
    return found


def recorded(work: Any, event: Any) -> None:
    """Follower of answering: in the transaction of the action."""
    cited = [one for one in event.payload.get("citations") or [] if isinstance(one, dict)]
    if cited:
        made = Citation.objects.bulk_create(
            [
                Citation(
                    case_id=work.case.pk, article_id=one["article_id"], edition=one["version"], action=event.action,
                    at=event.at, by_id=work.actor.whose, by=work.actor.name,
                )
                for one in cited
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        Article.objects.filter(pk__in=[one.article_id for one in made]).update(cited=F("cited") + 1)
    if event.action == "direct_answer":
        Answered.objects.update_or_create(
            case_id=work.case.pk,
            defaults={"category_id": work.case.category_id, "at": event.at, "cited": bool(cited)},
        )


def of_case(actor: Actor, number: str, language: str) -> list[dict[str, Any]]:
    case = case_access.find(actor, number)
    if case is None:
        raise Problem(404, "not_found", "没有找到案件", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    rows = list(Citation.objects.filter(case=case).order_by("at", "pk")[:50])
    titles = {
        (row["article_id"], row["number"]): row["content__title"]
        for row in Edition.objects.filter(
            article_id__in={row.article_id for row in rows}, number__in={row.edition for row in rows}
        ).values("article_id", "number", "content__title")
    }  # fmt: skip
    actions = lifecycle.get(case.lifecycle).actions
    return [
        {"article_id": row.article_id, "version": row.edition, "title": titles.get((row.article_id, row.edition), ""),
         "at": iso(row.at), "by": row.by, "action": row.action,
         "action_name": (rule.name_en if language == "en" else rule.name)
         if (rule := actions.get(row.action)) else row.action}
        for row in rows
    ]  # fmt: skip


# --- figures that open cases ------------------------------------------------------------------------------------------
def _cited(what: str) -> Q:
    return Q(pk__in=Citation.objects.filter(article_id=_id(what)).values("case_id"))


def _id(what: str) -> int:
    number = int(what)
    if not 0 < number < 2**63:
        raise ValueError(what)
    return number


def span(what: str) -> Q:
    """FIRST:LAST or FIRST:LAST:CATEGORY (an id, 0 for none), days of Shanghai."""
    first, last, *rest = what.split(":")
    start, end = date.fromisoformat(first), date.fromisoformat(last) + timedelta(days=1)
    condition = Q(at__gte=periods.midnight(start), at__lt=periods.midnight(end))
    if rest:
        key = int(rest[0])
        condition &= Q(category_id__isnull=True) if key == 0 else Q(category_id=_id(rest[0]))
    return condition


def _uncited(what: str) -> Q:
    return Q(pk__in=Answered.objects.filter(span(what), cited=False).values("case_id"))


def _with_article(what: str) -> Q:
    return Q(pk__in=Answered.objects.filter(span(what), cited=True).values("case_id"))


def _on_the_spot(what: str) -> Q:
    return Q(pk__in=Answered.objects.filter(span(what)).values("case_id"))


def _cited_words(what: str) -> str:
    row = Article.objects.filter(pk=_id(what)).first() if what.isdigit() else None
    return f"引用知识“{row.title if row else what}”的案件"


def register() -> None:
    citations.register(checked)
    for action in ANSWERING:
        followers.register(action, recorded)
    gathered.register(
        gathered.Source(CITED, _cited, _cited_words),
        gathered.Source(UNCITED, _uncited, lambda what: f"直接答复、没有引用知识的案件（{what}）"),
        gathered.Source(WITH_ARTICLE, _with_article, lambda what: f"直接答复、引用了知识的案件（{what}）"),
        gathered.Source(ON_THE_SPOT, _on_the_spot, lambda what: f"直接答复的案件（{what}）"),
    )
