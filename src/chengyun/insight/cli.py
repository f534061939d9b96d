"""chengyun insight …"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click


@click.group()
def insight() -> None:
    """Figures of all cases. 统计。

    Example: chengyun insight recount
    """


@insight.command()
def recount() -> None:
    """Compare the counts behind the board with the cases, name every difference and correct it.

    Example: chengyun insight recount
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from . import counting

    found = counting.recount()
    for row in found.differences:
        click.echo(f"✗ {row['month']} {row['axis']} {row['face']} {row['key']} {row['channel']}: {row['cases']:+}")
    if found.wrong:
        click.echo(f"{found.counts} 项计数中有 {found.wrong} 项与案件不符，已更正。")
        raise SystemExit(1)
    click.echo(f"✓ {found.counts} 项计数与案件相符。")


@insight.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
@click.option("--most", default=200, show_default=True, type=click.IntRange(1, 10_000), help="So many issues.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="Only messages from this day on.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Only messages up to this day, inclusive.")
def hot(file: Path, as_json: bool, most: int, first: datetime | None, last: datetime | None) -> None:
    """What is heating up in a CSV or .csv.gz file of messages. Needs neither the platform nor its database.

    Columns: id, title, text, time; likes, dislikes and user_id where present, in English or Chinese.

    Example: chengyun insight hot messages.csv.gz --json
    """
    from .hot import telling

    telling.run(file, as_json, most, first, last)
