"""What neighbours may read of each other's requests: a moderator's decision, one case at a time."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases import access, publicity
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel import anonymous
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import looking, settings
from .models import Raised, Shown

SHOWN = 60
SOURCE = "neighbours"
_GROUPS = {
    "open": ("居民端提的、在办的诉求", Q(channel=settings.CHANNEL, is_open=True)),
    "all": ("居民端提的诉求", Q(channel=settings.CHANNEL)),
    "joined": ("居民端“我也遇到”的诉求", Q(channel=settings.CHANNEL, joined_to__isnull=False)),
    "dissatisfied": ("居民端评价不满意的诉求", Q(channel=settings.CHANNEL, satisfaction="dissatisfied")),
}  # fmt: skip


def condition(what: str) -> Q:
    """The cases behind a figure of the desk's page. ValueError for an unknown group."""
    if what not in _GROUPS:
        raise ValueError(what)
    return _GROUPS[what][1]


def words(what: str) -> str:
    return _GROUPS[what][0] if what in _GROUPS else what


def figures() -> dict[str, int]:
    """Counted up to 10,000."""
    return {code: Case.objects.filter(found)[:10_000].count() for code, (_, found) in _GROUPS.items()}


def waiting(actor: Actor) -> list[dict[str, Any]]:
    """Open requests that several people have or that are in public places, nobody decided yet; with a proposal."""
    mine = access.visible_to(actor).filter(channel=settings.CHANNEL, is_open=True, joined_to__isnull=True)
    private = Raised.objects.filter(case=OuterRef("pk"), private=True)
    decided = Shown.objects.filter(case=OuterRef("pk"))
    found = mine.filter(~Exists(private), ~Exists(decided)).order_by("-callers", "-received_at")[:SHOWN]
    return [_row(case, None) for case in found]


def decided(actor: Actor) -> list[dict[str, Any]]:
    rows = Shown.objects.select_related("case").filter(case__in=access.visible_to(actor)).order_by("-at")[:SHOWN]
    return [_row(row.case, row) for row in rows]


def _row(case: Case, shown: Shown | None) -> dict[str, Any]:
    return {
        **looking.public(case, shown), "title": anonymous.clean(case.title).text, "received_at": iso(case.received_at),
        "decision": shown.state if shown else "", "reason": shown.reason if shown else "",
        "by": shown.by_name if shown else "", "at": iso(shown.at) if shown else None,
    }  # fmt: skip


def decide(actor: Actor, number: str, state: str, text: str, reason: str) -> None:
    """Problem 404 for a case that one may not see, 409 for a private one, 422 when the words hold personal data."""
    case = access.find(actor, number)
    if case is None:
        raise Problem(404, "not_found", "没有找到案件", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    if state == Shown.OPEN:
        if Raised.objects.filter(case=case, private=True).exists():
            raise Problem(409, "private", "诉求人选择了不公开", "这件诉求只有本人能看到，不能公开。")
        if anonymous.clean(text).removed:
            message = "公开的话里有电话、姓名或门牌号，请改写。"
            raise Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "words", "message": message}])
    with transaction.atomic():
        Shown.objects.update_or_create(
            case=case,
            defaults={
                "state": state, "words": text if state == Shown.OPEN else "", "reason": reason, "at": timezone.now(),
                "by_id": actor.account_id, "by_name": actor.name[:80],
            },
        )  # fmt: skip
        if state == Shown.OPEN and not publicity.refused_because(case):
            publicity.publish(actor, case, text)
        else:
            publicity.withdraw(case)
