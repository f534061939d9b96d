"""Settings: where a value comes from, what a wrong one says, and that the administrator's page is true."""

import stat
from pathlib import Path

import pytest

from chengyun.kernel import config

PACKAGE = Path(config.__file__).resolve().parent.parent
PAGE = Path(__file__).resolve().parents[4] / "docs/administrator/settings.md"


def home(tmp_path: Path, text: str = "") -> dict[str, str]:
    if text:
        (tmp_path / "chengyun.toml").write_text(text, encoding="utf-8")
    return {"CHENGYUN_HOME": str(tmp_path)}


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path):
    env = home(tmp_path, "[server]\nport = 8100\nthreads = 3\n")
    loaded = config.load(env | {"PORT": "9000"})
    assert (loaded.port, loaded.web_threads, loaded.worker_concurrency) == (9000, 3, 2)
    assert {v.setting.name: v.origin for v in loaded}["web_threads"] == "file"


def test_an_empty_environment_variable_counts_as_not_given(tmp_path):
    assert config.load(home(tmp_path) | {"PORT": ""}).port == 8000


def test_lists_are_separated_by_commas_in_the_environment_and_are_lists_in_the_file(tmp_path):
    env = home(tmp_path, '[server]\nallowed_hosts = ["a.example", "b.example"]\n')
    assert config.load(env).allowed_hosts == ("a.example", "b.example")
    assert config.load(env | {"CHENGYUN_ALLOWED_HOSTS": "x, y"}).allowed_hosts == ("x", "y")


def test_a_misspelt_key_in_the_file_is_named_with_the_nearest_right_one(tmp_path):
    with pytest.raises(config.ConfigError, match=r"unknown setting 'server.prot'.*'server.port'"):
        config.load(home(tmp_path, "[server]\nprot = 1\n"))


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("PORT", "eighty", "whole number"),
        ("PORT", "70000", "between 1 and 65535"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("CHENGYUN_LOG_LEVEL", "LOUD", "one of DEBUG"),
        ("CHENGYUN_BEHIND_TLS", "maybe", "true or false"),
        ("CHENGYUN_SECRET_KEY", "short", "32 characters"),
        ("CHENGYUN_TRUSTED_ORIGINS", "example.gov.cn", "full origin"),
        ("CHENGYUN_SCANNER", "localhost", "tcp://host:3310"),
    ],
)
def test_a_wrong_value_names_its_variable_and_says_what_is_expected(tmp_path, variable, value, says):
    with pytest.raises(config.ConfigError, match=says) as caught:
        config.load(home(tmp_path) | {variable: value})
    assert variable in str(caught.value)


def test_a_named_file_that_is_missing_and_broken_toml_are_refused(tmp_path):
    with pytest.raises(config.ConfigError, match="does not exist"):
        config.load({"CHENGYUN_CONFIG": str(tmp_path / "none.toml")})
    with pytest.raises(config.ConfigError, match="not valid TOML"):
        config.load(home(tmp_path, "port = = 1"))


def test_the_signing_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    loaded = config.load(home(tmp_path))
    first = loaded.signing_key()
    path = tmp_path / "keys/secret.key"
    assert loaded.signing_key() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("")
    with pytest.raises(config.ConfigError, match="damaged"):
        loaded.signing_key()


@pytest.mark.parametrize(
    ("bind", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_only_loopback_addresses_count_as_local(tmp_path, bind, local):
    assert config.load(home(tmp_path) | {"BIND": bind}).is_loopback is local


def test_every_setting_has_help_in_both_languages_and_names_are_unique():
    for field in ("name", "env", "toml"):
        values = [getattr(s, field) for s in config.SETTINGS]
        assert len(values) == len(set(values))
    assert all(s.zh and s.en for s in config.SETTINGS)


def test_every_setting_is_used_somewhere():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if "tests" not in path.parts and path.name != "config.py"
    )
    own = (PACKAGE / "kernel/config.py").read_text(encoding="utf-8")
    unused = [s.name for s in config.SETTINGS if f".{s.name}" not in sources and f"self.{s.name}" not in own]
    assert unused == []


def test_the_administrators_page_of_settings_is_what_the_table_says():
    assert PAGE.read_text(encoding="utf-8") == config.render_markdown(), "run: chengyun config docs"
