"""Which cases anybody outside may read: the one rule for all rooms that show cases to the public.

A case appears only when a moderator released it, it came through a door of the public (never a telephone call), and
nothing keeps it back: the requester's wish, a flag, a state that says it was no request. Rooms with such a door name
it in AppConfig.ready; who decides calls `publish` and `withdraw`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from chengyun.kernel import anonymous
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import followers
from .models import Case, Published

NOT_TOLD = ("sensitive", "leader", "media")
"""Flags that keep a case from everybody outside."""
NEVER = ("void",)

_doors: set[str] = set()


def register_door(channel: str) -> None:
    """Cases of this channel may be released."""
    followers.listen(_keep)
    _doors.add(channel)


def is_door(channel: str) -> bool:
    return channel in _doors


def _keep(happened: Sequence[tuple[Any, Any]]) -> None:
    """The released rows follow their cases: one statement, and none for cases that cannot be released."""
    at = {work.case.pk: event.at for work, event in happened if work.case.channel in _doors}
    if at:
        Published.objects.filter(case_id__in=at).update(updated_at=max(at.values()))


def readable() -> QuerySet[Published]:
    """All that may be read outside, with their cases; to be narrowed and ordered."""
    return (
        Published.objects.select_related("case", "case__joined_to")
        .filter(case__channel__in=_doors)
        .exclude(case__flags__has_any_keys=NOT_TOLD)
        .exclude(case__facts__has_key="private")
        .exclude(case__state__in=NEVER)
    )


def refused_because(case: Case) -> str:
    """Why a case cannot be released, in Chinese; "" when it can."""
    if not is_door(case.channel):
        return "只有从居民端、开放接口来的诉求可以公开，来电不公开。"
    if case.facts.get("private"):
        return "诉求人选择了不公开。"
    if set(case.flags) & set(NOT_TOLD):
        return "案件标记为敏感、媒体或领导批示。"
    return "已作废的案件不公开。" if case.state in NEVER else ""


def publish(actor: Actor, case: Case, words: str, *, media_url: str = "") -> None:
    """Release a case with these words. Problem 409 when something keeps it back, 422 for personal data in the words."""
    why = refused_because(case)
    if why:
        raise Problem(409, "not_public", "这件案件不能公开", why)
    if anonymous.clean(words).removed:
        message = "公开的话里有电话、姓名或门牌号，请改写。"
        raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "words", "message": message}])
    now = timezone.now()
    Published.objects.update_or_create(
        case=case,
        defaults={
            "words": words, "media_url": media_url, "received_at": case.received_at, "updated_at": now, "at": now,
            "by_id": actor.account_id, "by_name": actor.name[:80],
        },
    )  # fmt: skip


def withdraw(case: Case) -> None:
    """Nobody outside reads it any more."""
    Published.objects.filter(case=case).delete()
