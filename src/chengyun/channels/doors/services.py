"""Writes of the doors: connections, tests, held items, what was copied by hand, tokens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import revision, signing
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .. import tokens
from ..models import Channel, ChannelToken, DoorConnection, InboundItem
from . import connections, editing, jobs, queries, reading, taking
from .connections import SECRETS, TOPIC
from .reading import DoorError
from .schemas import DoorIn, DoorTokenIn, HeldIn
from .transports import Tested, copied, transport_in, transport_out

_INVALID = "提交的内容有误"


def save(actor: Actor, code: str, given: DoorIn) -> None:
    """Say how a door is connected. Problem 422 with every field that does not fit, 409 when another saved meanwhile."""
    one = queries.channel(code)
    with transaction.atomic():
        row, _ = DoorConnection.objects.get_or_create(channel=one)
        row = DoorConnection.objects.select_for_update().get(pk=row.pk)
        _unchanged_since(row, given)
        before = (row.transport_in, row.settings_in, row.enabled)
        errors = _faults(one, row, given)
        if errors:
            raise Problem(422, "invalid", _INVALID, errors[0]["message"], errors=errors)
        _fill(one, row, given)
        row.version, row.updated_by_name = row.version + 1, actor.name[:80]
        if before != (row.transport_in, row.settings_in, row.enabled):
            row.next_try_at, row.errors_in, row.last_error_in = None, 0, ""
        if (before[0], _place(before[1])) != (row.transport_in, _place(row.settings_in)):
            row.watermark = {}
        row.save()
        revision.bump(TOPIC)


def _unchanged_since(row: DoorConnection, given: DoorIn) -> None:
    if given.version is None or given.version == row.version:
        return
    at = f"{timezone.localtime(row.updated_at):%m-%d %H:%M}"
    detail = f"{row.updated_by_name or '区域配置'}在 {at} 保存过这个连接。请刷新后再改，您填写的内容还在页面上。"
    raise Problem(409, "version_conflict", "连接设置已被更改", detail, current={"version": row.version})


def _place(settings: Mapping[str, Any]) -> Any:
    """Where is read: another place begins from the beginning."""
    return settings.get("url"), settings.get("host"), settings.get("folder"), settings.get("paging")


def _fill(one: Channel, row: DoorConnection, given: DoorIn) -> None:
    row.transport_in, row.transport_out = given.transport_in, given.transport_out
    row.settings_in, row.settings_out = given.settings_in, given.settings_out
    row.scheme, row.enabled = given.scheme, given.enabled
    if given.changes is not None:
        row.changes = given.changes
    if given.secrets:
        row.sealed = connections.seal_secrets(one.pk, {**_opened(one, row), **given.secrets})


def _opened(one: Channel, row: DoorConnection) -> dict[str, str]:
    return connections.open_secrets(one.pk, row.sealed)


def _faults(one: Channel, row: DoorConnection, given: DoorIn) -> list[dict[str, str]]:
    errors: list[dict[str, str]] = []
    door = connections.declared(one.code)
    if door is None or door.inside:
        words = (
            "这个渠道由平台自己的界面登记，不需要连接设置。"
            if door
            else "这个渠道没有对接说明（door.toml），不能设置连接。"
        )
        return [{"field": "transport_in", "message": words}]
    for name, code, settings, find in (
        ("in", given.transport_in, given.settings_in, transport_in),
        ("out", given.transport_out, given.settings_out, transport_out),
    ):
        known: Any = find(code) if code else None
        if code and known is None and code != reading.BY_HAND:
            errors.append({"field": f"transport_{name}", "message": "没有这种传输方式。"})
        elif known is not None:
            errors += [{**e, "field": f"settings_{name}.{e['field']}"} for e in known.check(settings)]
    errors += [
        {"field": f"secrets.{name}", "message": "没有这项密钥。"} for name in given.secrets if name not in SECRETS
    ]
    secrets = {**_opened(one, row), **given.secrets}
    errors += _faults_of_keys(given, secrets)
    if given.enabled and not (given.transport_in or given.transport_out):
        errors.append({"field": "enabled", "message": "请先选择进来或回传的方式，再启用。"})
    if given.changes is not None:
        try:
            connections.changed(one.code, connections.both(row.profile_changes, given.changes))
        except DoorError as error:
            errors += [{"field": f"changes.{where}", "message": words} for where, words in error.faults]
        wrong = editing.faults(one, given.changes)
        errors += [{"field": f"changes.{where}", "message": words} for where, words in wrong]
    return errors


def _faults_of_keys(given: DoorIn, secrets: Mapping[str, str]) -> list[dict[str, str]]:
    """With SM2 we sign with our private key and check with their public one; with HMAC both sides have one secret."""
    errors = []
    scheme = given.scheme
    needs_mine = scheme and (scheme != signing.SM2 or given.transport_in == "pull" or given.transport_out == "http")
    if scheme and (needs_mine or secrets.get("key")):
        words = signing.fault_of_key(scheme, secrets.get("key", ""), private=True)
        if words:
            errors.append({"field": "secrets.key", "message": words})
    if scheme == signing.SM2 and given.transport_in == "push":
        words = signing.fault_of_key(scheme, secrets.get("their_key", ""), private=False)
        if words:
            errors.append({"field": "secrets.their_key", "message": words})
    return errors


def test(code: str, what: str) -> Tested:
    """Ask the other side now; or have the door read by the worker."""
    queries.channel(code)
    connection = connections.connection(code)
    if connection is None or not connection.configured:
        return Tested(False, "还没有设置连接，请先填写并保存。")
    if what == "now":
        return _now(connection)
    transport: Any = transport_in(connection.transport_in) if what == "in" else transport_out(connection.transport_out)
    if transport is None or transport.test is None:
        by_hand = reading.BY_HAND in ((connection.transport_in,) if what == "in" else (connection.transport_out,))
        return Tested(by_hand, "人工抄录不需要测试。" if by_hand else "没有选择传输方式，或这种方式不能测试。")
    tested: Tested = transport.test(connection)
    return tested


def _now(connection: connections.Connection) -> Tested:
    if connection.transport_in not in jobs.SCHEDULED or not connection.enabled:
        return Tested(False, "只有已启用的拉取和文件交换可以立即读取。")
    asked = jobs.ask(connection.channel.code)
    return Tested(True, "已安排后台读取，稍候刷新本页。" if asked else "正在读取，稍候刷新本页。")


# --- held items -------------------------------------------------------------------------------------------------------
def decide(actor: Actor, code: str, item_id: int, given: HeldIn) -> None:
    """Take a held item again, with corrections, or do not take it. Problem 409 when it is settled already."""
    with transaction.atomic():
        queries.held_item(code, item_id)
        kept = InboundItem.objects.select_for_update().get(pk=item_id)
        if kept.state != InboundItem.HELD:
            detail = f"这件来件已是“{InboundItem.STATES[kept.state][0]}”，可能已被他人处理。"
            raise Problem(409, "settled", "来件已处理", detail, current={"state": kept.state})
        if given.do == "drop":
            if len(given.note.strip()) < 2:
                raise _invalid("note", "请写明不采用的原因。")
            taking.settle(kept, InboundItem.DROPPED, "", actor.name, given.note.strip())
            return
        kept.settled_by_name = actor.name[:80]
        _again(kept, code, given.corrections)


def _again(kept: InboundItem, code: str, corrections: Mapping[str, str]) -> taking.Taken:
    connection = _connection(code)
    item, earlier = taking.opened(kept)
    wrong = [name for name in corrections if name not in reading.NAMES]
    if wrong:
        raise _invalid(f"corrections.{wrong[0]}", "没有这个字段。")
    both = {**earlier, **corrections}
    taker = taking.Taker(connection, kept.transport, kept.came_from)
    taken = taker.take(item, both, kept)
    if corrections:
        InboundItem.objects.filter(pk=kept.pk, sealed__isnull=False).update(sealed=taking.seal(item, both))
    return taken


def again(actor: Actor, code: str) -> dict[str, int]:
    """Take all held items of a door again (after its mapping was put right), the oldest 500."""
    connection, ran = _connection(code), {"new": 0, "changed": 0, "held": 0}
    ids = list(
        InboundItem.objects.filter(channel_id=connection.channel.id, state=InboundItem.HELD, waits=False)
        .exclude(reasons__0__field="")
        .order_by("id")
        .values_list("pk", flat=True)[:500]
    )
    for pk in ids:
        with transaction.atomic():
            kept = InboundItem.objects.select_for_update().get(pk=pk)
            if kept.state == InboundItem.HELD:
                kept.settled_by_name = actor.name[:80]
                became = _again(kept, code, {}).became
                ran["held" if became == taking.HELD else "new" if became == taking.CREATED else "changed"] += 1
    return ran


def _connection(code: str) -> connections.Connection:
    queries.channel(code)
    connection = connections.connection(code)
    if connection is None:
        raise Problem(409, "not_connected", "渠道没有连接设置", "请先在渠道页面设置连接。")
    return connection


# --- by hand ----------------------------------------------------------------------------------------------------------
def by_hand(code: str, text: str, corrections: Mapping[str, str], take: bool) -> dict[str, Any]:
    """Understand what was copied from the other side; with `take` make cases of it."""
    connection = _connection(code)
    if not copied.possible(connection):
        raise Problem(409, "not_by_hand", "渠道不是人工抄录", "这个渠道没有设为人工抄录，请在渠道页面设置。")
    items = copied.items(connection.door, text)
    wrong = [name for name in corrections if name not in reading.NAMES]
    if wrong or (corrections and len(items) != 1):
        raise _invalid("corrections", "没有这个字段。" if wrong else "只有一件时才能在这里改正。")
    taker = taking.Taker(connection, reading.BY_HAND)
    found = []
    for item in items:
        fields, errors = taker.read(item, corrections)
        became, number, item_id = "", "", None
        if take and not errors:
            with transaction.atomic():
                taken = taker.take(item, corrections)
                DoorConnection.objects.filter(pk=connection.id).update(last_in_at=timezone.now())
            became, number, errors, item_id = taken.became, taken.number, taken.reasons, taken.item_id
        found.append({"fields": fields, "errors": errors, "became": became, "number": number, "item_id": item_id})
    return {"items": found, "labels": queries.labels(connection.door), "template": copied.template(connection.door)}


def by_hand_doors() -> list[dict[str, Any]]:
    return [
        {"code": code, "name": one.channel.name, "labels": queries.labels(one.door),
         "template": copied.template(one.door)}
        for code, one in connections.connections().items() if copied.possible(one)
    ]  # fmt: skip


# --- tokens -----------------------------------------------------------------------------------------------------------
def give_token(actor: Actor, code: str, given: DoorTokenIn) -> dict[str, Any]:
    """A new token of a channel; its secret is in this answer and nowhere else."""
    one = queries.channel(code)
    if given.overlap_hours is not None:
        row, secret = tokens.rotate(
            one, given.name, overlap=timedelta(hours=given.overlap_hours), created_by_id=actor.account_id
        )
    else:
        expires = timezone.now() + timedelta(days=given.days) if given.days else None
        scopes = [ChannelToken.READ] if given.read_only else list(ChannelToken.SCOPES)
        row, secret = tokens.issue(one, given.name, scopes=scopes, expires_at=expires, created_by_id=actor.account_id)
    return {**queries.token_row(row), "secret": secret}


def revoke_token(code: str, token_id: int) -> None:
    row = ChannelToken.objects.filter(channel=queries.channel(code), pk=token_id).first()
    if row is None:
        raise Problem(404, "no_such_token", "没有这个令牌", "编号有误，或它属于别的渠道。")
    tokens.revoke(row)


def _invalid(name: str, message: str) -> Problem:
    return Problem(422, "invalid", _INVALID, message, errors=[{"field": name, "message": message}])
