"""Once a day both sides of a door compare what they have: ids both ways, states where both have a case."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import quote

import orjson
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from chengyun.cases.gathered import Source
from chengyun.cases.models import Case
from chengyun.kernel import outbound
from chengyun.kernel.problems import Problem

from .. import queries
from ..doors.items import flat, items_of
from ..doors.reading import SFTP
from ..doors.transports import TransportError, sftp
from ..doors.transports.drop import LocalPlace, RemotePlace
from ..doors.transports.fields import value
from ..models import InboundItem
from . import connecting, transports
from .connecting import Way
from .models import Difference, Reconciliation, WriteBack
from .settings import LIST

LARGEST = 8 * 1024 * 1024
TIMEOUT = 60.0
MIDNIGHT = timedelta(minutes=30)
KEPT = 2000
"""Differences kept of a day: more than a person ever looks through; all are counted."""
NOT_ASKED = "这个渠道没有设置对账地址（对方清单的网址或目录）"


class NoList(Exception):
    """The other side's list could not be had; the words are for the page."""


def can(way: Way) -> bool:
    return bool(way.settings.get("list_url") or way.settings.get("list_folder"))


def begin(door: str, day: date, by_name: str = "") -> Reconciliation:
    """The row of a day, made anew or begun again. Problem 422 where the other side cannot be asked."""
    way = connecting.way(door)
    if way is None or not can(way):
        raise Problem(422, "invalid", "不能核对", NOT_ASKED, errors=[{"field": "door", "message": NOT_ASKED}])
    if day > timezone.localdate():
        words = "这一天还没有到。"
        raise Problem(422, "invalid", "不能核对", words, errors=[{"field": "day", "message": words}])
    row, _ = Reconciliation.objects.update_or_create(
        door=door, day=day, defaults={"state": Reconciliation.RUNNING, "at": timezone.now(), "by_name": by_name[:80],
                                      "error": ""},
    )  # fmt: skip
    return row


def run(row: Reconciliation) -> Reconciliation:
    """Ask, compare, keep. A list that cannot be had is told, not raised."""
    way = connecting.way(row.door)
    try:
        theirs = listed(way, row.day) if way is not None else _none()
    except NoList as error:
        row.state, row.error, row.at = row.FAILED, str(error)[:300], timezone.now()
        row.save()
        return row
    assert way is not None
    compare(row, way, theirs)
    return row


def _none() -> Mapping[str, str]:
    raise NoList("这个渠道现在没有接通")


# --- asking -----------------------------------------------------------------------------------------------------------
def listed(way: Way, day: date) -> Mapping[str, str]:
    """Their ids of a day with their states ("" when they tell none). Raises NoList."""
    body, kind = _asked(way, day) if way.settings.get("list_url") else _read(way, day)
    try:
        rows = _csv(body) if kind == "csv" else items_of(orjson.loads(body), str(_set(way, "list_items")))
    except (orjson.JSONDecodeError, UnicodeDecodeError, csv.Error):
        raise NoList("对方的清单读不懂，不是约定的格式") from None
    if rows is None:
        raise NoList("对方的清单里没有找到约定的那一部分")
    key, state = str(_set(way, "list_id")), str(_set(way, "list_state"))
    found: dict[str, str] = {}
    for one in map(flat, rows):
        if one.get(key):
            found[one[key][:120]] = one.get(state, "")[:60]
    if rows and not found:
        raise NoList(f"对方的清单里没有“{key}”这一列")
    return found


def _asked(way: Way, day: date) -> tuple[bytes, str]:
    template = str(way.settings["list_url"])
    url = template.replace("{day}", quote(day.isoformat()))
    headers = {"Accept": "application/json", **transports.credentials(way, "GET", url, b"")}
    try:
        answer = outbound.send(outbound.Outgoing("GET", url, headers, timeout=TIMEOUT, largest=LARGEST))
    except outbound.Unreachable as error:
        raise NoList(error.words) from None
    if not answer.ok:
        raise NoList(f"对方回答 {answer.status}：{answer.text[:120]}")
    if not answer.whole:
        raise NoList(f"对方的清单超过 {LARGEST // 1024 // 1024} MB")
    return answer.body, "json"


def _set(way: Way, name: str) -> Any:
    return value(LIST, way.settings, name)


def _read(way: Way, day: date) -> tuple[bytes, str]:
    """The file of a day in the folder of lists, here or on the door's SFTP server."""
    names = [f"reconcile-{day:%Y%m%d}.{kind}" for kind in ("json", "csv")]
    try:
        if way.transport == SFTP:
            with sftp.connect(way.settings, way.secrets()) as client:
                return _first(RemotePlace(client, str(way.settings["list_folder"])), names)
        return _first(LocalPlace(transports.folder_of(way, "list_folder")), names)
    except TransportError as error:
        raise NoList(error.words) from None
    except OSError as error:
        raise NoList(f"读不了目录：{error.strerror or type(error).__name__}") from None


def _first(place: LocalPlace | RemotePlace, names: list[str]) -> tuple[bytes, str]:
    there = {name for name, size, _ in place.files() if size <= LARGEST}
    for name in names:
        if name in there:
            return place.read(name), name.rpartition(".")[2]
    raise NoList(f"目录里没有 {names[0]} 或 .csv")


def _csv(body: bytes) -> list[Any]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


# --- comparing --------------------------------------------------------------------------------------------------------
def compare(row: Reconciliation, way: Way, theirs: Mapping[str, str]) -> None:
    """Write down what both sides have of the day, and where they differ."""
    ours = _ours(way.code, row.day, theirs)
    told = _told([case.pk for case in ours.values()])
    found: list[Difference] = []
    counts = {"agreed": 0, Difference.ONLY_OURS: 0, Difference.ONLY_THEIRS: 0, Difference.UNLIKE: 0}
    held = _held(way.code, [key for key in theirs if key not in ours])
    for key in theirs.keys() | ours.keys():
        one = _difference(key, ours.get(key), theirs, way, told, held)
        counts[one.kind if one else "agreed"] += 1
        if one is not None and len(found) < KEPT:
            one.reconciliation = row
            found.append(one)
    with transaction.atomic():
        row.differences.all().delete()
        Difference.objects.bulk_create(sorted(found, key=lambda one: (one.kind, one.external_id)))
        row.ours, row.theirs, row.agreed = len(ours), len(theirs), counts["agreed"]
        row.only_ours, row.only_theirs = counts[Difference.ONLY_OURS], counts[Difference.ONLY_THEIRS]
        row.unlike = counts[Difference.UNLIKE]
        row.state = row.DIFFERS if found else row.AGREED
        row.at, row.error = timezone.now(), ""
        row.save()


def _ours(door: str, day: date, theirs: Iterable[str]) -> dict[str, Case]:
    """Our cases of the day, and those of other days that stand in their list: midnight is not the same for both."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    fields = ("id", "number", "state", "external_id", "received_at", "joined_to_id")
    cases = Case.objects.filter(channel=door, external_id__isnull=False).only(*fields)
    found = {str(case.external_id): case
             for case in cases.filter(received_at__gte=start, received_at__lt=start + timedelta(days=1))}  # fmt: skip
    missing = [key for key in theirs if key not in found]
    for at in range(0, len(missing), 1000):
        found |= {str(case.external_id): case for case in cases.filter(external_id__in=missing[at : at + 1000])}
    return found


def _told(ids: list[int]) -> dict[int, tuple[str, int, int]]:
    """(the last message that they took, how many wait, how many failed) by case."""
    told: dict[int, tuple[str, int, int]] = {}
    for at in range(0, len(ids), 1000):
        rows = WriteBack.objects.filter(case_id__in=ids[at : at + 1000]).order_by("case_id", "seq")
        for case, message, state in rows.values_list("case_id", "message", "state"):
            last, waiting, dead = told.get(case, ("", 0, 0))
            told[case] = (
                message if state == WriteBack.DONE else last, waiting + (state in WriteBack.OPEN),
                dead + (state == WriteBack.DEAD),
            )  # fmt: skip
    return told


def _held(door: str, ids: list[str]) -> set[str]:
    found: set[str] = set()
    for at in range(0, len(ids), 1000):
        found |= set(
            InboundItem.objects.filter(
                channel__code=door, state=InboundItem.HELD, external_id__in=ids[at : at + 1000]
            ).values_list("external_id", flat=True)
        )  # fmt: skip
    return found


def _difference(
    key: str, case: Case | None, theirs: Mapping[str, str], way: Way, told: Mapping[int, tuple[str, int, int]],
    held: set[str],
) -> Difference | None:  # fmt: skip
    if case is None:
        why = "在待处理件里，还没有成案" if key in held else ""
        return Difference(kind=Difference.ONLY_THEIRS, external_id=key, theirs=theirs[key], why=why)
    last, waiting, dead = told.get(case.pk, ("", 0, 0))
    ours = way.states.get(case.state, way.states.get("*", "")) if way.states else last
    if key not in theirs:
        received = timezone.localtime(case.received_at)
        near = received - received.replace(hour=0, minute=0, second=0, microsecond=0) < MIDNIGHT
        why = "零点前后收到，可能在对方前一天的清单里" if near else ""
        return Difference(kind=Difference.ONLY_OURS, external_id=key, case=case, ours=ours, why=why)
    said = theirs[key]
    if not dead and (not said or said == ours or (not ours and not last)):
        return None  # what failed is a difference even where the words are the same: they were not told
    waits = [f"还有 {waiting} 条等待回传"] if waiting else []
    failed = [f"有 {dead} 条回传失败"] if dead else []
    return Difference(
        kind=Difference.UNLIKE, external_id=key, case=case, ours=ours, theirs=said, why="；".join(waits + failed)
    )


# --- the cases behind a figure ----------------------------------------------------------------------------------------
CODE = "reconciled"
_KINDS = {"ours": "我方", **Difference.NAMES}


def _named(what: str) -> tuple[Reconciliation, str]:
    """ "12.unlike": ValueError for anything else."""
    key, _, kind = what.partition(".")
    if kind not in _KINDS or not (key.isascii() and key.isdigit() and len(key) < 18):
        raise ValueError(what)
    row = Reconciliation.objects.filter(pk=int(key)).first()
    if row is None:
        raise ValueError(what)
    return row, kind


def condition(what: str) -> Q:
    row, kind = _named(what)
    if kind != "ours":
        return Q(Exists(Difference.objects.filter(reconciliation=row, kind=kind, case_id=OuterRef("pk"))))
    start = timezone.make_aware(datetime.combine(row.day, time.min))
    return Q(
        channel=row.door, external_id__isnull=False, received_at__gte=start, received_at__lt=start + timedelta(days=1)
    )


def words(what: str) -> str:
    row, kind = _named(what)
    channel = queries.channel(row.door)
    return f"{channel.name if channel else row.door} {row.day} 核对：{_KINDS[kind]}"


SOURCE = Source(CODE, condition, words)


# --- reading ----------------------------------------------------------------------------------------------------------
def told(row: Reconciliation) -> dict[str, Any]:
    return {
        "id": row.pk, "door": row.door, "day": row.day.isoformat(), "state": row.state,
        "at": timezone.localtime(row.at).isoformat(timespec="seconds"), "by": row.by_name, "ours": row.ours,
        "theirs": row.theirs, "agreed": row.agreed, "only_ours": row.only_ours, "only_theirs": row.only_theirs,
        "unlike": row.unlike, "error": row.error,
    }  # fmt: skip


def detail(reconciliation_id: int, shown: int = 500) -> dict[str, Any]:
    row = Reconciliation.objects.filter(pk=reconciliation_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这次核对", "编号有误，请从渠道的页面打开。")
    found = list(row.differences.select_related("case")[: shown + 1])
    return {
        **told(row), "more": max(0, row.only_ours + row.only_theirs + row.unlike - min(shown, len(found))),
        "differences": [
            {
                "kind": one.kind, "external_id": one.external_id, "number": one.case.number if one.case else None,
                "ours": one.ours, "theirs": one.theirs, "why": one.why,
            }
            for one in found[:shown]
        ],
    }  # fmt: skip
