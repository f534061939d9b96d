"""What the days do to articles: due for review, expired; owners are told."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import notices

from . import periods
from .models import Article, ArticleStep, AskedFor, KnowledgePeriod
from .permissions import PUBLISH
from .words import DUE, EXPIRED, PUBLISHED
from .writing import NOTICE

ASKED_KEPT = timedelta(days=400)
AT_ONCE = 500


def by_days(now: datetime | None = None) -> dict[str, int]:
    """Harmless when done twice."""
    now = now or timezone.now()
    today = timezone.localdate(now)
    expired = _turn(Q(state__in=(PUBLISHED, DUE), valid_until__lt=today), EXPIRED, "expire", now)
    due = _turn(Q(state=PUBLISHED, review_on__lte=today), DUE, "due", now)
    _warn(now)
    AskedFor.objects.filter(day__lt=today - ASKED_KEPT).delete()
    return {"expired": expired, "due": due}


def _turn(which: Q, state: str, action: str, now: datetime) -> int:
    done = 0
    while True:
        with transaction.atomic():
            found = list(Article.objects.select_for_update(skip_locked=True).filter(which).order_by("pk")[:AT_ONCE])
            for article in found:
                article.state = state
                article.version += 1
            Article.objects.bulk_update(found, ["state", "version"], batch_size=200)
            ArticleStep.objects.bulk_create(
                [ArticleStep(article=one, at=now, actor="系统", action=action, edition=one.edition) for one in found]
            )
            for one in found:
                words = "已失效，不再作为答复" if state == EXPIRED else "到期，请复核"
                _tell(one, f"知识“{one.title}”{words}。", f"{action}-{one.version}", now)
        done += len(found)
        if len(found) < AT_ONCE:
            return done


def _warn(now: datetime) -> None:
    """Owners are told some days before a review is due, once for each review."""
    today = timezone.localdate(now)
    days, _ = periods.of(KnowledgePeriod.WARN)
    soon = Article.objects.filter(state=PUBLISHED, review_on__gt=today, review_on__lte=today + timedelta(days=days))
    for one in soon.order_by("review_on", "pk")[:AT_ONCE]:
        _tell(one, f"知识“{one.title}”将于 {one.review_on} 到期，请安排复核。", f"soon-{one.review_on}", now)


def _tell(article: Article, text: str, why: str, now: datetime) -> None:
    accounts = notices.accounts_of_units([article.unit_id]) or notices.accounts_with(PUBLISH)
    notices.tell(accounts, None, NOTICE, text, f"{NOTICE}-{article.pk}-{why}", now)
