"""What an import has to say: its state, and the rows that did not become cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from django.utils import timezone

from chengyun.kernel import vault
from chengyun.kernel.tabular import SURPLUS, write_csv, write_xlsx

from ..models import ImportBatch, ImportFailure, ImportMapping

REASON = "错误原因"
LINE = "原行号"


def shown(batch: ImportBatch) -> dict[str, Any]:
    """An import as the API shows it. `counts` add up: created + unchanged + failed = done."""
    return {
        "id": str(batch.pk), "channel": {"code": batch.channel.code, "name": batch.channel.name},
        "file_name": batch.file_name, "size": batch.size, "columns": batch.columns, "state": batch.state,
        "state_name": ImportBatch.NAMES[batch.state], "message": batch.message, "mapping_name": batch.mapping_name,
        "fields": batch.fields, "options": batch.options,
        "counts": {
            "total": batch.total, "done": batch.cursor, "created": batch.created_count,
            "unchanged": batch.unchanged_count, "failed": batch.failed_count,
        },
        "started_by": batch.started_by_name, "created_at": _local(batch.created_at),
        "started_at": _local(batch.started_at), "finished_at": _local(batch.finished_at),
    }  # fmt: skip


def _local(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


def newest(limit: int = 50) -> list[dict[str, Any]]:
    rows = ImportBatch.objects.select_related("channel").order_by("-created_at")[:limit]
    return [shown(batch) for batch in rows]


def mappings(channel_code: str = "") -> list[dict[str, Any]]:
    rows = ImportMapping.objects.select_related("channel").order_by("channel__sort", "name")
    if channel_code:
        rows = rows.filter(channel__code=channel_code)
    return [
        {"id": row.pk, "channel": row.channel.code, "name": row.name, "fields": row.fields, "options": row.options}
        for row in rows
    ]


def failures(batch: ImportBatch) -> Iterator[list[str]]:
    """The rows that failed, as they were, with their line and the reasons."""
    rows = ImportFailure.objects.filter(batch=batch).order_by("row")
    for failure in rows.iterator(chunk_size=500):
        cells = vault.open_(bytes(failure.sealed))
        yield [
            *(cells.get(column, "") for column in batch.columns), str(failure.row),
            "；".join(_words(error) for error in failure.errors)
            + (f"（多出的内容：{cells[SURPLUS][:80]}）" if SURPLUS in cells else ""),
        ]  # fmt: skip


def _words(error: dict[str, str]) -> str:
    column = error.get("column")
    return f"{column}：{error['message']}" if column else error["message"]


def write_failures(batch: ImportBatch, file: IO[bytes], kind: str) -> int:
    """The failed rows as "csv" or "xlsx", to be corrected and imported again; how many there are."""
    header = [*batch.columns, LINE, REASON]
    if kind == "xlsx":
        return write_xlsx(file, header, failures(batch), sheet="未导入的行")
    return write_csv(file, header, failures(batch))
