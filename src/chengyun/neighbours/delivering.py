"""Messages leave the house: each once. What surely has not left is tried again with growing pauses; what may have left
is never sent again by itself, but shown to a person."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import orjson
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel import rows, vault
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import known, settings, sms, wechat
from .models import Delivery
from .outward import FAULTS, LOST, NO_ADDRESS, SURELY_NOT_SENT, Fault
from .rules import wait_after

log = logging.getLogger(__name__)
AT_ONCE, MOST = 20, 400
LEASE = timedelta(minutes=10)
SHOWN = 100
_CLAIM = """
UPDATE neighbours_delivery SET state = 'sending', tries = tries + 1, next_at = %s WHERE id IN (
  SELECT id FROM neighbours_delivery WHERE state = 'waiting' AND next_at <= %s
  ORDER BY next_at LIMIT %s FOR UPDATE SKIP LOCKED)
RETURNING id
"""


def deliver() -> dict[str, int]:
    """Send what is due; how many ended how."""
    counts: dict[str, int] = {}
    _give_up_lost(counts)
    for _ in range(MOST // AT_ONCE):
        now = timezone.now()
        keys = [key for (key,) in rows.execute(_CLAIM, [now + LEASE, now, AT_ONCE]).fetchall()]
        for message in Delivery.objects.select_related("resident").filter(pk__in=keys):
            ended = _send(message)
            counts[ended] = counts.get(ended, 0) + 1
        if len(keys) < AT_ONCE:
            break
    return counts


def _give_up_lost(counts: dict[str, int]) -> None:
    """A worker ended while it sent: nobody knows whether the message left."""
    stuck = Delivery.objects.filter(state=Delivery.SENDING, next_at__lt=timezone.now())
    lost = stuck.update(state=Delivery.DEAD, fault=LOST)
    if lost:
        counts["lost"] = lost


def _send(message: Delivery) -> str:
    sealed = vault.open_(bytes(message.resident.sealed))
    if not connection.in_atomic_block:
        connection.close()  # the other side may take its time; the connection is for others meanwhile
    try:
        receipt, fault = _handed_over(message, sealed), ""
    except Fault as error:
        log.warning("message %s by %s: %s", message.pk, message.way, error)
        receipt, fault = "", error.code
    done: dict[str, Any] = {"fault": fault}
    if not fault:
        done |= {"state": Delivery.SENT, "sent_at": timezone.now(), "receipt": receipt, "given": {}}
    else:
        pause = wait_after(message.tries) if fault in SURELY_NOT_SENT else None
        done |= (
            {"state": Delivery.DEAD} if pause is None
            else {"state": Delivery.WAITING, "next_at": timezone.now() + pause}
        )  # fmt: skip
    Delivery.objects.filter(pk=message.pk, state=Delivery.SENDING).update(**done)
    return str(done.get("state"))


def _handed_over(message: Delivery, sealed: dict[str, str]) -> str:
    template = next((one for one in known.current().templates if one.code == message.template), None)
    if message.way == Delivery.SMS:
        phone = sealed.get("phone", "")
        if not phone:
            raise Fault(NO_ADDRESS)
        code = template.sms_template if template else ""
        return sms.send(settings.gateway(), phone, message.text, str(message.pk), code)
    openid = sealed.get("openid", "")
    if not openid or template is None:
        raise Fault(NO_ADDRESS)
    fields = orjson.loads(template.wechat_fields or "{}")
    data = {name: str(message.given.get(field, "")) for name, field in fields.items()}
    page = f"pages/request?number={message.given.get('number', '')}"
    return wechat.send(settings.mini_program(), openid, template.wechat_template, data, page)


# --- the desk's page --------------------------------------------------------------------------------------------------
def page(state: str, way: str) -> dict[str, Any]:
    """The newest messages of a kind, without saying to whom but masked."""
    found = Delivery.objects.select_related("resident", "case").exclude(way=Delivery.APP)
    if state:
        found = found.filter(state=state)
    if way:
        found = found.filter(way=way)
    names = {one.code: one.name for one in known.current().templates}
    return {
        "items": [
            {
                "id": str(one.pk), "to": one.resident.phone_mask or "微信用户", "way": one.way,
                "template": names.get(one.template, one.template), "text": one.text, "state": one.state,
                "tries": one.tries, "fault": one.fault, "fault_words": FAULTS.get(one.fault, ("", ""))[0],
                "case": one.case.number if one.case else None, "created_at": iso(one.created_at),
                "next_at": iso(one.next_at) if one.state == Delivery.WAITING else None, "sent_at": iso(one.sent_at),
            }
            for one in found.order_by("-created_at")[:SHOWN]
        ]
    }  # fmt: skip


def decide(actor: Actor, key: Any, again: bool) -> None:
    """Somebody looked at a dead letter: sent again, or left. Problem 404, 409 when it is dead no longer."""
    if not Delivery.objects.filter(pk=key).exists():
        raise Problem(404, "not_found", "没有找到", "没有这条消息。")
    fresh: dict[str, Any] = {"state": Delivery.DROPPED}
    if again:
        fresh = {"state": Delivery.WAITING, "next_at": timezone.now(), "tries": 0}
    if not Delivery.objects.filter(pk=key, state=Delivery.DEAD).update(**fresh):
        raise Problem(409, "conflict", "消息已有变化", "这条消息已经处理过了，请刷新。")
    log.info("message %s %s by %s", key, fresh["state"], actor.name)


def figures() -> dict[str, int]:
    since = timezone.now() - timedelta(days=7)
    recent = Delivery.objects.filter(Q(created_at__gte=since)).exclude(way=Delivery.APP)
    return {state: recent.filter(state=state).count() for state in (Delivery.WAITING, Delivery.SENT, Delivery.DEAD)}
