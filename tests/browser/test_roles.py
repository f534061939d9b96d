"""The main journey of each role, in a browser, as the role's guide in docs/user describes it."""

from __future__ import annotations

import re

from .people import LIGHTS, act, answer, dispatched, in_hand, register, verbs


def test_a_call_taker_answers_an_inquiry_at_once(desk):
    clerk = desk("call_taker")
    number = register(clerk, kind="咨询")
    act(clerk, number, "直接答复", 答复内容="办事大厅工作日 9 时至 17 时办理。")
    assert clerk.state(number) == "closed"
    assert clerk.faults == []


def test_a_dispatcher_sends_takes_back_and_sends_again(desk):
    number = dispatched(desk)
    person = desk("dispatcher")
    act(person, number, "撤回")
    assert person.state(number) == "accepted"
    act(person, number, "派单", 主办单位="水务集团")
    assert person.state(number) == "dispatched"
    assert person.faults == []


def test_a_unit_returns_and_the_centre_rules(desk):
    number, unit = in_hand(desk)
    act(
        unit, number, "退单", 退单理由="不属于本单位职责", 法律法规或职责依据="区级责任清单第三条",
        建议承办单位="水务集团", 情况说明="该处路灯由园区自行管理。",
    )  # fmt: skip
    assert unit.state(number) == "returned"
    centre = desk("dispatcher")
    centre.open("/lists/returned").text(number)
    act(centre, number, "改派", 主办单位="水务集团")
    assert centre.state(number) == "dispatched"
    assert number in desk("water_manager").open("/lists/to_acknowledge").text(number)


def test_a_subdistrict_passes_work_on_and_stays_answerable(desk):
    number, street = in_hand(desk, "梧桐街道", "street_centre")
    act(street, number, "转派下级", 下级单位="梧桐里社区")
    community = desk("community_secretary")
    act(community, number, "签收")
    answer(community, number, "社区已到场处理。")
    assert street.state(number) == "handling"
    answer(street, number)
    assert street.state(number) == "review"
    assert street.faults == community.faults == []


def test_a_reviewer_sends_a_thin_reply_back_to_the_unit(desk):
    number, unit = in_hand(desk)
    answer(unit, number)
    reviewer = desk("reviewer")
    reviewer.open("/lists/to_review").text(number)
    act(reviewer, number, "审核", 审核通过=False, 审核意见="请写明更换时间。")
    assert reviewer.state(number) == "handling"
    assert "请写明更换时间" in unit.open(f"/cases/{number}").text("请写明更换时间")


def test_dissatisfaction_at_the_callback_is_not_the_end(desk):
    number, unit = in_hand(desk)
    answer(unit, number)
    act(desk("reviewer"), number, "审核")
    caller = desk("callback_clerk")
    caller.open("/lists/to_callback").text(number)
    act(caller, number, "回访", 问题解决了吗="未解决", 满意程度="不满意", 不满意的原因="问题未解决")
    act(desk("shift_leader"), number, "重办", 重办要求="请再次到场核实。")
    assert unit.state(number) == "dispatched"


def test_a_supervisor_presses_a_unit_and_both_see_it(desk):
    number, unit = in_hand(desk)
    supervisor = desk("supervisor")
    act(supervisor, number, "催办", 催办意见="请于今日内反馈进展。")
    act(supervisor, number, "列入督办", 督办要求="每日反馈一次。")
    supervisor.open("/lists/supervised").text(number)
    unit.open("/lists/supervised").text(number)
    assert "请于今日内反馈进展" in unit.open(f"/cases/{number}").text("催办")


def test_an_administrator_keeps_master_data_and_reads_no_cases(desk):
    admin = desk("system_admin")
    admin.open("/admin/masterdata").page.get_by_role("heading").first.wait_for()
    assert admin.answer_of("/api/v1/cases") == 403
    assert admin.faults == []


def test_an_auditor_reads_everything_and_changes_nothing(desk):
    number = register(desk("call_taker"))
    auditor = desk("auditor")
    auditor.open(f"/cases/{number}").text(number)
    assert verbs(auditor, number) == []
    assert auditor.faults == []


def test_a_handler_of_another_unit_finds_nothing(desk):
    number = dispatched(desk, LIGHTS)
    stranger = desk("water_manager")
    assert stranger.answer_of(f"/api/v1/cases/{number}") == 404
    stranger.open(f"/cases/{number}").page.get_by_text(re.compile("没有|找不到|不存在")).first.wait_for()
