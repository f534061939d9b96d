"""The related cases of a case, in groups: how many, the newest few, and the filter that lists them all."""

from __future__ import annotations

from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone

from chengyun.org.access import Actor

from . import access, catalogue, finding, queries, relations
from .engine import not_found
from .filters import CaseFilter
from .present import RowTeller

SHOWN, COUNTED = 5, 99
PATIENCE_MS = 600
_SORT = "-received_at"


def related(number: str, actor: Actor, language: str = "zh") -> dict[str, Any]:
    """{groups: [{code, count, capped, items, query}]}; two statements for each group. Raises Problem 404.

    `count` is None when looking would have taken too long.
    """
    case = access.find(actor, number)
    if case is None:
        raise not_found(number)
    teller = RowTeller(catalogue.current(), timezone.now(), language)
    groups = []
    for kind in relations.KINDS:
        if relations.related_to(case, kind) is None:
            continue
        if kind == relations.PERSON and not relations.may_know_people(actor):
            continue
        groups.append(_group(case.number, kind, actor, teller))
    return {"groups": groups, "by_point": case.lng is not None}


def _group(number: str, kind: str, actor: Actor, teller: RowTeller) -> dict[str, Any]:
    query = {"related": f"{number}:{kind}"}
    wanted = CaseFilter.model_validate(query)
    count: int | None
    try:
        with transaction.atomic():
            finding.patience(PATIENCE_MS)
            found, more = queries.page_of(actor, wanted, _SORT, SHOWN, "")
            count = queries.counted(actor, wanted, _SORT, COUNTED + 1) if more else len(found)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        found, count = [], None
    return {
        "code": kind, "count": count if count is None else min(count, COUNTED),
        "capped": count is not None and count > COUNTED, "items": [teller.tell(row) for row in found], "query": query,
    }  # fmt: skip
