"""The board over HTTP: targets beside figures, months that are closed, records, ledger."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.appraisal import closing, library, reliability
from chengyun.appraisal.models import Beat, ClosedMonth, Indicator, IndicatorTarget, Outage
from chengyun.appraisal.tests.test_counting import told
from chengyun.cases import measures
from chengyun.cases.tests.world import at
from chengyun.org.auth import BACKEND
from chengyun.org.models import Account, Grant, Role

__all__ = ["told"]
pytestmark = pytest.mark.django_db
BASE = "/api/v1/appraisal"
ALL = ("indicator.view", "indicator.record", "indicator.exclude", "indicator.close")


@pytest.fixture
def client(world, clock):
    role = Role.objects.create(code="appraiser", name="考核", permissions=["case.view", "case.view_all", *ALL])
    account = Account.objects.create(username="appraiser", display_name="考核员", unit=world.units["centre"])
    Grant.objects.create(account=account, role=role)
    found = Client()
    found.force_login(account, BACKEND)
    return found


def later(client, clock, text):
    """Turn the clock, and log in again: nobody's session lasts that long."""
    clock.to(text)
    client.force_login(Account.objects.get(username="appraiser"), BACKEND)


def post(client, path, **body):
    return client.post(f"{BASE}/{path}", json.dumps(body), "application/json")


def target(code, operator, value=None, **more):
    IndicatorTarget.objects.create(
        code=f"T-{code}-{operator}", year=2026, indicator=code, name=code, operator=operator, value=value,
        source="测试", **more,
    )  # fmt: skip
    library.forget()


def rows(client, **query):
    answer = client.get(f"{BASE}/indicators", {"year": 2026, **query})
    assert answer.status_code == 200, answer.content
    return {row["key"]: row for row in answer.json()["rows"]}


def test_the_board_says_how_it_stands_and_where_it_goes(told, client):
    target("on_time_rate", "=", 100, unit="%", before2="95.37%")
    target("major_faults", "<=", 3, unit="次")
    found = rows(client)
    row = found["T-on_time_rate-="]
    assert row["target"]["words"] == "= 100%"
    assert row["target"]["before2"] == "95.37%"
    assert (row["actual"]["numerator"], row["actual"]["denominator"], row["actual"]["value"]) == ("2", "3", "66.67")
    assert row["state"] == "lost"
    assert row["missed_on"] == "2026-03-01"
    silent = found["T-major_faults-<="]
    assert (silent["state"], silent["actual"]["missing"]) == ("unknown", "那时平台还没有运行，台账里也没有登记")
    Beat.objects.create(part="web", at=at("2026-03-02 08:00"), since=at("2026-03-01 08:00"))
    found = rows(client)
    assert found["T-major_faults-<="]["state"] == "met"
    assert found["-attendance_rate"]["actual"]["missing"] == "还没有填报"
    assert rows(client, unit="water")["T-on_time_rate-="]["actual"]["denominator"] == "1"
    assert client.get(f"{BASE}/indicators", {"unit": "nobody"}).status_code == 422


def test_any_days_can_be_asked_for_and_open_their_cases(told, client):
    target("on_time_rate", "=", 100, unit="%")
    target("received_count", ">=", 1000, unit="件")
    march = {"first": "2026-03-01", "last": "2026-03-31"}
    year, found = rows(client), rows(client, **march)
    rate = found["T-on_time_rate-="]
    assert rate["actual"]["denominator"] != "0"
    assert (rate["state"], rate["forecast"], rate["months"]) == ("below", None, [])
    assert found["T-received_count->="]["state"] == "told", "the amount of a year is no measure for a month"
    months = {one["month"]: one["denominator"] for one in year["T-on_time_rate-="]["months"]}
    assert rate["actual"]["denominator"] == months["2026-03"]
    answer = client.get("/api/v1/cases", {**rate["actual"]["opened"]["denominator"], "count": "true"}).json()
    assert str(answer["count"]) == rate["actual"]["denominator"]
    detail = client.get(f"{BASE}/indicators/on_time_rate", march).json()
    assert (detail["whole"], detail["actual"]["denominator"]) == (False, months["2026-03"])
    assert [one["month"] for one in detail["months"]] == ["2026-03"]
    refused = client.get(f"{BASE}/indicators", {"first": "2026-03-31", "last": "2026-03-01"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "last")


def test_a_target_without_an_indicator_and_one_that_depends_say_why(client, indicators):
    target("", "=", 100)
    target("", "if", 100, if_indicator="major_faults", if_most=3)
    Beat.objects.create(part="web", at=timezone.now(), since=timezone.now() - timedelta(days=1))
    found = rows(client)
    assert found["T--="]["actual"]["missing"] == "尚无对应指标"
    assert found["T--if"]["actual"]["value"] == "100"
    for _ in range(4):
        Outage.objects.create(kind="major", system="platform", title="宕机", started_at=timezone.now())
    assert rows(client)["T--if"]["state"] == "lost"


def test_what_another_room_cannot_tell_yet_is_said_in_its_words(client, indicators, monkeypatch):
    def row(code, measure):
        Indicator.objects.create(code=code, name=code, reads="measure", kind="rate", level1="output", measure=measure,
                                 source="测试")  # fmt: skip
        library.forget()

    silent = measures.each(lambda days, narrowed: measures.Reading(missing="本期没有到期的重点专项"))
    monkeypatch.setitem(measures._measures, "special", measures.Measure("special", "专项", "Special", silent))
    row("special_rate", "special")
    row("elsewhere_rate", "elsewhere")
    found = rows(client)
    assert found["-special_rate"]["actual"]["missing"] == "本期没有到期的重点专项，也没有填报"
    assert found["-elsewhere_rate"]["actual"]["missing"] == "这项数据所在的模块没有安装，也没有填报"


def test_one_indicator_with_its_formula_months_and_units(told, client):
    found = client.get(f"{BASE}/indicators/on_time_rate", {"year": 2026, "by": "unit"}).json()
    assert found["formula"]["meets"] == "未超期限结案"
    assert [rule["name"] for rule in found["formula"]["rules"]] == ["经批准剔除", "挂账"]
    assert {line["code"]: line["denominator"] for line in found["lines"]} == {"lights": "2", "water": "1"}
    assert {month["month"]: month["denominator"] for month in found["months"]}["2026-03"] == "3"
    assert client.get(f"{BASE}/indicators/nothing").status_code == 404


def test_a_closed_month_does_not_change_and_shows_what_did(told, client, world, clock):
    later(client, clock, "2026-04-02 09:00")
    answer = post(client, "indicator-months", month="2026-03")
    assert answer.status_code == 201, answer.content
    assert post(client, "indicator-months", month="2026-03").status_code == 409
    assert post(client, "indicator-months", month="2026-02").status_code == 409
    assert post(client, "indicator-months", month="2026-04").status_code == 422
    month = next(row for row in answer.json() if row["closed"])
    assert month["corrections"] == []
    assert month["holds"]
    excluded = post(client, "exclusions", number=told[2], reason="force", note="道路塌陷抢险")
    assert excluded.status_code == 201
    month = next(row for row in client.get(f"{BASE}/indicator-months").json() if row["closed"])
    changed = {row["indicator"]: (row["then"]["value"], row["now"]["value"]) for row in month["corrections"]}
    assert changed["on_time_rate"] == ("66.67", "100")
    row = ClosedMonth.objects.get()
    assert row.figures["indicators"]["on_time_rate"]["value"] == "66.67"
    assert row.figures["units"]["water"]["on_time_rate"] == ["1", "1", "100"]
    row.figures["indicators"]["on_time_rate"]["value"] = "100"
    row.save()
    assert closing.first_break() == date(2026, 3, 1)


def test_what_is_fed_counts_until_it_is_withdrawn(client, indicators, clock):
    later(client, clock, "2026-04-02 09:00")
    good = {"indicator": "attendance_rate", "first": "2026-03-01", "last": "2026-03-31", "numerator": 59,
            "denominator": 60}  # fmt: skip
    made = post(client, "records", **good)
    assert made.status_code == 201, made.content
    assert rows(client)["-attendance_rate"]["actual"]["value"] == "98.33"
    wrong = [({"numerator": 61}, "numerator"), ({"denominator": 0}, "denominator"), ({"last": "2026-02-01"}, "last"),
             ({"first": "2026-05-01", "last": "2026-05-02"}, "first"), ({"indicator": "on_time_rate"}, "indicator"),
             ({"files": ["x"]}, "files")]  # fmt: skip
    for change, field in wrong:
        answer = post(client, "records", **{**good, **change})
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    path = f"records/{made.json()['id']}/withdraw"
    assert post(client, path, why="填错了月份").status_code == 200
    assert post(client, path, why="填错了月份").status_code == 409
    assert rows(client)["-attendance_rate"]["actual"]["missing"]


def test_the_platform_finds_by_itself_that_it_was_away(client, indicators, clock):
    later(client, clock, "2026-03-02 08:00")
    assert reliability.beat("worker") is None
    later(client, clock, "2026-03-02 08:01")
    assert reliability.beat("worker") is None
    later(client, clock, "2026-03-02 11:01")
    found = reliability.beat("worker")
    assert (found.kind, found.title) == ("major", "后台作业中断 180 分钟")
    later(client, clock, "2026-03-02 18:00")
    assert rows(client)["-major_faults"]["actual"]["value"] == "1"
    running = rows(client)["-running_rate"]["actual"]
    assert (running["numerator"], running["denominator"], running["value"]) == ("7", "10", "70")
    listed = client.get(f"{BASE}/outages", {"kind": "major"}).json()
    assert listed["items"][0]["found_by"] == "platform"
    body = {"kind": "maintenance", "system": "platform", "title": "停机升级", "started_at": "2026-03-02T08:01:00+08:00",
            "ended_at": "2026-03-02T11:01:00+08:00", "done": True, "why": "计划内升级"}  # fmt: skip
    changed = post(client, f"outages/{found.pk}", version=1, **body)
    assert changed.status_code == 200, changed.content
    assert changed.json()["steps"][-1]["before"]["kind"] == "major"
    assert post(client, f"outages/{found.pk}", version=1, **body).status_code == 409
    assert rows(client)["-running_rate"]["actual"]["value"] == "100"


def test_hours_that_overlap_are_lost_once(clock):
    clock.to("2026-03-02 18:00")
    hours = [(at("2026-03-02 08:00"), at("2026-03-02 10:00")), (at("2026-03-02 09:00"), at("2026-03-02 11:00"))]
    assert reliability.merged(hours) == [(hours[0][0], hours[1][1])]
    Beat.objects.create(part="web", at=at("2026-03-02 18:00"), since=at("2026-03-02 08:00"))
    for start, end in hours:
        Outage.objects.create(kind="fault", system="platform", title="断", started_at=start, ended_at=end)
    one = reliability.read({"r": "running"}, closing.period_of(date(2026, 3, 1)), "")[""]["r"]
    assert (str(one.numerator), str(one.denominator)) == ("7.0", "10.0")
    assert timezone.now() - hours[0][0] == timedelta(hours=10)


def test_whoever_may_only_look_changes_nothing(world, indicators):
    role = Role.objects.create(code="looker", name="看", permissions=["indicator.view"])
    account = Account.objects.create(username="looker", display_name="看", unit=world.units["water"])
    Grant.objects.create(account=account, role=role)
    client = Client()
    client.force_login(account, BACKEND)
    assert client.get(f"{BASE}/indicators").status_code == 200
    assert post(client, "indicator-months", month="2026-03").status_code == 403
    assert (
        post(client, "records", indicator="attendance_rate", first="2026-03-01", last="2026-03-31").status_code == 403
    )
