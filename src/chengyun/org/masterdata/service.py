"""Preview, import and export of master data. Nothing is written before `commit`, and then all or nothing."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel import tabular, vault
from chengyun.kernel.ids import new_token
from chengyun.kernel.problems import Problem

from ..access import Actor
from ..models import AccountEvent, MasterDataChange, MasterDataImport
from . import kinds, planning, writing
from .kinds import CREATE, ERROR, UPDATE, Kind, PlannedRow

MAX_ROWS = 50_000
MAX_BYTES = 50 * 1024 * 1024
KEEP = timedelta(hours=24)
FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Preview:
    """What an import would do. `token` is empty when a row is wrong or nothing would change."""

    kind: Kind
    rows: Sequence[PlannedRow]
    counts: dict[str, int]
    token: str


def kind_of(code: str) -> Kind:
    """Problem 404 when no room has this kind."""
    kind = kinds.find(code)
    if kind is None:
        raise Problem(404, "not_found", "没有这种基础数据")
    return kind


def require_import(kind: Kind, actor: Actor) -> None:
    actor.require("masterdata.import")
    if kind.permission:
        actor.require(kind.permission)


def require_export(kind: Kind, actor: Actor) -> None:
    actor.require("masterdata.export")
    if kind.secret and not kind.may_view(actor):
        actor.require(kind.permission)


def preview(kind: Kind, file: Any, filename: str, actor: Actor) -> Preview:
    """Read a CSV or XLSX file and say row by row what an import would do. Problem 413, 422 when it cannot be read."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size > MAX_BYTES:
        raise Problem(413, "too_large", "文件太大", f"一次最多 {MAX_BYTES // 1024 // 1024} MB，请分成几个文件。")
    try:
        raw = _raw(kind, file, filename)
    except tabular.TableError as error:
        message = str(error)
        raise Problem(
            422, "bad_file", "文件无法读取", message, errors=[{"field": "file", "message": message}]
        ) from error
    return remember(kind, planning.plan(kind, raw), filename, actor)


def _raw(kind: Kind, file: Any, filename: str) -> list[planning.Raw]:
    header, rows = tabular.read_rows(file, filename)
    names = planning.match_header(kind, header)
    raw: list[planning.Raw] = []
    for number, cells in rows:
        if len(raw) >= MAX_ROWS:
            raise Problem(422, "too_many_rows", "文件太大", f"一次最多导入 {MAX_ROWS} 行，请分成几个文件。")
        raw.append((number, {names[heading]: cell for heading, cell in cells.items() if heading in names}))
    return raw


def remember(kind: Kind, planned: Sequence[PlannedRow], filename: str, actor: Actor) -> Preview:
    """Keep what would change for `commit`."""
    found = planning.counts(planned)
    MasterDataImport.objects.filter(state=MasterDataImport.PREVIEWED, created_at__lt=timezone.now() - KEEP).delete()
    if found[ERROR] or not (found[CREATE] or found[UPDATE]):
        return Preview(kind, planned, found, "")
    token = new_token()
    rows = [
        {"row": r.row, "values": r.values, "action": r.action, "changes": r.changes, "given": r.given}
        for r in planned
        if r.action in (CREATE, UPDATE)
    ]
    MasterDataImport.objects.create(
        token=token, kind=kind.code, file_name=filename[:200], account_id=actor.account_id, counts=found,
        rows=_sealed(rows) if kind.sealed else rows,
    )  # fmt: skip
    return Preview(kind, planned, found, token)


def _sealed(rows: list[dict[str, Any]]) -> list[str]:
    return [vault.seal({"rows": json.dumps(rows)}).hex()]


def _opened(kept: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(vault.open_(bytes.fromhex(kept[0]))["rows"])
    return found


def commit(kind: Kind, token: str, actor: Actor, reason: str = "") -> dict[str, int]:
    """Import what was previewed, in one transaction.

    Problem 409 when it was imported already, or the data changed since the preview.
    """
    with transaction.atomic():
        one_at_a_time()
        kept = (
            MasterDataImport.objects.select_for_update()
            .filter(token=token, kind=kind.code, account_id=actor.account_id)
            .first()
        )
        if kept is None or timezone.now() - kept.created_at > KEEP:
            raise Problem(404, "not_found", "没有这次预览或已过期", "请重新上传文件。")
        if kept.state == MasterDataImport.DONE:
            raise Problem(409, "already_imported", "这次预览已经导入")
        rows = _opened(kept.rows) if kind.sealed else kept.rows
        planned = planning.plan(kind, [(r["row"], {**r["values"], **dict.fromkeys(r.get("given", ()))}) for r in rows])
        now_and_then = zip(planned, rows, strict=True)
        if any(_told(p.action, p.changes, r) != _told(r["action"], r["changes"], r) for p, r in now_and_then):
            raise Problem(409, "stale_preview", "预览之后数据已有变化", "请重新上传文件并核对。")
        said = "：".join(filter(None, (f"导入 {kept.file_name}", reason)))
        writing.write(kind, planned, actor, origin=MasterDataChange.IMPORT, reason=said)
        done = planning.counts(planned)
        kept.state, kept.committed_at = MasterDataImport.DONE, timezone.now()
        kept.rows = [] if kind.sealed else kept.rows
        kept.save(update_fields=["state", "committed_at", "rows"])
        AccountEvent.objects.create(
            account_id=actor.account_id, kind="masterdata_imported", by_id=actor.account_id,
            detail={"kind": kind.code, "file": kept.file_name, "counts": done},
        )  # fmt: skip
    return done


def _told(action: str, changes: dict[str, Any], row: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """What was shown of a row, without the codes that are only given when it is written."""
    return action, {name: change for name, change in changes.items() if name not in row.get("given", ())}


def exported(kind: Kind, form: str, actor: Actor) -> None:
    """Tables with people in them: who took them away is recorded, as for every export."""
    AccountEvent.objects.create(
        account_id=actor.account_id, kind="masterdata_exported", by_id=actor.account_id,
        detail={"kind": kind.code, "format": form},
    )  # fmt: skip


def one_at_a_time() -> None:
    """Until the transaction ends no other import of master data runs: two of them could create the same row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('chengyun.masterdata'))")


def export(kind: Kind, form: str) -> tuple[bytes, str, str]:
    """(content, media type, file name) of all rows; headings are the labels, so the file can be imported again."""
    if form not in FORMATS:
        raise Problem(422, "invalid", "格式应为 csv 或 xlsx", errors=[{"field": "format", "message": "csv, xlsx"}])
    header = [column.label for column in kind.kept]
    rows = ([column.show(values.get(column.name)) for column in kind.kept] for values in kind.existing().values())
    target = io.BytesIO()
    (tabular.write_csv if form == "csv" else tabular.write_xlsx)(target, header, rows)
    return target.getvalue(), FORMATS[form], f"{kind.name}.{form}"
