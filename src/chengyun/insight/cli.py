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


@insight.command()
@click.option("--days", default=90, show_default=True, type=click.IntRange(1, 400), help="The last so many days.")
@click.option("--run", "run_id", type=int, help="A look that was asked for, by its number.")
def follow(days: int, run_id: int | None) -> None:
    """Follow the hot issues among the district's own cases. The worker does it every hour and every night.

    Example: chengyun insight follow --days 365
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from .hot import following
    from .hot.models import HotRun

    run = following.begin(days, None, "命令行") if run_id is None else HotRun.objects.filter(pk=run_id).first()
    if run is None:
        raise click.ClickException(f"没有编号为 {run_id} 的计算。")
    done = following.look(run)
    told = f"{done.added} 件归入热点，新热点 {done.new} 个，合并 {done.merged} 个"
    click.echo(f"{done.cases} 件：{told}；{run.seconds} 秒。")


@insight.command()
@click.argument("number", type=int)
def report(number: int) -> None:
    """Fill a report that waits: count, draw, propose its text. The worker does it by itself.

    Example: chengyun insight report 12
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from .reports import making

    done = making.fill(number)
    if done is None:
        raise click.ClickException(f"没有编号为 {number} 的报告在等待生成。")
    click.echo(f"{done.title}：已生成草稿。")
