"""An internal note names colleagues: who can be found, who may be told, and what they get."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengyun.cases.models import Event, Notice
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.org.models import Account

from .test_notices import call

pytestmark = pytest.mark.django_db


def name(world, who, words):
    account = world.accounts[who]
    Account.objects.filter(pk=account.pk).update(display_name=words)
    revision.bump("org")
    revision.forget()
    return account.pk


def found(world, number, q, who="clerk"):
    return call(world, f"/cases/{number}/mentionable", who, q=q)


def test_a_colleague_is_found_by_pinyin_initials_and_name(world):
    key = name(world, "lights", "张示例")
    number = world.dispatched("lights").case.number
    for typed in ("zhang", "zsl", "张", "lights"):
        assert key in [person["id"] for person in found(world, number, typed)["people"]]


def test_those_who_may_not_see_the_case_are_listed_as_such(world):
    name(world, "lights", "张甲")
    name(world, "water", "张乙")
    number = world.dispatched("lights").case.number
    people = {person["name"]: person["may_see"] for person in found(world, number, "张")["people"]}
    assert people == {"张甲": True, "张乙": False}
    units = {unit["name"]: unit["may_see"] for unit in found(world, number, "部门")["units"]}
    assert units["照明部门"] is True
    assert units["水务部门"] is False


def test_the_named_are_told_once_and_the_message_opens_the_case(world):
    lights = world.accounts["lights"].pk
    number = world.dispatched("lights").case.number
    unit = world.units["lights"].pk
    world.do(number, "note", "clerk", text="请确认灯杆编号", mentions=[lights, lights], mention_units=[unit])
    row = Notice.objects.get(kind="mention")
    assert (row.account_id, row.case.number) == (lights, number)
    assert "请确认灯杆编号" in row.text
    event = Event.objects.filter(action="note").get()
    assert [one["name"] for one in event.payload["named"]] == ["lights", "照明部门"]


def test_whoever_writes_is_not_told(world):
    number = world.request().case.number
    world.do(number, "note", "clerk", text="记一下", mentions=[world.accounts["clerk"].pk])
    assert not Notice.objects.filter(kind="mention").exists()


@pytest.mark.parametrize("field", ["mentions", "mention_units"])
def test_who_may_not_see_the_case_cannot_be_named_and_nothing_is_written(world, field):
    number = world.dispatched("lights").case.number
    key = world.accounts["water"].pk if field == "mentions" else world.units["water"].pk
    with pytest.raises(Problem) as refused:
        world.do(number, "note", "clerk", text="看一下", **{field: [key]})
    assert refused.value.status == 422
    assert "看不到" in str(refused.value.detail)
    assert not Event.objects.filter(action="note").exists()
    assert not Notice.objects.filter(kind="mention").exists()


@pytest.mark.parametrize("keys", [[10**9], [1] * 21])
def test_nobody_and_too_many_are_refused_in_words(world, keys):
    number = world.request().case.number
    with pytest.raises(Problem) as refused:
        world.do(number, "note", "clerk", text="看一下", mentions=keys)
    assert refused.value.extra["errors"][0]["field"].startswith("mentions")


def test_an_account_that_is_closed_can_neither_be_found_nor_named(world):
    Account.objects.filter(pk=world.accounts["lights"].pk).update(is_active=False)
    revision.bump("org")
    revision.forget()
    number = world.dispatched("lights").case.number
    assert found(world, number, "lights")["people"] == []
    with pytest.raises(Problem):
        world.do(number, "note", "clerk", text="看一下", mentions=[world.accounts["lights"].pk])


def test_only_who_may_write_notes_may_look_for_people(world):
    from chengyun.org.models import Role

    role = Role.objects.get(code="role-lights")
    role.permissions = [code for code in role.permissions if code != "case.note"]
    role.save()
    revision.bump("org")
    number = world.dispatched("lights").case.number
    call(world, f"/cases/{number}/mentionable", "lights", q="a", expect=403)


def test_looking_for_people_costs_the_same_for_few_and_many(world):
    number = world.dispatched("lights").case.number

    def statements(q):
        with CaptureQueriesContext(connection) as captured:
            found(world, number, q)
        return len([one for one in captured.captured_queries if "kernel_revision" not in one["sql"]])

    statements("")
    assert statements("") <= statements("lights") + 1 <= 20
