"""What the worker does for the kernel by the clock."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

log = logging.getLogger(__name__)
SILENCE = 60.0


@app.periodic(cron="* * * * *")
@app.task(name="kernel.retry_stalled", queueing_lock="kernel.retry_stalled")
async def retry_stalled(timestamp: int) -> None:
    """Every minute: jobs whose worker was killed (no sign of life for a minute) are done again."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
        log.warning("job %s (%s) lost its worker and is done again", job.id, job.task_name)
        try:
            await app.job_manager.retry_job(job)
        except UniqueViolation:  # the same work waits in the queue already
            await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)


@app.periodic(cron="*/10 * * * *")
@app.task(name="kernel.scan_files", queueing_lock="kernel.scan_files")
def scan_files(timestamp: int) -> dict[str, int]:
    """Every ten minutes: scan files that came while no scanner answered."""
    from .files import scan_pending

    return scan_pending()


@app.periodic(cron="17 * * * *")
@app.task(name="kernel.sweep_drafts", queueing_lock="kernel.sweep_drafts")
def sweep_drafts(timestamp: int) -> int:
    """Every hour: remove uploads that a killed process left half done."""
    from .files import storage

    return storage.sweep()


@app.periodic(cron="27 3 * * *")
@app.task(name="kernel.sweep_limits", queueing_lock="kernel.sweep_limits")
def sweep_limits(timestamp: int) -> int:
    """Every night: forget how much of their limits those have left who did not come for a day."""
    from . import ratelimit

    return ratelimit.sweep()
