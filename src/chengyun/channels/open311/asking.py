"""What a program asks: parameters of query and form into checked values. An empty parameter counts as absent."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from chengyun.channels.rules import clean

from .formats import parse_moment
from .refusing import Refused, bad
from .services import Question, ServiceRef
from .settings import DEEPEST, MOST, SPAN

STATUSES = ("open", "closed")
LONGEST = 4000
METRES_OF_DEGREE = 111_320.0
_ATTRIBUTE = re.compile(r"attribute\[([A-Za-z0-9_-]{1,40})\](\[\])?")
_TRUE = ("true", "1", "yes")


class Given:
    """Parameters by name, with all their values."""

    def __init__(self, *sources: Mapping[str, Sequence[str]]):
        self.values: dict[str, list[str]] = {}
        for source in sources:
            for name, texts in source.items():
                known = [found for text in texts if (found := clean(text))]
                if known:
                    self.values.setdefault(name, []).extend(known)

    def text(self, name: str, most: int = 200) -> str:
        found = self.values.get(name)
        if not found:
            return ""
        if len(found[-1]) > most:
            raise bad(f"{name} 最多 {most} 个字。", f"{name} has at most {most} characters.")
        return found[-1]

    def words(self, name: str) -> list[str]:
        """A comma list, which may also be given several times."""
        found = [word.strip() for text in self.values.get(name, ()) for word in text.split(",")]
        if len(found) > MOST:
            raise bad(f"{name} 一次最多 {MOST} 个。", f"{name} takes at most {MOST} at a time.")
        return [word for word in found if word]

    def number(self, name: str, lowest: float, highest: float) -> float | None:
        text = self.text(name)
        if not text:
            return None
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        if not lowest <= found <= highest:
            raise bad(
                f"{name} 要是 {lowest:g} 到 {highest:g} 之间的数。",
                f"{name} must be a number from {lowest:g} to {highest:g}.",
            )
        return found

    def count(self, name: str, highest: int) -> int | None:
        found = self.number(name, 1, highest)
        return None if found is None else int(found)

    def moment(self, name: str) -> datetime | None:
        text = self.text(name)
        found = parse_moment(text) if text else None
        if text and found is None:
            raise bad(
                f"{name} 要写成带时区的时间，如 2026-11-22T08:00:00+08:00。",
                f"{name} must be a time with its zone, as 2026-11-22T00:00:00Z.",
            )
        return found

    def yes(self, name: str) -> bool:
        return self.text(name).lower() in _TRUE


@dataclass(frozen=True)
class Asked:
    """What GET requests asks for. `ids` overrides all else. Box: west, south, east, north."""

    ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    changed_from: datetime | None = None
    changed_to: datetime | None = None
    box: tuple[float, float, float, float] | None = None
    circle: tuple[float, float, float] | None = None
    page: int = 1
    size: int = MOST
    own: bool = False


def asked(given: Given, now: datetime) -> Asked:
    """The question of GET requests. Raises Refused 400."""
    ids = tuple(given.words("service_request_id"))
    if ids:
        return Asked(ids=ids)
    statuses = tuple(word.lower() for word in given.words("status"))
    if set(statuses) - set(STATUSES):
        raise bad("status 只能是 open、closed。", "status takes open and closed only.")
    changed = (given.moment("updated_after"), given.moment("updated_before"))
    start, end = _span(given, now, "start_date", "end_date", free=any(changed))
    if any(changed):
        changed = _limited(*changed, now, ("updated_after", "updated_before"))
    page, size = given.count("page", DEEPEST) or 1, given.count("page_size", MOST) or MOST
    if page * size > DEEPEST:
        raise bad(
            f"只能翻到第 {DEEPEST} 条，请缩短时间范围。", f"Paging ends at {DEEPEST}; ask for a shorter span of time."
        )
    return Asked(
        codes=tuple(given.words("service_code")), statuses=tuple(dict.fromkeys(statuses)), start=start, end=end,
        changed_from=changed[0], changed_to=changed[1], box=_box(given), circle=_circle(given), page=page, size=size,
        own=given.yes("own"),
    )  # fmt: skip


def _span(given: Given, now: datetime, first: str, last: str, *, free: bool) -> tuple[datetime | None, datetime | None]:
    """Start and end; the last 90 days when nothing is said, unless another span limits the answer."""
    start, end = given.moment(first), given.moment(last)
    if free and start is None and end is None:
        return None, None
    return _limited(start, end, now, (first, last))


def _limited(
    start: datetime | None, end: datetime | None, now: datetime, names: tuple[str, str]
) -> tuple[datetime, datetime]:
    if start is None:
        end = end or now + timedelta(minutes=5)
        start = end - SPAN
    elif end is None:
        end = start + SPAN
    if end < start:
        raise bad(f"{names[1]} 早于 {names[0]}。", f"{names[1]} is before {names[0]}.")
    if end - start > SPAN + timedelta(minutes=10):
        raise bad(
            f"{names[0]} 到 {names[1]} 最多 {SPAN.days} 天，请分几次查询。",
            f"From {names[0]} to {names[1]} are at most {SPAN.days} days; ask several times.",
        )
    return start, end


def _box(given: Given) -> tuple[float, float, float, float] | None:
    words = given.words("bbox")
    if not words:
        return None
    try:
        west, south, east, north = (float(word) for word in words)
    except ValueError:
        west = south = east = north = math.nan
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise bad("bbox 要写成 西经度,南纬度,东经度,北纬度。", "bbox is west,south,east,north in degrees.")
    return west, south, east, north


def _circle(given: Given) -> tuple[float, float, float] | None:
    """Longitude, latitude, metres."""
    radius = given.number("radius", 1, 50_000)
    point = location_point(given)
    if radius is None:
        return None
    if point is None:
        raise bad("用 radius 时要同时给 lat 和 long。", "radius needs lat and long.")
    return (*point, radius)


def location_point(given: Given) -> tuple[float, float] | None:
    """Longitude and latitude (WGS84); Refused 400 for half a pair."""
    lat, lng = given.number("lat", -90, 90), given.number("long", -180, 180)
    if (lat is None) != (lng is None):
        raise bad("lat 和 long 要一起填写。", "lat and long go together.")
    return None if lat is None or lng is None else (lng, lat)


@dataclass(frozen=True)
class Submitted:
    """What POST requests brings."""

    service: ServiceRef
    description: str
    point: tuple[float, float] | None
    address: str
    address_id: str
    media_url: str
    attributes: Mapping[str, list[str]] = field(default_factory=dict)
    person: Mapping[str, str] = field(default_factory=dict)
    """name, phone, email, account_id, device_id: what is known."""

    def plain(self) -> dict[str, Any]:
        """As JSON, for the seal and the digest."""
        return {
            "service": self.service.code, "description": self.description, "point": self.point,
            "address": self.address, "address_id": self.address_id, "media_url": self.media_url,
            "attributes": dict(self.attributes), "person": dict(self.person),
        }  # fmt: skip


def submitted(given: Given, services: Mapping[str, ServiceRef]) -> Submitted:
    """Raises Refused with everything that is wrong: 404 for an unknown service, else 400."""
    code = given.text("service_code")
    if not code:
        raise bad("请填写 service_code。", "service_code is missing.")
    service = services.get(code)
    if service is None:
        raise Refused(404, (f"没有服务 {code[:40]}。", f"There is no service {code[:40]}."))
    point = location_point(given)
    address, address_id = given.text("address_string"), given.text("address_id", 60)
    if point is None and not address and not address_id:
        raise bad("请填写位置：lat 和 long，或 address_string，或 address_id。",
                  "Say where: lat and long, or address_string, or address_id.")  # fmt: skip
    names = (given.text("last_name", 40), given.text("first_name", 40))
    person = {
        "name": _full_name(*names), "phone": given.text("phone", 40), "email": given.text("email", 120),
        "account_id": given.text("account_id", 120), "device_id": given.text("device_id", 120),
    }  # fmt: skip
    return Submitted(
        service, given.text("description", LONGEST), point, address, address_id, _url(given),
        attributes(given, service.questions), {name: value for name, value in person.items() if value},
    )  # fmt: skip


def _full_name(last: str, first: str) -> str:
    """A Chinese name has no blank between its parts."""
    return f"{last}{first}" if not re.search("[A-Za-z]", last + first) else f"{first} {last}".strip()


def _url(given: Given) -> str:
    text = given.text("media_url", 500)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or re.search(r"\s", text):
        raise bad("media_url 要是 http 或 https 的地址。", "media_url must be an http or https address.")
    return text


def attributes(given: Given, questions: Sequence[Question]) -> dict[str, list[str]]:
    """Answers by code of the question; keys of lists. Refused 400 with everything that does not fit."""
    found: dict[str, list[str]] = {}
    for name, texts in given.values.items():
        match = _ATTRIBUTE.fullmatch(name)
        if match:
            found.setdefault(match[1], []).extend(texts)
    wrong, answers = [], {}
    for question in questions:
        texts = found.pop(question.code, [])
        fault = _answer_fault(question, texts)
        if fault:
            wrong.append(fault)
        elif texts:
            answers[question.code] = texts
    for code in found:
        wrong.append((f"这个服务没有问题 {code}。", f"This service has no attribute {code}."))
    if wrong:
        raise Refused(400, *wrong)
    return answers


def _answer_fault(question: Question, texts: Sequence[str]) -> tuple[str, str] | None:
    code = question.code
    if not texts:
        if not question.required:
            return None
        return f"请回答“{question.description}”（attribute[{code}]）。", f"attribute[{code}] is required."
    if len(texts) > 1 and question.datatype != "multivaluelist":
        return f"attribute[{code}] 只能答一个。", f"attribute[{code}] takes one value."
    if len(texts) > 60 or any(len(text) > LONGEST for text in texts):
        return f"attribute[{code}] 太长。", f"attribute[{code}] is too long."
    keys = [key for key, _ in question.values]
    if keys and not set(texts) <= set(keys):
        listed = ", ".join(keys)
        return f"attribute[{code}] 只能是 {listed}。", f"attribute[{code}] takes one of {listed}."
    if question.datatype == "number" and not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,10})?", texts[0]):
        return f"attribute[{code}] 要是数字。", f"attribute[{code}] must be a number."
    if question.datatype == "datetime" and parse_moment(texts[0]) is None:
        return f"attribute[{code}] 要是带时区的时间。", f"attribute[{code}] must be a time with its zone."
    return None


def answered_words(service: ServiceRef, answers: Mapping[str, Sequence[str]]) -> list[str]:
    """Questions with their answers, as people read them."""
    lines = []
    for question in service.questions:
        names = dict(question.values)
        given = [names.get(text, text) for text in answers.get(question.code, ())]
        if given:
            lines.append(f"{question.description}：{'、'.join(given)}")
    return lines
