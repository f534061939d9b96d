"""Demo: some invented cases of the demo district are about invented components near them."""

from __future__ import annotations

from chengyun.cases.models import Case
from chengyun.org.access import system_actor

from . import linking, queries
from .models import Component, ComponentCase

WORDS = ("路灯", "井盖", "树", "座椅", "公厕")
EACH = 6
REACH = 0.02
"""Degrees: the invented components stand far apart."""


def fill() -> None:
    if ComponentCase.objects.exists() or not Component.objects.exists():
        return
    actor = system_actor("演示")
    for word in WORDS:
        near = list(queries.rows_of(words=word).filter(lng__isnull=False))
        cases = Case.objects.filter(title__contains=word, lng__isnull=False).order_by("-is_open", "-id")
        for case in cases[:EACH]:
            row = min(near, key=lambda one: _apart(one, case), default=None)
            if row is not None and _apart(row, case) < REACH:
                linking.tie(actor, row.pk, case.number)


def _apart(row: Component, case: Case) -> float:
    return abs((row.lng or 0) - (case.lng or 0)) + abs((row.lat or 0) - (case.lat or 0))
