"""Plans: made, edited, submitted, approved, in force, taken back. Each step is recorded; two editors meet a 409."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor

from ..models import GridPlan, GridPlanStep
from . import applying, reading

PLAN, APPROVE = "place.plan", "place.approve"
MOST_OPERATIONS = 3000
MOST_POINTS = 400_000
FURTHEST = timedelta(days=400)


def find(plan_id: int, *, lock: bool = False) -> GridPlan:
    rows = GridPlan.objects.select_for_update(of=("self",)) if lock else GridPlan.objects
    plan = rows.select_related("undoes").filter(pk=plan_id).first()
    if plan is None:
        raise Problem(404, "not_found", "没有这个调整方案")
    return plan


def page(state: str = "") -> list[dict[str, Any]]:
    """The newest two hundred."""
    rows = GridPlan.objects.filter(state=state) if state else GridPlan.objects.all()
    return [head(plan) for plan in rows.order_by("-id").defer("operations", "was", "became")[:200]]


def head(plan: GridPlan) -> dict[str, Any]:
    return {
        "id": plan.pk, "title": plan.title, "note": plan.note, "state": plan.state, "version": plan.version,
        "effective_on": plan.effective_on.isoformat(), "created_by": plan.created_by, "failure": plan.failure,
        "created_at": plan.created_at.isoformat(), "undoes": plan.undoes_id,
        "applied_at": plan.applied_at.isoformat() if plan.applied_at else None,
    }  # fmt: skip


def detail(actor: Actor, plan: GridPlan) -> dict[str, Any]:
    """A plan with its operations, history and, while it is not in force, what it would do."""
    open_ = plan.state in (GridPlan.DRAFT, GridPlan.SUBMITTED, GridPlan.APPROVED)
    steps = [
        {"at": step.at.isoformat(), "actor": step.actor, "action": step.action, "note": step.note}
        for step in plan.steps.all()[:200]
    ]
    nothing = {"changes": plan_changes(plan), "faults": [], "effects": [], "outlines": [], "others": []}
    return {
        **head(plan), "operations": [_short(operation) for operation in plan.operations], "steps": steps,
        "may": may(actor, plan), **(reading.told(plan, actor) if open_ and plan.operations else nothing),
    }  # fmt: skip


def plan_changes(plan: GridPlan) -> list[dict[str, Any]]:
    """What a plan in force did, from what it kept."""
    was = {state["code"]: state for state in plan.was}
    found = []
    for state in plan.became:
        old = was.get(state["code"], {"was": False})
        what = "new" if not old["was"] else "changes" if state["was"] else "ends"
        level = (state if state["was"] else old)["level"]
        found.append({
            "key": state["code"], "code": state["code"], "what": what, "level": level,
            "before": _kept(old), "after": _kept(state), "moved": old.get("geometry") != state.get("geometry"),
            "goes_to": [],
        })  # fmt: skip
    return found


def _kept(state: Mapping[str, Any]) -> dict[str, Any] | None:
    if not state["was"]:
        return None
    return {
        "name": state["name"], "kind": state["kind"], "parent": state["parent"], "parent_name": "",
        "managed_by": state["managed_by"], "square_metres": 0,
    }  # fmt: skip


def _short(operation: Mapping[str, Any]) -> dict[str, Any]:
    """An operation without its coordinates: what is seen of it is the result."""
    hidden = {"geometry", "grids"}
    return {name: value for name, value in operation.items() if name not in hidden}


def may(actor: Actor, plan: GridPlan) -> list[str]:
    """What somebody can do with a plan now."""
    can_plan, can_approve = actor.can(PLAN), actor.can(APPROVE)
    mine = plan.submitted_by_id is not None and plan.submitted_by_id == actor.account_id
    undone = plan.state == GridPlan.APPLIED and plan.undone_by.exclude(state=GridPlan.WITHDRAWN).exists()
    found = {
        GridPlan.DRAFT: ["edit", "submit", "withdraw"] if can_plan else [],
        GridPlan.SUBMITTED: [*(["approve", "return"] if can_approve and not mine else []),
                             *(["withdraw"] if can_plan else [])],
        GridPlan.APPROVED: ["return"] if can_approve else [],
        GridPlan.APPLIED: ["undo"] if can_plan and not undone else [],
    }  # fmt: skip
    return found.get(plan.state, [])


# --- writing ---------------------------------------------------------------------------------------------------------
def create(actor: Actor, title: str, effective_on: date, note: str = "", undoes: GridPlan | None = None) -> GridPlan:
    actor.require(PLAN)
    _check_day(effective_on)
    with transaction.atomic():
        plan = GridPlan.objects.create(
            title=_title(title), note=note.strip(), effective_on=effective_on, undoes=undoes,
            created_by_id=actor.account_id, created_by=actor.name[:120],
        )  # fmt: skip
        _step(plan, actor, "create", "")
    return plan


def edit(
    actor: Actor, plan_id: int, version: int, *, title: str | None = None, note: str | None = None,
    effective_on: date | None = None, add: Sequence[Mapping[str, Any]] = (), remove: Sequence[int] = (),
) -> GridPlan:  # fmt: skip
    """Change a draft. Problem 409 with the plan as it is when somebody was faster."""
    actor.require(PLAN)
    with transaction.atomic():
        plan = _taken(plan_id, version, GridPlan.DRAFT)
        if title is not None:
            plan.title = _title(title)
        if note is not None:
            plan.note = note.strip()
        if effective_on is not None:
            _check_day(effective_on)
            plan.effective_on = effective_on
        gone = set(remove)
        kept = [operation for operation in plan.operations if operation["id"] not in gone]
        for operation in add:
            kept.append({**operation, "id": plan.next_operation})
            plan.next_operation += 1
        _check_size(kept)
        plan.operations = kept
        _save(plan)
    return plan


def decide(actor: Actor, plan_id: int, version: int, action: str, note: str = "") -> GridPlan:
    """submit, approve, return, withdraw, undo. Approving on or after the day puts the plan in force at once."""
    with transaction.atomic():
        plan = find(plan_id, lock=True)
        if plan.version != version:
            raise _conflict(plan)
        if action not in may(actor, plan):
            raise _refused(actor, plan, action)
        if action == "undo":
            return _undo(actor, plan)
        if action in ("return",) and len(note.strip()) < 2:
            raise _invalid("note", "请写明退回的理由。")
        _DO[action](actor, plan)
        plan.failure = ""
        _save(plan)
        _step(plan, actor, action, note)
        if plan.state == GridPlan.APPROVED and plan.effective_on <= timezone.localdate():
            _put_in_force(plan, actor)
    return plan


def _submit(actor: Actor, plan: GridPlan) -> None:
    if not plan.operations:
        raise Problem(409, "empty_plan", "方案是空的", "请先画出要调整的网格，再提交。")
    if plan.effective_on < timezone.localdate():
        raise _invalid("effective_on", "生效日期已过，请改成今天或以后。")
    refuse_faults(plan)
    plan.state, plan.submitted_by_id = GridPlan.SUBMITTED, actor.account_id


def _approve(actor: Actor, plan: GridPlan) -> None:
    refuse_faults(plan)
    plan.state = GridPlan.APPROVED


def _return(actor: Actor, plan: GridPlan) -> None:
    plan.state, plan.submitted_by_id = GridPlan.DRAFT, None


def _withdraw(actor: Actor, plan: GridPlan) -> None:
    plan.state = GridPlan.WITHDRAWN


_DO = {"submit": _submit, "approve": _approve, "return": _return, "withdraw": _withdraw}


def _undo(actor: Actor, plan: GridPlan) -> GridPlan:
    """A draft that brings the map back to what it was; it goes the same way as any plan."""
    day = max(timezone.localdate(), plan.effective_on + timedelta(days=1))
    back = create(actor, f"撤销：{plan.title}"[:120], day, f"恢复方案“{plan.title}”以前的网格。", undoes=plan)
    return edit(actor, back.pk, back.version, add=[{"op": "restore", "grids": plan.was}])


def refuse_faults(plan: GridPlan, day: date | None = None) -> reading.Outlook:
    seen = reading.outlook(plan, day)
    if seen.stops:
        raise Problem(
            409,
            "map_faults",
            "还有图形问题",
            f"有 {len(seen.stops)} 处问题要先改好，见问题清单。",
            count=len(seen.stops),
        )
    return seen


def apply_due(now: date | None = None) -> dict[str, int]:
    """Every approved plan whose day has come. One that fails keeps its reason and is tried again."""
    day = now or timezone.localdate()
    done = {"applied": 0, "failed": 0}
    for plan_id in GridPlan.objects.filter(state=GridPlan.APPROVED, effective_on__lte=day).order_by(
        "effective_on", "id"
    ).values_list("pk", flat=True):  # fmt: skip
        try:
            with transaction.atomic():
                plan = find(plan_id, lock=True)
                if plan.state == GridPlan.APPROVED:
                    _put_in_force(plan, system_actor("网格调整"), day)
                    done["applied"] += 1
        except Problem as problem:
            done["failed"] += 1
            GridPlan.objects.filter(pk=plan_id).update(failure=(problem.detail or problem.title)[:500])
    return done


def _put_in_force(plan: GridPlan, actor: Actor, today: date | None = None) -> None:
    """On its day; when that has passed while the platform stood still, from today on: what was yesterday stays."""
    day = max(plan.effective_on, today or timezone.localdate())
    seen = refuse_faults(plan, day)
    codes = applying.write(seen, actor, f"网格调整方案 {plan.pk}：{plan.title}")
    touched = sorted(seen.result.touched)
    named = {key: codes.get(key, key) for key in touched}
    plan.was = [reading.state_of(seen.before.get(key), named[key]) for key in touched]
    after = reading.grids_on(day)
    plan.became = [reading.state_of(after.get(named[key]), named[key]) for key in touched]
    plan.state, plan.applied_at, plan.effective_on, plan.failure = GridPlan.APPLIED, timezone.now(), day, ""
    _save(plan)
    _step(plan, actor, "apply", "")


# --- helpers ---------------------------------------------------------------------------------------------------------
def _taken(plan_id: int, version: int, state: str) -> GridPlan:
    plan = find(plan_id, lock=True)
    if plan.version != version:
        raise _conflict(plan)
    if plan.state != state:
        raise Problem(409, "wrong_state", "现在不能修改", f"方案“{GridPlan.STATES[plan.state]}”，不能再修改。")
    return plan


def _conflict(plan: GridPlan) -> Problem:
    return Problem(
        409,
        "conflict",
        "方案已被别人修改",
        "请先看新的方案，再改一次；您没有提交的图形还在页面上。",
        current=head(plan),
    )


def _refused(actor: Actor, plan: GridPlan, action: str) -> Problem:
    needed = APPROVE if action in ("approve", "return") else PLAN
    if not actor.can(needed):
        return Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=needed)
    if action == "approve" and plan.state == GridPlan.SUBMITTED:
        return Problem(409, "own_plan", "不能审批自己提交的方案", "请由另一位有审批权限的同事批准。")
    return Problem(409, "wrong_state", "现在不能这样做", f"方案现在是“{GridPlan.STATES[plan.state]}”。")


def _check_day(day: date) -> None:
    today = timezone.localdate()
    if not today <= day <= today + FURTHEST:
        raise _invalid("effective_on", "生效日期应在今天到四百天以内。")


def _check_size(operations: Sequence[Mapping[str, Any]]) -> None:
    if len(operations) > MOST_OPERATIONS:
        raise _invalid("add", f"一个方案最多 {MOST_OPERATIONS} 步，请分成几个方案。")
    points = sum(_points(operation.get("geometry")) for operation in operations)
    if points > MOST_POINTS:
        raise _invalid("add", f"一个方案的图形最多 {MOST_POINTS} 个点，请先把边界化简。")


def _points(geometry: Any) -> int:
    if not isinstance(geometry, Mapping):
        return 0
    stack, count = [geometry.get("coordinates")], 0
    while stack:
        part = stack.pop()
        if isinstance(part, list):
            if part and isinstance(part[0], int | float):
                count += 1
            else:
                stack += part
    return count


def _title(text: str) -> str:
    title = text.strip()
    if len(title) < 2:
        raise _invalid("title", "请写方案名称，至少两个字。")
    return title[:120]


def _invalid(name: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": name, "message": message}])


def _save(plan: GridPlan) -> None:
    plan.version += 1
    plan.changed_at = timezone.now()
    plan.save()


def _step(plan: GridPlan, actor: Actor, action: str, note: str) -> None:
    GridPlanStep.objects.create(
        plan=plan, actor_id=actor.account_id, actor=actor.name[:120], action=action, note=note.strip()[:1000]
    )
