"""Another system is told of what happens to cases: signed, in order, without words, at least once, and not for ever."""

import orjson
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chengyun.cases import bulk
from chengyun.cases.engine import Registration
from chengyun.cases.models import Notice
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import build
from chengyun.kernel import outbound, signing
from chengyun.kernel.outbound import Answer, Unreachable
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor
from chengyun.org.models import Role
from chengyun.webhooks import events, keeping, queries, rules, sending
from chengyun.webhooks.models import Delivery, Subscription

__all__ = ["clock"]
pytestmark = pytest.mark.django_db
ADMIN = system_actor("管理员")
GIVEN = {
    "name": "区大数据局", "url": "https://peer.example/hook?a=1", "contact": "", "scheme": "hmac-sm3", "events": [],
    "filters": {},
}  # fmt: skip


@pytest.fixture
def world(db):
    return build()


class Peer:
    """The other side: what it got, and what it says next."""

    def __init__(self):
        self.got = []
        self.says = lambda outgoing: Answer(204, b"", 3)

    def send(self, outgoing):
        self.got.append(outgoing)
        return self.says(outgoing)

    def down(self, outgoing):
        raise Unreachable(outbound.UNREACHABLE)

    def told(self):
        return [(body["subject"], body["data"]["action"]["code"]) for body in (orjson.loads(o.body) for o in self.got)]


@pytest.fixture
def peer(monkeypatch):
    found = Peer()
    monkeypatch.setattr(sending.outbound, "send", found.send)
    return found


def subscribe(**given):
    return keeping.create(ADMIN, {**GIVEN, **given})


def test_nobody_pays_for_events_that_nobody_wants_and_many_are_told_with_one_statement(world):
    def written():
        number = world.dispatched().case.number
        with CaptureQueriesContext(connection) as seen:
            world.do(number, "acknowledge", "lights")
        return sum("webhooks_" in one["sql"] for one in seen.captured_queries)

    written()
    assert written() == 0
    subscribe(events=["case.closed"])
    written()
    assert written() == 0
    subscribe(), subscribe(name="另一个")
    written()
    assert written() == 1
    assert Delivery.objects.filter(type="case.acknowledged").count() == 4


def test_a_message_is_signed_fits_its_schema_and_holds_no_words_of_or_about_people(world, peer):
    import jsonschema

    _, secret = subscribe(scheme="hmac-sm3")
    number = world.replied()
    assert sending.send_due()["sent"] == 6 == len(peer.got)
    for outgoing in peer.got:
        signing.verify(
            "hmac-sm3", secret, outgoing.headers, method="POST", path="/hook?a=1", body=outgoing.body,
            now=timezone.now(),
        )  # fmt: skip
        message = orjson.loads(outgoing.body)
        jsonschema.validate(message, events.envelope_schema(message["type"]))
        assert message["subject"] == number
        for word in ("演示甲", "13800000000", "路灯不亮", "恢复照明", "电话了解"):
            assert word not in outgoing.body.decode()
    types = [orjson.loads(outgoing.body)["type"] for outgoing in peer.got]
    assert types == [f"case.{one}" for one in "registered accepted dispatched acknowledged progressed replied".split()]
    with pytest.raises(signing.BadSignature):
        signing.verify(
            "hmac-sm3", secret, outgoing.headers, method="POST", path="/hook", body=outgoing.body + b" ",
            now=timezone.now(),
        )  # fmt: skip


def test_filters_stand_for_all_below_them(world, peer):
    subscribe(filters={"categories": ["public"], "units": ["street"]}, events=["case.acknowledged"])
    world.handling("lights")
    number = world.handling("community")
    sending.send_due()
    assert peer.told() == [(number, "acknowledge")]


def test_an_import_of_many_cases_is_told_too(world, peer):
    subscribe(events=["case.registered"])
    registrations = [
        Registration(kind="complaint", text=f"路灯不亮 {n}", channel="phone", external_id=str(n)) for n in range(3)
    ]
    numbers = [made.number for made in bulk.create_many(world.clerk, registrations)]
    sending.send_due()
    assert sorted(peer.told()) == [(number, "register") for number in numbers]


def test_a_system_that_is_down_is_asked_now_and_then_and_gets_everything_in_order_afterwards(world, peer, clock):
    row, _ = subscribe()
    peer.says = peer.down
    number = world.dispatched().case.number
    other = world.request().case.number
    for _ in range(12):
        sending.send_due()
        clock.by(minutes=1)
    assert len(peer.got) <= 8
    assert queries.told(Subscription.objects.get(pk=row.pk))["waiting"] == 4
    assert (
        queries.deliveries(subscription=row.pk, state="", event="", number=number, cursor="", limit=5)["items"][-1][
            "words"
        ]
        == outbound.FAULTS["unreachable"][0]
    )
    peer.got.clear()
    peer.says = lambda outgoing: Answer(200, b"ok", 3)
    for _ in range(3):
        clock.by(hours=2)
        sending.send_due()
    told = peer.told()
    assert [action for subject, action in told if subject == number] == ["register", "accept", "dispatch"]
    assert (other, "register") in told
    assert len(told) == 4
    assert Subscription.objects.get(pk=row.pk).failures == 0


def test_one_that_stays_down_is_switched_off_with_words_and_nothing_is_lost(world, peer, clock):
    Role.objects.filter(code="role-clerk").update(permissions=["webhook.manage"])
    row, _ = subscribe()
    peer.says = lambda outgoing: Answer(503, b"maintenance", 3, {}, 600.0)
    number = world.request().case.number
    for _ in range(40):
        clock.by(hours=1, minutes=20)
        sending.send_due()
    row.refresh_from_db()
    assert row.state == Subscription.DISABLED
    assert len(peer.got) == rules.ROW_OF_FAILURES
    assert "503" in row.why
    assert "自动停用" in Notice.objects.get(kind=keeping.NOTICE).text
    peer.says = lambda outgoing: Answer(200, b"", 3)
    peer.got.clear()
    keeping.change(ADMIN, row, {**GIVEN, "active": True})
    sending.send_due()
    assert peer.told() == [(number, "register")]


def test_what_the_other_side_refuses_dies_alone_and_can_be_sent_again(world, peer, clock):
    row, _ = subscribe()
    bad = world.request().case.number
    peer.says = lambda outgoing: Answer(422 if bad.encode() in outgoing.body else 200, b"unknown kind", 3)
    for _ in range(rules.MOST_TRIES + 2):
        sending.send_due()
        clock.by(hours=1)
    good = world.request().case.number
    sending.send_due()
    dead = Delivery.objects.get(state=Delivery.DEAD)
    assert (dead.subject, dead.tries, dead.status) == (bad, rules.MOST_TRIES, 422)
    assert (good, "register") in peer.told()
    shown = queries.delivery(dead.pk)
    assert shown["attempts"][0]["said"] == "unknown kind"
    assert shown["message"]["id"] == f"{bad}-1"
    peer.says = lambda outgoing: Answer(200, b"", 3)
    start = clock.now.replace(hour=0) - (clock.now - dead.at)
    assert keeping.replay(row, since=start, until=clock.by(hours=1)) == 1
    sending.send_due()
    assert orjson.loads(peer.got[-1].body)["id"] == f"{bad}-1"
    assert keeping.replay(row, since=start, until=clock.by(hours=1), all_of_them=True) == 2


def test_a_worker_that_was_killed_while_sending_loses_nothing(world, peer, clock):
    subscribe()
    world.request()
    Delivery.objects.update(state=Delivery.SENDING, next_at=clock.now + rules.LEASE)
    assert sending.send_due() == {}
    clock.by(minutes=3)
    assert sending.send_due() == {"sent": 1}


def test_a_test_really_sends_and_a_new_secret_counts_from_its_hour(world, peer, clock):
    row, old = subscribe()
    new = keeping.renew_secret(ADMIN, row, hours=24)
    for secret in (old, new):
        tried = sending.send_now(row, keeping.ping(row))
        assert queries.tested(tried.delivery, tried)["sent"]
        outgoing = peer.got[-1]
        signing.verify(
            row.scheme, secret, outgoing.headers, method="POST", path="/hook?a=1", body=outgoing.body, now=clock.now
        )
        clock.by(hours=25)
    assert old not in bytes(row.sealed).decode("latin-1")


def test_a_subscription_that_cannot_work_is_refused_with_what_to_change(world):
    for given, field in (
        ({"url": "http://10.1.1.1/x"}, "url"), ({"url": "ftp://peer.example/"}, "url"),
        ({"events": ["case.nothing"]}, "events"), ({"filters": {"units": ["nobody"]}}, "filters.units"),
        ({"filters": {"areas": ["nowhere"]}}, "filters.areas"),
    ):  # fmt: skip
        with pytest.raises(Problem) as refused:
            subscribe(**given)
        assert refused.value.extra["errors"][0]["field"] == field


def test_old_messages_are_forgotten(world, peer, clock):
    subscribe()
    world.request()
    sending.send_due()
    clock.by(days=31)
    world.request()
    assert keeping.forget_old(30) == 1
    assert Delivery.objects.count() == 1
