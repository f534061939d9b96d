"""HTTP of patrols: what the phone sends, what leaders see. Thin."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router

from chengyun.cases.api import need, send
from chengyun.org.auth import session_or_token

from . import coverage, patrols, planning, queries, schemas
from .permissions import PATROL, TRACK, VIEW

router = Router(auth=session_or_token, tags=["fieldwork"])


@router.get("/fieldwork/today", response=schemas.TodayOut, summary="The worker's day: patrol, plans, points, numbers")
def get_today(request: HttpRequest):
    return send(queries.today(need(request, PATROL)))


@router.post("/fieldwork/patrols", response=schemas.PatrolOut, summary="A patrol begins; the same id once")
def start_patrol(request: HttpRequest, body: schemas.PatrolStart):
    return send(queries.told(patrols.start(need(request, PATROL), body)))


@router.post("/fieldwork/patrols/{patrol_id}/stop", response=schemas.PatrolOut, summary="A patrol ends")
def stop_patrol(request: HttpRequest, patrol_id: uuid.UUID, body: schemas.PatrolStop):
    return send(queries.told(patrols.stop(need(request, PATROL), patrol_id, body)))


@router.post("/fieldwork/positions", response=schemas.PositionsOut, summary="Positions of a patrol, in batches")
def add_positions(request: HttpRequest, body: schemas.PositionsIn):
    """Each (patrol, seq, at) is kept once, whatever the order and however often it comes."""
    return send(patrols.positions(need(request, PATROL), body))


@router.post("/fieldwork/checks", response=schemas.PointCheckOut, summary="A point was looked at; the same id once")
def add_check(request: HttpRequest, body: schemas.CheckIn):
    row = patrols.check(need(request, PATROL), body)
    return send({
        "id": str(row.uid), "point": row.point.code, "arrived": row.arrived, "distance_m": row.distance_m,
    })  # fmt: skip


@router.get("/fieldwork/now", response=schemas.NowOut, summary="Who is on patrol, with each last position")
def get_now(request: HttpRequest):
    return send(queries.now(need(request, VIEW)))


@router.get("/fieldwork/patrols", response=schemas.PatrolList, summary="Patrols, the newest first")
def list_patrols(request: HttpRequest, wanted: Query[schemas.PatrolQuery]):
    return send(queries.page(need(request, VIEW), wanted))


@router.get(
    "/fieldwork/patrols/{patrol_id}/track", response=schemas.TrackOut, summary="A track with its gaps; recorded"
)
def get_track(request: HttpRequest, patrol_id: uuid.UUID):
    return send(queries.track(need(request, TRACK), patrol_id))


@router.get("/fieldwork/checks", response=schemas.CheckList, summary="Points looked at, the newest first")
def list_checks(request: HttpRequest, wanted: Query[schemas.CheckQuery]):
    return send(queries.checks(need(request, VIEW), wanted))


@router.get("/fieldwork/coverage", response=schemas.CoverageOut, summary="Grids and points covered in a span of days")
def get_coverage(request: HttpRequest, first: date | None = None, last: date | None = None):
    return send(coverage.of_days(need(request, VIEW), first, last))


@router.get("/fieldwork/ranking", response=schemas.PatrolRankingOut, summary="Workers or grids ranked, with reasons")
def get_ranking(request: HttpRequest, by: Literal["worker", "grid"] = "worker", month: schemas.Month = ""):
    return send(coverage.ranking(need(request, VIEW), by, month))


@router.get("/fieldwork/plans", response=schemas.PlanList, summary="Plans and what is done of them")
def list_plans(request: HttpRequest):
    return send(planning.page(need(request, VIEW)))
