"""HTTP of the population room. Thin."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import AfterValidator, StringConstraints

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from . import changing, exporting, listing, queries, schemas, visiting
from .permissions import ASSIGN, EXPORT, KEY, MANAGE, UNMASK, VIEW, VISIT

router = Router(auth=session_or_token, tags=["population"])


def _sensible(day: date) -> date:
    if not 2000 <= day.year < 2100:
        raise ValueError("年份要在 2000 到 2099 之间")
    return day


Area = Annotated[str, Query(max_length=40, pattern=r"^[^\x00]*$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\x00]*$")]
Month = Annotated[str, Query(max_length=7, pattern=r"^(\d{4}-\d{2})?$")]
Cursor = Annotated[str, Query(max_length=1000, pattern=r"^[^\x00]*$")]
Day = Annotated[date, AfterValidator(_sensible)]
PlanState = Literal["due", "overdue", "soon", "all", "moved", "due_in", "done_in", "missed_in"]


def _of_visits(request: HttpRequest) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not (actor.can(ASSIGN) or actor.can(VISIT)):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=VISIT)
    return actor


# --- the base ---------------------------------------------------------------------------------------------------------
@router.get("/population/addresses", response=schemas.AddressTree, summary="Addresses below one, or in an area")
def list_addresses(request: HttpRequest, parent: Id | None = None, area: Area = ""):
    """Without `parent` the estates of `area`; at most 500."""
    return send(queries.children(need(request, VIEW), parent, area))


@router.get("/population/addresses/find", response=schemas.AddressFound, summary="What a written address means")
def find_address(request: HttpRequest, q: Words):
    """Full-width, 栋/幢/号楼 and Chinese numerals are one spelling; near matches when none is equal."""
    return send(queries.find(need(request, VIEW), q))


@router.post("/population/addresses", response=schemas.AddressDetail, summary="Add or change an address")
def save_address(request: HttpRequest, body: schemas.AddressIn):
    actor = need(request, MANAGE)
    need(request, VIEW)
    return send(queries.one(actor, changing.save_address(actor, body).pk))


@router.get("/population/addresses/{address_id}", response=schemas.AddressDetail, summary="An address and who is there")
def get_address(request: HttpRequest, address_id: Id):
    """Houses, people (masked) and units at and below it; the look is recorded."""
    return send(queries.one(need(request, VIEW), address_id))


@router.post("/population/residents", response=schemas.ResidentOut, summary="Add or change a resident")
def save_resident(request: HttpRequest, body: schemas.ResidentIn):
    row = changing.save_resident(need(request, MANAGE), body)
    return send({**queries.person(row), "kinds": [], "household_id": row.household_id})


@router.post("/population/residents/find", response=schemas.ResidentsFound, summary="Find people; recorded")
def find_residents(request: HttpRequest, body: schemas.FindPeopleIn):
    """By the whole name, phone or ID number; a POST, so that no address holds them."""
    return send(queries.find_people(need(request, VIEW), body.text))


@router.post(
    "/population/residents/{resident_id}/unmask", response=schemas.ResidentClear, summary="See a resident; recorded"
)
def unmask_resident(request: HttpRequest, resident_id: Id, body: schemas.WhyIn):
    return send(queries.unmask(need(request, UNMASK), resident_id, body.reason))


@router.post("/population/residents/{resident_id}/kinds", response=schemas.ResidentOut, summary="Key-person kinds")
def set_kinds(request: HttpRequest, resident_id: Id, body: schemas.KindsIn):
    actor = need(request, KEY)
    need(request, MANAGE)
    row = changing.set_kinds(actor, resident_id, body.kinds, body.note)
    kinds = queries.key_kinds([row.pk]).get(row.pk, [])
    return send({**queries.person(row), "kinds": kinds, "household_id": row.household_id})


@router.post("/population/premises", response=schemas.PremisesOut, summary="Add or change a unit at an address")
def save_premises(request: HttpRequest, body: schemas.PremisesIn):
    return send(queries.premises(changing.save_premises(need(request, MANAGE), body)))


@router.post(
    "/population/premises/{premises_id}/unmask", response=schemas.ResidentClear, summary="A unit's contact; recorded"
)
def unmask_contact(request: HttpRequest, premises_id: Id, body: schemas.WhyIn):
    return send(queries.unmask_contact(need(request, UNMASK), premises_id, body.reason))


@router.post(
    "/population/exports",
    summary="Take out a list, masked; recorded with the reason",
    openapi_extra={"responses": {200: {"content": {
        "text/csv; charset=utf-8": {},
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {},
    }}}},
)  # fmt: skip
def export_list(request: HttpRequest, body: schemas.ExportPeopleIn) -> HttpResponse:
    actor = need(request, EXPORT)
    return exporting.export(actor, body.what, body.area, body.month, body.reason, body.format)


# --- visits -----------------------------------------------------------------------------------------------------------
@router.get("/population/plans", response=schemas.VisitPlanList, summary="Visits to be made")
def list_plans(
    request: HttpRequest, state: PlanState = "due", kind: Area = "", area: Area = "", worker: Area = "",
    month: Month = "", cursor: Cursor = "",
):  # fmt: skip
    """`due_in`, `done_in` and `missed_in` go with `month`; key persons for whoever may see them."""
    wanted = listing.Wanted(state, kind, area, worker, month)
    return send(listing.plans(_of_visits(request), wanted, cursor))


@router.post("/population/plans/assign", response=schemas.Assigned, summary="Give visits to a worker")
def assign_plans(request: HttpRequest, body: schemas.AssignIn):
    return send({"assigned": changing.assign(need(request, ASSIGN), body.plan_ids, body.username)})


@router.get("/population/plans/{plan_id}", response=schemas.VisitPlanDetail, summary="Who is visited, and the visits")
def get_plan(request: HttpRequest, plan_id: Id):
    return send(listing.one(_of_visits(request), plan_id))


@router.get("/population/visits/mine", response=schemas.MyVisits, summary="One's own visits that are due")
def list_mine(request: HttpRequest, until: Day | None = None):
    """Until a day (today), overdue first, at most 200; for the phone to keep."""
    return send(listing.mine(need(request, VISIT), until))


@router.get("/population/visits/coverage", response=schemas.VisitCoverage, summary="How far a month's visits have come")
def get_coverage(
    request: HttpRequest, month: Month = "", by: Literal["grid", "community", "kind", "worker"] = "grid",
    area: Area = "",
):  # fmt: skip
    """Every figure is the length of GET /population/plans with the state, month and part."""
    return send(listing.coverage(need(request, ASSIGN), month, by, area))


@router.get("/population/visits", response=schemas.VisitList, summary="Visits made, the latest first")
def list_visits(
    request: HttpRequest, month: Month = "", kind: Area = "", area: Area = "", worker: Area = "",
    outcome: Literal["", "met", "absent", "refused", "moved", "case"] = "", cursor: Cursor = "",
):  # fmt: skip
    wanted = listing.Wanted("all", kind, area, worker, month)
    return send(listing.visits(_of_visits(request), wanted, outcome, cursor))


@router.post(
    "/population/visits", response={200: schemas.VisitAnswer, 201: schemas.VisitAnswer}, summary="Record a visit, once"
)
def record_visit(request: HttpRequest, body: schemas.VisitIn):
    """The same `uuid` again gives the first answer (200). With `problem` a case is made, once."""
    visit, new = visiting.record(need(request, VISIT), body)
    return send(visiting.answer(visit), 201 if new else 200)
