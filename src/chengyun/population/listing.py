"""Plans and visits as lists, and how far a month has come; every figure is the length of a list with a filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from chengyun.kernel import paging
from chengyun.kernel.masks import mask_address
from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places import queries as places

from . import keeping, looks, reach
from .models import Resident, Visit, VisitPlan
from .permissions import ASSIGN, KEY, VISIT
from .words import HOUSEHOLD, KEY_PERSON, MET

PAGE = 50
MOST_MINE = 200
SOON = 7
BY = {"grid": "grid_code", "community": "community_code", "kind": "kind__code", "worker": "worker_id"}


@dataclass(frozen=True)
class Wanted:
    """What list of plans. `month` goes with due_in, done_in and missed_in."""

    state: str = "due"
    kind: str = ""
    area: str = ""
    worker: str = ""
    month: str = ""


def month_span(text: str) -> tuple[date, date]:
    """First day of the month and of the next; Problem 422."""
    try:
        first = datetime.strptime(text, "%Y-%m").date() if text else timezone.localdate().replace(day=1)
        if not 2000 <= first.year < 2100:
            raise ValueError(text)
    except ValueError:
        raise keeping.refuse("month", "月份写成 2026-01。") from None
    return first, (first + timedelta(days=32)).replace(day=1)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_default_timezone())


def base(actor: Actor) -> QuerySet[VisitPlan]:
    """Plans that this person may see in lists: of the areas they assign, and their own."""
    mine = Q(worker_id=actor.whose) if actor.can(VISIT) else Q(pk__in=[])
    if actor.can(ASSIGN):
        mine |= reach.of(actor, ASSIGN)
    rows = VisitPlan.objects.filter(mine)
    return rows if actor.can(KEY) else rows.filter(sensitive=False)


def narrowed(rows: QuerySet[VisitPlan], wanted: Wanted) -> QuerySet[VisitPlan]:
    if wanted.kind:
        rows = rows.filter(kind__code=wanted.kind)
    if wanted.area:
        rows = rows.filter(reach.narrowed(wanted.area))
    if wanted.worker:
        account = Account.objects.filter(username=wanted.worker).first()
        rows = rows.filter(worker_id=account.pk if account else None)
    return rows


def in_state(rows: QuerySet[VisitPlan], state: str, month: str = "") -> QuerySet[VisitPlan]:
    day = timezone.localdate()
    if state in ("due_in", "done_in", "missed_in"):
        due, done = of_month(month)
        chosen = {"due_in": due, "done_in": done, "missed_in": due & ~done}[state]
        return rows.filter(chosen)
    rows = rows.filter(active=state != "moved")
    if state == "due":
        return rows.filter(due_on__lte=day)
    if state == "overdue":
        return rows.filter(due_on__lt=day)
    if state == "soon":
        return rows.filter(due_on__gt=day, due_on__lte=day + timedelta(days=SOON))
    return rows


def of_month(month: str) -> tuple[Q, Q]:
    """(plans that were to be visited in the month, those of them that were)."""
    first, end = month_span(month)
    start, until = _moment(first), _moment(end)
    met = Visit.objects.filter(outcome=MET, due_was__lt=end)
    done = met.filter(at__gte=start, at__lt=until).values("plan_id")
    later = met.filter(at__gte=until).values("plan_id")
    due = Q(active=True, due_on__lt=end) | Q(pk__in=done) | Q(pk__in=later)
    return due, Q(pk__in=done)


def plans(actor: Actor, wanted: Wanted, cursor: str = "") -> dict[str, Any]:
    """50 plans, the longest due first."""
    rows = in_state(narrowed(base(actor), wanted), wanted.state, wanted.month).order_by("due_on", "pk")
    total = rows.count()
    if cursor:
        day, key = _cursor(cursor)
        rows = rows.filter(Q(due_on__gt=day) | Q(due_on=day, pk__gt=key))
    found = list(_with(rows)[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    _looked(actor, found, "走访清单")
    return {
        "items": told(actor, found), "total": total,
        "next_cursor": paging.encode_cursor([found[-1].due_on, found[-1].pk]) if more else None,
    }  # fmt: skip


def _cursor(text: str) -> tuple[date, int]:
    day, key = paging.decode_cursor(text, 2)
    try:
        return date.fromisoformat(day), _key(key)
    except (TypeError, ValueError):
        raise paging.bad_cursor() from None


def _key(key: Any) -> int:
    if type(key) is not int or not 0 < key < 2**63:
        raise paging.bad_cursor()
    return key


def _with(rows: QuerySet[VisitPlan]) -> QuerySet[VisitPlan]:
    return rows.select_related(
        "kind", "address__parent__parent__parent", "key_person__resident", "premises", "household"
    )  # fmt: skip


def _looked(actor: Actor, rows: list[VisitPlan], words: str) -> None:
    """Every list that names key persons is a look."""
    named = sum(row.sensitive for row in rows)
    if named:
        looks.record(actor, "list", f"{words}：重点人员 {named} 人", rows=named)


def mine(actor: Actor, until: date | None) -> dict[str, Any]:
    """A worker's visits that are due until a day, overdue first, with who lives there."""
    day = timezone.localdate()
    rows = base(actor).filter(worker_id=actor.whose, active=True, due_on__lte=until or day).order_by("due_on", "pk")
    total = rows.count()
    found = list(_with(rows)[:MOST_MINE])
    _looked(actor, found, "我的走访")
    people = _people(found)
    items = [{**item, "people": people.get(row.pk, [])} for row, item in zip(found, told(actor, found), strict=True)]
    return {"items": items, "total": total, "day": day}


def told(actor: Actor, rows: list[VisitPlan]) -> list[dict[str, Any]]:
    day, known = timezone.localdate(), places.areas().by_code
    accounts = {a.pk: a for a in Account.objects.filter(pk__in={row.worker_id for row in rows if row.worker_id})}
    heads = _heads(rows)
    items = []
    for row in rows:
        node = row.address
        while node.lng is None and node.parent is not None:
            node = node.parent
        grid, worker = known.get(row.grid_code), accounts.get(row.worker_id or 0)
        items.append({
            "id": row.pk, "kind": row.kind.code, "kind_name": row.kind.name, "ask": row.kind.ask,
            "subject": row.kind.subject, "title": _title(row, heads), "address": row.address.whole,
            "address_id": row.address_id, "grid": grid.name if grid else "", "grid_code": row.grid_code,
            "lng": node.lng, "lat": node.lat, "due_on": row.due_on, "overdue_days": max((day - row.due_on).days, 0),
            "last_at": row.last_at, "active": row.active, "worker": worker.username if worker else "",
            "worker_name": str(worker) if worker else "", "by_hand": row.by_hand,
        })  # fmt: skip
    return items


def _heads(rows: list[VisitPlan]) -> dict[int, tuple[str, int]]:
    """Household → (mask of the first person, how many)."""
    keys = [row.household_id for row in rows if row.household_id]
    found: dict[int, tuple[str, int]] = {}
    people = Resident.objects.filter(household_id__in=keys, until=None).order_by("pk")
    for household, mask in people.values_list("household_id", "name_mask"):
        first, number = found.get(household, (mask, 0))
        found[household] = (first, number + 1)
    return found


def _title(row: VisitPlan, heads: dict[int, tuple[str, int]]) -> str:
    if row.kind.subject == KEY_PERSON and row.key_person is not None:
        return row.key_person.resident.name_mask
    if row.kind.subject == HOUSEHOLD:
        name, number = heads.get(row.household_id or 0, ("", 0))
        return f"{name}等 {number} 人" if number > 1 else name
    return row.premises.name if row.premises is not None else ""


def _people(rows: list[VisitPlan]) -> dict[int, list[dict[str, Any]]]:
    """Plan → people to be met, masked."""
    households = {row.household_id: row.pk for row in rows if row.household_id}
    found: dict[int, list[dict[str, Any]]] = {}
    for person in Resident.objects.filter(household_id__in=households, until=None).order_by("pk"):
        found.setdefault(households[person.household_id], []).append(_brief(person))
    for row in rows:
        if row.key_person is not None:
            found[row.pk] = [_brief(row.key_person.resident)]
    return found


def _brief(row: Resident) -> dict[str, Any]:
    return {"id": row.pk, "name_mask": row.name_mask, "phone_mask": row.phone_mask, "relation": row.relation}


def one(actor: Actor, key: int) -> dict[str, Any]:
    """A plan with who is to be met, and the visits so far."""
    row = _with(base(actor).filter(pk=key)).first()
    if row is None:
        raise keeping.not_found("没有这项走访")
    if row.sensitive:
        words = f"重点人员 {told(actor, [row])[0]['title']} · {mask_address(row.address.whole)}"
        looks.record(actor, "open", words)
    note = keeping.opened_text(row.key_person.sealed) if row.key_person is not None else ""
    done = Visit.objects.filter(plan=row).order_by("-at", "-pk").prefetch_related("files__file")[:PAGE]
    return {
        **told(actor, [row])[0], "people": _people([row]).get(row.pk, []), "note": note,
        "visits": [visit(v) for v in done],
    }  # fmt: skip


# --- visits -----------------------------------------------------------------------------------------------------------
def visits(actor: Actor, wanted: Wanted, outcome: str, cursor: str) -> dict[str, Any]:
    """50 visits, the latest first."""
    rows = Visit.objects.filter(plan__in=narrowed(base(actor), Wanted(kind=wanted.kind, area=wanted.area)).values("pk"))
    if wanted.month:
        first, end = month_span(wanted.month)
        rows = rows.filter(at__gte=_moment(first), at__lt=_moment(end))
    if wanted.worker:
        account = Account.objects.filter(username=wanted.worker).first()
        rows = rows.filter(account_id=account.pk if account else 0)
    if outcome == "case":
        rows = rows.filter(case__isnull=False)
    elif outcome:
        rows = rows.filter(outcome=outcome)
    total = rows.count()
    if cursor:
        moment, key = paging.decode_cursor(cursor, 2)
        try:
            at = datetime.fromisoformat(moment)
        except (TypeError, ValueError):
            raise paging.bad_cursor() from None
        if at.tzinfo is None or not 1900 <= at.year < 2200:
            raise paging.bad_cursor()
        rows = rows.filter(Q(at__lt=at) | Q(at=at, pk__lt=_key(key)))
    joined = ("plan__kind", "plan__address", "plan__key_person__resident", "plan__premises", "plan__household")
    found = list(rows.order_by("-at", "-pk").select_related(*joined).prefetch_related("files__file")[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    _looked(actor, [v.plan for v in found], "走访记录")
    heads = _heads([v.plan for v in found])
    items = [
        {
            **visit(v), "kind_name": v.plan.kind.name, "title": _title(v.plan, heads),
            "address": v.plan.address.whole, "address_id": v.plan.address_id,
        }
        for v in found
    ]  # fmt: skip
    last = found[-1] if found else None
    after = paging.encode_cursor([last.at.isoformat(), last.pk]) if more and last else None
    return {"items": items, "total": total, "next_cursor": after}


def visit(row: Visit) -> dict[str, Any]:
    return {
        "id": row.pk, "uuid": str(row.uuid), "plan_id": row.plan_id, "at": row.at, "received_at": row.received_at,
        "worker": row.worker, "outcome": row.outcome, "found": keeping.opened_text(row.sealed), "metres": row.metres,
        "due_was": row.due_was, "case_number": row.case_number or None,
        "files": [{"id": str(f.file_id), "name": f.file.name, "kind": f.file.kind} for f in row.files.all()],
    }  # fmt: skip


# --- how far a month has come -----------------------------------------------------------------------------------------
def coverage(actor: Actor, month: str, by: str, area: str) -> dict[str, Any]:
    """Due, done and missed in the month and overdue now, in all and by grid, community, kind or worker."""
    first, _ = month_span(month)
    due, done = of_month(month)
    rows = narrowed(base(actor), Wanted(area=area))
    day = timezone.localdate()
    figures = {
        "due": Count("pk", filter=due), "done": Count("pk", filter=done),
        "overdue": Count("pk", filter=Q(active=True, due_on__lt=day)), "plans": Count("pk", filter=Q(active=True)),
    }  # fmt: skip
    whole = rows.aggregate(**figures)
    column = BY[by]
    parts = [
        {**_named(by, row.pop(column)), **row, "share": _share(row)}
        for row in rows.order_by().values(column).annotate(**figures)
    ]
    parts.sort(key=lambda row: (row["share"] is None, row["share"] or 0, row["name"]))
    return {
        "month": f"{first:%Y-%m}", "by": by, "whole": {**whole, "share": _share(whole)}, "items": parts[:500],
        "kinds": [{"code": k.code, "name": k.name} for k in _kinds(rows)],
    }  # fmt: skip


def _kinds(rows: QuerySet[VisitPlan]) -> list[Any]:
    from .models import VisitKind

    return list(VisitKind.objects.filter(pk__in=rows.order_by().values("kind").distinct()))


def _share(row: dict[str, Any]) -> float | None:
    return round(row["done"] * 100 / row["due"], 2) if row["due"] else None


def _named(by: str, key: Any) -> dict[str, str]:
    if by == "worker":
        account = Account.objects.filter(pk=key).first() if key else None
        return {"key": account.username if account else "", "name": str(account) if account else "未分配"}
    if by == "kind":
        from .models import VisitKind

        kind = VisitKind.objects.filter(code=key).first()
        return {"key": str(key), "name": kind.name if kind else str(key)}
    area = places.areas().by_code.get(key)
    return {"key": key or "", "name": area.name if area else "未落网格" if by == "grid" else "未知社区"}
