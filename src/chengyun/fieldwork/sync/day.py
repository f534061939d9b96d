"""What a phone takes along: the worker's grids and tasks, and what can be done next without asking."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from chengyun.cases import discreet, page, queries, worklists
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Assignment
from chengyun.cases.offers import offers
from chengyun.cases.present import iso
from chengyun.org.access import Actor
from chengyun.org.models import Unit, valid_on
from chengyun.places.models import Area, AreaGeometry

from .uploads import PIECE

MOST_TASKS = 200
MOST_GRIDS = 60
LISTS = ("to_acknowledge", "handling", "field_tasks")


def day(actor: Actor, language: str = "zh") -> dict[str, Any]:
    tasks, more = _tasks(actor, language)
    unit = Unit.objects.filter(pk=actor.unit_id).first() if actor.unit_id else None
    return {
        "at": iso(timezone.now()),
        "worker": {"name": actor.name, "unit": unit.name if unit else "", "unit_id": actor.unit_id},
        "grids": _grids(actor), "tasks": tasks, "more": more, "done_today": _done_today(actor), "piece": PIECE,
    }  # fmt: skip


def _tasks(actor: Actor, language: str) -> tuple[list[dict[str, Any]], bool]:
    found: dict[str, dict[str, Any]] = {}
    more = False
    mine = {worklist.code for worklist in worklists.of(actor)}
    for code in LISTS:
        if code in mine:
            answer = queries.list_cases(
                actor, CaseFilter.model_validate({"worklist": code}), "next_due_at", MOST_TASKS, "", False, language
            )
            more = more or answer["next_cursor"] is not None
            found.update((row["number"], row) for row in answer["items"])
    return list(found.values())[:MOST_TASKS], more or len(found) > MOST_TASKS


def _grids(actor: Actor) -> list[dict[str, Any]]:
    """Outlines of the areas that the units of this person manage or are named after, and of the grids in them."""
    today = timezone.localdate()
    codes = Unit.objects.filter(pk__in=actor.unit_ids).values_list("code", flat=True)
    own = Area.objects.filter(valid_on(today), Q(managed_by_unit_id__in=actor.unit_ids) | Q(code__in=list(codes)))
    areas = {area.pk: area for area in own.order_by("code")[:MOST_GRIDS]}
    below = Area.objects.filter(valid_on(today), level=Area.GRID, parent_id__in=list(areas)).order_by("code")
    areas.update((area.pk, area) for area in below[:MOST_GRIDS])
    kept = list(areas.values())[:MOST_GRIDS]
    outlines = {
        row.area_id: row for row in AreaGeometry.objects.filter(valid_on(today), area_id__in=[a.pk for a in kept])
    }
    return [
        {"id": area.pk, "code": area.code, "name": area.name, "level": area.level,
         "geometry": outlines[area.pk].geometry if area.pk in outlines else None,
         "bbox": outlines[area.pk].bbox if area.pk in outlines else None}
        for area in kept
    ]  # fmt: skip


def _done_today(actor: Actor) -> int:
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return Assignment.objects.filter(
        unit_id__in=actor.unit_ids, handler_id=actor.account_id, replied_at__gte=start
    ).count()


def task(number: str, actor: Actor, language: str = "zh") -> dict[str, Any]:
    """The case page, and what comes after signing for it: a worker in a lift can go on. Problem 404."""
    work = page.read(number, actor)
    told = discreet.for_reader(page.told(work, language), actor)
    after: dict[str, list[dict[str, Any]]] = {}
    if any(offer["code"] == "acknowledge" for offer in told["actions"]):
        rule = work.lifecycle.actions["acknowledge"]
        for part in work.assignments:
            if part.state in rule.when and part.unit_id in actor.unit_ids:
                part.state = Assignment.ACKNOWLEDGED  # in memory only: what would be offered then
        if rule.to:
            work.case.state = rule.to[0]
        after["acknowledge"] = offers(work, actor)
    return {**told, "after": after}
