"""What the desk keeps for a person: drafts (views.py, notices.py: the rest); the recorded look at a requester."""

from __future__ import annotations

import uuid
from typing import Any

import orjson

from chengyun.kernel import vault
from chengyun.org.access import Actor

from . import access
from .actions.base import invalid
from .engine import not_found
from .models import Draft, UnmaskRecord

MAX_DRAFTS = 20


def owner(actor: Actor) -> int:
    """The account whose drafts, views and notices are meant. The platform itself has none."""
    if actor.account_id is None:
        raise ValueError("the platform itself keeps no desk")
    return actor.account_id


def unmask(number: str, actor: Actor, reason: str) -> dict[str, Any]:
    """The requester in clear. Who looked, when and why is recorded before anything is shown."""
    case = access.find(actor, number)
    if case is None or case.requester is None:
        raise not_found(number)
    UnmaskRecord.objects.create(case=case, account_id=owner(actor), for_id=actor.for_id, reason=reason)
    clear = vault.open_(bytes(case.requester.sealed))
    return {key: clear.get(key, "") for key in ("name", "phone", "id_number", "address")} | {"expires_in": 60}


def drafts(actor: Actor) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "data": orjson.loads(vault.open_(bytes(row.sealed))["data"]), "updated_at": row.updated_at}
        for row in Draft.objects.filter(account_id=owner(actor))
    ]


def save_draft(actor: Actor, key: uuid.UUID, data: dict[str, Any]) -> None:
    """Keep a draft; sealed, because it holds the caller's name and number."""
    text = orjson.dumps(data).decode()
    if len(text) > 64_000:
        raise invalid("data", "草稿太大。")
    mine = Draft.objects.filter(account_id=owner(actor))
    if not mine.filter(id=key).exists():
        if Draft.objects.filter(id=key).exists():
            raise invalid("id", "这个草稿编号已被使用。")
        stale = list(mine.values_list("id", flat=True)[MAX_DRAFTS - 1 :])
        Draft.objects.filter(id__in=stale).delete()
    Draft.objects.update_or_create(id=key, account_id=owner(actor), defaults={"sealed": vault.seal({"data": text})})


def save_draft_used(actor: Actor, key: uuid.UUID) -> None:
    """The draft became a case."""
    Draft.objects.filter(id=key, account_id=owner(actor)).delete()
