"""Running: everything under one supervisor, or its parts one by one."""

from __future__ import annotations

import os
import sys

import click

from chengyun.kernel.config import current

from .base import SETTINGS_MODULE, bring_up_to_date, provide_database, set_up_django

GRANIAN = "granian"


@click.command()
@click.option("--demo", is_flag=True, help="Load the demo district if the database is empty, and print its accounts.")
def up(demo: bool) -> None:
    """Start database, web and worker; print the address; stop all of it on Ctrl-C. 启动全部服务。

    Example: PORT=8080 chengyun up --demo
    """
    from chengyun.kernel.supervisor import Supervisor

    raise SystemExit(Supervisor(current(), demo=demo).run())


@click.command()
def web() -> None:
    """Run the web server alone (another process on the same database). 只运行网页服务。

    Example: DATABASE_URL=postgresql://chengyun@db/chengyun chengyun web
    """
    config = current()
    provide_database(config)
    refuse_demo_in_public()  # also when started by itself, not by `up`
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    os.execv(
        sys.executable,
        [
            sys.executable, "-m", GRANIAN, "--interface", "asgi", "--host", config.bind, "--port", str(config.port),
            "--workers", str(config.web_processes), "--runtime-mode", "st", "--loop", "uvloop",
            "--backlog", "1024", "--no-access-log", "--log-level", "warning", "--respawn-failed-workers",
            "--workers-kill-timeout", "3s", "chengyun.web.asgi:application",
        ],
    )  # fmt: skip


def refuse_demo_in_public() -> None:
    """A server that others can reach does not start while accounts with known passwords exist."""
    config = current()
    if config.is_loopback:
        return
    set_up_django(database=False)
    from chengyun.org.models import Account

    if Account.objects.filter(is_demo=True, is_active=True).exists():
        raise click.ClickException(
            f"本库有演示账号（密码公开），不能在 {config.bind} 上对外提供服务。"
            "请用 BIND=127.0.0.1 试用，或另设 CHENGYUN_HOME 后运行 chengyun init --district 区名。\n"
            "Demo accounts exist; refusing to listen beyond loopback. Use another CHENGYUN_HOME and `chengyun init`."
        )


@click.command()
def worker() -> None:
    """Run the background worker alone: reminders, imports, seals. 只运行后台任务。

    Example: chengyun worker
    """
    provide_database(current())
    set_up_django(database=False)
    from chengyun.web.worker import run

    run()


@click.command()
def migrate() -> None:
    """Bring the database to the schema of this version. 升级数据库结构。

    Example: chengyun migrate
    """
    set_up_django()
    bring_up_to_date()
    click.echo("数据库已是最新结构。 The database is up to date.")
