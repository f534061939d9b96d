"""What the worker does by the clock."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

from . import counting, digests, reading
from .hot import jobs as hot_jobs  # noqa: F401  (its tasks are found through this module)
from .warnings import raising, rules

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="insight.merge", queueing_lock="insight.merge")
def merge_differences(timestamp: int) -> int:
    """Every minute: add what changed to the counts by month."""
    return counting.merge()


@app.periodic(cron="*/5 * * * *")
@app.task(name="insight.digests", queueing_lock="insight.digests")
def make_digests(timestamp: int) -> int:
    """Every five minutes: the summaries for leaders whose hour has come."""
    return digests.make_due()


@app.periodic(cron="20 3 * * *")
@app.task(name="insight.recount", queueing_lock="insight.recount")
def recount_all(timestamp: int) -> int:
    """Every night: compare the counts with the cases, name and correct what differs."""
    found = counting.recount()
    if found.wrong:
        log.error("board: %s of %s counts were wrong and have been corrected", found.wrong, found.counts)
    return found.wrong


@app.task(name="insight.read_now", pass_context=False)
def read_now() -> int:
    """Called by the database when new words cannot wait: read them, and raise what words alone say."""
    reading.read(most=2000)
    return raising.run(severe_only=True)


@app.periodic(cron="*/2 * * * *")
@app.task(name="insight.warn", queueing_lock="insight.warn")
def look_for_warnings(timestamp: int) -> int:
    """Every two minutes: read what came in, then look by all rules."""
    rules.keep_pattern()
    reading.read()
    return raising.run()


@app.periodic(cron="40 3 * * *")
@app.task(name="insight.forget_hits", queueing_lock="insight.forget_hits")
def forget_hits(timestamp: int) -> int:
    """Every night: words that no rule can look back to any more."""
    return reading.forget_old()
