"""Measures: read together, by line; what is missing says so."""

from datetime import date
from decimal import Decimal

import pytest

from chengyun.cases import measures
from chengyun.cases.measures import Measure, Narrowed, Period, Reading, rate, read_by, read_many

pytestmark = pytest.mark.django_db  # rooms above add measures of their own, which are rows
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def test_the_published_example_of_2016():
    """天门: 结案 911 of 应结 972, 按期 737 [F21]."""
    assert rate(911, 972).value == Decimal("93.72")
    assert rate(737, 972).value == Decimal("75.82")
    assert rate(0, 0).value is None


def test_what_nobody_registered_is_not_yet_measurable():
    reading = measures.read("no_such_measure", YEAR)
    assert not reading.known
    assert reading.missing


def test_a_reader_is_asked_once_for_all_its_measures():
    asked = []

    def reader(codes, period, narrowed, by):
        asked.append(tuple(codes))
        return {"": {code: Reading(Decimal(1)) for code in codes}}

    measures.register(Measure("test_a", "甲", "A", reader), Measure("test_b", "乙", "B", reader))
    try:
        assert set(read_many(["test_a", "test_b"], YEAR)) == {"test_a", "test_b"}
        assert asked == [("test_a", "test_b")]
    finally:
        for code in ("test_a", "test_b"):
            del measures._measures[code]


@pytest.mark.django_db
def test_what_is_received_is_told_by_unit_and_opens_its_list(world):
    from chengyun.cases import filters
    from chengyun.cases.models import Case

    for unit in ("lights", "lights", "water"):
        world.dispatched(unit)
    world.request()
    day = Case.objects.get(pk=Case.objects.first().pk).received_at.date()
    period = Period(day.replace(day=1, month=1), date(day.year + 1, 1, 1))
    found = read_by(["cases_received"], period, "unit")
    assert {key: int(row["cases_received"].value) for key, row in found.items()} == {"lights": 2, "water": 1, "-": 1}
    for row in found.values():
        reading = row["cases_received"]
        asked = filters.conditions(filters.CaseFilter.model_validate(reading.opened["value"]))
        assert Case.objects.filter(asked).count() == reading.value
    narrowed = measures.read("cases_received", period, Narrowed(unit="lights"))
    assert narrowed.value == 2
