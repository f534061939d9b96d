"""Background jobs outlive the worker that had them in hand."""

from __future__ import annotations

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app

from chengyun.kernel import jobs

pytestmark = pytest.mark.django_db(transaction=True)


def job_in_hand(*, silent_for: int, lock: str | None = None) -> int:
    """A job that a worker has taken, who gave its last sign of life so many seconds ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 s') RETURNING id",
            [silent_for],
        )
        worker = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, worker_id, queueing_lock)"
            " VALUES ('default', 'kernel.sweep_drafts', '{\"timestamp\": 0}', 'doing', %s, %s) RETURNING id",
            [worker, lock],
        )
        return int(cursor.fetchone()[0])


def status(job: int) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [job])
        row = cursor.fetchone()
        return str(row[0]) if row else None


def test_a_job_of_a_killed_worker_is_done_again_and_one_in_good_hands_is_left():
    lost, held = job_in_hand(silent_for=120), job_in_hand(silent_for=5)
    async_to_sync(jobs.retry_stalled.func)(timestamp=0)
    assert (status(lost), status(held)) == ("todo", "doing")


def test_a_lost_job_that_is_waiting_again_already_is_not_done_twice():
    lost = job_in_hand(silent_for=120, lock="kernel.sweep_drafts")
    other = job_in_hand(silent_for=120)
    waiting = app.tasks["kernel.sweep_drafts"].defer(timestamp=1)
    async_to_sync(jobs.retry_stalled.func)(timestamp=0)
    assert status(lost) is None
    assert (status(waiting), status(other)) == ("todo", "todo")
