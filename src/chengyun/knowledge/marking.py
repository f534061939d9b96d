"""Useful or not, once per person; the article keeps the sums."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from chengyun.org.access import Actor

from . import access
from .models import Article, Mark


def mark(actor: Actor, article_id: int, useful: bool | None) -> Article:
    article = access.find(actor, article_id)
    return put(article, f"a:{actor.whose}", useful)


def put(article: Article, who: str, useful: bool | None) -> Article:
    """Somebody's mark in place of the one before; None takes it back."""
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=article.pk)
        old = article.marks.filter(who=who).first()
        if old is not None:
            _count(article, old.useful, -1)
            old.delete()
        if useful is not None:
            Mark.objects.create(article=article, who=who, useful=useful, edition=article.edition, at=timezone.now())
            _count(article, useful, 1)
        article.save(update_fields=["useful", "useless"])
    return article


def _count(article: Article, useful: bool, step: int) -> None:
    if useful:
        article.useful = max(0, article.useful + step)
    else:
        article.useless = max(0, article.useless + step)
