"""HTTP of hot issues. Thin."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Status

from chengyun.cases.api import need, send
from chengyun.cases.schemas import Id
from chengyun.insight import periods
from chengyun.org.auth import session_or_token

from . import arranging, queries
from .schemas import HotChange, HotDetail, HotList, HotQuery, HotRunIn, HotRunOut, HotWindow

VIEW, MANAGE = "hot.view", "hot.manage"
router = Router(auth=session_or_token, tags=["hot issues"])


@router.get("/insight/hot", response=HotList, summary="Hot issues of a window, the hottest first")
def get_hot(request: HttpRequest, wanted: Query[HotQuery]):
    return send(queries.page(need(request, VIEW), wanted))


@router.post("/insight/hot/runs", response={202: HotRunOut}, summary="Find the hot issues of any window, as a job")
def post_run(request: HttpRequest, body: HotRunIn):
    actor = need(request, MANAGE)
    need(request, VIEW)
    window = periods.span(body.start, body.end + timedelta(days=1), timezone.get_default_timezone())
    return Status(202, queries.run_told(arranging.ask(actor, window.start, window.end)))


@router.get("/insight/hot/runs/{look_id}", response=HotRunOut, summary="How far a window is")
def get_run(request: HttpRequest, look_id: Id):
    need(request, VIEW)
    return send(queries.run_told(queries.find_run(look_id)))


@router.get("/insight/hot/{issue_id}", response=HotDetail, summary="A hot issue with its words, trend and cases")
def get_issue(request: HttpRequest, issue_id: Id, wanted: Query[HotWindow]):
    return send(queries.detail(need(request, VIEW), issue_id, wanted))


@router.post("/insight/hot/{issue_id}/change", response=HotDetail, summary="Rename, hide, merge, split, take back")
def change(request: HttpRequest, issue_id: Id, wanted: Query[HotWindow], body: HotChange):
    actor = need(request, MANAGE)
    need(request, VIEW)
    shown = arranging.change(actor, issue_id, arranging.Change(**body.model_dump()))
    return send(queries.detail(actor, shown, wanted))
