"""Summaries for leaders: the board's figures of yesterday or last week, made once for each person at the hour that the
administrators set for a role, and told by a message that opens them.

Each sees in it what their own board shows. A summary stays as it was made; its figures open the lists as they are now.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from chengyun.cases import notices, quiet
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Digest, DigestSetting
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account, valid_on

from . import board, periods
from .periods import Span

log = logging.getLogger(__name__)
ZONE = ZoneInfo(settings.TIME_ZONE)
PERMISSION = "case.board"
LATE = timedelta(hours=12)
"""How long after its hour a summary is still made, when the worker was away."""
WORST = 5


def due(now: datetime) -> list[tuple[DigestSetting, Span]]:
    """Which summaries are due at this moment, and of which days they tell."""
    local = now.astimezone(ZONE)
    found = []
    for setting in DigestSetting.objects.filter(valid_on(local.date())).order_by("code"):
        hour = quiet.clock(setting.at)
        for day in (local.date(), local.date() - timedelta(days=1)):
            moment = datetime.combine(day, hour, ZONE)
            if moment <= now < moment + LATE and (span := _span(setting, day)) is not None:
                found.append((setting, span))
    return found


def _span(setting: DigestSetting, day: date) -> Span | None:
    """Yesterday, or last week when the day is the one of the week."""
    if setting.cadence == DigestSetting.DAILY:
        return periods.span(day - timedelta(days=1), day, ZONE)
    if day.isoweekday() != setting.weekday:
        return None
    monday = day - timedelta(days=day.weekday())
    return periods.span(monday - timedelta(days=7), monday, ZONE)


def make_due(now: datetime | None = None) -> int:
    """Make every summary that is due and not made yet; how many. Harmless when done twice, or by two at once."""
    now = now or timezone.now()
    made = 0
    for setting, span in due(now):
        for account in _receivers(setting, span, now):
            try:
                made += _make(account, setting.cadence, span, now)
            except Problem:  # a scope that names an area or category that is no more
                log.exception("digest %s for account %s", setting.code, account.pk)
    return made


def _receivers(setting: DigestSetting, span: Span, now: datetime) -> Iterable[Account]:
    """Active people of the role who have no summary of these days yet."""
    today = now.astimezone(ZONE).date()
    have = Digest.objects.filter(cadence=setting.cadence, start=span.start).values("account_id")
    return (
        Account.objects.filter(
            valid_on(today, "grants__"), is_active=True, kind=Account.PERSON, grants__role__code=setting.role
        )
        .exclude(pk__in=have)
        .distinct()
        .order_by("pk")
    )


def _make(account: Account, cadence: str, span: Span, now: datetime) -> int:
    actor = actor_for(account)
    if not actor.can(PERMISSION):
        return 0
    figures = figures_of(actor, span, cadence)
    with transaction.atomic():
        row, fresh = Digest.objects.get_or_create(
            account_id=account.pk, cadence=cadence, start=span.start,
            defaults={"end": span.end, "made_at": now, "figures": figures},
        )  # fmt: skip
        if fresh:
            notices.tell([account.pk], None, notices.DIGEST, sentence(row), f"digest-{row.pk}", now)
    return int(fresh)


def figures_of(actor: Actor, span: Span, cadence: str) -> dict[str, Any]:
    """The board of these days, with the units and categories that had most."""
    told = board.board(
        actor, CaseFilter.model_validate({}), "days", span, "week" if cadence == DigestSetting.WEEKLY else "previous"
    )
    worst = {
        name: _most(told[f"by_{name}"], measure, told["measures"][measure])
        for name, measure in (("unit", "overdue"), ("category", "received"), ("area", "received"))
    }
    return {"figures": told["figures"], "worst": worst}


def _most(lines: Sequence[Mapping[str, Any]], measure: str, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a breakdown with the most of a measure, each with the filter that lists its cases."""
    known = sorted((line for line in lines if line["code"] and line[measure]), key=lambda line: -line[measure])
    return [
        {"name": line["name"], "value": line[measure], "query": {**query, **line["where"]}} for line in known[:WORST]
    ]


def sentence(row: Digest) -> str:
    """The message: the days, and the four figures that matter."""
    figures = row.figures["figures"]
    first, last = (moment.astimezone(ZONE).date() for moment in (row.start, row.end - timedelta(seconds=1)))
    days = f"{first:%m-%d}" if first == last else f"{first:%m-%d} 至 {last:%m-%d}"
    name = "每周摘要" if row.cadence == DigestSetting.WEEKLY else "每日摘要"
    return (
        f"{name} {days}：登记 {figures['received']['value']} 件，办结 {figures['closed']['value']} 件，"
        f"在办 {figures['in_hand']['value']} 件，其中超期 {figures['overdue']['value']} 件"
    )


# --- reading --------------------------------------------------------------------------------------------------------
def listed(account_id: int, limit: int) -> list[dict[str, Any]]:
    return [told(row) for row in Digest.objects.filter(account_id=account_id).order_by("-end", "-id")[:limit]]


def read(account_id: int, digest_id: int) -> dict[str, Any]:
    """One's own summary. Problem 404."""
    row = Digest.objects.filter(account_id=account_id, pk=digest_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这份摘要", "它可能属于别人，或编号有误。")
    return told(row)


def told(row: Digest) -> dict[str, Any]:
    return {
        "id": row.pk, "cadence": row.cadence, "start": row.start.astimezone(ZONE), "end": row.end.astimezone(ZONE),
        "made_at": row.made_at.astimezone(ZONE), "text": sentence(row), "figures": row.figures.get("figures", {}),
        "worst": row.figures.get("worst", {}),
    }  # fmt: skip
