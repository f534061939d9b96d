"""Another city's Open311 server as a door: its requests come in by spans of time of at most ninety days, with paging
where it has it and smaller spans where it has not; what we do goes back as updates. Its ids make repeating harmless."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Case
from chengyun.channels import intake
from chengyun.channels.doors import masks, taking
from chengyun.channels.doors.connections import Connection
from chengyun.channels.doors.reading import NEW, OPEN311, WITHDRAW
from chengyun.channels.doors.transports import (
    Ran,
    Tested,
    TransportError,
    TransportIn,
    TransportOut,
    documents,
    register_in,
    register_out,
)
from chengyun.channels.doors.transports.fields import Setting, checker, value
from chengyun.kernel import outbound

from .formats import moment, parse_moment
from .settings import MOST, SPAN

CHINA = ZoneInfo("Asia/Shanghai")
LARGEST = 8 * 1024 * 1024
SECOND = timedelta(seconds=1)
"""Times are told to the second: what came in the last one is asked for, too."""
SMALLEST = timedelta(minutes=15)
"""A span that is not halved any more: so many in so short a time is told, not read."""
MOST_ASKED = 60
"""Questions of one run; the watermark lets the next go on."""
LOOKED = 50
"""Open cases whose state at the other side is looked up in each run, in turn."""

_URL = Setting("url", "地址（到 /v2 为止）", "Address (up to /v2)", "url", required=True, most=500)
_JURISDICTION = Setting("jurisdiction_id", "辖区代码", "jurisdiction_id", most=80,
                        help="对方一个地址服务几个辖区时填写", help_en="Where one address serves several")  # fmt: skip
_FORMAT = Setting("format", "格式", "Format", "choice", "json", choices={
    "json": ("JSON", "JSON"), "xml": ("XML", "XML")})  # fmt: skip
SETTINGS = (
    _URL, _JURISDICTION, _FORMAT,
    Setting("every_minutes", "间隔（分钟）", "Every (minutes)", "int", 15, least=1, most=1440),
    Setting("days", "第一次读最近几天", "Days to read at first", "int", 7, least=1, most=90),
    Setting("overlap_minutes", "重叠（分钟）", "Overlap (minutes)", "int", 30, most=1440,
            help="每次多读这么多，重复的不会重复立件", help_en="Read again each time; nothing is made twice"),
    Setting("services", "只要这些服务", "Only these services", most=300,
            help="service_code，用逗号分开；空为全部", help_en="service_codes with commas; empty: all"),
    Setting("size", "每页件数", "Page size", "int", 0, most=MOST,
            help="对方支持 page、page_size 时填写；0 为不分页", help_en="Where they have page and page_size; 0: none"),
)  # fmt: skip
OUT_SETTINGS = (
    _URL,
    _JURISDICTION,
    _FORMAT,
    Setting("timeout", "超时（秒）", "Timeout (s)", "int", 15, least=1, most=60),
)


def _inside(given: Mapping[str, Any]) -> list[dict[str, str]]:
    fault = outbound.refusal(str(given.get("url", "")))
    return [{"field": "url", "message": fault.words}] if fault is not None else []


check = checker(SETTINGS, _inside)


class Asker:
    """Asks one server; every way in which it can fail becomes a TransportError with words."""

    def __init__(self, settings: Mapping[str, Any], declared: Sequence[Setting]):
        self.settings, self.declared, self.asked = settings, declared, 0

    def get(self, name: str) -> Any:
        return value(self.declared, self.settings, name)

    def address(self, path: str, **query: Any) -> str:
        given = {"jurisdiction_id": self.get("jurisdiction_id"), **query}
        words = urlencode({name: one for name, one in given.items() if one not in ("", None)})
        return f"{str(self.get('url')).rstrip('/')}/{path}.{self.get('format')}{'?' + words if words else ''}"

    def items(self, path: str, **query: Any) -> list[dict[str, Any]]:
        """The list that an address answers with."""
        if self.asked >= MOST_ASKED:
            raise TransportError("这次问得太多，下次接着读。")
        self.asked += 1
        try:
            answer = outbound.send(outbound.Outgoing("GET", self.address(path, **query), timeout=30.0, largest=LARGEST))
        except outbound.Unreachable as fault:
            raise TransportError(fault.words) from None
        if not answer.ok:
            raise TransportError(f"对方回答 {answer.status}：{told(answer)}", answer.retry_after)
        if not answer.whole:
            raise TransportError(f"对方的回答超过 {LARGEST // 1024 // 1024} MB，请填写每页件数。")
        try:
            return listed(answer.body, str(self.get("format")))
        except documents.DocumentError as error:
            raise TransportError(f"对方的回答读不懂：{error}") from None


def listed(body: bytes, form: str) -> list[dict[str, Any]]:
    """The elements of an answer: a bare list, also where a server wraps it; of XML the children of the root.
    Raises DocumentError."""
    found = documents.parsed(body, form)
    if form == "xml":
        found = next(iter(found.values()))
    if isinstance(found, dict):
        inner = next(iter(found.values())) if len(found) == 1 else None
        found = inner if isinstance(inner, list) else [inner if isinstance(inner, dict) else found]
    if found in (None, ""):
        return []
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise documents.DocumentError("不是诉求的清单。")
    return found


def told(answer: outbound.Answer) -> str:
    """What the other side says of an error, from Open311's shape where it has it."""
    try:
        errors = listed(answer.body, "xml" if answer.body.lstrip()[:1] == b"<" else "json")
    except documents.DocumentError:
        return answer.text[:160]
    return "；".join(str(one.get("description") or "") for one in errors)[:300] or answer.text[:160]


# --- in ---------------------------------------------------------------------------------------------------------------
def run(connection: Connection) -> Ran:
    """Read what is new since last time, span by span; then look up whether open ones were closed over there."""
    from chengyun.channels.models import DoorConnection

    watermark = dict(DoorConnection.objects.values_list("watermark", flat=True).get(pk=connection.id) or {})
    asker, total = Asker(connection.into, SETTINGS), Ran()
    now = timezone.now()
    since = datetime.fromisoformat(watermark["since"]) if watermark.get("since") else None
    start = since - timedelta(minutes=int(asker.get("overlap_minutes"))) if since else None
    start = start or now - timedelta(days=int(asker.get("days")))
    while start < now:
        end = min(start + SPAN - timedelta(minutes=1), now)
        for found, until in _spans(asker, start, end):
            watermark["since"] = until.isoformat()
            _take(connection, [one for item in found if (one := understood(connection, item))], watermark, total)
        start = end
    gone, watermark["looked"] = _closed(connection, asker, int(watermark.get("looked") or 0))
    _take(connection, gone, watermark, total)
    return total


def _take(connection: Connection, items: list[dict[str, Any]], watermark: Mapping[str, Any], total: Ran) -> None:
    ran = taking.take_all(connection, items, OPEN311, str(connection.into.get("url", ""))[:200], watermark=watermark)
    for name in ("new", "known", "changed", "held"):
        setattr(total, name, getattr(total, name) + getattr(ran, name))
    total.pages += 1


def _spans(asker: Asker, start: datetime, end: datetime) -> Iterator[tuple[list[dict[str, Any]], datetime]]:
    """Requests by parts of a span, the oldest part first, each with its end. A server tells at most a thousand: a span
    with so many is halved."""
    size, query = int(asker.get("size")), {"start_date": moment(start), "end_date": moment(end + SECOND)}
    found: list[dict[str, Any]] = []
    for page in range(1, MOST_ASKED + 1):
        paged = {"page": page, "page_size": size} if size else {}
        here = asker.items("requests", service_code=asker.get("services"), **query, **paged)
        found += here
        if not size or len(here) < size:
            break
    if size or len(found) < MOST:
        yield found, end
        return
    if end - start <= SMALLEST:
        raise TransportError(f"{moment(start)} 起 {SMALLEST.seconds // 60} 分钟里超过 {MOST} 件，请填写每页件数。")
    middle = start + (end - start) / 2
    yield from _spans(asker, start, middle)
    yield from _spans(asker, middle, end)


def understood(connection: Connection, item: Mapping[str, Any]) -> dict[str, Any] | None:
    """A request in the words of the door; None for one that was closed before we ever saw it."""
    if str(item.get("status") or "open").lower() != "open":
        return None
    at = parse_moment(str(item.get("requested_datetime") or ""))
    words = str(item.get("description") or "").strip()
    return {
        **item, "event": NEW, "words": words or str(item.get("service_name") or ""), "status_notes": "",
        "category": _category(connection, item),
        "requested_at": f"{at.astimezone(CHINA):%Y-%m-%d %H:%M:%S}" if at else "",
    }  # fmt: skip


def _category(connection: Connection, item: Mapping[str, Any]) -> str:
    """Their code where the district translates it, else their name where it is ours, else nothing."""
    code, name = str(item.get("service_code") or ""), str(item.get("service_name") or "")
    codes = connection.door.codes.get("category")
    if codes is not None and code in codes.rows:
        return code
    known = intake.category_of(catalogue.current(), connection.channel.lifecycle, name) if name else None
    return name if known is not None else ""


def _closed(connection: Connection, asker: Asker, after: int) -> tuple[list[dict[str, Any]], int]:
    """Items for those of our open cases that the other side has closed, and how far was looked."""
    mine = Case.objects.filter(channel=connection.channel.code, is_open=True, external_id__isnull=False, id__gt=after)
    rows = list(mine.order_by("id").values_list("id", "external_id")[:LOOKED])
    if not rows:
        return [], 0
    found = asker.items("requests", service_request_id=",".join(str(number) for _, number in rows))
    gone = [
        {"service_request_id": str(item.get("service_request_id")), "event": WITHDRAW,
         "status_notes": f"对方已办结：{item.get('status_notes') or '没有说明'}"}
        for item in found
        if str(item.get("status") or "").lower() == "closed"
    ]  # fmt: skip
    return gone, rows[-1][0] if len(rows) == LOOKED else 0


def test(connection: Connection) -> Tested:
    """Ask for the services and for the requests of the last day; nothing is written."""
    asker, now = Asker(connection.into, SETTINGS), timezone.now()
    try:
        services = asker.items("services")
        found = asker.items("requests", start_date=moment(now - timedelta(days=1)), end_date=moment(now))
    except TransportError as error:
        return Tested(False, error.words)
    first = next((one for item in found if (one := understood(connection, item))), None)
    read = masks.masked(taking.Taker(connection, OPEN311).read(first)[0]) if first else {}
    words = f"连上了，对方有 {len(services)} 项服务，最近一天 {len(found)} 件。"
    return Tested(True, words, len(found), read)


# --- out --------------------------------------------------------------------------------------------------------------
def send(way: Any, parcel: Any) -> Any:
    """An update of a request over there (POST servicerequestupdates), known again by its id."""
    from chengyun.channels.outbox.messages import AGAIN, Verdict, verdict

    asker = Asker(way.settings, OUT_SETTINGS)
    given = {
        **parcel.body, "update_id": parcel.key, "service_request_id": parcel.external_id,
        "api_key": way.secrets().get("token", ""), "jurisdiction_id": asker.get("jurisdiction_id"),
    }  # fmt: skip
    body = urlencode({name: one for name, one in given.items() if one not in ("", None)}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    url = asker.address("servicerequestupdates").partition("?")[0]
    try:
        answer = outbound.send(outbound.Outgoing("POST", url, headers, body, float(asker.get("timeout"))))
    except outbound.Unreachable as fault:
        return Verdict(AGAIN, fault.words)
    said = {"words": "" if answer.ok else told(answer), "receipt": _receipt(answer)}
    return verdict(
        answer.status, answer.text[:2000], said, retry_after=answer.retry_after, words_field="words",
        receipt_field="receipt",
    )  # fmt: skip


def _receipt(answer: outbound.Answer) -> str:
    if not answer.ok:
        return ""
    try:
        found = listed(answer.body, "xml" if answer.body.lstrip()[:1] == b"<" else "json")
    except documents.DocumentError:
        return ""
    return str(found[0].get("update_id") or "")[:120] if found else ""


def test_out(connection: Connection) -> Tested:
    """Whether the address answers as an Open311 server; an update is only known to be taken when the first one is."""
    try:
        found = Asker(connection.out, OUT_SETTINGS).items("services")
    except TransportError as error:
        return Tested(False, error.words)
    return Tested(True, f"连上了，对方有 {len(found)} 项服务。收不收更新，第一条回传才知道。", len(found))


def register_all() -> None:
    from chengyun.channels.outbox import transports

    register_in(TransportIn(OPEN311, check, run, test, SETTINGS))
    register_out(TransportOut(OPEN311, checker(OUT_SETTINGS, _inside), test_out, OUT_SETTINGS))
    transports.register(OPEN311, send)
