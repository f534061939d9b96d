"""Writing down every run of a job: what procrastinate calls around each one in the worker."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.utils import timezone

log = logging.getLogger(__name__)
TRACE_LENGTH = 20_000


async def record(call_next: Callable[[], Awaitable[Any]], context: Any, worker: Any) -> Any:
    """Worker middleware: run the job, write down how it went, and let the outcome pass."""
    from .models import JobRun

    started, clock = timezone.now(), time.monotonic()
    error: BaseException | None = None
    result: Any = None
    try:
        result = await call_next()
    except BaseException as caught:
        error = caught
        raise
    finally:
        run = JobRun(
            job_id=context.job.id, task=context.job.task_name[:128], queue=context.job.queue[:128],
            args=context.job.task_kwargs, attempt=context.job.attempts + 1, started_at=started,
            seconds=round(time.monotonic() - clock, 3), **told(error, result),
        )  # fmt: skip
        await _write(run)
    return result


def told(error: BaseException | None, result: Any) -> dict[str, str]:
    """Outcome, result, and for a failure its kind, its words and where it happened."""
    if error is None:
        return {"outcome": "succeeded", "result": "" if result is None else clean(str(result))[:200]}
    if not isinstance(error, Exception) or type(error).__name__ == "JobAborted":
        return {"outcome": "aborted", "error_kind": type(error).__name__}
    lines = "".join(traceback.format_exception(error))
    return {
        "outcome": "failed", "error_kind": type(error).__name__[:120], "error": clean(str(error))[:500],
        "trace": clean(lines)[-TRACE_LENGTH:],
    }  # fmt: skip


def clean(text: str) -> str:
    return text.replace("\x00", "")


async def _write(run: Any) -> None:
    """A record that cannot be written must not turn a job that succeeded into one that failed."""
    try:
        await sync_to_async(_save)(run)
    except Exception:
        log.exception("the run of %s could not be written down", run.task)


def _save(run: Any) -> None:
    from django.db import close_old_connections

    close_old_connections()
    try:
        run.save()
    finally:
        close_old_connections()
