"""What the form of a district's changes stands on: closed lists of our codes, and whether changes keep to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from chengyun.cases import catalogue, lifecycle
from chengyun.cases.actions.intake import SATISFACTION
from chengyun.cases.actions.words import FLAGS, URGENCIES
from chengyun.cases.models import Category
from chengyun.places.models import Area

from .. import intake, queries
from ..models import Channel
from ..rules import choose
from .reading import EVENTS

Pairs = Iterable[tuple[str, str]]


def choices(channel: Channel) -> dict[str, list[dict[str, str]]]:
    """Our codes of a field, in and out, where they are a closed list. Who connects doors need not see cases, and so
    has no vocabulary of the desk."""
    known, life = catalogue.current(), lifecycle.get(channel.lifecycle)
    ref = queries.channels().get(channel.code)
    lists: dict[str, Pairs] = {
        "kind": intake.allowed_kinds(known, ref) if ref is not None else (),
        "event": ((code, zh) for code, (zh, _) in EVENTS.items()), "urgency": URGENCIES.items(),
        "flags": FLAGS.items(), "satisfaction": SATISFACTION.items(), "anonymous": (("yes", "是"), ("no", "否")),
        "outcome": ((row.code, row.name) for row in known.outcomes.values()),
        "return_reason": ((row.code, row.name) for row in known.reasons.values()),
        "state": ((row.code, row.name) for row in life.states.values()),
        "action": ((row.code, row.name) for row in life.actions.values()),
    }  # fmt: skip
    told = {name: [{"code": code, "name": text} for code, text in pairs] for name, pairs in lists.items()}
    categories = {row.pk: row for row in Category.objects.filter(lifecycle=channel.lifecycle)}
    told["category"] = [
        {
            "code": one.code,
            "name": one.path_name,
            "search": f"{row.initials} {row.pinyin} {' '.join(row.keywords or ())}",
        }
        for one in known.categories.values()
        if one.lifecycle == channel.lifecycle and (row := categories.get(one.id)) is not None
    ]
    pinyin = dict(Area.objects.exclude(level="grid").values_list("id", "pinyin"))
    told["area"] = [
        {"code": area.code, "name": area.name, "search": pinyin[area.id]}
        for area in known.areas.values()
        if area.id in pinyin
    ]
    return told


def faults(channel: Channel, changes: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(place, what is wrong) for every changed row of codes whose ours does not exist here."""
    tables = changes.get("codes")
    if not isinstance(tables, Mapping):
        return []
    found = []
    for name, rows in tables.items():
        for theirs, ours in rows.items() if isinstance(rows, Mapping) else ():
            if isinstance(ours, str) and ours and not _exists(channel, str(name), ours):
                found.append((f"codes.{name}.{theirs}", f"“{str(theirs)[:40]}”对应的“{ours[:40]}”不存在"))
    return found


def _exists(channel: Channel, name: str, ours: str) -> bool:
    known = catalogue.current()
    if name == "kind":
        ref = queries.channels().get(channel.code)
        return ref is None or intake.kind_code(known, ref, ours) is not None
    if name == "category":
        return intake.category_of(known, channel.lifecycle, ours) is not None
    if name == "area":
        return any(ours in (area.code, area.name) for area in known.areas.values())
    if name == "flags":
        return all(choose(word.strip(), FLAGS.items()) for word in re.split("[;；、]", ours) if word.strip())
    if name == "urgency":
        return choose(ours, URGENCIES.items()) is not None
    return name != "satisfaction" or ours in SATISFACTION


__all__ = ["choices", "faults"]
