"""Who may read and write which articles."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import Article, Edition
from .permissions import PROPOSE, PUBLISH, VIEW
from .words import ANSWERS, CALL_TAKERS, EXPIRED, PUBLIC


def invalid(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])


def not_found() -> Problem:
    return Problem(404, "not_found", "没有这条知识", "它不存在，或您无权查看。")


def at_the_centre(actor: Actor) -> bool:
    """Whether somebody works for the whole district: what is written for call-takers is for them."""
    return actor.is_system or any(scope.is_everywhere for scope in actor.scopes_for(VIEW))


def for_readers(actor: Actor) -> Q:
    """Whose audience this person belongs to."""
    if actor.can(PUBLISH):
        return Q()
    mine = Q(audience=PUBLIC) | Q(unit_id__in=sorted(actor.unit_ids))
    return mine | Q(audience=CALL_TAKERS) if at_the_centre(actor) else mine


def readable(actor: Actor) -> QuerySet[Article]:
    """What is or was published for this person; and what they may write."""
    if actor.can(PUBLISH):
        return Article.objects.all()
    condition = Q(state__in=(*ANSWERS, EXPIRED)) & for_readers(actor)
    if actor.can(PROPOSE):
        condition |= Q(unit_id__in=sorted(actor.unit_ids))
    return Article.objects.filter(condition)


def reach_sql(actor: Actor | None) -> tuple[str, list[Any]]:
    """The same for what may be an answer: a condition on knowledge_article a. None is the public."""
    if actor is None:
        return "a.audience = 'public'", []
    if actor.can(PUBLISH):
        return "TRUE", []
    audiences = [PUBLIC, CALL_TAKERS] if at_the_centre(actor) else [PUBLIC]
    return "(a.audience = ANY(%s) OR a.unit_id = ANY(%s))", [audiences, sorted(actor.unit_ids)]


def answers(today: date | None = None) -> Q:
    """What may be an answer today, whatever the worker has come to."""
    today = today or timezone.localdate()
    return (
        Q(state__in=ANSWERS)
        & (Q(valid_from__isnull=True) | Q(valid_from__lte=today))
        & (Q(valid_until__isnull=True) | Q(valid_until__gte=today))
    )


def may_write(actor: Actor, unit_id: int) -> bool:
    return actor.can(PUBLISH) or (actor.can(PROPOSE) and unit_id in actor.unit_ids)


def find(actor: Actor, article_id: int, *, lock: bool = False) -> Article:
    found = readable(actor).filter(pk=article_id).first()
    if found is not None and lock:
        found = Article.objects.select_for_update().filter(pk=article_id).first()
    if found is None:
        raise not_found()
    return found


def find_to_write(actor: Actor, article_id: int) -> Article:
    """Locked. Problem 403 for who may read but not write it."""
    found = find(actor, article_id, lock=True)
    if not may_write(actor, found.unit_id):
        raise Problem(403, "forbidden", "没有权限", "这条知识由别的单位维护；发现有误请点“报告错误”。")
    return found


def edition_of(actor: Actor, article_id: int, number: int) -> tuple[Article, Edition]:
    """An edition as it was: published ones for their audience, even after the article was withdrawn; a working one for
    who may write it."""
    row = Edition.objects.select_related("article").filter(article_id=article_id, number=number).first()
    if row is None:
        raise not_found()
    article = row.article
    if row.state in ("published", "old"):
        audience = row.content.get("audience", PUBLIC)
        mine = article.unit_id in actor.unit_ids or audience == PUBLIC
        if actor.can(PUBLISH) or mine or (audience == CALL_TAKERS and at_the_centre(actor)):
            return article, row
    elif may_write(actor, article.unit_id):
        return article, row
    raise not_found()
