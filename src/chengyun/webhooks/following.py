"""What happened to cases becomes messages, in the transaction of the action: one statement when somebody subscribes to
it, none otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from chengyun.cases import lifecycle
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel import revision, rows

from .events import type_of
from .models import Delivery, Subscription

TOPIC = "webhooks"
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """A subscription as the follower knows it."""

    id: int
    events: frozenset[str]
    filters: Mapping[str, frozenset[str]]

    def fits(self, event: str, codes: Mapping[str, frozenset[str]]) -> bool:
        if self.events and event not in self.events:
            return False
        return all(not codes[name].isdisjoint(asked) for name, asked in self.filters.items())


def _read(day: Any) -> tuple[Wanted, ...]:
    found = Subscription.objects.exclude(state=Subscription.ENDED).order_by("id")
    return tuple(
        Wanted(
            pk, frozenset(events),
            {name: frozenset(filters[name]) for name in Subscription.FILTERS if filters.get(name)},
        )
        for pk, events, filters in found.values_list("id", "events", "filters")
    )  # fmt: skip


wanted = revision.Kept(TOPIC, _read)


def note(happened: Sequence[tuple[Any, Any]]) -> None:
    """(work, event) of everything that was done; called in its transaction."""
    known = wanted()
    if not known:
        return
    made: list[Delivery] = []
    for work, event in happened:
        code = type_of(event.action)
        asked = [one for one in known if not one.events or code in one.events] if code else []
        if not asked:
            continue
        codes = _codes(work) if any(one.filters for one in asked) else {}
        fitting = [one for one in asked if one.fits(code, codes)]
        if fitting:
            data = told(work, event)
            made += [_delivery(one.id, code, work.case.number, event, data) for one in fitting]
    for start in range(0, len(made), AT_ONCE):
        rows.insert(made[start : start + AT_ONCE])
    if made:
        transaction.on_commit(_wake)


def _wake() -> None:
    from .jobs import wake

    wake()


def _delivery(subscription: int, code: str, number: str, event: Any, data: dict[str, Any]) -> Delivery:
    return Delivery(
        subscription_id=subscription, event_id=f"{number}-{event.seq}", type=code, subject=number, at=event.at,
        data=data, next_at=event.at,
    )  # fmt: skip


def _codes(work: Any) -> dict[str, frozenset[str]]:
    """What filters ask about, each with all above it."""
    case, known = work.case, work.catalogue
    units: set[str] = set()
    for unit_id in {case.lead_unit_id, *(part.unit_id for part in work.assignments)}:
        unit = known.unit(unit_id)
        if unit is not None:
            units.update(known.units[one].code for one in (unit.id, *unit.ancestors) if one in known.units)
    line = (known.categories[one].code for one in known.category_line(case.category_id) if one in known.categories)
    return {
        "channels": frozenset((case.channel,)), "units": frozenset(units), "categories": frozenset(line),
        "areas": frozenset(code for _, code in known.lineage(case.area_id or case.subdistrict_id).values()),
        "kinds": frozenset((case.kind,)), "lifecycles": frozenset((case.lifecycle,)),
    }  # fmt: skip


def told(work: Any, event: Any) -> dict[str, Any]:
    """The data of an event (events.CASE_DATA): codes, states and times; nothing that was written about or by people."""
    case, known, life = work.case, work.catalogue, work.lifecycle
    kind, category, unit = known.kinds.get(case.kind), known.category(case.category_id), known.unit(case.lead_unit_id)
    area = known.area(case.area_id) or known.area(case.subdistrict_id)
    channel = known.channels.get(case.channel)
    rule = life.actions.get(event.action)
    return {
        "number": case.number, "external_id": case.external_id, "seq": event.seq, "version": case.version,
        "action": _named(event.action, rule.name if rule else event.action),
        "from_state": event.from_state,
        "state": _named(event.to_state, _state_name(life, event.to_state)),
        "open": case.is_open, "lifecycle": case.lifecycle,
        "kind": _named(case.kind, kind.name if kind else case.kind),
        "channel": _named(case.channel, channel["name"] if channel else case.channel),
        "category": _named(category.code, category.path_name) if category else None,
        "area": _named(area.code, area.name) if area else None,
        "unit": _named(unit.code, unit.name) if unit else None,
        "by_unit": event.actor_unit, "urgency": case.urgency, "supervised": case.supervised,
        "due_at": iso(case.next_due_at), "due_stage": case.next_due_stage, "due": Case.DUE_NAMES[case.due_status],
        "outcome": case.outcome, "satisfaction": case.satisfaction, "joined_to": _main(case),
        "received_at": iso(case.received_at), "closed_at": iso(case.closed_at),
    }  # fmt: skip


def _named(code: str, name: str) -> dict[str, str]:
    return {"code": code, "name": name}


def _state_name(life: lifecycle.Lifecycle, code: str) -> str:
    state = life.states.get(code)
    return state.name if state else code


def _main(case: Case) -> str | None:
    """The number of the matter, without asking for it when it is not at hand."""
    if case.joined_to_id is None:
        return None
    if Case.joined_to.is_cached(case):
        return case.joined_to.number if case.joined_to else None
    return Case.objects.filter(pk=case.joined_to_id).values_list("number", flat=True).first()
