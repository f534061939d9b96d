"""chengyun insight …"""

from __future__ import annotations

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
