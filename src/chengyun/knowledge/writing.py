"""The life of an article: drafted, reviewed, published, confirmed, withdrawn. Each step in one transaction; of two who
save at once the second is told."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access, content, indexing, periods
from .access import invalid
from .models import Article, ArticleStep, Edition
from .permissions import PROPOSE, PUBLISH
from .words import (
    ACTIONS,
    ANSWERS,
    DRAFT,
    DROPPED,
    DUE,
    EXPIRED,
    OLD,
    PUBLISHED,
    RETURNED,
    REVIEW,
    WITHDRAWN,
    WORKING,
)  # fmt: skip

NOTICE = "article"
NEEDS_NOTE = frozenset({"return", "withdraw"})


def create(actor: Actor, given: Mapping[str, Any], now: datetime | None = None) -> Article:
    """A draft; a unit's is its proposal."""
    if not (actor.can(PROPOSE) or actor.can(PUBLISH)):
        actor.require(PROPOSE)
    now = now or timezone.now()
    unit_id = given.get("unit_id") or actor.unit_id
    if unit_id is None or catalogue.current().unit(unit_id) is None:
        raise invalid("unit_id", "请选择维护单位。")
    if not access.may_write(actor, unit_id):
        raise Problem(403, "forbidden", "没有权限", "只能为本单位写知识。")
    made = content.checked(actor, given)
    with transaction.atomic():
        article = begin(actor, unit_id, made, now)
        content.keep_files(article, made)
        Edition.objects.create(
            article=article, number=1, content=made, author_id_at=actor.account_id, author=actor.name, saved_at=now,
            note=given.get("note", ""),
        )  # fmt: skip
        step(article, actor, "create", 1, given.get("note", ""), now)
    return article


def begin(actor: Actor, unit_id: int, made: Mapping[str, Any], now: datetime, origin: str = "hand") -> Article:
    article = Article(
        number=uuid.uuid4().hex[:20], unit_id=unit_id, changed_at=now, changed_by=actor.name, created_at=now,
        origin=origin,
    )  # fmt: skip
    content.put(article, made)
    article.save()
    article.number = f"ZS{article.pk:06d}"
    article.save(update_fields=["number"])
    return article


def save(actor: Actor, article_id: int, given: Mapping[str, Any], version: int, now: datetime | None = None) -> Article:
    """Save the draft beside what is published. Problem 409 when somebody else saved meanwhile."""
    now = now or timezone.now()
    with transaction.atomic():
        article = access.find_to_write(actor, article_id)
        same(article, version)
        made = content.checked(actor, given, article)
        unit_id = given.get("unit_id") or article.unit_id
        if unit_id != article.unit_id:
            if not actor.can(PUBLISH) or catalogue.current().unit(unit_id) is None:
                raise invalid("unit_id", "维护单位由知识管理员调整。")
            article.unit_id = unit_id
        draft = working(article)
        if draft is None:
            number = (article.editions.order_by("-number").values_list("number", flat=True).first() or 0) + 1
            draft = Edition(article=article, number=number)
        elif draft.state == REVIEW and not actor.can(PUBLISH):
            draft.state = DRAFT  # taken back: what is reviewed does not change under the reader's eyes
        draft.content, draft.note, draft.saved_at = made, given.get("note", ""), now
        draft.author, draft.author_id_at = actor.name, actor.account_id
        draft.save()
        content.keep_files(article, made)
        if not article.edition:
            content.put(article, made)
            article.state = draft.state if draft.state in (DRAFT, REVIEW) else DRAFT
        done(article, actor, "edit", draft.number, given.get("note", ""), now)
    return article


def act(
    actor: Actor, article_id: int, action: str, version: int, note: str = "", now: datetime | None = None
) -> Article:
    """One step of its life. Problem 403, 409, 422."""
    now = now or timezone.now()
    with transaction.atomic():
        article = access.find_to_write(actor, article_id)
        same(article, version)
        draft = working(article)
        if action not in possible(actor, article, draft):
            raise Problem(
                409, "wrong_state", "现在不能这样操作", "这条知识的状态已变，或没有要处理的草稿，请刷新。",
                current={"state": article.state, "row_version": article.version},
            )  # fmt: skip
        if action in NEEDS_NOTE and len(note.strip()) < 2:
            raise invalid("note", "请写明原因。")
        _STEPS[action](actor, article, draft, note, now)
        number = draft.number if draft is not None and action in ("submit", "publish", "return", "drop") else 0
        done(article, actor, action, number or article.edition, note, now)
    return article


def possible(actor: Actor, article: Article, draft: Edition | None) -> list[str]:
    """What this person may do with it now, the likeliest first."""
    if not access.may_write(actor, article.unit_id):
        return []
    chief = actor.can(PUBLISH)
    found = []
    if draft is not None:
        if chief:
            found.append("publish")
        if draft.state == REVIEW and chief:
            found.append("return")
        if draft.state in (DRAFT, RETURNED):
            found += ["submit", "drop"]
    if article.edition and article.state in ANSWERS:
        found.append("confirm")
    if article.edition and chief:
        found += ["withdraw"] if article.state in (*ANSWERS, EXPIRED) else ["restore"]
    return found


# --- steps ------------------------------------------------------------------------------------------------------------
def _submit(actor: Actor, article: Article, draft: Edition, note: str, now: datetime) -> None:
    fault = content.faults(draft.content)
    if fault:
        raise invalid("text", fault)
    draft.state, draft.submitted_at, draft.reason = REVIEW, now, ""
    draft.save(update_fields=["state", "submitted_at", "reason"])
    if not article.edition:
        article.state = REVIEW
    words = f"{actor.name} 提交了知识“{draft.content['title']}”，请审核。"
    tell(article, notices.accounts_with(PUBLISH), words, "submit", now)


def _publish(actor: Actor, article: Article, draft: Edition, note: str, now: datetime) -> None:
    publish(actor, article, draft, note, now)
    indexing.index([article])
    if draft.author_id_at and draft.author_id_at != actor.account_id:
        tell(article, [draft.author_id_at], f"您写的知识“{article.title}”已发布。", "publish", now)


def publish(actor: Actor, article: Article, draft: Edition, note: str, now: datetime) -> None:
    """What is published now is this draft; the index follows separately."""
    fault = content.faults(draft.content)
    if fault:
        raise invalid("text", fault)
    article.editions.filter(state=PUBLISHED).update(state=OLD)
    content.put(article, draft.content)
    if article.review_on is None or article.review_on <= timezone.localdate(now):
        article.review_on = periods.review_day(now, article.categories, article.valid_until)
    draft.state, draft.decided_at, draft.decided_by, draft.reason = PUBLISHED, now, actor.name, note
    draft.save(update_fields=["state", "decided_at", "decided_by", "reason"])
    article.state, article.edition, article.published_at = PUBLISHED, draft.number, now


def _return(actor: Actor, article: Article, draft: Edition, note: str, now: datetime) -> None:
    draft.state, draft.decided_at, draft.decided_by, draft.reason = RETURNED, now, actor.name, note
    draft.save(update_fields=["state", "decided_at", "decided_by", "reason"])
    if not article.edition:
        article.state = DRAFT
    if draft.author_id_at:
        tell(article, [draft.author_id_at], f"知识“{draft.content['title']}”退回修改：{note}", "return", now)


def _drop(actor: Actor, article: Article, draft: Edition, note: str, now: datetime) -> None:
    draft.state, draft.decided_at, draft.decided_by = DROPPED, now, actor.name
    draft.save(update_fields=["state", "decided_at", "decided_by"])
    if not article.edition:
        article.state = WITHDRAWN


def _confirm(actor: Actor, article: Article, draft: Edition | None, note: str, now: datetime) -> None:
    article.review_on = periods.review_day(now, article.categories, article.valid_until)
    article.state = PUBLISHED


def _withdraw(actor: Actor, article: Article, draft: Edition | None, note: str, now: datetime) -> None:
    article.state = WITHDRAWN
    tell(article, notices.accounts_of_units([article.unit_id]), f"知识“{article.title}”已撤下：{note}", "withdraw", now)


def _restore(actor: Actor, article: Article, draft: Edition | None, note: str, now: datetime) -> None:
    if article.valid_until and article.valid_until < timezone.localdate(now):
        raise invalid("valid_until", "失效日期已过，请先修改日期再发布。")
    due = article.review_on is not None and article.review_on <= timezone.localdate(now)
    article.state = DUE if due else PUBLISHED


_STEPS: dict[str, Callable[..., None]] = {
    "submit": _submit, "publish": _publish, "return": _return, "drop": _drop, "confirm": _confirm,
    "withdraw": _withdraw, "restore": _restore,
}  # fmt: skip


# --- common -----------------------------------------------------------------------------------------------------------
def working(article: Article) -> Edition | None:
    """What is being written beside what is published."""
    return article.editions.filter(state__in=WORKING).first()


def same(article: Article, version: int) -> None:
    if article.version != version:
        raise Problem(
            409, "version_conflict", "别人刚刚修改过",
            f"{article.changed_by} 在您之后保存了这条知识，请刷新后再改，您写的内容不会丢。",
            current={"row_version": article.version, "changed_by": article.changed_by},
        )  # fmt: skip


def done(article: Article, actor: Actor, action: str, edition: int, note: str, now: datetime) -> None:
    article.version += 1
    article.changed_at, article.changed_by = now, actor.name
    article.save()
    step(article, actor, action, edition, note, now)


def step(article: Article, actor: Actor, action: str, edition: int, note: str, now: datetime) -> None:
    assert action in ACTIONS
    ArticleStep.objects.create(
        article=article, at=now, actor_id=actor.account_id, actor=actor.name, action=action, edition=edition,
        note=note[:500],
    )  # fmt: skip


def tell(article: Article, accounts: list[int], text: str, why: str, now: datetime) -> None:
    notices.tell(accounts, None, NOTICE, text, f"{NOTICE}-{article.pk}-{why}-{article.version}", now)
