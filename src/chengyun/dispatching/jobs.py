"""What the worker does: proposals for new cases, learning at night, the daily check of acting alone."""

from __future__ import annotations

import subprocess
import sys

from procrastinate.contrib.django import app

from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from . import acting, proposing, records, training
from .models import ModelVersion
from .rules import jobs as rule_jobs  # noqa: F401  (its tasks are found through this module)

LONGEST = 3 * 3600


@app.periodic(cron="* * * * *")
@app.task(name="dispatching.propose", lock="dispatching.propose", queueing_lock="dispatching.propose")
def propose(timestamp: int = 0) -> dict[str, int]:
    """As soon as a case comes, and every minute: who should handle the cases that wait."""
    return proposing.work_off()


@app.periodic(cron="40 2 * * *")
@app.task(name="dispatching.learn", queueing_lock="dispatching.learn")
def learn(timestamp: int) -> str:
    """Every night: learn from what has been closed; too few cases are no failure."""
    try:
        version = training.begin(system_actor("每晚训练"))
    except Problem as problem:
        return problem.title
    return in_a_process(version.pk)


@app.periodic(cron="10 5 * * *")
@app.task(name="dispatching.check", queueing_lock="dispatching.check")
def check(timestamp: int) -> str:
    """Every day: how far each source can be trusted, and whether acting alone is still right."""
    records.count()
    stopped = acting.check()
    return f"停用：{'、'.join(stopped)}" if stopped else ""


@app.task(name="dispatching.train", queueing_lock="dispatching.train")
def train(version_id: int) -> str:
    """A training that somebody asked for."""
    return in_a_process(version_id)


INTERRUPTED = "训练被中断（{}：平台停止，或内存不够），请重新训练。"


def in_a_process(version_id: int) -> str:
    """Train in a process of its own, so that its memory goes back; RuntimeError with its last words when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "chengyun", "dispatching", "train", "--version", str(version_id)],
        capture_output=True, text=True, timeout=LONGEST, check=False,
    )  # fmt: skip
    version = ModelVersion.objects.get(pk=version_id)
    if done.returncode or version.state == ModelVersion.TRAINING:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or [INTERRUPTED.format(done.returncode)]
        if version.state == ModelVersion.TRAINING:
            training.fail(version, last[0])
        raise RuntimeError(last[0][:400])
    return version.note[:200]
