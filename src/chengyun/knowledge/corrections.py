"""What call-takers find wrong in an article, with a clock of working time for whoever keeps it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.cases.present import iso
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, periods
from .models import Article, Correction, KnowledgePeriod
from .permissions import PROPOSE, PUBLISH
from .schemas import CorrectionQuery
from .telling import Teller
from .words import ACCEPTED, CORRECTIONS, WAITING, name_of

NOTICE = "correction"
SHOWN = 50


def visible(actor: Actor) -> QuerySet[Correction]:
    """All for whoever publishes; of one's own unit; what one reported."""
    if actor.can(PUBLISH):
        return Correction.objects.all()
    mine = Q(by_id=actor.whose) if actor.whose is not None else Q(pk__in=[])
    return Correction.objects.filter(mine | Q(unit_id__in=sorted(actor.unit_ids)) if actor.can(PROPOSE) else mine)


def report(actor: Actor, article_id: int, text: str, passage: str, now: datetime | None = None) -> Correction:
    now = now or timezone.now()
    with transaction.atomic():
        article = access.find(actor, article_id, lock=True)
        if not article.edition:
            raise Problem(409, "wrong_state", "现在不能这样操作", "这条知识还没有发布，请直接修改草稿。")
        if article.corrections.filter(state=WAITING, by_id=actor.whose)[:5].count() >= 5:
            raise Problem(409, "too_many", "现在不能这样操作", "您对这条知识已有 5 条纠错在等答复。")
        amount, unit = periods.of(KnowledgePeriod.CORRECTION, article.categories)
        row = Correction.objects.create(
            article=article, edition=article.edition, text=text, passage=passage, unit_id=article.unit_id, at=now,
            by_id=actor.whose, by=actor.name, due_at=periods.after(now, amount, unit),
            limit=periods.in_words(amount, unit),
        )  # fmt: skip
        told = {*notices.accounts_of_units([article.unit_id]), *notices.accounts_with(PUBLISH)} - {actor.account_id}
        _tell(row, sorted(told), f"知识“{article.title}”有人报告错误，请在{row.limit}内答复。", "new", now)
    return row


def answer(actor: Actor, correction_id: int, decision: str, text: str, version: int) -> Correction:
    now = timezone.now()
    with transaction.atomic():
        row = visible(actor).filter(pk=correction_id).first()
        if row is not None:
            row = Correction.objects.select_for_update().filter(pk=correction_id).first()
        if row is None:
            raise Problem(404, "not_found", "没有这条纠错", "它不存在，或您无权查看。")
        if not access.may_write(actor, row.unit_id):
            raise Problem(403, "forbidden", "没有权限", "纠错由维护单位或知识管理员答复。")
        if row.version != version or row.state != WAITING:
            raise Problem(
                409, "version_conflict", "别人刚刚答复过", "这条纠错已有答复，请刷新。", current={"state": row.state}
            )
        row.state, row.answer, row.answered_at, row.answered_by = decision, text, now, actor.name
        row.version = F("version") + 1
        row.save()
        row.refresh_from_db()
        if row.by_id is not None and row.by_id != actor.account_id:
            said = "已采纳" if decision == ACCEPTED else "未采纳"
            _tell(row, [row.by_id], f"您对“{row.article.title}”的纠错{said}：{text[:100]}", "answer", now)
    return row


def remind(now: datetime | None = None) -> int:
    """Those that are late: owner and publishers are told once."""
    now = now or timezone.now()
    late = Correction.objects.filter(state=WAITING, due_at__lt=now, told_late=False).select_related("article")
    number = 0
    for row in late[:500]:
        told = {*notices.accounts_of_units([row.unit_id]), *notices.accounts_with(PUBLISH)}
        _tell(row, sorted(told), f"知识“{row.article.title}”的纠错超期未答复。", "late", now)
        Correction.objects.filter(pk=row.pk).update(told_late=True)
        number += 1
    return number


def _tell(row: Correction, accounts: list[int], text: str, why: str, now: datetime) -> None:
    notices.tell(accounts, None, NOTICE, text, f"{NOTICE}-{row.article_id}-{row.pk}-{why}", now)


# --- reading ----------------------------------------------------------------------------------------------------------
def page(actor: Actor, wanted: CorrectionQuery, language: str) -> dict[str, Any]:
    found = visible(actor)
    now = timezone.now()
    if wanted.state == "late":
        found = found.filter(Q(state=WAITING, due_at__lt=now) | Q(answered_at__gt=F("due_at")))
    elif wanted.state == "in_time":
        found = found.exclude(state=WAITING).filter(answered_at__lte=F("due_at"))
    elif wanted.state != "all":
        found = found.filter(state=wanted.state)
    if wanted.passed:
        found = found.filter(due_at__lt=now)
    if wanted.unit:
        known = catalogue.current().units
        roots = {row.id for row in known.values() if row.code == wanted.unit}
        below = [u.id for u in known.values() if roots & ({u.id} if wanted.own else {u.id, *u.ancestors})]
        found = found.filter(unit_id__in=below)
    if wanted.due_from:
        found = found.filter(due_at__gte=periods.midnight(wanted.due_from))
    if wanted.due_to:
        found = found.filter(due_at__lt=periods.midnight(wanted.due_to + timedelta(days=1)))
    if wanted.cursor:
        found = _after(found, wanted.cursor)
    rows = list(found.select_related("article").order_by("-at", "-id")[: SHOWN + 1])
    teller = Teller(language)
    more = len(rows) > SHOWN
    return {
        "items": [told(actor, row, teller) for row in rows[:SHOWN]],
        "next_cursor": encode_cursor([rows[SHOWN - 1].at, rows[SHOWN - 1].pk]) if more else None,
    }


def _after(found: QuerySet[Correction], cursor: str) -> QuerySet[Correction]:
    at, key = decode_cursor(cursor, 2)
    try:
        moment = storable_moment(datetime.fromisoformat(str(at)))
        if not isinstance(key, int) or isinstance(key, bool) or not 0 < key < 2**63:
            raise ValueError(key)
    except ValueError:
        raise bad_cursor() from None
    return found.filter(Q(at__lt=moment) | Q(at=moment, pk__lt=key))


def of_article(actor: Actor, article: Article, teller: Teller) -> list[dict[str, Any]]:
    """What waits for an answer, for who writes the article; one's own for everybody."""
    found = article.corrections.filter(state=WAITING)
    if not access.may_write(actor, article.unit_id):
        found = found.filter(by_id=actor.whose)
    return [told(actor, row, teller) for row in found.select_related("article").order_by("due_at")[:20]]


def told(actor: Actor, row: Correction, teller: Teller) -> dict[str, Any]:
    article = row.article
    late = (row.answered_at or timezone.now()) > row.due_at
    return {
        "id": row.pk, "article": {"id": article.pk, "code": article.number, "name": article.title},
        "version": row.edition, "row_version": row.version, "text": row.text, "passage": row.passage, "by": row.by,
        "at": iso(row.at), "due_at": iso(row.due_at), "limit": row.limit, "late": late,
        "unit": teller.unit(row.unit_id),
        "state": row.state, "state_name": name_of(CORRECTIONS, row.state, teller.language),
        "tone": "danger" if late and row.state == WAITING else CORRECTIONS[row.state][2], "answer": row.answer,
        "answered_at": iso(row.answered_at), "answered_by": row.answered_by,
        "may_answer": row.state == WAITING and access.may_write(actor, row.unit_id),
    }  # fmt: skip
