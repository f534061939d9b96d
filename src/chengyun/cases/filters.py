"""The filter of every list and figure: one set of parameters, readable and the same everywhere."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from django.db.models import Q
from django.db.models.expressions import RawSQL
from pydantic import BaseModel, ConfigDict, Field

from chengyun.kernel.given import Moment
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.places.rings import LONGEST

from . import access, catalogue, gathered, precisely, relations, repeating, search, within

Text = Annotated[str, Field(max_length=400, pattern=r"^[^\x00]*$")]
SORTS = Literal["-received_at", "received_at", "next_due_at", "-next_due_at", "-closed_at", "closed_at"]
SORT_CODES: tuple[str, ...] = get_args(SORTS)
DUE = {"normal": 0, "due_soon": 1, "overdue": 2}


class CaseFilter(BaseModel):
    """Several values of one parameter are separated by commas and mean "any of"."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    worklist: Text = Field("", description="Code of a work list (GET /worklists)")
    lifecycle: Text = ""
    state: Text = ""
    kind: Text = ""
    category: Text = Field("", description="Category codes; a major class includes its minor classes")
    unit: Text = Field("", description="Unit codes; units below are included")
    area: Text = Field("", description="Area codes (subdistrict, community or grid)")
    channel: Text = ""
    urgency: Text = ""
    due: Text = Field("", description="normal, due_soon, overdue")
    flag: Text = ""
    outcome: Text = ""
    satisfaction: Text = ""
    pending: Text = Field("", description="extension, suspension, return")
    open: bool | None = None
    supervised: bool | None = None
    was_overdue: bool | None = None
    joined: bool | None = None
    matter: bool | None = Field(None, description="true: a matter of its own; false: joined to another case")
    open_matter: bool | None = Field(None, description="In hand, or joined to a case that is in hand")
    likely: bool | None = Field(None, description="Whether other open cases may be the same matter")
    received_from: Moment | None = None
    received_to: Moment | None = None
    closed_from: Moment | None = None
    closed_to: Moment | None = None
    hour: int | None = Field(None, ge=0, le=23, description="Hour of the day in which it was received")
    within: Annotated[str, Field(max_length=LONGEST, pattern=r"^[^\x00]*$")] = Field(
        "", description="A drawn area, WGS-84: lng,lat;lng,lat;lng,lat… (3 to 200 corners)"
    )
    placed: bool | None = Field(None, description="Whether the case has a point on the map")
    unset: Text = Field("", description="unit, category, area: cases that have none")
    direct: Text = Field("", description="unit, category, area: those given themselves, without those below")
    related: Text = Field("", description="NUMBER:person, :place, :category or :joined; what relates to that case")
    gathered: Text = Field("", description="SOURCE:WHAT; what a warning, a hot issue or a place on a map gathered")
    q: Text = Field("", description="Words, or a case number")


def conditions(wanted: CaseFilter, actor: Actor | None = None) -> Q:
    """What a filter asks of a case. Raises Problem 422 for values that do not exist, naming the parameter.

    Without an `actor` it cannot be asked what relates to a case: that depends on what this person may know.
    """
    known = catalogue.current()
    asked = Q()
    for name in ("lifecycle", "state", "kind", "channel", "urgency", "outcome", "satisfaction", "pending"):
        values = split(getattr(wanted, name))
        if values:
            asked &= Q(**{f"{name}__in": values})
    for flag in split(wanted.flag):
        asked &= Q(flags__contains=[flag])
    if wanted.due:
        asked &= Q(is_open=True, due_status__in=[_known("due", v, DUE) for v in split(wanted.due)])
    if wanted.category:
        roots = {_by_code("category", code, known.categories) for code in split(wanted.category)}
        asked &= Q(category_id__in=[c.id for c in known.categories.values() if roots & {c.id, *c.ancestors}])
    if wanted.unit:
        roots = {_by_code("unit", code, known.units) for code in split(wanted.unit)}
        asked &= Q(lead_unit_id__in=[u.id for u in known.units.values() if roots & {u.id, *u.ancestors}])
    if wanted.area:
        asked &= _in_areas(split(wanted.area))
    for name, lookup in (
        ("open", "is_open"), ("supervised", "supervised"), ("was_overdue", "was_overdue"),
        ("received_from", "received_at__gte"), ("received_to", "received_at__lt"),
        ("closed_from", "closed_at__gte"), ("closed_to", "closed_at__lt"),
    ):  # fmt: skip
        value = getattr(wanted, name)
        if value is not None:
            asked &= Q(**{lookup: value})
    if wanted.joined is not None:
        asked &= Q(callers__gt=1) if wanted.joined else Q(callers=1)
    if wanted.matter is not None:
        asked &= Q(joined_to__isnull=wanted.matter)
    if wanted.open_matter is not None:
        asked &= relations.open_matter(wanted.open_matter)
    if wanted.likely is not None:
        asked &= repeating.condition(wanted.likely, actor)
    if wanted.placed is not None:
        asked &= Q(lng__isnull=not wanted.placed)
    if wanted.within.strip():
        asked &= within.condition(wanted.within)
    if wanted.hour is not None:
        asked &= Q(received_at__hour=wanted.hour)
    for name in split(wanted.unset):
        asked &= precisely.without(_known("unset", name, precisely.NAMES))
    for name in split(wanted.direct):
        asked &= precisely.directly(_known("direct", name, precisely.NAMES), split(getattr(wanted, name)))
    if wanted.related.strip():
        if actor is None:
            raise _unknown("related", wanted.related)
        asked &= relations.condition(actor, wanted.related)
    if wanted.gathered.strip():
        asked &= gathered.condition(wanted.gathered)
    return asked & _words(wanted.q) if wanted.q.strip() else asked


def _in_areas(codes: list[str]) -> Q:
    condition = Q()
    for code in codes:
        condition |= access.in_area(code)
    return condition


def _words(words: str) -> Q:
    text = words.strip()
    if text.replace("-", "").isalnum() and text.isascii() and any(c.isdigit() for c in text) and "-" in text:
        return Q(number__startswith=text.upper())
    found = search.matching_sql(text)
    if found is None:
        return Q(pk__in=[])
    condition, parameters = found
    return Q(pk__in=RawSQL(f"SELECT case_id FROM cases_casetext WHERE {condition}", parameters))


def split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _by_code(field: str, code: str, rows) -> int:
    for row in rows.values():
        if row.code == code:
            return row.id
    raise _unknown(field, code)


def _known(field: str, value: str, table):
    try:
        return table[value]
    except KeyError:
        raise _unknown(field, value) from None


def _unknown(field: str, value: str) -> Problem:
    text = f"没有“{value[:40]}”这个值。"
    return Problem(422, "invalid", "筛选条件有误", text, errors=[{"field": field, "message": text}])
