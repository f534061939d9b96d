"""A case is about a component: tied by hand, taken back by hand, both on record."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.cases import access
from chengyun.cases.models import Case
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import Component, ComponentCase
from .permissions import LINK

MOST = 20


def case_of(actor: Actor, number: str) -> Case:
    """A case that somebody may see. Problem 404."""
    case = access.visible_to(actor).filter(number=number).first()
    if case is None:
        raise Problem(404, "not_found", "没有找到", "没有这个案件，或您无权查看。")
    return case


def find(component_id: int) -> Component:
    row = Component.objects.select_related("kind", "owner", "maintainer").filter(pk=component_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这个部件")
    return row


def tie(actor: Actor, component_id: int, number: str, *, remove: bool = False) -> Component:
    """Twice is as good as once."""
    actor.require(LINK)
    case, row = case_of(actor, number), find(component_id)
    links = ComponentCase.objects.filter(case=case, removed_at=None)
    if remove:
        links.filter(component=row).update(removed_at=timezone.now(), removed_by=actor.name[:120])
        return row
    if links.count() >= MOST:
        raise Problem(409, "too_many", "关联的部件太多", f"一个案件最多关联 {MOST} 个部件。")
    try:
        with transaction.atomic():
            ComponentCase.objects.create(component=row, case=case, by=actor.name[:120])
    except IntegrityError:
        pass
    return row
