"""The test endpoint: answers like the production one, but what is sent never becomes a case. Kept for some days;
nothing of the sender is kept, and numbers and names are taken out of the words. A request closes by itself after an
hour, so that a program sees both states."""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.channels.models import ChannelToken
from chengyun.channels.tokens import TokenRef
from chengyun.kernel import anonymous

from . import records, services
from .asking import METRES_OF_DEGREE, Asked, Submitted, answered_words
from .models import Service, Trial
from .records import Note, Record, Update
from .refusing import Refused
from .settings import KEEP_TRIALS, MOST, MOST_TRIALS, TRIAL_TAKES

PREFIX = "TEST-"
NOTICE = "测试请求，不会办理。 A test: nobody will act on it."
AGENCY = "测试单位 Test agency"


def submit(token: TokenRef, given: Submitted) -> dict[str, Any]:
    now = timezone.now()
    name = ChannelToken.objects.values_list("name", flat=True).get(pk=token.id)
    words = "\n".join([given.description, *answered_words(given.service, given.attributes)]).strip()
    row = Trial.objects.create(
        key_name=name, service_code=given.service.code, type=given.service.type,
        description=anonymous.clean(words).text[:4000], address=given.address, address_id=given.address_id,
        lng=given.point[0] if given.point else None, lat=given.point[1] if given.point else None,
        media_url=given.media_url, created_at=now, updated_at=now,
    )  # fmt: skip
    number: dict[str, Any] = {"service_request_id": str(row)}
    if row.type == Service.BATCH:
        number = {"token": str(row.token)}
    elif row.type == Service.BLACKBOX:
        number = {}
    return {**number, "service_notice": NOTICE, "account_id": given.person.get("account_id") or None}


def token_state(token: uuid.UUID) -> dict[str, Any] | None:
    """A batch request has its number after ten seconds, so that a program sees both answers."""
    row = Trial.objects.filter(token=token, type=Service.BATCH).first()
    if row is None:
        return None
    waits = timezone.now() - row.created_at < timedelta(seconds=10)
    return {"service_request_id": None if waits else str(row), "token": str(row.token)}


def by_ids(ids: Sequence[str]) -> list[Record]:
    keys = [int(one[len(PREFIX) :]) for one in ids if one.startswith(PREFIX) and one[len(PREFIX) :].isdecimal()]
    rows = {str(row): row for row in _told().filter(pk__in=[key for key in keys if key < 2**62])}
    return [_record(rows[one]) for one in dict.fromkeys(ids) if one in rows]


def page(asked: Asked) -> list[Record]:
    rows = _told()
    if asked.codes:
        rows = rows.filter(service_code__in=asked.codes)
    if asked.start is not None:
        rows = rows.filter(created_at__gte=asked.start, created_at__lte=asked.end)
    if asked.changed_from is not None:
        rows = rows.filter(updated_at__gte=asked.changed_from, updated_at__lte=asked.changed_to)
    if len(asked.statuses) == 1:
        over = Q(closed_at__isnull=False) | Q(created_at__lte=timezone.now() - TRIAL_TAKES)
        rows = rows.filter(over if asked.statuses == ("closed",) else ~over)
    first = (asked.page - 1) * asked.size
    rows = _near(rows, asked).order_by("-created_at", "-id")[first : first + asked.size]
    return [_record(row) for row in rows]


def _told() -> QuerySet[Trial]:
    return Trial.objects.exclude(type=Service.BLACKBOX)


def _near(rows: QuerySet[Trial], asked: Asked) -> QuerySet[Trial]:
    """A circle is a square here."""
    if asked.box is not None:
        west, south, east, north = asked.box
        rows = rows.filter(lng__range=(west, east), lat__range=(south, north))
    if asked.circle is not None:
        lng, lat, metres = asked.circle
        up = metres / METRES_OF_DEGREE
        side = up / max(0.01, math.cos(math.radians(lat)))
        rows = rows.filter(lng__range=(lng - side, lng + side), lat__range=(lat - up, lat + up))
    return rows


def ended(row: Trial) -> datetime | None:
    """When it was closed, or closed by itself; None while it is open."""
    by_itself = row.created_at + TRIAL_TAKES
    return row.closed_at or (by_itself if by_itself <= timezone.now() else None)


def _record(row: Trial) -> Record:
    service, over = services.current().by_code.get(row.service_code), ended(row)
    return Record(
        id=str(row), closed=over is not None, status_notes="测试已办结" if over else "测试办理中",
        service_name=service.name if service else row.service_code, service_code=row.service_code,
        description=row.description, agency=AGENCY, notice=NOTICE, requested_at=row.created_at,
        updated_at=over or row.updated_at, expected_at=row.created_at + TRIAL_TAKES,
        address=records.public_address(row.address), address_id=row.address_id, lng=row.lng, lat=row.lat,
        media_url=row.media_url, channel="测试", notes=_notes(row),
    )  # fmt: skip


def _notes(row: Trial) -> list[Note]:
    found = [Note(1, row.created_at, "测试请求已收到", "open")]
    for number, one in enumerate(row.updates, 2):
        found.append(Note(number, datetime.fromisoformat(one["at"]), one["words"], one["status"]))
    over = ended(row)
    if over is not None and row.closed_at is None:
        found.append(Note(len(found) + 1, over, "测试已办结", "closed"))
    return found


def updates(start: datetime, end: datetime, ids: Sequence[str]) -> list[Update]:
    rows = _told().order_by("-updated_at")
    if ids:
        keys = [int(one[len(PREFIX) :]) for one in ids if one.startswith(PREFIX) and one[len(PREFIX) :].isdecimal()]
        rows = rows.filter(pk__in=[key for key in keys if key < 2**62])
    found = [
        Update(f"{row}.{note.seq}", str(row), note.status, note.at, note.words)
        for row in rows[:MOST]
        for note in _notes(row)
        if ids or start <= note.at <= end
    ]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)[:MOST]


def update(number: str, external_id: str, words: str, closes: bool) -> str:
    """At most fifty of one request; `closed` closes it."""
    digits = number[len(PREFIX) :]
    with transaction.atomic():
        row = None
        if number.startswith(PREFIX) and digits.isdecimal() and int(digits) < 2**62:
            row = _told().select_for_update().filter(pk=int(digits)).first()
        if row is None:
            raise Refused(404, (f"没有测试请求 {number[:40]}。", f"There is no test request {number[:40]}."))
        known = [one["id"] for one in row.updates]
        if external_id and external_id in known:
            return f"{row}.{known.index(external_id) + 2}"
        if len(known) >= 50:
            raise Refused(400, ("一件测试请求最多补充 50 次。", "A test request takes 50 updates."))
        now = timezone.now()
        row.updates = [
            *row.updates,
            {"id": external_id, "at": now.isoformat(), "words": anonymous.clean(words).text,
             "status": "closed" if closes else "open"},
        ]  # fmt: skip
        row.updated_at = now
        row.closed_at = now if closes and row.closed_at is None else row.closed_at
        row.save(update_fields=["updates", "updated_at", "closed_at"])
    return f"{row}.{len(row.updates) + 1}"


def forget_old() -> int:
    """Remove test requests that are old, and the oldest when there are too many."""
    gone = Trial.objects.filter(created_at__lt=timezone.now() - KEEP_TRIALS).delete()[0]
    last = Trial.objects.order_by("-id").values_list("id", flat=True)[MOST_TRIALS : MOST_TRIALS + 1].first()
    return gone + (Trial.objects.filter(id__lte=last).delete()[0] if last else 0)
