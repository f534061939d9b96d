"""What the board counts, in one statement and so in one snapshot: no figure can differ from another or from its list.

Cases are counted where they are, by indexes made for it. For a person who sees everything, whole calendar months
come from the counts by month; what lies beside them is counted as always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Q

from chengyun.cases import access, filters
from chengyun.cases.models import Case
from chengyun.cases.relations import JOINED_TO_OPEN
from chengyun.cases.selection import cases_where, own_unit
from chengyun.kernel import rows
from chengyun.org.access import Actor

from .periods import Span, whole_months

DONE = ("closed", "rated", "archived")
"""Handled to the end: joined, void and not accepted requests are over, but nobody has dealt with them."""

JOINED = "count(*) FILTER (WHERE joined_to IS NOT NULL)"
CLOSED = ("count(*)", "count(*) FILTER (WHERE was_overdue)", *(
    f"count(*) FILTER (WHERE satisfaction = '{mark}')" for mark in ("satisfied", "basically", "dissatisfied")
), JOINED)  # fmt: skip
OPEN = ("count(*)", f"count(*) FILTER (WHERE due_status = {Case.DUE_SOON})",
        f"count(*) FILTER (WHERE due_status = {Case.OVERDUE})", "0", "0", "0")  # fmt: skip
WAITING = ("0", "0", "0", "0", "0", "count(*)")
"""Joined to something that is in hand: a call, but no matter of its own."""
RECEIVED = ("count(*)", "0", "0", "0", "0", JOINED)
WIDTH = 6
"""Figures of a group: cases, three or four marks, and how many are joined to another case."""
_PLACES = ("channel", "unit", "area", "category")
_FACES = {"unit": "unit", "subdistrict": "area", "category": "category", "hour": "hour"}
_EPOCH = date(2000, 1, 1)

Values = tuple[int, ...]
Groups = dict[str | None, list[int]]


@dataclass
class Counted:
    """part → dimension → key (as text, None for none) → six figures."""

    parts: dict[str, dict[str, Groups]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(dict)))

    def of(self, part: str, dimension: str) -> Groups:
        return self.parts[part][dimension]

    def add(self, part: str, dimension: str, key: str | None, values: Iterable[int]) -> None:
        kept = self.parts[part][dimension].setdefault(key, [0] * WIDTH)
        for at, value in enumerate(values):
            kept[at] += value

    def total(self, part: str, dimension: str = "column") -> list[int]:
        return [sum(values) for values in zip(*self.of(part, dimension).values(), strict=True)] or [0] * WIDTH


@dataclass(frozen=True)
class Asked:
    """Who asks about which cases; `by` cuts time into hours, days or months; `area` is the column to group by."""

    actor: Actor
    wanted: filters.CaseFilter
    by: str
    area: str = "subdistrict_id"

    @property
    def from_counts(self) -> bool:
        """Whether the counts by month can answer: nothing is left out but by channel."""
        given = {name for name in self.wanted.model_fields_set if getattr(self.wanted, name) not in ("", None)}
        return access.sees_everything(self.actor) and given <= {"channel"} and self.area == "subdistrict_id"


def count(asked: Asked, now: Span, before: Span | None) -> Counted:
    """Received and closed in the period and in the one before, and what is in hand at this moment."""
    statements = [*_of_period(asked, "received", now, True), *_of_period(asked, "closed", now, True)]
    statements += [_in_hand(asked), _waiting(asked)]
    if before is not None:
        statements += [*_of_period(asked, "received", before, False, "_before")]
        statements += [*_of_period(asked, "closed", before, False, "_before")]
    statements = [one for one in statements if one.sql]
    found = Counted()
    if statements:
        with connection.cursor() as cursor:
            sql = " UNION ALL ".join(f"({one.sql})" for one in statements)
            cursor.execute(sql, [value for one in statements for value in one.params])
            for part, dimension, key, *values in cursor.fetchall():
                found.add(part, dimension, key, values)
    return found


def _of_period(asked: Asked, part: str, span: Span, told: bool, mark: str = "") -> list[rows.Composed]:
    """The cases received or closed in a period; with `told` also by place, else by time only."""
    months = whole_months(span) if asked.from_counts and asked.by != "hour" else None
    if months is None:
        return [_live(asked, part, span, told, mark)]
    zone = span.start.tzinfo
    first, last = (datetime(day.year, day.month, day.day, tzinfo=zone) for day in months)
    found = [_from_counts(asked, part, months, told, mark)]
    if span.start < first:
        found.append(_live(asked, part, Span(span.start, first), told, mark))
    if last < span.end:
        found.append(_live(asked, part, Span(last, span.end), told, mark))
    return found


def _live(asked: Asked, part: str, span: Span, told: bool, mark: str) -> rows.Composed:
    at = "received_at" if part == "received" else "closed_at"
    wanted = Q(**{f"{at}__gte": span.start, f"{at}__lt": span.end})
    columns = ["channel", "lead_unit_id", asked.area, "category_id", at, "joined_to_id"]
    names = [*_PLACES, "at", "joined_to"]
    if part == "closed":
        wanted &= Q(state__in=DONE)
        columns += ["was_overdue", "satisfaction"]
        names += ["was_overdue", "satisfaction"]
    local = f"(at AT TIME ZONE '{settings.TIME_ZONE}')"
    by = {"column": f"date_trunc('{asked.by}', {local})"}
    if told:
        by.update((name, name) for name in _PLACES)
        if part == "received":
            by["hour"] = f"extract(hour FROM {local})::int"
    return _grouped(part + mark, _cases(asked, wanted), columns, names, by, CLOSED if part == "closed" else RECEIVED)


def _in_hand(asked: Asked) -> rows.Composed:
    columns = ["channel", "lead_unit_id", asked.area, "category_id", "state", "due_status"]
    names = [*_PLACES, "state", "due_status"]
    by = {name: name for name in (*_PLACES, "state")}
    return _grouped("open", _cases(asked, Q(is_open=True)), columns, names, by, OPEN)


def _waiting(asked: Asked) -> rows.Composed:
    """The calls about what is in hand that came after the one that leads."""
    columns = ["channel", "lead_unit_id", asked.area, "category_id"]
    cases = _cases(asked, JOINED_TO_OPEN)
    return _grouped("open", cases, columns, _PLACES, {name: name for name in _PLACES}, WAITING)


def _cases(asked: Asked, wanted: Q) -> Any:
    """A unit's cases are found by its visibility rows; what they carry is asked of the case too, so that the
    database may also begin there."""
    condition = filters.conditions(asked.wanted)
    if own_unit(asked.actor) is None:
        return cases_where(asked.actor, condition & wanted)
    return cases_where(asked.actor, condition & wanted, wanted)


def _grouped(
    part: str, cases: Any, columns: Sequence[str], names: Sequence[str], by: dict[str, str], measures: Sequence[str]
) -> rows.Composed:
    """(part, dimension, key, six figures) of the cases by each of the expressions in `by`, in one pass."""
    found = rows.compose(cases.order_by().values_list(*columns))
    if not found.sql:
        return found
    expressions = list(by.values())
    whole = 2 ** len(by) - 1
    marks = " ".join(f"WHEN {whole ^ 1 << (len(by) - 1 - at)} THEN '{name}'" for at, name in enumerate(by))
    keys = ", ".join(f"({expression})::text" for expression in expressions)
    sets = ", ".join(f"({expression})" for expression in expressions)
    return rows.Composed(
        f"SELECT '{part}', CASE grouping({', '.join(expressions)}) {marks} END, coalesce({keys}),"
        f" {', '.join(measures)} FROM ({found.sql}) t ({', '.join(names)}) GROUP BY GROUPING SETS ({sets})",
        found.params,
    )


def _from_counts(asked: Asked, part: str, months: tuple[date, date], told: bool, mark: str) -> rows.Composed:
    """The same from the counts by month."""
    sums = "sum(cases), sum(late), sum(satisfied), sum(basically), sum(dissatisfied), sum(joined)"
    where = "axis = %s AND month >= %s AND month < %s"
    params: list[Any] = [part[0], *months]
    channels = filters.split(asked.wanted.channel)
    if channels:
        where += " AND channel = ANY(%s)"
        params.append(channels)
    day = f"date_trunc('{asked.by}', (date '{_EPOCH}' + key::int)::timestamp)"
    parts = [f"SELECT '{part}{mark}', 'column', ({day})::text, {sums} FROM insight_counts"
             f" WHERE {where} AND face = 'day' GROUP BY 3"]  # fmt: skip
    if told:
        parts.append(f"SELECT '{part}', 'channel', channel, {sums} FROM insight_counts"
                     f" WHERE {where} AND face = 'day' GROUP BY 3")  # fmt: skip
        faces = [face for face in _FACES if part == "received" or face != "hour"]
        names = " ".join(f"WHEN '{face}' THEN '{_FACES[face]}'" for face in faces)
        parts.append(
            f"SELECT '{part}', CASE face {names} END,"
            f" CASE WHEN key = 0 AND face <> 'hour' THEN NULL ELSE key::text END, {sums}"
            f" FROM insight_counts WHERE {where} AND face IN ({', '.join(f'{face!r}' for face in faces)}) GROUP BY 2, 3"
        )
    return rows.Composed(" UNION ALL ".join(parts), tuple(params * len(parts)))


def column_key(at: datetime) -> str:
    """The key of a column as the database writes it."""
    return f"{at:%Y-%m-%d %H:%M:%S}"


def day_number(day: date) -> int:
    return (day - _EPOCH) // timedelta(days=1)
