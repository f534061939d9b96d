"""What all commands share: loading late, clear errors, a database at hand."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Mapping
from functools import wraps
from importlib import import_module
from typing import Any

import click

from chengyun.kernel import collector
from chengyun.kernel.config import Config, ConfigError, current
from chengyun.kernel.postgres_programs import PostgresError, check_database

SETTINGS_MODULE = "chengyun.web.settings"


class LazyGroup(click.Group):
    """A group whose commands are "module:attribute", imported when they are named."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.commands_at = dict(commands_at)
        self.params.append(_version_option())

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands_at)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        place = self.commands_at.get(name)
        if place is None:
            return None
        module, _, attribute = place.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (ConfigError, PostgresError) as error:
            raise click.ClickException(str(error)) from error


def _version_option() -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            from chengyun import __version__

            click.echo(f"chengyun {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show, help="Show the version."
    )


def with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Decorator: the command runs with Django set up and a database that answers."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        set_up_django()
        return command(*args, **kwargs)

    return run


def set_up_django(database: bool = True) -> None:
    """Set Django up. With `database`, the embedded PostgreSQL is started for the time of the command if needed."""
    if database:
        provide_database(current())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS_MODULE)
    import django

    with collector.paused(keep=True):
        django.setup()


def bring_up_to_date() -> None:
    """Migrate the database, and notice when it was restored into another cluster."""
    from django.core.management import call_command

    from chengyun.cases.audit import begin_era
    from chengyun.kernel.migrating import refuse_halfway

    refuse_halfway()
    call_command("migrate", interactive=False, verbosity=0)
    begin_era()


def provide_database(config: Config) -> str:
    """The address of the database; the embedded one is started, and stopped again at the end if we started it.

    A server from outside is checked: its version, its encoding, and that Chinese text can be searched.
    """
    if config.database_url:
        check_database(config.database_url)
        return str(config.database_url)
    from chengyun.kernel.embedded_postgres import EmbeddedPostgres

    server = EmbeddedPostgres.from_config(config)
    if not server.is_running():
        atexit.register(server.stop)
    return server.start()
