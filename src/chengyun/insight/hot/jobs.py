"""What the worker does for hot issues: every hour when cases came, every night, and when somebody asks."""

from __future__ import annotations

import subprocess
import sys

from django.utils import timezone
from procrastinate.contrib.django import app

from . import following
from .models import HotRun

SHORT, LONG = 30, 90
LONGEST = 3600
CLOCK = "每小时"
NIGHT = "每晚"


@app.periodic(cron="12 * * * *")
@app.task(name="insight.hot", queueing_lock="insight.hot")
def look_hourly(timestamp: int) -> str:
    """Every hour: give new cases to the hot issues, or find new ones; the first time over a quarter."""
    if not following.is_due():
        return "没有新案件"
    first = not HotRun.objects.filter(state=HotRun.DONE).exists()
    return in_a_process(following.begin(LONG if first else SHORT, None, CLOCK).pk)


@app.periodic(cron="50 2 * * *")
@app.task(name="insight.hot_night", queueing_lock="insight.hot_night")
def look_nightly(timestamp: int) -> str:
    """Every night: the same over a quarter; runs older than a month go."""
    following.forget_old()
    return in_a_process(following.begin(LONG, None, NIGHT).pk)


@app.task(name="insight.hot_window", queue="default")
def look_at(run_id: int) -> str:
    """A window that somebody asked for."""
    return in_a_process(run_id)


def in_a_process(run_id: int) -> str:
    """Look in a process of its own, so that its memory goes back; RuntimeError with its last words when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "chengyun", "insight", "follow", "--run", str(run_id)],
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    run = HotRun.objects.defer("ranking").get(pk=run_id)
    if done.returncode or run.state != HotRun.DONE:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or [f"exit {done.returncode}"]
        HotRun.objects.filter(pk=run_id).update(
            state=HotRun.FAILED, said="没有算完，请重试；一再失败请告诉管理员。", finished_at=timezone.now()
        )
        raise RuntimeError(last[0][:400])
    return f"{run.cases} 件，{run.issues} 个热点，{run.seconds} 秒"
