"""Reads of the doors: the list with its states, a door's page, held items, tokens."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import orjson
from django.db.models import Count
from django.utils import timezone

from chengyun.cases import catalogue, lifecycle
from chengyun.cases.models import Case
from chengyun.kernel import paging, signing
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from ..models import Channel, ChannelToken, DoorConnection, InboundItem
from ..permissions import INBOUND, MANAGE
from . import connections, editing, masks, reading, taking
from .connections import SECRETS
from .reading import Door, DoorError
from .transports import transport_in, transport_out

VIEWERS = (MANAGE, INBOUND, "writeback.view")
STATES = {
    "inside": "平台自有", "unconfigured": "未配置", "off": "停用", "ok": "正常", "error": "有错误", "stalled": "停滞",
}  # fmt: skip
WEEK = timedelta(days=7)
_PAGE = 30
_SILENT = timedelta(days=3)
_SCHEDULED = ("pull", "drop", "sftp", "open311")


def may_see(actor: Actor) -> Actor:
    if not any(actor.can(code) for code in VIEWERS):
        raise Problem(403, "forbidden", "没有权限", "您没有这项权限，请联系管理员。", permission=MANAGE)
    return actor


def channel(code: str) -> Channel:
    found = Channel.objects.filter(code=code).first() if "\x00" not in code else None
    if found is None:
        raise Problem(404, "no_such_channel", "没有这个渠道", f"没有“{code[:40]}”这个渠道，或它已停用。")
    return found


def doors() -> list[dict[str, Any]]:
    """All channels as doors, in their order."""
    now = timezone.now()
    rows = {row.channel_id: row for row in DoorConnection.objects.all()}
    held = dict(
        InboundItem.objects.filter(state=InboundItem.HELD).values_list("channel_id").annotate(n=Count("id")).order_by()
    )
    since = now - WEEK
    counts = dict(Case.objects.filter(received_at__gte=since).values_list("channel").annotate(n=Count("id")).order_by())
    return [
        row_of(one, rows.get(one.pk), _declared(one.code), held.get(one.pk, 0), counts.get(one.code, 0), now)
        for one in Channel.objects.all()
    ]


def _declared(code: str) -> Door | None:
    try:
        return connections.declared(code)
    except DoorError:
        return None


def row_of(
    one: Channel, row: DoorConnection | None, door: Door | None, held: int, cases: int, now: datetime
) -> dict[str, Any]:
    state = state_of(one, row, door, now)
    way_in, way_out = (row.transport_in, row.transport_out) if row is not None else ("", "")
    return {
        "code": one.code, "name": one.name, "kind": one.kind, "declared": door is not None,
        "inside": door is not None and door.inside, "active": one.is_active, "state": state,
        "state_name": STATES[state], "transport_in": way_in,
        "transport_in_name": reading.TRANSPORTS_IN.get(way_in, ("", ""))[0], "transport_out": way_out,
        "transport_out_name": reading.TRANSPORTS_OUT.get(way_out, ("", ""))[0],
        "last_in_at": _local(row.last_in_at if row else None), "last_error_in": row.last_error_in if row else "",
        "last_error_in_at": _local(row.last_error_in_at if row else None), "held": held, "cases": cases,
        "query": {"channel": one.code, "received_from": _local((now - WEEK).replace(microsecond=0))},
    }  # fmt: skip


def state_of(one: Channel, row: DoorConnection | None, door: Door | None, now: datetime) -> str:
    """How a door does, as a code of STATES. Stalled: a scheduled one that nobody read for a while, or one that is
    pushed to and was silent for three days."""
    if door is not None and door.inside:
        return "inside" if one.is_active else "off"
    if row is None or not (row.transport_in or row.transport_out):
        return "unconfigured"
    if not one.is_active or not row.enabled:
        return "off"
    if row.errors_in:
        return "error"
    if row.transport_in in _SCHEDULED:
        given = row.settings_in.get("every_minutes")
        every = timedelta(minutes=given if isinstance(given, int) else 10)
        last = row.last_try_at or row.updated_at
        return "stalled" if now - last > max(3 * every, timedelta(minutes=15)) else "ok"
    if row.transport_in == "push":
        return "stalled" if now - (row.last_in_at or row.updated_at) > _SILENT else "ok"
    return "ok"


def page(actor: Actor, code: str) -> dict[str, Any]:
    """All about one door."""
    one, now = channel(code), timezone.now()
    row = DoorConnection.objects.filter(channel=one).first()
    door, faults = _with_changes(one, row)
    held = InboundItem.objects.filter(channel=one, state=InboundItem.HELD).count()
    cases = Case.objects.filter(channel=code, received_at__gte=now - WEEK).count()
    may_manage = actor.can(MANAGE)
    secrets = _secrets(one)
    return {
        **row_of(one, row, door, held, cases, now),
        "declaration": _declaration(one, door, faults) if door is not None else None,
        "connection": _connection(row, secrets) if may_manage else _connection(None, {}),
        "forms": _forms() if may_manage else {},
        "editing": _editing(one, row) if may_manage and door is not None and not door.inside else None,
        "public_key": _public_key(row, secrets) if may_manage else "",
        "push_path": f"/api/v1/doors/{code}/events", "may_manage": may_manage,
    }  # fmt: skip


def _with_changes(one: Channel, row: DoorConnection | None) -> tuple[Door | None, list[dict[str, str]]]:
    changes = connections.both(row.profile_changes, row.changes) if row is not None else {}
    try:
        return connections.changed(one.code, changes), []
    except DoorError as error:
        return _declared(one.code), [{"field": where, "message": words} for where, words in error.faults]


def _editing(one: Channel, row: DoorConnection | None) -> dict[str, Any]:
    """What the form of the district's changes stands on: the declaration without them."""
    profile = dict(row.profile_changes) if row is not None else {}
    try:
        door = connections.changed(one.code, profile)
    except DoorError:
        door, profile = _declared(one.code), {}
    assert door is not None
    return {
        "declared": _declaration(one, door, []), "profile": profile,
        "fields": [{"code": code, "name": name} for code, name in reading.NAMES.items()],
        "codes_out": [{"code": code, "name": name} for code, name in reading.CODED_OUT.items()],
        "choices": editing.choices(one),
    }  # fmt: skip


def _secrets(one: Channel) -> dict[str, str]:
    known = connections.connection(one.code)
    return known.secrets() if known is not None else {}


def _public_key(row: DoorConnection | None, secrets: dict[str, str]) -> str:
    if row is None or row.scheme != signing.SM2 or not secrets.get("key"):
        return ""
    try:
        return signing.sm2_public(secrets["key"])
    except ValueError:
        return ""


def _connection(row: DoorConnection | None, secrets: dict[str, str]) -> dict[str, Any]:
    row = row or DoorConnection()
    return {
        "transport_in": row.transport_in, "transport_out": row.transport_out, "settings_in": row.settings_in,
        "settings_out": row.settings_out, "scheme": row.scheme,
        "secrets": {name: bool(secrets.get(name)) for name in SECRETS}, "enabled": row.enabled,
        "changes": row.changes, "watermark": row.watermark, "last_try_at": _local(row.last_try_at),
        "next_try_at": _local(row.next_try_at), "errors_in": row.errors_in, "version": row.version,
        "updated_at": _local(row.updated_at),
        "updated_by": row.updated_by_name,
    }  # fmt: skip


def _forms() -> dict[str, Any]:
    """The settings of each way, as the page asks for them."""
    made: dict[str, Any] = {"in": {}, "out": {}, "secrets": {}}
    for part, names, find in (
        ("in", reading.TRANSPORTS_IN, transport_in), ("out", reading.TRANSPORTS_OUT, transport_out),
    ):  # fmt: skip
        for code, (zh, en) in names.items():
            known: Any = find(code)
            if known is not None or code == "by_hand":
                settings = [one.shown() for one in known.settings] if known is not None else []
                made[part][code] = {"name": zh, "name_en": en, "settings": settings}
    made["secrets"] = {code: {"name": zh, "name_en": en} for code, (zh, en) in SECRETS.items()}
    return made


def _declaration(one: Channel, door: Door, faults: list[dict[str, str]]) -> dict[str, Any]:
    actions = {code: rule.name for code, rule in lifecycle.get(one.lifecycle).actions.items()}
    return {
        "source": door.source, "note": door.note, "operator": dict(door.operator), "testing": dict(door.testing),
        "transports": list(door.transports), "items": door.items,
        "fields": [
            {"name": f.name, "label": label_of(f.name), "way": f.way, "what": f.what, "labels": list(f.labels),
             "default": f.default, "source": f.source, "changed": f.changed}
            for f in door.fields.values()
        ],
        "codes": _codes(door.codes), "codes_out": _codes(door.codes_out),
        "limits_text": door.limits.text if door.limits else "",
        "limits_source": door.limits.source if door.limits else "", "limits": limits_of(one),
        "write_back": [
            {"code": s.code, "name": s.name, "on": list(s.on), "on_names": [actions[a] for a in s.on if a in actions],
             "message": s.message, "path": s.path, "fields": dict(s.fields), "source": s.source, "enabled": s.enabled}
            for s in door.write_back
        ],
        "faults": faults,
    }  # fmt: skip


def _codes(tables: Any) -> list[dict[str, Any]]:
    return [
        {"name": name, "label": label_of(name), "rows": dict(table.rows), "source": table.source,
         "changed": table.changed}
        for name, table in tables.items()
    ]  # fmt: skip


def label_of(name: str) -> str:
    return reading.NAMES.get(name) or reading.CODED_OUT.get(name) or (name[6:] if name.startswith("facts.") else name)


def limits_of(one: Channel) -> list[dict[str, Any]]:
    """The limits that a case of this door has when nothing else is known of it: what really binds."""
    known, life = catalogue.current(), lifecycle.get(one.lifecycle)
    limits = known.limits(one.lifecycle, None, {"channel": one.code})
    by_id = {policy.id: policy for policy in known.policies}
    found = []
    for stage, limit in limits.items():
        policy = by_id.get(limit.policy_id) if limit.policy_id is not None else None
        found.append({
            "stage": stage, "stage_name": life.stages.get(stage, stage), "amount": f"{limit.amount.normalize():f}",
            "unit": str(limit.unit), "policy": policy.code if policy is not None else "",
            "source": policy.source if policy is not None else "",
        })  # fmt: skip
    return found


def _local(moment: datetime | None) -> datetime | None:
    return timezone.localtime(moment) if moment else None


# --- held items -------------------------------------------------------------------------------------------------------
def held_of(code: str, state: str, cursor: str) -> dict[str, Any]:
    """Items that did not become a case of their own, newest first."""
    rows = InboundItem.objects.filter(channel=channel(code)).defer("sealed", "digest").order_by("-id")
    if state:
        rows = rows.filter(state=state)
    if cursor:
        (last,) = paging.decode_cursor(cursor, 1)
        if not isinstance(last, int) or not 0 < last < 2**63:
            raise paging.bad_cursor()
        rows = rows.filter(pk__lt=last)
    found = list(rows[: _PAGE + 1])
    more = paging.encode_cursor([found[_PAGE - 1].pk]) if len(found) > _PAGE else ""
    return {"items": [held_row(row) for row in found[:_PAGE]], "next": more}


def held_row(row: InboundItem) -> dict[str, Any]:
    return {
        "id": row.pk, "external_id": row.external_id, "what": row.what, "what_name": reading.EVENTS[row.what][0],
        "state": row.state, "state_name": InboundItem.STATES[row.state][0], "reasons": row.reasons, "waits": row.waits,
        "case_number": row.case_number, "transport": reading.TRANSPORTS_IN.get(row.transport, (row.transport, ""))[0],
        "came_from": row.came_from, "received_at": _local(row.received_at), "settled_at": _local(row.settled_at),
        "settled_by": row.settled_by_name, "note": row.note,
    }  # fmt: skip


def held_item(code: str, item_id: int) -> InboundItem:
    found = InboundItem.objects.filter(channel=channel(code), pk=item_id).first()
    if found is None:
        raise Problem(404, "no_such_item", "没有这件来件", "编号有误，或它属于别的渠道。")
    return found


def held(code: str, item_id: int) -> dict[str, Any]:
    """One of them, as it came and as it is understood; people masked."""
    row = held_item(code, item_id)
    item, corrections = taking.opened(row)
    fields: dict[str, str] = {}
    connection = connections.connection(code)
    if item is not None and connection is not None:
        fields = taking.Taker(connection, row.transport).read(item, corrections)[0]
    raw = item if isinstance(item, str) else orjson.dumps(item, option=orjson.OPT_INDENT_2).decode()
    return {
        **held_row(row), "fields": masks.masked(fields), "labels": labels(connection.door if connection else None),
        "raw": masks.hidden(raw, fields)[:20_000] if item is not None else "",
    }  # fmt: skip


def labels(door: Door | None) -> dict[str, str]:
    return {name: label_of(name) for name in door.fields} if door is not None else {}


# --- tokens -----------------------------------------------------------------------------------------------------------
def tokens_of(code: str) -> list[dict[str, Any]]:
    return [token_row(row) for row in ChannelToken.objects.filter(channel=channel(code)).order_by("-id")[:100]]


def token_row(row: ChannelToken) -> dict[str, Any]:
    return {
        "id": row.pk, "name": row.name, "prefix": row.prefix, "scopes": list(row.scopes),
        "created_at": _local(row.created_at), "expires_at": _local(row.expires_at),
        "revoked_at": _local(row.revoked_at), "last_used_at": _local(row.last_used_at),
    }  # fmt: skip


__all__ = ["doors", "held", "held_of", "page", "tokens_of"]
