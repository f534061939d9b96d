"""The work lists of each role: a name, who has it, and the filter behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Now

from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import catalogue
from .models import Assignment, Callback, Case
from .selection import cases_where, own_unit


@dataclass(frozen=True)
class WorkList:
    code: str
    name: str
    name_en: str
    permission: str
    condition: Callable[[Actor], Q]
    sort: str = "next_due_at"
    counted: bool = True


def _states(*states: str) -> Callable[[Actor], Q]:
    return lambda actor: Q(is_open=True, state__in=states)


def _parts(state: str, roles: tuple[str, ...]) -> Callable[[Actor], Q]:
    def condition(actor: Actor) -> Q:
        parts = Assignment.objects.filter(
            case_id=OuterRef("pk"), unit_id__in=actor.unit_ids, state=state, role__in=roles
        )
        return Q(Exists(parts), is_open=True)

    return condition


def _of_unit(actor: Actor) -> Q:
    """What one's unit, or a unit below it, has a part in; the visibility rows of the unit are just that."""
    if own_unit(actor) is not None:
        return Q(is_open=True)
    parts = Assignment.objects.filter(case_id=OuterRef("pk"), unit_id__in=actor.unit_ids, state__in=Assignment.OPEN)
    return Q(Exists(parts), is_open=True)


def _handled(actor: Actor) -> Q:
    parts = Assignment.objects.filter(
        case_id=OuterRef("pk"), unit_id__in=actor.unit_ids, state="acknowledged", handler_id=actor.account_id
    )
    return Q(Exists(parts), is_open=True)


def _callbacks(actor: Actor) -> Q:
    due = Callback.objects.filter(case_id=OuterRef("pk"), state=Callback.PLANNED, planned_at__lte=Now())
    return Q(Exists(due), is_open=True, state="callback")


_WORK = (Assignment.LEAD, Assignment.CO)
_FIELD = (Assignment.VERIFY, Assignment.CHECK)

WORKLISTS = (
    WorkList("to_accept", "待受理", "To accept", "case.accept", _states("logged", "reported")),
    WorkList("to_open", "待立案", "To open", "case.open_case", _states("to_open")),
    WorkList("to_dispatch", "待派单", "To dispatch", "case.dispatch", _states("accepted")),
    WorkList("returned", "退单待处理", "Returned", "case.reassign", _states("returned")),
    WorkList(
        "approvals", "待审批", "To approve", "case.decide_extension", lambda a: Q(is_open=True) & ~Q(pending="")
    ),
    WorkList("to_acknowledge", "待签收", "To acknowledge", "case.acknowledge", _parts("sent", _WORK)),
    WorkList("handling", "办理中", "Handling", "case.reply", _parts("acknowledged", _WORK)),
    WorkList("field_tasks", "核实核查", "Field tasks", "case.report_verification", _parts("sent", _FIELD)),
    WorkList("to_review", "待审核", "To review", "case.review", _states("review")),
    WorkList("to_check", "待核查", "To check", "case.assign_check", _states("to_check")),
    WorkList("to_callback", "待回访", "To call back", "case.callback", _callbacks),
    WorkList("to_close", "待结案", "To close", "case.close", _states("to_close")),
    WorkList("supervised", "督办中", "Supervised", "case.view", lambda a: Q(is_open=True, supervised=True)),
    WorkList("due_soon", "临期", "Due soon", "case.view", lambda a: Q(is_open=True, due_status=Case.DUE_SOON)),
    WorkList("overdue", "超期", "Overdue", "case.view", lambda a: Q(is_open=True, due_status=Case.OVERDUE)),
    WorkList(
        "matters", "一事多报", "Joined matters", "case.join", lambda a: Q(is_open=True, callers__gt=1)
    ),
    WorkList("handled", "我经办的", "Handled by me", "case.reply", _handled),
    WorkList("unit", "本单位在办", "My unit's", "case.acknowledge", _of_unit),
    WorkList(
        "mine", "我登记的", "Registered by me", "case.register",
        lambda a: Q(taker_id=a.whose), sort="-received_at", counted=False,
    ),
    WorkList("all", "全部", "All", "case.view", lambda a: Q(), sort="-received_at", counted=False),
)  # fmt: skip
_BY_CODE = {worklist.code: worklist for worklist in WORKLISTS}


def of(actor: Actor) -> list[WorkList]:
    return [worklist for worklist in WORKLISTS if actor.can(worklist.permission)]


def get(code: str, actor: Actor) -> WorkList:
    """Raises Problem 404 for a list that this person does not have."""
    worklist = _BY_CODE.get(code)
    if worklist is None or not actor.can(worklist.permission):
        raise Problem(404, "no_such_worklist", "没有这个清单", f"没有“{code[:40]}”这个清单，或您无权查看。")
    return worklist


def name_of(code: str) -> str:
    found = _BY_CODE.get(code)
    return found.name if found else code


def counts(actor: Actor) -> list[dict[str, object]]:
    """All lists of a person with how many wait, how many are due soon and overdue; one statement in all."""
    figures: dict[str, dict[int, int]] = {}
    statement = _counting(actor, catalogue.current().versions)
    if statement.sql:
        with connection.cursor() as cursor:
            cursor.execute(statement.sql, statement.params)
            for code, status, number in cursor.fetchall():
                figures.setdefault(code, {})[status] = number
    return [
        {
            "code": w.code, "name": w.name, "name_en": w.name_en, "sort": w.sort,
            "count": sum(figures.get(w.code, {}).values()) if w.counted else None,
            "due_soon": figures.get(w.code, {}).get(Case.DUE_SOON, 0),
            "overdue": figures.get(w.code, {}).get(Case.OVERDUE, 0),
        }
        for w in of(actor)
    ]  # fmt: skip


@lru_cache(maxsize=1000)
def _counting(actor: Actor, versions: tuple[int, ...]) -> rows.Composed:
    """(list, due status, number of cases): every list is counted by the index that serves it. Kept, because it is
    asked again whenever something happens; `versions` because scopes name master data by code."""
    parts: list[str] = []
    params: list[object] = []
    for worklist in of(actor):
        if worklist.counted:
            cases = cases_where(actor, worklist.condition(actor) & Q(is_open=True))
            part = rows.compose(cases.order_by().values_list("due_status").annotate(Count("pk")))
            if part.sql:
                parts.append(f"SELECT '{worklist.code}', t.* FROM ({part.sql}) t")
                params += part.params
    return rows.Composed(" UNION ALL ".join(parts), tuple(params))
