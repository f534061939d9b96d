"""What the worker does for the kernel by the clock."""

from __future__ import annotations

from procrastinate.contrib.django import app


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
