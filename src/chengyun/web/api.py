"""The API assembled: every room's router under /api/v1, one shape for every error."""

from __future__ import annotations

import logging
from typing import Any

import orjson
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, RawPostDataException, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser
from ninja.renderers import BaseRenderer

import chengyun
from chengyun.appraisal.api import router as appraisal_router
from chengyun.appraisal.scoring.api import router as scoring_router
from chengyun.budget.api import router as budget_router
from chengyun.cases.api import router as cases_router
from chengyun.cases.api_lists import router as lists_router
from chengyun.cases.api_map import router as map_router
from chengyun.cases.api_notices import router as notices_router
from chengyun.cases.api_print import router as print_router
from chengyun.cases.api_related import router as related_router
from chengyun.cases.api_similar import router as similar_router
from chengyun.cases.desk_api import router as desk_router
from chengyun.cases.validation import message
from chengyun.channels.api import router as intake_router
from chengyun.channels.open311.api import router as open311_router
from chengyun.channels.outbox.api import router as outbox_router
from chengyun.components.api import router as components_router
from chengyun.dispatching.api import router as dispatching_router
from chengyun.dispatching.rules.api import router as dispatch_rules_router
from chengyun.fieldwork.api import router as fieldwork_router
from chengyun.fieldwork.api_more import router as fieldwork_more_router
from chengyun.fieldwork.staff.api import router as grid_staff_router
from chengyun.fieldwork.sync.api import router as field_router
from chengyun.insight.analysis.api import router as analysis_router
from chengyun.insight.api import router as board_router
from chengyun.insight.api_digests import router as digests_router
from chengyun.insight.hot.api import router as hot_router
from chengyun.insight.reports.api import router as reports_router
from chengyun.insight.warnings.api import router as warnings_router
from chengyun.kernel.problems import Problem, problem_response
from chengyun.knowledge.api import router as knowledge_router
from chengyun.knowledge.api_help import router as help_router
from chengyun.neighbours.api import router as neighbour_router
from chengyun.neighbours.api_desk import router as neighbours_router
from chengyun.operations.api import router as operations_router
from chengyun.org.api import router as org_router
from chengyun.org.api_search import router as search_router
from chengyun.places.api import router as places_router
from chengyun.places.api_plans import router as plans_router
from chengyun.population.api import router as population_router
from chengyun.replies.api import router as replies_router
from chengyun.supervision.api import router as supervision_router
from chengyun.supervision.api_more import router as supervision_more_router
from chengyun.webhooks.api import router as webhooks_router

from .faults import database_away
from .openapi import DocumentedAPI

log = logging.getLogger(__name__)


class _OrjsonRenderer(BaseRenderer):
    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> Any:
        return orjson.dumps(data, default=str)


class _OrjsonParser(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        return orjson.loads(request.body)


api = DocumentedAPI(
    title="城运 chengyun",
    version=chengyun.__version__,
    description="Staff and intake API. Errors are RFC 9457 problems.",
    openapi_url="openapi.json",
    docs_url=None,
    renderer=_OrjsonRenderer(),
    parser=_OrjsonParser(),
    urls_namespace="api",
)
api.add_router("v1", fieldwork_router)  # first: positions of phones come most often of all
api.add_router("v1", org_router)
api.add_router("v1", search_router)
api.add_router("v1", places_router)
api.add_router("v1", plans_router)
api.add_router("v1", map_router)  # before /cases/{number}
api.add_router("v1", similar_router)  # before /cases/{number}
api.add_router("v1", outbox_router)
api.add_router("v1", cases_router)
api.add_router("v1", notices_router)
api.add_router("v1", print_router)
api.add_router("v1", related_router)
api.add_router("v1", lists_router)
api.add_router("v1", desk_router)
api.add_router("v1", dispatch_rules_router)
api.add_router("v1", dispatching_router)
api.add_router("v1", board_router)
api.add_router("v1", digests_router)
api.add_router("v1", warnings_router)
api.add_router("v1", analysis_router)
api.add_router("v1", hot_router)
api.add_router("v1", reports_router)
api.add_router("v1", appraisal_router)
api.add_router("v1", scoring_router)
api.add_router("v1", intake_router)
api.add_router("v1", replies_router)
api.add_router("v1", budget_router)
api.add_router("v1", supervision_router)
api.add_router("v1", supervision_more_router)
api.add_router("v1", fieldwork_more_router)
api.add_router("v1", population_router)
api.add_router("v1", grid_staff_router)
api.add_router("v1", neighbour_router)
api.add_router("v1", neighbours_router)
api.add_router("v1", open311_router)
api.add_router("v1", knowledge_router)
api.add_router("v1", help_router)
api.add_router("v1", field_router)
api.add_router("v1", components_router)
api.add_router("v1", webhooks_router)
api.add_router("v1", operations_router)


@api.get("/health", auth=None, tags=["health"], summary="Whether this process answers", response=dict)
def health(request: HttpRequest) -> dict[str, str]:
    return {"status": "ok", "version": chengyun.__version__}


@api.exception_handler(Problem)
def on_problem(request: HttpRequest, error: Problem) -> HttpResponse:
    return problem_response(request, error)


@api.exception_handler(ValidationError)
def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {"field": ".".join(str(part) for part in row["loc"][2:]) or str(row["loc"][-1]), "message": message(row)}
        for row in error.errors
    ]
    return problem_response(
        request, Problem(422, "invalid", "提交的内容有误", errors[0]["message"] if errors else "", errors=errors)
    )


@api.exception_handler(AuthenticationError)
def on_unauthenticated(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem_response(request, Problem(401, "unauthenticated", "尚未登录", "请先登录，或提供有效的令牌。"))


@api.exception_handler(Http404)
def on_not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem_response(request, Problem(404, "not_found", "没有找到", "地址有误，或内容已不存在。"))


@api.exception_handler(HttpError)
def on_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    status = error.status_code
    return problem_response(
        request, Problem(status, "bad_request" if status == 400 else "refused", "请求有误", str(error))
    )


@api.exception_handler(RequestDataTooBig)
def on_too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem_response(request, Problem(413, "too_large", "内容太大", "请减少内容，或分几次提交。"))


@api.exception_handler(MultiPartParserError)
@api.exception_handler(SuspiciousOperation)
@api.exception_handler(UnreadablePostError)
@api.exception_handler(RawPostDataException)  # a form where JSON is due: CSRF has read it already
def on_unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem_response(request, Problem(400, "bad_request", "请求有误", "请求内容无法读取，请检查 Content-Type。"))


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def on_database_away(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem_response(request, database_away(error))


@api.exception_handler(Exception)
def on_fault(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("unhandled fault at %s %s", request.method, request.path, exc_info=error)
    return problem_response(
        request, Problem(500, "fault", "系统出错了", "问题已记录，您填写的内容仍在页面上；请稍后再试或联系管理员。")
    )
