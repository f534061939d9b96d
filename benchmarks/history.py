"""The whole life of an invented case as rows: what the engine would have written, but in the past.

Chains of events are real (`chengyun audit verify` accepts them); due times are approximations in natural days.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from chengyun.cases.models import (
    Assignment,
    Callback,
    CallbackAttempt,
    Case,
    CaseText,
    CaseVisibility,
    Clock,
    Event,
    Requester,
)
from chengyun.kernel import tokens, vault
from chengyun.kernel.chain import event_hash

from . import texts
from .district import CHANNELS, KINDS, World
from .lines import NULL, Lines, text

DAYS = 1461
POOL = 3000
KNOWN = 500  # people whose number can be looked up
NAMES = 5000
DUE = {"accept": 0.1, "acknowledge": 0.4, "contact": 1.4, "reply": 7, "review": 1.4, "callback": 3, "close": 14}
UNITS = {"accept": "working_hour", "acknowledge": "working_hour"}
AMOUNTS = {"accept": 2, "acknowledge": 4, "contact": 1, "reply": 5, "review": 1, "callback": 2, "close": 10}
PATH = ("logged", "accepted", "dispatched", "handling", "review", "callback", "to_close", "closed")
BY_AGE = (
    (0.25, {"logged": 50, "accepted": 20, "dispatched": 20, "handling": 10}),
    (2, {"logged": 5, "accepted": 6, "dispatched": 26, "handling": 50, "review": 9, "callback": 4}),
    (1e9, {"accepted": 1, "dispatched": 6, "handling": 56, "review": 13, "callback": 18, "to_close": 6}),
)
SATISFACTION = ("satisfied",) * 7 + ("basically",) * 2 + ("dissatisfied",)


@dataclass
class _Told:
    title: str
    text: str
    vector: str


def number_of(received: datetime, prefix: str, ordinal: int) -> str:
    return f"{prefix}-{received:%Y%m%d}-{ordinal:06d}"


class Historian:
    """Makes rows for any case by its index; the same index gives the same case."""

    def __init__(self, world: World, cases: int, now: datetime):
        self.world, self.cases, self.now = world, cases, now
        self.per_day = math.ceil(cases / DAYS)
        self.people = max(1, cases // 3)
        rng = random.Random(1)
        self.pool = [self._told(rng) for _ in range(min(POOL, cases))]
        phones = [f"139{n:08d}" for n in range(KNOWN)]
        self.sealed = [text(vault.seal({"name": "虚构", "phone": phone})) for phone in phones]
        self.phones = [text(vault.blind_index("phone", phone)) for phone in phones]
        self.names = [text(vault.blind_index("name", f"虚构{n}")) for n in range(NAMES)]
        self.tables()

    def tables(self) -> None:
        self.requesters = Lines(Requester, (
            "id", "sealed", "phone_index", "name_index", "name_mask", "phone_mask", "created_at"))  # fmt: skip
        self.case_rows = Lines(Case, (
            "id", "number", "lifecycle", "state", "is_open", "kind", "category_id", "title", "channel",
            "requester_id", "address", "lng", "lat", "crs", "area_id", "subdistrict_id", "lead_unit_id", "taker_id",
            "next_due_at", "next_due_stage", "next_warn_at", "due_status", "was_overdue", "outcome", "satisfaction",
            "received_at", "accepted_at", "dispatched_at", "closed_at", "updated_at", "version", "event_count",
            "head_hash",
        ))  # fmt: skip
        self.words = Lines(CaseText, ("case_id", "text", "search"))
        self.visibility = Lines(
            CaseVisibility, ("unit_id", "case_id", "received_at", "is_open", "next_due_at", "due_status")
        )
        self.assignments = Lines(Assignment, (
            "id", "case_id", "parent_id", "unit_id", "role", "state", "reply", "sent_at", "acknowledged_at",
            "contacted_at", "replied_at",
        ))  # fmt: skip
        self.clocks = Lines(Clock, (
            "case_id", "assignment_id", "stage", "state", "amount", "unit", "policy_id", "started_at", "due_at",
            "warn_at", "stopped_at", "warned_at", "overdue_at", "next_look_at",
        ), ("id",))  # fmt: skip
        self.events = Lines(Event, (
            "case_id", "seq", "at", "actor_id", "actor_name", "actor_unit", "action", "from_state", "to_state",
            "payload", "previous", "hash",
        ), ("id", "tx"))  # fmt: skip
        self.callbacks = Lines(Callback, (
            "id", "case_id", "for_case_id", "state", "planned_at", "attempts", "contacted", "solved", "satisfaction",
            "done_at",
        ))  # fmt: skip
        self.attempts = Lines(CallbackAttempt, ("callback_id", "at", "medium", "contacted"), ("id",))

    def all_tables(self) -> tuple[Lines, ...]:
        return (
            self.requesters, self.case_rows, self.words, self.visibility, self.assignments, self.clocks, self.events,
            self.callbacks, self.attempts,
        )  # fmt: skip

    def _told(self, rng: random.Random) -> _Told:
        words, title = texts.text(rng), texts.title(rng)
        return _Told(title, words, " ".join(f"'{token}'" for token in tokens.index_tokens(f"{title}\n{words}")))

    def received(self, index: int) -> tuple[datetime, int]:
        """When the case of this index came in, and its ordinal of that day."""
        day, ordinal = divmod(index, self.per_day)
        share = (ordinal + 0.5) / self.per_day
        midnight = self.now.replace(hour=0, minute=0, second=0, microsecond=0)
        back = (self.cases - 1) // self.per_day - day
        if back == 0:
            return midnight + (self.now - midnight) * share, ordinal + 1
        return midnight - timedelta(days=back) + timedelta(hours=7 + 15 * share), ordinal + 1

    def write(self, index: int) -> None:
        """Add all rows of one case."""
        _Life(self, index).write()


class _Life:
    def __init__(self, historian: Historian, index: int):
        self.h, self.w = historian, historian.world
        self.rng = rng = random.Random(index)
        self.id = index + 1
        self.at, ordinal = historian.received(index)
        self.start = self.at
        self.kind, _, prefix = KINDS[min(3, int(rng.expovariate(1)))]
        self.channel = CHANNELS[min(4, int(rng.expovariate(0.9)))][0]
        self.number = number_of(self.at, prefix, ordinal)
        self.told = historian.pool[rng.randrange(len(historian.pool))]
        self.category = rng.choice(self.w.categories)
        self.lead = self.w.handlers[min(int(rng.random() ** 2 * len(self.w.handlers)), len(self.w.handlers) - 1)]
        self.end = self._end()
        self.state, self.seq, self.hash = "logged", 0, b""
        self.takers = rng.choice(self.w.centre_accounts)
        self.clock_rows: dict[str, list[Any]] = {}
        self.accepted: datetime | None = None
        self.dispatched: datetime | None = None
        self.acknowledged: datetime | None = None
        self.contacted: datetime | None = None
        self.replied: datetime | None = None
        self.closed: datetime | None = None
        self.passed_to = 0
        self.mark = rng.choice(SATISFACTION)

    def _end(self) -> str:
        age = (self.h.now - self.at).total_seconds() / 86400
        if self.rng.random() > 0.9 * math.exp(-age / 20) + 0.002:
            return "closed"
        weights = next(weights for limit, weights in BY_AGE if age < limit)
        return self.rng.choices(list(weights), list(weights.values()))[0]

    def write(self) -> None:
        facts = {"kind": self.kind, "channel": self.channel, "title": self.told.title}
        facts["category"] = self.w.category_codes[self.category]
        self._act("register", "logged", facts, start=("accept",))
        last = PATH.index(self.end)
        for step in (
            self._accept,
            self._dispatch,
            self._handle,
            self._reply,
            self._review,
            self._callback,
            self._close,
        )[:last]:
            step()
        self._rows()

    # --- steps -----------------------------------------------------------------------------------------------------
    def _wait(self, hours: float) -> None:
        left = (self.h.now - self.at).total_seconds() * 0.6
        self.at += timedelta(seconds=min(self.rng.expovariate(1 / (hours * 3600)), left))

    def _accept(self) -> None:
        self._wait(0.5)
        self.accepted = self.at
        self._act("accept", "accepted", {}, stop=("accept",), start=("close",))

    def _dispatch(self) -> None:
        self._wait(0.7)
        self.dispatched = self.at
        unit = self.w.names[self.lead]
        payload = {"unit_id": self.lead, "unit": unit, "note": "请按时限办理"}
        self._act("dispatch", "dispatched", payload, start=("acknowledge", "contact", "reply"))

    def _handle(self) -> None:
        self._wait(3)
        self.acknowledged = self.at
        self._act("acknowledge", "handling", {}, stop=("acknowledge",), unit=True)
        if self.end != "handling" or self.rng.random() < 0.6:
            self._wait(6)
            self.contacted = self.at
            self._act("contact", "handling", {"what": "电话联系诉求人，了解情况"}, stop=("contact",), unit=True)
        if self.lead in self.w.below and self.rng.random() < 0.4:
            self._wait(1)
            self.passed_to = self.rng.choice(self.w.below[self.lead])
            self._act("pass_on", "handling", {"unit": self.w.names[self.passed_to]}, unit=True)
        if self.rng.random() < 0.5:
            self._wait(20)
            self._act("handle", "handling", {"what": "已到现场查看，正在协调处理"}, unit=True)

    def _reply(self) -> None:
        self._wait(40)
        self.replied = self.at
        payload = {"reply": "经核实，已安排人员到现场处理完毕，并向诉求人说明情况。", "outcome": "solved"}
        self._act("reply", "review", payload, stop=("reply",), start=("review",), unit=True)

    def _review(self) -> None:
        self._wait(4)
        payload = {"approve": True, "result": "通过"}
        self._act("review", "callback", payload, stop=("review",), start=("callback",))

    def _callback(self) -> None:
        self._wait(8)
        self.called = self.at
        payload = {"callback_id": self.id, "contacted": True, "solved": "yes", "satisfaction": self.mark}
        self._act("callback", "to_close", payload, stop=("callback",))

    def _close(self) -> None:
        self._wait(2)
        self.closed = self.at
        self._act("close", "closed", {"outcome": "solved", "outcome_name": "已解决"}, stop=("close",))

    def _act(
        self, action: str, to: str, payload: Mapping[str, Any], *, stop: tuple[str, ...] = (),
        start: tuple[str, ...] = (), unit: bool = False,
    ) -> None:  # fmt: skip
        w = self.w
        who = w.unit_accounts[self.lead] if unit else self.takers
        name = f"{w.names[self.lead]}经办" if unit else "坐席"
        of_unit = w.names[self.lead if unit else w.centre]
        from_state = self.state if action != "register" else ""
        self.seq, self.state, previous = self.seq + 1, to, self.hash
        self.hash = event_hash(previous, {
            "case": self.number, "seq": self.seq, "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": [who, name, of_unit], "action": action, "from": from_state, "to": to, "payload": payload,
        })  # fmt: skip
        self.h.events.add(
            str(self.id), str(self.seq), str(self.at), str(who), name, of_unit, action, from_state, to,
            orjson.dumps(payload).decode(), "\\\\x" + previous.hex(), "\\\\x" + self.hash.hex(),
        )  # fmt: skip
        for stage in stop:
            self.clock_rows[stage][1] = self.at
        for stage in start:
            self.clock_rows[stage] = [self.at, None]

    # --- rows ------------------------------------------------------------------------------------------------------
    def _rows(self) -> None:
        h, w, rng = self.h, self.w, self.rng
        is_open = self.end != "closed"
        due, stage, warn = self._clocks()
        status = 0 if due is None or warn is None or not is_open else 2 if due < h.now else 1 if warn < h.now else 0
        person = int(h.people * rng.random() ** 1.5)  # some call often
        known = person < KNOWN  # those who call most are found by their number too
        index = h.phones[person] if known else "\\\\x" + hashlib.md5(b"person %d" % person).hexdigest()
        received, key = str(self.start), str(self.id)
        mask, name = f"139****{person % 10000:04d}", h.names[person % NAMES]
        h.requesters.add(key, h.sealed[person % KNOWN], index, name, "虚*", mask, received)
        grid, subdistrict, lng, lat = rng.choice(w.grids)
        address = texts.address(rng)
        lead = str(self.lead) if self.dispatched else NULL
        h.case_rows.add(
            key, self.number, "request", self.state, "t" if is_open else "f", self.kind, str(self.category),
            self.told.title, self.channel, key, address, f"{lng:.5f}", f"{lat:.5f}", "wgs84", str(grid),
            str(subdistrict), lead, str(self.takers), text(due), stage, text(warn), str(status),
            "t" if status == 2 or rng.random() < 0.05 else "f", "solved" if self.replied else "",
            self.mark if not is_open else "", received, text(self.accepted), text(self.dispatched),
            text(self.closed), str(self.at), str(self.seq), str(self.seq), text(self.hash),
        )  # fmt: skip
        more = " ".join(f"'{token}'" for token in tokens.index_tokens(address))
        h.words.add(key, self.told.text, f"{self.told.vector} {more}")
        if self.dispatched:
            self._assignments(lead, key, received, "t" if is_open else "f", text(due), str(status))
        if self.state in ("callback", "to_close", "closed"):
            self._callbacks(key)

    def _assignments(self, lead: str, key: str, *sort_keys: str) -> None:
        h = self.h
        state = "replied" if self.replied else "acknowledged" if self.acknowledged else "sent"
        first = str(self.id * 2 - 1)
        times = [text(t) for t in (self.dispatched, self.acknowledged, self.contacted, self.replied)]
        h.assignments.add(first, key, NULL, lead, "lead", state, "已处理完毕" if self.replied else "", *times)
        h.visibility.add(lead, key, *sort_keys)
        if self.passed_to:
            below = str(self.passed_to)
            h.assignments.add(str(self.id * 2), key, first, below, "lead", state, "", *times)
            h.visibility.add(below, key, *sort_keys)

    def _callbacks(self, key: str) -> None:
        h = self.h
        if self.state == "callback":
            h.callbacks.add(key, key, key, "planned", str(self.at), "0", NULL, "", "", NULL)
            return
        at = str(self.called)
        h.callbacks.add(key, key, key, "done", at, "1", "t", "yes", self.mark, at)
        h.attempts.add(key, at, "phone", "t")

    def _clocks(self) -> tuple[datetime | None, str, datetime | None]:
        h = self.h
        first: tuple[datetime | None, str, datetime | None] = (None, "", None)
        own = {"acknowledge", "contact", "reply"}
        for stage, (start, stop) in self.clock_rows.items():
            due = start + timedelta(days=DUE[stage])
            if stage not in UNITS:  # limits in working days end when work ends
                due = due.replace(hour=17, minute=0, second=0, microsecond=0)
            warn = start + (due - start) * 0.8
            state = "running" if stop is None else "late" if stop > due else "met"
            running = stop is None
            look = NULL if not running else str(warn) if warn > h.now else str(due) if due > h.now else NULL
            h.clocks.add(
                str(self.id), str(self.id * 2 - 1) if stage in own else NULL, stage, state, str(AMOUNTS[stage]),
                UNITS.get(stage, "working_day"), str(self.w.policy), str(start), str(due), str(warn), text(stop),
                str(warn) if running and warn < h.now else NULL, str(due) if running and due < h.now else NULL, look,
            )  # fmt: skip
            if running and (first[0] is None or due < first[0]):
                first = (due, stage, warn)
        return first
