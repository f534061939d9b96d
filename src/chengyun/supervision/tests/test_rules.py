"""Samples, cards, ladders and verdicts, without a database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.supervision import rules
from chengyun.supervision.rules import Rung

STRATA = st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), st.integers(1, 400), max_size=20)


@given(STRATA, st.integers(1, 500))
def test_an_allocation_draws_what_was_asked_never_more_than_there_is_and_from_every_stratum(strata, size):
    drawn = rules.allocate(strata, size)
    assert sum(drawn.values()) == min(size, sum(strata.values()))
    assert all(drawn[key] <= strata[key] for key in strata)
    if size >= len(strata):
        assert all(drawn.values())


@given(st.dictionaries(st.tuples(st.integers(1, 5)), st.sets(st.integers(1, 999), min_size=1), max_size=6),
       st.integers(1, 50), st.integers(0, 2**40))  # fmt: skip
def test_the_same_seed_draws_the_same_cases_in_whatever_order_they_come(members, size, seed):
    once = rules.draw({key: sorted(found) for key, found in members.items()}, size, seed)
    again = rules.draw(dict(reversed([(k, sorted(v, reverse=True)) for k, v in members.items()])), size, seed)
    assert once == again
    assert all(set(once[key]) <= members[key] for key in members)


def test_a_large_stratum_gives_more_than_a_small_one():
    assert rules.allocate({("a",): 90, ("b",): 10}, 10) == {("a",): 9, ("b",): 1}


QUESTIONS = [{"code": "real", "points": 60, "critical": True}, {"code": "manner", "points": 40, "critical": False}]


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"real": "yes", "manner": "yes"}, (100.0, "pass")),
        ({"real": "yes", "manner": "no"}, (60.0, "pass")),
        ({"real": "no", "manner": "yes"}, (40.0, "fail")),
        ({"real": "na", "manner": "yes"}, (100.0, "pass")),
        ({"real": "na", "manner": "na"}, (100.0, "pass")),
    ],
)
def test_what_does_not_apply_does_not_count_and_a_critical_no_fails(answers, said):
    assert rules.judged(QUESTIONS, answers, 60) == said


@pytest.mark.parametrize(
    ("verdicts", "state"),
    [
        ([], ("open", "", None)),
        ([(80.0, "pass")], ("second", "", None)),
        ([(80.0, "pass"), (90.0, "pass")], ("final", "pass", 85.0)),
        ([(80.0, "pass"), (20.0, "fail")], ("third", "", None)),
        ([(80.0, "pass"), (20.0, "fail"), (30.0, "fail")], ("final", "fail", 30.0)),
    ],
)
def test_two_who_agree_decide_and_a_third_when_they_differ(verdicts, state):
    assert rules.settled(verdicts) == state


def test_a_ladder_goes_up_and_ends():
    good = [Rung("a", 1, "b"), Rung("b", 2)]
    assert rules.ladder_faults(good) == {}
    assert set(rules.ladder_faults([Rung("a", 1, "none"), Rung("b", 2, "a")])) == {"a", "b"}


def test_a_second_yellow_card_is_red_where_the_step_says_so():
    colours = [rules.card_colour("yellow", 2, before) for before in (0, 1, 2)]
    assert colours == ["yellow", "yellow", "red"]
    assert (rules.card_colour("yellow", 0, 9), rules.card_colour("red", 0, 0)) == ("yellow", "red")
