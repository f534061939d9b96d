"""The simulated platform's own words: cases as a door declares that the other side writes them, and what comes back.

Everything is derived from the door's declaration (doors/reading.py), so that any door can be simulated and a changed
mapping changes the simulator too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import unquote

from ..doors.items import flat
from ..doors.reading import NEW, Door, DoorField, Step
from . import LABEL

PLACES = ("幸福路口", "和平小区东门", "建设街菜场", "东湖里 3 号楼", "科技园一期", "中心小学门前", "沿江步道入口")
MATTERS = (
    ("井盖松动", "井盖松动，车辆经过响声很大，夜间行人容易踩空。"),
    ("占道经营", "流动摊贩占道经营，堵住非机动车道。"),
    ("垃圾满溢", "垃圾桶满溢，多日没有清运，气味很大。"),
    ("路灯不亮", "整条路的路灯已经几天不亮，夜间出行不便。"),
    ("道路破损", "路面破损有坑，下雨积水，骑车容易摔倒。"),
    ("违法停车", "消防通道长期被车辆占用，请清理。"),
)
WAITING = "待接收"
"""State of a case here before anything came back about it."""


@dataclass(frozen=True)
class Words:
    """What a door's items are called at the other side."""

    door: Door

    def item(self, number: int, seed: int, at: datetime) -> tuple[str, dict[str, Any]]:
        """(id, body) of the invented case with this number; the same for the same seed."""
        rng = random.Random(f"{seed}:{number}")
        title, text = rng.choice(MATTERS)
        place = rng.choice(PLACES)
        key = f"MN{seed:02d}{number:05d}"
        happened = at - timedelta(minutes=rng.randrange(20, 600))
        ours = {
            "external_id": key, "title": f"{LABEL}{place}{title}", "text": f"{LABEL}{place}{text}（模拟件 {key}）",
            "name": f"模拟{rng.choice('甲乙丙丁戊己庚')}", "phone": f"1990000{rng.randrange(10000):04d}",
            "lng": f"{114.20 + rng.random() / 5:.5f}", "lat": f"{30.50 + rng.random() / 8:.5f}",
            "address": place, "requester_address": place, "urgency": "normal", "event": NEW, "event_id": f"{key}-0",
        }  # fmt: skip
        body: dict[str, Any] = {}
        for name, field in self.door.fields.items():
            if field.way == "column":
                _put(body, field.what, self._value(name, field, ours, happened, rng))
        return key, body

    def event(self, body: Mapping[str, Any], what: str, text: str, key: str) -> dict[str, Any] | None:
        """A later message about a case (supplement, urge, withdraw); None when the door knows no such."""
        field = self.door.fields.get("event")
        if field is None or field.way != "column":
            return None
        made: dict[str, Any] = _copy(body)
        _put(made, field.what, self._theirs("event", what))
        for name, value in (("event_id", key), ("event_text", text)):
            one = self.door.fields.get(name)
            if one is not None and one.way == "column":
                _put(made, one.what, value)
        return made

    def _value(
        self, name: str, field: DoorField, ours: Mapping[str, str], at: datetime, rng: random.Random
    ) -> str | float:
        if name in ("occurred_at", "received_at"):
            return at.strftime(field.formats[0]) if field.formats else at.strftime("%Y-%m-%d %H:%M:%S")
        table = self.door.codes.get(name)
        if name in ours:
            return self._theirs(name, ours[name])
        return rng.choice(sorted(table.rows)) if table is not None and table.rows else ""

    def _theirs(self, name: str, ours: str) -> str:
        """Their code for ours: the codes of the way in, read backwards."""
        table = self.door.codes.get(name)
        return next((theirs for theirs, mine in table.rows.items() if mine == ours), ours) if table else ours

    def key_of(self, body: Mapping[str, Any]) -> str:
        field = self.door.fields["external_id"]
        return flat(body).get(field.what, "")

    # --- what comes back --------------------------------------------------------------------------------------------
    def back(self, given: Any, path: str = "", message: str = "") -> Back:
        """What a message that came back says. ValueError with words when it cannot be understood."""
        if not isinstance(given, Mapping):
            raise ValueError("要发送 JSON 对象")
        row = flat(given)
        step, from_path = self._step(path, row, message)
        if step is None:
            raise ValueError("看不出是哪一步的回传")
        found = {ours: row.get(theirs, "") for theirs, ours in step.fields.items() if not ours.startswith("=")}
        found |= from_path
        if not found.get("external_id"):
            raise ValueError("没有写是哪一件")
        seq = found.get("seq", "")
        state = found.get("state", step.message)
        answer = found.get("answer") or found.get("text", "")
        number = int(seq) if seq.isdigit() else 0
        return Back(found["external_id"], step.message, number, state, answer, found.get("key", ""))

    def _step(self, path: str, row: Mapping[str, str], message: str) -> tuple[Step | None, dict[str, str]]:
        """The step of the door that a message is of: by the name it gives, its address, or its fields."""
        steps = [step for step in self.door.write_back if not message or step.message == message]
        for step in steps:
            if step.path and (matched := _matcher(step.path).search(path)):
                found = {name: unquote(text) for name, text in matched.groupdict().items()}
                if _says(step, row):
                    return step, found
        for step in steps:
            if (message or not step.path) and set(step.fields) <= set(row) and _says(step, row):
                return step, {}
        return None, {}


@dataclass(frozen=True)
class Back:
    item: str
    message: str
    seq: int
    state: str
    answer: str
    key: str


def _says(step: Step, row: Mapping[str, str]) -> bool:
    """Whether the fields that tell a step apart (its name, its constants) say that it is this one."""
    return all(
        row.get(theirs) == (step.message if ours == "message" else ours[1:])
        for theirs, ours in step.fields.items()
        if ours == "message" or ours.startswith("=")
    )


def _matcher(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", path)
    text = "".join(re.escape(part) if at % 2 == 0 else f"(?P<{part}>[^/?]+)" for at, part in enumerate(parts))
    return re.compile(text + r"$")


def _put(body: dict[str, Any], name: str, value: Any) -> None:
    *outer, last = name.split(".")
    place = body
    for part in outer:
        place = place.setdefault(part, {})
    place[last] = value


def _copy(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _copy(value) if isinstance(value, Mapping) else value for name, value in body.items()}


def wrapped(items: list[Any], path: str) -> Any:
    """A document that has these items where the door looks for them."""
    if not path:
        return items
    document: dict[str, Any] = {}
    _put(document, path, items)
    return document
