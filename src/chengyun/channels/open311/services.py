"""The services as they are today, and since when. Kept per process until categories or services change."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.catalogue import Catalogue
from chengyun.cases.models import Category
from chengyun.kernel import revision
from chengyun.kernel.sm import sm3
from chengyun.org.models import valid_on

from .models import Changeset, Service

TOPIC = "open311"


@dataclass(frozen=True, slots=True)
class Question:
    """An attribute of a service."""

    code: str
    description: str
    datatype: str
    required: bool
    hint: str
    values: tuple[tuple[str, str], ...]

    def told(self, order: int) -> dict[str, Any]:
        return {
            "variable": True, "code": self.code, "datatype": self.datatype, "required": self.required,
            "datatype_description": self.hint or None, "order": order, "description": self.description,
            "values": [{"key": key, "name": name} for key, name in self.values],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class ServiceRef:
    code: str
    category_id: int
    lifecycle: str
    kind: str
    name: str
    description: str
    type: str
    keywords: tuple[str, ...]
    group: str
    notice: str
    questions: tuple[Question, ...]

    def told(self) -> dict[str, Any]:
        return {
            "service_code": self.code, "service_name": self.name, "description": self.description or None,
            "metadata": bool(self.questions), "type": self.type, "keywords": ",".join(self.keywords) or None,
            "group": self.group or None,
        }  # fmt: skip

    def definition(self) -> dict[str, Any]:
        questions = [one.told(order) for order, one in enumerate(self.questions, 1)]
        return {"service_code": self.code, "attributes": questions}


@dataclass(frozen=True)
class Known:
    by_code: Mapping[str, ServiceRef]
    changeset: datetime
    by_category: Mapping[int, ServiceRef] = field(default_factory=dict)


_lock = threading.Lock()
_known: tuple[Catalogue, int, Known] | None = None


def current() -> Known:
    """At most about one second behind a change made by another process."""
    global _known
    cases, number, known = catalogue.current(), revision.current(TOPIC), _known
    if known is None or known[0] is not cases or known[1] != number:
        with _lock:
            known = _known = (cases, number, _read(cases))
    return known[2]


def forget() -> None:
    """Read the services again at the next question (tests)."""
    global _known
    _known = None


def _read(cases: Catalogue) -> Known:
    rows = Service.objects.filter(valid_on(cases.today)).order_by("sort", "category__code")
    keywords = dict(Category.objects.filter(valid_on(cases.today)).values_list("id", "keywords"))
    found: dict[str, ServiceRef] = {}
    for row in rows:
        category = cases.category(row.category_id)
        kind = cases.kinds.get(row.kind)
        if category is None or category.id not in keywords or kind is None or kind.lifecycle != category.lifecycle:
            continue
        upper = cases.category(category.ancestors[0]) if category.ancestors else None
        found[category.code] = ServiceRef(
            category.code, category.id, category.lifecycle, row.kind, row.name or category.name, row.description,
            row.type, tuple(row.keywords or keywords[category.id]), upper.name if upper else "", row.notice,
            tuple(_question(one) for one in row.attributes),
        )  # fmt: skip
    return Known(found, _changeset(found), {one.category_id: one for one in found.values()})


def _question(given: Mapping[str, Any]) -> Question:
    pairs = (str(value).partition("=") for value in given.get("values") or ())
    return Question(
        str(given["code"]), str(given["description"]), str(given["datatype"]), bool(given.get("required")),
        str(given.get("hint") or ""), tuple((key.strip(), name.strip() or key.strip()) for key, _, name in pairs),
    )  # fmt: skip


def _changeset(found: Mapping[str, ServiceRef]) -> datetime:
    """Since when services and definitions are what they are: moves whenever anything that is told of them does."""
    digest = sm3(orjson.dumps([[one.told(), one.definition()] for one in found.values()]))
    with transaction.atomic():
        row = Changeset.objects.first()
        if row is not None and bytes(row.digest) == digest:
            return row.at
        row, _ = Changeset.objects.update_or_create(pk=1, defaults={"digest": digest, "at": timezone.now()})
    return row.at
