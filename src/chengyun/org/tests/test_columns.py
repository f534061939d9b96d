import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.org.masterdata import CellError, Column

KINDS = ("text", "int", "float", "date", "bool", "list")


@given(st.sampled_from(KINDS), st.one_of(st.text(max_size=60), st.integers(), st.floats(), st.none(), st.booleans()))
def test_any_cell_becomes_a_value_that_can_be_kept_or_a_clear_refusal(kind, cell):
    column = Column("x", "甲", kind)
    try:
        value = column.parse(cell)
    except CellError:
        return
    assert b"\x00" not in json.dumps(value, ensure_ascii=False).encode()


@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_what_is_shown_can_be_read_again(kind, cell):
    column = Column("x", "甲", kind)
    try:
        value = column.parse(cell)
    except CellError:
        return
    assert column.parse(column.show(value)) == value


@pytest.mark.parametrize(
    "text", ["2026-01-31", "2026/1/31", "2026.01.31", "2026年1月31日", "20260131", "2026-01-31 00:00:00"]
)
def test_dates_are_read_as_people_write_them(text):
    assert Column("d", "日", "date").parse(text) == "2026-01-31"


def test_a_choice_may_be_written_as_code_or_as_label():
    column = Column("k", "类", "choice", choices={"centre": "中心"})
    assert column.parse("中心") == column.parse("centre") == "centre"
    with pytest.raises(CellError, match="中心"):
        column.parse("别的")


def test_numbers_keep_within_their_bounds():
    column = Column("lng", "经度", "float", minimum=-180, maximum=180)
    assert column.parse("114.3") == 114.3
    for wrong in ("181", "nan", "inf", "十"):
        with pytest.raises(CellError):
            column.parse(wrong)
