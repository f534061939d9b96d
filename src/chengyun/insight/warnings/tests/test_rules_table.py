"""The rules of the common profile make sense, and the table refuses what does not."""

from __future__ import annotations

import pytest

from chengyun.insight.models import SeverePattern
from chengyun.insight.warnings import masterdata, rules
from chengyun.insight.warnings.rules import Rule
from chengyun.org.access import system_actor
from chengyun.org.masterdata import planning, writing
from chengyun.org.models import MasterDataChange

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rules_forgotten():
    yield
    rules.forget()


GOOD = {
    "code": "x", "name": "新规则", "nature": "safety", "level": "urgent", "way": "words", "words": "坍塌",
    "source": "测试",
}  # fmt: skip


def faults(**values) -> set[str]:
    [row] = planning.plan(masterdata.RULES, [(1, {**GOOD, **values})])
    return {column for column, _ in row.errors}


@pytest.mark.parametrize(("values", "wrong"), [
    ({}, set()),
    ({"words": ""}, {"words"}),
    ({"words": "火"}, {"words"}),
    ({"words": "工资+"}, {"words"}),
    ({"way": "count"}, {"words", "minimum"}),
    ({"way": "count", "words": "", "minimum": "5"}, set()),
    ({"way": "count", "words": "", "flags": "群体性"}, set()),
    ({"way": "callers", "words": ""}, {"minimum"}),
    ({"way": "growth", "words": "", "minimum": "5"}, {"risk"}),
    ({"way": "growth", "words": "", "minimum": "5", "risk": "0.01"}, set()),
    ({"hours": "1000"}, {"hours"}),
    ({"flags": "sensitive"}, {"flags"}),
    ({"categories": "nowhere"}, {"categories"}),
])  # fmt: skip
def test_a_rule_that_makes_no_sense_is_refused_at_the_column(values, wrong):
    assert faults(**values) == wrong


def test_a_changed_rule_is_followed_at_once_and_by_the_database_too():
    plan = planning.plan(masterdata.RULES, [(1, GOOD)])
    writing.write(masterdata.RULES, plan, system_actor("测试"), origin=MasterDataChange.PROFILE)
    assert [rule.code for rule in rules.current().rules] == ["x"]
    assert SeverePattern.objects.get().pattern == "坍塌"


def test_marks_in_words_mean_themselves_for_the_database():
    rule = Rule("a", "a", "safety", 1, "words", ("C+C*(漏)",), (), (), (), "community", True, 1, 24, 0.01, "")
    assert rules.severe_pattern([rule]) == r"c\*\(漏\)"
