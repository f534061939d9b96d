"""Reporting to the city's knowledge base: a file in the documented form, or its interface when one is set up.

What is reported: articles for the public that are published, in the edition that is published. Each edition is pushed
once; the key makes repeating harmless for the other side.
"""

from __future__ import annotations

import json
import secrets
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.present import iso
from chengyun.kernel import config
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access
from .models import Article, Upward
from .permissions import PUBLISH
from .words import PUBLIC

FORM = "chengyun-knowledge/1"
MOST = 5_000
AT_ONCE = 20
MOST_TRIES = 12
STATES = {
    Upward.QUEUED: ("待发送", "Waiting", "progress"), Upward.SENT: ("已上报", "Reported", "done"),
    Upward.FAILED: ("未发出", "Not sent", "danger"),
}  # fmt: skip
WAYS = {Upward.FILE: ("文件", "File"), Upward.PUSH: ("接口", "Interface")}


def configured() -> bool:
    return bool(config.current().knowledge_url)


def _host() -> str:
    return urlsplit(config.current().knowledge_url).hostname or "" if configured() else ""


def waiting() -> QuerySet[Article]:
    """Public articles whose present edition was not reported."""
    done = Upward.objects.filter(article=OuterRef("pk"), edition=OuterRef("edition")).exclude(state=Upward.FAILED)
    return Article.objects.filter(access.answers(), ~Exists(done), audience=PUBLIC).order_by("pk")


def told(actor: Actor, language: str) -> dict[str, Any]:
    actor.require(PUBLISH)
    at = 1 if language == "en" else 0
    rows = Upward.objects.select_related("article").exclude(way=Upward.FILE, article__isnull=False)
    return {
        "configured": configured(), "address": _host(), "waiting": waiting()[:MOST].count(),
        "items": [
            {"way": row.way, "way_name": WAYS[row.way][at], "state": row.state, "state_name": STATES[row.state][at],
             "tone": STATES[row.state][2], "title": row.article.title if row.article else "", "articles": row.articles,
             "at": iso(row.at), "by": row.by, "tries": row.tries, "fault": row.fault}
            for row in rows.order_by("-at", "-id")[:50]
        ],
    }  # fmt: skip


# --- as a file --------------------------------------------------------------------------------------------------------
def as_file(actor: Actor, everything: bool) -> tuple[str, bytes]:
    """(name, JSON); recorded."""
    actor.require(PUBLISH)
    now = timezone.now()
    found = waiting()
    if everything:
        found = Article.objects.filter(access.answers(), audience=PUBLIC).order_by("pk")
    rows = list(found[:MOST])
    if not rows:
        raise Problem(
            409, "nothing_to_report", "现在不能这样操作", "没有新的公众知识要上报；需要全部重报的，请选“全部”。"
        )
    body = {"form": FORM, "made_at": iso(now), "district": _district(), "articles": [as_json(row) for row in rows]}
    with transaction.atomic():
        Upward.objects.create(
            way=Upward.FILE, state=Upward.SENT, key=secrets.token_hex(16), articles=len(rows), at=now, by=actor.name
        )
        Upward.objects.bulk_create(
            [Upward(way=Upward.FILE, state=Upward.SENT, article=row, edition=row.edition, key=secrets.token_hex(16),
                    at=now, by=actor.name) for row in rows], batch_size=500,
        )  # fmt: skip
    return f"知识上报-{timezone.localdate(now):%Y%m%d}.json", orjson.dumps(body, option=orjson.OPT_INDENT_2)


def as_json(article: Article) -> dict[str, Any]:
    known = catalogue.current()
    names = {row.code: row.name for row in known.categories.values()}
    return {
        "number": article.number, "version": article.edition, "title": article.title,
        "questions": [line for line in article.question.splitlines() if line.strip()], "text": article.text,
        "keywords": article.keywords, "unit": known.unit_name(article.unit_id),
        "categories": [{"code": code, "name": names.get(code, code)} for code in article.categories],
        "phones": article.phones, "sources": article.sources,
        "valid_from": article.valid_from.isoformat() if article.valid_from else None,
        "valid_until": article.valid_until.isoformat() if article.valid_until else None,
        "published_at": iso(article.published_at),
    }  # fmt: skip


def _district() -> str:
    from chengyun.org.models import Unit

    return Unit.objects.filter(kind="centre", parent__isnull=True).values_list("name", flat=True).first() or ""


# --- over the interface -----------------------------------------------------------------------------------------------
def order(actor: Actor, everything: bool) -> int:
    """What the worker is to push; how many. Problem 409 when no interface is set up."""
    actor.require(PUBLISH)
    if not configured():
        raise Problem(
            409, "not_configured", "没有配置市级知识库接口",
            "管理员在设置里写明 knowledge.url 后可用；现在可以导出文件上报。",
        )  # fmt: skip
    now = timezone.now()
    found = Article.objects.filter(access.answers(), audience=PUBLIC).order_by("pk") if everything else waiting()
    rows = [
        Upward(
            way=Upward.PUSH, article=row, edition=row.edition, key=f"{row.number}@{row.edition}"
            if not everything else f"{row.number}@{row.edition}-{now:%Y%m%d%H%M%S}", at=now, by=actor.name, next_at=now,
        )
        for row in found[:MOST]
    ]  # fmt: skip
    with transaction.atomic():
        Upward.objects.filter(key__in=[row.key for row in rows], state=Upward.FAILED).delete()
        Upward.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return len(rows)


def push(now: datetime | None = None) -> int:
    """Every minute: what waits is sent, each edition by itself; how many were taken."""
    if not configured():
        return 0
    now = now or timezone.now()
    due = Upward.objects.filter(way=Upward.PUSH, state=Upward.QUEUED, next_at__lte=now).select_related("article")
    sent = 0
    for row in due.order_by("next_at", "id")[:AT_ONCE]:
        fault = _send(row)
        if fault is None:
            row.state, row.fault, row.next_at = Upward.SENT, "", None
            sent += 1
        else:
            _failed(row, *fault, now)
        row.tries += 1
        row.save(update_fields=["state", "fault", "tries", "next_at"])
        if fault is not None and fault[1] is not None:
            break  # the other side asked to be left alone, or is away: the rest would meet the same
    return sent


def _send(row: Upward) -> tuple[str, float | None, bool] | None:
    """None when it was taken; else (why, seconds to wait, whether trying again may help)."""
    from chengyun.kernel import outbound, signing

    given = config.current()
    assert row.article is not None
    body = json.dumps({"form": FORM, "key": row.key, "article": as_json(row.article)}, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": row.key}
    if given.knowledge_key:
        parts = urlsplit(given.knowledge_url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            headers |= signing.sign(
                given.knowledge_scheme, given.knowledge_key, method="POST", path=path, body=body, at=timezone.now()
            )
        except ValueError as error:
            return f"签名密钥不能用：{error}", None, False
    try:
        answer = outbound.send(outbound.Outgoing("POST", given.knowledge_url, headers, body, 15.0))
    except outbound.Unreachable as error:
        return error.words, 30.0, True
    if 200 <= answer.status < 300 or answer.status == 409:
        return None
    again = answer.status == 429 or answer.status >= 500
    return f"对方回答 {answer.status}：{answer.text[:200]}", (answer.retry_after or 30.0) if again else None, again


def _failed(row: Upward, why: str, wait: float | None, again: bool, now: datetime) -> None:
    from chengyun.kernel import outbound

    row.fault = why[:300]
    if not again or row.tries + 1 >= MOST_TRIES:
        row.state, row.next_at = Upward.FAILED, None
    else:
        row.next_at = now + outbound.wait_before(row.tries + 1, wait)
