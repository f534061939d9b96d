"""From a received request to a case, once: whatever is sent again, and however many send it at the same time."""

from __future__ import annotations

import base64
import binascii
import io
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
from django.db import IntegrityError
from django.utils import timezone

from chengyun.cases import catalogue, engine, lifecycle
from chengyun.cases.actions.words import URGENCIES
from chengyun.cases.catalogue import Catalogue
from chengyun.cases.models import Assignment, Case, Event
from chengyun.kernel import vault
from chengyun.kernel.files import services as files
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3
from chengyun.org.access import Actor, system_actor
from chengyun.places import coordinates

from .queries import ChannelRef
from .rules import choose, clean, request_digest
from .schemas import IntakeBody, IntakeFile

ONCE = "case_channel_external"
"""The constraint that makes (channel, external id) one case."""

_AHEAD = timedelta(days=1)
_FAR = timedelta(days=3653)
_SHOWN_STATES = ("callback", "to_close", "closed", "rated", "archived")
"""States in which the unit's answer was checked, so that it may go out."""


@dataclass(frozen=True, slots=True)
class Received:
    """What the other side is told. `is_new`: a case was made just now."""

    number: str
    state: str
    received_at: datetime
    is_new: bool


def actor_of(channel: ChannelRef) -> Actor:
    """Who registers what comes through a door: the platform, under the channel's name."""
    return system_actor(channel.name)


def receive(channel: ChannelRef, body: IntakeBody) -> Received:
    """Make a case of a request, or find the one it already made.

    Raises Problem: 409 when the external id came before with other content, 422 with the fields that do not fit.
    """
    digest = digest_of(body)
    known = find(channel.code, body.external_id, digest)
    if known is not None:
        return known
    return _made(channel, registration_of(channel, body, digest))


def register(channel: ChannelRef, registration: engine.Registration) -> Received:
    """Make a case of a registration with external id and digest, or find the one that came before. Raises Problem 409
    when the id came with other content, 422 when it does not fit."""
    known = find(channel.code, registration.external_id or "", registration.digest or b"")
    return known if known is not None else _made(channel, registration)


def _made(channel: ChannelRef, registration: engine.Registration) -> Received:
    """The new case; the one that somebody quicker made of the same request."""
    then: engine.Then = [("accept", {})] if channel.auto_accept else []
    try:
        work = engine.create(actor_of(channel), registration, then)
    except IntegrityError as error:
        if not is_repeat(error):
            raise
        known = find(channel.code, registration.external_id or "", registration.digest or b"")
        if known is None:
            raise
        return known
    return Received(work.case.number, work.case.state, work.case.received_at, True)


def is_repeat(error: IntegrityError) -> bool:
    """Whether somebody else was quicker with the same external id."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) == ONCE


def digest_of(body: IntakeBody) -> bytes:
    """The digest by which a repeated request is known; the content of files counts, not its base64 spelling."""
    content = body.model_dump(mode="json")
    for item in content["files"]:
        if isinstance(item, dict):
            item["content_base64"] = sm3(_decode(item["content_base64"])).hex()
    return content_digest(content, content.pop("requester"))


def content_digest(content: Mapping[str, Any], person: Mapping[str, Any]) -> bytes:
    """Digest of a request and who made it. The person goes in under the vault's index key: otherwise a phone number
    could be found from the digest by trying them all."""
    known = {name: value for name, value in person.items() if value}
    who = vault.blind_index("name", orjson.dumps(known, option=orjson.OPT_SORT_KEYS).decode()).hex() if known else ""
    return request_digest({**content, "requester": who})


def find(channel: str, external_id: str, digest: bytes) -> Received | None:
    """The case of an external id; Problem 409 when it was made from other content. One statement."""
    row = (
        Case.objects.filter(channel=channel, external_id=external_id)
        .values_list("number", "state", "received_at", "intake_digest")
        .first()
    )
    if row is None:
        return None
    number, state, received_at, earlier = row
    if earlier is None or bytes(earlier) != digest:
        raise Problem(
            409, "external_id_taken", "编号已用于另一件诉求",
            f"编号 {external_id} 已登记为 {number}，内容与这次不同。如是新的诉求，请换一个编号；"
            "如要补充或更正，请联系区中心。",
            current={"number": number, "state": state, "received_at": shown(received_at)},
        )  # fmt: skip
    return Received(number, state, received_at, False)


def registration_of(channel: ChannelRef, body: IntakeBody, digest: bytes) -> engine.Registration:
    """The request in the words of the engine. Raises Problem 422 with every field that is not known here."""
    known, errors = catalogue.current(), []
    kind = kind_code(known, channel, body.kind)
    if kind is None:
        errors.append({"field": "kind", "message": unknown_kind(known, channel, body.kind)})
    category_id = None
    if body.category:
        category_id = category_of(known, channel.lifecycle, body.category)
        if category_id is None:
            message = f"没有“{body.category[:40]}”这个类别，请填类别的编码或名称。"
            errors.append({"field": "category", "message": message})
    urgency = choose(body.urgency, URGENCIES.items()) if body.urgency else ""
    if urgency is None:
        errors.append({"field": "urgency", "message": f"紧急程度只能是 {'、'.join(URGENCIES)}。"})
    occurred = aware(body.occurred_at)
    if occurred is not None and occurred > timezone.now() + _AHEAD:
        errors.append({"field": "occurred_at", "message": "发生时间晚于现在，请核对时间和时区。"})
    due = None
    try:
        due = asked_due(aware(body.asked_due))
    except ValueError as error:
        errors.append({"field": "asked_due", "message": str(error)})
    if errors:
        raise Problem(422, "invalid", "提交的内容有误", errors[0]["message"], errors=errors)
    place = body.place
    lng, lat = point(place.lng, place.lat, place.crs)
    return engine.Registration(
        kind=kind or "", text=body.text, title=body.title[:120], channel=channel.code, lifecycle=channel.lifecycle,
        category_id=category_id, external_id=body.external_id, digest=digest,
        requester={key: value for key, value in body.requester.model_dump().items() if value},
        lng=lng, lat=lat, crs=place.crs if lng is not None else "", address=place.address, urgency=urgency or "",
        occurred_at=occurred, asked_due=due, file_ids=stored_files(channel, body.files),
    )  # fmt: skip


def asked_due(moment: datetime | None) -> datetime | None:
    """By when the source wants it: a day without an hour means its end. Raises ValueError for what cannot be meant."""
    if moment is None:
        return None
    if abs(moment - timezone.now()) > _FAR:
        raise ValueError("要求办结的时间离现在太远，请核对。")
    local = timezone.localtime(moment)
    return local.replace(hour=23, minute=59) if (local.hour, local.minute, local.second) == (0, 0, 0) else local


def kind_code(known: Catalogue, channel: ChannelRef, wanted: str) -> str | None:
    """The kind that is wanted, by code or name, if this channel may bring it; empty means its default."""
    kinds = allowed_kinds(known, channel)
    wanted = wanted or channel.default_kind
    if not wanted:
        return kinds[0][0] if len(kinds) == 1 else None
    return choose(wanted, kinds)


def allowed_kinds(known: Catalogue, channel: ChannelRef) -> list[tuple[str, str]]:
    """(code, name) of the kinds that this channel may bring."""
    return [
        (kind.code, kind.name)
        for kind in known.kinds.values()
        if kind.lifecycle == channel.lifecycle and (not channel.kinds or kind.code in channel.kinds)
    ]


def unknown_kind(known: Catalogue, channel: ChannelRef, wanted: str) -> str:
    names = "、".join(name for _, name in allowed_kinds(known, channel))
    return f"没有“{wanted[:40]}”这种诉求类型，可以是：{names}。" if wanted else f"请填写诉求类型：{names}。"


def category_of(known: Catalogue, lifecycle: str, wanted: str) -> int | None:
    """Id of the category with this code, name or path name ("大类 / 小类"); None when unknown or ambiguous."""
    table = _category_table(known, lifecycle)
    return table.get(wanted) or table.get(" / ".join(part.strip() for part in wanted.split("/")))


_category_tables: dict[str, tuple[Catalogue, dict[str, int | None]]] = {}


def _category_table(known: Catalogue, lifecycle: str) -> dict[str, int | None]:
    """Code, path name and unambiguous name → id; kept as long as the catalogue."""
    held = _category_tables.get(lifecycle)
    if held is not None and held[0] is known:
        return held[1]
    table: dict[str, int | None] = {}
    rows = [row for row in known.categories.values() if row.lifecycle == lifecycle]
    for row in rows:
        table[row.name] = None if row.name in table else row.id
    for row in rows:
        table[row.path_name] = table[row.code] = row.id
    _category_tables[lifecycle] = (known, table)
    return table


def aware(moment: datetime | None) -> datetime | None:
    """A time without zone is China time."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=timezone.get_default_timezone())


def point(lng: float | None, lat: float | None, crs: str) -> tuple[float | None, float | None]:
    """The point in WGS-84, which is all that is kept; the system it came in stays on the case as `crs`."""
    if lng is None or lat is None:
        return None, None
    return coordinates.normalise(lng, lat, crs)


# --- files -------------------------------------------------------------------------------------------------------
def store_file(channel: ChannelRef, upload: Any, name: str) -> StoredFile:
    """Keep a file that came through a door; only the same door can attach it to a request."""
    row = files.save_upload(upload, name, None)
    row.meta = {**row.meta, "channel": channel.code}
    row.save(update_fields=["meta"])
    return row


def stored_files(channel: ChannelRef, given: list[str | IntakeFile]) -> list[str]:
    """Ids of all files of a request; those that came within it are stored first."""
    wanted = [item for item in given if isinstance(item, str)]
    if wanted:
        _check_own(channel, wanted)
    made = [
        str(store_file(channel, io.BytesIO(_decode(item.content_base64)), item.name).id)
        for item in given
        if isinstance(item, IntakeFile)
    ]
    return [*wanted, *made]


def _check_own(channel: ChannelRef, wanted: list[str]) -> None:
    keys = []
    for text in wanted:
        try:
            keys.append(uuid.UUID(text))
        except ValueError:
            raise _no_file(text) from None
    owners = dict(StoredFile.objects.filter(id__in=keys).values_list("id", "meta__channel"))
    for key in keys:
        if owners.get(key) != channel.code:
            raise _no_file(str(key))


def _no_file(text: str) -> Problem:
    message = f"没有这个文件：{text[:40]}。请先上传，再填写返回的 id。"
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": "files", "message": message}])


def _decode(content: str) -> bytes:
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        message = "文件内容不是有效的 base64。"
        raise Problem(
            422, "invalid", "提交的内容有误", message, errors=[{"field": "files", "message": message}]
        ) from None


def shown(moment: datetime) -> datetime:
    """In China time, to the second."""
    return timezone.localtime(moment).replace(microsecond=0)


# --- following ---------------------------------------------------------------------------------------------------
def status(channel: ChannelRef, external_id: str) -> dict[str, Any]:
    """How a request stands, for the side that sent it. Problem 404 when this channel never sent that id."""
    case = Case.objects.filter(channel=channel.code, external_id=clean(external_id)).first()
    if case is None:
        raise Problem(404, "not_found", "没有这件诉求", f"本渠道没有编号为 {external_id[:60]} 的诉求。")
    known = catalogue.current()
    outcome = known.outcomes.get(case.outcome)
    return {
        "number": case.number, "state": case.state,
        "state_name": lifecycle.get(case.lifecycle).states[case.state].name,
        "received_at": shown(case.received_at),
        "closed_at": shown(case.closed_at) if case.closed_at and not _waits(case) else None,
        "outcome": case.outcome if not case.is_open else "",
        "outcome_name": outcome.name if outcome is not None and not case.is_open else "",
        "reply": reply_of(case), "updated_at": shown(case.updated_at),
    }  # fmt: skip


def _waits(case: Case) -> bool:
    """A joined request is done when its matter is, not when it was joined."""
    return case.joined_to_id is not None and case.state == "joined"


def reply_of(case: Case) -> str:
    """The words for the requester: the checked answer of the lead, a direct answer, or why it was not accepted."""
    if case.joined_to_id is not None:
        main = Case.objects.filter(pk=case.joined_to_id).first()
        return reply_of(main) if main is not None else ""
    if case.state in _SHOWN_STATES:
        part = (
            Assignment.objects.filter(case=case, role=Assignment.LEAD, parent=None, state=Assignment.REPLIED)
            .order_by("-replied_at")
            .values_list("reply", flat=True)
            .first()
        )
        if part:
            return part
    told = Event.objects.filter(case=case, action__in=("direct_answer", "reject")).order_by("-seq").first()
    if told is None or case.is_open:
        return ""
    return str(told.payload.get("answer") or told.payload.get("explanation") or "")
