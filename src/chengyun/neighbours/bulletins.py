"""Notices and alerts for residents: written, published by who may, withdrawn."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.places import queries

from .models import Bulletin
from .schemas_desk import BulletinIn

SHOWN = 100


def for_areas(codes: list[str]) -> list[dict[str, Any]]:
    """What is published now for these areas and for everybody, alerts first."""
    now = timezone.now()
    live = Bulletin.objects.filter(Q(until__isnull=True) | Q(until__gt=now), state=Bulletin.PUBLISHED)
    fitting = live.filter(Q(area_codes=[]) | Q(area_codes__overlap=codes or ["-"]))
    rows = sorted(fitting.order_by("-published_at")[:40], key=lambda row: row.kind != Bulletin.ALERT)
    return [
        {
            "id": row.pk, "kind": row.kind, "title": row.title, "text": row.text, "phone": row.phone,
            "areas": _names(row), "published_at": iso(row.published_at), "until": iso(row.until),
        }
        for row in rows
    ]  # fmt: skip


def page() -> list[dict[str, Any]]:
    return [told(row) for row in Bulletin.objects.order_by("-written_at", "-id")[:SHOWN]]


def told(row: Bulletin) -> dict[str, Any]:
    return {
        "id": row.pk, "kind": row.kind, "title": row.title, "text": row.text, "phone": row.phone,
        "area_codes": row.area_codes, "areas": _names(row), "until": iso(row.until), "state": row.state,
        "version": row.version, "written_by": row.written_by_name, "written_at": iso(row.written_at),
        "published_by": row.published_by_name, "published_at": iso(row.published_at),
    }  # fmt: skip


def _names(row: Bulletin) -> list[str]:
    known = queries.areas().by_code
    return [known[code].name for code in row.area_codes if code in known]


def write(actor: Actor, given: BulletinIn) -> Bulletin:
    """A new draft, or a change of one that is not published. Problem 404, 409, 422 for an unknown area."""
    unknown = [code for code in given.area_codes if code not in queries.areas().by_code]
    if unknown:
        message = f"没有编码为 {unknown[0][:40]} 的区域。"
        raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "area_codes", "message": message}])
    if given.until is not None and given.until <= timezone.now():
        message = "截止时间已经过了。"
        raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "until", "message": message}])
    values = {
        "kind": given.kind, "title": given.title, "text": given.text, "phone": given.phone,
        "area_codes": given.area_codes, "until": given.until, "written_by": actor.account_id,
        "written_by_name": actor.name[:80], "written_at": timezone.now(),
    }  # fmt: skip
    if given.id is None:
        return Bulletin.objects.create(**values)
    changed = Bulletin.objects.filter(pk=given.id, version=given.version).exclude(state=Bulletin.PUBLISHED)
    if not changed.update(**values, state=Bulletin.DRAFT, version=given.version + 1):
        raise _moved_on(given.id)
    return Bulletin.objects.get(pk=given.id)


def switch(actor: Actor, key: int, version: int, publish: bool) -> Bulletin:
    """Publish a draft, or withdraw what is published. Problem 404, 409."""
    now = timezone.now()
    rows = Bulletin.objects.filter(pk=key, version=version)
    if publish:
        done = rows.exclude(state=Bulletin.PUBLISHED).update(
            state=Bulletin.PUBLISHED, published_at=now, published_by_name=actor.name[:80], version=version + 1
        )
    else:
        done = rows.filter(state=Bulletin.PUBLISHED).update(state=Bulletin.WITHDRAWN, version=version + 1)
    if not done:
        raise _moved_on(key)
    return Bulletin.objects.get(pk=key)


def _moved_on(key: int) -> Problem:
    if not Bulletin.objects.filter(pk=key).exists():
        return Problem(404, "not_found", "没有找到", "没有这条公告。")
    return Problem(409, "conflict", "公告已有变化", "公告刚被他人改过或已发布，请刷新后再试；已发布的请先撤下再改。")
