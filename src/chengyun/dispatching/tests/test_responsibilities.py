"""The responsibility list: the nearest category, then the smallest area; what has ended proposes nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.dispatching import facts, responsibilities
from chengyun.dispatching.models import Responsibility
from chengyun.dispatching.rules import alarms, engine
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor
from chengyun.org.masterdata import saving, service
from chengyun.org.models import Unit
from chengyun.places.models import Area

pytestmark = pytest.mark.django_db
KEEPER = system_actor("清单员")


@pytest.fixture(autouse=True)
def fresh():
    yield
    engine.forget()
    responsibilities.forget()


def entry(code, category, **given):
    cells = {
        "code": code, "category": category, "unit": "lights", "document": "演示清单第1项", "source": "测试", **given,
    }  # fmt: skip
    return saving.save(service.kind_of("responsibilities"), cells, KEEPER)


def of(work, **more):
    return replace(facts.of_case(work.case, "路灯不亮"), **more)


def test_the_nearest_category_counts_before_those_above_it(world):
    entry("A", "public", unit="water")
    entry("B", "light", co_units=["water"])
    first, second = responsibilities.proposed(of(world.request()))
    assert (first.ref, first.unit_id, first.co_units) == ("B", world.units["lights"].pk, (world.units["water"].pk,))
    assert second.ref == "A"
    assert "演示清单第1项" in first.reason_zh
    assert responsibilities.proposed(of(world.request(category_id=None))) == []


def test_the_smallest_area_counts_before_the_whole_district(world):
    Area.objects.create(code="S1", name="梧桐街道", level="subdistrict", managed_by_unit=world.units["street"])
    revision.bump("places")
    entry("A", "light")
    entry("B", "light", area="S1", target="subdistrict", unit="")
    there = of(world.request(), areas={"subdistrict": "S1"})
    assert [found.ref for found in responsibilities.proposed(there)] == ["B", "A"]
    assert responsibilities.proposed(there)[0].unit_id == world.units["street"].pk
    assert [found.ref for found in responsibilities.proposed(of(world.request()))] == ["A"]


def test_an_entry_whose_unit_has_ended_proposes_nobody_and_raises_an_alarm(world):
    entry("A", "light")
    Unit.objects.filter(code="lights").update(valid_to=timezone.localdate() - timedelta(days=1))
    revision.bump("org")
    assert responsibilities.proposed(of(world.request())) == []
    assert alarms.check_all()["raised"] == 1
    assert alarms.standing()["broken"] == 1
    Responsibility.objects.update(valid_to=timezone.localdate() - timedelta(days=1))
    revision.bump("dispatching")
    assert alarms.check_all()["ended"] == 1


@pytest.mark.parametrize(
    ("given", "column"),
    [({"unit": ""}, "unit"), ({"unit": "nowhere"}, "unit"), ({"document": ""}, "document"), ({"area": "X"}, "area")],
)
def test_an_entry_that_names_nothing_is_refused_at_its_column(world, given, column):
    with pytest.raises(Problem) as refused:
        entry("A", "light", **given)
    assert refused.value.extra["errors"][0]["field"] == column
