"""Errors as the outside sees them: RFC 9457 problem details (`application/problem+json`).

Raise `Problem` anywhere below the web layer; the web layer turns it into an answer with `problem_response`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse

from . import english

CONTENT_TYPE = "application/problem+json"


class Problem(Exception):
    """An expected refusal.

    status: HTTP status. code: stable snake_case word for programs. title: one short sentence for people
    (Chinese). detail: what is special about this occurrence. Everything in `extra` becomes a member of the
    answer, e.g. `errors=[{"field": …, "message": …}]` (422) or `current={…}` (409). `headers` are set on the
    answer (Retry-After).
    """

    def __init__(
        self,
        status: int,
        code: str,
        title: str,
        detail: str = "",
        *,
        headers: Mapping[str, str] | None = None,
        **extra: Any,
    ):
        super().__init__(f"{status} {code}: {detail or title}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.headers = dict(headers or {})
        self.extra = extra

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self.status, self.code, self.title, self.detail, self.headers, self.extra)

    def body(self, request_id: str = "") -> dict[str, Any]:
        """The members of the problem object; members without a value are left out."""
        members: dict[str, Any] = {
            "type": f"/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "code": self.code,
        }
        if self.detail:
            members["detail"] = self.detail
        if request_id:
            members["request_id"] = request_id
        for name, value in self.extra.items():
            members.setdefault(name, value)
        return members


def _rebuild(status: int, code: str, title: str, detail: str, headers: dict, extra: dict) -> Problem:
    return Problem(status, code, title, detail, headers=headers, **extra)


def problem_response(request: HttpRequest | None, problem: Problem) -> HttpResponse:
    """The answer for a problem, in the language of the reader. The request id is read from `request.request_id` when
    the web layer set one."""
    request_id = str(getattr(request, "request_id", "") or "")
    members = problem.body(request_id)
    if english.wanted(request):
        members = english.problem_in_english(members)
    response = HttpResponse(orjson.dumps(members, default=str), status=problem.status, content_type=CONTENT_TYPE)
    for name, value in problem.headers.items():
        response[name] = value
    response["Cache-Control"] = "no-store"
    return response
