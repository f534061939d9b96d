"""chengyun dispatching …"""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


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


@dispatching.command()
@click.option("--train", "train_on", type=_FILE, required=True, help="CSV or CSV.gz with closed requests.")
@click.option("--test", "test_on", type=_FILE, required=True, help="CSV or CSV.gz to be judged on.")
@click.option("--text", required=True, help="Column with the text; several with commas: the first is the title.")
@click.option("--label", required=True, help="Column with who handled it, or any other label.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def evaluate(train_on: Path, test_on: Path, text: str, label: str, as_json: bool) -> None:
    """Train on one file, test on another, print how good it is. Needs no platform and no database. 评测。

    The cut for acting alone is fitted for 99 % precision on the training file only.

    Example: chengyun dispatching evaluate --train A.csv --test B.csv --text title,text --label department --json
    """
    import json

    from .learning import ModelError, evaluation

    columns = [name.strip() for name in text.split(",") if name.strip()]
    if not columns:
        raise click.UsageError("--text names no column")
    try:
        found = evaluation.evaluate(evaluation.read(train_on, columns, label), evaluation.read(test_on, columns, label))
    except (evaluation.FileError, ModelError) as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for name, value in found.items():
        click.echo(f"{name:28} {value}")
