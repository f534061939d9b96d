"""HTTP of plans that change the map. Thin."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.utils import timezone
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from chengyun.kernel.problems import Problem
from chengyun.org.auth import session_or_token

from .changes import plans, reading
from .schemas_plans import (
    GridDecision,
    GridFault,
    GridPlanDetail,
    GridPlanEdit,
    GridPlanHead,
    GridPlanIn,
    Id,
    OutlineFile,
    State,
)

router = Router(tags=["places"], auth=session_or_token)
Text = Annotated[str, Query(max_length=40, pattern=r"^[^\x00]*$")]


@router.get("/places/plans", response=list[GridPlanHead], summary="Plans that change the map, the newest first")
def list_plans(request: Any, state: State = "") -> Any:
    request.actor.require("org.view")
    return plans.page(state)


@router.post("/places/plans", response={201: GridPlanDetail}, summary="Begin a plan")
def begin_plan(request: Any, body: GridPlanIn) -> Any:
    plan = plans.create(request.actor, body.title, body.effective_on, body.note)
    return 201, plans.detail(request.actor, plan)


@router.get("/places/plans/{grid_plan_id}", response=GridPlanDetail, summary="A plan: what changes, what is wrong")
def get_plan(request: Any, grid_plan_id: Id) -> Any:
    request.actor.require("org.view")
    return plans.detail(request.actor, plans.find(grid_plan_id))


@router.post("/places/plans/{grid_plan_id}/edit", response=GridPlanDetail, summary="Change the operations of a draft")
def edit_plan(request: Any, grid_plan_id: Id, body: GridPlanEdit) -> Any:
    plan = plans.edit(
        request.actor, grid_plan_id, body.version, title=body.title, note=body.note, effective_on=body.effective_on,
        add=[operation.model_dump(exclude_none=True) for operation in body.add], remove=body.remove,
    )  # fmt: skip
    return plans.detail(request.actor, plan)


@router.post(
    "/places/plans/{grid_plan_id}/decide", response=GridPlanDetail, summary="Submit, approve, return, withdraw, undo"
)
def decide_plan(request: Any, grid_plan_id: Id, body: GridDecision) -> Any:
    """`undo` answers with the new draft that takes the plan back."""
    _any(request.actor, plans.PLAN, plans.APPROVE)
    return plans.detail(request.actor, plans.decide(request.actor, grid_plan_id, body.version, body.action, body.note))


@router.post("/places/read-file", response=OutlineFile, summary="Read outlines from a file, without writing anything")
def read_file(
    request: Any, file: File[UploadedFile], crs: Form[str] = "", parent: Form[str] = "",
) -> Any:  # fmt: skip
    """GeoJSON, a zipped Shapefile, KML, CSV or XLSX with a column of WKT or GeoJSON. Each row with its faults, and the
    operation that a plan would take."""
    from .changes import importing

    request.actor.require(plans.PLAN)
    return importing.read(file, file.name or "", crs[:16], parent.replace("\x00", "")[:40])


@router.get("/places/topology", response=list[GridFault], summary="Faults of the map as it is: gaps, overlaps, outside")
def get_topology(request: Any, parent: Text = "", at: date | None = None) -> Any:
    """Below one area, or everywhere; at most 500, the grave ones first."""
    _any(request.actor, plans.PLAN, plans.APPROVE)
    faults = reading.whole_map(at or timezone.localdate(), parent)
    names = {key: grid.name for key, grid in reading.grids_on(at or timezone.localdate()).items()}
    return [reading.fault_told(fault, names, {}) for fault in faults]


def _any(actor: Any, *codes: str) -> None:
    if not any(actor.can(code) for code in codes):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=codes[0])
