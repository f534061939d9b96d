"""The command `chengyun`: complete help, clear refusals, an installation that cannot be half made."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from chengyun.cli import main
from chengyun.kernel import config


@pytest.fixture
def run(monkeypatch):
    """Invoke a command against the test database, with settings as given."""
    monkeypatch.setattr("chengyun.cli.base.provide_database", lambda settings: "")
    yield lambda *words: CliRunner().invoke(main, list(words))
    config.current.cache_clear()


def commands(group: click.Group, path: str = "chengyun") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, f"{path} {name} is listed but not there"
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


EVERY = dict(commands(main))


@pytest.mark.parametrize("path", EVERY)
def test_every_command_has_help_with_an_example_of_itself(path):
    help_text = EVERY[path].help or ""
    assert re.search(r"Example: .*chengyun", help_text.replace("\n", " ")), f"{path} has no example"


@pytest.mark.parametrize("path", EVERY)
def test_every_option_says_what_it_is_for(path):
    silent = [p.name for p in EVERY[path].params if isinstance(p, click.Option) and not p.help]
    assert silent == []


def test_version_and_help_of_the_whole(run):
    assert run("--version").output.startswith("chengyun 0")
    answer = run("--help")
    assert answer.exit_code == 0
    assert all(name in answer.output for name in ("up", "init", "import", "audit", "rehearse"))


def test_an_unknown_command_is_refused_with_how_to_get_help(run):
    answer = run("lanuch")
    assert answer.exit_code == 2
    assert "No such command" in answer.output


def test_settings_are_shown_with_their_origin_and_secrets_are_not(run, monkeypatch):
    monkeypatch.setenv("CHENGYUN_SECRET_KEY", "k" * 40)
    monkeypatch.setenv("PORT", "8765")
    config.current.cache_clear()
    answer = run("config", "show")
    assert "kkkk" not in answer.output
    assert re.search(r"PORT\s+8765\s+environment", answer.output)


def test_a_wrong_setting_is_one_sentence_and_not_a_traceback(run, monkeypatch):
    monkeypatch.setenv("PORT", "many")
    config.current.cache_clear()
    answer = run("config", "check")
    assert answer.exit_code == 1
    assert "PORT: must be a whole number" in answer.output
    assert "Traceback" not in answer.output


def test_settings_that_are_fine_are_said_to_be_fine(run):
    assert run("config", "check").exit_code == 0


def test_the_database_of_somebody_else_is_neither_started_nor_stopped(run):
    for word in ("start", "stop"):
        answer = run("db", word)
        assert answer.exit_code == 1
        assert "DATABASE_URL is set" in answer.output


def test_the_interface_document_is_printed(run):
    assert '"openapi": "3.1' in run("openapi").output


@pytest.mark.django_db
def test_a_platform_without_a_district_says_how_to_begin(run):
    answer = run("ready")
    assert answer.exit_code == 1
    assert "chengyun init --district" in answer.output


@pytest.mark.django_db
def test_a_real_installation_has_one_administrator_one_link_and_nothing_invented(run):
    from chengyun.cases.models import Case
    from chengyun.org.models import Account, OneTimeLink

    answer = run("init", "--district", "wuchang")
    assert answer.exit_code == 0, answer.output
    assert re.search(r"http://127\.0\.0\.1:\d+/set-password#\S{20,}", answer.output)
    assert not Account.objects.filter(is_demo=True).exists()
    assert [a.username for a in Account.objects.filter(kind="person")] == ["admin"]
    assert OneTimeLink.objects.count() == 1
    assert not Case.objects.exists()
    assert run("ready").exit_code == 0
    again = run("init", "--district", "wuchang")
    assert again.exit_code == 1
    assert "chengyun link admin" in again.output
    assert "set-password#" in run("link", "admin").output


@pytest.mark.django_db
def test_an_installation_that_fails_half_way_can_be_begun_again(run, monkeypatch):
    from chengyun.org.models import Account, District

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as broken:
        broken.setattr("chengyun.org.auth.issue_link", fail)
        assert run("init", "--district", "wuchang").exit_code == 1
    assert not District.objects.exists()
    assert not Account.objects.exists()
    assert run("init", "--district", "wuchang").exit_code == 0


@pytest.mark.django_db
@pytest.mark.parametrize("command", ["ready", "demo"])
def test_demo_accounts_are_never_served_beyond_this_machine(run, monkeypatch, command):
    from chengyun.org.districts import load_profile, profile

    load_profile(profile("demo"))
    assert run("ready").exit_code == 0
    monkeypatch.setenv("BIND", "0.0.0.0")
    config.current.cache_clear()
    answer = run(command)
    assert answer.exit_code == 1
    assert "refusing to listen beyond loopback" in answer.output


@pytest.mark.django_db
def test_the_demo_district_is_kept_out_of_a_real_installation(run):
    assert run("init", "--district", "demo").exit_code == 1
    run("init", "--district", "wuchang")
    answer = run("demo")
    assert answer.exit_code == 1
    assert "another CHENGYUN_HOME" in answer.output
