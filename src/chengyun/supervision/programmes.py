"""重点专项: who may see them, what belongs to one, progress reported by units, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Avg, Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered, notices
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel import masks
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import ladder, queries
from .models import Order, Programme, ProgrammeCase, ProgrammeReport, ProgrammeUnit
from .permissions import PROGRAMME, REPLY
from .starting import announce, invalid
from .words import DONE, FINISHED, OPEN, PLANNED, PROGRAMME_STATES, RUNNING, STOPPED, WAITING

MOST_SHOWN = 100
MOVES = {PLANNED: (RUNNING, STOPPED), RUNNING: (FINISHED, STOPPED), FINISHED: (RUNNING,), STOPPED: (RUNNING,)}
NOTICE = "programme"


def visible(actor: Actor) -> QuerySet[Programme]:
    if queries.sees_all(actor):
        return Programme.objects.all()
    units = queries.own_units(actor)
    members = ProgrammeUnit.objects.filter(programme_id=OuterRef("pk"), unit_id__in=units)
    return Programme.objects.filter(Q(lead_id__in=units) | Q(Exists(members)))


def find(actor: Actor, programme_id: int, *, lock: bool = False) -> Programme:
    found = visible(actor).filter(pk=programme_id).first()
    if found is not None and lock:
        found = Programme.objects.select_for_update().filter(pk=programme_id).first()
    if found is None:
        raise Problem(404, "not_found", "没有找到专项", "编号有误，或本单位没有参加。")
    return found


def members_of(programme: Programme) -> Q:
    """Its cases: those named, and those of its categories and areas while it runs."""
    condition = Q(pk__in=ProgrammeCase.objects.filter(programme=programme).values("case_id"))
    if not (programme.categories or programme.areas):
        return condition
    zone = timezone.get_default_timezone()
    ruled = Q(
        received_at__gte=datetime.combine(programme.starts, time(), zone),
        received_at__lte=datetime.combine(programme.ends, time.max, zone),
    )
    if programme.categories:
        ruled &= ladder.with_categories(programme.categories)
    if programme.areas:
        places = Q(pk__in=[])
        for code in programme.areas:
            places |= access.in_area(code)
        ruled &= places
    return condition | ruled


# --- reading ----------------------------------------------------------------------------------------------------------
def listed(actor: Actor, state: str) -> dict[str, Any]:
    found = visible(actor)
    if state == "open":
        found = found.filter(state__in=(PLANNED, RUNNING))
    elif state != "all":
        found = found.filter(state=state)
    rows = list(found.order_by("-starts", "-id")[:MOST_SHOWN])
    return {"items": [told(actor, row) for row in rows], "may_manage": actor.can(PROGRAMME)}


def told(actor: Actor, row: Programme) -> dict[str, Any]:
    """A programme with how far it has come; each figure has what opens it."""
    cases = access.visible_to(actor).filter(members_of(row))
    said = cases.aggregate(
        cases=Count("pk"), closed=Count("pk", filter=Q(is_open=False)),
        overdue=Count("pk", filter=Q(is_open=True, due_status=Case.OVERDUE)),
    )  # fmt: skip
    orders = Order.objects.filter(programme=row).aggregate(
        all=Count("pk"), done=Count("pk", filter=Q(state=DONE)), open=Count("pk", filter=Q(state__in=OPEN)),
        overdue=Count("pk", filter=Q(state=WAITING, due_at__lt=timezone.now())),
    )  # fmt: skip
    percent = row.units.aggregate(average=Avg("percent"))["average"]
    query = {"gathered": f"programme:{row.pk}"}
    known, today = catalogue.current(), timezone.localdate()
    length = max(1, (row.ends - row.starts).days)
    return {
        "id": row.pk, "name": row.name, "state": row.state, "state_name": PROGRAMME_STATES[row.state],
        "version": row.version, "starts": row.starts.isoformat(), "ends": row.ends.isoformat(),
        "lead": known.unit_name(row.lead_id), "late": row.state in (PLANNED, RUNNING) and today > row.ends,
        "elapsed": min(100, max(0, round(100 * (today - row.starts).days / length))),
        "percent": round(percent) if percent is not None else None,
        "figures": {
            "cases": {"value": said["cases"], "query": query},
            "closed": {"value": said["closed"], "query": {**query, "open": "false"}},
            "overdue": {"value": said["overdue"], "query": {**query, "open": "true", "due": "overdue"}},
        },
        "orders": {name: int(orders[name] or 0) for name in ("all", "done", "open", "overdue")},
    }  # fmt: skip


def detail(actor: Actor, programme_id: int) -> dict[str, Any]:
    row = find(actor, programme_id)
    known = catalogue.current()
    mine = _own(actor)
    units = list(row.units.order_by("id"))
    reports = list(row.reports.order_by("-id")[:MOST_SHOWN])
    named = list(access.visible_to(actor).filter(pk__in=row.members.values("case_id")).order_by("-id")[:MOST_SHOWN])
    areas = {area.code: area.name for area in known.areas.values()}
    return {
        **told(actor, row), "aim": row.aim, "goals": row.goals, "created_by": row.created_by,
        "lead_id": row.lead_id, "created_at": iso(row.created_at),
        "finished_on": row.finished_on.isoformat() if row.finished_on else None,
        "categories": [{"code": c.code, "name": c.name} for c in known.categories.values() if c.code in row.categories],
        "areas": [{"code": code, "name": areas.get(code, code)} for code in row.areas],
        "numbers": [case.number for case in named],
        "named": [{"number": c.number, "title": masks.mask_text(c.title), "open": c.is_open} for c in named],
        "units": [
            {
                "id": part.unit_id, "name": known.unit_name(part.unit_id), "task": part.task, "percent": part.percent,
                "reported_at": iso(part.reported_at), "mine": part.unit_id in mine,
            }
            for part in units
        ],
        "reports": [
            {
                "at": iso(said.at), "actor": said.actor, "unit": known.unit_name(said.unit_id), "action": said.action,
                "percent": said.percent, "text": said.text, "goals": said.goals,
            }
            for said in reports
        ],
        "may_manage": actor.can(PROGRAMME), "moves": list(MOVES[row.state]) if actor.can(PROGRAMME) else [],
        "may_report": actor.can(PROGRAMME) or any(part.unit_id in mine for part in units),
    }  # fmt: skip


def _own(actor: Actor) -> frozenset[int]:
    """Units for which this person reports."""
    found = frozenset[int]()
    for scope in actor.scopes_for(REPLY):
        if scope.unit_ids is not None:
            found |= scope.unit_ids
        elif actor.unit_id is not None:
            found |= {actor.unit_id}
    return found


# --- writing ----------------------------------------------------------------------------------------------------------
def save(actor: Actor, given: Any, programme_id: int | None = None, now: datetime | None = None) -> Programme:
    """Make a programme or change it. Problem 404, 409, 422."""
    now = now or timezone.now()
    _check(given)
    with transaction.atomic():
        cases = _cases(actor, given.numbers)
        if programme_id is None:
            row = Programme(created_at=now, created_by=actor.name[:120])
        else:
            row = find(actor, programme_id, lock=True)
            if given.version != row.version:
                raise _conflict(row)
            row.version += 1
        row.name, row.aim, row.starts, row.ends = given.name, given.aim, given.starts, given.ends
        row.lead_id, row.categories, row.areas = given.lead_id, given.categories, given.areas
        row.goals = [{"actual": None, **goal.model_dump()} for goal in given.goals]
        row.save()
        _keep_units(row, given.units)
        hidden = row.members.exclude(case_id__in=access.visible_to(actor).values("pk"))
        keep = {case.pk for case in cases} | set(hidden.values_list("case_id", flat=True))
        ProgrammeCase.objects.filter(programme=row).exclude(case_id__in=keep).delete()
        ProgrammeCase.objects.bulk_create(
            [ProgrammeCase(programme_id=row.pk, case_id=key) for key in keep], ignore_conflicts=True
        )
        _say(row, actor, now, "created" if programme_id is None else "changed")
        announce(row.units.values_list("unit_id", flat=True))
    return row


def _check(given: Any) -> None:
    known = catalogue.current()
    if given.ends < given.starts:
        raise invalid("ends", "结束日期不能早于开始日期。")
    for unit in (given.lead_id, *(unit.unit_id for unit in given.units)):
        if unit is not None and unit not in known.units:
            raise invalid("units", "没有这个单位，请重新选择。")
    codes = {row.code for row in known.categories.values()}
    if any(code not in codes for code in given.categories):
        raise invalid("categories", "没有这个类别，请重新选择。")
    places = {row.code for row in known.areas.values()}
    if any(code not in places for code in given.areas):
        raise invalid("areas", "没有这个区域，请重新选择。")


def _cases(actor: Actor, numbers: Sequence[str]) -> list[Case]:
    found = list(access.visible_to(actor).filter(number__in=list(numbers)))
    there = {case.number for case in found}
    for number in numbers:
        if number not in there:
            raise invalid("numbers", f"没有编号为 {number[:40]} 的案件，或您无权查看。")
    return found


def _keep_units(row: Programme, wanted: Sequence[Any]) -> None:
    tasks = {unit.unit_id: unit.task for unit in wanted}
    row.units.exclude(unit_id__in=list(tasks)).delete()
    for unit, task in tasks.items():
        ProgrammeUnit.objects.update_or_create(programme=row, unit_id=unit, defaults={"task": task})


def report(actor: Actor, programme_id: int, given: Any, now: datetime | None = None) -> None:
    """What a unit says of its part, or the centre of the whole. Problem 403, 404, 409, 422."""
    now = now or timezone.now()
    with transaction.atomic():
        row = find(actor, programme_id, lock=True)
        if row.state not in (PLANNED, RUNNING):
            raise _conflict(row)
        if given.unit_id is None:
            _need_manage(actor)
        else:
            part = row.units.filter(unit_id=given.unit_id).first()
            if part is None:
                raise invalid("unit_id", "这个单位没有参加本专项。")
            if given.unit_id not in _own(actor):
                _need_manage(actor)
            part.percent, part.reported_at = given.percent, now
            part.save(update_fields=["percent", "reported_at"])
        if given.goals:
            row.goals = _with_actuals(row.goals, given.goals)
            row.save(update_fields=["goals"])
        _say(row, actor, now, "report", given.text, unit=given.unit_id, percent=given.percent, goals=given.goals)
        announce(row.units.values_list("unit_id", flat=True))


def _with_actuals(goals: Sequence[Mapping[str, Any]], said: Mapping[str, float]) -> list[dict[str, Any]]:
    unknown = set(said) - {goal["name"] for goal in goals}
    if unknown:
        raise invalid("goals", f"本专项没有“{min(unknown)[:40]}”这个目标。")
    return [{**goal, "actual": said.get(goal["name"], goal.get("actual"))} for goal in goals]


def move(actor: Actor, programme_id: int, given: Any, now: datetime | None = None) -> None:
    """Begin, finish, stop, take up again. Problem 409, 422."""
    now = now or timezone.now()
    with transaction.atomic():
        row = find(actor, programme_id, lock=True)
        if given.version != row.version or given.state not in MOVES[row.state]:
            raise _conflict(row)
        if given.state in (FINISHED, STOPPED) and len(given.text.strip()) < 2:
            raise invalid("text", "请写明完成情况或终止的理由。")
        row.state, row.version = given.state, row.version + 1
        row.finished_on = _day(now) if given.state == FINISHED else None
        row.save(update_fields=["state", "version", "finished_on"])
        _say(row, actor, now, given.state, given.text)
        units = [*row.units.values_list("unit_id", flat=True), *([row.lead_id] if row.lead_id else [])]
        text = f"重点专项“{row.name}”{PROGRAMME_STATES[row.state]}"
        notices.tell(
            notices.accounts_of_units(units), None, NOTICE, text, f"{NOTICE}-{row.pk}-{row.version}", now
        )  # fmt: skip
        announce(units)


def _day(now: datetime) -> date:
    return timezone.localdate(now)


def _say(
    row: Programme, actor: Actor, now: datetime, action: str, text: str = "", *, unit: int | None = None,
    percent: int | None = None, goals: Mapping[str, float] | None = None,
) -> None:  # fmt: skip
    ProgrammeReport.objects.create(
        programme=row, unit_id=unit, at=now, actor_id=actor.account_id, actor=actor.name[:120], action=action,
        percent=percent, text=text, goals=[{"name": name, "actual": value} for name, value in (goals or {}).items()],
    )  # fmt: skip


def _need_manage(actor: Actor) -> None:
    if not actor.can(PROGRAMME):
        raise Problem(403, "forbidden", "没有权限", "只有参加专项的单位和管理专项的人可以报送。", permission=PROGRAMME)


def _conflict(row: Programme) -> Problem:
    return Problem(
        409, "conflict", "专项已有变化", f"现在是“{PROGRAMME_STATES[row.state]}”，请看过最新内容再操作。",
        current={"id": row.pk, "version": row.version, "state": row.state},
    )  # fmt: skip


# --- as a filter of every list of cases -------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    row = Programme.objects.filter(pk=number).first()
    if row is None:
        raise ValueError(what)
    return members_of(row)


def _named(what: str) -> str:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    row = Programme.objects.filter(pk=number).first()
    return f"重点专项“{row.name}”" if row else f"重点专项 {what}"


def register_source() -> None:
    notices.register_page(NOTICE, "supervision-programmes")
    gathered.register(gathered.Source("programme", _gathered, _named))
