"""A reader who wants English is told what is wrong in English; nothing that a page can show is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import orjson
import pytest
from django.test import RequestFactory

import chengyun
from chengyun.kernel import english, permissions
from chengyun.kernel.problems import Problem, problem_response

SOURCE = Path(chengyun.__file__).parent
HAN = re.compile("[一-鿿]")
# What only commands and the loading of districts say.
APART = ("cli", "districts.py", "loading.py", "profiles.py", "demo.py", "tests", "migrations", "rehearsal")


def told(problem: Problem, language: str) -> dict:
    request = RequestFactory().get("/", headers={"accept-language": language})
    return orjson.loads(problem_response(request, problem).content)


def test_a_problem_speaks_the_language_of_its_reader_down_to_the_fields():
    problem = Problem(
        409, "wrong_state", "现在不能这样操作", "案件现在是“待签收”，不能派单。",
        errors=[{"field": "unit_id", "message": "没有这个单位，请重新选择。"}],
    )  # fmt: skip
    assert told(problem, "zh-CN,zh;q=0.9")["title"] == "现在不能这样操作"
    said = told(problem, "en")
    assert said["title"] == "This cannot be done now"
    assert said["detail"] == "The case is now “To acknowledge”, so this cannot be done: Dispatch."
    assert said["errors"] == [{"field": "unit_id", "message": "There is no such unit; choose another."}]
    assert problem.title == "现在不能这样操作"


def test_words_that_nobody_has_put_into_english_stay_as_they_are():
    assert english.english("区里自己写的一句话：{} 与 %s") == "区里自己写的一句话：{} 与 %s"
    assert english.english("") == ""


def test_what_fills_a_sentence_is_kept_whatever_is_written_in_it():
    assert english.english("没有编号为 {0} a\nb 的案件，或您无权查看。").startswith("There is no case {0} a\nb,")


@pytest.mark.parametrize("file", sorted(SOURCE.glob("*/english.toml")), ids=lambda file: file.parent.name)
def test_both_languages_of_a_sentence_have_the_same_holes_and_english_is_english(file):
    import tomllib

    for text, meaning in tomllib.loads(file.read_text(encoding="utf-8")).items():
        assert text.count("{}") == meaning.count("{}"), text
        assert not HAN.search(meaning), meaning


def test_a_field_is_named_in_english_with_what_is_wrong_and_a_sentence_made_in_both_languages_is_remembered():
    assert english.english("条件：必填") == "Condition: Required"
    assert english.english("名称：不能超过 60 个字") == "Name: At most 60 characters"
    assert english.english("备注：今天下雨") == "备注：今天下雨", "what people wrote stays as it is"
    english.remember("第 9 列：没有“占道”这一类别", "column 9: there is no category “占道”")
    assert english.english("条件：第 9 列：没有“占道”这一类别") == "Condition: column 9: there is no category “占道”"


def test_every_permission_says_in_english_what_it_lets_a_person_do():
    missing = [p.description for p in permissions.all_permissions() if HAN.search(english.english(p.description))]
    assert missing == [], "put them into english.toml of their room"


def sentences(call: ast.Call) -> list[str]:
    """What a call says: constants, and f-strings with {} for what is filled in."""
    found = []
    for argument in call.args:
        if isinstance(argument, ast.IfExp):
            found += sentences(ast.Call(argument, [argument.body, argument.orelse], []))
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            found.append(argument.value)
        elif isinstance(argument, ast.JoinedStr):
            found.append("".join(p.value if isinstance(p, ast.Constant) else "{}" for p in argument.values))  # type: ignore[misc]
    return [text for text in found if HAN.search(text)]


def test_every_problem_that_a_page_can_show_has_english_words():
    missing = set()
    for file in SOURCE.rglob("*.py"):
        if set(file.relative_to(SOURCE).parts) & set(APART) or file.stem.endswith("cli"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (
                getattr(node.func, "id", "") in ("Problem", "invalid", "refused", "CellError")
                or getattr(node.func, "attr", "") == "fail"
            ):
                missing |= {
                    f"{file.relative_to(SOURCE)}: {text}" for text in sentences(node) if text not in english.table()
                }
    assert sorted(missing) == [], "put them into english.toml of their room"
