"""Background jobs on the page: why they failed, in words; tried again; called off."""

import asyncio
import json

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from chengyun.operations import job_board, jobs, runs
from chengyun.operations.models import JobRun
from chengyun.org.models import Account, Grant, Role

pytestmark = pytest.mark.django_db


class Context:
    class job:
        id, task_name, queue, task_kwargs, attempts = 7, "cases.seal", "default", {"timestamp": 1}, 0


@pytest.fixture
def admin(db):
    role = Role.objects.create(code="ops", name="运维", permissions=["job.manage", "system.view"])
    account = Account.objects.create(username="ops", display_name="演示运维")
    Grant.objects.create(account=account, role=role)
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture(autouse=True)
def written_at_once(monkeypatch):
    """The worker writes in a thread with a connection of its own; the test looks in its transaction."""

    async def write(run):
        written.append(run)

    written: list[JobRun] = []
    monkeypatch.setattr(runs, "_write", write)
    return written


def went(written, work):
    async def call_next():
        return work()

    try:
        asyncio.run(runs.record(call_next, Context, None))
    finally:
        for run in written:
            run.save()


def a_job(status="failed", task="cases.seal", **more):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args) VALUES ('default', %s, %s, %s)"
            " RETURNING id",
            [task, status, json.dumps(more)],
        )
        return cursor.fetchone()[0]


def test_a_run_that_succeeds_is_written_with_its_result(written_at_once):
    went(written_at_once, lambda: {"made": 3})
    run = JobRun.objects.get()
    assert (run.task, run.outcome, run.result, run.attempt) == ("cases.seal", "succeeded", "{'made': 3}", 1)


def test_a_run_that_fails_is_written_with_reason_and_place_and_fails_all_the_same(written_at_once):
    def work():
        raise FileNotFoundError("no such file: /tmp/x\x00")

    with pytest.raises(FileNotFoundError):
        went(written_at_once, work)
    run = JobRun.objects.get()
    assert run.outcome == "failed"
    assert "in work" in run.trace
    assert job_board.reason(run) == "要处理的文件不在了：no such file: /tmp/x"


def test_a_record_that_cannot_be_written_does_not_spoil_the_job(monkeypatch, written_at_once):
    monkeypatch.undo()
    monkeypatch.setattr(runs, "_save", lambda run: 1 / 0)

    async def call_next():
        return 5

    assert asyncio.run(runs.record(call_next, Context, None)) == 5


def test_failed_jobs_are_listed_with_their_reason_and_tried_again(admin):
    job = a_job()
    JobRun.objects.create(
        job_id=job, task="cases.seal", started_at=timezone.now(), outcome="failed", error_kind="OperationalError",
        error="server closed the connection", trace="Traceback …",
    )  # fmt: skip
    row = admin.get("/api/v1/system/jobs?state=failed").json()["items"][0]
    assert row["reason"].startswith("数据库暂时连不上")
    assert admin.get(f"/api/v1/system/jobs/runs/{row['run_id']}").json()["trace"] == "Traceback …"
    assert admin.get("/api/v1/system/jobs/overview").json()["counts"]["failed"] == 1
    assert send(admin, f"/system/jobs/{job}/retry") == 204
    assert ProcrastinateJob.objects.get(pk=job).status == "todo"
    assert send(admin, f"/system/jobs/{job}/retry") == 409


def test_jobs_are_called_off_and_failed_ones_put_away(admin):
    waiting, failed = a_job("todo"), a_job("failed")
    assert send(admin, f"/system/jobs/{waiting}/cancel") == 204
    assert ProcrastinateJob.objects.get(pk=waiting).status == "cancelled"
    assert send(admin, f"/system/jobs/{failed}/cancel") == 204
    assert not ProcrastinateJob.objects.filter(pk=failed).exists()
    assert send(admin, f"/system/jobs/{failed}/cancel") == 404
    assert send(admin, f"/system/jobs/{2**70}/cancel") == 404


def test_every_task_says_when_it_runs_next(admin):
    tasks = {row["name"]: row for row in admin.get("/api/v1/system/jobs/overview").json()["tasks"]}
    assert tasks["cases.watch"]["next_at"] is not None
    assert tasks["channels.run_import"]["next_at"] is None
    assert tasks["cases.watch"]["about"].startswith("Every minute")


def test_long_lists_are_read_page_by_page(admin):
    JobRun.objects.bulk_create(
        JobRun(task="cases.watch", started_at=timezone.now(), outcome="succeeded") for _ in range(120)
    )
    seen, cursor = [], ""
    while True:
        page = admin.get(f"/api/v1/system/jobs?state=all&task=cases.watch&cursor={cursor}").json()
        seen += [row["run_id"] for row in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 120
    assert admin.get("/api/v1/system/jobs?cursor=nonsense").status_code == 400


def test_old_runs_are_forgotten_failures_later(db):
    now = timezone.now()
    for days, outcome in ((6, "succeeded"), (8, "succeeded"), (8, "failed"), (91, "failed")):
        JobRun.objects.create(task="t", started_at=now - timezone.timedelta(days=days), outcome=outcome)
    assert jobs.forget_runs(0) == 2
    assert sorted(JobRun.objects.values_list("outcome", flat=True)) == ["failed", "succeeded"]


def send(client, path):
    return client.post(f"/api/v1{path}").status_code
