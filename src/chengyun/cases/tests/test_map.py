"""The map: what it shows is what the list shows; a drawn area holds exactly the cases inside it."""

from __future__ import annotations

import math
import random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import mapping
from chengyun.cases.filters import CaseFilter
from chengyun.cases.models import Case
from chengyun.cases.queries import list_cases
from chengyun.kernel.problems import Problem
from chengyun.org.auth import BACKEND
from chengyun.places.rings import read_ring

pytestmark = pytest.mark.django_db
TOWN = mapping.Box(114.2, 30.4, 114.4, 30.6)


def scatter(world, points, **columns):
    """Bare cases at these points (None: without one)."""
    now = timezone.now()
    Case.objects.bulk_create(
        Case(
            number=f"TS-20260302-{at:06d}", lifecycle="request", state="logged", kind="complaint", title=f"案件{at}",
            channel="phone", received_at=now, updated_at=now, lng=point and point[0], lat=point and point[1],
            **columns,
        )
        for at, point in enumerate(points)
    )  # fmt: skip


def anywhere(rng, number):
    return [(round(rng.uniform(114.2, 114.4), 6), round(rng.uniform(30.4, 30.6), 6)) for _ in range(number)]


def drawn(points):
    return ";".join(f"{x:.6f},{y:.6f}" for x, y in points)


def numbers(actor, **wanted):
    return {row["number"] for row in list_cases(actor, CaseFilter(**wanted), "-received_at", 1000)["items"]}


# --- drawn areas -------------------------------------------------------------------------------------------------
def test_a_drawn_area_holds_exactly_the_cases_inside_it(world):
    rng = random.Random(20261121)
    points = anywhere(rng, 600)
    scatter(world, [*points, None, None])
    known = {f"TS-20260302-{at:06d}": point for at, point in enumerate(points)}
    for corners in (3, 4, 5, 12, 60, 200):
        turns = [(at + rng.uniform(0, 0.8)) * 2 * math.pi / corners for at in range(corners)]
        reach = [rng.uniform(0.03, 0.09) if corners < 60 else 0.08 for _ in turns]
        ring = drawn([(114.3 + r * math.cos(a), 30.5 + r * math.sin(a)) for a, r in zip(turns, reach, strict=True)])
        inside = {number for number, point in known.items() if read_ring(ring).contains(*point)}
        assert numbers(world.clerk, within=ring) == inside


def test_close_to_a_long_slanting_edge_the_side_is_told_to_a_metre(world):
    """PostgreSQL's own tolerance, in degrees, would take in what is a hundred metres outside."""
    ring = "114.30,30.50;114.302,30.501;114.30,30.501"
    outside, inside = (114.301, 30.50049), (114.301, 30.50051)
    scatter(world, [outside, inside])
    assert numbers(world.clerk, within=ring) == {"TS-20260302-000001"}


def test_a_drawn_area_goes_with_every_other_filter_and_with_the_count(world):
    scatter(world, [(114.3, 30.5), (114.31, 30.5), None])
    Case.objects.filter(number__endswith="0").update(supervised=True)
    box = "114.2,30.4;114.305,30.4;114.305,30.6;114.2,30.6"
    assert numbers(world.clerk, within=box) == {"TS-20260302-000000"}
    assert numbers(world.clerk, within=box, supervised=False) == set()
    assert list_cases(world.clerk, CaseFilter(within=box), "-received_at", 50, count=True)["count"] == 1
    assert numbers(world.clerk, placed=False) == {"TS-20260302-000002"}
    assert len(numbers(world.clerk, placed=True)) == 2


@pytest.mark.parametrize("who", ["lights", "street", "community"])
def test_a_unit_finds_its_own_cases_in_a_drawn_area_and_no_others(world, who):
    ring = "114.25,30.45;114.35,30.45;114.30,30.55"
    inside = {unit: world.dispatched(unit, lng=114.3, lat=30.5).case.number for unit in ("lights", "street")}
    world.dispatched("lights", lng=114.26, lat=30.54)
    own = {inside[who]} if who in inside else set()
    assert numbers(world.actors[who], within=ring) == own
    assert mapping.map_of(world.actors[who], CaseFilter(within=ring, open=True), TOWN, 12)["total"] == len(own)


@pytest.mark.parametrize(
    ("ring", "says"),
    [
        ("114.2,30.5;114.3,30.5", "至少要有三个点"),
        ("114.2,30.5;114.3,30.6;114.3,30.5;114.2,30.6", "互相交叉"),
        ("30.5,114.2;30.5,114.3;30.6,114.3", "超出范围"),
        ("随便画画", "不是一个点|至少要有三个点"),
    ],
)
def test_an_area_that_is_none_is_refused_naming_the_field(world, ring, says):
    with pytest.raises(Problem, match=says) as refused:
        list_cases(world.clerk, CaseFilter(within=ring), "-received_at", 50)
    assert refused.value.status == 422
    assert refused.value.extra["errors"][0]["field"] == "within"


# --- the map -----------------------------------------------------------------------------------------------------
def test_the_map_counts_every_case_of_the_list_once(world):
    scatter(world, [*anywhere(random.Random(1), 500), None])
    for zoom in (0, 8, 11, 14, 17, 22):
        for layer in ("clusters", "heat"):
            told = mapping.map_of(world.clerk, CaseFilter(), TOWN, zoom, layer)
            assert sum(feature["count"] for feature in told["features"]) == told["total"] == 500
            assert len(told["features"]) <= mapping.MOST_FEATURES


def test_far_away_cases_are_clusters_and_close_by_each_stands_for_itself(world):
    scatter(world, [(114.3, 30.5), (114.3006, 30.5), (114.3006, 30.5)])
    far = mapping.map_of(world.clerk, CaseFilter(), TOWN, 9)["features"]
    assert [(feature["count"], feature["case"]) for feature in far] == [(3, None)]
    near = mapping.map_of(world.clerk, CaseFilter(), mapping.Box(114.299, 30.499, 114.302, 30.501), 18)["features"]
    assert sorted(feature["count"] for feature in near) == [1, 2]
    single = next(feature for feature in near if feature["count"] == 1)
    assert single["case"]["number"] == "TS-20260302-000000"
    assert (single["lng"], single["lat"]) == (114.3, 30.5)


def test_a_cluster_says_how_its_cases_stand_and_where_they_lie(world):
    scatter(world, [(114.3, 30.5), (114.301, 30.501), (114.302, 30.502)])
    Case.objects.filter(number__endswith="0").update(due_status=Case.OVERDUE)
    Case.objects.filter(number__endswith="1").update(supervised=True, due_status=Case.DUE_SOON)
    Case.objects.filter(number__endswith="2").update(is_open=False, due_status=Case.OVERDUE)
    (cluster,) = mapping.map_of(world.clerk, CaseFilter(), TOWN, 5)["features"]
    assert {name: cluster[name] for name in ("count", "open", "overdue", "due_soon", "supervised")} == {
        "count": 3, "open": 2, "overdue": 1, "due_soon": 1, "supervised": 1,
    }  # fmt: skip
    assert cluster["bbox"] == [114.3, 30.5, 114.302, 30.502]


def test_the_map_shows_a_unit_its_own_cases_only(world):
    world.dispatched("lights", lng=114.3, lat=30.5)
    world.dispatched("water", lng=114.31, lat=30.5)
    seen = {
        who: mapping.map_of(world.actors[who], CaseFilter(), TOWN, 11)["total"]
        for who in ("clerk", "lights", "water", "community")
    }
    assert seen == {"clerk": 2, "lights": 1, "water": 1, "community": 0}


def test_the_map_follows_the_filter_and_the_work_list(world):
    world.dispatched("lights", lng=114.3, lat=30.5)
    world.request(lng=114.31, lat=30.5)
    assert mapping.map_of(world.clerk, CaseFilter(unit="lights"), TOWN, 11)["total"] == 1
    assert mapping.map_of(world.clerk, CaseFilter(worklist="to_accept"), TOWN, 11)["total"] == 1
    box = "114.2,30.4;114.305,30.4;114.305,30.6;114.2,30.6"
    assert mapping.map_of(world.clerk, CaseFilter(within=box), TOWN, 11)["total"] == 1


def test_clusters_stay_where_they_are_while_the_map_is_moved(world):
    scatter(world, anywhere(random.Random(3), 300))
    views = [mapping.Box(114.25 + dx, 30.45, 114.35 + dx, 30.55) for dx in (0, 0.003, 0.007)]
    told = [mapping.map_of(world.clerk, CaseFilter(), view, 12)["features"] for view in views]
    common = [{(f["lng"], f["lat"], f["count"]) for f in features if 114.29 < f["lng"] < 114.31} for features in told]
    assert common[0] == common[1] == common[2] != set()


def test_too_many_places_close_by_are_counted_together_again(world, monkeypatch):
    monkeypatch.setattr(mapping, "MOST_FEATURES", 100)
    monkeypatch.setattr(mapping, "_ACROSS", 8)
    monkeypatch.setattr(mapping, "_WIDEST", 10**9)
    scatter(world, anywhere(random.Random(4), 300))
    told = mapping.map_of(world.clerk, CaseFilter(), TOWN, 17)
    assert sum(feature["count"] for feature in told["features"]) == told["total"] == 300
    assert len(told["features"]) <= 100


def test_a_whole_town_asked_for_as_if_from_close_by_is_answered_by_clusters(world):
    scatter(world, anywhere(random.Random(6), 400))
    told = mapping.map_of(world.clerk, CaseFilter(), TOWN, 22)
    assert told["total"] == 400
    assert max(feature["count"] for feature in told["features"]) > 1


def test_without_a_box_the_whole_of_the_cases_is_told_and_what_has_no_point(world):
    assert mapping.map_of(world.clerk, CaseFilter(), None, 11)["bbox"] is None
    scatter(world, [(114.3, 30.5), (114.35, 30.55), None, None])
    told = mapping.map_of(world.clerk, CaseFilter(), None, 11, unplaced=True)
    assert told["bbox"] == [114.3, 30.5, 114.35, 30.55]
    assert (told["total"], told["unplaced"], told["unplaced_capped"]) == (2, 2, False)


@pytest.mark.parametrize(
    "box", ["1,2,3", "a,b,c,d", "114,30,113,31", "-181,0,0,1", "nan,0,1,1", "0,0,1,1,2", "0,0,inf,1"]
)
def test_a_view_that_is_none_is_refused(world, box):
    client = Client()
    client.force_login(world.accounts["clerk"], BACKEND)
    answer = client.get("/api/v1/cases/map", {"bbox": box})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "bbox"


def test_the_map_takes_one_statement_and_who_may_not_see_cases_gets_none(world):
    scatter(world, anywhere(random.Random(5), 50))
    client = Client()
    client.force_login(world.accounts["clerk"], BACKEND)
    asked = {"bbox": "114.2,30.4,114.4,30.6", "zoom": 11, "kind": "complaint"}
    client.get("/api/v1/cases/map", asked)
    with CaptureQueriesContext(connection) as captured:
        assert client.get("/api/v1/cases/map", asked).json()["total"] == 50
    told = [query["sql"] for query in captured.captured_queries if "kernel_revision" not in query["sql"]]
    assert len([sql for sql in told if "cases_case" in sql]) == 1
    assert len(told) <= 5
    world.person("nobody", "centre", [])
    client.force_login(world.accounts["nobody"], BACKEND)
    assert client.get("/api/v1/cases/map").status_code == 403
