"""Plans from the first line drawn to the map of tomorrow, and back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.org.models import MasterDataChange
from chengyun.places import locate, locating
from chengyun.places.changes import plans, reading
from chengyun.places.models import Area, AreaGeometry, GridPlan

from .conftest import bring_in

pytestmark = pytest.mark.django_db
ONE, TWO = "429999001001-01", "429999001001-02"
DRAWER, BOSS = system_actor("网格科"), system_actor("值班长")
CUT = {"op": "split", "code": TWO, "line": [[114.015, 29.999], [114.015, 30.011]], "names": ["西半", "东半"]}


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def plan_of(*operations, day=None):
    plan = plans.create(DRAWER, "拆分甲二网格", day or tomorrow())
    return plans.edit(DRAWER, plan.pk, plan.version, add=operations)


def step(plan, *actions):
    for action in actions:
        plan = plans.decide(BOSS if action == "approve" else DRAWER, plan.pk, plan.version, action, "同意")
    return plan


def grid_at(lng, day):
    locating.forget()
    found = locate(lng, 30.005, day)
    return Area.objects.get(pk=found.grid_id) if found and found.grid_id else None


def test_a_split_takes_effect_on_its_day_and_the_old_map_can_still_be_asked(town):
    plan = step(plan_of(CUT), "submit", "approve")
    assert plan.state == GridPlan.APPROVED
    assert plans.apply_due() == {"applied": 0, "failed": 0}
    assert grid_at(114.018, tomorrow()).name == "甲二网格", "not before its day"

    assert plans.apply_due(tomorrow()) == {"applied": 1, "failed": 0}
    today = timezone.localdate()
    assert grid_at(114.018, today).code == TWO
    assert grid_at(114.018, today).name == "甲二网格"
    west, east = grid_at(114.012, tomorrow()), grid_at(114.018, tomorrow())
    assert {west.name, east.name} == {"西半", "东半"}
    assert TWO in {west.code, east.code}
    assert {west.code, east.code} - {TWO} == {"429999001001001"}, "numbered by the rule: 15 digits"
    old = AreaGeometry.objects.get(area__code=TWO, valid_to=today)
    assert old.bbox == [114.01, 30.0, 114.02, 30.01], "the former outline stays as it was"
    told = MasterDataChange.objects.filter(kind="geometry", origin="plan")
    assert told.count() == 3
    assert {row.account_name for row in told} == {"网格调整"}


def test_taking_a_plan_back_is_a_plan_that_brings_the_former_map(town):
    plan = step(plan_of(CUT), "submit", "approve")
    plans.apply_due(tomorrow())
    plan.refresh_from_db()
    back = step(plan, "undo")
    assert back.undoes_id == plan.pk
    after = tomorrow() + timedelta(days=1)
    assert back.effective_on == after
    assert reading.outlook(back).stops == []
    step(back, "submit", "approve")
    plans.apply_due(after)
    whole = grid_at(114.018, after)
    assert (whole.code, whole.name) == (TWO, "甲二网格")
    assert grid_at(114.012, after).pk == whole.pk
    assert grid_at(114.018, tomorrow()).name in ("西半", "东半"), "the day between stays as it was"


def test_the_second_of_two_editors_is_told_and_loses_nothing(town):
    plan = plan_of(CUT)
    plans.edit(DRAWER, plan.pk, plan.version, title="先改的人")
    with pytest.raises(Problem) as refused:
        plans.edit(BOSS, plan.pk, plan.version, title="后改的人")
    assert (refused.value.status, refused.value.extra["current"]["title"]) == (409, "先改的人")


def test_nobody_approves_what_they_submitted(town):
    both = Actor(account_id=7, name="科长", permissions=frozenset({"place.plan", "place.approve"}))
    plan = plans.create(both, "拆分", tomorrow())
    plan = plans.edit(both, plan.pk, plan.version, add=[CUT])
    plan = plans.decide(both, plan.pk, plan.version, "submit")
    with pytest.raises(Problem) as refused:
        plans.decide(both, plan.pk, plan.version, "approve")
    assert refused.value.code == "own_plan"


def test_a_map_with_overlaps_is_not_submitted(town):
    over = {"op": "boundary", "code": ONE, "geometry": {"type": "Polygon", "coordinates": [
        [[114.0, 30.0], [114.015, 30.0], [114.015, 30.01], [114.0, 30.01], [114.0, 30.0]]]}}  # fmt: skip
    plan = plan_of(over)
    with pytest.raises(Problem) as refused:
        step(plan, "submit")
    assert refused.value.code == "map_faults"


def test_a_rename_keeps_the_outline_and_what_lies_below(town):
    plan = step(plan_of({"op": "change", "code": "429999001001", "name": "新甲社区"}), "submit", "approve")
    plans.apply_due(tomorrow())
    plan.refresh_from_db()
    assert (plan.state, plan.failure) == (GridPlan.APPLIED, "")
    new = Area.objects.get(code="429999001001", valid_from=tomorrow())
    assert new.name == "新甲社区"
    assert Area.objects.get(code=ONE).parent_id == new.pk
    locating.forget()
    assert locate(114.015, 30.015, tomorrow()).community_id == new.pk
    assert locate(114.015, 30.015, timezone.localdate()).community_id != new.pk


def test_an_area_that_is_renamed_by_hand_keeps_its_outline_too(town):
    bring_in("areas", f"code,name,level,parent,valid_from\n{ONE},甲一新名,grid,429999001001,2026-07-01\n")
    assert grid_at(114.005, date(2026, 7, 1)).name == "甲一新名"
    assert grid_at(114.005, date(2026, 6, 30)).name == "甲一网格"


def test_a_micro_grid_is_found_within_its_grid(town):
    micro = {"op": "draw", "parent": ONE, "name": "微一", "geometry": {"type": "Polygon", "coordinates": [
        [[114.004, 30.004], [114.006, 30.004], [114.006, 30.006], [114.004, 30.006], [114.004, 30.004]]]}}  # fmt: skip
    step(plan_of(micro), "submit", "approve")
    plans.apply_due(tomorrow())
    locating.forget()
    found = locate(114.005, 30.005, tomorrow())
    assert Area.objects.get(pk=found.grid_id).code == ONE
    assert Area.objects.get(pk=found.micro_id).name == "微一"
    assert found.community_id is not None


def test_the_preview_names_places_that_will_lie_elsewhere(town):
    bring_in("places", "code,name,area,lng,lat\nP9,东门菜场,429999001001,114.018,30.005\n")
    told = reading.told(plan_of({**CUT, "names": ["甲二网格", "新网格"]}), DRAWER)
    moved = {effect["code"]: effect for effect in told["effects"]}
    kept_west = next(c for c in told["changes"] if c["code"] == TWO)["after"]["name"] == "甲二网格"
    assert moved["places"]["examples"] == (["东门菜场"] if kept_west else [])
    assert [(c["what"], c["moved"]) for c in told["changes"]] == [("new", False), ("changes", True)]


def test_two_plans_for_the_same_day_do_not_wipe_each_other_out(town):
    """The second is refused with its reason, and the map of the first stays."""
    one = step(plan_of(CUT), "submit", "approve")
    other = step(plan_of({"op": "change", "code": TWO, "name": "别名"}), "submit", "approve")
    assert plans.apply_due(tomorrow()) == {"applied": 1, "failed": 1}
    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.state, other.state) == (GridPlan.APPLIED, GridPlan.APPROVED)
    assert "1 处问题" in other.failure
