"""What each person put on the board."""

from __future__ import annotations

from typing import Any

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import BoardLayout
from .schemas import PANELS


def _account(actor: Actor) -> int:
    if actor.account_id is None:
        raise Problem(403, "forbidden", "没有看板", "平台自身没有看板设置。")
    return actor.account_id


def of(actor: Actor) -> list[dict[str, Any]]:
    row = BoardLayout.objects.filter(account_id=_account(actor)).first()
    return [] if row is None else [panel for panel in row.panels if panel.get("panel") in PANELS]


def save(actor: Actor, panels: list[dict[str, Any]]) -> None:
    """Problem 422 for a panel that does not exist or comes twice."""
    names = [panel["panel"] for panel in panels]
    wrong = next((name for at, name in enumerate(names) if name not in PANELS or name in names[:at]), None)
    if wrong is not None:
        text = f"没有“{wrong}”这一块，或它出现了两次。"
        raise Problem(422, "invalid", "看板设置有误", text, errors=[{"field": "panels", "message": text}])
    BoardLayout.objects.update_or_create(account_id=_account(actor), defaults={"panels": panels})


def forget(actor: Actor) -> None:
    BoardLayout.objects.filter(account_id=_account(actor)).delete()
