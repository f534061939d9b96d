"""Every figure of the board opens the cases that it counts, for whoever looks, whatever the period and the filter."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from chengyun.cases import bulk, watch
from chengyun.cases.engine import Registration
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Case, Category
from chengyun.cases.queries import matters_and_calls
from chengyun.cases.tests.world import SHANGHAI, at
from chengyun.insight import counting
from chengyun.insight.board import board, span_of
from chengyun.insight.figures import Asked
from chengyun.kernel import revision
from chengyun.org.access import actor_for, system_actor
from chengyun.org.models import Account, Grant, Role
from chengyun.places.models import Area

from .open_figures import figures

pytestmark = pytest.mark.django_db
NOW = at("2026-11-21 15:30")


def area(code: str, name: str, level: str, parent: Area | None = None) -> Area:
    row = Area.objects.create(code=code, name=name, level=level, parent=parent, source="测试")
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save()
    return row


@pytest.fixture
def places(world):
    district = area("D", "演示区", "district")
    found = []
    for street in ("S1", "S2"):
        above = area(street, f"街道{street}", "subdistrict", district)
        found.append((above, above))
        for community in ("C1", "C2"):
            below = area(f"{street}{community}", f"社区{street}{community}", "community", above)
            found.append((below, above))
            found.append((area(f"{street}{community}G1", "网格", "grid", below), above))
    Category.objects.create(code="noise", name="噪声", source="测试")
    world.categories["noise"] = Category.objects.get(code="noise")
    revision.bump("places")
    revision.bump("catalogue")
    return [*found, (None, None)]


@pytest.fixture
def years(world, places, clock):
    """A hundred and fifty cases of two years, made by the engine and then moved into the past at random."""
    rng = random.Random(20)
    categories = [world.light.pk, world.public.pk, world.categories["noise"].pk, None]
    clock.now = NOW
    for unit in ("lights", "water", "street", "community", ""):
        co = [world.units["lights"].pk] if unit == "water" else []
        dispatch = {"unit_id": world.units[unit].pk, "co_unit_ids": co} if unit else {}
        registrations = [
            Registration(kind=rng.choice(["complaint", "help"]), text=f"第{n}件事", category_id=rng.choice(categories),
                         channel=rng.choice(["phone", "app", "walk_in"]))
            for n in range(30)
        ]  # fmt: skip
        then = [("accept", {}), ("dispatch", dispatch)] if unit else []
        bulk.create_many(system_actor("测试"), registrations, then)
    for case in Case.objects.all():
        _send_back(case, rng, places)
    _join(rng)
    revision.forget()
    return world


def _send_back(case: Case, rng: random.Random, places) -> None:
    back = rng.choice([rng.uniform(0, 1.5), rng.uniform(0, 40), rng.uniform(0, 720)])
    case.received_at = NOW - timedelta(days=back)
    where, above = rng.choice(places)
    case.area, case.subdistrict = where, above
    case.state = rng.choice([case.state] * 3 + ["closed", "closed", "rated", "archived", "void", "joined"])
    case.is_open = case.state in ("logged", "dispatched")
    case.was_overdue = rng.random() < 0.2
    case.due_status = rng.choice([0, 0, 1, 2]) if case.is_open else 0
    if not case.is_open:
        case.closed_at = case.received_at + (NOW - case.received_at) * rng.random()
        case.satisfaction = rng.choice(["", "satisfied", "satisfied", "basically", "dissatisfied"])
        case.next_due_at = None
    case.save()
    case.visibility.update(received_at=case.received_at, is_open=case.is_open, due_status=case.due_status)


def _join(rng: random.Random) -> None:
    """Those that are joined have a case that leads them, open or not; some were closed with it."""
    mains = list(Case.objects.exclude(state="joined"))
    followers = [*Case.objects.filter(state="joined"), *rng.sample([c for c in mains if c.state == "closed"], 5)]
    for case in followers:
        main = rng.choice([other for other in mains if other.pk != case.pk and other not in followers])
        Case.objects.filter(pk=case.pk).update(joined_to=main)
        Case.objects.filter(pk=main.pk).update(callers=F("callers") + 1)


def counted(actor, query) -> int:
    """The number above the list that a figure opens."""
    return matters_and_calls(actor, CaseFilter(**query), "-received_at", 1_000)[0]


def wrong(actor, told) -> list:
    opened: dict[str, int] = {}
    found = []
    for where, value, query in figures(told):
        key = repr(sorted(query.items()))
        if key not in opened:
            opened[key] = counted(actor, query)
        if opened[key] != value:
            found.append((where, value, opened[key]))
    return found


@pytest.mark.parametrize("who", ["clerk", "street", "lights", "water"])
def test_every_figure_opens_as_many_cases_as_it_says(years, who):
    actor = years.actors[who]
    for period in ("today", "week", "month", "year"):
        told = board(actor, CaseFilter(), period, span_of(period, now=NOW), now=NOW)
        assert wrong(actor, told) == [], period
        assert told["figures"]["in_hand"]["value"] > 0
        counting.merge()
    assert told["figures"]["received"]["value"] > told["figures"]["received"]["before"]["value"] > 0


NARROWED = (
    {"channel": "phone"}, {"channel": "phone,app"}, {"unit": "street"}, {"unit": "street", "direct": "unit"},
    {"unit": "street,lights"}, {"unset": "unit"}, {"unset": "area,category"}, {"category": "public"},
    {"category": "public", "direct": "category"}, {"area": "D"}, {"area": "S1"}, {"area": "S1", "direct": "area"},
    {"area": "S1C1"}, {"area": "S1C1G1"}, {"area": "S1,S2"}, {"area": "S1C1,S2"}, {"kind": "help"},
    {"unit": "street", "category": "noise", "channel": "app"}, {"area": "S2", "unit": "water"},
)  # fmt: skip


def test_every_figure_of_a_narrowed_board_opens_its_cases(years):
    for given in NARROWED:
        told = board(years.clerk, CaseFilter(**given), "year", span_of("year", now=NOW), "month", NOW)
        assert told["filter"] == given
        assert wrong(years.clerk, told) == [], given


def test_matters_and_calls_stand_beside_each_other(world):
    """Two people about one lamp, and one about water: three calls, two matters, from the first call to the last."""
    first, second, other = (world.dispatched().case.number for _ in range(3))
    world.do(second, "join", "clerk", into=first)
    for _ in range(2):
        told = board(world.clerk, CaseFilter(), "today", span_of("today"))
        value = {name: figure["value"] for name, figure in told["figures"].items()}
        assert (value["received"], value["received_matters"]) == (3, 2)
        assert (value["in_hand"], value["in_hand_calls"]) == (2, 3)
        assert {row["in_hand_calls"] for row in told["by_channel"]} == {3}
        assert wrong(world.clerk, told) == []
        counting.merge()
    Case.objects.filter(number__in=[first, second]).update(state="closed", is_open=False, closed_at=timezone.now())
    told = board(world.clerk, CaseFilter(), "month", span_of("month"))
    value = {name: figure["value"] for name, figure in told["figures"].items()}
    assert (value["closed"], value["closed_matters"], value["in_hand_calls"]) == (2, 1, 1)
    assert wrong(world.clerk, told) == []
    assert counting.compare() == []
    assert other


def test_the_lines_of_each_breakdown_add_up_to_the_figure(years):
    for given in ({}, {"unit": "street"}, {"area": "S1"}, {"category": "public"}):
        told = board(years.clerk, CaseFilter(**given), "year", span_of("year", now=NOW), now=NOW)
        for panel in ("by_channel", "by_unit", "by_area", "by_category"):
            for measure in ("received", "received_matters", "in_hand", "in_hand_calls", "overdue", "closed",
                            "closed_matters", "on_time", "satisfied", "rated"):  # fmt: skip
                total = sum(row[measure] for row in told[panel])
                assert total == told["figures"][measure]["value"], (given, panel, measure)
        assert sum(row["received"] for row in told["by_hour"]) == told["figures"]["received"]["value"]
        assert sum(row["received"] for row in told["series"]) == told["figures"]["received"]["value"]


def test_counts_by_month_say_what_counting_the_cases_says(years, monkeypatch):
    for noted in (False, True):
        if noted:
            counting.merge()
        for given in ({}, {"channel": "phone"}):
            for period in ("month", "quarter", "year", "days"):
                wanted = CaseFilter(**given)
                span = span_of(period, at("2025-01-10 00:00").date(), at("2026-11-20 00:00").date(), NOW)
                assert Asked(years.clerk, wanted, "month").from_counts
                quick = board(years.clerk, wanted, period, span, now=NOW)
                with monkeypatch.context() as patch:
                    patch.setattr(Asked, "from_counts", property(lambda self: False))
                    assert board(years.clerk, wanted, period, span, now=NOW) == quick, (noted, given, period)


def test_a_running_period_is_compared_with_as_much_of_the_one_before(years):
    told = board(years.clerk, CaseFilter(), "month", span_of("month", now=NOW), now=NOW)
    assert (told["compared"]["from"], told["compared"]["to"]) == (
        "2026-10-01T00:00:00+08:00", "2026-10-21T15:30:00+08:00",
    )  # fmt: skip
    last_year = board(years.clerk, CaseFilter(), "week", span_of("week", now=NOW), "year", NOW)
    assert last_year["compared"]["from"] == "2025-11-16T00:00:00+08:00"


def test_whoever_sees_nothing_counts_nothing(years):
    stranger = years.person("stranger", "water", ["board"], scope="water")
    told = board(stranger, CaseFilter(), "year", span_of("year", now=NOW), now=NOW)
    assert all(figure["value"] == 0 for figure in told["figures"].values())
    assert told["by_unit"] == told["by_channel"] == []


def test_what_is_watched_becomes_overdue_on_the_board_too(world, clock):
    clock.now = NOW
    number = world.handling()
    later = NOW + timedelta(days=12)
    clock.now = later
    watch.sweep(later)
    told = board(world.clerk, CaseFilter(), "month", span_of("month", now=later), now=later)
    assert told["figures"]["overdue"]["value"] == 1
    assert wrong(world.clerk, told) == []
    assert Case.objects.get(number=number).was_overdue


def test_midnight_belongs_to_the_day_that_begins(world, clock):
    clock.now = datetime(2026, 11, 1, 0, 0, tzinfo=SHANGHAI)
    world.request()
    counting.merge()
    for period, value in (("month", 1), ("yesterday", 0), ("today", 1)):
        told = board(world.clerk, CaseFilter(), period, span_of(period, now=clock.now), now=clock.now)
        assert told["figures"]["received"]["value"] == value, period


@pytest.mark.parametrize("scope", [{"area_code": "S1"}, {"category_code": "public"}, {"area_code": "S2C1"}])
def test_whoever_sees_one_area_or_category_counts_that_alone(years, scope):
    role = Role.objects.create(code="part", name="部分", permissions=["case.view", "case.view_all", "case.board"])
    account = Account.objects.create(username="part", unit=years.units["centre"])
    Grant.objects.create(account=account, role=role, **scope)
    revision.bump("org")
    actor = actor_for(account)
    told = board(actor, CaseFilter(), "year", span_of("year", now=NOW), now=NOW)
    assert wrong(actor, told) == []
    everything = board(years.clerk, CaseFilter(), "year", span_of("year", now=NOW), now=NOW)
    assert 0 < told["figures"]["received"]["value"] < everything["figures"]["received"]["value"]
