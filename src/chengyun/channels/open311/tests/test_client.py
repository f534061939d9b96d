"""Another city's Open311 server as a door: against our own server, and against answers as other cities give them."""

from __future__ import annotations

import json
from datetime import timedelta
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from chengyun.cases.models import Case, CaseText
from chengyun.channels.doors import connections
from chengyun.channels.doors.transports import TransportError
from chengyun.channels.models import Channel, DoorConnection
from chengyun.channels.open311 import client
from chengyun.channels.tests.conftest import forget_everything
from chengyun.kernel import outbound, revision

pytestmark = pytest.mark.django_db
CITY = "open311_city"
URL = "https://other.example/open311/v2"


@pytest.fixture
def city(program):
    """A door to another city, read by JSON; `again` after its settings changed."""
    channel = Channel.objects.create(code=CITY, name="邻市 Open311", kind="api", direction="both", source="测试")
    DoorConnection.objects.create(channel=channel, transport_in="open311", enabled=True, settings_in={"url": URL})

    def again(**settings):
        DoorConnection.objects.filter(channel=channel).update(settings_in={"url": URL, **settings})
        for topic in ("channels", connections.TOPIC):
            revision.bump(topic)
        forget_everything()
        connections.forget()
        return connections.connection(CITY)

    yield again
    connections.forget()


def to_our_server(program):
    """The way out leads back in: our own server answers."""

    def send(outgoing):
        parts = urlsplit(outgoing.url)
        path = f"{parts.path}?{parts.query}"
        kind = {"content_type": outgoing.headers["Content-Type"]} if outgoing.method == "POST" else {}
        answer = program.client.generic(outgoing.method, path, outgoing.body, **kind)
        return outbound.Answer(answer.status_code, answer.content, 1, dict(answer.headers))

    return send


def of_theirs():
    return Case.objects.filter(channel=CITY).order_by("id")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_requests_of_another_city_come_in_once_and_end_when_they_end_there(program, city, monkeypatch, form):
    monkeypatch.setattr(outbound, "send", to_our_server(program))
    one, two = program.report("一"), program.report("二", address_string="幸福路")
    connection = city(format=form, size=1)
    ran = client.run(connection)
    assert (ran.new, ran.known, ran.held) == (2, 0, 0)
    case = of_theirs().get(external_id=one)
    assert (case.category.code, case.lat, case.lng) == ("0101", 30.55, 114.3)
    assert CaseText.objects.get(case=case).text == "路灯不亮"
    ran = client.run(connection)
    assert (ran.new, ran.known, ran.changed) == (0, 2, 0)
    program.do(one, "reject", ground="litigation", explanation="已在别处办理")
    assert client.run(connection).changed == 1
    assert client.run(connection).changed == 0
    assert of_theirs().get(external_id=one).is_open is False
    assert of_theirs().get(external_id=two).is_open is True


def test_a_full_answer_is_asked_for_in_smaller_parts_and_the_first_reading_goes_back_some_days(city, monkeypatch):
    asked, begun = [], timezone.now()

    def send(outgoing):
        query = {name: words[0] for name, words in parse_qs(urlsplit(outgoing.url).query).items()}
        if "service_request_id" in query:
            return outbound.Answer(200, b"[]", 1)
        start, end = (client.parse_moment(query[name]) for name in ("start_date", "end_date"))
        asked.append(end - start)
        ats = [begun - timedelta(hours=hours) for hours in (1, 2, 30, 40)]
        found = [
            {"service_request_id": f"SR-{at:%d%H}", "status": "open", "service_name": "Pothole", "description": None,
             "requested_datetime": f"{at:%Y-%m-%dT%H:%M:%S+00:00}"}
            for at in ats if start <= at <= end
        ]  # fmt: skip
        return outbound.Answer(200, json.dumps({"service_requests": found}).encode(), 1)

    monkeypatch.setattr(outbound, "send", send)
    monkeypatch.setattr(client, "MOST", 3)
    connection = city(days=2)
    assert client.run(connection).new == 4
    assert [round(span / timedelta(days=1), 1) for span in asked] == [2, 1, 1]
    assert CaseText.objects.filter(case__channel=CITY, text="Pothole").count() == 4
    asked.clear()
    client.run(connection)
    assert asked[0] < timedelta(hours=1), "from where it stopped, with some minutes of overlap"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (outbound.Answer(403, b'[{"code":403,"description":"Invalid api_key"}]', 1), "Invalid api_key"),
        (outbound.Answer(400, b"<errors><error><code>400</code><description>late</description></error></errors>", 1),
         "late"),
        (outbound.Answer(200, b"<html>", 1), "读不懂"),
        (outbound.Answer(200, b'{"a": 1, "b": 2}x', 1), "读不懂"),
        (outbound.Answer(200, b"[]", 1, whole=False), "超过"),
        (outbound.Unreachable(outbound.UNREACHABLE), "连不上"),
    ],
)  # fmt: skip
def test_what_the_other_side_cannot_do_is_told_in_words(city, monkeypatch, answer, words):
    def send(outgoing):
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(outbound, "send", send)
    connection = city()
    with pytest.raises(TransportError, match=words):
        client.run(connection)
    assert client.test(connection).ok is False


def test_what_we_do_goes_back_as_an_update_once(program, city, monkeypatch):
    monkeypatch.setattr(outbound, "send", to_our_server(program))
    number = program.report()
    way = SimpleNamespace(settings={"url": URL, "format": "xml"}, secrets=lambda: {"token": program.key})
    parcel = SimpleNamespace(
        key="TS-1-3", external_id=number, body={"status": "investigating", "description": "邻市已受理"}
    )
    first, again = client.send(way, parcel), client.send(way, parcel)
    assert (first.receipt, first.status) == (again.receipt, 200)
    assert first.receipt.startswith(f"{number}.")
    assert CaseText.objects.get(case__number=number).text.count("邻市已受理") == 1
    gone = SimpleNamespace(key="k", external_id="none", body={"description": "没有这件"})
    assert "none" in client.send(way, gone).words


def test_the_settings_are_checked_before_they_are_kept():
    assert client.check({"url": URL, "size": 100, "format": "xml"}) == []
    for wrong in ({}, {"url": "ftp://x"}, {"url": URL, "size": 5000}, {"url": URL, "format": "csv"},
                  {"url": "http://127.0.0.1/open311/v2"}):  # fmt: skip
        assert client.check(wrong)
