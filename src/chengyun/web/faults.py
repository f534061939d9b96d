"""The database gone for a moment (restarted, failed over, overloaded): said so, not passed off as a fault of ours."""

from __future__ import annotations

import logging

from chengyun.kernel.problems import Problem

log = logging.getLogger(__name__)


def database_away(error: Exception) -> Problem:
    """A 503 that asks to try again."""
    log.warning("database away: %s", error)
    return Problem(
        503,
        "database_away",
        "数据库暂时没有应答",
        "请稍后再试；您填写的内容仍在页面上。",
        headers={"Retry-After": "2"},
    )
