"""Articles in the one search box, and who may open their files."""

from __future__ import annotations

from django.db.models import Q

from chengyun.kernel.models import StoredFile
from chengyun.org.access import Actor
from chengyun.org.searching import Asked, Found, Hit, Source, register

from . import access, search
from .models import ArticleFile
from .permissions import VIEW


def find(actor: Actor, asked: Asked) -> Found:
    """The best few; the detail is the passage that answers."""
    found = search.search(search.narrowed(actor), asked.text, asked.limit)
    hits = [
        Hit("article", str(article.pk), article.title, "".join(text for text, _ in passage.parts)[:80])
        for article, passage in found.hits
    ]
    return Found(hits, found.more)


def may_read(file: StoredFile, actor: Actor) -> bool:
    """Files of articles that may be read; of rules by everybody who uses the knowledge base."""
    if not actor.can(VIEW):
        return False
    named = ArticleFile.objects.filter(file_id=file.pk)
    return named.filter(Q(rule__isnull=False) | Q(article__in=access.readable(actor))).exists()


def register_all() -> None:
    register(Source("articles", "知识", "Articles", 35, (VIEW,), find))
