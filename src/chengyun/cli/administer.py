"""For the administrator: settings, database, interface document."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

import click

from chengyun.kernel import backups
from chengyun.kernel.config import current, render_markdown

from .base import bring_up_to_date, provide_database, set_up_django

_WITHOUT_PARTITIONS = """
DO $$ DECLARE parent regclass; BEGIN
  FOR parent IN SELECT oid FROM pg_class WHERE relkind = 'p' AND NOT relispartition LOOP
    EXECUTE format('DROP TABLE %s CASCADE', parent);
  END LOOP;
END $$"""
"""What pg_restore --clean cannot do: it would drop what a partition has inherited."""


@click.group()
def config() -> None:
    """Settings: what is in force and where it comes from. 配置。

    Example: chengyun config show
    """


@config.command()
def show() -> None:
    """Show every setting, its value and its origin; secrets are hidden.

    Example: chengyun config show
    """
    for value in current():
        shown = "(set)" if value.setting.kind == "secret" and value.value else value.value
        click.echo(f"{value.setting.env:<34} {shown!s:<28} {value.origin:<12} {value.setting.zh}")


@config.command()
def check() -> None:
    """Check the settings; says which one is wrong and what to do.

    Example: chengyun config check
    """
    current()
    click.echo("配置无误。 The settings are fine.")


@config.command()
def docs() -> None:
    """Print the administrator's page of all settings.

    Example: chengyun config docs > docs/administrator/settings.md
    """
    click.echo(render_markdown(), nl=False)


@click.group()
def db() -> None:
    """The database: start, stop, connect, back up, restore. 数据库。

    Example: chengyun db backup before-upgrade.dump
    """


def _server():
    from chengyun.kernel.embedded_postgres import EmbeddedPostgres

    settings = current()
    if settings.database_url:
        raise click.ClickException(
            "DATABASE_URL 已设置，数据库由您自己管理。 DATABASE_URL is set; manage that server with its own tools."
        )
    return EmbeddedPostgres.from_config(settings)


def _refuse_while_running() -> None:
    from chengyun.kernel.supervisor import is_running

    if is_running(current().home):
        raise click.ClickException("平台正在运行，请先停止它（Ctrl-C）。 The platform is running; stop it first.")


@db.command()
def start() -> None:
    """Start the embedded PostgreSQL and leave it running.

    Example: chengyun db start
    """
    click.echo(_server().start())


@db.command()
def stop() -> None:
    """Stop the embedded PostgreSQL.

    Example: chengyun db stop
    """
    server = _server()
    _refuse_while_running()
    server.stop()
    click.echo("数据库已停止。 Stopped.")


@db.command()
def url() -> None:
    """Print the address of the database.

    Example: psql "$(chengyun db url)"
    """
    settings = current()
    click.echo(settings.database_url or _server().url)


def _tool(name: str, *arguments: str) -> None:
    from chengyun.kernel.postgres_programs import find_binaries

    address = provide_database(current())
    command = [find_binaries().tool(name), *arguments, address]
    raise SystemExit(subprocess.call(command))


@db.command()
def psql() -> None:
    """Open psql on the database.

    Example: chengyun db psql
    """
    _tool("psql")


@db.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Write the whole database to FILE while the platform serves. Files and keys in CHENGYUN_HOME are to be copied too.

    Example: chengyun db backup var/backups/2026-11-21.dump
    """
    if file.exists():
        raise click.ClickException(f"{file} 已存在，请换一个名字。 The file exists already.")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _tool("pg_dump", "--format=custom", f"--file={file}", "-d")
    except SystemExit as ended:
        if ended.code == 0:
            backups.note(Path(current().home), file)
        raise


@db.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(prompt="现有数据将被备份文件取代，继续？ Present data will be replaced. Continue?")
def restore(file: Path) -> None:
    """Replace the database by a backup. Stop the platform first.

    Example: chengyun db restore var/backups/2026-11-21.dump --yes
    """
    from chengyun.kernel.postgres_programs import find_binaries

    _refuse_while_running()
    address = provide_database(current())
    tools = find_binaries()
    # Read whole before anything is changed: a file that breaks off half-way changes nothing.
    with tempfile.TemporaryDirectory(dir=Path(current().home)) as folder:
        script = Path(folder) / "restore.sql"
        status = subprocess.call(
            [tools.tool("pg_restore"), "--clean", "--if-exists", "--exit-on-error", "-f", str(script), str(file)]
        )
        if status == 0:
            status = subprocess.call(
                [tools.tool("psql"), "-X", "-q", "-o", os.devnull, "-v", "ON_ERROR_STOP=1", "--single-transaction",
                 "-d", address, "-c", _WITHOUT_PARTITIONS, "-f", str(script)]
            )  # fmt: skip
    if status == 0:
        set_up_django(database=False)
        bring_up_to_date()
    raise SystemExit(status)


@click.command()
def openapi() -> None:
    """Print the OpenAPI document of the API.

    Example: chengyun openapi > openapi.json
    """
    set_up_django(database=False)
    from chengyun.web.api import api

    click.echo(json.dumps(api.get_openapi_schema(path_prefix="/api/"), ensure_ascii=False, indent=1))
