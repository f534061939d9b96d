"""Formulas: what they accept, what they say, and that what is written means the same as what was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.appraisal.conditions import (
    MARKS,
    All,
    Any,
    Field,
    FormulaError,
    Mark,
    Not,
    holds,
    in_words,
    parse,
    sql,
    written,
)  # fmt: skip

leaf = st.one_of(
    st.sampled_from(sorted(MARKS)).map(Mark),
    st.builds(lambda values: Field("kind", "in", tuple(sorted(values))), st.sets(st.sampled_from("abc"), min_size=1)),
    st.builds(lambda n: Field("redo", ">=", (str(n),)), st.integers(0, 3)),
)
conditions = st.recursive(
    leaf,
    lambda one: st.one_of(
        one.map(Not), st.lists(one, min_size=2, max_size=3).map(lambda many: All(tuple(many))),
        st.lists(one, min_size=2, max_size=3).map(lambda many: Any(tuple(many))),
    ), max_leaves=6,
)  # fmt: skip


@given(conditions, st.sets(st.sampled_from(sorted(MARKS))), st.sampled_from("abcd"), st.integers(0, 3))
def test_what_is_written_is_read_as_the_same(condition, marks, kind, redo):
    facts = {"kind": kind, "redo": redo, **{mark: mark in marks for mark in MARKS}}
    again = parse(written(condition))
    assert holds(again, facts.__getitem__) == holds(condition, facts.__getitem__)
    assert written(parse(written(again))) == written(again)


def test_words_are_those_of_the_trade():
    condition = parse("in_time and not suspended and (kind in a,b or redo >= 2)")
    assert in_words(condition) == "未超期限结案 且 非挂账 且 （诉求类型为a、b 或 重办次数不少于2）"
    assert in_words(parse("")) == "全部"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("closed and", "没有写完"), ("closed closed", "多了"), ("wrong", "没有“wrong”"), ("kind", "没有写完"),
        ("kind >= 3", "“kind”后面"), ("redo = x", "数字"), ("(closed", "没有写完"), ("closed; drop", "看不懂"),
        ("(" * 40 + "closed" + ")" * 40, "括号"), ("not " * 40 + "closed", "括号"), ("closed or " * 60, "太长"),
        ("kind = and", "取值"), ("'; select", "看不懂"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_the_place(text, told):
    with pytest.raises(FormulaError) as refused:
        parse(text)
    assert told in str(refused.value)


def test_values_go_to_the_database_as_parameters_only():
    text, params = sql(parse("kind in a,b and flag = media and category = Q14 and redo <= 2"), lambda code: [7, 8])
    assert params == [["a", "b"], ["media"], [7, 8]]
    assert "media" not in text
