"""chengyun channels …, chengyun import …"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .simulator.cli import simulate

if TYPE_CHECKING:
    from .models import Channel, ImportBatch


def _set_up() -> None:
    from chengyun.cli.base import set_up_django

    set_up_django()


def _channel(code: str) -> Channel:
    from .models import Channel

    channel = Channel.objects.filter(code=code).first()
    if channel is None:
        known = "、".join(Channel.objects.values_list("code", flat=True)) or "（还没有渠道，先 chengyun district load）"
        raise click.ClickException(f"没有渠道 {code!r}。现有渠道：{known}")
    return channel


@click.group()
def channels() -> None:
    """Doors and the tokens of the systems behind them. 渠道与渠道令牌。

    Example: chengyun channels list
    """


channels.add_command(simulate)


@channels.command("list")
def list_channels() -> None:
    """All channels with their valid tokens.

    Example: chengyun channels list
    """
    _set_up()
    from .models import Channel

    for channel in Channel.objects.prefetch_related("tokens"):
        state = "启用" if channel.is_active else "停用"
        click.echo(f"{channel.code:24} {channel.name}  {state}  {Channel.KINDS.get(channel.kind, channel.kind)}")
        for token in channel.tokens.all():
            if token.revoked_at is None:
                until = f"，{token.expires_at:%Y-%m-%d %H:%M} 到期" if token.expires_at else ""
                used = f"，最近使用 {token.last_used_at:%Y-%m-%d %H:%M}" if token.last_used_at else "，未使用"
                click.echo(f"  #{token.pk} {token.prefix}… {token.name}（{'、'.join(token.scopes)}{until}{used}）")


@channels.command("check")
@click.argument("district", required=False)
def check_doors(district: str | None) -> None:
    """Whether the doors' declarations and changes can be used: those of a profile, or of this installation.

    Example: chengyun channels check wuchang
    """
    _set_up()
    from .doors import checking

    faults = checking.of_profile(district) if district else checking.of_installation()
    for where, words in faults:
        click.echo(f"{where}  {words}")
    if faults:
        raise click.ClickException(f"{len(faults)} 处问题。")
    click.echo("渠道对接说明和本区的更改都可以用。 The doors are fine.")


@channels.group()
def token() -> None:
    """Issue, rotate and revoke channel tokens.

    Example: chengyun channels token issue city_platform --name 市级平台
    """


@token.command()
@click.argument("channel")
@click.option("--name", required=True, help="Who uses it.")
@click.option("--days", type=click.IntRange(1, 3650), help="Days until it expires (default: never).")
@click.option("--scope", "scopes", multiple=True, help="intake.write, intake.read (default: both).")
def issue(channel: str, name: str, days: int | None, scopes: tuple[str, ...]) -> None:
    """A new token; it is shown once.

    Example: chengyun channels token issue city_platform --name 市级平台 --days 365
    """
    _set_up()
    from django.utils import timezone

    from . import tokens
    from .models import ChannelToken

    expires = timezone.now() + timedelta(days=days) if days else None
    row, secret = tokens.issue(_channel(channel), name, scopes=scopes or ChannelToken.SCOPES, expires_at=expires)
    _show(row.pk, secret)


@token.command()
@click.argument("channel")
@click.option("--name", required=True, help="Who uses it.")
@click.option("--overlap-hours", type=click.IntRange(0, 24 * 90), default=24 * 7, show_default=True,
              help="How long the present tokens go on.")  # fmt: skip
def rotate(channel: str, name: str, overlap_hours: int) -> None:
    """A new token while the present ones go on for a while: the other side changes without a gap.

    Example: chengyun channels token rotate city_platform --name 市级平台 --overlap-hours 48
    """
    _set_up()
    from . import tokens

    row, secret = tokens.rotate(_channel(channel), name, overlap=timedelta(hours=overlap_hours))
    _show(row.pk, secret)
    click.echo(f"原有令牌在 {overlap_hours} 小时后失效。")


@token.command()
@click.argument("token_id", type=int)
def revoke(token_id: int) -> None:
    """End a token now. Its number is in `chengyun channels list`.

    Example: chengyun channels token revoke 3
    """
    _set_up()
    from . import tokens
    from .models import ChannelToken

    row = ChannelToken.objects.filter(pk=token_id).first()
    if row is None:
        raise click.ClickException(f"没有令牌 #{token_id}。")
    tokens.revoke(row)
    click.echo(f"令牌 #{token_id}（{row.name}）已撤销。")


def _show(number: int, secret: str) -> None:
    click.echo(f"令牌 #{number}（只显示这一次，请立即保存）：")
    click.echo(secret)


# --- import ------------------------------------------------------------------------------------------------------
@click.group("import")
def import_() -> None:
    """Bring data in from files. 导入。

    Example: chengyun import cases 工单.csv.gz --channel hotline --map 热线工单
    """


@import_.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--channel", help="Code of the channel.")
@click.option("--map", "mapping", help="Name of a saved mapping, or a JSON file {fields, options}; default: guessed.")
@click.option("--save-map", help="Keep the mapping of the JSON file under this name for the next files.")
@click.option("--dry-run", is_flag=True, help="Check every row, write nothing.")
@click.option("--resume", help="Id of an import that broke off: go on behind its last committed row.")
@click.option("--errors", type=click.Path(dir_okay=False, path_type=Path), help="Write the failed rows to this file.")
def cases(
    file: Path | None, channel: str | None, mapping: str | None, save_map: str | None, dry_run: bool,
    resume: str | None, errors: Path | None,
) -> None:  # fmt: skip
    """Requests from CSV or XLSX (also .gz). Repeating a file, or going on after a crash, makes no case twice.

    Example: chengyun import cases 工单.csv.gz --channel hotline --map 热线工单.json --errors 未导入.csv
    """
    _set_up()
    from chengyun.kernel.problems import Problem

    from . import import_cli

    try:
        if resume is not None:
            batch = import_cli.resumable(resume)
        elif file is None or channel is None:
            raise click.UsageError("要写 FILE 和 --channel，或者 --resume ID。")
        else:
            batch = import_cli.prepare(file, _channel(channel), mapping, save_map or "")
        if dry_run:
            _dry_run(batch)
            return
        _run(batch, errors)
    except Problem as problem:
        lines = [problem.detail or problem.title]
        lines += [f"  {error['field']}: {error['message']}" for error in problem.extra.get("errors", ())]
        raise click.ClickException("\n".join(lines)) from None


def _dry_run(batch: ImportBatch) -> None:
    from . import import_cli

    report = import_cli.dry_run(batch)
    for line, reasons in report["examples"]:
        click.echo(f"第 {line} 行：{reasons}")
    click.echo(f"共 {report['total']} 行：可导入 {report['good']}，有错误 {report['failed']}。没有写入任何数据。")


def _run(batch: ImportBatch, errors: Path | None) -> None:
    from . import import_cli

    click.echo(f"导入编号 {batch.pk}（中断后可用 --resume 继续）")
    with click.progressbar(length=batch.total, label="导入", show_pos=True) as bar:
        bar.update(batch.cursor)
        done, seconds = import_cli.run(batch, lambda moved: bar.update(moved.cursor - bar.pos))
    counts = f"新建 {done.created_count}，已有 {done.unchanged_count}，失败 {done.failed_count}，共 {done.total} 行"
    click.echo(f"{counts}；用时 {seconds:.1f} 秒。")
    _write_errors(done, errors)
    if done.state != "done":
        reason = done.message or type(done).NAMES[done.state]
        raise click.ClickException(f"没有完成：{reason}。继续：chengyun import cases --resume {done.pk}")


def _write_errors(batch: Any, path: Path | None) -> None:
    from .imports.reports import write_failures

    if path is None or not batch.failed_count:
        return
    with path.open("wb") as target:
        count = write_failures(batch, target, "xlsx" if path.suffix.lower() == ".xlsx" else "csv")
    click.echo(f"{count} 行未导入，已写入 {path}。")
