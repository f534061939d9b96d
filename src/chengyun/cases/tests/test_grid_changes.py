"""A case keeps the grid of its time, and the preview of a plan opens the cases whose place will lie elsewhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases import grid_changes
from chengyun.cases.models import Case
from chengyun.cases.tests.world import build
from chengyun.kernel import revision
from chengyun.org.access import system_actor
from chengyun.places import locating
from chengyun.places.changes import plans, reading
from chengyun.places.changes.shapes import outline_of
from chengyun.places.models import Area, AreaGeometry

ACTOR = system_actor("网格科")


@pytest.fixture
def world(db):
    from shapely.geometry import box

    made = build()
    home = Area.objects.create(code="G9", name="甲社区", level="community")
    for number, west in enumerate((114.0, 114.01), 1):
        grid = Area.objects.create(code=f"G9{number}", name=f"{number}网格", level="grid", parent=home)
        shape = box(west, 30.0, west + 0.01, 30.01)
        AreaGeometry.objects.create(area=grid, geometry=outline_of(shape), bbox=list(shape.bounds))
    revision.bump("places")
    locating.forget()
    yield made
    locating.forget()


def test_cases_in_hand_are_counted_opened_and_keep_their_grid(world):
    stays = world.request(lng=114.005, lat=30.005).case.number
    moves = world.request(lng=114.012, lat=30.005).case.number
    old = Case.objects.get(number=moves).area_id
    day = timezone.localdate() + timedelta(days=1)
    plan = plans.create(ACTOR, "移边界", day)
    ring = [[114.0, 30.0], [114.015, 30.0], [114.015, 30.01], [114.0, 30.01], [114.0, 30.0]]
    border = {
        "op": "boundary",
        "code": "G91",
        "neighbours": True,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    plan = plans.edit(ACTOR, plan.pk, plan.version, add=[border])
    [effect] = [one for one in reading.told(plan, ACTOR)["effects"] if one["code"] == "cases"]
    assert (effect["count"], effect["gathered"]) == (1, f"grid-plan:{plan.pk}")
    assert list(Case.objects.filter(grid_changes.condition(str(plan.pk))).values_list("number", flat=True)) == [moves]

    for action in ("submit", "approve"):
        plan = plans.decide(ACTOR, plan.pk, plan.version, action)
    assert plans.apply_due(day) == {"applied": 1, "failed": 0}
    locating.forget()
    assert Case.objects.get(number=moves).area_id == old, "as of its time"
    assert locating.locate(114.012, 30.005, day).grid_id == Case.objects.get(number=stays).area_id
