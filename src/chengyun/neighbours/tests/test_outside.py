"""What leaves the house, against peers that speak the protocols; rules without a database."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from chengyun.neighbours import delivering, entering, rules, settings, sms, wechat
from chengyun.neighbours.models import Delivery, LoginCode, MessageTemplate, Resident
from chengyun.neighbours.outward import BUSY, REFUSED, UNREACHABLE, Fault

from .peers import APP, KEY, SECRET, Peer

BODY = '{"to": "{phone}", "text": "{sign}{text}", "id": "{id}"}'


@pytest.fixture
def peer():
    made = Peer()
    wechat.forget()
    yield made
    wechat.forget()
    made.close()


def gateway(peer: Peer) -> sms.Gateway:
    return sms.Gateway(f"{peer.url}/send", KEY, BODY, "code=0", "【演示】", 3.0)


def program(peer: Peer) -> wechat.MiniProgram:
    return wechat.MiniProgram(peer.url, APP, SECRET, 3.0)


def test_a_gateway_is_data_and_a_fault_says_whether_it_may_have_been_sent(peer):
    assert sms.send(gateway(peer), "13800000001", '"引号"{phone}', "m-1") == "r-1"
    assert peer.asked[0][2] == {"to": "13800000001", "text": '【演示】"引号"{phone}', "id": "m-1"}
    for answer, code in (((200, {"code": 7}), REFUSED), ((503, {}), BUSY)):
        peer.answer = answer
        with pytest.raises(Fault) as fault:
            sms.send(gateway(peer), "13800000001", "x", "m-2")
        assert fault.value.code == code
    with pytest.raises(Fault) as fault:
        sms.send(sms.Gateway("http://127.0.0.1:9/", KEY, BODY, "", "", 1.0), "1", "x", "m")
    assert fault.value.code == UNREACHABLE


def test_wechat_tells_who_it_is_and_the_session_key_goes_nowhere(peer):
    assert wechat.openid_of(program(peer), "good") == "o-1"
    assert wechat.phone_of(program(peer), "p") == "13800000031"
    assert wechat.send(program(peer), "o-1", "T1", {"thing1": "路灯"}, "pages/request") == "9"
    with pytest.raises(Fault) as fault:
        wechat.openid_of(program(peer), "old")
    assert fault.value.code == REFUSED


@pytest.mark.django_db
def test_by_wechat_one_is_the_resident_of_the_phone(peer, door, monkeypatch):
    monkeypatch.setattr(settings, "mini_program", lambda: program(peer))
    someone = door.resident().log_in()
    assert someone.post("session", {"wechat": "good", "keep": True}).json()["token"].startswith("cyn_")
    entered = someone.post("session", {"wechat": "good", "wechat_phone": "p"}).json()
    assert entered["me"]["phone_mask"] == "138****0031"
    assert Resident.objects.exclude(wechat_index=None).count() == 1
    assert someone.post("session", {"wechat": "old"}).status_code == 401


@pytest.mark.django_db
def test_a_code_leaves_once_and_is_nowhere_to_be_read(peer, door, monkeypatch):
    monkeypatch.setattr(settings, "gateway", lambda: gateway(peer))
    answer = door.resident().post("codes", {"phone": "13800000001"}).json()
    assert answer["demo_code"] is None
    row = LoginCode.objects.get()
    assert (entering.send_code(row.pk), entering.send_code(row.pk)) == ("sent", "gone")
    row.refresh_from_db()
    code = peer.asked[0][2]["text"].split("验证码 ")[1][:6]
    assert (bytes(row.sealed), len(peer.asked)) == (b"", 1)
    assert door.resident().post("session", {"phone": "13800000001", "code": code}).status_code == 200


@pytest.mark.django_db
def test_what_surely_has_not_left_is_tried_again_what_may_have_left_waits_for_a_person(peer, door, monkeypatch):
    monkeypatch.setattr(settings, "gateway", lambda: gateway(peer))
    door.resident()
    resident = entering._of_phone("13800000001", b"x" * 16)
    MessageTemplate.objects.create(code="t", name="t", event="accept", ways=["sms"], text="x")
    now = timezone.now()
    message = Delivery.objects.create(
        resident=resident, template="t", way="sms", text="已受理", dedupe="1", created_at=now, next_at=now
    )

    def after(answer):
        peer.answer = answer
        Delivery.objects.filter(state="waiting").update(next_at=now)
        delivering.deliver()
        message.refresh_from_db()
        return message.state, message.fault

    assert after((503, {})) == ("waiting", "busy")
    assert message.next_at > now
    assert after((500, {})) == ("dead", "server")
    assert after((200, {"code": 0})) == ("dead", "server"), "not by itself"
    delivering.decide(door.world.clerk, message.pk, True)
    assert after((200, {"code": 0, "id": "r-9"})) == ("sent", "")
    assert len({asked[2]["id"] for asked in peer.asked}) == 1, "the gateway knows it by one id"


def test_silent_hours_end_in_the_morning():
    at = datetime(2026, 11, 21, 22, 30)
    assert rules.allowed_from(at, time(21), time(8)) == datetime(2026, 11, 22, 8)
    assert rules.allowed_from(at + timedelta(hours=5), time(21), time(8)) == datetime(2026, 11, 22, 8)
    assert rules.allowed_from(datetime(2026, 11, 21, 12), time(21), time(8)) == datetime(2026, 11, 21, 12)


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("梧桐路18号2单元401", "梧桐路"),
        ("演示区梧桐里小区3栋", "演示区梧桐里小区"),
        ("张三家门口", ""),
        ("3栋402", ""),
        ("", ""),
    ],
)
def test_of_an_address_neighbours_learn_the_street_at_most(address, street):
    assert rules.street_of(address) == street


def test_a_template_with_a_place_that_nobody_fills_is_refused():
    assert rules.template_fault("{number} {due}") == ""
    assert "不能用" in rules.template_fault("{phone_of_caller}")
    assert rules.template_fault("{number") == "花括号不成对"


def test_an_emergency_is_known_by_its_words_but_not_by_a_drill():
    known = [rules.Emergency("119", ("着火", "被困+电梯"), ("演练",), "拨打 119")]
    assert rules.hint("电梯里有人被困", known).number == "119"
    assert rules.hint("着火演练什么时候", known) is None
    assert rules.hint("电梯坏了", known) is None
