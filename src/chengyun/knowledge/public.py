"""The public help: articles for everybody that are valid today, and nothing else. Nobody is logged in."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils import timezone

from chengyun.kernel import config, ratelimit
from chengyun.kernel.models import StoredFile
from chengyun.kernel.paging import encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac

from . import access, marking, queries, search
from .models import Article
from .passages import Best
from .telling import Teller, attachments, day
from .words import PUBLIC

POPULAR = 8
USES = {"read": 120, "search": 60, "mark": 20}
"""How often in a minute one address may do something. A community's hall is one address."""


def take(use: str, address: str) -> None:
    """Count one use. Problem 429 when an address asks too much."""
    try:
        ratelimit.take(f"help:{use}:{_digest(address).hex()[:24]}", USES[use])
    except Problem as problem:
        raise Problem(
            429, "too_many_requests", "操作太频繁，请稍后再试", "查询太频繁，请稍等一会儿再试，或拨打 12345。",
            headers=problem.headers, retry_after=problem.extra.get("retry_after"),
        ) from None  # fmt: skip


def _digest(text: str) -> bytes:
    return sm3_hmac(config.current().signing_key().encode(), f"knowledge\0{text}".encode())


def who(address: str, device: str) -> str:
    """A person without a name: the browser's own mark, and the address it comes from."""
    digest = _digest(f"{address}\0{device}").hex()
    return f"p:{digest[:40]}"


# --- reading ----------------------------------------------------------------------------------------------------------
def start(language: str) -> dict[str, Any]:
    topics, articles = queries.topics(None)
    popular = search.most_used(search.narrowed(None), POPULAR)
    teller = Teller(language)
    return {
        "topics": [{"id": one["id"], "name": one["name"], "count": one["articles"]} for one in topics[:60]],
        "popular": [told(teller, article, passage) for article, passage in popular.hits], "articles": articles,
    }  # fmt: skip


def searched(words: str, topic: int | None, limit: int, cursor: str, language: str) -> dict[str, Any]:
    skip = queries.skipped(cursor)
    narrow = search.narrowed(None, category_id=topic)
    found = search.search(narrow, words, limit, skip) if words else search.most_used(narrow, limit, skip)
    if words and not skip:
        queries.noted(words, len(found.hits), "public")
    teller = Teller(language)
    return {
        "items": [told(teller, article, passage) for article, passage in found.hits],
        "next_cursor": encode_cursor([skip + limit]) if found.more and found.hits else None,
        "corrected": found.corrected,
    }  # fmt: skip


def find(article_id: int) -> Article:
    found = Article.objects.filter(access.answers(), pk=article_id, audience=PUBLIC).first()
    if found is None:
        raise Problem(404, "not_found", "没有这条内容", "它可能已撤下或过期，请重新搜索，或拨打 12345。")
    return found


def detail(article_id: int, language: str) -> dict[str, Any]:
    article = find(article_id)
    teller = Teller(language)
    return {
        **told(teller, article, search.best(article.text, ())), "text": article.text,
        "unit": teller.unit(article.unit_id)["name"], "valid_until": day(article.valid_until),
        "sources": article.sources,
        "files": [
            {name: one[name] for name in ("name", "size", "mime", "url")}
            for one in attachments(article.files, f"/api/v1/help/articles/{article.pk}/files")
        ],
    }  # fmt: skip


def told(teller: Teller, article: Article, passage: Best) -> dict[str, Any]:
    changed = timezone.localdate(article.published_at) if article.published_at else None
    return {
        "id": article.pk, "title": article.title, "heading": passage.heading,
        "passage": [{"text": text, "mark": mark} for text, mark in passage.parts],
        "topics": [one["name"] for one in teller.categories(article.categories)], "phones": article.phones,
        "changed_on": day(changed), "useful": article.useful,
    }  # fmt: skip


def file_of(article_id: int, file_id: uuid.UUID) -> StoredFile:
    article = find(article_id)
    if any(one["id"] == str(file_id) for one in article.files):
        row = StoredFile.objects.filter(pk=file_id).first()
        if row is not None and row.scan_state != StoredFile.INFECTED:
            return row
    raise Problem(404, "not_found", "没有这个文件", "它可能已撤下。")


def mark(article_id: int, useful: bool, address: str, device: str) -> int:
    return marking.put(find(article_id), who(address, device), useful).useful
