"""The staff API of cases: thin, every rule is elsewhere."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import Field, ValidationError

from chengyun.kernel import english
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.auth import session_or_token

from . import bulk_actions, engine, looks, page, queries, worklists
from .desk import save_draft_used, unmask
from .filters import SORTS, CaseFilter
from .present import iso
from .schemas import (
    BulkIn,
    BulkOut,
    ByPhone,
    ByPhoneIn,
    CaseIn,
    CaseList,
    CasePage,
    Done,
    EventList,
    Lines,
    Unmasked,
    UnmaskIn,
    WorkListOut,
)
from .validation import field_errors
from .views import saved_query
from .work import Work

router = Router(auth=session_or_token, tags=["cases"])


def send(body: Any, status: int = 200) -> HttpResponse:
    """JSON made by orjson at once: the shapes are documented by `response=`, checked by tests, not per answer."""
    return HttpResponse(orjson.dumps(body), status=status, content_type="application/json; charset=utf-8")


def language_of(request: HttpRequest) -> str:
    """ "en" when the caller asks for English first, else "zh"."""
    return "en" if request.headers.get("Accept-Language", "zh").startswith("en") else "zh"


def need(request: HttpRequest, permission: str) -> Any:
    actor = request.actor  # type: ignore[attr-defined]
    if not actor.can(permission):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=permission)
    return actor


def done(work: Work) -> dict[str, Any]:
    case = work.case
    return {
        "number": case.number, "version": case.version, "state": case.state,
        "state_name": work.lifecycle.states[case.state].name, "open": case.is_open,
        "next_due_at": iso(case.next_due_at),
    }  # fmt: skip


class ListQuery(CaseFilter):
    sort: SORTS = "-received_at"
    limit: int = Field(50, ge=1, le=200)
    cursor: str = Field("", max_length=1000)
    count: bool = False
    view: int | None = Field(None, ge=1, le=2**63 - 1, description="A saved view; parameters given beside it win")


@router.get("/worklists", response=list[WorkListOut], summary="Work lists of this person with counts")
def get_worklists(request: HttpRequest):
    return send(worklists.counts(need(request, "case.view")))


def with_view(actor: Actor, wanted: ListQuery) -> ListQuery:
    """The filter of a saved view, with what was asked beside it. Problem 404, or 422 when the view fits no longer."""
    saved = saved_query(actor, wanted.view or 0)
    asked = {name: getattr(wanted, name) for name in wanted.model_fields_set}
    try:
        return ListQuery.model_validate({**saved, **asked})
    except ValidationError as error:
        errors = field_errors(error)
        raise Problem(422, "view_outdated", "这个视图已不能使用", errors[0]["message"], errors=errors) from None


@router.get("/cases", response=CaseList, summary="List cases")
def list_cases(request: HttpRequest, wanted: Query[ListQuery]):
    actor = need(request, "case.view")
    if wanted.view is not None:
        wanted = with_view(actor, wanted)
    return send(
        queries.list_cases(actor, wanted, wanted.sort, wanted.limit, wanted.cursor, wanted.count, language_of(request))
    )


@router.post("/cases", response={201: Done}, summary="Register a request (call-taker)")
def register(request: HttpRequest, body: CaseIn):
    actor = need(request, "case.register")
    place, requester = body.place, body.requester.model_dump()
    registration = engine.Registration(
        kind=body.kind, text=body.text, channel=body.channel, lifecycle=body.lifecycle, title=body.title,
        category_id=body.category_id, requester={k: v for k, v in requester.items() if v},
        lng=place.lng, lat=place.lat, crs=place.crs, address=place.address, area_id=place.area_id,
        urgency=body.urgency, flags=body.flags, occurred_at=body.occurred_at,
        file_ids=[str(key) for key in body.attachments],
    )  # fmt: skip
    work = engine.create(actor, registration, [(step.action, step.data) for step in body.then])
    if body.draft_id is not None:
        save_draft_used(actor, body.draft_id)
    return send(done(work), 201)


@router.get("/cases/{number}", response=CasePage, summary="Everything about one case")
def get_case(request: HttpRequest, number: str):
    actor = need(request, "case.view")
    told = page.case_page(number, actor, language_of(request))
    looks.tell(actor, told["number"])
    return send(told)


@router.get("/cases/{number}/events", response=EventList, summary="The history of a case")
def get_events(request: HttpRequest, number: str):
    return send(queries.timeline(number, need(request, "case.view"), language_of(request)))


@router.get("/cases/{number}/clocks/{clock_id}/explain", response=Lines, summary="Why a limit ends when it does")
def explain_clock(request: HttpRequest, number: str, clock_id: int):
    return send({"lines": queries.explain(number, clock_id, need(request, "case.view"), language_of(request))})


@router.post(
    "/cases/{number}/actions/{action}",
    response=Done,
    summary="Do an action; the case lists which are possible and what each needs",
    openapi_extra=bulk_actions.ACTION_BODY,
)
def act(request: HttpRequest, number: str, action: str):
    actor = need(request, "case.view")
    data = bulk_actions.body_of(request)
    version = bulk_actions.whole(data.pop("version", None), "version")
    assignment_id = bulk_actions.whole(data.pop("assignment_id", None), "assignment_id")
    return send(done(engine.perform(number, action, actor, data, version=version, assignment_id=assignment_id)))


@router.post("/cases/bulk/{action}", response=BulkOut, summary="The same action on many cases, a result for each")
def act_on_many(request: HttpRequest, action: str, body: BulkIn):
    actor = need(request, "case.bulk")
    results = bulk_actions.run(actor, action, body)
    if english.wanted(request):
        for row in results:
            if row.get("problem"):
                row["problem"] = english.problem_in_english(row["problem"])
    return send({"results": results})


@router.post("/cases/{number}/unmask", response=Unmasked, summary="See who the requester is; recorded with the reason")
def unmask_requester(request: HttpRequest, number: str, body: UnmaskIn):
    return send(unmask(number, need(request, "case.unmask"), body.reason))


@router.post("/requesters/by-phone", response=ByPhone, summary="Earlier cases of a phone number, masked")
def requester_by_phone(request: HttpRequest, body: ByPhoneIn):
    return send(queries.by_phone(body.phone, need(request, "case.register")))
