"""We ask: HTTP GET or POST, page by page or by cursor, from where we stopped last time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit
from zoneinfo import ZoneInfo

import orjson
from django.utils import timezone

from chengyun.kernel import outbound, signing

from ...imports.mapping import parse_time
from .. import masks, taking
from ..connections import Connection
from . import Ran, Tested, TransportError, TransportIn, documents, register_in
from .fields import Setting, checker, value

CHINA = ZoneInfo("Asia/Shanghai")
LARGEST = 8 * 1024 * 1024
MOST_PAGES = 200
NONE, PAGE, CURSOR = "none", "page", "cursor"

SETTINGS = (
    Setting("url", "地址", "Address", "url", required=True, most=500),
    Setting("method", "方法", "Method", "choice", "GET", choices={"GET": ("GET", "GET"), "POST": ("POST", "POST")},
            help="POST 时参数作为 JSON 正文发出", help_en="POST sends the parameters as a JSON body"),
    Setting("every_minutes", "间隔（分钟）", "Every (minutes)", "int", 10, least=1, most=1440),
    Setting("paging", "分页", "Paging", "choice", PAGE, choices={
        NONE: ("不分页", "None"), PAGE: ("页码", "Page number"), CURSOR: ("游标", "Cursor")}),
    Setting("page_param", "页码参数", "Page parameter", default="page", most=60),
    Setting("first_page", "第一页", "First page", "int", 1, most=1),
    Setting("size_param", "每页件数参数", "Size parameter", default="size", most=60),
    Setting("size", "每页件数", "Page size", "int", 100, least=1, most=1000),
    Setting("cursor_param", "游标参数", "Cursor parameter", default="cursor", most=60),
    Setting("next_path", "下一游标所在字段", "Where the next cursor stands", default="data.next", most=120),
    Setting("since_param", "起始时间参数", "Since parameter", default="since", most=60,
            help="填“-”表示对方没有这个参数", help_en="“-” where they have none"),
    Setting("since_path", "更新时间字段", "Field of the time of change", default="", most=120,
            help="按它记住读到哪里；空为本次请求的时间", help_en="How far was read; empty: the time of asking"),
    Setting("since_format", "时间格式", "Format of times", default="%Y-%m-%d %H:%M:%S", most=40,
            help="iso、s（秒）、ms（毫秒）或 %Y-%m-%d 这样的格式", help_en="iso, s, ms or a pattern such as %Y-%m-%d"),
    Setting("overlap_minutes", "重叠（分钟）", "Overlap (minutes)", "int", 10, most=1440,
            help="每次多读这么多，重复的不会重复立件", help_en="Read again each time; nothing is made twice"),
    Setting("extra", "其他参数", "Other parameters", default="", most=500,
            help="写成 a=1&b=2", help_en="Written as a=1&b=2"),
    Setting("token_header", "令牌请求头", "Header of the token", default="Authorization", most=60),
    Setting("token_prefix", "令牌前缀", "Before the token", default="Bearer ", most=20),
    Setting("ok_path", "成功标志字段", "Field that tells success", default="", most=60,
            help="如 code；空为不看", help_en="For example code; empty: not looked at"),
    Setting("ok_values", "成功时的值", "Its values on success", default="0,200", most=60),
    Setting("crs", "坐标系", "Coordinates", "choice", "wgs84", choices={
        "wgs84": ("WGS-84", "WGS-84"), "cgcs2000": ("CGCS2000", "CGCS2000"), "gcj02": ("GCJ-02", "GCJ-02"),
        "bd09": ("BD-09", "BD-09")}),
)  # fmt: skip


def _more(given: Mapping[str, Any]) -> list[dict[str, str]]:
    fault = outbound.refusal(str(given.get("url", "")))
    return [{"field": "url", "message": fault.words}] if fault is not None else []


check = checker(SETTINGS, _more)


@dataclass(frozen=True, slots=True)
class _Page:
    items: list[Any]
    cursor: str
    last: bool
    number: int


class _Reader:
    """Asks one door for what is new."""

    def __init__(self, connection: Connection, watermark: Mapping[str, Any], size: int = 0):
        self.connection, self.watermark = connection, watermark
        self.size = size or int(self.get("size"))
        self.began = timezone.now()
        self.secrets = connection.secrets()

    def get(self, name: str) -> Any:
        return value(SETTINGS, self.connection.into, name)

    def pages(self) -> Iterator[_Page]:
        paging, cursor = self.get("paging"), str(self.watermark.get("cursor", ""))
        number = int(self.watermark.get("page") or self.get("first_page"))
        for _ in range(MOST_PAGES):
            asked: dict[str, Any] = self._base()
            if paging == PAGE:
                asked[self.get("page_param")] = number
            if paging != NONE:
                asked[self.get("size_param")] = self.size
            if paging == CURSOR and cursor:
                asked[self.get("cursor_param")] = cursor
            items, document = self._ask(asked)
            if paging == CURSOR:
                following = documents.value_at(document, self.get("next_path"))
                last = not items or not following or following == cursor
                cursor = following or cursor
            else:
                last = paging == NONE or len(items) < self.size
            yield _Page(items, cursor, last, number)
            if last:
                return
            number += 1

    def _base(self) -> dict[str, Any]:
        asked: dict[str, Any] = {}
        for part in str(self.get("extra")).split("&"):
            name, _, words = part.partition("=")
            if name.strip():
                asked[name.strip()] = words.strip()
        since, name = self.since(), self.get("since_param")
        if since is not None and name != "-":
            asked[name] = _spelt(since, self.get("since_format"))
        return asked

    def since(self) -> datetime | None:
        """From where to read, some minutes before what was read last."""
        kept = self.watermark.get("since")
        if not kept:
            return None
        return datetime.fromisoformat(kept) - timedelta(minutes=int(self.get("overlap_minutes")))

    def _ask(self, asked: Mapping[str, Any]) -> tuple[list[Any], Any]:
        answer = self._sent(asked)
        try:
            kind = "xml" if "xml" in answer.headers.get("content-type", "") else ""
            document = documents.parsed(answer.body, kind)
            self._agreed(document)
            found = documents.items(answer.body, kind, self.connection.door.items)
        except documents.DocumentError as error:
            raise TransportError(f"对方的回答读不懂：{error.words}") from None
        return found, document

    def _sent(self, asked: Mapping[str, Any]) -> outbound.Answer:
        url, method, body = str(self.get("url")), str(self.get("method")), b""
        if method == "POST":
            body = orjson.dumps(dict(asked))
        elif asked:
            url += ("&" if urlsplit(url).query else "?") + urlencode(asked)
        headers = {"Accept": "application/json, application/xml;q=0.8"}
        if body:
            headers["Content-Type"] = "application/json; charset=utf-8"
        if self.secrets.get("token"):
            headers[self.get("token_header")] = self.get("token_prefix") + self.secrets["token"]
        if self.connection.scheme:
            parts = urlsplit(url)
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            key = self.secrets.get("key", "")
            headers |= signing.sign(self.connection.scheme, key, method=method, path=path, body=body, at=timezone.now())
        try:
            answer = outbound.send(outbound.Outgoing(method, url, headers, body, timeout=30.0, largest=LARGEST))
        except outbound.Unreachable as fault:
            raise TransportError(fault.words) from None
        if not answer.ok:
            raise TransportError(f"对方回答 {answer.status}：{answer.text[:160]}", answer.retry_after)
        if not answer.whole:
            raise TransportError(f"对方的回答超过 {LARGEST // 1024 // 1024} MB，请减少每页件数。")
        return answer

    def _agreed(self, document: Any) -> None:
        path = self.get("ok_path")
        if path:
            told = documents.value_at(document, path)
            if told not in [one.strip() for one in str(self.get("ok_values")).split(",")]:
                words = documents.value_at(document, "message") or documents.value_at(document, "msg")
                raise TransportError(f"对方说不成功：{path}={told[:40]} {words[:120]}")

    def newest(self, items: list[Any]) -> datetime | None:
        """The latest time of change among the items."""
        path = self.get("since_path")
        found = [at for item in items if (at := _read(documents.value_at(item, path), self.get("since_format")))]
        return max(found, default=None) if path else None


def run(connection: Connection) -> Ran:
    """Read everything that is new. The watermark moves with the last page (by cursor: with each)."""
    from ...models import DoorConnection

    watermark = dict(DoorConnection.objects.values_list("watermark", flat=True).get(pk=connection.id))
    reader, total = _Reader(connection, watermark), Ran()
    by_cursor, by_field = reader.get("paging") == CURSOR, bool(reader.get("since_path"))
    kept = watermark.get("top") or watermark.get("since")
    top = datetime.fromisoformat(kept) if kept else None
    for page in reader.pages():
        newest = reader.newest(page.items)
        top = max((at for at in (top, newest) if at is not None), default=None)
        total.pages += 1
        moved: dict[str, Any] | None = None
        if page.last:
            until = top if by_field else reader.began
            moved = {"since": until.isoformat()} if until is not None else {}
        elif total.pages == MOST_PAGES:
            moved = {"since": watermark.get("since"), "top": top and top.isoformat(), "page": page.number + 1}
            total.notes.append("还有更多，下次接着读。")
        if by_cursor:
            moved = {"since": watermark.get("since"), **(moved or {}), "cursor": page.cursor}
        ran = taking.take_all(connection, page.items, "pull", reader.get("url")[:200], watermark=moved)
        for name in ("new", "known", "changed", "held"):
            setattr(total, name, getattr(total, name) + getattr(ran, name))
    return total


def test(connection: Connection) -> Tested:
    """Ask for one small page and read it; nothing is written."""
    try:
        page = next(_Reader(connection, {}, size=5).pages())
    except TransportError as error:
        return Tested(False, error.words)
    first = taking.Taker(connection, "pull").read(page.items[0])[0] if page.items else {}
    words = f"连上了，这一页有 {len(page.items)} 件。" if page.items else "连上了，现在没有新的。"
    return Tested(True, words, len(page.items), masks.masked(first))


def _spelt(moment: datetime, pattern: str) -> str:
    local = moment.astimezone(CHINA)
    if pattern == "iso":
        return local.isoformat(timespec="seconds")
    if pattern in ("s", "ms"):
        return str(int(local.timestamp() * (1000 if pattern == "ms" else 1)))
    return local.strftime(pattern)


def _read(words: str, pattern: str) -> datetime | None:
    try:
        if pattern in ("s", "ms"):
            return datetime.fromtimestamp(float(words) / (1000 if pattern == "ms" else 1), CHINA)
    except (ValueError, OverflowError, OSError):
        return None
    return parse_time(words, () if pattern == "iso" else (pattern,)) or parse_time(words)


register_in(TransportIn("pull", check, run, test, SETTINGS))
