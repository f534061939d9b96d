"""Addresses as people write them, and what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.population.addresses import Written, name, near, number, read, same

HOME = Written("演示花园", "3", "2", "501")


@pytest.mark.parametrize(
    "text",
    [
        "演示花园3栋2单元501室",
        "演示花园３号楼二单元５０１室",
        "演示区梧桐街道梧桐里社区演示花园三幢贰单元501",
        "湖北省武汉市演示区梧桐街道演示花园小区 3#楼 2门 501号",
        "演示花园小区三栋2单元5楼501",
        "演示花园3-2-501",
        "演示花园（三座）02单元，0501房",
    ],
)
def test_one_home_written_in_many_ways_is_one_address(text):
    assert read(text) == HOME
    assert same(text, "演示花园3栋2单元501室")


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("梧桐路18号", Written("梧桐路18号")),
        ("梧桐路十八号院2幢1-302", Written("梧桐路18号", "2", "", "302")),
        ("演示花园A座1203", Written("演示花园", "A", "", "1203")),
        ("演示花园十二栋", Written("演示花园", "12")),
        ("演示大厦", Written("演示大厦")),
        ("", Written()),
    ],
)
def test_parts_that_are_not_said_stay_empty(text, means):
    assert read(text) == means


def test_other_homes_are_not_the_same():
    assert not same("演示花园3栋2单元501室", "演示花园2栋3单元501室")
    assert not same("梧桐路18号", "梧桐路8号")
    assert not same("", "")


def test_numerals_and_names_have_one_spelling():
    assert [number(t) for t in ("十", "二十一", "一百零二", "０３", "三〇二")] == ["10", "21", "102", "3", "302"]
    assert (name("building", "三号楼"), name("unit", "2门洞"), name("room", "0501室")) == ("3", "2", "501")
    assert name("estate", "演示花园小区") == name("estate", "演示花园")


def test_a_mistyped_estate_is_offered_the_one_that_is_meant():
    assert near("演示花圆", ["演示花园", "书香苑", "演示新村"])[0] == "演示花园"
    assert near("梧桐", ["书香苑"]) == []


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_without_a_fault(text):
    read(text)
    name("room", text)
