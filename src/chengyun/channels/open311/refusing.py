"""Errors as Open311 says them: a list of code and description, in the format that was asked for. Said in both
languages, the reader's first: who reads them is mostly somebody else's program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chengyun.kernel import english
from chengyun.kernel.problems import Problem


class Refused(Exception):
    """404: does not exist. 403: the key. 400: everything else."""

    def __init__(self, status: int, *said: tuple[str, str], headers: Mapping[str, str] | None = None):
        super().__init__(f"{status} {said[0][1]}")
        self.status, self.said, self.headers = status, said, dict(headers or {})

    def told(self, in_english: bool) -> list[dict[str, Any]]:
        return [
            {"code": str(self.status), "description": f"{en} {zh}" if in_english else f"{zh} {en}"}
            for zh, en in self.said
        ]


def of_problem(problem: Problem) -> Refused:
    """What the house refused, in this shape; 429 keeps its number and headers, 5xx too."""
    status = problem.status if problem.status in (403, 404, 413, 429) or problem.status >= 500 else 400
    fields = [one for one in problem.extra.get("errors") or () if isinstance(one, dict)]
    words = [str(one.get("message", "")) for one in fields] or [problem.detail or problem.title]
    return Refused(status, *((zh, english.english(zh)) for zh in words), headers=problem.headers)


def bad(zh: str, en: str) -> Refused:
    return Refused(400, (zh, en))


def missing(zh: str, en: str) -> Refused:
    return Refused(404, (zh, en))
