"""What the worker does for the doors."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from chengyun.kernel.files import storage
from chengyun.kernel.models import StoredFile

from .doors import jobs as door_jobs  # noqa: F401  (the worker looks for jobs here)
from .imports import runner
from .models import ImportBatch, ImportFailure

log = logging.getLogger(__name__)

KEEP = timedelta(days=30)
"""How long the file of a finished import and its failed rows are kept: they hold personal data."""

STALLED = timedelta(minutes=3)


@app.task(name="channels.run_import")
def run_import(batch_id: str) -> dict[str, int | str]:
    """Run an import that was started from the page."""
    batch = runner.run(batch_id)
    return {"state": batch.state, "created": batch.created_count, "failed": batch.failed_count}


@app.periodic(cron="* * * * *")
@app.task(name="channels.resume_imports", queueing_lock="channels.resume_imports")
def resume_imports(timestamp: int) -> int:
    """Every minute: go on with imports whose worker was killed."""
    stalled = ImportBatch.objects.filter(
        state__in=(ImportBatch.WAITING, ImportBatch.RUNNING), moved_at__lt=timezone.now() - STALLED
    )
    for batch in stalled:
        log.warning("import %s stopped moving at row %s, going on", batch.pk, batch.cursor)
        runner.run(batch.pk)
    return len(stalled)


@app.periodic(cron="17 3 * * *")
@app.task(name="channels.forget_imports", queueing_lock="channels.forget_imports")
def forget_imports(timestamp: int) -> int:
    """Every night: remove the files and failed rows of imports that are older than 30 days."""
    old = ImportBatch.objects.filter(forgotten_at__isnull=True, created_at__lt=timezone.now() - KEEP).exclude(
        state__in=(ImportBatch.WAITING, ImportBatch.RUNNING)
    )
    count = 0
    for batch in old:
        forget(batch)
        count += 1
    return count


def forget(batch: ImportBatch) -> None:
    """Remove the file (unless something else has the same content) and the failed rows; the counts stay."""
    ImportFailure.objects.filter(batch=batch).delete()
    ImportBatch.objects.filter(pk=batch.pk).update(forgotten_at=timezone.now())
    shared = (
        ImportBatch.objects.filter(sha256=batch.sha256, forgotten_at__isnull=True).exists()
        or StoredFile.objects.filter(sha256=batch.sha256).exists()
    )
    if not shared:
        storage.path_of(batch.sha256).unlink(missing_ok=True)
