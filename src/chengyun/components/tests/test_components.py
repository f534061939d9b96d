"""Components: where they stand, what a case is about, what the map and the lists say."""

import io

import pytest

from chengyun.cases.models import Case
from chengyun.cases.tests.world import build
from chengyun.components import linking, queries, register
from chengyun.components.models import Component, ComponentCase, ComponentClass
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.org.masterdata import history, saving, service
from chengyun.org.models import District

ACTOR = system_actor("测试")
LAMP, COVER = "4299990115000001", "4299990101000001"


@pytest.fixture
def world(db):
    made = build()
    ComponentClass.objects.create(code="0115", name="路灯", category=made.light.code)
    ComponentClass.objects.create(code="0101", name="上水井盖", category="B0101")
    rows = f"{LAMP},路灯 001,0115,damaged,114.3001,30.5\n{COVER},井盖 001,0101,normal,114.3,30.5\n"
    bring_in(f"code,name,kind,state,lng,lat\n{rows}")
    return made


def bring_in(text):
    kind = service.kind_of("components")
    seen = service.preview(kind, io.BytesIO(text.encode()), "x.csv", ACTOR)
    if seen.token:
        service.commit(kind, seen.token, ACTOR)
    return [message for row in seen.rows for _, message in row.errors]


def case_at(world, lng):
    return world.request(lng=lng, lat=30.5).case.number


@pytest.mark.parametrize(
    ("code", "kind", "fits"),
    [(LAMP, "0115", True), (LAMP, "0101", False), ("JG-7", "0101", True), ("JG-7", "01", False)],
)  # fmt: skip
def test_a_code_of_sixteen_digits_names_its_class(code, kind, fits):
    assert (register.fault_of(code, kind) == "") is fits


def test_a_row_with_the_wrong_class_or_half_a_place_is_refused_with_its_reason(world):
    said = bring_in("code,name,kind,lng\n4299990101000009,路灯,0115,114.3\n")
    assert said == ["十六位编码的第 7 至 10 位应是小类 0115", "经度和纬度要一起填写"]


def test_components_without_a_code_get_the_next_of_their_class_and_two_people_get_two(world):
    District.objects.create(profile="test", code="429999", name="演示区")
    kind, name = service.kind_of("components"), "code,name,kind,lng,lat\n"
    files = [f"{name},路灯 {who},0115,114.31,30.5{who}\n,路灯 {who}b,0115,,\n" for who in (1, 2)]
    seen = [service.preview(kind, io.BytesIO(text.encode()), "x.csv", ACTOR) for text in files]
    for one in seen:
        assert service.commit(kind, one.token, ACTOR)["create"] == 2
    saved = saving.save(kind, {"name": "路灯 3", "kind": "0115"}, ACTOR)
    assert saved.key == '["4299990115000006"]'
    given = Component.objects.filter(kind__code="0115").order_by("code").values_list("code", "name")
    assert [(code[10:], of) for code, of in given][1:5] == [
        ("000002", "路灯 1"), ("000003", "路灯 1b"), ("000004", "路灯 2"), ("000005", "路灯 2b"),
    ]  # fmt: skip
    undone = history.undo(saved, ACTOR, "录错了")
    assert undone.action == "delete"
    assert saving.save(kind, {"name": "路灯 4", "kind": "0115"}, ACTOR).key == '["4299990115000007"]'
    twice = service.preview(kind, io.BytesIO(f"{name},路灯 1,0115,114.31,30.51\n".encode()), "x.csv", ACTOR)
    assert twice.counts["unchanged"] == 1, "the same thing again is not a second one"
    assert bring_in("code,name,kind\n,无类别,01\n,也没有,\n") == ["没有“01”", "必填"]


def test_what_stands_near_a_case_of_its_kind_is_offered_and_can_be_tied_and_taken_back(world):
    number = case_at(world, 114.3)
    told = queries.of_case(ACTOR, number)
    assert [(one["code"], one["metres"]) for one in told["near"]] == [(LAMP, 10)]
    lamp = Component.objects.get(code=LAMP)
    for _ in range(2):
        linking.tie(ACTOR, lamp.pk, number)
    told = queries.of_case(ACTOR, number)
    assert ([one["code"] for one in told["linked"]], told["near"]) == ([LAMP], [])
    assert Case.objects.filter(queries.condition(str(lamp.pk))).get().number == number
    assert queries.detail(ACTOR, lamp.pk)["cases"] == 1
    linking.tie(ACTOR, lamp.pk, number, remove=True)
    assert queries.detail(ACTOR, lamp.pk)["cases"] == 0
    assert ComponentCase.objects.get().removed_by == "测试", "what was taken back stays on record"


def test_nobody_ties_a_case_that_they_cannot_see(world):
    number, lamp = case_at(world, 114.3), Component.objects.get(code=LAMP)
    stranger = Actor(account_id=1, name="外人", permissions=frozenset({"component.link", "component.view"}))
    with pytest.raises(Problem) as refused:
        linking.tie(stranger, lamp.pk, number)
    assert refused.value.status == 404


def test_the_map_counts_from_afar_and_names_each_thing_close_by(world):
    far = queries.clusters(queries.rows_of(), (114.0, 30.0, 114.6, 31.0), 10)
    [cluster] = far["features"]
    assert (cluster["count"], cluster["bad"], cluster["component"]) == (2, 1, None)
    close = queries.clusters(queries.rows_of(), (114.299, 30.499, 114.301, 30.501), 19)
    assert sorted(one["component"]["name"] for one in close["features"]) == ["井盖 001", "路灯 001"]


def test_a_list_goes_on_after_the_last_code(world):
    first = queries.page(queries.rows_of(), "", 1)
    assert ([one["code"] for one in first["items"]], first["next"]) == ([COVER], COVER)
    rest = queries.page(queries.rows_of(), first["next"], 1)
    assert ([one["code"] for one in rest["items"]], rest["next"]) == ([LAMP], None)
    assert queries.page(queries.rows_of(words="路灯", state="damaged"), "", 9)["items"][0]["code"] == LAMP
