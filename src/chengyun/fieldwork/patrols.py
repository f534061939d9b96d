"""What the phone writes: patrols begin and end, positions in batches, points checked. Everything may come twice."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places import locating
from chengyun.places.queries import areas

from . import rules, standards, tracks
from .models import Patrol, PointCheck

WORKER, REPLACED, FORGOTTEN = "worker", "replaced", "forgotten"


def invalid(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])


def unknown() -> Problem:
    return Problem(404, "patrol_unknown", "没有这次巡查", "请先发送开始巡查，或重新开始一次。")


def skew_of(sent_at: datetime | None, now: datetime) -> int:
    """How far the phone's clock is ahead, in whole seconds within what can be stored."""
    if sent_at is None:
        return 0
    return max(-(10**9), min(10**9, round((sent_at - now).total_seconds())))


def own(actor: Actor) -> int:
    """The account of the person who patrols. Problem 403 for a program."""
    if actor.account_id is None:
        raise Problem(403, "forbidden", "没有权限", "巡查要由网格员本人开始。")
    return actor.account_id


def find(actor: Actor, uid: uuid.UUID, *, lock: bool = False) -> Patrol:
    found = Patrol.objects.filter(uid=uid, account_id=own(actor))
    row = (found.select_for_update() if lock else found).first()
    if row is None:
        raise unknown()
    return row


# --- start, stop ------------------------------------------------------------------------------------------------------
def start(actor: Actor, given: Any, now: datetime | None = None) -> Patrol:
    """A patrol begins; one that still runs (a phone that lost its memory) ends with it. Problem 404, 422."""
    now = now or timezone.now()
    me = own(actor)
    known = Patrol.objects.filter(uid=given.id).first()
    if known is not None:
        if known.account_id != own(actor):
            raise unknown()
        return known
    if given.at < now - timedelta(days=60) or given.at > now + timedelta(days=1):
        raise invalid("at", "开始时间离现在太远，请校准手机时间。")
    plan = _plan(actor, given.plan)
    row = Patrol(
        uid=given.id, account_id=me, worker=actor.name[:120], unit_id=actor.unit_id,
        grid_id=_grid(given, plan.area_code if plan else ""), plan=plan.code if plan else "",
        day=timezone.localdate(given.at), started_at=given.at, received_at=now, skew_s=skew_of(given.sent_at, now),
    )  # fmt: skip
    try:
        with transaction.atomic():
            for old in Patrol.objects.select_for_update().filter(account_id=me, ended_at__isnull=True):
                _end(old, max(old.started_at, min(given.at, old.last_at or given.at)), REPLACED)
            row.save(force_insert=True)
    except IntegrityError:  # the same start at the same moment on another connection
        again = Patrol.objects.filter(uid=given.id, account_id=own(actor)).first()
        if again is None:
            raise Problem(409, "conflict", "巡查已有变化", "同时开始了另一次巡查，请刷新后再看。") from None
        return again
    return row


def _plan(actor: Actor, code: str) -> Any:
    if not code:
        return None
    username = Account.objects.filter(pk=own(actor)).values_list("username", flat=True).first()
    plan = next((p for p in standards.current().plans_of(username or "") if p.code == code), None)
    if plan is None:
        raise invalid("plan", "没有这个巡查计划，可能已停用，请刷新计划。")
    return plan


def _grid(given: Any, code: str) -> int | None:
    wanted = given.grid or code
    if wanted:
        area = areas().by_code.get(wanted)
        if area is None:
            if given.grid:
                raise invalid("grid", "没有这个网格，可能已调整，请重新选择。")
            return None
        return area.id
    if given.lng is None or given.lat is None:
        return None
    found = locating.locate(given.lng, given.lat)
    return found.grid_id if found else None


def stop(actor: Actor, uid: uuid.UUID, given: Any, now: datetime | None = None) -> Patrol:
    """The worker ends a patrol; ended otherwise before (forgotten, replaced), the worker's word holds."""
    now = now or timezone.now()
    with transaction.atomic():
        row = find(actor, uid, lock=True)
        if row.ended_at is not None and row.ended_how == WORKER:
            return row
        if given.at > now + timedelta(days=1):
            raise invalid("at", "结束时间离现在太远，请校准手机时间。")
        row.note = given.note
        row.skew_s = _larger(row.skew_s, skew_of(given.sent_at, now))
        _end(row, max(row.started_at, given.at), WORKER)
    return row


def _end(row: Patrol, at: datetime, how: str) -> None:
    row.ended_at, row.ended_how = at, how
    tracks.count_anew(row)
    row.save()


def _larger(a: int, b: int) -> int:
    return a if abs(a) >= abs(b) else b


def end_forgotten(now: datetime | None = None) -> int:
    """Patrols that nobody ended: at the last position, when nothing came for many hours."""
    now = now or timezone.now()
    until = now - timedelta(hours=standards.current()["end_after_hours"])
    ended = 0
    for key in Patrol.objects.filter(ended_at__isnull=True, started_at__lt=until).values_list("pk", flat=True)[:500]:
        with transaction.atomic():
            row = Patrol.objects.select_for_update().filter(pk=key, ended_at__isnull=True).first()
            last = max(row.last_at or row.started_at, row.started_at) if row else now
            if row is not None and last < until:
                _end(row, last, FORGOTTEN)
                ended += 1
    return ended


# --- positions --------------------------------------------------------------------------------------------------------
def positions(actor: Actor, given: Any, now: datetime | None = None) -> dict[str, int]:
    """A batch of a track. In order it is one writing statement; what comes late is put in and counted anew."""
    now = now or timezone.now()
    with transaction.atomic():
        patrol = tracks.lock(given.patrol, actor.account_id)
        if patrol is None:
            raise unknown()
        skew = skew_of(given.sent_at, now)
        asked = {(p.at, p.seq): p for p in given.positions}
        inside = [
            p for p in asked.values() if p.at >= patrol.started_at and (patrol.until is None or p.at <= patrol.until)
        ]
        inside.sort(key=lambda p: (p.at, p.seq))
        fresh = [p for p in inside if patrol.last_at is None or p.at > patrol.last_at]
        late = [p for p in inside if patrol.last_at is not None and p.at <= patrol.last_at]
        bounds = standards.current().bounds
        marked = stored = 0
        if late:
            stored, marked = tracks.put_in(patrol, late, bounds, skew, now)
        if fresh:
            marked += tracks.go_on(patrol, fresh, bounds, skew, now)
            stored += len(fresh)
    return {
        "stored": stored, "known": len(given.positions) - (len(asked) - len(inside)) - stored, "marked": marked,
        "outside": len(asked) - len(inside), "last_seq": max(p.seq for p in given.positions),
    }  # fmt: skip


# --- points -----------------------------------------------------------------------------------------------------------
def check(actor: Actor, given: Any, now: datetime | None = None) -> PointCheck:
    """A point looked at. Too far away it is kept all the same, and does not count as arrived. Problem 404, 422."""
    now = now or timezone.now()
    known = PointCheck.objects.select_related("point").filter(uid=given.id).first()
    if known is not None:
        if known.account_id != own(actor):
            raise unknown()
        return known
    here = standards.current()
    point = here.points.get(given.point)
    if point is None:
        raise invalid("point", "没有这个巡查点，可能已停用，请刷新计划。")
    if point.photo_required and not given.photos:
        raise invalid("photos", "这个巡查点要拍照。")
    if given.result == "problem" and len(given.note.strip()) < 2:
        raise invalid("note", "请写明发现了什么问题。")
    _own_photos(actor, given.photos)
    away = rules.metres(given.lng, given.lat, point.lng, point.lat)
    radius = point.radius or here["radius_metres"]
    try:
        with transaction.atomic():
            patrol = find(actor, given.patrol, lock=True)
            if given.at < patrol.started_at or (patrol.ended_at and given.at > patrol.ended_at):
                raise invalid("at", "不在这次巡查的时间内。")
            row = PointCheck.objects.create(
                uid=given.id, patrol=patrol, account_id=own(actor), point=point, at=given.at, received_at=now,
                lng=given.lng, lat=given.lat, accuracy=given.accuracy, distance_m=round(away, 1),
                arrived=away <= radius + min(given.accuracy or 0, radius), result=given.result, note=given.note,
                photos=list(dict.fromkeys(given.photos)),
            )  # fmt: skip
            patrol.checked = PointCheck.objects.filter(patrol=patrol, arrived=True).values("point").distinct().count()
            patrol.save(update_fields=["checked"])
    except IntegrityError:
        again = PointCheck.objects.select_related("point").filter(uid=given.id, account_id=own(actor)).first()
        if again is None:
            raise
        return again
    return row


def _own_photos(actor: Actor, photos: list[uuid.UUID]) -> None:
    if not photos:
        return
    own = set(StoredFile.objects.filter(id__in=photos, uploaded_by=actor.account_id).values_list("id", flat=True))
    missing = [key for key in photos if key not in own]
    if missing:
        raise invalid("photos", f"没有这个文件，请重新上传：{missing[0]}")
