"""What is written is true: readmes in step, commands with examples, nothing undocumented, links that lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest

from chengyun.cases import lifecycle
from chengyun.cli import main
from chengyun.kernel.config import SETTINGS, render_markdown
from chengyun.kernel.permissions import all_permissions

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SOURCE = re.compile(r"\bF\d{1,2}\b")


def read(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def pages() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "src").rglob("README.md")])


def outside_of_code(text: str) -> str:
    return BLOCK.sub("", text)


# --- the two readmes ---------------------------------------------------------------------------------------------
def headings(text: str) -> list[str]:
    return re.findall(r"^(#+) ", outside_of_code(text), re.MULTILINE)


def commands(text: str) -> list[str]:
    lines = (line.partition("  #")[0].rstrip() for _, body in BLOCK.findall(text) for line in body.splitlines())
    return [line for line in lines if line]


def links(text: str) -> list[str]:
    return [target for target in LINK.findall(text) if not target.startswith("README")]


@pytest.mark.parametrize("part", [headings, commands, links])
def test_the_chinese_and_the_english_readme_say_the_same_section_by_section(part):
    assert part(read("README.zh-CN.md")) == part(read("README.md"))


def test_both_readmes_have_the_same_lists_and_tables():
    def rows(text: str) -> tuple[int, int, int]:
        plain = outside_of_code(text)
        return tuple(len(re.findall(mark, plain, re.MULTILINE)) for mark in (r"^- ", r"^\|", r"^\*\*\d+\."))  # type: ignore[return-value]

    assert rows(read("README.zh-CN.md")) == rows(read("README.md"))


# --- commands ----------------------------------------------------------------------------------------------------
def all_commands(group: Any = main, name: str = "chengyun") -> Iterator[tuple[str, click.Command]]:
    yield name, group
    if isinstance(group, click.Group):
        context = click.Context(group)
        for word in group.list_commands(context):
            command = group.get_command(context, word)
            assert command is not None, f"{name} {word} is listed but not there"
            yield from all_commands(command, f"{name} {word}")


def test_every_command_has_help_with_an_example():
    without = [name for name, command in all_commands() if "Example:" not in (command.help or "")]
    assert without == []


def written_commands() -> Iterator[tuple[str, list[str]]]:
    """(page, words after "chengyun") of every call of the command in a shell block."""
    for page in pages():
        for language, body in BLOCK.findall(page.read_text(encoding="utf-8")):
            if language != "sh":
                continue
            for line in body.replace("\\\n", " ").splitlines():
                found = re.search(r"(?:^|bin/|\$\(|=\S+ )chengyun ([a-z-].*)", line.partition("  #")[0])
                if found:
                    words = re.split(r"[|;&<)]", found[1])[0]
                    yield page.relative_to(ROOT).as_posix(), shlex.split(words)


def test_every_command_that_the_pages_show_exists_with_its_options():
    known = dict(all_commands())
    wrong = []
    for page, words in written_commands():
        name = "chengyun"
        while words and f"{name} {words[0]}" in known:
            name += f" {words.pop(0)}"
        command = known[name]
        options = {option for parameter in command.params for option in parameter.opts} | {"--help", "--version"}
        strange = [word for word in words if word.startswith("--") and word.partition("=")[0] not in options]
        if strange or (isinstance(command, click.Group) and words and not words[0].startswith("-")):
            wrong.append((page, name, words))
    assert wrong == []


# --- nothing undocumented ----------------------------------------------------------------------------------------
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("lifecycle_docs", ROOT / "tools" / "lifecycle_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_of_lifecycles_permissions_and_limits_are_as_the_code_and_the_data_are():
    stale = [path.name for path, content in generator().pages().items() if path.read_text("utf-8") != content]
    assert stale == [], "run: python tools/lifecycle_docs.py"


def test_every_permission_is_documented():
    page = read("docs/administrator/permissions.md")
    assert [p.code for p in all_permissions() if f"`{p.code}`" not in page] == []


def test_every_setting_is_documented():
    page = read("docs/administrator/settings.md")
    assert page == render_markdown(), "run: chengyun config docs > docs/administrator/settings.md"
    assert [s.env for s in SETTINGS if f"`{s.env}`" not in page] == []


def built_in() -> list[lifecycle.Lifecycle]:
    folder = Path(lifecycle.__file__).parent / "lifecycles"
    return [lifecycle.get(path.stem) for path in sorted(folder.glob("*.toml"))]


def test_every_action_and_state_of_a_lifecycle_is_documented():
    page = read("docs/developer/lifecycles.md")
    codes = [code for life in built_in() for code in (life.code, *life.states, *life.actions)]
    assert [code for code in codes if f"`{code}`" not in page] == []


def test_every_action_that_a_person_can_do_is_named_in_the_user_guide():
    guide = "".join(path.read_text(encoding="utf-8") for path in (DOCS / "user").glob("*.md"))
    names = {rule.name for life in built_in() for rule in life.actions.values() if rule.side != "system"}
    assert sorted(name for name in names if name not in guide) == []


def test_every_source_that_a_user_or_the_data_refer_to_is_listed():
    listed = set(SOURCE.findall(read("docs/developer/sources.md")))
    texts = [*(DOCS / "user").glob("*.md"), *(ROOT / "src/chengyun/districts").rglob("*.toml")]
    texts += [*(ROOT / "src/chengyun/districts").rglob("*.csv"), *(ROOT / "src/chengyun/cases").rglob("*.py")]
    used = {mark for path in texts for mark in SOURCE.findall(path.read_text(encoding="utf-8"))}
    assert sorted(used - listed) == []


# --- links and addresses -----------------------------------------------------------------------------------------
def anchors(path: Path) -> set[str]:
    """The names of a page's headings as the usual viewers make them."""
    titles = re.findall(r"^#+ (.+)$", outside_of_code(path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


def test_all_links_between_pages_lead_somewhere():
    broken = []
    for page in pages():
        for target in LINK.findall(outside_of_code(page.read_text(encoding="utf-8"))):
            if re.match(r"[a-z]+:", target):
                continue
            place, _, anchor = target.partition("#")
            file = (page.parent / place).resolve() if place else page
            if not file.exists() or (anchor and anchor not in anchors(file)):
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert broken == []


FOREIGN = (
    re.compile(rb"https?://[a-z.-]*(npm|pypi|pythonhosted|debian)[a-z.-]*/(simple|packages|debian|@|-)"),
    re.compile(rb"""[ "'=(]/(root|farm|home/[a-z]+|work/(main|shared))/"""),
    re.compile(rb'"resolved": *"https?:'),
    re.compile(rb"^--(extra-)?index-url|^--find-links", re.MULTILINE),
)


def test_no_tracked_file_names_a_registry_or_a_place_on_somebodys_machine():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout: there is no list of tracked files")
    found = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if name and path.is_file():
            content = path.read_bytes()
            found += [f"{name}: {match[0].decode()}" for pattern in FOREIGN if (match := pattern.search(content))]
    assert found == []
