"""What `chengyun import cases` does, without its words."""

from __future__ import annotations

import time
import uuid
from pathlib import Path
from typing import Any

import orjson

from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from .imports import runner, services
from .models import Channel, ImportBatch, ImportMapping

_ACTOR = system_actor("命令行导入")
_EXAMPLES = 20


def prepare(path: Path, channel: Channel, mapping: str | None, save_as: str = "") -> ImportBatch:
    """Receive the file and set its mapping: a saved name, a JSON file, or (None) the suggestion."""
    with path.open("rb") as file:
        batch, _ = services.receive(channel, file, path.name, _ACTOR)
    chosen = services.suggestion(batch) if mapping is None else _mapping(channel, mapping)
    return services.set_mapping(batch, chosen["fields"], chosen["options"], _ACTOR, save_as)


def _mapping(channel: Channel, name: str) -> dict[str, Any]:
    saved = ImportMapping.objects.filter(channel=channel, name=name).first()
    if saved is not None:
        return {"fields": saved.fields, "options": saved.options}
    path = Path(name)
    if not path.is_file():
        known = "、".join(ImportMapping.objects.filter(channel=channel).values_list("name", flat=True)) or "（无）"
        raise Problem(404, "no_mapping", f"没有名为 {name} 的对应关系，也没有这个文件。已保存的：{known}")
    try:
        document = orjson.loads(path.read_bytes())
        return {"fields": document["fields"], "options": document.get("options", {})}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Problem(422, "invalid", f'{name} 要写成 {{"fields": {{…}}, "options": {{…}}}} 的 JSON。') from None


def resumable(text: str) -> ImportBatch:
    """The import of that id. Raises Problem 404."""
    try:
        return services.find(uuid.UUID(text))
    except ValueError:
        raise Problem(404, "not_found", f"导入编号 {text[:40]} 不对。") from None


def run(batch: ImportBatch, progress: runner.Progress) -> tuple[ImportBatch, float]:
    """Run in this process: (the batch at its end, seconds)."""
    started = time.monotonic()
    return runner.run(batch.pk, progress), time.monotonic() - started


def dry_run(batch: ImportBatch) -> dict[str, Any]:
    """Check every row: {total, good, failed, examples: [(line, reasons)]}; the uploaded file is let go again."""
    builder = services.builder_of(batch)
    total = failed = 0
    examples: list[tuple[int, str]] = []
    with services.rows_of(batch) as rows:
        for line, row in rows:
            total += 1
            _, errors = builder.build(row)
            failed += bool(errors)
            if errors and len(examples) < _EXAMPLES:
                examples.append((line, "；".join(error["message"] for error in errors)))
    if batch.state == ImportBatch.UPLOADED and batch.cursor == 0:
        from .jobs import forget

        forget(batch)
        batch.delete()
    return {"total": total, "good": total - failed, "failed": failed, "examples": examples}
