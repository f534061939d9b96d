"""From the fields of a row to a registration: codes looked up, points converted, every fault named."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.actions.words import FLAGS, URGENCIES
from chengyun.cases.catalogue import Catalogue
from chengyun.cases.engine import Registration
from chengyun.kernel.tabular import SURPLUS

from .. import intake
from ..queries import ChannelRef
from ..rules import choose
from .mapping import FIELDS, Fields, Mapper

CRS = ("wgs84", "cgcs2000", "gcj02", "bd09")
_EARLIEST = datetime(1990, 1, 1, tzinfo=timezone.get_default_timezone())
_PERSON = ("name", "phone", "id_number", "requester_address", "anonymous")
_YES = {"是", "1", "true", "yes", "y", "匿名"}


@dataclass(frozen=True)
class Options:
    """What holds for the whole file.

    crs: system of lng/lat. accept: accept every case at once. fallback_kind, fallback_category: codes used when the
    row has none, or (category) one that is not known. label: a mark kept in the facts of every case.
    """

    crs: str = "wgs84"
    accept: bool = False
    fallback_kind: str = ""
    fallback_category: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, given: Mapping[str, Any]) -> Options:
        """Raises ValueError, in the words of the desk, for what it does not know."""
        unknown = set(given) - set(cls.__dataclass_fields__)
        if unknown:
            raise ValueError(f"没有这个选项：{'、'.join(sorted(unknown))[:60]}。")
        options = cls(**given)
        if not all(isinstance(text, str) for text in (options.crs, options.fallback_kind, options.fallback_category)):
            raise ValueError("crs、fallback_kind、fallback_category 要填文字。")
        if options.crs not in CRS:
            raise ValueError(f"坐标系只能是 {'、'.join(CRS)}。")
        if not isinstance(options.accept, bool):
            raise ValueError("accept 只能是 true 或 false。")
        if not isinstance(options.facts, Mapping) or not all(isinstance(v, str) for v in options.facts.values()):
            raise ValueError("facts 要写成 {名称: 值}，值是文字。")
        return options


class Builder:
    """Makes registrations of one channel out of mapped rows."""

    def __init__(self, channel: ChannelRef, mapper: Mapper, options: Options):
        self.channel, self.mapper, self.options = channel, mapper, options
        self.known: Catalogue = catalogue.current()
        self._kinds: dict[str, str | None] = {}
        self._areas = {area.code: area.id for area in self.known.areas.values()}
        for area in self.known.areas.values():
            self._areas.setdefault(area.name, area.id)

    def build(self, row: Mapping[str, str]) -> tuple[Registration | None, list[dict[str, str]]]:
        """(registration, []) or (None, faults)."""
        fields = self.mapper.read(row)
        errors = list(fields.errors)
        if SURPLUS in row:
            errors.append({"field": "", "message": "这一行的格子比表头多，可能少了引号或多了分隔符。"})
        texts = fields.texts
        text = texts.get("text", "")
        if not any(map(str.isalnum, text)):  # a template of empty cells leaves its punctuation
            errors.append(self.mapper.error("text", "诉求内容是空的。"))
        registration = Registration(
            kind=self._kind(texts, errors), text=text, title=texts.get("title", "")[:120],
            channel=self.channel.code, lifecycle=self.channel.lifecycle, category_id=self._category(texts, errors),
            address=texts.get("address", "")[:200], urgency=self._urgency(texts, errors),
            flags=self._flags(texts, errors), area_id=self._area(texts, errors),
            requester=_requester(texts), facts={**self.options.facts, **fields.facts},
            occurred_at=self._time(fields, "occurred_at", errors),
            received_at=self._time(fields, "received_at", errors), asked_due=self._asked_due(fields, errors),
        )  # fmt: skip
        self._point(registration, texts, errors)
        if errors:
            return None, errors
        registration.digest = _digest(fields, registration.requester)
        registration.external_id = texts.get("external_id") or f"row-{registration.digest.hex()[:40]}"
        return registration, []

    def _kind(self, texts: Mapping[str, str], errors: list[dict[str, str]]) -> str:
        wanted = texts.get("kind") or self.options.fallback_kind
        if wanted not in self._kinds:
            self._kinds[wanted] = intake.kind_code(self.known, self.channel, wanted)
        code = self._kinds[wanted]
        if code is None:
            message = intake.unknown_kind(self.known, self.channel, wanted)
            errors.append(self.mapper.error("kind", message))
        return code or ""

    def _category(self, texts: Mapping[str, str], errors: list[dict[str, str]]) -> int | None:
        wanted, fallback = texts.get("category", ""), self.options.fallback_category
        for name in filter(None, (wanted, fallback)):
            found = intake.category_of(self.known, self.channel.lifecycle, name)
            if found is not None:
                return found
        if wanted or fallback:
            message = f"没有“{(wanted or fallback)[:40]}”这个类别；可以在值对照里指定，或设置默认类别。"
            errors.append(self.mapper.error("category", message))
        return None

    def _urgency(self, texts: Mapping[str, str], errors: list[dict[str, str]]) -> str:
        wanted = texts.get("urgency", "")
        code = choose(wanted, URGENCIES.items()) if wanted else ""
        if code is None:
            errors.append(self.mapper.error("urgency", f"紧急程度只能是 {'、'.join(URGENCIES.values())}。"))
        return code or ""

    def _flags(self, texts: Mapping[str, str], errors: list[dict[str, str]]) -> list[str]:
        flags = []
        for word in texts.get("flags", "").replace("、", ";").replace("；", ";").split(";"):
            code = choose(word.strip(), FLAGS.items()) if word.strip() else ""
            if code is None:
                errors.append(self.mapper.error("flags", f"没有“{word[:20]}”这个标记。"))
            elif code:
                flags.append(code)
        return flags

    def _area(self, texts: Mapping[str, str], errors: list[dict[str, str]]) -> int | None:
        wanted = texts.get("area", "")
        found = self._areas.get(wanted) if wanted else None
        if wanted and found is None:
            errors.append(self.mapper.error("area", f"没有“{wanted[:40]}”这个区域。"))
        return found

    def _time(self, fields: Fields, name: str, errors: list[dict[str, str]]) -> datetime | None:
        moment = fields.times.get(name)
        if moment is None:
            return None
        if moment > timezone.now() + timedelta(days=1):
            errors.append(self.mapper.error(name, "时间晚于现在。"))
        elif moment < _EARLIEST:
            errors.append(self.mapper.error(name, "时间早于 1990 年，请核对格式。"))
        return moment

    def _asked_due(self, fields: Fields, errors: list[dict[str, str]]) -> datetime | None:
        moment = fields.times.get("asked_due")
        try:
            return intake.asked_due(moment)
        except ValueError as error:
            errors.append(self.mapper.error("asked_due", str(error)))
            return None

    def _point(self, registration: Registration, texts: Mapping[str, str], errors: list[dict[str, str]]) -> None:
        given = {name: texts.get(name, "") for name in ("lng", "lat")}
        if not any(given.values()):
            return
        numbers = {}
        for name, bound in (("lng", 180), ("lat", 90)):
            try:
                numbers[name] = float(given[name])
            except ValueError:
                numbers[name] = math.nan
            if not -bound <= numbers[name] <= bound:
                errors.append(self.mapper.error(name, f"不是有效的{FIELDS[name]}：{given[name][:20]}"))
        if errors:
            return
        crs = self.options.crs
        registration.lng, registration.lat = intake.point(numbers["lng"], numbers["lat"], crs)
        registration.crs = crs


def _requester(texts: Mapping[str, str]) -> dict[str, Any]:
    given: dict[str, Any] = {
        "name": texts.get("name", ""), "phone": texts.get("phone", ""), "id_number": texts.get("id_number", ""),
        "address": texts.get("requester_address", "")[:200],
    }  # fmt: skip
    if texts.get("anonymous", "").lower() in _YES:
        given["anonymous"] = True
    return {name: value for name, value in given.items() if value}


def _digest(fields: Fields, person: Mapping[str, Any]) -> bytes:
    """The row as it was meant, so that the same file with another mapping of the same columns stays the same."""
    content = {name: text for name, text in fields.texts.items() if name not in _PERSON}
    times = {name: moment.isoformat() for name, moment in fields.times.items()}
    return intake.content_digest({**content, "facts": fields.facts, "times": times}, person)
