"""One box finds what a person may see, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import finding, numbers
from chengyun.cases.models import Case
from chengyun.kernel import revision
from chengyun.kernel.problems import Problem
from chengyun.kernel.tokens import pinyin_search
from chengyun.org import access, searching
from chengyun.org.auth import BACKEND
from chengyun.org.models import Grant

pytestmark = pytest.mark.django_db
PREFIXES = ("TS", "ZX", "SJ")
TODAY = date(2026, 11, 21)


def found(actor, words, **more):
    """{group: keys}."""
    groups = searching.search(actor, words, 8, **more)["groups"]
    return {group["code"]: [hit["key"] for hit in group["hits"]] for group in groups}


def cases(actor, words):
    return found(actor, words).get("cases", [])


# --- cases ---------------------------------------------------------------------------------------------------------
def test_two_characters_find_every_case_that_holds_them_the_newest_first(world):
    first = world.request(text="小区门口路灯不亮").case.number
    world.request(text="井盖松动有响声")
    second = world.request(text="公园路灯整夜不灭").case.number
    assert cases(world.clerk, "路灯") == [second, first]
    assert cases(world.clerk, "井盖 响声") != []
    assert cases(world.clerk, "喷泉") == []


def test_a_case_is_found_by_its_number_and_by_what_people_say_of_it(world):
    number = world.request(text="电梯停运").case.number
    world.request(text="水压偏低")
    day, ordinal = number.split("-")[1:]
    for typed in (number, number.lower(), number.replace("-", ""), f"TS-{day}-{int(ordinal)}", f"{day}-{ordinal}",
                  f"{day[4:]}-{int(ordinal)}", ordinal, f" {number} "):  # fmt: skip
        assert cases(world.clerk, typed)[0] == number, typed
    for typed in (f"TS-{day}", f"TS-{day[:6]}", day, f"TS-{day}-0000"):
        assert number in cases(world.clerk, typed), typed


def test_a_unit_finds_only_what_it_was_given(world):
    mine = world.dispatched("lights", text="演示路一号路灯不亮").case.number
    other = world.dispatched("water", text="演示路二号路灯杆下漏水").case.number
    assert cases(world.lights, "路灯") == [mine]
    assert cases(world.water, "路灯") == [other]
    assert cases(world.street, "路灯") == []
    for typed in (other, other.split("-")[2], other.rsplit("-", 1)[0]):
        assert other not in cases(world.lights, typed)


def test_a_rare_word_of_long_ago_is_found_though_many_cases_came_since(world, monkeypatch):
    monkeypatch.setattr(finding, "WINDOWS", (1, 2))
    old = world.dispatched("lights", text="喷泉水池漏电").case.number
    for _ in range(4):
        world.dispatched("lights", text="路灯不亮")
    assert cases(world.clerk, "喷泉") == cases(world.lights, "喷泉") == [old]
    assert cases(world.water, "喷泉") == []


def test_a_word_with_too_many_hits_says_that_there_may_be_more(world, monkeypatch):
    monkeypatch.setattr(finding, "WINDOWS", (1, 2))
    monkeypatch.setattr(finding, "MOST_HITS", 2)
    for _ in range(4):
        world.request(text="路灯不亮")
    group = searching.search(world.clerk, "路灯", 8)["groups"][0]
    assert group["code"] == "cases"
    assert group["partial"] is True
    assert len(group["hits"]) == 2


def test_somebody_without_any_permission_may_not_search(world):
    nobody = world.person("nobody", "centre", [])
    with pytest.raises(Problem) as refused:
        searching.search(nobody, "路灯", 8)
    assert refused.value.status == 403


STRANGE = (
    "", "   ", "，。！", "'", "' | 'x':*", "\\", "%", "_", "𠀀", "a" * 100, "0", "-", "TS-", "99999999", "20269999",
    "TS-20269999", "TS-202699", "0000-1", "1332-1",
)  # fmt: skip


@pytest.mark.parametrize("typed", STRANGE)
def test_whatever_is_typed_is_answered(world, typed):
    world.request()
    for actor in (world.clerk, world.lights):
        searching.search(actor, typed, 8)


# --- who asked ------------------------------------------------------------------------------------------------------
def test_a_person_is_found_by_the_full_number_or_name_and_shown_masked(world):
    number = world.request(requester={"name": "演示乙", "phone": "139 0000 1111"}).case.number
    world.request(requester={"name": "演示丙", "phone": "13900002222"})
    for typed in ("13900001111", "139 0000 1111", "演示乙"):
        group = next(g for g in searching.search(world.clerk, typed, 8)["groups"] if g["code"] == "requesters")
        assert [hit["key"] for hit in group["hits"]] == [number]
        assert "13900001111" not in str(group)
        assert "演示乙" not in str(group)
        assert group["hits"][0]["more"]["requester_mask"]["phone"] == "139****1111"
    assert "requesters" not in found(world.clerk, "1390000111")
    assert "requesters" not in found(world.clerk, "演示")


def test_people_are_not_found_by_those_who_may_not_see_them_nor_through_an_address(world):
    world.dispatched("lights", requester={"name": "演示乙", "phone": "13900001111"})
    for typed in ("13900001111", "演示乙"):
        assert "requesters" not in found(world.lights, typed)
        assert "requesters" not in found(world.clerk, typed, personal=False)
    phones_only = world.person("taker", "centre", ["register", "view", "view_all"])
    assert "requesters" in found(phones_only, "13900001111")
    assert "requesters" not in found(phones_only, "演示乙")


def test_who_registers_in_a_street_finds_a_caller_only_in_its_own_cases(world):
    local = world.person("local", "street", ["register", "view"], scope="street")
    world.dispatched("water", requester={"phone": "13900001111"})
    assert "requesters" not in found(local, "13900001111")
    mine = world.dispatched("street", requester={"phone": "13900001111"}).case.number
    assert found(local, "13900001111")["requesters"] == [mine]


# --- names ----------------------------------------------------------------------------------------------------------
def test_units_and_categories_are_found_by_words_pinyin_and_initials(world):
    clerk = world.person("all", "centre", ["view", "view_all"])
    role = world.accounts["all"].grants.get().role
    role.permissions = [*role.permissions, "org.view"]
    role.save()
    from chengyun.kernel import revision
    from chengyun.org.access import actor_for, forget

    for unit in world.units.values():
        unit.pinyin = pinyin_search(unit.name)
        unit.save()
    light = world.categories["light"]
    light.pinyin, light.initials = pinyin_search(light.name).split()
    light.save()
    revision.bump("org")
    revision.bump("catalogue")
    revision.forget()
    forget()
    clerk = actor_for(world.accounts["all"])
    assert "units" not in found(clerk, "ming bu"[:2]), "two letters inside a name say too little"
    assert found(clerk, "mbm")["units"] == ["lights"]
    assert (
        found(clerk, "照明")["units"]
        == found(clerk, "zhaoming")["units"]
        == found(clerk, "zmbm")["units"]
        == ["lights"]
    )
    for typed in ("路灯", "ludeng", "ld"):
        assert found(clerk, typed)["categories"] == ["light"], typed
    assert "units" not in found(world.lights, "照明"), "without org.view"


def test_staff_are_found_by_those_who_keep_them_only(world):
    keeper = world.person("keeper", "centre", [])
    type(world.accounts["clerk"]).objects.filter(username="clerk").update(display_name="演示员申")
    role = world.accounts["keeper"].grants.get().role
    role.permissions = ["account.manage"]
    role.save()
    from chengyun.org.access import actor_for, forget

    forget()
    keeper = actor_for(world.accounts["keeper"])
    assert found(keeper, "keep")["staff"] == ["keeper"]
    assert "staff" not in found(world.clerk, "keep")
    for typed in ("yanshi", "ysys", "演示"):
        assert found(keeper, typed)["staff"] == ["clerk"], typed


def test_every_room_may_add_what_it_can_find(monkeypatch, world):
    monkeypatch.setattr(searching, "_sources", dict(searching._sources))
    article = searching.Hit("article", "7", "路灯报修指南")
    source = searching.Source(
        "examples", "例子", "Examples", 5, ("case.view",), lambda a, q: searching.Found([article])
    )
    searching.register(source)
    searching.register(source)
    groups = searching.search(world.lights, "路灯", 8)["groups"]
    assert groups[0]["code"] == "examples"
    with pytest.raises(ValueError, match="twice"):
        searching.register(searching.Source("examples", "别的", "Other", 5, (), lambda a, q: searching.Found()))


# --- numbers, pure ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TS-20261121-000123", ("TS-20261121-000123",)), ("ＴＳ20261121000123", ("TS-20261121-000123",)),
        ("ts-20261121-123", ("TS-20261121-000123",)),
        ("20261121-123", tuple(f"{p}-20261121-000123" for p in sorted(PREFIXES))),
        ("1121-123", tuple(f"{p}-20261121-000123" for p in sorted(PREFIXES))),
        ("1130-9", tuple(f"{p}-20251130-000009" for p in sorted(PREFIXES))),
        ("XX-20261121-1", ()), ("1", ()), ("路灯", ()), ("9999-1", ()),
    ],
)  # fmt: skip
def test_what_a_part_of_a_number_means(typed, meant):
    assert numbers.meant(typed, PREFIXES, TODAY).numbers == meant


def test_an_ordinal_alone_means_the_last_month(world):
    known = numbers.meant("123", PREFIXES, TODAY).numbers
    assert len(known) == 31 * 3
    assert f"TS-{TODAY - timedelta(days=30):%Y%m%d}-000123" in known
    old = world.request().case
    Case.objects.filter(pk=old.pk).update(received_at=timezone.now() - timedelta(days=90), number="TS-20260101-000077")
    assert cases(world.clerk, "77") == []


# --- bounds ------------------------------------------------------------------------------------------------------
def test_a_search_that_takes_too_long_is_given_up_and_says_so(world, monkeypatch):
    world.request(text="路灯不亮")

    def slow(*_):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(5)")

    monkeypatch.setattr(finding, "patience", lambda: connection.cursor().execute("SET LOCAL statement_timeout = 30"))
    monkeypatch.setattr(finding, "_in_window", slow)
    assert finding.newest(world.clerk, "路灯", 6) == finding.Newest([], True)
    assert Case.objects.count() == 1, "the transaction around goes on"


def test_a_search_takes_a_fixed_number_of_statements(world):
    costs = []
    for more in (1, 12):
        for _ in range(more):
            world.dispatched("lights", text="路灯不亮")
        cases(world.clerk, "路灯")
        with CaptureQueriesContext(connection) as captured:
            searching.search(world.clerk, "路灯", 6)
        costs.append(len([q for q in captured if "kernel_revision" not in q["sql"]]))  # asked once a second
    assert costs[1] <= costs[0] <= 14


def test_who_is_limited_to_a_category_finds_cases_of_it_only(world):
    keeper = world.person("keeper", "centre", ["view", "view_all"])
    Grant.objects.filter(account=world.accounts["keeper"]).update(category_code="light")
    revision.bump("org")
    access.forget()
    keeper = access.actor_for(world.accounts["keeper"])
    mine = world.request(text="路灯不亮").case.number
    other = world.request(text="路灯杆广告", category_id=world.public.pk).case.number
    assert cases(keeper, "路灯") == [mine]
    assert cases(keeper, other) == []


# --- over HTTP -----------------------------------------------------------------------------------------------------
def asking(world, name="clerk"):
    client = Client()
    client.force_login(world.accounts[name], BACKEND)
    return client


def test_a_residents_number_is_answered_by_post_only(world):
    number = world.request(requester={"phone": "13900001111"}).case.number
    client = asking(world)
    answer = client.get("/api/v1/search?q=13900001111")
    assert answer.status_code == 200, answer.content.decode()
    codes = {g["code"] for g in answer.json()["groups"]}
    assert "requesters" not in codes
    answer = client.post("/api/v1/search", {"q": "13900001111"}, content_type="application/json")
    assert answer["Cache-Control"] == "private, no-store"
    assert {g["code"]: g["hits"][0]["key"] for g in answer.json()["groups"]}["requesters"] == number


@pytest.mark.parametrize("query", ["q=" + "路" * 101, "q=路灯&limit=0", "q=路灯&limit=21", "q=%00", ""])
def test_what_cannot_be_searched_is_refused_with_the_field(world, query):
    answer = asking(world).get(f"/api/v1/search?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] in ("q", "limit")
