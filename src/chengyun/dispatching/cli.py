"""chengyun dispatching …"""

from __future__ import annotations

import click


@click.group()
def dispatching() -> None:
    """Who should handle a case. 派单。

    Example: chengyun dispatching evaluate --train A.csv --test B.csv --text text --label department
    """


@dispatching.command()
@click.option("--version", type=click.IntRange(1), help="A version that was begun by the page; else a new one.")
def train(version: int | None) -> None:
    """Learn from closed cases, compare with the running model, put the better one to use. 训练派单模型。

    Example: chengyun dispatching train
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from chengyun.kernel.problems import Problem
    from chengyun.org.access import system_actor

    from . import training

    try:
        number = version or training.begin(system_actor("命令行")).pk
    except Problem as problem:
        raise click.ClickException(problem.detail) from None
    found = training.run(number)
    click.echo(f"{found.pk}: {found.STATES[found.state]}。{found.note}")
    if found.state == found.FAILED:
        raise SystemExit(1)
