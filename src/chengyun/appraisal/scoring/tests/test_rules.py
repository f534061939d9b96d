"""Scores: what a unit can rely on. Made-up cases, no database."""

from __future__ import annotations

import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.appraisal.scoring import rules, scheme, words
from chengyun.appraisal.scoring.rules import ALL, Evidence, Exclusion, Fact, Penalty

VALUES = {
    "code": "test", "name": "测试方案", "group": "department", "kinds": ["department"], "minimum": 2, "factor": 2,
    "double_flags": ["leader", "media"],
    "items": [
        {"code": "on_time", "name": "按时办结率", "kind": "rate", "weight": 40, "of": "due", "hit": "on_time",
         "double": True, "bands": ["0:0", "85:60", "95:90", "100:100"], "line": True},
        {"code": "satisfied", "name": "满意率", "kind": "rate", "weight": 30, "of": "called", "hit": "satisfied"},
        {"code": "redone", "name": "重办", "kind": "deduct", "weight": 10, "hit": "redone", "each": 2, "double": True},
        {"code": "street", "name": "街道评价", "kind": "rating", "weight": 20, "by": "peer", "questions": ["配合:100"]},
    ],
    "leave_out": [{"name": "不属实", "outcomes": ["unfounded"], "items": ["satisfied"]}],
}  # fmt: skip
SCHEME = scheme.read(VALUES)
GOOD = frozenset({"due", "on_time", "closed", "called", "satisfied"})
BAD = frozenset({"due", "late", "closed", "called", "dissatisfied", "redone"})

marks = st.frozensets(st.sampled_from(sorted(words.MARKS)))
facts = st.lists(
    st.tuples(marks, st.frozensets(st.sampled_from(["leader", "media", "repeat"])), st.sampled_from(["", "unfounded"])),
    max_size=25,
).map(lambda rows: tuple(Fact(at, m, f, outcome=o) for at, (m, f, o) in enumerate(rows, 1)))
ratings = st.lists(st.fractions(0, 1), max_size=6)


def score(*given_facts: Fact, **more) -> rules.Sheet:
    return rules.sheet(SCHEME, Evidence(given_facts, **more))


@given(facts, ratings, st.lists(st.fractions(0, 30), max_size=4))
def test_a_score_lies_between_0_and_100_and_each_item_between_0_and_its_weight(rows, marks_given, lost):
    penalties = [Penalty(at, item, points, "迟报") for at, points in enumerate(lost) for item in ("redone", "")]
    made = score(*rows, ratings={"peer": marks_given}, penalties=penalties)
    assert made.total is None or 0 <= made.total <= 100
    for line in made.lines:
        assert line.points is None or 0 <= line.points <= line.item.weight


@given(facts, ratings)
def test_a_case_more_done_well_never_lowers_a_score_that_had_cases(rows, marks_given):
    before = score(*rows, Fact(998, GOOD), ratings={"peer": marks_given})
    after = score(*rows, Fact(998, GOOD), Fact(999, GOOD), ratings={"peer": marks_given})
    assert after.total >= before.total


@given(facts, ratings)
def test_a_case_more_done_badly_never_raises_it(rows, marks_given):
    before = score(*rows, Fact(998, GOOD), ratings={"peer": marks_given})
    after = score(*rows, Fact(998, GOOD), Fact(999, BAD), ratings={"peer": marks_given})
    assert after.total <= before.total


@given(facts, ratings, st.randoms())
def test_the_order_in_which_cases_come_makes_no_difference(rows, marks_given, order):
    mixed = list(rows)
    order.shuffle(mixed)
    assert score(*rows, ratings={"peer": marks_given}) == score(*mixed, ratings={"peer": marks_given})


@given(st.fractions(0, 100), st.fractions(0, 100), st.booleans())
def test_a_better_value_never_earns_less(one, other, line):
    item = scheme.read(
        {**VALUES, "items": [{**VALUES["items"][0], "line": line, "weight": 100}], "leave_out": []}
    ).items[0]
    low, high = sorted((one, other))
    assert rules.share_of(item, low) <= rules.share_of(item, high)


@given(facts)
def test_the_cases_behind_the_digits_are_as_many_as_the_digits(rows):
    evidence = Evidence(rows)
    for item in SCHEME.items:
        made = rules.line(SCHEME, item, evidence)
        counted = rules.part(SCHEME, item, evidence, "counted")
        assert len(counted) == made.cases
        assert len(rules.part(SCHEME, item, evidence, "left_out")) == made.left_out
        if item.kind == words.RATE:
            hit, missed = (rules.part(SCHEME, item, evidence, what) for what in ("hit", "missed"))
            assert len(hit) == made.hits
            assert sorted(hit + missed) == sorted(counted)


@given(st.dictionaries(st.text("ABCDE", min_size=1, max_size=2), facts, max_size=8))
def test_a_ranking_is_in_order_and_equal_points_share_a_rank(units):
    placed = rules.rank(SCHEME, {key: score(*rows) for key, rows in units.items()})
    assert {one.key for one in placed} == set(units)
    ranked = [one for one in placed if one.rank is not None]
    for earlier, later in itertools.pairwise(ranked):
        assert earlier.total >= later.total
        assert (earlier.rank == later.rank) == (earlier.total == later.total)
    for at, one in enumerate(ranked, 1):
        assert one.rank == at or ranked[at - 2].rank == one.rank


def test_a_leaders_case_counts_twice_when_late_and_when_redone():
    made = score(Fact(1, GOOD), Fact(2, BAD, frozenset({"leader"})))
    on_time, satisfied, redone, _ = made.lines
    assert (on_time.numerator, on_time.denominator, on_time.cases, on_time.doubled) == (1, 3, 2, 1)
    assert (satisfied.numerator, satisfied.denominator) == (1, 2)
    assert (redone.points, redone.lost) == (6, 4)


def test_an_appeal_takes_a_case_out_of_one_item_or_of_all():
    rows = (Fact(1, GOOD), Fact(2, BAD))
    one = score(*rows, exclusions=[Exclusion(2, "on_time", "道路施工")])
    assert (one.lines[0].value, one.lines[0].left_out, one.lines[1].value) == (100, 1, 50)
    every = score(*rows, exclusions=[Exclusion(2, ALL, "不属本单位")])
    assert [line.left_out for line in every.lines] == [1, 1, 1, 0]
    assert every.total == 100


def test_what_the_scheme_leaves_out_is_left_out_of_the_items_it_names_only():
    made = score(Fact(1, GOOD), Fact(2, BAD, outcome="unfounded"))
    assert (made.lines[1].cases, made.lines[1].left_out, made.lines[0].cases) == (1, 1, 2)


def test_an_item_without_cases_gives_its_weight_to_the_others_and_says_so():
    made = score(Fact(1, frozenset({"due", "on_time"})))
    assert [line.why for line in made.lines] == ["", "nothing", "", "no_rating"]
    assert (made.total, made.measured) == (100, 50)


def test_subdistricts_ratings_are_thirty_percent_where_the_scheme_says_so():
    values = {**VALUES, "leave_out": [], "items": [
        {**VALUES["items"][0], "weight": 70, "bands": []}, {**VALUES["items"][3], "weight": 30},
    ]}  # fmt: skip
    made = rules.sheet(
        scheme.read(values), Evidence([Fact(1, GOOD)], ratings={"peer": [Fraction(4, 5), Fraction(3, 5)]})
    )
    assert (made.lines[1].points, made.total) == (21, 91)


def test_a_deduction_by_hand_counts_in_its_item_and_one_without_an_item_in_the_total():
    made = score(
        Fact(1, GOOD), penalties=[Penalty(1, "redone", Fraction(3), "虚假答复"), Penalty(2, "", Fraction(5), "通报")]
    )
    assert made.lines[2].points == 7
    assert rules.rounded(made.total) == Decimal("91.25")  # (40 + 30 + 7) of 80, less 5


def test_points_are_rounded_half_up_as_on_paper():
    assert [str(rules.rounded(Fraction(n, 1000))) for n in (1005, 1004, 995, -5)] == ["1.01", "1.00", "1.00", "0.00"]
    assert str(rules.rounded(Fraction(911 * 100, 972))) == "93.72"


@pytest.mark.parametrize(
    ("change", "column", "said"),
    [
        ({"group": ""}, "group", "考核组"),
        ({"items": []}, "items", "至少"),
        ({"items": [{**VALUES["items"][0], "weight": 90}]}, "items", "90"),
        ({"items": [{**VALUES["items"][0], "weight": 100, "bands": ["95:100", "85:60"]}]}, "items", "从低到高"),
        ({"items": [{**VALUES["items"][0], "weight": 100, "bands": ["85:90", "95:60"]}]}, "items", "不能越低"),
        ({"items": [{**VALUES["items"][0], "weight": 100, "hit": "x"}]}, "items", "分子"),
        ({"items": [{**VALUES["items"][3], "weight": 100, "questions": ["好不好"]}]}, "items", "名称:满分"),
        ({"leave_out": [{"name": "重复", "flags": ["repeat"], "items": ["x"]}]}, "leave_out", "x"),
        ({"leave_out": [{"name": "全部"}]}, "leave_out", "没有案件"),
    ],
)
def test_a_scheme_that_cannot_be_right_is_refused_with_the_place(change, column, said):
    found = list(scheme.faults({**VALUES, **change}))
    assert any(fault.column == column and said in fault.message for fault in found)
