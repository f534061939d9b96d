"""`chengyun insight hot FILE`: reading, finding, printing."""

from __future__ import annotations

import json
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from .find import find
from .matter import Issue
from .reading import NotReadable, read_file

PROBLEMS = 20


def run(file: Path, as_json: bool, most: int, first: datetime | None, last: datetime | None) -> None:
    begun = time.perf_counter()
    try:
        given = read_file(file)
    except NotReadable as fault:
        raise click.ClickException(str(fault)) from fault
    until = last + timedelta(days=1) if last else None
    matters = [
        matter
        for matter in given.matters
        if (first is None or (matter.time and matter.time >= first))
        and (until is None or (matter.time and matter.time < until))
    ]
    for line, problem in given.problems[:PROBLEMS]:
        click.echo(f"第 {line} 行：{problem}", err=True)
    if len(given.problems) > PROBLEMS:
        click.echo(f"……还有 {len(given.problems) - PROBLEMS} 处。", err=True)
    issues = find(matters, first, until, most)
    seconds = round(time.perf_counter() - begun, 2)
    if as_json:
        told = {
            "issues": [as_row(issue) for issue in issues], "seconds": seconds, "messages": len(matters),
            "skipped": given.skipped, "problems": len(given.problems),
        }  # fmt: skip
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo(f"{len(matters)} 条，{len(issues)} 个热点，{seconds} 秒；{given.skipped} 行没有计入。")
    for issue in issues:
        days = f"{_day(issue.first)}～{_day(issue.last)}" if issue.first else "时间不详"
        click.echo(f"{issue.rank:>4}  {issue.heat:>6.1f}  {len(issue.members):>4} 件  {days}  {issue.title}")


def as_row(issue: Issue) -> dict[str, Any]:
    """An issue as the command prints it."""
    return {
        "rank": issue.rank, "title": issue.title, "place": issue.place, "heat": issue.heat,
        "from": issue.first.isoformat(" ") if issue.first else None,
        "to": issue.last.isoformat(" ") if issue.last else None,
        "members": issue.members,
        "parts": {part.code: {"count": part.count, "points": part.points} for part in issue.parts},
        "words": [word for word, _ in issue.words[:12]],
    }  # fmt: skip


def _day(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d") if moment else ""
