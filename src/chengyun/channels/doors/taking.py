"""The one way from an item that came through a door to a case, to a change of a case, or to what a person looks at.

Nothing is dropped: what cannot be understood is held with the reasons (InboundItem), what comes twice counts once, what
comes before its case waits for it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.actions.words import URGENCIES
from chengyun.cases.models import Case, CaseText
from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3_hmac

from .. import intake
from ..imports.building import Builder, Options
from ..imports.mapping import FIELDS, TIMES, Fields, Mapper, parse_time
from ..models import DoorConnection, InboundItem
from ..rules import clean, clean_all
from . import linked, meaning
from .connections import Connection
from .items import flat
from .reading import EVENTS, NEW, SUPPLEMENT, WITHDRAW
from .transports import Ran

log = logging.getLogger(__name__)

CREATED, KNOWN, CHANGED, HELD = "created", "known", "changed", "held"
TOGETHER = 50
"""Items of one transaction: the counter of case numbers is held as long as it lasts."""
LONGEST_ITEM = 200_000
_PEOPLE = ("name", "phone", "id_number", "requester_address")
Errors = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one item: one of CREATED, KNOWN, CHANGED, HELD."""

    became: str
    external_id: str = ""
    number: str = ""
    what: str = NEW
    reasons: Errors = field(default_factory=list)
    item_id: int | None = None


class _Hold(Exception):
    """The item is for a person to look at. `waits`: until its case has come."""

    def __init__(self, reasons: Errors, number: str = "", *, waits: bool = False):
        super().__init__(reasons[0]["message"])
        self.reasons, self.number, self.waits = reasons, number, waits


class Corrected(Mapper):
    """The door's mapper, with what a person corrected."""

    corrections: Mapping[str, str] = {}

    def read(self, row: Mapping[str, str]) -> Fields:
        found = super().read(row)
        if not self.corrections:
            return found
        errors = [error for error in found.errors if error["field"] not in self.corrections]
        texts, times = dict(found.texts), dict(found.times)
        for name, words in self.corrections.items():
            moment = parse_time(words) if name in TIMES and words else None
            if name not in TIMES:
                texts[name] = clean(words)
            elif moment is not None:
                times[name] = moment
            elif words:
                errors.append(self.error(name, f"看不懂这个时间：{words[:40]}"))
        return Fields(texts, times, found.facts, tuple(errors))


class Taker:
    """Takes items of one door; made once for many."""

    def __init__(self, connection: Connection, transport: str, came_from: str = ""):
        self.connection, self.channel, self.door = connection, connection.channel, connection.door
        self.transport, self.came_from = transport, came_from[:200]
        self.actor = intake.actor_of(self.channel)
        self.mapper = Corrected(self.door.mapping(), self.door.columns)
        crs = str(connection.into.get("crs") or "wgs84")
        self.builder = Builder(self.channel, self.mapper, Options(crs=crs))

    # --- one item ---------------------------------------------------------------------------------------------------
    def take(self, item: Any, corrections: Mapping[str, str] | None = None, kept: InboundItem | None = None) -> Taken:
        """Take one item, in a savepoint of its own. `kept`: the held item that is taken again."""
        row = self.row(item)
        what = (corrections or {}).get("event") or self.door.pseudo("event", row) or NEW
        self.mapper.corrections = {k: v for k, v in (corrections or {}).items() if k in FIELDS}
        external_id = self.mapper.read(row).texts.get("external_id", "")[:120]
        try:
            with transaction.atomic():
                if not isinstance(item, Mapping):
                    raise _Hold([_error("", "不是一组名称和值，看不出字段。")])
                if not external_id:
                    raise _Hold([self.mapper.error("external_id", "没有对方的编号，无法防止重复立件。")])
                if what not in EVENTS:
                    raise _Hold([_error("event", f"不认识的消息种类“{what[:40]}”。")])
                if what == NEW:
                    return self._new(item, row, external_id, kept)
                return self._change(item, row, external_id, what, corrections or {}, kept)
        except _Hold as hold:
            return self._held(item, row, external_id, what, hold, kept)
        except Problem as problem:
            errors = problem.extra.get("errors") or [_error("", problem.detail or problem.title)]
            return self._held(item, row, external_id, what, _Hold(list(errors)), kept)
        except Exception as error:
            log.exception("an item of door %s could not be taken", self.channel.code)
            broken = _Hold([_error("", f"处理时出错（{type(error).__name__}），可以重新采用。")])
            return self._held(item, row, external_id, what, broken, kept)
        finally:
            self.mapper.corrections = {}

    def row(self, item: Any) -> dict[str, str]:
        """The item as a row of texts that has every column of the door."""
        found = {clean(name): clean(text) for name, text in flat(item).items()} if item is not None else {}
        found.pop("", None)
        return {**dict.fromkeys(self.door.columns, ""), **found}

    def read(self, item: Any, corrections: Mapping[str, str] | None = None) -> tuple[dict[str, str], Errors]:
        """(fields as understood, what is wrong with them): for a preview, nothing is written."""
        row = self.row(item)
        self.mapper.corrections = {k: v for k, v in (corrections or {}).items() if k in FIELDS}
        try:
            fields = self.mapper.read(row)
            what = (corrections or {}).get("event") or self.door.pseudo("event", row) or NEW
            texts = {name: text for name, text in fields.texts.items() if text}
            kind = self.builder.known.kinds.get(texts.get("kind", ""))
            if kind is not None:
                texts["kind"] = kind.name
            if texts.get("urgency") in URGENCIES:
                texts["urgency"] = URGENCIES[texts["urgency"]]
            texts.update((name, f"{timezone.localtime(at):%Y-%m-%d %H:%M}") for name, at in fields.times.items())
            texts.update((f"facts.{name}", text) for name, text in fields.facts.items())
            texts.update((n, w) for n in ("event_text", "satisfaction") if (w := self.door.pseudo(n, row)))
            errors = list(self.builder.build(row)[1]) if what == NEW else []
            if not fields.texts.get("external_id"):
                errors.insert(0, self.mapper.error("external_id", "没有对方的编号，无法防止重复立件。"))
            return {**texts, "event": what}, errors
        finally:
            self.mapper.corrections = {}

    def _new(self, item: Any, row: dict[str, str], external_id: str, kept: InboundItem | None) -> Taken:
        registration, errors = self.builder.build(row)
        if registration is None:
            raise _Hold(errors)
        existing = Case.objects.filter(channel=self.channel.code, external_id=external_id).first()
        if existing is None:
            got = intake.register(self.channel, registration)
            if got.is_new:
                linked.remember(self.connection, got.number, linked.links_of(self.door, row))
                self._settled(kept, InboundItem.TAKEN, got.number)
                self._those_that_waited(external_id, got.number)
            return Taken(CREATED if got.is_new else KNOWN, external_id, got.number)
        if bytes(existing.intake_digest or b"") == registration.digest:
            self._settled(kept, InboundItem.TAKEN, existing.number)
            return Taken(KNOWN, external_id, existing.number)
        return self._corrected(item, existing, registration, kept)

    # --- a known case -----------------------------------------------------------------------------------------------
    def _corrected(self, item: Any, case: Case, registration: engine.Registration, kept: InboundItem | None) -> Taken:
        """The same number with other content: other words are a supplement, other facts are for a person."""
        if kept is None and (earlier := self._earlier(item)) is not None:
            return _as_before(earlier)
        differences = meaning.differences(case, registration)
        words = meaning.plain(registration.text)
        known = meaning.plain(CaseText.objects.filter(case=case).values_list("text", flat=True).first() or "")
        told = [f"{name}改为“{new}”" for name, new in differences]
        if words not in known:
            told.insert(0, f"内容改为：{registration.text}")
        if kept is None and (differences or not told):
            names = "、".join(name for name, _ in differences) or "诉求人或附加信息"
            raise _Hold([_error("", f"来源改了{names}，请核对后决定是否计入 {case.number}。")], case.number)
        text = "来源更正：" + ("；".join(told) or "诉求人或附加信息有变化。")
        return self._applied(item, case, SUPPLEMENT, [("supplement", {"text": text[:4000]})], kept)

    def _change(
        self, item: Any, row: dict[str, str], external_id: str, what: str, corrections: Mapping[str, str],
        kept: InboundItem | None,
    ) -> Taken:  # fmt: skip
        """An event about a request that came before. Once, by its digest."""
        if kept is None and (earlier := self._earlier(item)) is not None:
            return _as_before(earlier)
        case = Case.objects.filter(channel=self.channel.code, external_id=external_id).first()
        if case is None:
            raise _Hold([_error("external_id", f"还没有收到 {external_id}，收到后自动计入。")], waits=True)
        words = corrections.get("event_text") or self.door.pseudo("event_text", row)
        if what == WITHDRAW and not meaning.may_end(case) and kept is None:
            reason = f"来源要求撤回，{case.number} 已在办理，请决定：计入后只告知承办单位，不自动作废。"
            raise _Hold([_error("", reason)], case.number)
        satisfaction = corrections.get("satisfaction") or self.door.pseudo("satisfaction", row)
        taken = self._applied(item, case, what, meaning.actions(case, what, words, satisfaction), kept)
        linked.remember(self.connection, case.number, linked.links_of(self.door, row))
        return taken

    def _applied(
        self, item: Any, case: Case, what: str, actions: list[tuple[str, dict[str, Any]]], kept: InboundItem | None
    ) -> Taken:
        """Do the first of the actions that the state of the case allows, and remember the item."""
        refused: Problem | None = None
        for action, data in actions:
            try:
                with transaction.atomic():
                    engine.perform(case.number, action, self.actor, data)
                break
            except Problem as problem:
                refused = problem
        else:
            words = refused.detail or refused.title if refused is not None else "现在不能计入。"
            raise _Hold([_error("", f"{EVENTS[what][0]}没有计入 {case.number}：{words}")], case.number)
        if kept is not None:
            self._settled(kept, InboundItem.APPLIED, case.number)
            return Taken(CHANGED, case.external_id or "", case.number, what, item_id=kept.pk)
        made = self._keep(item, case.external_id or "", what, InboundItem.APPLIED, number=case.number)
        return Taken(CHANGED, case.external_id or "", case.number, what, item_id=made.pk)

    def _those_that_waited(self, external_id: str, number: str) -> None:
        """What came before its case, in the order in which it came; and earlier tries at this very request."""
        mine = InboundItem.objects.filter(channel_id=self.channel.id, external_id=external_id, state=InboundItem.HELD)
        mine.filter(what=NEW).update(
            state=InboundItem.TAKEN, case_number=number, settled_at=timezone.now(), settled_by_name=self.channel.name
        )
        for kept in mine.filter(waits=True).order_by("id"):
            self.take(opened(kept)[0], None, kept)

    # --- what is kept -----------------------------------------------------------------------------------------------
    def _held(
        self, item: Any, row: dict[str, str], external_id: str, what: str, hold: _Hold, kept: InboundItem | None
    ) -> Taken:
        what = what if what in EVENTS else NEW
        if kept is not None:
            kept.reasons, kept.waits, kept.case_number = hold.reasons[:20], hold.waits, hold.number or kept.case_number
            kept.save(update_fields=["reasons", "waits", "case_number"])
            return Taken(HELD, external_id, hold.number, what, hold.reasons, kept.pk)
        made = self._keep(
            item, external_id, what, InboundItem.HELD, number=hold.number, reasons=hold.reasons, waits=hold.waits
        )
        if made.state != InboundItem.HELD:
            return Taken(KNOWN, external_id, made.case_number, what, item_id=made.pk)
        return Taken(HELD, external_id, hold.number, what, hold.reasons, made.pk)

    def _keep(
        self, item: Any, external_id: str, what: str, state: str, *, number: str = "", reasons: Errors | None = None,
        waits: bool = False,
    ) -> InboundItem:  # fmt: skip
        settled = state != InboundItem.HELD
        kept, _ = InboundItem.objects.get_or_create(
            channel_id=self.channel.id, digest=self.digest(item),
            defaults={
                "external_id": external_id, "what": what, "sealed": seal(item), "reasons": (reasons or [])[:20],
                "state": state, "waits": waits, "case_number": number, "transport": self.transport,
                "came_from": self.came_from, "settled_at": timezone.now() if settled else None,
                "settled_by_name": self.channel.name if settled else "",
            },
        )  # fmt: skip
        return kept

    def _earlier(self, item: Any) -> InboundItem | None:
        return InboundItem.objects.filter(channel_id=self.channel.id, digest=self.digest(item)).first()

    def _settled(self, kept: InboundItem | None, state: str, number: str) -> None:
        if kept is not None:
            settle(kept, state, number, kept.settled_by_name or self.channel.name)

    def digest(self, item: Any) -> bytes:
        """By which the same item is known again; under the vault's index key, because it may be little more than a
        phone number."""
        text = orjson.dumps(clean_all(item), option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS)
        return sm3_hmac(vault.key_ring().index_key, self.channel.code.encode() + b"\0" + text)


def _as_before(earlier: InboundItem) -> Taken:
    """What is said of an item that came before: that it is still held, or known."""
    held = earlier.state == InboundItem.HELD
    return Taken(
        HELD if held else KNOWN, earlier.external_id, earlier.case_number, earlier.what,
        earlier.reasons if held else [], earlier.pk,
    )  # fmt: skip


def settle(kept: InboundItem, state: str, number: str, by: str, note: str = "") -> None:
    kept.state, kept.case_number, kept.waits = state, number or kept.case_number, False
    kept.settled_at, kept.settled_by_name, kept.note = timezone.now(), by[:80], note[:300]
    kept.save(update_fields=["state", "case_number", "waits", "settled_at", "settled_by_name", "note"])


def seal(item: Any, corrections: Mapping[str, str] | None = None) -> bytes:
    """The item as it came, cut where it is too long to keep."""
    raw = orjson.dumps(clean_all(item), option=orjson.OPT_NON_STR_KEYS).decode()
    return vault.seal({"item": raw[:LONGEST_ITEM], "corrections": orjson.dumps(dict(corrections or {})).decode()})


def opened(kept: InboundItem) -> tuple[Any, dict[str, str]]:
    """(the item, what was corrected); the item is None when it was forgotten or cannot be read."""
    if not kept.sealed:
        return None, {}
    parts = vault.open_(bytes(kept.sealed))
    try:
        return orjson.loads(parts["item"]), orjson.loads(parts["corrections"])
    except orjson.JSONDecodeError:
        return parts["item"], {}


def take_all(
    connection: Connection, items: Sequence[Any], transport: str, came_from: str = "", *,
    watermark: Mapping[str, Any] | None = None,
) -> Ran:  # fmt: skip
    """Take items in order. The watermark is kept in the transaction of the last of them: killed before, they are read
    again and known again."""
    return take_each(connection, items, transport, came_from, watermark=watermark)[1]


def take_each(
    connection: Connection, items: Sequence[Any], transport: str, came_from: str = "", *,
    watermark: Mapping[str, Any] | None = None,
) -> tuple[list[Taken], Ran]:  # fmt: skip
    """As `take_all`, with what became of each."""
    ran, taker, each = Ran(), Taker(connection, transport, came_from), []
    starts = range(0, len(items), TOGETHER) or range(1)
    for start in starts:
        with transaction.atomic():
            for item in items[start : start + TOGETHER]:
                each.append(taker.take(item))
                count(ran, each[-1])
            if start == starts[-1]:
                changes: dict[str, Any] = {"last_in_at": timezone.now()} if items else {}
                if watermark is not None:
                    changes["watermark"] = dict(watermark)
                if changes:
                    DoorConnection.objects.filter(pk=connection.id).update(**changes)
    return each, ran


def count(ran: Ran, taken: Taken) -> None:
    ran.new += taken.became == CREATED
    ran.known += taken.became == KNOWN
    ran.changed += taken.became == CHANGED
    ran.held += taken.became == HELD


def _error(name: str, message: str) -> dict[str, str]:
    return {"field": name, "message": message}
