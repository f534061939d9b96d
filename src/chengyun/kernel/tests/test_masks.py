"""Phones, names and documents: one spelling, and little shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel import masks


@pytest.mark.parametrize(
    "typed",
    ["13800000000", " 138 0000 0000 ", "+86 138-0000-0000", "0086 13800000000", "8613800000000", "013800000000",
     "１３８００００００００", "(+86)13800000000", "138.0000.0000"],
)  # fmt: skip
def test_a_mobile_has_one_spelling(typed):
    assert masks.normalise_phone(typed) == "13800000000"
    assert masks.phone_kind(typed) == "mobile"
    assert masks.mask_phone(typed) == "138****0000"


@pytest.mark.parametrize(
    "typed", ["027-87654321", "(027)8765 4321", "+86 27 87654321", "02787654321", "0086-27-87654321"]
)
def test_a_landline_has_one_spelling(typed):
    assert masks.normalise_phone(typed) == "02787654321"
    assert masks.phone_kind(typed) == "landline"
    assert masks.mask_phone(typed) == "027****4321"


@pytest.mark.parametrize(
    ("typed", "plain", "kind", "mask"),
    [
        ("027-87654321转8001", "02787654321-8001", "landline", "027****4321"),
        ("027-87654321-8001", "02787654321-8001", "landline", "027****4321"),
        ("0713-8765432", "07138765432", "landline", "071****5432"),
        ("87654321", "87654321", "local", "87****21"),
        ("12345", "12345", "service", "12345"),
        ("400-123-4567", "4001234567", "service", "4001234567"),
        ("+1 (415) 555-0000", "+14155550000", "foreign", "+14****0000"),
        ("无", "", "unknown", ""),
        ("1234", "1234", "service", "1234"),
        ("777", "777", "unknown", "****"),
    ],
)
def test_other_numbers(typed, plain, kind, mask):
    assert masks.normalise_phone(typed) == plain
    assert masks.phone_kind(typed) == kind
    assert masks.mask_phone(typed) == mask


def test_a_local_number_gets_the_area_code_of_the_district():
    assert masks.normalise_phone("8765-4321", area_code="027") == "02787654321"
    assert masks.normalise_phone("13800000000", area_code="027") == "13800000000"
    assert masks.normalise_phone("12345", area_code="027") == "12345"


@given(st.text(max_size=30))
def test_any_text_has_a_spelling_that_stays(text):
    once = masks.normalise_phone(text)
    assert masks.normalise_phone(once) == once
    masks.mask_phone(text)
    masks.mask_name(text)
    masks.mask_id(text)
    masks.mask_address(text)


@pytest.mark.parametrize(
    ("name", "mask"),
    [
        ("张三", "张*"),
        ("张三丰", "张**"),
        ("张 三", "张*"),
        ("欧阳锋", "欧阳*"),
        ("欧阳", "欧*"),
        ("张先生", "张先生"),
        ("诸葛女士", "诸葛女士"),
        ("John Smith", "J***"),
        ("买买提·艾力", "买**"),
        ("王", "王*"),
        ("  ", ""),
    ],
)
def test_names_show_the_surname_only(name, mask):
    assert masks.mask_name(name) == mask


def test_documents_addresses_and_free_text():
    assert masks.mask_id("42011119900101123x") == "420***********123X"
    assert masks.mask_id("E12345678") == "E*******8"
    assert masks.mask_id("12") == "**"
    assert masks.mask_address("和平街12号3栋2单元501室") == "和平街12号*栋*单元*室"
    assert masks.mask_text("电话13800000000，证件42011119900101123X。") == "电话138****0000，证件420***********123X。"
    assert masks.mask_text("编号20261121000123，1380000") == "编号20261121000123，1380000"


def test_names_are_compared_without_blanks_and_case():
    assert masks.normalise_name(" 张 三 ") == "张三"
    assert masks.normalise_name("John  SMITH") == "john smith"
