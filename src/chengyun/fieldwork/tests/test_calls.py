"""吹哨: asked, called, answered, arrived, concluded, rated; what is late is told; what the rating says."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import pytest

from chengyun.cases import measures
from chengyun.cases.models import Notice
from chengyun.fieldwork import call_lists, calls
from chengyun.fieldwork import schemas_more as schemas
from chengyun.fieldwork.models import CallStep, CallUp
from chengyun.kernel.problems import Problem
from chengyun.org.models import Account

from .conftest import EAST, START, allow

MATTER = "背街路面塌陷，水电路灯要一起处理"


def later(hours: float):
    return START + timedelta(hours=hours)


def asked(world, *units: str, **more) -> schemas.CallStart:
    ids = [world.units[unit].pk for unit in units]
    return schemas.CallStart(id=uuid.uuid4(), matter=MATTER, units=ids, lng=114.301, lat=30.505, **more)


def step(action: str, **more) -> schemas.CallAct:
    return schemas.CallAct(id=uuid.uuid4(), action=action, **more)


@pytest.fixture
def street(world):
    allow(world, "street_chief", "street", ["view", "call", "call_confirm", "call_view"])
    return world.actors["street_chief"]


def told(world, name: str) -> list[str]:
    account = Account.objects.get(username=name)
    return list(Notice.objects.filter(account_id=account.pk).order_by("id").values_list("text", flat=True))


def test_a_worker_asks_the_subdistrict_calls_and_the_department_comes_and_is_rated(world, street):
    given = asked(world)
    row = calls.start(world.worker, given, START)
    assert calls.start(world.worker, given, START).pk == row.pk
    assert (row.state, row.by_unit.code) == ("asked", "street")
    assert "请求吹哨" in told(world, "street_chief")[0]
    with pytest.raises(Problem) as nobody:
        calls.act(street, row.uid, step("confirm"), later(1))
    assert nobody.value.extra["errors"][0]["field"] == "units"
    calls.act(street, row.uid, step("confirm", units=[world.units["lights"].pk, world.units["water"].pk]), later(1))
    assert any(text.startswith("演示街道吹哨") for text in told(world, "far"))
    near = step("arrive", at=later(2), lng=114.301 + 40 * EAST, lat=30.505, accuracy=6)
    for _ in range(2):
        calls.act(world.far, row.uid, near, later(2.1))
    calls.act(world.well, row.uid, step("respond"), later(1.5))
    shown = call_lists.detail(street, row.uid)
    assert shown["state"] == "handling"
    assert 38 < shown["parts"][0]["arrived_m"] < 42
    with pytest.raises(Problem) as early:
        calls.act(street, row.uid, step("rate", stars=5, unit_id=world.units["lights"].pk), later(3))
    assert early.value.status == 409
    calls.act(world.well, row.uid, step("arrive"), later(8))
    calls.act(street, row.uid, step("conclude", note="路面由照明部门恢复，今日完成", solved=True), later(9))
    calls.act(street, row.uid, step("rate", stars=5, unit_id=world.units["lights"].pk), later(9))
    with pytest.raises(Problem) as unsaid:
        calls.act(street, row.uid, step("rate", stars=2, unit_id=world.units["water"].pk), later(8))
    assert unsaid.value.extra["errors"][0]["field"] == "note"
    calls.act(street, row.uid, step("rate", stars=2, note="晚到两小时", unit_id=world.units["water"].pk), later(8))
    assert CallUp.objects.get().state == "closed"
    assert CallStep.objects.filter(action="arrive").count() == 2
    month = measures.Period(date(2026, 3, 1), date(2026, 4, 1))
    found = measures.read_by([call_lists.RATING, call_lists.ARRIVAL], month, "unit")
    assert (found["lights"][call_lists.RATING].value, found["water"][call_lists.RATING].value) == (5, 2)
    assert (found["lights"][call_lists.ARRIVAL].value, found["water"][call_lists.ARRIVAL].value) == (100, 0)


def test_who_is_late_is_told_once_and_so_are_those_who_supervise(world, street):
    row = calls.start(street, asked(world, "water"), START)
    assert calls.sweep(later(1)) == 0
    assert [calls.sweep(later(3)), calls.sweep(later(3))] == [1, 0]
    assert calls.sweep(later(7)) == 1
    assert [text for text in told(world, "clerk") if "未按时" in text] == [
        f"吹哨超时：水务部门未按时响应，{row.number} {MATTER}", f"吹哨超时：水务部门未按时到场，{row.number} {MATTER}",
    ]  # fmt: skip


def test_a_call_is_seen_by_those_it_concerns_only(world, street, desk):
    row = calls.start(street, asked(world, "water"), START)
    address = f"/api/v1/fieldwork/calls/{row.uid}"
    assert desk("well").get(address).json()["actions"] == ["respond", "arrive"]
    assert desk("far").get(address).status_code == 404
    assert [item["number"] for item in desk("chief").get("/api/v1/fieldwork/calls").json()["items"]] == [row.number]
    refused = desk("well").post(
        f"{address}/act", {"id": str(uuid.uuid4()), "action": "conclude"}, content_type="application/json"
    )
    assert refused.status_code == 409
