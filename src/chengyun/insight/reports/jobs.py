"""What the worker does for reports: by the calendar, and when somebody asks."""

from __future__ import annotations

import subprocess
import sys

from procrastinate.contrib.django import app

from . import making, polishing, words
from .models import Report

LONGEST = 600


@app.periodic(cron="*/10 * * * *")
@app.task(name="reports.begin", queueing_lock="reports.begin")
def begin_due(timestamp: int) -> int:
    """Every ten minutes: begin the reports whose hour has come."""
    return len(making.begin_due())


@app.task(name="reports.make", queue="default")
def make_report(report_id: int) -> str:
    """Fill a report that waits."""
    return in_a_process(report_id)


@app.task(name="reports.polish", queue="default")
def polish(report_id: int, code: str) -> str:
    """Ask the language model for better words of a section."""
    return polishing.ask(report_id, code)


def in_a_process(report_id: int) -> str:
    """Fill it in a process of its own, so that its memory goes back; RuntimeError with its last words."""
    if not Report.objects.filter(pk=report_id, state__in=(words.WAITING, words.MAKING)).exists():
        return "已不在等待"
    done = subprocess.run(
        [sys.executable, "-m", "chengyun", "insight", "report", str(report_id)],
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    state = Report.objects.filter(pk=report_id).values_list("state", flat=True).first()
    if done.returncode or state in (words.WAITING, words.MAKING):
        making.fail(report_id, "没有做成，请重新取数；一再失败请告诉管理员。")
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or [f"exit {done.returncode}"]
        raise RuntimeError(last[0][:400])
    return words.STATES.get(state or "", "")
