"""Lists: every case once, in order, page by page, for the centre and for a unit whose cases others see too."""

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases import watch
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Case
from chengyun.cases.queries import list_cases

pytestmark = pytest.mark.django_db
SORTS = ["-received_at", "received_at", "next_due_at", "-next_due_at", "-closed_at", "closed_at"]


@pytest.fixture
def busy(world):
    """Cases in several states, each seen by two or three units; some limits are over."""
    for at in range(6):
        number = world.dispatched("street", co=["water"]).case.number
        world.do(number, "acknowledge", "street")
        if at % 2:
            world.do(number, "pass_on", "street", unit_id=world.units["community"].pk)
        if at == 5:
            world.do(number, "note", "street", text="现场已查看")
    watch.sweep(timezone.now() + timedelta(days=60))
    return world


def pages(actor, sort, **wanted):
    cursor, found = "", []
    for _ in range(20):
        page = list_cases(actor, CaseFilter(**wanted), sort, 2, cursor)
        found += [row["number"] for row in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            return found
    raise AssertionError("the list does not end")


@pytest.mark.parametrize("who", ["clerk", "street", "water", "community"])
@pytest.mark.parametrize("sort", SORTS)
def test_page_by_page_every_case_comes_once_and_in_order(busy, who, sort):
    number = Case.objects.order_by("id").first().number
    busy.do(number, "supplement", "clerk", text="诉求人补充了情况")
    whole = [row["number"] for row in list_cases(busy.actors[who], CaseFilter(), sort, 200)["items"]]

    found = pages(busy.actors[who], sort)

    assert found == whole
    assert len(found) == len(set(found))
    if "closed" not in sort:
        assert len(found) == (3 if who == "community" else 6)


@pytest.mark.parametrize("who", ["clerk", "lights"])
@pytest.mark.parametrize("sort", SORTS)
def test_the_count_is_of_the_cases_that_the_order_shows(world, who, sort):
    number = world.replied()
    world.do(number, "review", "clerk", approve=True)
    world.do(number, "callback", "clerk", contacted=True, solved="yes", satisfaction="satisfied")
    world.do(number, "close", "clerk")
    world.dispatched()
    Case.objects.filter(number=world.dispatched().case.number).update(next_due_at=None)
    answer = list_cases(world.actors[who], CaseFilter(), sort, 50, count=True)
    assert (
        answer["count"]
        == len(answer["items"])
        == {"received_at": 3, "next_due_at": 2, "closed_at": 1}[sort.lstrip("-")]
    )
    back = list_cases(world.actors[who], CaseFilter(), sort[1:] if sort[0] == "-" else f"-{sort}", 50)
    assert [row["number"] for row in back["items"]] == [row["number"] for row in answer["items"]][::-1]


def test_an_answer_of_the_lead_asks_for_its_outcome_and_one_of_a_helper_does_not(world):
    from chengyun.cases.page import case_page

    number = world.dispatched("lights", co=["water"]).case.number
    for unit in ("lights", "water"):
        world.do(number, "acknowledge", unit)
    needed = {}
    for unit in ("lights", "water"):
        (reply,) = [a for a in case_page(number, world.actors[unit])["actions"] if a["code"] == "reply"]
        needed[unit] = {field["name"]: field["required"] for field in reply["fields"]}
    assert needed["lights"]["outcome"] is True
    assert needed["water"]["outcome"] is False


@pytest.mark.parametrize("who", ["clerk", "street", "water", "community"])
def test_a_work_list_names_each_case_once_and_agrees_with_its_count(busy, who):
    from chengyun.cases import worklists

    actor = busy.actors[who]
    for told in worklists.counts(actor):
        if told["count"] is None:
            continue
        found = [r["number"] for r in list_cases(actor, CaseFilter(worklist=told["code"]), "next_due_at", 200)["items"]]
        assert len(found) == len(set(found)) == told["count"], f"{who}: {told['code']}"


def test_a_unit_finds_what_is_its_own_and_each_handler_what_is_theirs(world):
    from chengyun.cases import worklists

    mine, other = world.handling("lights"), world.dispatched("lights").case.number
    world.dispatched("water")
    lights = {told["code"]: told["count"] for told in worklists.counts(world.actors["lights"])}
    assert (lights["unit"], lights["handled"], lights["to_acknowledge"], lights["supervised"]) == (2, 1, 1, 0)
    found = list_cases(world.actors["lights"], CaseFilter(worklist="handled"), "next_due_at", 50)["items"]
    assert [row["number"] for row in found] == [mine]
    found = list_cases(world.actors["lights"], CaseFilter(worklist="unit"), "next_due_at", 50)["items"]
    assert {row["number"] for row in found} == {mine, other}


def test_the_list_of_a_unit_follows_what_happens_to_its_cases(busy):
    late = {row["number"] for row in list_cases(busy.street, CaseFilter(due="overdue"), "next_due_at", 50)["items"]}
    assert len(late) == 6, "every reply is late by now"

    number = late.pop()
    busy.do(number, "reply", "street", reply="已处理完毕", outcome="solved", without_co="先行答复")

    now = {row["number"] for row in list_cases(busy.street, CaseFilter(due="overdue"), "next_due_at", 50)["items"]}
    assert number not in now or Case.objects.get(number=number).due_status == Case.OVERDUE
    assert {row["number"] for row in list_cases(busy.street, CaseFilter(open=True), "next_due_at", 50)["items"]} >= late
