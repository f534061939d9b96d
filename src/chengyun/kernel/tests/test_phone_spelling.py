"""Whatever is typed into the phone field, it is either nothing or something that can be looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel.masks import normalise_phone

typed = st.text(st.sampled_from("0012345678986+ -()转分机#０８６ａ"), max_size=24) | st.text(max_size=24)


@given(typed)
def test_a_number_that_is_kept_is_still_a_number_when_it_is_read_again(text):
    kept = normalise_phone(text)
    assert not kept or normalise_phone(kept)


@pytest.mark.parametrize("text", ["0000", "+00", "00860000", "0", "转0", "", "无"])
def test_zeros_alone_are_no_number(text):
    assert normalise_phone(text) == ""


def test_a_number_with_the_country_code_twice_is_found():
    assert normalise_phone("0086 13800000000") == normalise_phone("+86-138 0000 0000") == "13800000000"
    assert normalise_phone("0086 027 8765 4321") == "02787654321"
