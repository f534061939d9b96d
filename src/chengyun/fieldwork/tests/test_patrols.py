"""A patrol from the phone to the desk: everything once, gaps as gaps, looks kept."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from chengyun.fieldwork import coverage, partitions, patrols, planning, queries, schemas, tracks
from chengyun.fieldwork.models import FieldRule, LastPosition, Patrol, PointCheck, Position, TrackLook
from chengyun.kernel.problems import Problem

from .conftest import EAST, START, batch, begin

WAY = [(0, 0), (60, 60), (120, 120), (180, 180)]


def later(seconds: float):
    return START + timedelta(seconds=seconds)


def stop(seconds: float, **more) -> schemas.PatrolStop:
    return schemas.PatrolStop(at=later(seconds), **more)


def check(patrol, point: str, seconds: float, metres: float, **more) -> schemas.CheckIn:
    return schemas.CheckIn(
        id=uuid.uuid4(), patrol=patrol, point=point, at=later(seconds), lng=114.301 + metres * EAST, lat=30.505,
        accuracy=5, **more,
    )  # fmt: skip


@pytest.fixture
def out(world):
    """A worker who set out at START."""
    return patrols.start(world.worker, begin(plan="PL1"), START)


def test_a_start_and_a_batch_sent_twice_count_once(world):
    given = begin(plan="PL1")
    first = patrols.start(world.worker, given, START)
    assert patrols.start(world.worker, given, later(5)).pk == first.pk
    sent = batch(first.uid, *WAY)
    said = [patrols.positions(world.worker, sent, later(181)) for _ in range(2)]
    assert [(s["stored"], s["known"]) for s in said] == [(4, 0), (0, 4)]
    row = Patrol.objects.get()
    assert (row.positions, row.seconds, round(row.distance_m), row.gaps) == (4, 180, 180, 0)
    assert row.grid.code == "g1"
    assert row.grid_seconds == 180
    assert LastPosition.objects.get().at == later(180)


def test_what_was_queued_comes_late_and_in_any_order_and_is_counted_in_the_end(world, out):
    patrols.positions(world.worker, batch(out.uid, (600, 600)), later(601))
    patrols.positions(world.worker, batch(out.uid, *WAY, sent=later(602)), later(602))
    assert Patrol.objects.get().stale
    patrols.stop(world.worker, out.uid, stop(660), later(660))
    row = Patrol.objects.get()
    assert (row.positions, row.gaps, row.seconds, row.stale) == (5, 1, 180, False)
    said = patrols.positions(world.worker, batch(out.uid, (630, 630), (700, 700)), later(900))
    assert (said["stored"], said["outside"]) == (1, 1)
    Patrol.objects.update(stale=True)
    assert tracks.count_stale() == 1
    assert Patrol.objects.get().positions == 6


def test_a_batch_is_few_statements(world, out, django_assert_max_num_queries):
    patrols.positions(world.worker, batch(out.uid, *WAY), later(181))
    with django_assert_max_num_queries(4):
        patrols.positions(world.worker, batch(out.uid, (240, 240), (300, 300)), later(301))


def test_doubtful_points_are_kept_and_marked_and_a_track_cannot_be_rewritten(world, out):
    patrols.positions(world.worker, batch(out.uid, *WAY), later(181))
    patrols.positions(world.worker, batch(out.uid, (190, 40_000), (200, 200)), later(201))
    assert list(Position.objects.order_by("at").values_list("marks", flat=True)) == [0, 0, 0, 0, 2, 0]
    for statement in ("UPDATE fieldwork_position SET lng = 0", "DELETE FROM fieldwork_position"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_point_counts_only_when_one_is_there(world, out):
    far = patrols.check(world.worker, check(out.uid, "P1", 60, 0), later(60))
    assert not far.arrived
    assert 95 < far.distance_m < 105
    for code, metres in (("P1", 95), ("P2", 205)):
        given = check(out.uid, code, 120, metres)
        assert patrols.check(world.worker, given, later(120)).arrived
        patrols.check(world.worker, given, later(125))
    assert PointCheck.objects.count() == 3
    assert Patrol.objects.get().checked == 2
    [plan] = planning.told(planning.standards.current().plans, date(2026, 3, 2))
    assert (plan["done"], plan["times"], plan["reached"]) == (1, 1, 2)
    with pytest.raises(Problem) as refused:
        patrols.check(world.worker, check(out.uid, "P1", 130, 95, result="problem"), later(130))
    assert refused.value.extra["errors"][0]["field"] == "note"


def test_a_new_start_ends_the_old_patrol_and_a_forgotten_one_ends_at_its_last_position(world, out):
    patrols.positions(world.worker, batch(out.uid, *WAY), later(181))
    again = patrols.start(world.worker, begin(later(3600)), later(3600))
    old = Patrol.objects.get(pk=out.pk)
    assert (old.ended_how, old.ended_at) == ("replaced", later(180))
    assert patrols.end_forgotten(later(20 * 3600)) == 1
    again.refresh_from_db()
    assert (again.ended_how, again.ended_at) == ("forgotten", later(3600))


def test_leaders_see_their_own_workers_and_every_look_at_a_track_is_kept(world, out, desk):
    patrols.positions(world.worker, batch(out.uid, *WAY, (900, 900)), later(901))
    assert [row["worker"] for row in queries.now(world.secretary, later(930))["items"]] == ["worker"]
    assert queries.now(world.far, later(930))["items"] == []
    told = queries.track(world.secretary, out.uid)
    assert [part["gap"] for part in told["stretches"]] == [False, True, False]
    assert TrackLook.objects.get().account_id == world.secretary.account_id
    with pytest.raises(Problem):
        queries.track(world.far, out.uid)
    assert desk("worker").get(f"/api/v1/fieldwork/patrols/{out.uid}/track").status_code == 403
    address = f"/api/v1/fieldwork/patrols/{out.uid}/track"
    assert desk("chief").get(address).json()["patrol"]["gaps"] == 1
    assert TrackLook.objects.count() == 2


def test_coverage_and_ranking_give_their_reasons(world, out):
    FieldRule.objects.create(code="covered_minutes", name="覆盖", value=3, source="测试")
    planning.standards.forget()
    patrols.positions(world.worker, batch(out.uid, *WAY), later(181))
    patrols.check(world.worker, check(out.uid, "P1", 120, 100), later(120))
    patrols.check(world.worker, check(out.uid, "P2", 150, 200, result="problem", note="漏水"), later(150))
    told = coverage.of_days(world.chief, date(2026, 3, 2), date(2026, 3, 2))
    assert told["figures"] | {"grids": 2, "covered": 1, "points": 2, "reached": 2, "problems": 1} == told["figures"]
    assert [(g["code"], g["covered"]) for g in told["grids"]] == [("g2", False), ("g1", True)]
    [first] = coverage.ranking(world.secretary, "worker", "2026-03")["items"]
    parts = {part["part"]: part for part in first["parts"]}
    assert first["place"] == 1
    assert parts["points"]["points"] == 30
    assert parts["gaps"]["points"] == 10
    assert parts["found"]["query"]["result"] == "problem"
    assert parts["days"]["value"] == 1
    assert first["score"] == round(sum(part["points"] for part in first["parts"]), 1)


def test_months_are_made_ahead_and_dropped_after_the_retention_with_strays_kept_in_their_month(world, out):
    today = date(2031, 5, 20)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO fieldwork_position (patrol_id, at, seq, lng, lat, received_at)"
            " VALUES (%s, '2031-05-02T10:00Z', 1, 114, 30, now())", [out.pk],
        )  # fmt: skip
    made, dropped = partitions.keep_up(today)
    assert made == [f"fieldwork_position_2031_{m:02}" for m in (4, 5, 6, 7)]
    assert all(name < "fieldwork_position_2029_05" for name in dropped)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM fieldwork_position WHERE patrol_id = %s", [out.pk])
        assert [row[0] for row in cursor.fetchall()] == ["fieldwork_position_2031_05"]
    assert partitions.keep_up(today) == ([], [])
