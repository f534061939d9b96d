"""Recording a visit: once, whatever the phone sends again; what it finds may become a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue, engine
from chengyun.cases.likeness import metres
from chengyun.kernel.masks import mask_address
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import reach
from .keeping import not_found, refuse, sealed_text
from .models import Visit, VisitFile, VisitPlan
from .permissions import KEY, VISIT
from .words import MET, MOVED

CHANNEL = "grid_report"
AHEAD = timedelta(hours=1)
"""How far the phone's clock may be ahead."""


def record(actor: Actor, given: Any, now: datetime | None = None) -> tuple[Visit, bool]:
    """(visit, whether it was written just now). Problem 404 when the plan is not this person's, 409 when the uuid is
    somebody else's, 422 with the fields that do not fit."""
    now = now or timezone.now()
    known = _known(actor, given.uuid)
    if known is not None:
        return known, False
    try:
        with transaction.atomic():
            return _write(actor, given, now), True
    except IntegrityError:
        known = _known(actor, given.uuid)
        if known is None:
            raise
        return known, False


def _known(actor: Actor, uuid: Any) -> Visit | None:
    row = Visit.objects.filter(uuid=uuid).first()
    if row is not None and row.account_id != actor.account_id:
        raise Problem(409, "uuid_taken", "编号已被使用", "这次走访的编号属于另一个人，请在手机上重新记录。")
    return row


def _write(actor: Actor, given: Any, now: datetime) -> Visit:
    plan = _plan(actor, given.plan_id)
    at = given.at
    if at > now + AHEAD:
        raise refuse("at", "走访时间晚于现在，请核对手机的时间。")
    files = _files(actor, given.file_ids)
    address = plan.address
    home = _point(address)
    away = metres(given.lng, given.lat, *home) if home and given.lng is not None and given.lat is not None else None
    visit = Visit(
        uuid=given.uuid, plan=plan, sensitive=plan.sensitive, account_id=_account(actor), worker=actor.name[:120],
        at=at, received_at=now, lng=given.lng, lat=given.lat, accuracy=given.accuracy,
        metres=None if away is None else round(away), outcome=given.outcome, sealed=sealed_text(given.found),
        due_was=plan.due_on, subdistrict_code=plan.subdistrict_code, community_code=plan.community_code,
        grid_code=plan.grid_code,
    )  # fmt: skip
    _next(plan, visit)
    if given.problem is not None:
        case = _case(actor, given, plan, files, home)
        visit.case_id, visit.case_number = case.pk, case.number
    visit.save()
    VisitFile.objects.bulk_create([VisitFile(visit=visit, file=file) for file in files])
    return visit


def _account(actor: Actor) -> int:
    if actor.account_id is None:
        raise ValueError("the platform itself visits nobody")
    return actor.account_id


def _plan(actor: Actor, key: int) -> VisitPlan:
    mine = Q(worker_id=actor.whose) | reach.of(actor, VISIT)
    if not actor.can(KEY):
        mine &= Q(sensitive=False)
    found = VisitPlan.objects.select_for_update(of=("self",)).filter(mine, pk=key)
    plan = found.select_related("kind", "address__parent__parent").first()
    if plan is None:
        raise not_found("没有这项走访")
    return plan


def _next(plan: VisitPlan, visit: Visit) -> None:
    """Met: the interval begins anew. Moved: the plan rests until the base is put right. Else it stays due. A visit
    that arrives late, after a newer one, moves nothing back."""
    if visit.outcome == MET:
        due = timezone.localtime(visit.at).date() + timedelta(days=plan.kind.every_days)
        plan.due_on = max(due, plan.due_on) if plan.last_at and plan.last_at > visit.at else due
    elif visit.outcome == MOVED:
        plan.active = False
    plan.last_at = max(filter(None, (plan.last_at, visit.at)))
    plan.save(update_fields=["due_on", "active", "last_at"])
    visit.next_due_on = plan.due_on if plan.active else None


def _files(actor: Actor, ids: Sequence[Any]) -> list[StoredFile]:
    found = list(StoredFile.objects.filter(pk__in=set(ids), uploaded_by=actor.account_id))
    if len(found) != len(set(ids)):
        raise refuse("file_ids", "有照片没有上传成功，请重新上传。")
    return found


def _point(address: Any) -> tuple[float, float] | None:
    node = address
    while node is not None:
        if node.lng is not None and node.lat is not None:
            return node.lng, node.lat
        node = node.parent
    return None


def _case(actor: Actor, given: Any, plan: VisitPlan, files: Sequence[StoredFile], home: Any) -> Any:
    """A case of what was found. Its place is the building: who lives behind which door stays here."""
    known, problem = catalogue.current(), given.problem
    category = known.category(problem.category_id) if problem.category_id else None
    if problem.category_id and category is None:
        raise refuse("problem.category_id", "没有这个类别，请重新选择。")
    life = category.lifecycle if category else "urban_event"
    kind = next((code for code, row in known.kinds.items() if row.lifecycle == life and code in ("event", "help")), "")
    kind = kind or next((code for code, row in known.kinds.items() if row.lifecycle == life), "")
    point = (given.lng, given.lat) if given.lng is not None and given.lat is not None else home
    work = engine.create(actor, engine.Registration(
        kind=kind, text=problem.text, channel=CHANNEL, lifecycle=life, category_id=problem.category_id,
        external_id=f"visit:{given.uuid}", lng=point[0] if point else None, lat=point[1] if point else None,
        address=mask_address(plan.address.whole), urgency=problem.urgency, occurred_at=given.at,
        file_ids=[str(file.pk) for file in files], facts={"visit": str(given.uuid)},
    ))  # fmt: skip
    return work.case


def answer(visit: Visit) -> dict[str, Any]:
    """What the phone is told."""
    return {
        "id": visit.pk, "uuid": str(visit.uuid), "plan_id": visit.plan_id, "at": visit.at, "outcome": visit.outcome,
        "next_due_on": visit.next_due_on, "case_number": visit.case_number or None, "metres": visit.metres,
    }  # fmt: skip


def may_read(file: StoredFile, actor: Actor) -> bool:
    """Photos of visits: for whoever may see the visit."""
    from .permissions import ASSIGN

    rows = Visit.objects.filter(files__file=file)
    if not actor.can(KEY):
        rows = rows.filter(sensitive=False)
    if actor.can(ASSIGN) and rows.filter(reach.of(actor, ASSIGN)).exists():
        return True
    return actor.can(VISIT) and rows.filter(Q(account_id=actor.account_id) | Q(plan__worker_id=actor.whose)).exists()
