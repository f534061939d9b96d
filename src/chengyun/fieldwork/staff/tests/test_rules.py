"""Tests are drawn from every topic, and scored without mercy."""

import random

import pytest

from chengyun.fieldwork.staff.rules import draw, letters, question_faults, score

BANK = {"走访": [f"W{n}" for n in range(6)], "巡查": [f"X{n}" for n in range(3)], "空": []}


def test_each_topic_is_asked_by_its_share_and_nothing_twice():
    drawn = draw(BANK, 6, random.Random(1))
    assert len(set(drawn)) == 6
    assert (sum(c.startswith("W") for c in drawn), sum(c.startswith("X") for c in drawn)) == (4, 2)
    assert draw(BANK, 50, random.Random(1)) != sorted(draw(BANK, 50, random.Random(1)))
    assert len(draw(BANK, 50, random.Random(1))) == 9
    assert draw({}, 3, random.Random(1)) == []


def test_half_right_is_wrong_and_an_empty_answer_too():
    drawn = [{"code": "1", "right": "ACD"}, {"code": "2", "right": "B"}, {"code": "3", "right": "A"}]
    assert score(drawn, {"1": "d,a c", "2": "A"}) == (33.33, ["2", "3"])
    assert score([], {}) == (0.0, [])
    assert letters("b；A") == "AB"


@pytest.mark.parametrize(
    ("kind", "options", "right", "column"),
    [
        ("single", ["甲", "乙"], "C", "right"), ("single", ["甲", "乙"], "AB", "right"),
        ("multiple", ["甲", "乙"], "A", "right"), ("single", ["甲"], "A", "options"),
        ("judge", [], "C", "right"), ("judge", ["甲", "乙", "丙"], "A", "options"),
    ],
)  # fmt: skip
def test_a_question_that_cannot_be_answered_is_refused(kind, options, right, column):
    assert question_faults(kind, options, right)[0] == column


def test_questions_that_can_be_answered_are_taken():
    assert question_faults("judge", [], "B") is None
    assert question_faults("multiple", ["甲", "乙", "丙"], "ac") is None
