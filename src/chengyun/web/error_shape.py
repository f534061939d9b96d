"""Errors that the framework answers by itself (405, a body it cannot parse) in the one shape; unknown hosts refused."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse

from chengyun.kernel.problems import CONTENT_TYPE, Problem, problem_response

_KNOWN = {
    400: ("bad_request", "请求有误", "请检查请求内容。"),
    403: ("forbidden", "没有权限", "您没有权限访问这个地址。"),
    404: ("not_found", "没有找到", "没有这个地址。"),
    405: ("method_not_allowed", "不支持这种请求方法", "请查看接口文档。"),
    413: ("too_large", "内容太大", "请减少内容，或分几次提交。"),
}


class ErrorShapeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return problem_response(
                request,
                Problem(400, "bad_host", "访问的域名未登记", "请管理员在 CHENGYUN_ALLOWED_HOSTS 中登记这个域名。"),
            )
        response = self.get_response(request)
        if response.status_code < 400 or response.get("Content-Type", "").startswith(CONTENT_TYPE):
            return response
        if getattr(response, "own_shape", False):  # a foreign protocol with errors of its own
            return response
        status = response.status_code
        code, title, detail = _KNOWN.get(status, ("fault" if status >= 500 else "refused", "请求未能完成", ""))
        problem = problem_response(request, Problem(status, code, title, detail))
        for name in ("Allow", "WWW-Authenticate", "Retry-After"):
            if name in response:
                problem[name] = response[name]
        return problem
