"""HTTP of the operations room: background jobs, the state of the system, who read what. Thin."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from ninja import Query, Router, Status
from pydantic import StringConstraints

from chengyun.kernel.given import Moment
from chengyun.org.addresses import client_address
from chengyun.org.auth import session_or_token
from chengyun.org.schemas import Text

from . import job_board, licences, read_audit, schemas, system

router = Router(auth=session_or_token, tags=["system"])
Words = Annotated[Text, StringConstraints(max_length=128)]


@router.get("/system/status", response=schemas.SystemOut, summary="Every check of the platform")
def read_status(request: Any) -> Any:
    request.actor.require("system.view")
    return system.status()


@router.get("/system/components", response=list[schemas.ComponentOut], summary="Python components and licences")
def list_components(request: Any) -> Any:
    request.actor.require("system.view")
    return licences.python_packages()


# --- jobs -----------------------------------------------------------------------------------------------------------
@router.get("/system/jobs/overview", response=schemas.JobOverviewOut, summary="Counts of jobs, tasks, next runs")
def read_overview(request: Any) -> Any:
    request.actor.require("job.manage")
    return job_board.overview()


@router.get("/system/jobs", response=schemas.JobPage, summary="Jobs of a state, or every run of a task")
def list_jobs(
    request: Any,
    state: Literal["queued", "running", "failed", "cancelled", "done", "all"] = "failed",
    task: Words = "",
    cursor: str = "",
) -> Any:
    """`state=all` with a task lists its runs, whatever became of them."""
    request.actor.require("job.manage")
    return job_board.history(task, cursor) if state == "all" else job_board.listed(state, task, cursor)


@router.get("/system/jobs/runs/{int:run_id}", response=schemas.JobRunOut, summary="One run, with where it broke")
def read_run(request: Any, run_id: int) -> Any:
    request.actor.require("job.manage")
    return job_board.detail(run_id)


@router.post("/system/jobs/{int:job_id}/retry", response={204: None}, summary="Try a failed job again")
def retry_job(request: Any, job_id: int) -> Any:
    request.actor.require("job.manage")
    job_board.retry(job_id)
    return Status(204, None)


@router.post("/system/jobs/{int:job_id}/cancel", response={204: None}, summary="Call a job off")
def cancel_job(request: Any, job_id: int) -> Any:
    request.actor.require("job.manage")
    job_board.cancel(job_id)
    return Status(204, None)


# --- who read what --------------------------------------------------------------------------------------------------
@router.get("/audit/reads", response=schemas.ReadPage, tags=["audit"], summary="Who saw, exported or printed what")
def list_reads(
    request: Any,
    username: Words = "",
    kind: Literal["", "unmask", "export", "print", "look", "resident_unmask", "resident_look", "track"] = "",
    number: Words = "",
    since: Moment | None = None,
    until: Moment | None = None,
    clear: bool = False,
    cursor: str = "",
) -> Any:
    """Newest first, 50 a page. `clear`: only with personal data."""
    request.actor.require("audit.reads")
    return read_audit.page(read_audit.Wanted(username, kind, number, since, until, clear), cursor)


@router.get("/audit/reads/export", response={200: None}, tags=["audit"], summary="The same as CSV or XLSX")
def export_reads(
    request: Any,
    username: Words = "",
    kind: Literal["", "unmask", "export", "print", "look", "resident_unmask", "resident_look", "track"] = "",
    number: Words = "",
    since: Moment | None = None,
    until: Moment | None = None,
    clear: bool = False,
    format: str = Query("xlsx", pattern="^(xlsx|csv)$"),
) -> Any:
    request.actor.require("audit.reads")
    wanted = read_audit.Wanted(username, kind, number, since, until, clear)
    return read_audit.export(wanted, format, request.actor, client_address(request))
