"""Background jobs for the page: what waits, runs, failed, is done; what comes next; trying again and calling off."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Avg, Count, Max, Min, Q
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ProcrastinateException

from chengyun.kernel import paging
from chengyun.kernel.problems import Problem

from .models import JobRun

PAGE = 50
DAY = timedelta(hours=24)
STATES = {"queued": ("todo",), "running": ("doing",), "failed": ("failed",), "cancelled": ("cancelled", "aborted")}

WORDS = {
    "OperationalError": "数据库暂时连不上，恢复后重试即可",
    "InterfaceError": "数据库连接中断，重试即可",
    "InsufficientPrivilege": "数据库账号权限不足",
    "DiskFull": "磁盘满了，先清理磁盘",
    "OSError": "读写文件出错，检查磁盘和目录权限",
    "FileNotFoundError": "要处理的文件不在了",
    "PermissionError": "没有读写文件的权限",
    "ConnectionError": "连不上对方系统，稍后重试",
    "ConnectError": "连不上对方系统，稍后重试",
    "TimeoutError": "等待超时，稍后重试",
    "VaultError": "密钥有问题，检查 keys 目录",
    "TaskNotFound": "程序里没有这个任务，可能是升级前留下的，可以取消",
    "MemoryError": "内存不够",
    "ValidationError": "数据不符合要求",
}


def overview() -> dict[str, Any]:
    """Counts, the oldest that waits, and every task with its last and next run."""
    now = timezone.now()
    counts = dict(
        ProcrastinateJob.objects.exclude(status="succeeded").values_list("status").annotate(Count("id")).order_by()
    )
    due = ProcrastinateJob.objects.filter(status="todo").filter(Q(scheduled_at=None) | Q(scheduled_at__lte=now))
    oldest = due.aggregate(at=Min("procrastinateevent__at"))["at"]
    done = JobRun.objects.filter(started_at__gte=now - DAY, outcome=JobRun.SUCCEEDED).count()
    return {
        "counts": {state: sum(counts.get(status, 0) for status in names) for state, names in STATES.items()}
        | {"done": done},
        "due": due.count(),
        "oldest_seconds": max(0, int((now - oldest).total_seconds())) if oldest else None,
        "tasks": tasks(now),
        "now": now,
    }


def tasks(now: datetime) -> list[dict[str, Any]]:
    """All tasks of the program, and what became of them in the last day."""
    day = {
        row["task"]: row
        for row in JobRun.objects.filter(started_at__gte=now - DAY).values("task").annotate(
            runs=Count("id"), failed=Count("id", filter=Q(outcome=JobRun.FAILED)), seconds=Avg("seconds"),
            last=Max("started_at"),
        )
    }  # fmt: skip
    crons = {periodic.task.name: periodic.cron for periodic in app.periodic_registry.periodic_tasks.values()}
    found = []
    for name, task in sorted(app.tasks.items()):
        if name.startswith(("builtin:", "procrastinate.")) or "builtin_tasks" in name:
            continue
        seen: Any = day.get(name, {})
        found.append({
            "name": name, "about": _first_line(task.func.__doc__), "cron": crons.get(name, ""),
            "next_at": _next(crons[name], now) if name in crons else None, "last_at": seen.get("last"),
            "runs": seen.get("runs", 0), "failed": seen.get("failed", 0),
            "seconds": round(seen["seconds"], 2) if seen.get("seconds") is not None else None,
        })  # fmt: skip
    return found


def _first_line(doc: str | None) -> str:
    return (doc or "").strip().split("\n", 1)[0]


def _next(cron: str, now: datetime) -> datetime:
    from croniter import croniter

    found: datetime = croniter(cron, now).get_next(datetime)
    return found


# --- lists ----------------------------------------------------------------------------------------------------------
def listed(state: str, task: str, cursor: str) -> dict[str, Any]:
    """Jobs of a state, the latest first; "done" lists runs that succeeded."""
    before = _before(cursor)
    if state == "done":
        return _page(_runs(JobRun.SUCCEEDED, task, before), _told_run)
    jobs = ProcrastinateJob.objects.filter(status__in=STATES[state]).order_by("-id")
    if task:
        jobs = jobs.filter(task_name=task)
    if before:
        jobs = jobs.filter(id__lt=before)
    rows = list(jobs.annotate(since=Max("procrastinateevent__at"))[: PAGE + 1])
    last = _last_runs([row.id for row in rows])
    return _page(rows, lambda row: _told_job(row, last.get(row.id)))


def _runs(outcome: str, task: str, before: int | None) -> list[JobRun]:
    runs = JobRun.objects.filter(outcome=outcome).order_by("-id").defer("trace")
    if task:
        runs = runs.filter(task=task)
    if before:
        runs = runs.filter(id__lt=before)
    return list(runs[: PAGE + 1])


def history(task: str, cursor: str) -> dict[str, Any]:
    """Every run of one task, the latest first."""
    before = _before(cursor)
    runs = JobRun.objects.filter(task=task).order_by("-id").defer("trace")
    return _page(list((runs.filter(id__lt=before) if before else runs)[: PAGE + 1]), _told_run)


def _before(cursor: str) -> int | None:
    if not cursor:
        return None
    (last,) = paging.decode_cursor(cursor, 1)
    if not isinstance(last, int) or isinstance(last, bool) or not 0 < last < 2**63:
        raise paging.bad_cursor()
    return last


def _page(rows: list[Any], tell: Any) -> dict[str, Any]:
    more = rows[PAGE - 1].pk if len(rows) > PAGE else None
    return {
        "items": [tell(row) for row in rows[:PAGE]],
        "next_cursor": paging.encode_cursor([more]) if more else None,
    }


def _last_runs(job_ids: list[int]) -> dict[int, JobRun]:
    found: dict[int, JobRun] = {}
    for run in JobRun.objects.filter(job_id__in=job_ids, outcome=JobRun.FAILED).order_by("id").defer("trace"):
        if run.job_id is not None:
            found[run.job_id] = run
    return found


def _told_job(row: Any, run: JobRun | None) -> dict[str, Any]:
    return {
        "job_id": row.id, "run_id": run.pk if run else None, "task": row.task_name, "state": _state(row.status),
        "args": row.args, "attempt": row.attempts, "at": row.since, "scheduled_at": row.scheduled_at,
        "seconds": run.seconds if run else None, "result": "", "reason": reason(run) if run else "",
    }  # fmt: skip


def _state(status: str) -> str:
    return next(state for state, names in STATES.items() if status in names)


def _told_run(run: JobRun) -> dict[str, Any]:
    return {
        "job_id": run.job_id, "run_id": run.pk, "task": run.task,
        "state": "done" if run.outcome == JobRun.SUCCEEDED else run.outcome.replace(JobRun.ABORTED, "cancelled"),
        "args": run.args, "attempt": run.attempt, "at": run.started_at, "scheduled_at": None, "seconds": run.seconds,
        "result": run.result, "reason": reason(run) if run.outcome == JobRun.FAILED else "",
    }  # fmt: skip


def reason(run: JobRun) -> str:
    """Why it failed, in words where the kind of error is known."""
    words = WORDS.get(run.error_kind, "")
    said = run.error.strip().split("\n", 1)[0]
    return "：".join(part for part in (words, said) if part) or run.error_kind


def detail(run_id: int) -> dict[str, Any]:
    """One run with the place where it broke. Problem 404."""
    run = JobRun.objects.filter(pk=run_id).first() if 0 < run_id < 2**63 else None
    if run is None:
        raise Problem(404, "not_found", "没有这次运行的记录", "成功的记录保留 7 天，失败的保留 90 天。")
    return {**_told_run(run), "error_kind": run.error_kind, "error": run.error, "trace": run.trace}


# --- doing ----------------------------------------------------------------------------------------------------------
def retry(job_id: int) -> None:
    """Put a failed job in the queue again. Problem 404, 409."""
    job = _find(job_id)
    if job.status != "failed":
        raise Problem(409, "not_failed", "只有失败的任务可以重试", "列表可能已过时，请刷新。")
    try:
        with transaction.atomic():
            app.job_manager.retry_job_by_id(job_id=job.id, retry_at=timezone.now(), queue=job.queue_name)
    except (ProcrastinateException, IntegrityError) as error:
        raise Problem(409, "already_queued", "同样的任务已在排队", "等它完成即可，这一条可以取消。") from error


def cancel(job_id: int) -> None:
    """Call a waiting or failed job off; a running one is asked to stop. Problem 404, 409."""
    job = _find(job_id)
    if job.status == "todo":
        done = app.job_manager.cancel_job_by_id(job.id)
    elif job.status == "doing":
        done = app.job_manager.cancel_job_by_id(job.id, abort=True)
    elif job.status == "failed":
        done = _dismiss(job.id)
    else:
        done = False
    if not done:
        raise Problem(409, "cannot_cancel", "这个任务已经结束", "列表可能已过时，请刷新。")


def _dismiss(job_id: int) -> bool:
    """A failed job goes; what is known of its run stays."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE id = %s AND status = 'failed'", [job_id])
        return bool(cursor.rowcount == 1)


def _find(job_id: int) -> Any:
    job = ProcrastinateJob.objects.filter(pk=job_id).first() if 0 < job_id < 2**63 else None
    if job is None:
        raise Problem(404, "not_found", "没有这个任务", "它可能已经完成。")
    return job
