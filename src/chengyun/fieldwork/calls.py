"""吹哨报到: a call goes out, departments respond and arrive, a conclusion is drawn together, the caller rates each."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import access, catalogue, notices
from chengyun.cases.models import Case
from chengyun.cases.work import next_number
from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, subtree
from chengyun.org.models import Account, Unit

from . import standards
from .models import CallPart, CallStep, CallUp
from .patrols import invalid
from .permissions import CALL_ANSWER, CALL_CONFIRM, CALL_VIEW
from .rules import metres

ASKED, CALLED, HANDLING, CONCLUDED, CLOSED, DECLINED, WITHDRAWN = (
    "asked", "called", "handling", "concluded", "closed", "declined", "withdrawn",
)  # fmt: skip
OPEN = (ASKED, CALLED, HANDLING, CONCLUDED)
COMING, ARRIVED = "coming", "arrived"
NOTICE = "callup"
SUPERVISORS = "case.supervise"
LATE_MOST = 500


# --- who --------------------------------------------------------------------------------------------------------------
def everywhere(actor: Actor, permission: str) -> bool:
    if actor.is_system:
        return True
    return any(s.unit_ids is None and s.area_code is None for s in actor.scopes_for(permission))


def units_of(actor: Actor, permission: str) -> frozenset[int]:
    """Units for which this person may do it; one's own when the grant is for an area."""
    found: frozenset[int] = frozenset()
    for scope in actor.scopes_for(permission):
        if scope.unit_ids is not None:
            found |= scope.unit_ids
        elif actor.unit_id is not None:
            found |= {actor.unit_id}
    return found


def visible(actor: Actor) -> Q:
    if everywhere(actor, CALL_VIEW):
        return Q()
    units = sorted(units_of(actor, CALL_VIEW))
    mine = Q(by_unit_id__in=units) | Q(pk__in=CallPart.objects.filter(to_id__in=units).values("call_id"))
    return mine | Q(started_by_id=actor.whose)


def speaks_for(actor: Actor, row: CallUp) -> bool:
    """Whether this person calls, concludes and rates for the calling unit."""
    return everywhere(actor, CALL_CONFIRM) or row.by_unit_id in units_of(actor, CALL_CONFIRM)


def answers_for(actor: Actor, part: CallPart) -> bool:
    return part.to_id in units_of(actor, CALL_ANSWER) or (everywhere(actor, CALL_ANSWER) and not actor.is_system)


def find(actor: Actor, key: uuid.UUID | int, *, lock: bool = False) -> CallUp:
    """By the phone's id or by its own. Problem 404."""
    which = {"pk": key} if isinstance(key, int) else {"uid": key}
    found = CallUp.objects.filter(visible(actor), **which)
    row = (found.select_for_update(of=("self",)) if lock else found.select_related("case")).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到吹哨", "编号有误，或与您的单位无关。")
    return row


# --- a call begins ----------------------------------------------------------------------------------------------------
def start(actor: Actor, given: Any, now: datetime | None = None) -> CallUp:
    """Whoever may call directly calls the units at once; a worker's waits for the subdistrict. Problem 403, 422."""
    now = now or timezone.now()
    known = CallUp.objects.filter(uid=given.id).first()
    if known is not None:
        if known.started_by_id != actor.account_id:
            raise Problem(409, "conflict", "编号已被使用", "请重新填写后再提交。")
        return known
    if actor.unit_id is None:
        raise Problem(403, "forbidden", "没有权限", "您的账号没有单位，不能吹哨。")
    direct = actor.can(CALL_CONFIRM)
    if direct and not given.units:
        raise invalid("units", "请选择要哪些部门报到。")
    units = _units(given.units, actor.unit_id)
    case = _case(actor, given.number)
    at = _moment(given.at, now)
    try:
        with transaction.atomic():
            row = CallUp.objects.create(
                uid=given.id, number=next_number("CS", f"{timezone.localtime(now):%Y%m%d}", of_cases=False)[0],
                matter=given.matter, detail=given.detail, case=case, urgency=given.urgency,
                state=CALLED if direct else ASKED, by_unit_id=actor.unit_id if direct else _above(actor.unit_id),
                started_by_id=actor.account_id, started_by=actor.name[:120], started_at=at, received_at=now,
                lng=given.lng, lat=given.lat, address=given.address,
            )  # fmt: skip
            _step(row, given.id, "start", actor, at, now, given.detail, {"units": [unit.pk for unit in units]})
            if direct:
                _call(row, units, now)
            else:
                text = f"{row.started_by}请求吹哨：{row.matter}，请确认"
                tell(_speakers(row.by_unit_id), row, "asked", text, now)
    except IntegrityError:
        again = CallUp.objects.filter(uid=given.id, started_by_id=actor.account_id).first()
        if again is None:
            raise
        return again
    return row


def _moment(given: datetime | None, now: datetime) -> datetime:
    """What the phone says, when it lies in the past days; otherwise now."""
    return given if given is not None and now - timedelta(days=7) <= given <= now else now


def _above(unit_id: int) -> int:
    """The subdistrict that a worker's unit belongs to; the unit itself when there is none."""
    known = catalogue.current().units
    unit = known.get(unit_id)
    for key in reversed((*unit.ancestors, unit_id) if unit else (unit_id,)):
        if key in known and known[key].kind == Unit.SUBDISTRICT:
            return key
    return unit_id


def _speakers(unit_id: int) -> list[int]:
    """People of the subdistrict's own unit; failing them, whoever decides for the whole district."""
    return notices.accounts_of_units([unit_id]) or notices.accounts_with(CALL_CONFIRM)


def _units(ids: Sequence[int], own: int) -> list[Unit]:
    wanted = list(dict.fromkeys(ids))
    known = catalogue.current().units
    for key in wanted:
        if key not in known:
            raise invalid("units", "没有这个单位，请重新选择。")
        if key == own:
            raise invalid("units", "不能叫自己的单位报到。")
    found = {unit.pk: unit for unit in Unit.objects.filter(pk__in=wanted)}
    return [found[key] for key in wanted if key in found]


def _case(actor: Actor, number: str) -> Case | None:
    if not number.strip():
        return None
    case = access.find(actor, number.strip())
    if case is None:
        raise invalid("number", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    return case


def _call(row: CallUp, units: Sequence[Unit], now: datetime) -> None:
    """The clocks of each unit begin, and it is told."""
    limit = standards.current().limit(row.urgency)
    row.state, row.called_at = CALLED, now
    row.save(update_fields=["state", "called_at"])
    for unit in units:
        code = catalogue.current().calendar_code(unit.pk)
        calendar = calendar_for(code or None)

        def due(amount: Any, calendar: Any = calendar) -> datetime:
            measured = worktime.Unit(limit.unit if limit else "working_hour")
            return worktime.due_at(now, amount, measured, calendar).due

        part = CallPart.objects.create(
            call=row, to=unit, calendar_code=code, called_at=now,
            respond_due=due(limit.respond_amount if limit else 2),
            arrive_due=due(limit.arrive_amount if limit else 8),
        )  # fmt: skip
        local = timezone.localtime(part.respond_due)
        text = f"{catalogue.current().unit_name(row.by_unit_id)}吹哨：{row.matter}，请在 {local:%m-%d %H:%M} 前响应"
        accounts = notices.accounts_of_units(subtree(unit.pk))
        tell(accounts, row, f"called-{unit.pk}", text, now, urgent=row.urgency == "urgent")


def tell(accounts: Any, row: CallUp, mark: str, text: str, now: datetime, urgent: bool = False) -> None:
    notices.tell(accounts, None, NOTICE, text, f"{NOTICE}-{row.pk}-{mark}", now, urgent=urgent)


def _step(
    row: CallUp, uid: uuid.UUID, action: str, actor: Actor, at: datetime, now: datetime, note: str = "",
    detail: dict[str, Any] | None = None, to: int | None = None,
) -> None:  # fmt: skip
    CallStep.objects.create(
        uid=uid,
        call=row,
        at=at,
        received_at=now,
        action=action,
        actor_id=actor.account_id,
        actor=actor.name[:120],
        to_id=to,
        note=note[:1000],
        detail=detail or {},
    )


# --- what follows -----------------------------------------------------------------------------------------------------
def possible(actor: Actor, row: CallUp, parts: Sequence[CallPart]) -> list[str]:
    """What this person may do with it now."""
    speaks = speaks_for(actor, row)
    mine = [part for part in parts if answers_for(actor, part)]
    found: list[str] = []
    if row.state == ASKED and speaks:
        found += ["confirm", "decline"]
    if row.state in (CALLED, HANDLING):
        found += ["respond"] if any(part.state == CALLED for part in mine) else []
        found += ["arrive"] if any(part.state in (CALLED, COMING) for part in mine) else []
    if row.state == HANDLING and speaks:
        found.append("conclude")
    if row.state == CONCLUDED and speaks and any(part.stars is None for part in parts):
        found.append("rate")
    if row.state in (ASKED, CALLED) and (speaks or row.started_by_id == actor.account_id):
        found.append("withdraw")
    return found


def act(actor: Actor, key: uuid.UUID | int, given: Any, now: datetime | None = None) -> CallUp:
    """One step, once. Problem 403, 404, 409 (it has moved on; `current` says where), 422."""
    now = now or timezone.now()
    try:
        with transaction.atomic():
            row = find(actor, key, lock=True)
            done = CallStep.objects.filter(uid=given.id).first()
            if done is not None:
                if done.call_id != row.pk:
                    raise Problem(409, "conflict", "编号已被使用", "请重新填写后再提交。")
                return row
            parts = list(row.parts.select_for_update().order_by("pk"))
            if given.action not in possible(actor, row, parts):
                _refuse(actor, row, given.action)
            at = _moment(given.at, now)
            to = _DO[given.action](actor, row, parts, given, at, now)
            _step(row, given.id, given.action, actor, at, now, given.note, _detail(given), to)
            row.version += 1
            row.save()
    except IntegrityError:
        if not CallStep.objects.filter(uid=given.id).exists():
            raise
        return find(actor, key)
    return row


def _refuse(actor: Actor, row: CallUp, action: str) -> None:
    from .words import CALL_ACTIONS, CALL_STATES

    state = {"state": row.state, "version": row.version}
    text = f"现在是“{CALL_STATES[row.state]}”，不能{CALL_ACTIONS[action]}，请看过最新状态。"
    raise Problem(409, "conflict", "吹哨已有变化", text, current=state)


def _detail(given: Any) -> dict[str, Any]:
    wanted = {"stars": given.stars, "lng": given.lng, "lat": given.lat, "accuracy": given.accuracy}
    return {name: value for name, value in wanted.items() if value is not None}


def _confirm(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> None:
    asked = row.steps.filter(action="start").values_list("detail", flat=True).first() or {}
    units = _units(given.units or asked.get("units") or [], row.by_unit_id)
    if not units:
        raise invalid("units", "请选择要哪些部门报到。")
    _call(row, units, now)
    _tell_starter(row, "confirm", f"街道已吹哨：{row.matter}", now)


def _tell_starter(row: CallUp, mark: str, text: str, now: datetime) -> None:
    if row.started_by_id:
        tell([row.started_by_id], row, mark, text, now)


def _decline(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> None:
    _need_note(given, "请写明不吹哨的理由和怎么办。")
    row.state, row.closed_at = DECLINED, now
    _tell_starter(row, "decline", f"未采纳吹哨：{row.matter}。{given.note}", now)


def _withdraw(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> None:
    _need_note(given, "请写明撤回的理由。")
    row.state, row.closed_at = WITHDRAWN, now
    told = [account for part in parts for account in notices.accounts_of_units(subtree(part.to_id))]
    tell(told, row, "withdraw", f"吹哨已撤回：{row.matter}", now)


def _need_note(given: Any, text: str) -> None:
    if len(given.note.strip()) < 4:
        raise invalid("note", text)


def _mine(actor: Actor, parts: Sequence[CallPart], states: tuple[str, ...], unit_id: int | None) -> CallPart:
    own = [part for part in parts if part.state in states and answers_for(actor, part)]
    if unit_id is not None:
        own = [part for part in own if part.to_id == unit_id]
    if not own:
        raise invalid("unit_id", "本单位没有要报到的，可能已经有人报到。")
    return next((part for part in own if part.to_id == actor.unit_id), own[0])


def _respond(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> int:
    part = _mine(actor, parts, (CALLED,), given.unit_id)
    part.state, part.responded_at, part.responded_by = COMING, max(at, part.called_at), actor.name[:120]
    part.save()
    name = catalogue.current().unit_name(part.to_id)
    tell(_speakers(row.by_unit_id), row, f"respond-{part.to_id}", f"{name}已响应：{row.matter}", now)
    return part.to_id


def _arrive(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> int:
    part = _mine(actor, parts, (CALLED, COMING), given.unit_id)
    moment = max(at, part.called_at)
    part.state, part.arrived_at, part.arrived_by = ARRIVED, moment, actor.name[:120]
    part.responded_at, part.responded_by = part.responded_at or moment, part.responded_by or actor.name[:120]
    part.arrived_lng, part.arrived_lat = given.lng, given.lat
    if None not in (given.lng, given.lat, row.lng, row.lat):
        part.arrived_m = round(metres(given.lng, given.lat, float(row.lng or 0), float(row.lat or 0)), 1)
    part.save()
    if row.state == CALLED:
        row.state = HANDLING
    name = catalogue.current().unit_name(part.to_id)
    tell(_speakers(row.by_unit_id), row, f"arrive-{part.to_id}", f"{name}已到场报到：{row.matter}", now)
    return part.to_id


def _conclude(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> None:
    _need_note(given, "请写明联合处置的结论：怎么解决、谁负责、到何时。")
    if given.solved is None:
        raise invalid("solved", "请选择是否已经解决。")
    row.state, row.conclusion, row.solved, row.concluded_at = CONCLUDED, given.note, given.solved, now


def _rate(actor: Actor, row: CallUp, parts: Any, given: Any, at: datetime, now: datetime) -> int:
    part = next((p for p in parts if p.to_id == given.unit_id and p.stars is None), None)
    if part is None:
        raise invalid("unit_id", "请选择还没有评价的部门。")
    if given.stars is None:
        raise invalid("stars", "请打 1 到 5 分。")
    if given.stars <= 2 and len(given.note.strip()) < 4:
        raise invalid("note", "打 1、2 分要写明理由。")
    part.stars, part.rated_at, part.rating_note = given.stars, now, given.note[:300]
    part.save()
    accounts = notices.accounts_of_units(subtree(part.to_id))
    tell(accounts, row, f"rate-{part.to_id}", f"吹哨方评价 {given.stars} 分：{row.matter}", now)
    if all(p.stars is not None for p in parts):
        row.state, row.closed_at = CLOSED, now
    return int(part.to_id)


_DO: dict[str, Any] = {
    "confirm": _confirm, "decline": _decline, "respond": _respond, "arrive": _arrive, "conclude": _conclude,
    "rate": _rate, "withdraw": _withdraw,
}  # fmt: skip


# --- what is late -----------------------------------------------------------------------------------------------------
def sweep(now: datetime | None = None) -> int:
    """Units that did not respond or arrive in time: they and those who supervise are told, once for each limit."""
    now = now or timezone.now()
    late = CallPart.objects.filter(
        Q(state=CALLED, respond_due__lt=now, late_told="")
        | Q(state__in=(CALLED, COMING), arrive_due__lt=now, late_told__in=("", "respond")),
        call__state__in=(CALLED, HANDLING),
    )
    told = 0
    for key in late.values_list("pk", flat=True)[:LATE_MOST]:
        with transaction.atomic():
            part = CallPart.objects.select_for_update(of=("self",)).select_related("call").filter(pk=key).first()
            if part is None or part.state == ARRIVED:
                continue
            which = "arrive" if part.arrive_due < now else "respond"
            part.late_told = which
            part.save(update_fields=["late_told"])
            name, what = catalogue.current().unit_name(part.to_id), "到场" if which == "arrive" else "响应"
            text = f"吹哨超时：{name}未按时{what}，{part.call.number} {part.call.matter}"
            accounts = [*notices.accounts_of_units(subtree(part.to_id)), *notices.accounts_with(SUPERVISORS)]
            tell(accounts, part.call, f"late-{which}-{part.to_id}", text, now)
            _step(
                part.call, uuid.uuid4(), "late", Actor(None, "平台", is_system=True), now, now, "",
                {"which": which}, part.to_id,
            )  # fmt: skip
            told += 1
    return told


def account_named(username: str) -> Account | None:
    return Account.objects.filter(username=username, is_active=True).first()
