"""chengyun audit …"""

from __future__ import annotations

import click


@click.group()
def audit() -> None:
    """Prove that history was not touched. 审计：证明记录未被改动。

    Example: chengyun audit verify
    """


@audit.command()
@click.argument("numbers", nargs=-1)
def verify(numbers: tuple[str, ...]) -> None:
    """Walk every chain of events (or those of some cases) and the seals; name what was changed or removed.

    Example: chengyun audit verify TS-20261121-000123
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from . import audit as audits
    from .models import Case, Event

    faults = 0
    for finding in audits.verify(list(numbers) or None):
        faults += 1
        place = " ".join(str(part) for part in (finding.case, finding.seq and f"#{finding.seq}") if part)
        click.echo(f"✗ {place} {finding.what}")
    if faults:
        click.echo(f"{faults} 处问题。")
        raise SystemExit(1)
    cases, events = Case.objects.all(), Event.objects.all()
    if numbers:
        cases, events = cases.filter(number__in=numbers), events.filter(case__number__in=numbers)
        missing = sorted(set(numbers) - set(cases.values_list("number", flat=True)))
        if missing:
            raise click.ClickException(f"没有这些案件：{'、'.join(missing)}")
    click.echo(f"✓ {cases.count()} 个案件、{events.count()} 条记录，链条完整。")


@audit.command()
def seal() -> None:
    """Seal the events of finished transactions now (the worker does it every ten minutes).

    Example: chengyun audit seal
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from . import audit as audits

    made = audits.seal()
    click.echo(f"已封存 {made.count} 条记录。" if made else "没有新的记录需要封存。")


@click.group()
def limits() -> None:
    """Limits and calendars: what a change does to open cases. 时限。

    Example: chengyun limits recompute --dry-run
    """


@limits.command()
@click.option("--dry-run", is_flag=True, help="Only say how many due times would move.")
def recompute(dry_run: bool) -> None:
    """Compute all running clocks anew (the worker does it by itself within two minutes of a change).

    Example: chengyun limits recompute --dry-run
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    from . import watch

    counts = watch.recompute(dry_run=dry_run)
    said = "将有" if dry_run else "已有"
    click.echo(f"检查 {counts['cases']} 个在办案件，{said} {counts['moved']} 个到期时间变动。")
