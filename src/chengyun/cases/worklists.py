"""The work lists of each role: a name, who has it, and the filter behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Now

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import access
from .models import Assignment, Callback, Case


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
    WorkList("supervised", "督办中", "Supervised", "case.supervise", lambda a: Q(is_open=True, supervised=True)),
    WorkList("due_soon", "临期", "Due soon", "case.view", lambda a: Q(is_open=True, due_status=Case.DUE_SOON)),
    WorkList("overdue", "超期", "Overdue", "case.view", lambda a: Q(is_open=True, due_status=Case.OVERDUE)),
    WorkList(
        "matters", "一事多报", "Joined matters", "case.join", lambda a: Q(is_open=True, callers__gt=1)
    ),
    WorkList(
        "mine", "我登记的", "Registered by me", "case.register",
        lambda a: Q(taker_id=a.account_id), sort="-received_at", counted=False,
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


def counts(actor: Actor) -> list[dict[str, object]]:
    """All lists of a person with how many wait, how many are due soon and overdue; one statement in all."""
    mine = of(actor)
    counted = [worklist for worklist in mine if worklist.counted]
    figures: dict[str, int] = {}
    if counted:
        totals = {}
        for worklist in counted:
            condition = worklist.condition(actor)
            totals[f"of_{worklist.code}"] = Count("pk", filter=condition)
            totals[f"of_{worklist.code}__soon"] = Count("pk", filter=condition & Q(due_status=Case.DUE_SOON))
            totals[f"of_{worklist.code}__over"] = Count("pk", filter=condition & Q(due_status=Case.OVERDUE))
        figures = access.visible_to(actor, Case.objects.filter(is_open=True)).aggregate(**totals)
    return [
        {
            "code": w.code, "name": w.name, "name_en": w.name_en, "sort": w.sort,
            "count": figures.get(f"of_{w.code}", 0) if w.counted else None,
            "due_soon": figures.get(f"of_{w.code}__soon", 0), "overdue": figures.get(f"of_{w.code}__over", 0),
        }
        for w in mine
    ]  # fmt: skip
