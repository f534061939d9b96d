"""Who sees what: a unit never sees another's cases, whichever way it asks."""

from __future__ import annotations

import pytest

from chengyun.cases import desk, engine, worklists
from chengyun.cases.filters import CaseFilter
from chengyun.cases.page import case_page
from chengyun.cases.queries import by_phone, list_cases, timeline
from chengyun.kernel.problems import Problem

pytestmark = pytest.mark.django_db


def numbers(actor, **wanted) -> list[str]:
    return [row["number"] for row in list_cases(actor, CaseFilter(**wanted), "-received_at", 50)["items"]]


def test_a_unit_sees_what_it_was_given_and_nothing_else(world):
    mine = world.dispatched("lights").case.number
    other = world.dispatched("water").case.number
    assert numbers(world.lights) == [mine]
    assert numbers(world.water) == [other]
    assert numbers(world.clerk) == [other, mine]


@pytest.mark.parametrize("way", ["page", "events", "action", "unmask", "phone", "search", "worklists"])
def test_another_units_case_does_not_exist_whichever_way_one_asks(world, way):
    number = world.dispatched("water").case.number
    stranger = world.lights
    if way == "phone":
        assert by_phone("13800000000", stranger)["cases"] == []
    elif way == "search":
        assert numbers(stranger, q="路灯") == []
    elif way == "worklists":
        assert all(not row["count"] for row in worklists.counts(stranger))
    else:
        ask = {
            "page": lambda: case_page(number, stranger),
            "events": lambda: timeline(number, stranger, "zh"),
            "action": lambda: engine.perform(number, "acknowledge", stranger),
            "unmask": lambda: desk.unmask(number, stranger, "好奇"),
        }[way]
        with pytest.raises(Problem) as refused:
            ask()
        assert refused.value.status == 404


def test_a_superior_unit_sees_what_its_community_was_given(world):
    number = world.dispatched("community").case.number
    assert numbers(world.street) == [number]
    assert numbers(world.community) == [number]


def test_a_community_does_not_see_what_only_its_street_was_given(world):
    world.dispatched("street")
    assert numbers(world.community) == []


def test_a_unit_that_lost_a_case_by_reassignment_still_sees_what_it_did(world):
    number = world.dispatched("water").case.number
    world.do(number, "reassign", "clerk", unit_id=world.units["lights"].pk)
    assert numbers(world.water) == [number]
    with pytest.raises(Problem) as refused:
        world.do(number, "acknowledge", "water")
    assert refused.value.status == 409


def test_a_grant_for_one_category_shows_only_that_category(world):
    world.person("roads", "centre", ["view"])
    from chengyun.org.access import actor_for
    from chengyun.org.models import Account, Grant

    account = Account.objects.get(username="roads")
    Grant.objects.filter(account=account).update(category_code="public")
    Account.objects.filter(pk=account.pk).update(grants_version=2)
    account.refresh_from_db()
    number = world.request().case.number
    world.request(category_id=None)
    assert numbers(actor_for(account)) == [number]


def test_an_account_without_grants_sees_nothing(world):
    from chengyun.org.access import Actor

    world.request()
    assert numbers(Actor(account_id=99, name="无", permissions=frozenset({"case.view"}))) == []


def test_a_unit_may_not_do_the_centres_work(world):
    number = world.dispatched("lights").case.number
    with pytest.raises(Problem) as refused:
        world.do(number, "reassign", "lights", unit_id=world.units["water"].pk)
    assert refused.value.status == 403


def test_nobody_but_the_platform_marks_limits(world):
    number = world.request().case.number
    with pytest.raises(Problem) as refused:
        world.do(number, "mark_overdue", "clerk", clock_id=1)
    assert refused.value.status == 403


def test_looking_at_a_requester_is_recorded_with_the_reason(world):
    from chengyun.cases.models import UnmaskRecord

    number = world.request().case.number
    shown = desk.unmask(number, world.clerk, "核对地址")
    assert shown["phone"] == "13800000000"
    record = UnmaskRecord.objects.get()
    assert (record.account_id, record.reason) == (world.clerk.account_id, "核对地址")
    page = case_page(number, world.clerk)
    assert page["requester"]["phone"] == "138****0000"
    assert "13800000000" not in repr(page)


def test_a_subdistrict_sees_what_it_registered_itself(world):
    from chengyun.cases.engine import Registration, create

    world.person("window", "street", ["register", "view"], scope="street")
    work = create(world.window, Registration(kind="help", text="窗口登记的求助", channel="phone"))
    assert numbers(world.window) == [work.case.number]
    assert numbers(world.community) == []


def test_whoever_reported_something_follows_it_and_adds_to_it_though_it_lies_with_others(world):
    worker = world.person("worker", "community", ["register", "view", "supplement"], scope="community")
    told = engine.Registration(
        text="水管爆裂", kind="complaint", channel="phone", category_id=world.categories["light"].pk
    )
    case = engine.create(worker, told, []).case
    world.do(case.number, "accept", "clerk")
    world.do(case.number, "dispatch", "clerk", unit_id=world.units["water"].pk)
    assert case_page(case.number, worker)["number"] == case.number
    engine.perform(case.number, "supplement", worker, {"text": "水已漫到马路"})
    assert numbers(worker) == [case.number]
    with pytest.raises(Problem) as refused:
        engine.perform(case.number, "supplement", world.lights, {"text": "别人的"})
    assert refused.value.status == 404
