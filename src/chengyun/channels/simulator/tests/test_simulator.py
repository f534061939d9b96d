"""The little city platform: the same for the same seed, labelled everywhere, as faulty as asked."""

from __future__ import annotations

import json
from datetime import datetime
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path

import pytest
from click.testing import CliRunner

from chengyun.channels.cli import channels
from chengyun.channels.doors import reading
from chengyun.channels.doors.items import flat, items_of
from chengyun.channels.simulator import LABEL, faults
from chengyun.channels.simulator.items import Words
from chengyun.channels.simulator.server import City, serve
from chengyun.channels.simulator.state import State

NOW = datetime(2026, 11, 21, 9)


def door(code="municipal_platform"):
    return reading.read_file(Path(reading.__file__).parent / code / "door.toml")


@pytest.fixture
def city():
    town = City(Words(door()), State(None), faults.read("", 7))
    town.add(3, now=NOW)
    server = serve(town)
    town.port = server.server_port
    yield town
    server.shutdown()
    server.server_close()
    town.state.close()


def ask(city, method, path, body=None, **headers):
    connection = HTTPConnection("127.0.0.1", city.port, timeout=5)
    try:
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        return answer.status, json.loads(text) if text.startswith(("{", "[")) else text
    finally:
        connection.close()


@pytest.mark.parametrize("code", ["municipal_platform", "hotline_12345", "city_message_board"])
def test_its_cases_are_in_the_words_of_the_door_and_labelled(code):
    words = Words(door(code))
    key, body = words.item(1, 7, NOW)
    assert words.item(1, 7, NOW) == (key, body) != words.item(2, 7, NOW)
    mapper = words.door.mapper()
    fields = mapper.read({**dict.fromkeys(words.door.columns, ""), **flat(body)})
    assert fields.errors == ()
    assert fields.texts["external_id"] == key == words.key_of(body)
    assert fields.texts["text"].startswith(LABEL)
    later = words.event(body, "urge", "请尽快处置", "M-1")
    assert words.door.pseudo("event", flat(later)) == "urge"


def test_it_offers_its_cases_page_by_page_and_takes_each_message_once(city):
    _, first = ask(city, "GET", "/api/events?page=1&size=2")
    _, second = ask(city, "GET", "/api/events?page=2&size=2")
    items = items_of(first, "data.list") + items_of(second, "data.list")
    keys = [item["eventId"] for item in items]
    assert len(set(keys)) == 3
    message = {"eventId": keys[0], "caseNo": "SJ-1", "signTime": "…", "unit": "", "seq": 1}
    path = f"/api/events/{keys[0]}/sign"
    taken = [ask(city, "POST", path, message, **{"Idempotency-Key": "SJ-1-1"})[1]["receipt"] for _ in range(2)]
    assert taken == ["HZ-SJ-1-1", "HZ-SJ-1-1"]
    close = {"eventId": keys[0], "caseNo": "SJ-1", "result": "1", "content": "已清运", "time": "…", "seq": 3}
    assert ask(city, "POST", f"/api/events/{keys[0]}/close", close, **{"Idempotency-Key": "SJ-1-3"})[0] == 200
    late = {"eventId": keys[0], "step": "派遣", "unit": "", "time": "…", "seq": 2}
    assert ask(city, "POST", f"/api/events/{keys[0]}/progress", late, **{"Idempotency-Key": "SJ-1-2"})[0] == 200
    assert city.state.counts() == {"items": 3, "taken": 3, "again": 1, "late": 1}
    listed = ask(city, "GET", "/api/list?day=2026-11-21")[1]["data"]["items"]
    assert [one["state"] for one in listed] == ["close", "待接收", "待接收"]
    assert ask(city, "POST", "/api/events/nobody/sign", {**message, "eventId": "nobody"})[0] == 404
    assert ask(city, "POST", "/api/elsewhere", {"x": 1})[0] == 400
    page = ask(city, "GET", "/")[1]
    assert page.count("模拟") > 5
    assert "已清运" in page


def test_it_fails_as_often_as_asked_and_the_same_way_each_time(city):
    city.faults = faults.read("refuse=1", 7)
    message = {"eventId": city.state.items()[0][1]["eventId"], "caseNo": "1", "signTime": "", "unit": "", "seq": 1}
    path = f"/events/{message['eventId']}/sign"
    assert ask(city, "POST", path, message, **{"Idempotency-Key": "K"})[0] == 422
    city.state.lift()
    assert ask(city, "POST", path, message, **{"Idempotency-Key": "K"})[0] == 200
    city.faults = faults.read("lost=1", 7)
    with pytest.raises(RemoteDisconnected):
        ask(city, "POST", path, message, **{"Idempotency-Key": "L"})
    assert city.state.counts()["taken"] == 2  # it was taken all the same
    city.away = True
    assert ask(city, "POST", path, message, **{"Idempotency-Key": "M"})[0] == 503
    many = faults.read("error=0.2,lost=0.1", 3)
    drawn = [many.of_attempt(f"k{at}", 1) for at in range(2000)]
    assert drawn == [many.of_attempt(f"k{at}", 1) for at in range(2000)]
    assert abs(drawn.count("error") - 400) < 80
    assert abs(drawn.count("lost") - 200) < 60


@pytest.mark.parametrize("words", ["refuse=2", "explode=0.1", "error=0.9,lost=0.5", "error=x"])
def test_faults_that_cannot_be_are_refused_with_words(words):
    result = CliRunner().invoke(channels, ["simulate", "city", "--faults", words])
    assert result.exit_code == 2
    assert "Error" in result.output


def test_an_unknown_door_is_told_with_those_there_are():
    result = CliRunner().invoke(channels, ["simulate", "city", "--door", "nowhere"])
    assert result.exit_code == 1
    assert "municipal_platform" in result.output
