"""Demo: some invented cases of the demo district are about invented components near them."""

from __future__ import annotations

from chengyun.cases.models import Case
from chengyun.org.access import system_actor

from . import linking, queries
from .models import Component, ComponentCase

MOST = 40


def fill() -> None:
    if ComponentCase.objects.exists() or not Component.objects.exists():
        return
    actor = system_actor("演示")
    rows = Case.objects.filter(lifecycle="urban_event", lng__isnull=False, category__code__startswith="B")
    for case in rows.order_by("id")[:MOST]:
        near = queries.of_case(actor, case.number)["near"]
        if near:
            linking.tie(actor, near[0]["id"], case.number)
