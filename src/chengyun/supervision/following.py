"""What happens to cases becomes orders: 列入督办 and 催办 on a case page, in a list or from a warning.

Several cases of one unit that the same person puts under supervision with the same words within some minutes are one
order. A case that no unit works on gets its order when it is dispatched, or sent back to its unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any

from chengyun.cases.models import Event
from chengyun.cases.work import Work

from . import ladder
from .models import Order, OrderCase, SupervisionStep
from .words import CASE, OPEN, ORDER, REMIND, WAITING

TOGETHER = timedelta(minutes=10)
TO_A_UNIT = ("dispatch", "reassign", "rule", "review", "redo", "report_check")
_by_order: ContextVar[bool] = ContextVar("supervision_by_order", default=False)


@contextmanager
def by_order() -> Iterator[None]:
    """Meanwhile actions on cases are part of an order that is being made, and make none themselves."""
    token = _by_order.set(True)
    try:
        yield
    finally:
        _by_order.reset(token)


def supervised(work: Work, event: Any) -> None:
    _follow(work, ORDER, str(event.payload.get("reason") or "请按要求办理。"))


def urged(work: Work, event: Any) -> None:
    if work.actor.is_system or work.actor.can(REMIND):
        _follow(work, REMIND, str(event.payload.get("note") or "请抓紧办理。"))


def with_a_unit(work: Work, event: Any) -> None:
    """A case under supervision has a unit that works on it, for the first time or again: its order goes out."""
    if not work.case.supervised or OrderCase.objects.filter(case_id=work.case.pk).exists():
        return
    said = Event.objects.filter(case_id=work.case.pk, action="supervise").order_by("-id").first()
    _follow(work, ORDER, str(said.payload.get("reason") or "") if said else "请按要求办理。")


def _follow(work: Work, permission: str, words: str) -> None:
    case = work.case
    step = ladder.current().first_for(permission)
    if _by_order.get() or step is None or case.lead_unit_id is None or not work.open_assignments():
        return
    if Order.objects.filter(members__case_id=case.pk, state__in=OPEN, level__gte=step.level).exists():
        return
    if not _joins(work, step, words):
        _make(work, step, words)


def _joins(work: Work, step: SupervisionStep, words: str) -> bool:
    """Whether an order that was started just now for the same unit with the same words takes the case."""
    order = (
        Order.objects.select_for_update(of=("self",))
        .filter(
            parts__to_id=work.case.lead_unit_id, state=WAITING, version=1, origin=CASE, step=step.code,
            requirement=words, started_by_id=work.actor.account_id, started_at__gt=work.now - TOGETHER, cases__lt=200,
        ).order_by("-id").first()
    )  # fmt: skip
    if order is None:
        return False
    OrderCase.objects.create(order=order, case_id=work.case.pk)
    order.cases += 1
    base = order.title.rpartition("等 ")[0] if order.cases > 2 else order.title
    order.title = f"{base[:100]}等 {order.cases} 件"
    order.save(update_fields=["cases", "title"])
    return True


def _make(work: Work, step: SupervisionStep, words: str) -> None:
    from .starting import Wanted, make

    assert work.case.lead_unit_id is not None
    wanted = Wanted(step.code, words, origin=CASE)
    make(work.actor, step, wanted, [work.case.lead_unit_id], [work.case], work.now)


def register_all() -> None:
    from chengyun.cases import followers

    followers.register("supervise", supervised)
    followers.register("urge", urged)
    for action in TO_A_UNIT:
        followers.register(action, with_a_unit)
