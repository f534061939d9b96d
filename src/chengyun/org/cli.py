"""chengyun district …, chengyun masterdata … and chengyun calendar import"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from chengyun.cli.base import set_up_django, with_database
from chengyun.kernel.cli import calendar


@click.group()
def district() -> None:
    """District profiles: the data that makes an installation serve one district. 区域配置。

    Example: chengyun district list
    """


@district.command("list")
def list_profiles() -> None:
    """Show the profiles that come with the platform.

    Example: chengyun district list
    """
    from . import profiles

    for name in profiles.names():
        found = profiles.find(name)
        click.echo(f"{name:<12} {found.info.get('code', ''):<8} {found.title}{'（演示）' if found.is_demo else ''}")


@district.command()
@click.argument("name")
def check(name: str) -> None:
    """Find every fault in a profile's files; needs no database.

    Example: chengyun district check hongshan
    """
    set_up_django(database=False)
    from .districts import ProfileError, check_profile, profile

    try:
        findings = check_profile(profile(name))
    except ProfileError as error:
        raise click.ClickException(str(error)) from error
    for finding in findings:
        click.echo(f"{'✗' if finding.level == 'error' else '!'} {finding.where}  {finding.message}")
    faults = sum(finding.level == "error" for finding in findings)
    if faults:
        click.echo(f"{name}：{faults} 处问题。")
        raise SystemExit(1)
    click.echo(f"✓ {name}：没有问题。")


@district.command()
@click.argument("name")
@with_database
def load(name: str) -> None:
    """Write a profile to the database; loading again changes nothing.

    Example: chengyun district load hongshan
    """
    from .districts import ProfileError, load_profile, profile

    try:
        found = profile(name)
        done = load_profile(found)
    except ProfileError as error:
        raise click.ClickException(str(error)) from error
    for line in done:
        new, other, same = line.counts.created, line.counts.updated, line.counts.unchanged
        click.echo(f"{line.file:<28} 新增 {new:>5}  更新 {other:>5}  不变 {same:>5}  {line.name}")
    changed = sum(line.counts.changed for line in done)
    click.echo(f"✓ {found.title}：{'载入完成' if changed else '没有变化'}。")


@click.group()
def masterdata() -> None:
    """Master data as CSV or XLSX: units, people, roles, areas, … 基础数据。

    Example: chengyun masterdata list
    """


@masterdata.command("list")
def list_kinds() -> None:
    """Show the tables and their columns.

    Example: chengyun masterdata list
    """
    set_up_django(database=False)
    from .masterdata import all_kinds

    for kind in all_kinds():
        click.echo(f"{kind.code:<14} {kind.name}：{'、'.join(column.label for column in kind.columns)}")


@masterdata.command("export")
@click.argument("kind")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_database
def export_table(kind: str, file: Path) -> None:
    """Write a table to a .csv or .xlsx file.

    Example: chengyun masterdata export units units.xlsx
    """
    from .masterdata import service

    content, _, _ = _or_fail(lambda: service.export(service.kind_of(kind), file.suffix.lstrip(".").lower()))
    file.write_bytes(content)
    click.echo(f"✓ {file}")


@masterdata.command("preview")
@click.argument("kind")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_database
def preview_table(kind: str, file: Path) -> None:
    """Say row by row what an import would do; writes nothing.

    Example: chengyun masterdata preview units units.xlsx
    """
    _show(_preview(kind, file))


@masterdata.command("import")
@click.argument("kind")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_database
def import_table(kind: str, file: Path) -> None:
    """Import a table: all rows or none.

    Example: chengyun masterdata import units units.xlsx
    """
    from .access import system_actor
    from .masterdata import service

    preview = _preview(kind, file)
    _show(preview)
    if not preview.token:
        raise SystemExit(1 if preview.counts["error"] else 0)
    _or_fail(lambda: service.commit(service.kind_of(kind), preview.token, system_actor("命令行")))
    click.echo("✓ 已导入。")


def _preview(kind: str, file: Path) -> Any:
    from .access import system_actor
    from .masterdata import service

    with file.open("rb") as stream:
        return _or_fail(lambda: service.preview(service.kind_of(kind), stream, file.name, system_actor("命令行")))


def _show(preview: Any) -> None:
    labels = {column.name: column.label for column in preview.kind.columns}
    signs = {"create": "+", "update": "~", "error": "✗"}
    for row in preview.rows:
        if row.action not in signs:
            continue
        said = [f"{labels.get(name, name)}：{message}" for name, message in row.errors]
        if row.action == "update":
            said = [f"{labels.get(name, name)} {old!r} → {new!r}" for name, (old, new) in row.changes.items()]
        click.echo(f"{signs[row.action]} 第 {row.row} 行 {'/'.join(str(k) for k in row.key if k)}  {'；'.join(said)}")
    counts = preview.counts
    click.echo(
        f"新增 {counts['create']}，更新 {counts['update']}，不变 {counts['unchanged']}，有误 {counts['error']}。"
    )


@click.group()
def people() -> None:
    """Staff from a directory or a whole list. 人员同步。

    Example: chengyun people preview hr staff.csv
    """


@people.command("preview")
@click.argument("source")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@with_database
def preview_people(source: str, file: Path | None) -> None:
    """Say who would come, change and leave; writes nothing.

    Example: chengyun people preview hr staff.csv
    """
    _look(source, file)


@people.command("sync")
@click.argument("source")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--allow-leavers", is_flag=True, help="Go on although more leave than the source allows.")
@with_database
def sync_people(source: str, file: Path | None, allow_leavers: bool) -> None:
    """Take a directory or a whole list over: who is missing has left, and the account is locked.

    Example: chengyun people sync hr staff.csv
    """
    from .access import system_actor
    from .peoplesync import service

    run = _look(source, file)
    _or_fail(lambda: service.commit(run.pk, system_actor("命令行"), allow_leavers=allow_leavers))
    click.echo("✓ 已同步。")


def _look(code: str, file: Path | None) -> Any:
    from .access import system_actor
    from .models import PeopleSource
    from .peoplesync import files, ldap, service

    source = _or_fail(lambda: service.source_of(code))
    if source.kind == PeopleSource.CSV:
        if file is None:
            raise click.ClickException("这个来源是文件，请给出完整名单：chengyun people preview 来源 文件")
        with file.open("rb") as stream:
            found = _or_fail(lambda: files.read(stream, file.name))
    else:
        found = _or_fail(lambda: ldap.read(source))
    run = _or_fail(lambda: service.look(source, found, system_actor("命令行"), file.name if file else ""))
    signs = {"new": "+", "changed": "~", "back": "↩", "left": "-", "wrong": "✗"}
    told = service.told(run, whole=True)
    for change in told["changes"]:
        moved = "；".join(f"{label} {old or '空'} → {new or '空'}" for label, old, new in change["changes"])
        account = {"make": "新账号", "lock": "停用账号", "change": "账号随改"}.get(change["account"], "")
        said = "  ".join(part for part in (moved, account, change["words"]) if part)
        click.echo(f"{signs[change['kind']]} {change['staff_no']} {change['name']}  {said}")
    counts = told["counts"]
    click.echo(
        f"新来 {counts['new']}，变动 {counts['changed']}，回来 {counts['back']}，离开 {counts['left']}，"
        f"不变 {counts['same']}，有误 {counts['wrong']}。"
    )
    return run


def _or_fail(work: Any) -> Any:
    from chengyun.kernel.problems import Problem

    try:
        return work()
    except Problem as problem:
        raise click.ClickException(
            f"{problem.title}：{problem.detail}" if problem.detail else problem.title
        ) from problem


@calendar.command("import")
@click.option("--year", "years", type=int, multiple=True, help="Only this year (can be given more than once).")
@click.option("--calendar", "code", default="standard", show_default=True, help="Code of the calendar.")
def import_(years: tuple[int, ...], code: str) -> None:
    """Load holidays and 调休 make-up days that the installed chinesecalendar knows; other days stay as they are.

    Example: chengyun calendar import --year 2026
    """
    set_up_django()
    from chengyun.kernel import calendars
    from chengyun.kernel.models import Calendar

    from .access import system_actor
    from .masterdata.working_calendars import import_holidays

    try:
        changed = import_holidays(years, code, system_actor("命令行"))
    except (ValueError, Calendar.DoesNotExist) as error:
        raise click.ClickException(str(error)) from error
    known = calendars.calendar_for(code)
    click.echo(f"✓ {changed} 天有变化；日历 {code} 第 {known.version} 版，节假日已知至 {known.known_until}。")
