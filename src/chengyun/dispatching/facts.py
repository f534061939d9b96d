"""What is known of a case when somebody is to be proposed, and what a proposal of one source looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue

RULE, RESPONSIBILITY, PRECEDENT, MODEL, SIMILAR = "rule", "responsibility", "precedent", "model", "similar"


@dataclass(frozen=True, slots=True)
class Facts:
    """A case as rules, lists and models look at it. `at` is when it was received; `areas` is level → code of the area
    and those above it. `case_id` is None while the case is still being typed."""

    lifecycle: str
    kind: str = ""
    category_id: int | None = None
    channel: str = ""
    title: str = ""
    text: str = ""
    address: str = ""
    urgency: str = "normal"
    flags: tuple[str, ...] = ()
    area_id: int | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    lng: float | None = None
    lat: float | None = None
    at: datetime = field(default_factory=timezone.now)
    case_id: int | None = None
    number: str = ""

    @property
    def words(self) -> str:
        """Title, text and address together."""
        return "\n".join(part for part in (self.title, self.text, self.address) if part)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who should handle a case (and as what), by one source, with the reason in words.

    `link`: where the desk shows the source, a path of the desk. `ref`: the code of the rule or entry, or the number
    of the case of a precedent. `confidence`: 0–1 where the source can tell one. `matched`: passages that counted.
    """

    source: str
    unit_id: int | None
    reason_zh: str
    reason_en: str
    co_units: tuple[int, ...] = ()
    category_id: int | None = None
    urgency: str = ""
    confidence: float | None = None
    link: str = ""
    ref: str = ""
    matched: tuple[str, ...] = ()


def make(given: Mapping[str, Any]) -> Facts:
    """Facts from the fields of a case or a form; unknown names are a TypeError."""
    lineage = catalogue.current().lineage(given.get("area_id"))
    return Facts(**given, areas={level: code for level, (_, code) in lineage.items()})


def of_case(case: Any, text: str) -> Facts:
    """Facts of a saved or unsaved `cases.models.Case` and its words."""
    return make(_fields(case, text))


def of_cases(cases: Sequence[Any]) -> list[Facts]:
    """Facts of several saved cases; their words cost one statement together."""
    from chengyun.cases.models import CaseText

    texts = dict(CaseText.objects.filter(case_id__in=[case.pk for case in cases]).values_list("case_id", "text"))
    return [of_case(case, texts.get(case.pk, "")) for case in cases]


def _fields(case: Any, text: str) -> dict[str, Any]:
    return {
        "lifecycle": case.lifecycle, "kind": case.kind, "category_id": case.category_id, "channel": case.channel,
        "title": case.title, "text": text, "address": case.address, "urgency": case.urgency,
        "flags": tuple(case.flags or ()), "area_id": case.area_id, "lng": case.lng, "lat": case.lat,
        "at": case.received_at, "case_id": case.pk, "number": case.number,
    }  # fmt: skip
