"""What comes through a door becomes a case once, a change of it, or waits for a person; nothing is lost."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.cases import engine, queries
from chengyun.cases.models import Case, CaseText, Clock, Event, LimitPolicy
from chengyun.channels import intake
from chengyun.channels.doors import jobs, masks, services, taking
from chengyun.channels.doors import queries as queries_of_doors
from chengyun.channels.doors.schemas import DoorIn, HeldIn
from chengyun.channels.models import Channel, DoorConnection, InboundItem
from chengyun.channels.tests.conftest import forget_everything
from chengyun.kernel import revision, signing
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from .conftest import again, order

pytestmark = pytest.mark.django_db
CLERK = system_actor("演示员")


def take(door, *items):
    return [taken.became for taken in taking.take_each(door, list(items), "push")[0]]


def test_a_request_sent_twice_is_one_case_and_its_facts_are_understood(hotline):
    assert take(hotline, order(), order()) == ["created", "known"]
    case = Case.objects.get(channel="hotline_12345", external_id="RX-1")
    assert (case.kind, case.category.name, case.urgency) == ("complaint", "施工噪声", "normal")
    assert InboundItem.objects.count() == 0


def test_reminders_that_come_before_their_request_wait_for_it_and_count_once(hotline):
    urge = {"orderNo": "RX-1", "action": "补充", "remark": "门牌是 5 号", "actionId": "L-2"}
    assert take(hotline, urge, urge, order(), urge) == ["held", "held", "created", "known"]
    text = CaseText.objects.get(case__external_id="RX-1").text
    assert text.count("门牌是 5 号") == 1
    assert InboundItem.objects.get().state == InboundItem.APPLIED


def test_the_same_number_with_other_words_is_a_supplement_with_other_facts_a_question(hotline):
    take(hotline, order())
    assert take(hotline, order(content="凌晨两点仍在施工。")) == ["changed"]
    assert take(hotline, order(content="凌晨两点仍在施工。")) == ["known"]
    case = Case.objects.get(external_id="RX-1")
    assert "凌晨两点" in CaseText.objects.get(case=case).text
    assert take(hotline, order(address="演示小区 5 栋")) == ["held"]
    held = InboundItem.objects.get(state=InboundItem.HELD)
    assert "地点" in held.reasons[0]["message"]
    services.decide(CLERK, "hotline_12345", held.pk, HeldIn(do="take"))
    assert "演示小区 5 栋" in CaseText.objects.get(case=case).text


def test_a_withdrawal_ends_what_nobody_works_on_and_asks_otherwise(hotline):
    take(hotline, order(), order("RX-2"))
    assert take(hotline, {"orderNo": "RX-1", "action": "撤单", "remark": "重复登记"}) == ["changed"]
    assert Case.objects.get(external_id="RX-1").state == "void"
    second = Case.objects.get(external_id="RX-2")
    engine.perform(second.number, "accept", CLERK)
    Case.objects.filter(pk=second.pk).update(state="dispatched")
    assert take(hotline, {"orderNo": "RX-2", "action": "撤单"}) == ["held"]


def test_the_same_matter_by_two_doors_keeps_each_doors_number_and_limit_when_it_is_joined(hotline):
    board = Channel.objects.create(code="leaders_board", name="书记留言板", kind="message", source="K")
    DoorConnection.objects.create(channel=board, transport_in="by_hand", enabled=True)
    for code, days in (("hotline_12345", 5), ("leaders_board", 7)):
        LimitPolicy.objects.create(
            code=f"request-25-door-{code}", lifecycle="request", source="I", condition={"channel": [code]},
            stages=[{"stage": "close", "amount": days, "unit": "working_day"}],
        )  # fmt: skip
    for topic in ("channels", "catalogue"):
        revision.bump(topic)
    forget_everything()
    second = again("leaders_board")
    take(hotline, order())
    take(second, {"留言ID": "9001", "留言类型": "投诉", "留言内容": "凌晨仍在施工，影响休息。"})
    one, other = (Case.objects.get(external_id=number) for number in ("RX-1", "9001"))
    for case in (one, other):
        engine.perform(case.number, "accept", CLERK)
    clocks = [Clock.objects.get(case=case, stage="close") for case in (one, other)]
    assert [int(clock.amount) for clock in clocks] == [5, 7]
    engine.perform(other.number, "join", CLERK, {"into": one.number, "note": "同一事项"})
    other.refresh_from_db()
    assert (other.joined_to_id, other.channel, other.external_id) == (one.pk, "leaders_board", "9001")
    told = [intake.status(door.channel, number) for door, number in ((hotline, "RX-1"), (second, "9001"))]
    assert [row["number"] for row in told] == [one.number, other.number]


def test_no_limit_ends_later_than_the_source_asks_for(hotline):
    asked = timezone.localtime() + timedelta(hours=30)
    take(hotline, order(deadline=f"{asked:%Y-%m-%d %H:%M:%S}"), order("RX-2"), order("RX-3", deadline="2026-13-40"))
    first, second = Case.objects.get(external_id="RX-1"), Case.objects.get(external_id="RX-2")
    for case in (first, second):
        engine.perform(case.number, "accept", CLERK, {})
    limit = Clock.objects.get(case=first, stage="close")
    assert abs(limit.due_at - asked) < timedelta(seconds=1)
    assert limit.due_at < Clock.objects.get(case=second, stage="close").due_at
    assert limit.started_at < limit.warn_at < limit.due_at
    assert "来源要求" in queries.explain(first.number, limit.pk, CLERK, "zh")[-1]
    held = InboundItem.objects.get(external_id="RX-3")
    assert held.reasons[0]["field"] == "asked_due"


def test_what_is_not_understood_is_held_sealed_and_taken_after_a_correction(hotline):
    odd = order(appealClass="没有的类别")
    assert take(hotline, odd, odd, order("", content="没有编号"), "胡言乱语") == ["held"] * 4
    rows = list(InboundItem.objects.order_by("id"))
    assert len(rows) == 3
    assert b"13800000001" not in bytes(rows[0].sealed)
    shown = masks.masked(taking.Taker(hotline, "push").read(odd)[0])
    assert shown["phone"] != "13800000001"
    assert shown["name"] == "演**"
    services.decide(CLERK, "hotline_12345", rows[0].pk, HeldIn(do="take", corrections={"category": "施工噪声"}))
    rows[0].refresh_from_db()
    assert (rows[0].state, rows[0].settled_by_name) == (InboundItem.TAKEN, "演示员")
    assert Case.objects.get(external_id="RX-1").number == rows[0].case_number
    assert take(hotline, odd) == ["known"]
    services.decide(CLERK, "hotline_12345", rows[2].pk, HeldIn(do="drop", note="不是诉求"))
    assert take(hotline, "胡言乱语") == ["known"]


def test_the_watermark_moves_only_with_the_cases(hotline, monkeypatch):
    def broken(self, item, *rest):
        raise KeyboardInterrupt

    monkeypatch.setattr(taking.Taker, "take", broken)
    with pytest.raises(KeyboardInterrupt):
        taking.take_all(hotline, [order()], "pull", watermark={"since": "x"})
    assert DoorConnection.objects.get().watermark == {}
    monkeypatch.undo()
    taking.take_all(hotline, [order()], "pull", watermark={"since": "x"})
    assert (DoorConnection.objects.get().watermark, Case.objects.count()) == ({"since": "x"}, 1)


@pytest.mark.parametrize("scheme", signing.SCHEMES)
def test_a_signed_message_is_taken_once_and_each_item_is_answered(hotline, scheme):
    private, public = signing.new_sm2_pair() if scheme == "sm2" else ("k" * 20, "k" * 20)
    again(scheme=scheme, secrets={"key": private, "their_key": public})
    path, body = "/api/v1/doors/hotline_12345/events", json.dumps({"data": {"orders": [order(), order("")]}}).encode()
    headers = signing.sign(scheme, private, method="POST", path=path, body=body, at=timezone.now())
    send = lambda given, content=body: Client().post(path, content, "application/json", headers=given)  # noqa: E731
    answer = send(headers)
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["created"], told["held"]) == (1, 1)
    assert [item["became"] for item in told["items"]] == ["created", "held"]
    for refused in (send(headers), send({}), send(headers, body + b" ")):  # the nonce again; unsigned; changed
        assert refused.status_code == 401
    assert Case.objects.count() == 1


def test_a_door_that_cannot_be_read_waits_longer_each_time_and_says_why(hotline):
    url = {"url": "http://127.0.0.1:9/list", "every_minutes": 5}
    door = again(transport_in="pull", settings_in=url)
    assert jobs.read(door) is None
    assert jobs.read(door) is None
    row = DoorConnection.objects.get()
    assert row.errors_in == 2
    assert row.last_error_in
    assert row.next_try_at > timezone.now()
    assert Event.objects.count() == 0


def test_two_who_save_one_connection_lose_nothing_of_each_other(hotline):
    seen = queries_of_doors.page(CLERK, "hotline_12345")["connection"]["version"]
    services.save(CLERK, "hotline_12345", DoorIn(transport_in="by_hand", enabled=True, version=seen))
    with pytest.raises(Problem) as refused:
        services.save(CLERK, "hotline_12345", DoorIn(transport_in="push", enabled=True, version=seen))
    assert (refused.value.status, refused.value.code) == (409, "version_conflict")
    assert "演示员" in refused.value.detail
    assert DoorConnection.objects.get().transport_in == "by_hand"
