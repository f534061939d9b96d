"""The only writer of subscriptions: new, changed, paused, ended; secrets; messages to be sent again."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import catalogue, lifecycle, notices
from chengyun.kernel import outbound, revision, signing, vault
from chengyun.kernel.ids import new_id, new_token
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.places.models import Area

from .events import CODES, PING
from .following import TOPIC
from .models import Delivery, Subscription
from .permissions import MANAGE

log = logging.getLogger(__name__)
NOTICE = "webhook"
MOST = 100
MOST_REPLAYED = 10_000
SECRET = "whs_"


# --- subscriptions ----------------------------------------------------------------------------------------------------
def create(actor: Actor, given: Mapping[str, Any]) -> tuple[Subscription, str]:
    """A subscription and its secret, which is shown this once (for sm2 the public key is what the other side needs)."""
    checked = _checked(given)
    if Subscription.objects.exclude(state=Subscription.ENDED).count() >= MOST:
        raise Problem(409, "too_many_webhooks", "推送太多了", f"最多 {MOST} 个，请先停掉不用的。")
    secret, public = _new_secret(checked["scheme"])
    with transaction.atomic():
        row = Subscription.objects.create(
            **checked, sealed=vault.seal({"key": secret}), public_key=public, created_by_id=actor.account_id,
            created_by_name=actor.name,
        )  # fmt: skip
        revision.bump(TOPIC)
    log.info("webhook %s created by %s", row.pk, actor.name)
    return row, "" if row.scheme == signing.SM2 else secret


def change(actor: Actor, row: Subscription, given: Mapping[str, Any]) -> Subscription:
    """All of it but the secret. What waited while it was paused or disabled goes out, unless it is to be skipped."""
    checked = _checked(given)
    if checked["scheme"] != row.scheme:
        message = "签名方式不能改，请新建一个推送。"
        raise _invalid("scheme", message)
    state = Subscription.ACTIVE if given["active"] else Subscription.PAUSED
    fresh = {**checked, "state": state}
    if state == Subscription.ACTIVE:
        fresh |= {"why": "", "failures": 0, "failing_since": None, "hold_until": None}
    with transaction.atomic():
        if given.get("skip_waiting"):
            row.deliveries.filter(state=Delivery.WAITING).update(state=Delivery.DEAD, fault="skipped")
        elif state == Subscription.ACTIVE and row.state != Subscription.ACTIVE:
            row.deliveries.filter(state=Delivery.WAITING).update(next_at=timezone.now())
        for name, value in fresh.items():
            setattr(row, name, value)
        row.save()
        revision.bump(TOPIC)
        transaction.on_commit(_wake)
    log.info("webhook %s changed by %s", row.pk, actor.name)
    return row


def end(actor: Actor, row: Subscription) -> None:
    """Nothing more is sent or kept for it; the log stays until it is old."""
    with transaction.atomic():
        row.deliveries.filter(state__in=Delivery.OPEN).update(state=Delivery.DEAD, fault="skipped")
        Subscription.objects.filter(pk=row.pk).update(state=Subscription.ENDED, why=f"{actor.name} 停用"[:300])
        revision.bump(TOPIC)
    log.info("webhook %s ended by %s", row.pk, actor.name)


def disable(row: Subscription, failures: int, words: str, now: datetime) -> None:
    """The platform gives up for now: administrators are told, what waits is kept."""
    why = f"连续 {failures} 次没有送达，最后一次：{words}。" if failures > 1 else f"{words}。"
    with transaction.atomic():
        found = Subscription.objects.filter(pk=row.pk, state=Subscription.ACTIVE)
        if not found.update(state=Subscription.DISABLED, why=why[:300]):
            return
        revision.bump(TOPIC)
        text = f"事件推送“{row.name}”已自动停用：{why}没有送出的都留着，修好后重新启用。"
        moment = int(now.timestamp())
        notices.tell(notices.accounts_with(MANAGE), None, NOTICE, text, f"{NOTICE}-{row.pk}-{moment}", now)
    log.warning("webhook %s disabled after %s failures", row.pk, failures)


# --- secrets ----------------------------------------------------------------------------------------------------------
def renew_secret(actor: Actor, row: Subscription, hours: int) -> str:
    """A new secret that counts in so many hours, so that the other side can take both meanwhile; shown this once."""
    now = timezone.now()
    secret, public = _new_secret(row.scheme)
    kept = {"key": secret} if hours == 0 else {"key": secret_of(row, now), "next": secret}
    if hours and row.scheme == signing.SM2:
        kept["public"] = public
    row.sealed = vault.seal(kept)
    row.switch_at = now + timedelta(hours=hours) if hours else None
    row.public_key = public
    row.save(update_fields=["sealed", "switch_at", "public_key", "updated_at"])
    log.info("webhook %s secret renewed by %s", row.pk, actor.name)
    return "" if row.scheme == signing.SM2 else secret


def secret_of(row: Subscription, now: datetime) -> str:
    kept = vault.open_(bytes(row.sealed))
    return kept["next"] if "next" in kept and row.switch_at is not None and row.switch_at <= now else kept["key"]


def _new_secret(scheme: str) -> tuple[str, str]:
    if scheme == signing.SM2:
        return signing.new_sm2_pair()
    return new_token(SECRET), ""


# --- again ------------------------------------------------------------------------------------------------------------
def ping(row: Subscription) -> Delivery:
    """A message that a person asked for, ready to be sent at once."""
    now = timezone.now()
    return Delivery.objects.create(
        subscription=row, event_id=f"ping-{new_id()}", type=PING, at=now, data={"subscription": row.name},
        state=Delivery.SENDING, tries=1, next_at=now + timedelta(minutes=2),
    )  # fmt: skip


def replay(
    row: Subscription, *, ids: Sequence[int] = (), since: datetime | None = None, until: datetime | None = None,
    all_of_them: bool = False,
) -> int:  # fmt: skip
    """Queue messages again with the ids they had: those named, or of a span (the dead ones, or all); how many."""
    if row.state == Subscription.ENDED:
        raise Problem(409, "webhook_ended", "推送已停用", "这个推送已经停用，不能重发。")
    found = row.deliveries.filter(state__in=(Delivery.DEAD, Delivery.SENT)).exclude(type=PING)
    if ids:
        found = found.filter(pk__in=ids)
    else:
        if since is None or until is None or since >= until:
            raise _invalid("since", "请填写从什么时候到什么时候。")
        found = found.filter(at__gte=since, at__lt=until)
        if not all_of_them:
            found = found.filter(state=Delivery.DEAD)
    keys = list(found.order_by("id").values_list("pk", flat=True)[: MOST_REPLAYED + 1])
    if len(keys) > MOST_REPLAYED:
        raise Problem(
            422, "invalid", "提交的内容有误", f"一次最多重发 {MOST_REPLAYED} 条，请缩短时间。",
            errors=[{"field": "since", "message": f"一次最多重发 {MOST_REPLAYED} 条，请缩短时间。"}],
        )  # fmt: skip
    with transaction.atomic():
        count = Delivery.objects.filter(pk__in=keys, state__in=(Delivery.DEAD, Delivery.SENT)).update(
            state=Delivery.WAITING, tries=0, next_at=timezone.now(), fault="", sent_at=None
        )
        transaction.on_commit(_wake)
    return count


def _wake() -> None:
    from .jobs import wake

    wake()


def forget_old(days: int) -> int:
    """Delete messages older than this, also those that never arrived; how many."""
    before, count = timezone.now() - timedelta(days=days), 0
    while True:
        keys = list(Delivery.objects.filter(at__lt=before).order_by("at").values_list("pk", flat=True)[:5000])
        if not keys:
            return count
        count += Delivery.objects.filter(pk__in=keys).delete()[0]


# --- input ------------------------------------------------------------------------------------------------------------
def _checked(given: Mapping[str, Any]) -> dict[str, Any]:
    errors = []
    fault = outbound.refusal(given["url"])
    if fault is not None:
        errors.append({"field": "url", "message": fault.words})
    if unknown := sorted(set(given["events"]) - set(CODES)):
        errors.append({"field": "events", "message": f"没有这些事件：{'、'.join(unknown)}。"})
    filters = {name: sorted(set(given["filters"].get(name) or ())) for name in Subscription.FILTERS}
    for name, codes in filters.items():
        if unknown := _unknown(name, codes):
            errors.append({"field": f"filters.{name}", "message": f"没有这些代码：{'、'.join(unknown)}。"})
    if errors:
        raise Problem(422, "invalid", "提交的内容有误", errors[0]["message"], errors=errors)
    return {
        "name": given["name"], "url": given["url"], "contact": given["contact"], "scheme": given["scheme"],
        "events": [code for code in CODES if code in given["events"]],
        "filters": {name: codes for name, codes in filters.items() if codes},
    }  # fmt: skip


def _unknown(name: str, codes: Sequence[str]) -> list[str]:
    if not codes:
        return []
    known = catalogue.current()
    tables: dict[str, Any] = {
        "channels": known.channels, "kinds": known.kinds,
        "lifecycles": {one.code for one in lifecycle.all_lifecycles()},
        "units": {one.code for one in known.units.values()},
        "categories": {one.code for one in known.categories.values()},
    }  # fmt: skip
    if name == "areas":
        there = set(Area.objects.filter(code__in=codes).values_list("code", flat=True))
        return [code for code in codes if code not in there]
    return [code for code in codes if code not in tables[name]]


def _invalid(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", message, errors=[{"field": field, "message": message}])
