"""The production endpoint: requests are cases. What anybody may read is `cases.publicity`; a key also follows what it
sent itself, without the words that nobody has released."""

from __future__ import annotations

import math
import uuid
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import F, FloatField, Q, QuerySet
from django.db.models.functions import Cast

from chengyun.cases import catalogue, publicity
from chengyun.cases.models import Case, Clock, Event, Published
from chengyun.channels import queries
from chengyun.channels.tokens import TokenRef

from . import records, services
from .asking import METRES_OF_DEGREE, STATUSES, Asked
from .models import Received, Service
from .records import Note, Record, Update
from .settings import MOST


def by_ids(ids: Sequence[str], token: TokenRef | None) -> list[Record]:
    """In the order in which they were asked for; what may not be read is not there."""
    found: dict[str, tuple[Case, str, str]] = {}
    for row in _of_services(publicity.readable().filter(case__number__in=ids)):
        found[row.case.number] = (row.case, row.words, row.media_url)
    if token is not None:
        for received in _own(token).filter(case__number__in=[one for one in ids if one not in found]):
            if received.case is not None:
                found[received.case.number] = (received.case, "", "")
    return _tell(found[number] for number in dict.fromkeys(ids) if number in found)


def page(asked: Asked, token: TokenRef | None, *, extended: bool) -> list[Record]:
    """The newest first. One statement for the cases, one for their limits, one more for their history."""
    if asked.own and token is not None:
        return _own_page(asked, token)
    rows = _of_services(publicity.readable(), asked.codes)
    if asked.start is not None and asked.end is not None:
        rows = rows.filter(received_at__gte=asked.start, received_at__lte=asked.end)
    by_change = asked.changed_from is not None
    if by_change:
        rows = rows.filter(updated_at__gte=asked.changed_from, updated_at__lte=asked.changed_to)
    rows = _near(_with_status(rows, asked.statuses), asked)
    first = (asked.page - 1) * asked.size
    rows = rows.order_by("-updated_at" if by_change else "-received_at", "-case_id")[first : first + asked.size]
    return _tell(((row.case, row.words, row.media_url) for row in rows), with_notes=extended)


def _of_services(rows: QuerySet[Published], codes: Sequence[str] = ()) -> QuerySet[Published]:
    """Of categories that are services; a case that was put into another category is not told any more."""
    known = services.current().by_code
    ids = [one.category_id for one in known.values() if not codes or one.code in codes]
    return rows.filter(case__category_id__in=ids)


def _with_status(rows: QuerySet[Any], statuses: Sequence[str], case: str = "case__") -> QuerySet[Any]:
    if not statuses or set(statuses) == set(STATUSES):
        return rows
    is_open = Q(**{f"{case}is_open": True}) | Q(**{f"{case}state": "joined", f"{case}joined_to__is_open": True})
    return rows.filter(is_open if statuses == ("open",) else ~is_open)


def _near(rows: QuerySet[Published], asked: Asked) -> QuerySet[Published]:
    if asked.box is not None:
        west, south, east, north = asked.box
        rows = rows.filter(case__lng__range=(west, east), case__lat__range=(south, north))
    if asked.circle is not None:
        lng, lat, metres = asked.circle
        degrees = metres / METRES_OF_DEGREE
        share = max(0.01, math.cos(math.radians(lat)))
        rows = rows.filter(
            case__lat__range=(lat - degrees, lat + degrees),
            case__lng__range=(lng - degrees / share, lng + degrees / share),
        ).annotate(
            away=Cast((F("case__lng") - lng) * share * ((F("case__lng") - lng) * share), FloatField())
            + Cast((F("case__lat") - lat) * (F("case__lat") - lat), FloatField())
        ).filter(away__lte=degrees * degrees)  # fmt: skip
    return rows


def _own(token: TokenRef) -> QuerySet[Received]:
    """What a key sent and may follow: not what became restricted, and not what gives no number."""
    rows = Received.objects.filter(key_id=token.id, case__isnull=False).exclude(type=Service.BLACKBOX)
    rows = rows.exclude(case__flags__has_any_keys=publicity.NOT_TOLD).exclude(case__state__in=publicity.NEVER)
    return rows.select_related("case", "case__joined_to")


def _own_page(asked: Asked, token: TokenRef) -> list[Record]:
    rows = _with_status(_own(token), asked.statuses)
    if asked.start is not None and asked.end is not None:
        rows = rows.filter(created_at__gte=asked.start, created_at__lte=asked.end)
    if asked.changed_from is not None:
        rows = rows.filter(case__updated_at__gte=asked.changed_from, case__updated_at__lte=asked.changed_to)
    if asked.codes:
        rows = rows.filter(service_code__in=asked.codes)
    first = (asked.page - 1) * asked.size
    rows = rows.order_by("-created_at", "-id")[first : first + asked.size]
    return _tell((row.case, "", "") for row in rows if row.case is not None)


# --- telling ----------------------------------------------------------------------------------------------------------
def _tell(found: Iterable[tuple[Case, str, str]], *, with_notes: bool = True) -> list[Record]:
    rows = list(found)
    keys = [case.pk for case, _, _ in rows]
    due = _due(keys)
    steps = _steps(keys) if with_notes else {}
    return [_record(case, words, media, due.get(case.pk), steps.get(case.pk, ())) for case, words, media in rows]


def _due(keys: Sequence[int]) -> dict[int, datetime]:
    """The promised end of each case."""
    if not keys:
        return {}
    rows = Clock.objects.filter(case_id__in=keys, stage="close", assignment=None, due_at__isnull=False)
    found = rows.exclude(state=Clock.CANCELLED).order_by("id").values_list("case_id", "due_at")
    return {case_id: due for case_id, due in found if due is not None}


def _steps(keys: Sequence[int]) -> dict[int, list[tuple[int, datetime, str]]]:
    found: dict[int, list[tuple[int, datetime, str]]] = {}
    if keys:
        rows = Event.objects.filter(case_id__in=keys).order_by("case_id", "seq")
        for case_id, seq, at, state in rows.values_list("case_id", "seq", "at", "to_state"):
            found.setdefault(case_id, []).append((seq, at, state))
    return found


def _record(
    case: Case, words: str, media: str, due: datetime | None, steps: Sequence[tuple[int, datetime, str]]
) -> Record:
    known, service = catalogue.current(), services.current().by_category.get(case.category_id or 0)
    main = case.joined_to if case.state == "joined" and case.joined_to is not None else case
    ended = None if main.is_open else (main.closed_at or main.updated_at)
    outcome = known.outcomes.get(main.outcome) if not main.is_open else None
    category = known.category(case.category_id)
    ward = known.area(case.subdistrict_id)
    channel = queries.channel(case.channel)
    return Record(
        id=case.number, closed=not main.is_open,
        status_notes=outcome.name if outcome is not None else records.state_words(case.lifecycle, case.state)[0],
        service_name=service.name if service else category.name if category else "其他",
        service_code=service.code if service else category.code if category else "",
        description=words, agency=known.unit_name(main.lead_unit_id), notice=service.notice if service else "",
        requested_at=case.received_at, updated_at=ended or case.updated_at, expected_at=due,
        address=records.public_address(case.address), address_id="", lng=case.lng, lat=case.lat, media_url=media,
        channel=channel.name if channel else "", ward=ward.name if ward else "",
        notes=records.notes(case.lifecycle, steps),
    )  # fmt: skip


def token_state(token: uuid.UUID) -> dict[str, Any] | None:
    """What became of a batch request; None for an unknown token."""
    row = Received.objects.select_related("case").filter(pk=token, type=Service.BATCH).first()
    if row is None:
        return None
    return {"service_request_id": row.case.number if row.case else None, "token": str(row.pk)}


def updates(start: datetime, end: datetime, ids: Sequence[str], token: TokenRef | None) -> list[Update]:
    """The steps in a span of time of what may be read, the newest first."""
    if ids:
        cases = {one.pk: one for one in _readable_cases(ids, token)}
    else:
        rows = _of_services(publicity.readable()).filter(updated_at__gte=start).order_by("-updated_at", "-case_id")
        cases = {row.case_id: row.case for row in rows[:MOST]}
    found = [
        Update(f"{cases[key].number}.{note.seq}", cases[key].number, note.status, note.at, note.words)
        for key, steps in _steps(list(cases)).items()
        for note in records.notes(cases[key].lifecycle, steps)
        if ids or start <= note.at <= end
    ]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)[:MOST]


def _readable_cases(ids: Sequence[str], token: TokenRef | None) -> list[Case]:
    found = [row.case for row in _of_services(publicity.readable().filter(case__number__in=ids))]
    if token is not None:
        found += [row.case for row in _own(token).filter(case__number__in=ids) if row.case is not None]
    return found


__all__ = ["Note", "by_ids", "page", "token_state", "updates"]
