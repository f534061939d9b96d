"""Doing an import: batch by batch, each in one transaction with the place that it has reached.

Whatever happens between two commits (kill -9, power cut, lost connection), the next run goes on behind the last
committed batch; two runs of the same import cannot both move it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

import orjson
from django.db import transaction
from django.utils import timezone

from chengyun.cases import lifecycle
from chengyun.cases.bulk import Made, create_many
from chengyun.cases.copying import copy_tuples
from chengyun.cases.engine import Then
from chengyun.kernel import vault
from chengyun.kernel.problems import Problem
from chengyun.kernel.tabular import TableError
from chengyun.org.access import Actor, system_actor

from ..models import ImportBatch, ImportFailure
from . import ahead, services
from .ahead import Chunk, Failure
from .building import Builder

BATCH = 1000
Progress = Callable[[ImportBatch], Any]


class TakenOver(Exception):
    """Somebody stopped this import, or another process is running it."""


def run(batch_id: Any, progress: Progress | None = None, size: int = BATCH) -> ImportBatch:
    """Run an import to its end, from where it stands. Returns the batch: done, stopped, or failed with a message."""
    batch = services.find(batch_id)
    if batch.state == ImportBatch.DONE:
        return batch
    try:
        builder = services.builder_of(batch)
        batch.state = ImportBatch.RUNNING
        batch.started_at = batch.started_at or timezone.now()
        batch.moved_at, batch.message = timezone.now(), ""
        batch.save(update_fields=["state", "started_at", "moved_at", "message"])
        with closing(ahead.chunks(batch, builder, size)) as chunks:
            for chunk in chunks:
                batch = _settle(batch, builder, chunk)
                if progress is not None:
                    progress(batch)
    except TakenOver:
        return services.find(batch_id)
    except (Problem, TableError) as error:
        return _end(batch_id, ImportBatch.FAILED, str(getattr(error, "detail", "") or error)[:300])
    if batch.cursor != batch.total:
        return _end(batch_id, ImportBatch.FAILED, f"文件有 {batch.total} 行，只读到 {batch.cursor} 行。")
    return _end(batch_id, ImportBatch.DONE, "")


def actor_of(batch: ImportBatch) -> Actor:
    """Who registers: the platform, on behalf of the person who started the import."""
    return system_actor(f"文件导入（{batch.started_by_name or batch.channel.name}）"[:80])


def then_of(builder: Builder) -> Then:
    """What is done with each new case at once."""
    wanted = builder.options.accept or builder.channel.auto_accept
    if wanted and "accept" in lifecycle.get(builder.channel.lifecycle).actions:
        return [("accept", {})]
    return []


def _settle(batch: ImportBatch, builder: Builder, chunk: Chunk) -> ImportBatch:
    """Create the cases of these rows, keep the faults, move on: all or nothing."""
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update(of=("self",)).select_related("channel").get(pk=batch.pk)
        if locked.cursor != batch.cursor or locked.state != ImportBatch.RUNNING:
            raise TakenOver
        made = create_many(actor_of(locked), chunk.registrations, then_of(builder), prepared=chunk.prepared)
        failures = list(chunk.failures)
        for row, result in zip(chunk.rows, made, strict=True):
            if result.problem is not None:
                failures.append((row, _faults(result)))
        _keep(locked, failures)
        locked.cursor += chunk.size
        locked.created_count += sum(result.is_new for result in made)
        locked.unchanged_count += sum(not result.is_new and result.problem is None for result in made)
        locked.failed_count += len(failures)
        locked.moved_at = timezone.now()
        locked.save(update_fields=["cursor", "created_count", "unchanged_count", "failed_count", "moved_at"])
    return locked


def _faults(result: Made) -> list[dict[str, str]]:
    problem = result.problem
    assert problem is not None
    errors: list[dict[str, str]] = problem.extra.get("errors") or [
        {"field": "", "message": problem.detail or problem.title}
    ]
    return errors


def _keep(batch: ImportBatch, failures: list[Failure]) -> None:
    copy_tuples(ImportFailure._meta.db_table, ("batch_id", "row", "errors", "sealed"), (
        (batch.pk, line, orjson.dumps(errors).decode(), vault.seal(cells))
        for (line, cells), errors in sorted(failures, key=lambda failure: failure[0][0])
    ))  # fmt: skip


def _end(batch_id: Any, state: str, message: str) -> ImportBatch:
    with transaction.atomic():
        batch = ImportBatch.objects.select_for_update(of=("self",)).select_related("channel").get(pk=batch_id)
        if batch.state == ImportBatch.RUNNING or state == ImportBatch.FAILED:
            batch.state, batch.message, batch.finished_at = state, message, timezone.now()
            batch.save(update_fields=["state", "message", "finished_at"])
    return batch
