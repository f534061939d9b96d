"""An order goes out, is answered, accepted or sent back, and goes up the ladder when it is not done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chengyun.cases.models import Case, Clock, Event, Notice
from chengyun.cases.tests.world import at
from chengyun.supervision import acting, starting, sweeping
from chengyun.supervision.acting import Act
from chengyun.supervision.models import Card, Order, OrderPart, OrderStep
from chengyun.supervision.starting import Wanted

pytestmark = pytest.mark.django_db
URL = "/api/v1/supervision/orders"


def start(world, step="order", *numbers, now=None, **more):
    wanted = Wanted(step, "请说明原因并限期办结", numbers=numbers, **more)
    return starting.start(world.clerk, wanted, now)


def act(client, order, action, **more):
    order.refresh_from_db()
    body = {"action": action, "version": order.version, **more}
    return client.post(f"{URL}/{order.pk}/act", body, "application/json")


def test_cases_of_two_units_become_two_orders_each_with_its_clock_and_its_notice(world):
    mine, other = world.handling(), world.handling("water")
    third = world.handling()
    orders = start(world, "order", mine, other, third, now=at("2026-03-02 09:00"))
    assert [(o.cases, [p.to.code for p in o.parts.all()]) for o in orders] == [(2, ["lights"]), (1, ["water"])]
    assert orders[0].due_at == OrderPart.objects.first().due_at == at("2026-03-04 17:00")
    assert set(Case.objects.filter(supervised=True).values_list("number", flat=True)) == {mine, other, third}
    [notice] = Notice.objects.filter(account_id=world.accounts["water"].pk, kind="supervision")
    assert f"{orders[1].number}：" in notice.text
    assert notice.text.endswith("前答复")
    assert OrderStep.objects.filter(order=orders[0]).values_list("action", flat=True)[0] == "started"


def test_a_unit_answers_and_the_centre_accepts(world, desk):
    [order] = start(world, "order", world.handling())
    told = act(desk("lights"), order, "reply", note="已更换灯具，明日复查").json()
    assert (told["state"], told["parts"][0]["reply"], told["actions"]) == ("replied", "已更换灯具，明日复查", [])
    told = act(desk("clerk"), order, "accept").json()
    assert (told["state"], told["state_name"]) == ("done", "已完成")
    assert [step["action"] for step in told["steps"]] == ["started", "replied", "accepted"]


def test_an_answer_that_is_sent_back_gets_half_the_time_and_has_to_say_why(world, desk):
    [order] = start(world, "order", world.handling())
    act(desk("lights"), order, "reply", note="正在研究处理")
    assert act(desk("clerk"), order, "send_back").status_code == 422
    before = order.parts.get().first_due_at
    assert act(desk("clerk"), order, "send_back", note="没有写办结日期").json()["state"] == "waiting"
    part = order.parts.get()
    assert (part.sent_back, part.overdue_at, part.first_due_at) == (1, None, before)


def test_of_two_who_decide_the_second_is_told_of_the_first(world, desk):
    [order] = start(world, "order", world.handling())
    act(desk("lights"), order, "reply", note="已更换灯具")
    seen = Order.objects.get().version
    assert act(desk("clerk"), order, "accept").status_code == 200
    late = desk("clerk").post(f"{URL}/{order.pk}/act", {"action": "send_back", "note": "不行", "version": seen},
                              "application/json")  # fmt: skip
    assert (late.status_code, late.json()["current"]["state"]) == (409, "done")


def test_a_unit_sees_and_answers_only_what_it_was_sent(world, desk):
    [order] = start(world, "order", world.handling())
    assert desk("water").get(f"{URL}/{order.pk}").status_code == 404
    assert desk("water").get(URL).json()["items"] == []
    assert desk("lights").get(URL).json()["figures"] == {"open": 1, "waiting": 1, "replied": 0, "overdue": 0}
    assert act(desk("lights"), order, "accept").status_code == 403
    assert act(desk("lights"), order, "escalate").status_code == 403


def test_a_joint_order_is_done_when_every_unit_is(world, desk):
    number = world.handling()
    units = [world.units["lights"].pk, world.units["water"].pk]
    [order] = start(world, "interview", number, units=units)
    assert act(desk("lights"), order, "reply", note="照明部门已整改").json()["state"] == "waiting"
    assert act(desk("water"), order, "reply", note="水务部门已整改").json()["state"] == "replied"
    assert act(desk("clerk"), order, "accept").json()["state"] == "done"


def test_what_is_not_answered_becomes_overdue_and_goes_up_with_a_yellow_then_a_red_card(world, rule):
    [order] = start(world, "order", world.handling())
    day = order.due_at
    assert [sweeping.sweep(day + timedelta(minutes=m)) for m in (-1, -1, 1, 1)] == [1, 0, 1, 0]  # warned, then overdue
    assert Notice.objects.filter(account_id=world.accounts["lights"].pk, text__contains="已超期").exists()
    sweeping.sweep(day + timedelta(days=4))
    order.refresh_from_db()
    following = Order.objects.get(previous=order)
    assert (order.state, following.step, following.state, following.cases) == ("escalated", "interview", "waiting", 1)
    assert list(Card.objects.values_list("colour", flat=True)) == ["yellow"]
    [second] = start(world, "interview", world.handling(), now=following.started_at + timedelta(days=30))
    assert second.cards.get().colour == "red"
    assert sweeping.sweep(day + timedelta(minutes=2)) == 0


def test_a_reminder_is_done_when_the_case_is_answered(world):
    number = world.handling()
    [order] = start(world, "reminder", number)
    world.do(number, "contact", "lights", what="电话了解情况")
    world.do(number, "reply", "lights", reply="已更换灯具，恢复照明", outcome="solved")
    sweeping.sweep(order.due_at + timedelta(minutes=1))
    order.refresh_from_db()
    assert order.state == "done"
    assert Event.objects.filter(case__number=number, action="urge").count() == 1


def test_cases_put_under_supervision_one_by_one_with_the_same_words_are_one_order(world):
    moment = at("2026-03-02 09:00")
    for number in (world.handling(), world.handling()):
        world.do(number, "supervise", "clerk", moment, reason="领导批示，限期办结")
    order = Order.objects.get()
    assert (order.cases, order.step, order.origin, order.title.endswith("等 2 件")) == (2, "order", "case", True)
    other = world.handling("water")
    world.do(other, "supervise", "clerk", moment, reason="领导批示，限期办结")
    assert Order.objects.count() == 2


def test_a_case_supervised_before_it_has_a_unit_gets_its_order_when_it_is_dispatched(world):
    number = world.request(then=[("accept", {})]).case.number
    world.do(number, "supervise", "clerk", reason="媒体关注，优先办理")
    assert not Order.objects.exists()
    world.do(number, "dispatch", "clerk", unit_id=world.units["lights"].pk)
    assert (Order.objects.get().requirement, OrderPart.objects.get().to.code) == ("媒体关注，优先办理", "lights")


def test_a_case_supervised_while_its_answer_is_reviewed_gets_its_order_when_it_goes_back_to_the_unit(world):
    number = world.replied()
    world.do(number, "supervise", "clerk", reason="领导批示，限期办结")
    assert not Order.objects.exists()
    world.do(number, "review", "clerk", approve=False, note="没有现场照片")
    assert (Order.objects.get().requirement, OrderPart.objects.get().to.code) == ("领导批示，限期办结", "lights")


def test_a_rule_starts_one_order_for_each_unit_and_never_the_same_again(world, rule):
    for unit in ("lights", "lights", "water"):
        number = world.handling(unit)
        Clock.objects.filter(case__number=number).update(due_at=at("2026-03-02 10:00"))
        Case.objects.filter(number=number).update(due_status=2, next_due_at=at("2026-03-02 10:00"))
    rule("late", amount=1, minimum=2)
    assert sweeping.apply_rules(at("2026-03-02 15:00")) == 0
    assert sweeping.apply_rules(at("2026-03-04 11:00")) == 1
    order = Order.objects.get()
    assert (order.origin, order.rule, order.cases, order.started_by) == ("rule", "late", 2, "督办规则")
    assert sweeping.apply_rules(at("2026-03-04 11:10")) == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"step": "order", "requirement": "请办理"}, 422),
        ({"step": "none", "requirement": "请办理", "numbers": ["TS-1"]}, 422),
        ({"step": "order", "requirement": "请办理", "numbers": ["TS-1"]}, 422),
        ({"step": "order", "requirement": "请办理", "unit_ids": [999999]}, 422),
        ({"step": "order", "requirement": "请办理", "unit_ids": [1], "programme_id": 99}, 422),
    ],
)
def test_an_order_needs_somebody_to_go_to(world, desk, body, status):
    answer = desk("clerk").post(URL, body, "application/json")
    assert (answer.status_code, Order.objects.count()) == (status, 0), answer.content


def test_an_order_is_printed_and_the_printing_recorded(world, desk):
    from chengyun.cases.models import ExportRecord

    [order] = start(world, "order", world.handling())
    answer = desk("clerk").get(f"{URL}/{order.pk}/print")
    assert (answer.status_code, answer.content[:4]) == (200, b"%PDF")
    assert ExportRecord.objects.get().words == f"打印督办单 {order.number}"


def test_a_withdrawn_card_says_why(world, desk):
    [order] = start(world, "interview", world.handling())
    card = order.cards.get()
    assert act(desk("clerk"), order, "withdraw_card", card_id=card.pk).status_code == 422
    told = act(desk("clerk"), order, "withdraw_card", card_id=card.pk, note="事实有误").json()
    assert told["cards"][0]["withdrawn_why"] == "事实有误"


def test_withdrawn_and_escalated_orders_are_closed_for_everybody(world, desk):
    [order] = start(world, "order", world.handling())
    after = act(desk("clerk"), order, "escalate", note="升级约谈").json()
    assert (after["step"], after["previous"]["number"]) == ("interview", order.number)
    assert act(desk("lights"), order, "reply", note="已经办理完毕").status_code == 409
    assert acting.act(world.clerk, after["id"], Act("withdraw", after["version"], "误发")) == after["id"]
    assert set(Order.objects.values_list("state", flat=True)) == {"escalated", "withdrawn"}
