"""HTTP of what was done to master data: history, what waits, undoing. Thin."""

from __future__ import annotations

from typing import Any, Literal

from ninja import Query, Router

from chengyun.kernel.problems import Problem

from . import schemas_masterdata as shapes
from .auth import session_or_token
from .masterdata import history, rows, service
from .models import MasterDataChange

router = Router(tags=["master data"], auth=session_or_token)


@router.get("/masterdata/{kind}/changes", response=shapes.ChangePage, summary="Who changed what and why")
def list_changes(
    request: Any,
    kind: str,
    key: str = Query("", max_length=400),
    state: Literal["", "done", "waiting", "failed", "cancelled"] = "",
    cursor: str = Query("", max_length=1000),
) -> Any:
    """Newest first, 50 a page; of one row with `key`."""
    found = service.kind_of(kind)
    rows.require_view(found, request.actor)
    return history.changes(found, key=rows.parse_key(found, key) if key else None, state=state, cursor=cursor)


@router.get("/masterdata/changes/waiting", response=list[shapes.ChangeOut], summary="Changes that wait or failed")
def list_waiting(request: Any) -> Any:
    if not any(kind.may_view(request.actor) for kind in service.kinds.all_kinds()):
        raise Problem(403, "forbidden", "没有权限", "查看基础数据需要权限 masterdata.view")
    return [history.shown(service.kind_of(row.kind), row) for row in history.waiting(request.actor)]


@router.post("/masterdata/changes/{int:change_id}/undo", response=shapes.SavedOut, summary="Take a change back")
def undo_change(request: Any, change_id: int, data: shapes.UndoIn) -> Any:
    """As a new change. 409 with the reasons when something later depends on it; a waiting change is cancelled."""
    change = MasterDataChange.objects.filter(pk=change_id).first() if change_id < 2**63 else None
    if change is None:
        if not any(kind.may_change(request.actor) for kind in service.kinds.all_kinds()):
            raise Problem(403, "forbidden", "没有权限", "您没有修改基础数据的权限。")
        raise Problem(404, "not_found", "没有这次变更")
    kind = service.kind_of(change.kind)
    rows.require_change(kind, request.actor)
    return {"change": history.shown(kind, history.undo(change, request.actor, data.reason.strip()))}
