"""What else there is about the same person, place and category, as far as one may know it."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengyun.cases.models import Case
from chengyun.org.auth import issue_token

pytestmark = pytest.mark.django_db
HERE = {"lng": 114.3, "lat": 30.6, "crs": "wgs84"}


def get(world, path, who="clerk", expect=200, **query):
    token = issue_token(world.accounts[who], "测试")[1]
    answer = Client().get(f"/api/v1{path}", query, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == expect, answer.content.decode()
    return answer.json()


def groups(world, number, who="clerk"):
    return {group["code"]: group for group in get(world, f"/cases/{number}/related", who)["groups"]}


def numbers(group):
    return [item["number"] for item in group["items"]]


def test_the_same_person_is_found_by_number_of_telephone_and_masked(world):
    first = world.request().case.number
    second = world.request("另一件事", requester={"name": "演示甲", "phone": "138 0000 0000"}).case.number
    world.request("别人的事", requester={"name": "演示乙", "phone": "13900000002"})
    person = groups(world, first)["person"]
    assert numbers(person) == [second]
    assert person["items"][0]["requester_mask"]["phone"] == "138****0000"


def test_who_may_not_know_people_does_not_learn_who_called_twice(world):
    mine = world.dispatched("lights").case.number
    world.dispatched("lights")
    assert "person" not in groups(world, mine, "lights")
    get(world, "/cases", "lights", expect=403, related=f"{mine}:person")


def test_near_is_within_two_hundred_metres(world):
    first = world.request(**HERE).case.number
    near = world.request(**{**HERE, "lat": 30.6015}).case.number
    world.request(**{**HERE, "lat": 30.603})
    assert numbers(groups(world, first)["place"]) == [near]


def test_a_case_is_not_related_to_itself(world):
    only = world.request(**HERE).case.number
    assert all(group["count"] == 0 for group in groups(world, only).values())


def test_one_sees_only_what_one_may_see(world):
    mine = world.dispatched("lights", **HERE).case.number
    world.dispatched("water", **HERE)
    assert groups(world, mine, "lights")["place"]["count"] == 0
    assert groups(world, mine)["place"]["count"] == 1


def test_joined_and_split_matters_stand_together(world):
    head = world.handling()
    one, two = (world.request(requester={"name": "演示乙", "phone": f"1390000000{n}"}).case.number for n in (1, 2))
    for number in (one, two):
        world.do(number, "join", "clerk", into=head)
    assert set(numbers(groups(world, head)["joined"])) == {one, two}
    assert set(numbers(groups(world, one)["joined"])) == {head, two}


def test_each_count_is_the_length_of_the_list_that_it_opens(world):
    first = world.request(**HERE).case.number
    for _ in range(7):
        world.request(**HERE)
    for group in groups(world, first).values():
        listed = get(world, "/cases", **group["query"], count="true")
        assert listed["count"] == group["count"]
        assert first not in [item["number"] for item in listed["items"]]


def test_a_list_follows_when_the_case_gets_another_place(world):
    first = world.request(**HERE).case.number
    other = world.request(**HERE).case.number
    assert len(get(world, "/cases", related=f"{first}:place")["items"]) == 1
    Case.objects.filter(number=other).update(lat=31.6)
    Case.objects.filter(number=first).update(lat=31.6)
    assert len(get(world, "/cases", related=f"{first}:place")["items"]) == 1


@pytest.mark.parametrize("text", ["TS-1:place", "x", ":person", "TS-20260101-0001:enemies", "a" * 300 + ":place"])
def test_what_relates_to_nothing_is_refused_in_words(world, text):
    assert get(world, "/cases", expect=422, related=text)["errors"][0]["field"] == "related"


def test_the_panel_costs_the_same_however_much_is_related(world):
    def statements(number):
        with CaptureQueriesContext(connection) as captured:
            groups(world, number)
        return len([q for q in captured.captured_queries if "kernel_revision" not in q["sql"]])

    first = world.request(**HERE).case.number
    for _ in range(6):
        world.request(**HERE)
    before = statements(first)
    for _ in range(6):
        world.request(**HERE)
    assert statements(first) <= before <= 30
