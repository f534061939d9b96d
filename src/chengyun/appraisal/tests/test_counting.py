"""Figures are exact, equal their lists, and are the same however they are counted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from chengyun.appraisal import counting, exclusions, facts, keeping, library, reading
from chengyun.appraisal.conditions import BITS
from chengyun.appraisal.models import CaseFact, Indicator, MonthTally, Touched
from chengyun.appraisal.tests.test_library import LIBRARY
from chengyun.cases import filters, measures
from chengyun.cases.measures import Narrowed, Period
from chengyun.cases.models import Case
from chengyun.cases.tests.world import at

pytestmark = pytest.mark.django_db
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1))


def closed(world, clock, start="2026-03-02 09:00", end="2026-03-04 10:00", *, satisfaction="satisfied", **fields):
    """A case from registered to closed; the limit is ten working days."""
    clock.to(start)
    number = world.dispatched(**fields).case.number
    who = fields.get("unit", "lights")
    world.do(number, "acknowledge", who)
    world.do(number, "contact", who, what="电话了解情况")
    clock.to(end)
    world.do(number, "reply", who, reply="已更换灯具，恢复照明", outcome="solved")
    world.do(number, "review", "clerk", approve=True)
    more = {"reasons": ["slow"]} if satisfaction == "dissatisfied" else {}
    world.do(number, "callback", "clerk", contacted=True, solved="yes", satisfaction=satisfaction, **more)
    world.do(number, "close", "clerk")
    return number


@pytest.fixture
def told(world, clock, indicators):
    """Two in time, one late (and dissatisfied), one suspended, one that is not due yet."""
    numbers = [
        closed(world, clock), closed(world, clock, unit="water"),
        closed(world, clock, end="2026-03-27 10:00", satisfaction="dissatisfied"),
    ]  # fmt: skip
    clock.to("2026-03-09 09:00")
    number = world.handling()
    world.do(number, "request_suspension", "lights", ground="funds", reason="经费未到位", review_date="2026-06-01")
    world.do(number, "decide_suspension", "clerk", approve=True, note="同意")
    clock.to("2026-03-30 09:00")
    world.dispatched()
    return [*numbers, number]


def cases_of(query):
    asked = filters.conditions(filters.CaseFilter.model_validate(query))
    return set(Case.objects.filter(asked).values_list("number", flat=True))


def on_time(period=MARCH, narrowed=measures.EVERYTHING):
    return measures.read("on_time_rate", period, narrowed)


def test_a_rate_counts_what_was_due_and_opens_each_part(told):
    found = on_time()
    assert (found.numerator, found.denominator, found.value) == (2, 3, Decimal("66.67"))
    assert cases_of(found.opened["numerator"]) == set(told[:2])
    assert cases_of(found.opened["missed"]) == {told[2]}
    assert [(one.name, one.count) for one in found.excluded] == [("挂账", 1)]
    assert cases_of(found.excluded[0].query) == {told[3]}


def test_the_three_rates(told):
    found = measures.read_many(["satisfaction_rate", "contact_rate", "received_count"], MARCH)
    assert (found["satisfaction_rate"].numerator, found["satisfaction_rate"].denominator) == (2, 3)
    assert (found["contact_rate"].numerator, found["contact_rate"].denominator) == (3, 3)
    assert found["received_count"].value == 5


def test_the_same_before_and_after_the_worker_renewed_the_facts_and_kept_the_month(told, world, clock):
    before = [reading.read(["on_time_rate", "satisfaction_rate", "received_count"], YEAR, by=by) for by in BY]
    assert Touched.objects.exists()
    assert facts.renew() == 5
    assert not Touched.objects.exists()
    assert [reading.read(["on_time_rate", "satisfaction_rate", "received_count"], YEAR, by=by) for by in BY] == before
    definitions = [reading.definition_of(code) for code in ("on_time_rate", "satisfaction_rate", "received_count")]
    keeping.know(reading.wanted_of(definitions))
    assert keeping.tally(today=date(2026, 5, 1))
    assert MonthTally.objects.exists()
    kept = counting._kept(reading.wanted_of(definitions), YEAR, measures.EVERYTHING, "")
    assert kept.months["due"]
    assert [reading.read(["on_time_rate", "satisfaction_rate", "received_count"], YEAR, by=by) for by in BY] == before
    # what changes now is in the figure at once, though the month was kept
    extra = closed(world, clock, start="2026-03-16 09:00", end="2026-03-17 09:00")
    clock.to("2026-04-20 09:00")
    assert on_time().numerator == 3
    assert extra in cases_of(on_time().opened["numerator"])
    assert on_time(YEAR, Narrowed(unit="lights")).denominator == 3
    facts.renew()
    assert on_time().numerator == 3


BY = ("", "unit", "area", "category", "channel", "month")


def test_each_unit_has_its_own_figure(told):
    found = measures.read_by(["on_time_rate"], MARCH, "unit")
    told = {key: (line["on_time_rate"].numerator, line["on_time_rate"].denominator) for key, line in found.items()}
    assert told == {"lights": (1, 2), "water": (1, 1)}
    for line in found.values():
        assert len(cases_of(line["on_time_rate"].opened["denominator"])) == line["on_time_rate"].denominator


def test_nobody_counts_what_one_may_not_see(told, world):
    assert on_time(narrowed=Narrowed(actor=world.water)).denominator == 1
    assert on_time(narrowed=Narrowed(actor=world.clerk)).denominator == 3


def test_an_excluded_case_leaves_the_rate_with_its_reason_and_comes_back(told, world):
    facts.renew()
    row = exclusions.exclude(world.clerk, told[2], {"reason": "force", "note": "道路塌陷抢险", "files": []})
    found = on_time()
    assert (found.numerator, found.denominator) == (2, 2)
    assert {one.rule: one.count for one in found.excluded} == {"exempt": 1, "suspended": 1}
    exclusions.withdraw(world.clerk, row.pk, "理由不足")
    assert on_time().denominator == 3


def test_the_published_month_of_2016(indicators):
    """天门 2016-12 by the formulas of the library: 受理 1054, 立案 996, 应结 972, 结案 911, 按期 737 [F21]."""
    bits = dict.fromkeys(range(1054), 0)
    for mark, number in (("registered", 996), ("closed", 911), ("in_time", 737)):
        for place in range(number):
            bits[place] |= BITS[mark]
    for place in range(911, 972):
        bits[place] |= BITS["late_close"]
    day = date(2016, 12, 15)
    CaseFact.objects.bulk_create(
        CaseFact(case_id=place, received=day, due=day if place < 972 else None, channel="urban_12319", kind="event",
                 lifecycle="urban_event", urgency="normal", state="closed", marks=marks)
        for place, marks in bits.items()
    )  # fmt: skip
    wanted = ("urban_open_rate", "urban_close_rate", "urban_on_time_rate")
    Indicator.objects.bulk_create(Indicator(**LIBRARY[code]) for code in wanted)
    library.forget()
    found = measures.read_many(wanted, Period(date(2016, 12, 1), date(2017, 1, 1)))
    told = {code: (int(one.numerator), int(one.denominator), str(one.value)) for code, one in found.items()}
    assert told == {
        "urban_open_rate": (996, 1054, "94.50"), "urban_close_rate": (911, 972, "93.72"),
        "urban_on_time_rate": (737, 972, "75.82"),
    }  # fmt: skip


def test_cases_a_person_a_day(told, world):
    Case.objects.update(taker_id=1)
    found = measures.read("cases_per_person_day", MARCH)
    assert (found.numerator, found.denominator) == (5, 3)
    assert len(cases_of(found.opened["numerator"])) == 5


def test_periods_without_their_kept_months_leave_no_day_out():
    period = Period(date(2026, 1, 15), date(2026, 5, 3))
    months = counting.whole_months(period)
    assert months == [date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)]
    left = counting.spans_without(period, [months[1]])
    days = {day for span in left for day in _days(span)} | set(_days(MARCH))
    assert days == set(_days(period))


def _days(period):
    at = period.first
    while at < period.end:
        yield at
        at += timedelta(days=1)


def test_what_is_not_due_yet_is_not_missed(world, clock, indicators):
    clock.to("2026-03-30 09:00")
    world.dispatched()
    assert on_time(YEAR).denominator == 0
    assert on_time(YEAR).value is None
    assert timezone.now() >= at("2026-03-30 09:00")
