"""chengyun vault …, chengyun calendar …"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal, InvalidOperation

import click


def _set_up() -> None:
    from chengyun.cli.base import set_up_django

    set_up_django()


@click.group()
def vault() -> None:
    """Keys of the vault for personal data. 密钥：个人信息保险库的密钥管理。

    Example: chengyun vault status
    """


@vault.command()
def status() -> None:
    """Show the key ring and how many records each master key seals; no secret is shown.

    Example: chengyun vault status
    """
    _set_up()
    from . import vault as vaults

    try:
        ring = vaults.key_ring()
    except vaults.VaultError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"密钥文件 {vaults.key_ring_path()}（指纹 {ring.fingerprint}）。请与数据库分开备份。")
    for number, created in sorted(ring.created.items()):
        click.echo(f"  主密钥 {number}  {created}{'  当前' if number == ring.current else ''}")
    for (model, field), counts in vaults.sealed_counts().items():
        shown = "，".join(f"主密钥 {number}：{count} 条" for number, count in counts.items()) or "无记录"
        click.echo(f"  {model}.{field}  {shown}")


@vault.command()
def rotate() -> None:
    """Make a new master key and put every sealed record under it. Can be stopped and repeated; needs no downtime.

    Back the key file up afterwards; older backups of the database still need the old master keys in it.

    Example: chengyun vault rotate
    """
    _set_up()
    from . import vault as vaults

    try:
        number = vaults.rotate()
        click.echo(f"新的主密钥 {number} 已启用，正在重新封装……")
        done: dict[str, int] = {}
        for model, count in vaults.rewrap_all():
            done[model] = count
        for model, count in done.items():
            click.echo(f"  {model}  {count} 条")
    except vaults.VaultError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"✓ 完成。请备份 {vaults.key_ring_path()}。")


@click.group()
def calendar() -> None:
    """Working calendars: holidays, make-up days, due times. 工作日历。

    Example: chengyun calendar import
    """


@calendar.command()
@click.argument("start")
@click.argument("amount")
@click.argument("unit")
@click.option("--calendar", "code", default="standard", show_default=True, help="Code of the calendar.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language.")
def due(start: str, amount: str, unit: str, code: str, lang: str) -> None:
    """Work out when a limit ends, step by step.

    START is local time; UNIT is natural_minute, urgent_hour, working_hour, working_day, natural_day or month.

    Example: chengyun calendar due "2026-09-30 16:00" 2.5 working_day
    """
    from .worktime import Unit, due_at

    try:
        wanted = Unit(unit)
        limit = Decimal(amount)
        moment = datetime.fromisoformat(start)
    except InvalidOperation as error:
        raise click.ClickException(f"{amount!r} is not a number") from error
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    _set_up()
    from .calendars import calendar_for, known_codes

    if code not in known_codes():
        raise click.ClickException(f"there is no calendar {code!r}: {', '.join(sorted(known_codes()))}")
    found = calendar_for(code)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=found.zone)
    try:
        lines = due_at(moment, limit, wanted, found).explain(lang)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for line in lines:
        click.echo(line)
