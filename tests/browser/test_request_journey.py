"""One request from call to rating, by people at their desks, in a browser."""

from __future__ import annotations

import re

from .people import LIGHTS, act, register


def test_a_request_goes_from_the_call_to_the_rating(desk):
    clerk = desk("call_taker")
    number = register(clerk)
    dispatcher = desk("dispatcher")
    dispatcher.open("/lists/to_dispatch").page.get_by_text(number).first.wait_for()
    dispatcher.shot("to-dispatch")
    act(dispatcher, number, "派单", 主办单位=LIGHTS)
    unit = desk("unit_manager", phone=True)
    act(unit, number, "签收")
    act(unit, number, "先行联系", 沟通情况="电话联系诉求人，约定今晚到现场。")
    unit.shot("case")
    act(unit, number, "答复办结", **{"办理结果（答复诉求人）": "已更换灯具，恢复照明。", "办理结果": "已解决"})
    assert unit.state(number) == "review"
    act(desk("reviewer"), number, "审核")
    caller = desk("callback_clerk")
    act(caller, number, "回访", 问题解决了吗="已解决", 满意程度="满意")
    caller.shot("to-close")
    act(caller, number, "结案")
    act(caller, number, "评价", 评价人="回访结果", 满意程度="满意")
    assert caller.state(number) == "rated"
    for person in (clerk, dispatcher, unit, caller):
        assert person.faults == []


def test_the_bare_address_opens_the_work_lists(desk):
    person = desk("unit_manager")
    person.open("/").page.wait_for_url("**/lists**")
    person.open("/login").page.wait_for_url("**/lists**")
    assert "没有可用的页面" not in person.text("待签收")


def test_a_draft_survives_a_reload(desk):
    page = desk("call_taker").open("/register").page
    page.locator("textarea").first.fill("草稿里的话，刷新以后还在。")
    page.wait_for_timeout(800)
    page.reload()
    page.wait_for_function(
        "() => [...document.querySelectorAll('textarea')].some(t => t.value.includes('刷新以后还在'))"
    )


def test_a_figure_on_the_board_opens_the_cases_behind_it(desk):
    person = desk("shift_leader")
    page = person.open("/board").page
    page.get_by_text("在办", exact=True).first.wait_for()
    person.shot("board")
    page.get_by_role("link", name=re.compile("在办")).first.click()
    page.wait_for_url(lambda url: "/board" not in url)
    page.get_by_text(re.compile(r"共 [\d,]+ 件")).first.wait_for()


def test_somebody_elses_change_marks_the_row_at_once(desk):
    watcher = desk("dispatcher")
    watcher.open("/lists/to_dispatch").page.get_by_text("实时", exact=True).first.wait_for()
    number = register(desk("call_taker_2"))
    watcher.page.get_by_text(re.compile("条新案件")).first.wait_for()
    watcher.page.get_by_text(re.compile("条新案件")).first.click()
    watcher.page.get_by_text(number).first.wait_for()
