"""The library holds every indicator of the five documents, and each formula can be read."""

import tomllib
from pathlib import Path

import pytest

import chengyun
from chengyun.appraisal.conditions import in_words, parse
from chengyun.appraisal.reliability import FIGURES
from chengyun.appraisal.words import DAYS, OPERATORS, READS

DISTRICTS = Path(chengyun.__file__).parent / "districts"
FIVE = {"qiaokou": 6, "hanyang": 32, "wuchang": 21, "qingshan": 8, "hongshan": 34}
"""Rows of domain.md A3 by district; a target that is printed in several tables stands once."""


def rows(folder, name):
    return tomllib.loads((DISTRICTS / folder / f"{name}.toml").read_text(encoding="utf-8"))[name]


LIBRARY = {row["code"]: row for row in rows("_common", "indicators")}


def test_every_formula_can_be_read_and_says_where_it_is_from():
    for code, row in LIBRARY.items():
        assert row["reads"] in READS, code
        assert row["source"], code
        assert row.get("rule"), code
        for text in (row.get("base", ""), row.get("meets", ""), *(one["where"] for one in row.get("excluding", []))):
            parse(text)
        if row["reads"] == "cases":
            assert row["day"] in DAYS, code
        if row["reads"] == "reliability":
            assert row["measure"].partition(":")[0] in FIGURES, code


@pytest.mark.parametrize("district", [*FIVE, "demo"])
def test_every_target_of_a_district_has_an_indicator(district):
    found = rows(district, "indicator_targets")
    assert len(found) == FIVE.get(district, len(found))
    assert len({row["code"] for row in found}) == len(found)
    for row in found:
        assert row["operator"] in OPERATORS
        assert row["source"]
        if row["operator"] == "if":
            assert row["if_indicator"] in LIBRARY
        else:
            assert row["indicator"] in LIBRARY, row["name"]


@pytest.mark.parametrize(
    ("district", "name", "operator", "value"),
    [
        ("qiaokou", "群众满意度", ">=", 95), ("hanyang", "全年接受投诉案件", ">=", 150_000),
        ("hanyang", "市民热线平台全年故障次数", "<=", 3), ("wuchang", "群众投诉办理沟通率", ">=", 99),
        ("wuchang", "移动通信服务费用", "<=", 88.42), ("qingshan", "制发群众诉求办理情况月分析期数", "=", 12),
        ("hongshan", "案件回复达标率", ">=", 90),
    ],
)  # fmt: skip
def test_targets_are_those_of_the_documents(district, name, operator, value):
    row = next(row for row in rows(district, "indicator_targets") if row["name"] == name)
    assert (row["operator"], row["value"]) == (operator, value)


def test_the_three_rates_the_urban_set_and_the_operators_are_there():
    wanted = {
        "response_rate", "resolution_rate", "satisfaction_rate", "urban_open_rate", "urban_close_rate",
        "urban_on_time_rate", "urban_rework_rate", "cases_per_person_day", "attendance_rate",
    }  # fmt: skip
    assert wanted <= set(LIBRARY)


def test_business_cases_are_the_same_for_the_indicator_and_for_the_board_of_business_cases():
    base = parse(LIBRARY["business_on_time_rate"]["base"])
    for scope in rows("_common", "business_scopes"):
        for name in ("categories", "channels", "flags"):
            for code in scope[name]:
                assert code in in_words(base), code
