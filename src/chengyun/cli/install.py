"""Setting up: a real installation, the demo district, one-time links."""

from __future__ import annotations

import click

from chengyun.kernel.config import current

from .base import bring_up_to_date, with_database
from .serve import refuse_demo_in_public


def _prepare() -> None:
    """Schema, working calendar and keys: what every installation needs before a district is loaded."""
    from chengyun.kernel import calendars, vault

    bring_up_to_date()
    calendars.ensure_default()
    vault.ensure_key_ring()


def _address(token: str) -> str:
    config = current()
    origin = config.trusted_origins[0] if config.trusted_origins else f"http://{config.bind}:{config.port}"
    return f"{origin}/set-password#{token}"


@click.command()
@click.option("--district", "name", required=True, help="A profile under districts/, or a folder of your own.")
@click.option("--admin", default="admin", show_default=True, help="User name of the first administrator.")
@with_database
def init(name: str, admin: str) -> None:
    """Start a real installation: no demo accounts, no invented data. 初始化正式安装。

    The first administrator sets a password through a link that works once.

    Example: chengyun init --district wuchang
    """
    from django.db import transaction

    from chengyun.org.access import system_actor
    from chengyun.org.auth import issue_link
    from chengyun.org.districts import load_profile, profile
    from chengyun.org.models import Account, District, Grant, OneTimeLink, Role

    _prepare()
    found = profile(name)
    if found.is_demo:
        raise click.ClickException("演示区请用 chengyun up --demo。 The demo district is for `chengyun up --demo`.")
    if District.objects.exists():
        there = District.objects.get()
        raise click.ClickException(
            f"这里已经初始化为 {there.name}。补发管理员链接：chengyun link {admin}\n"
            f"Already initialised for {there.name}; `chengyun link {admin}` makes a new link."
        )
    with transaction.atomic():  # all of it or nothing: a district without its administrator could not be entered
        load_profile(found)
        account = Account.objects.create_user(admin, display_name="系统管理员")
        Grant.objects.create(account=account, role=Role.objects.get(code="system_admin"))
        token = issue_link(account, OneTimeLink.FIRST_ADMINISTRATOR, system_actor("初始化"))
    click.echo(f"已载入 {found.title}。")
    click.echo(f"首位管理员 {admin} 的一次性链接（72 小时内有效，只能用一次）：\n  {_address(token)}")
    click.echo("接着运行：chengyun up")


@click.command()
@with_database
def demo() -> None:
    """Load the demo district into an empty database; safe to repeat. 载入演示区。

    Example: chengyun demo
    """
    from django.db import transaction

    from chengyun.cases import demo as demo_cases
    from chengyun.kernel.demo import fillers
    from chengyun.org.districts import load_profile, profile
    from chengyun.org.models import District

    _prepare()
    there = District.objects.first()
    if there is not None and not there.is_demo:
        raise click.ClickException(
            f"这里是 {there.name} 的正式数据，不载入演示。\n"
            f"This database serves {there.name}; use another CHENGYUN_HOME."
        )
    if there is None:
        click.echo("正在载入演示区…")
        with transaction.atomic():  # interrupted, the next start begins again
            load_profile(profile("demo"))
            demo_cases.fill(click.echo)
            for fill in fillers():
                fill()
    show_demo_accounts()
    refuse_demo_in_public()


@click.command()
@with_database
def ready() -> None:
    """Migrate, and say whether the platform may start: a district is loaded, no known passwords are open to others.

    Example: chengyun ready
    """
    from chengyun.org.models import District

    _prepare()
    if not District.objects.exists():
        raise click.ClickException(
            "还没有初始化。试用：chengyun up --demo；正式安装：chengyun init --district 区名"
            "（见 chengyun district list）。\n"
            "Nothing is installed yet: `chengyun up --demo` for a look, `chengyun init --district NAME` for real."
        )
    refuse_demo_in_public()


def show_demo_accounts() -> None:
    from chengyun.org.models import Account
    from chengyun.org.queries import DEMO_PASSWORD

    click.echo(f"演示账号（密码都是 {DEMO_PASSWORD}）：")
    for account in Account.objects.filter(is_demo=True).prefetch_related("grants__role").order_by("id"):
        roles = "、".join(grant.role.name for grant in account.grants.all())
        click.echo(f"  {account.username:<18} {account.display_name:<16} {roles}")


@click.command()
@click.argument("username")
@with_database
def link(username: str) -> None:
    """Make a one-time link by which an account sets a new password. 生成一次性设密链接。

    Example: chengyun link admin
    """
    from chengyun.org.access import system_actor
    from chengyun.org.auth import issue_link
    from chengyun.org.models import Account, OneTimeLink

    account = Account.objects.filter(username=username).first()
    if account is None:
        raise click.ClickException(f"没有账号 {username}。 No such account.")
    token = issue_link(account, OneTimeLink.RESET, system_actor("命令行"))
    click.echo(f"{_address(token)}\n72 小时内有效，只能用一次。")
