"""What anybody may read of requests that came by the open interface: a moderator's decision, one at a time."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases import access, catalogue, publicity
from chengyun.cases.models import Case, CaseText, Published
from chengyun.cases.present import iso
from chengyun.kernel import anonymous
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import records
from .models import Kept, Received
from .settings import CHANNEL
from .submitting import ATTACHED

SHOWN = 40
LONGEST = 500
SOURCE = "open311"
_MINE = Q(channel=CHANNEL, external_id__isnull=False)  # as the index over both is
_GROUPS = {
    "all": ("开放接口来的案件", _MINE),
    "open": ("开放接口来的、在办的案件", _MINE & Q(is_open=True)),
    "public": ("开放接口来的、已公开的案件", _MINE & Q(published__isnull=False)),
}  # fmt: skip


def condition(what: str) -> Q:
    """The cases behind a figure of the page. ValueError for an unknown group."""
    if what not in _GROUPS:
        raise ValueError(what)
    return _GROUPS[what][1]


def words(what: str) -> str:
    return _GROUPS[what][0] if what in _GROUPS else what


def figures() -> list[dict[str, Any]]:
    """Counted up to 10,000."""
    return [
        {"code": code, "name": name, "count": Case.objects.filter(found)[:10_000].count()}
        for code, (name, found) in _GROUPS.items()
    ]


def page(actor: Actor) -> dict[str, Any]:
    """What waits for a decision, the newest first, and what was decided lately."""
    mine = access.visible_to(actor).filter(channel=CHANNEL)
    decided = [Exists(row.objects.filter(case=OuterRef("case_id"))) for row in (Published, Kept)]
    waiting = Received.objects.select_related("case").filter(~decided[0], ~decided[1], case__in=mine)
    waiting = waiting.exclude(case__state__in=publicity.NEVER).order_by("-created_at")[:SHOWN]
    media = {row.case: row.media_url for row in waiting if row.case is not None}
    found = list(media)
    texts = dict(CaseText.objects.filter(case__in=found).values_list("case_id", "text"))
    shown = list(Published.objects.select_related("case").filter(case__in=mine).order_by("-at")[:SHOWN])
    held = list(Kept.objects.select_related("case").filter(case__in=mine).order_by("-at")[:SHOWN])
    return {
        "waiting": [
            {**_row(case), "text": texts.get(case.pk, ""), "media_url": media[case],
             "proposed": _proposed(texts.get(case.pk, "")),
             "hindered": publicity.refused_because(case)}
            for case in found
        ],
        "decided": [
            *({**_row(row.case), "public": True, "words": row.words, "by": row.by_name, "at": iso(row.at)}
              for row in shown),
            *({**_row(row.case), "public": False, "words": row.reason, "by": row.by_name, "at": iso(row.at)}
              for row in held),
        ],
    }  # fmt: skip


def _proposed(text: str) -> str:
    """What was said without what looks like personal data and without addresses of pictures, to be looked over."""
    lines = [line for line in text.splitlines() if not line.startswith(ATTACHED)]
    return anonymous.clean("\n".join(lines)).text[:LONGEST]


def _row(case: Case) -> dict[str, Any]:
    category = catalogue.current().category(case.category_id)
    return {
        "number": case.number, "category": category.name if category else "", "received_at": iso(case.received_at),
        "where": records.public_address(case.address), "state": records.state_words(case.lifecycle, case.state)[0],
    }  # fmt: skip


def decide(actor: Actor, number: str, *, public: bool, said: str, with_media: bool) -> None:
    """Release a case with words, or keep it back with a reason. Problem 404 for what one may not see, 409 and 422 as
    `publicity.publish` says."""
    case = access.find(actor, number)
    if case is None or case.channel != CHANNEL:
        raise Problem(404, "not_found", "没有找到案件", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    if public:
        media = Received.objects.filter(case=case).values_list("media_url", flat=True).first() if with_media else ""
        publicity.publish(actor, case, said, media_url=media or "")
        Kept.objects.filter(case=case).delete()
        return
    publicity.withdraw(case)
    Kept.objects.update_or_create(
        case=case,
        defaults={
            "reason": said[:200], "at": timezone.now(), "by_id": actor.account_id, "by_name": actor.name[:80],
        },
    )  # fmt: skip
