"""The urban event lifecycle: collection and verification tasks, staged limits, a check before closing."""

from __future__ import annotations

import pytest

from chengyun.cases.models import Case, Clock
from chengyun.kernel.problems import Problem

from .world import chains_hold

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(world) -> str:
    work = world.request(
        "楼顶加盖彩钢棚", lifecycle="urban_event", kind="event", category_id=world.categories["garbage"].pk
    )
    return work.case.number


def opened_and_dispatched(world, number: str) -> None:
    world.do(number, "open_case", "clerk")
    world.do(number, "dispatch", "clerk", unit_id=world.units["street"].pk)
    world.do(number, "acknowledge", "street")


def test_an_event_is_verified_opened_handled_checked_and_closed(world, event):
    community = world.units["community"].pk
    world.do(event, "assign_verification", "clerk", unit_id=community, note="请到现场")
    assert world.state(event) == "verifying"
    world.do(event, "report_verification", "community", found=True, what="彩钢棚约二十平方米")
    assert world.state(event) == "to_open"
    opened_and_dispatched(world, event)
    world.do(event, "reply", "street", reply="已拆除并清运")
    world.do(event, "assign_check", "clerk", unit_id=community)
    assert world.state(event) == "checking"
    world.do(event, "report_check", "community", passed=True, what="已拆除")
    world.do(event, "close", "clerk")
    world.do(event, "rate", "clerk", by="third_party", satisfaction="satisfied")
    case = Case.objects.get(number=event)
    assert (case.state, case.outcome) == ("rated", "solved")
    assert chains_hold()


def test_an_untrue_report_is_cancelled(world, event):
    world.do(event, "assign_verification", "clerk", unit_id=world.units["community"].pk)
    world.do(event, "report_verification", "community", found=False, what="没有发现")
    world.do(event, "cancel_case", "clerk", ground="untrue", reason="现场核实不属实")
    assert world.state(event) == "void"


def test_each_stage_of_an_illegal_building_has_its_own_limit(world, event):
    opened_and_dispatched(world, event)
    stages = set(Clock.objects.filter(case__number=event, state="running").values_list("stage", flat=True))
    assert {"stop_work", "penalty", "demolition"} <= stages
    world.do(event, "finish_stage", "street", stage="stop_work", what="已下达停工通知")
    assert Clock.objects.get(case__number=event, stage="stop_work").state == "met"
    with pytest.raises(Problem) as refused:
        world.do(event, "finish_stage", "street", stage="stop_work", what="再次停工")
    assert refused.value.extra["errors"][0]["field"] == "stage"


def test_a_failed_check_sends_the_work_back(world, event):
    opened_and_dispatched(world, event)
    world.do(event, "reply", "street", reply="已拆除一半")
    world.do(event, "assign_check", "clerk", unit_id=world.units["community"].pk)
    world.do(event, "report_check", "community", passed=False, what="还有一半")
    assert world.state(event) == "to_check"
    world.do(event, "redo", "clerk", reason="请全部拆除")
    assert world.state(event) == "dispatched"


def test_the_handling_unit_cannot_check_its_own_work(world, event):
    opened_and_dispatched(world, event)
    world.do(event, "reply", "street", reply="已拆除并清运")
    world.do(event, "assign_check", "clerk", unit_id=world.units["water"].pk)
    with pytest.raises(Problem) as refused:
        world.do(event, "report_check", "street", passed=True, what="已拆除")
    assert refused.value.status == 409
