import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import path

from chengyun.channels.open311 import server as open311
from chengyun.kernel.problems import Problem, problem_response

from .api import api
from .faults import database_away

urlpatterns = [path("api/", api.urls), path("open311/<path:rest>", open311.serve)]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, Problem(404, "not_found", "没有找到", "没有这个地址。"))


def handler500(request: HttpRequest) -> HttpResponse:
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError):
        return problem_response(request, database_away(error))
    return problem_response(request, Problem(500, "fault", "系统出错了", "问题已记录，请稍后再试或联系管理员。"))


def handler400(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, Problem(400, "bad_request", "请求有误", "请检查请求内容。"))


def handler403(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, Problem(403, "forbidden", "没有权限", "您没有权限访问这个地址。"))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem_response(
        request, Problem(403, "csrf", "页面已过期", "请刷新页面后再试；您填写的内容仍在页面上。", reason=reason)
    )
