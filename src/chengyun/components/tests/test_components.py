"""Components: where they stand, what a case is about, what the map and the lists say."""

import io

import pytest

from chengyun.cases.models import Case
from chengyun.cases.tests.world import build
from chengyun.components import linking, queries, register
from chengyun.components.models import Component, ComponentCase, ComponentClass
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.org.masterdata import service

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
