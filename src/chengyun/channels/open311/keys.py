"""Keys of programs: channel tokens that open the open interface and nothing else."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.channels import tokens
from chengyun.channels.models import Channel, ChannelToken
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account

from .settings import CHANNEL

SHOWN = 100


def _channel() -> Channel:
    channel = Channel.objects.filter(code=CHANNEL).first()
    if channel is None:
        raise Problem(409, "no_channel", "还没有开放接口的渠道", "请在基础数据的“渠道”里加上编码为 open311 的渠道。")
    return channel


def listed() -> list[dict[str, Any]]:
    rows = list(ChannelToken.objects.filter(channel__code=CHANNEL, scopes__overlap=_SCOPES).order_by("-id")[:SHOWN])
    names = dict(Account.objects.filter(pk__in=[row.created_by_id for row in rows]).values_list("pk", "display_name"))
    return [_told(row, names.get(row.created_by_id or 0, "")) for row in rows]


_SCOPES = [ChannelToken.OPEN311, ChannelToken.OPEN311_TEST]


def _told(row: ChannelToken, by: str) -> dict[str, Any]:
    now = timezone.now()
    state = "revoked" if row.revoked_at else "valid"
    if state == "valid" and row.expires_at is not None:
        state = "ending" if row.expires_at > now else "expired"
    return {
        "id": row.pk, "name": row.name, "prefix": row.prefix, "test": ChannelToken.OPEN311 not in row.scopes,
        "state": state, "created_at": iso(row.created_at), "created_by": by, "expires_at": iso(row.expires_at),
        "last_used_at": iso(row.last_used_at),
    }  # fmt: skip


def make(actor: Actor, name: str, *, test: bool) -> tuple[ChannelToken, str]:
    scope = ChannelToken.OPEN311_TEST if test else ChannelToken.OPEN311
    return tokens.issue(_channel(), name, scopes=[scope], created_by_id=actor.account_id)


def change(actor: Actor, key_id: int, *, rotate: bool) -> tuple[ChannelToken, str]:
    """A new secret (the old one ends after a week), or the end of the key now. Problem 404, 409 when it is over."""
    row = ChannelToken.objects.filter(pk=key_id, channel__code=CHANNEL, scopes__overlap=_SCOPES).first()
    if row is None:
        raise Problem(404, "not_found", "没有找到", "没有这个密钥。")
    if row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= timezone.now()):
        raise Problem(409, "key_over", "密钥已经失效", "请另建一个。")
    if rotate:
        return tokens.replace(row, created_by_id=actor.account_id)
    tokens.revoke(row)
    return row, ""
