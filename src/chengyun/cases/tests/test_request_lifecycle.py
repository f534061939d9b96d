"""The request lifecycle as sequences of states, happy and unhappy."""

from __future__ import annotations

import pytest

from chengyun.cases.models import Assignment, Callback, Case, Clock, Precedent
from chengyun.kernel.problems import Problem

from .world import at, chains_hold

pytestmark = pytest.mark.django_db


def states_of(number: str) -> list[str]:
    case = Case.objects.get(number=number)
    found: list[str] = []
    for state in case.events.order_by("seq").values_list("to_state", flat=True):
        if not found or found[-1] != state:
            found.append(state)
    return found


def test_a_request_goes_from_call_to_rated(world):
    number = world.replied()
    world.do(number, "review", "clerk")
    world.do(number, "callback", "clerk", solved="yes", satisfaction="satisfied", unit_contacted=True)
    world.do(number, "close", "clerk")
    world.do(number, "rate", "clerk", by="callback", satisfaction="satisfied")
    assert states_of(number) == [
        "logged", "accepted", "dispatched", "handling", "review", "callback", "to_close", "closed", "rated",
    ]  # fmt: skip
    case = Case.objects.get(number=number)
    assert (case.outcome, case.satisfaction, case.is_open) == ("solved", "satisfied", False)
    assert set(case.clocks.values_list("state", flat=True)) == {"met"}
    assert case.next_due_at is None
    assert chains_hold()


def test_an_inquiry_is_answered_on_the_spot(world):
    work = world.request("几点上班", kind="inquiry", then=[("direct_answer", {"answer": "工作日九点"})])
    case = Case.objects.get(number=work.case.number)
    assert (case.state, case.outcome, case.is_open) == ("closed", "answered", False)
    assert case.number.startswith("ZX-")
    assert not case.clocks.filter(state=Clock.RUNNING).exists()


def test_a_request_is_not_accepted_only_on_a_legal_ground(world):
    number = world.request().case.number
    with pytest.raises(Problem) as refused:
        world.do(number, "reject", "clerk", ground="dislike", explanation="不想办理")
    assert refused.value.extra["errors"][0]["field"] == "ground"
    world.do(number, "reject", "clerk", ground="litigation", explanation="该事项法院正在审理")
    assert world.state(number) == "rejected"


def test_a_return_is_accepted_by_reassigning(world):
    number = world.dispatched("water").case.number
    world.do(
        number, "return", "water", reason="duty", basis="三定方案", suggested_unit_id=world.units["lights"].pk,
        explanation="路灯由照明部门负责",
    )  # fmt: skip
    assert world.state(number) == "returned"
    world.do(number, "reassign", "clerk", unit_id=world.units["lights"].pk)
    case = Case.objects.get(number=number)
    assert (case.state, case.lead_unit.code, case.return_count) == ("dispatched", "lights", 1)
    assert case.approvals.get().state == "approved"


def test_a_declined_return_lets_the_clock_run_on_where_it_stood(world):
    number = world.handling("water")
    before = Clock.objects.get(case__number=number, stage="reply")
    world.do(
        number, "return", "water", reason="unclear", explanation="没有写明地点",
    )  # fmt: skip
    assert Clock.objects.get(pk=before.pk).state == "paused"
    world.do(number, "decline_return", "clerk", reason="地点在附件中写明")
    after = Clock.objects.get(pk=before.pk)
    assert (after.state, len(after.pauses), world.state(number)) == ("running", 1, "handling")


def test_a_return_without_basis_or_suggestion_is_refused_by_field(world):
    number = world.dispatched("water").case.number
    with pytest.raises(Problem) as refused:
        world.do(number, "return", "water", reason="duty", explanation="不归我们管")
    assert refused.value.extra["errors"][0]["field"] == "basis"
    assert world.state(number) == "dispatched"


def test_after_two_returns_only_a_ruling_helps_and_it_becomes_a_precedent(world):
    number = world.dispatched("water").case.number
    lights, water = world.units["lights"].pk, world.units["water"].pk
    given = {"reason": "duty", "basis": "三定方案", "explanation": "不属于本单位"}
    world.do(number, "return", "water", suggested_unit_id=lights, **given)
    world.do(number, "reassign", "clerk", unit_id=lights)
    world.do(number, "return", "lights", suggested_unit_id=water, **given)
    world.do(number, "consult", "clerk", unit_ids=[lights, water], opinion="双方意见不一")
    world.do(number, "rule", "clerk", unit_id=lights, matter="小区外路灯", basis="会商意见")
    assert world.state(number) == "dispatched"
    assert Precedent.objects.get().unit_id == lights
    with pytest.raises(Problem) as refused:
        world.do(number, "return", "lights", suggested_unit_id=water, **given)
    assert refused.value.status == 409


def test_an_extension_is_asked_before_expiry_and_moves_both_limits(world):
    number = world.handling()
    reply = Clock.objects.get(case__number=number, stage="reply")
    whole = Clock.objects.get(case__number=number, stage="close")
    world.do(number, "request_extension", "lights", amount="2", reason="等待配件到货", told_requester=True)
    world.do(number, "decide_extension", "clerk", approve=True)
    assert Clock.objects.get(pk=reply.pk).due_at > reply.due_at
    assert Clock.objects.get(pk=whole.pk).due_at > whole.due_at
    with pytest.raises(Problem):
        world.do(number, "request_extension", "lights", amount="1", reason="再要一天", told_requester=True)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"amount": "6", "reason": "太多了吧", "told_requester": True}, "amount"),
        ({"amount": "0", "reason": "没有必要", "told_requester": True}, "amount"),
        ({"amount": "1", "reason": "没有告知", "told_requester": False}, "told_requester"),
    ],
)
def test_an_extension_that_breaks_the_rule_is_refused(world, data, field):
    number = world.handling()
    with pytest.raises(Problem) as refused:
        world.do(number, "request_extension", "lights", **data)
    assert refused.value.extra["errors"][0]["field"] == field


def test_an_extension_after_expiry_is_refused(world):
    number = world.handling()
    late = Clock.objects.get(case__number=number, stage="reply").due_at
    with pytest.raises(Problem) as refused:
        world.do(
            number, "request_extension", "lights", at("2027-12-01 10:00"), amount="1", reason="已经过期了",
            told_requester=True,
        )  # fmt: skip
    assert refused.value.code == "too_late"
    assert Clock.objects.get(case__number=number, stage="reply").due_at == late


def test_suspension_stops_every_clock_until_the_review_date(world):
    from datetime import timedelta

    from django.utils import timezone

    from chengyun.cases import watch

    number = world.handling()
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    world.do(number, "request_suspension", "lights", ground="funds", reason="经费未到位", review_date=day)
    world.do(number, "decide_suspension", "clerk", approve=True)
    case = Case.objects.get(number=number)
    assert (case.state, case.next_due_at) == ("suspended", None)
    assert watch.resume_suspended(timezone.now() + timedelta(days=29)) == 0
    assert watch.resume_suspended(timezone.now() + timedelta(days=30)) == 1
    case.refresh_from_db()
    assert case.state == "handling"
    assert case.next_due_at > timezone.now() + timedelta(days=29)


def test_a_refused_suspension_changes_nothing_but_the_request(world):
    number = world.handling()
    world.do(number, "request_suspension", "lights", ground="funds", reason="经费未到位", review_date="2027-01-15")
    with pytest.raises(Problem):
        world.do(number, "decide_suspension", "clerk", approve=False)
    world.do(number, "decide_suspension", "clerk", approve=False, note="可以先做临时处理")
    case = Case.objects.get(number=number)
    assert (case.state, case.pending) == ("handling", "")


def test_the_lead_waits_for_co_units_unless_it_says_why_not(world):
    number = world.dispatched(co=["water"]).case.number
    world.do(number, "acknowledge", "lights")
    world.do(number, "acknowledge", "water")
    answer = {"reply": "已修复路灯", "outcome": "solved"}
    with pytest.raises(Problem) as refused:
        world.do(number, "reply", "lights", **answer)
    assert refused.value.extra["errors"][0]["field"] == "without_co"
    world.do(number, "reply", "water", reply="管线已避让")
    assert world.state(number) == "handling"
    world.do(number, "reply", "lights", **answer)
    assert world.state(number) == "review"


def test_a_subdistrict_passes_on_and_remains_answerable(world):
    number = world.handling("street")
    world.do(number, "pass_on", "street", unit_id=world.units["community"].pk, note="请现场看看")
    world.do(number, "acknowledge", "community")
    world.do(number, "reply", "community", reply="已现场处理")
    assert world.state(number) == "handling"
    tree = Assignment.objects.get(case__number=number, unit=world.units["community"])
    assert (tree.parent.unit.code, tree.state) == ("street", "replied")
    world.do(number, "reply", "street", reply="社区已处理完毕", outcome="solved")
    assert world.state(number) == "review"


def test_work_is_passed_on_only_to_units_below(world):
    number = world.handling("street")
    with pytest.raises(Problem) as refused:
        world.do(number, "pass_on", "street", unit_id=world.units["water"].pk)
    assert refused.value.extra["errors"][0]["field"] == "unit_id"


def test_a_review_that_fails_lets_the_limit_run_on(world):
    number = world.replied()
    assert Clock.objects.get(case__number=number, stage="reply").state == "met"
    world.do(number, "review", "clerk", approve=False, note="没有写明何时完成")
    clock = Clock.objects.get(case__number=number, stage="reply")
    assert (world.state(number), clock.state, len(clock.pauses)) == ("handling", "running", 1)


def test_joined_requesters_are_all_called_back_and_closed_with_the_matter(world):
    main = world.dispatched().case.number
    second = world.request("路灯又不亮了", requester={"name": "演示乙", "phone": "13900000000"}).case.number
    world.do(second, "join", "clerk", into=main)
    assert (world.state(second), Case.objects.get(number=main).callers) == ("joined", 2)
    world.do(main, "acknowledge", "lights")
    world.do(main, "reply", "lights", reply="已修好路灯", outcome="solved")
    world.do(main, "review", "clerk")
    assert Callback.objects.filter(case__number=main, state="planned").count() == 2
    world.do(main, "callback", "clerk", solved="yes", satisfaction="satisfied")
    assert world.state(main) == "callback"
    world.do(main, "callback", "clerk", solved="partly", satisfaction="basically")
    world.do(main, "close", "clerk")
    assert (world.state(main), world.state(second)) == ("closed", "closed")
    assert Case.objects.get(number=main).satisfaction == "basically"
    assert chains_hold()


def test_a_join_can_be_undone(world):
    main = world.dispatched().case.number
    second = world.request("路灯又不亮了").case.number
    world.do(second, "join", "clerk", into=main)
    world.do(second, "unjoin", "clerk")
    case = Case.objects.get(number=second)
    assert (case.state, case.joined_to, Case.objects.get(number=main).callers) == ("logged", None, 1)
    assert case.clocks.filter(stage="accept", state="running").exists()


def test_a_case_is_not_joined_to_itself_or_to_a_joined_one(world):
    main, second, third = (world.request().case.number for _ in range(3))
    world.do(second, "join", "clerk", into=main)
    for number, into in ((main, main), (third, second), (third, "没有"), (main, second)):
        with pytest.raises(Problem) as refused:
            world.do(number, "join", "clerk", into=into)
        assert refused.value.status in (409, 422)


def test_a_split_gives_each_part_a_number_and_limits(world):
    number = world.request().case.number
    world.do(number, "accept", "clerk")
    work = world.do(
        number, "split", "clerk",
        parts=[{"title": "路灯", "text": "路灯不亮"}, {"title": "井盖", "text": "井盖松动"}],
    )  # fmt: skip
    parts = Case.objects.filter(split_from=work.case).order_by("id")
    assert [p.title for p in parts] == ["路灯", "井盖"]
    assert {p.state for p in parts} == {"accepted"}
    assert all(p.requester_id == work.case.requester_id for p in parts)
    assert all(p.next_due_at is not None for p in parts)
    assert chains_hold()


def test_redo_after_dissatisfaction_has_half_the_limit_and_happens_once(world):
    number = world.replied()
    world.do(number, "review", "clerk")
    world.do(
        number, "callback", "clerk", solved="no", satisfaction="dissatisfied", reasons=["not_solved"],
    )  # fmt: skip
    world.do(number, "redo", "clerk", reason="诉求人反映仍不亮")
    clock = Clock.objects.get(case__number=number, stage="reply", state="running")
    assert (world.state(number), float(clock.amount)) == ("dispatched", 2.5)
    world.do(number, "acknowledge", "lights")
    world.do(number, "reply", "lights", reply="再次检修完成", outcome="solved")
    world.do(number, "review", "clerk")
    world.do(number, "callback", "clerk", solved="no", satisfaction="dissatisfied", reasons=["slow"])
    with pytest.raises(Problem) as refused:
        world.do(number, "redo", "clerk", reason="还是不行")
    assert refused.value.code == "redo_limit"


def test_a_callback_is_tried_three_times_before_it_is_given_up(world):
    number = world.replied()
    world.do(number, "review", "clerk")
    planned = []
    for _ in range(3):
        planned.append(Callback.objects.get(case__number=number).planned_at)
        world.do(number, "callback", "clerk", contacted=False)
    assert planned == sorted(planned)
    assert len(set(planned)) == 3
    case = Case.objects.get(number=number)
    assert (case.state, case.satisfaction) == ("to_close", "unreachable")


def test_an_anonymous_request_needs_no_callback(world):
    number = world.handling(requester={})
    world.do(number, "reply", "lights", reply="已修好路灯", outcome="solved")
    world.do(number, "review", "clerk")
    assert world.state(number) == "to_close"


def test_not_solved_now_needs_reason_and_review_date(world):
    number = world.handling()
    for given, field in (
        ({}, "outcome"), ({"outcome": "not_now"}, "outcome_reason"),
        ({"outcome": "not_now", "outcome_reason": "管线未移交"}, "review_date"),
        ({"outcome": "not_now", "outcome_reason": "管线未移交", "review_date": "明年"}, "review_date"),
    ):  # fmt: skip
        with pytest.raises(Problem) as refused:
            world.do(number, "reply", "lights", reply="暂时不能解决", **given)
        assert refused.value.extra["errors"][0]["field"] == field
    world.do(
        number, "reply", "lights", reply="暂时不能解决", outcome="not_now", outcome_reason="管线未移交",
        review_date="2027-06-01",
    )  # fmt: skip
    assert Case.objects.get(number=number).outcome == "not_now"


def test_a_dispatch_is_withdrawn_before_it_is_acknowledged(world):
    number = world.dispatched().case.number
    world.do(number, "withdraw", "clerk")
    case = Case.objects.get(number=number)
    assert (case.state, case.lead_unit) == ("accepted", None)
    assert not case.clocks.filter(stage__in=["acknowledge", "reply"], state="running").exists()


def test_a_void_case_and_a_rated_case_can_be_archived(world):
    number = world.request().case.number
    world.do(number, "void", "clerk", reason="重复登记")
    world.do(number, "archive", "clerk")
    assert world.state(number) == "archived"


def test_a_supplement_is_found_by_search(world):
    from chengyun.cases.filters import CaseFilter
    from chengyun.cases.queries import list_cases

    number = world.request().case.number
    world.do(number, "supplement", "clerk", text="靠近菜市场的公交站牌")
    found = list_cases(world.clerk, CaseFilter(q="菜市场"), "-received_at", 50)
    assert [row["number"] for row in found["items"]] == [number]


def test_a_correction_of_the_category_gives_the_limits_of_the_new_one(world):
    from chengyun.cases.models import Category, LimitPolicy
    from chengyun.kernel import revision

    fast = Category.objects.create(code="fast", name="停水", source="测试")
    LimitPolicy.objects.create(
        code="fast", lifecycle="request", category=fast, source="测试",
        stages=[{"stage": "accept", "amount": 1, "unit": "urgent_hour"}],
    )  # fmt: skip
    revision.bump("catalogue")
    number = world.request().case.number
    world.do(number, "edit", "clerk", category_id=fast.pk)
    clock = Clock.objects.get(case__number=number, stage="accept")
    assert (float(clock.amount), clock.unit) == (1, "urgent_hour")


def test_an_area_that_does_not_exist_is_refused_by_name(world):
    with pytest.raises(Problem) as refused:
        world.request(area_id=999_999)
    assert refused.value.extra["errors"][0]["field"] == "place.area_id"
    assert not Case.objects.exists()
