"""Two people on one case at once, and a desk whose live connection breaks and comes back."""

from __future__ import annotations

import re

from .people import LIGHTS, act, begin, dispatched, fill, register, submit


def test_the_second_of_two_dispatchers_is_told_and_loses_no_word(desk):
    number = register(desk("call_taker"))
    first, second = desk("dispatcher"), desk("shift_leader")
    panel = begin(second, number, "派单")
    fill(panel, "主办单位", "水务集团")
    fill(panel, "派单意见", "这句话不能丢。")
    act(first, number, "派单", 主办单位=LIGHTS)
    panel.get_by_role("button", name="派单", exact=True).click()
    second.page.get_by_text(re.compile("已被|已经|刚刚|变化|更新")).first.wait_for()
    assert second.page.locator("body").inner_text().find("出错") == -1
    assert "这句话不能丢。" in second.page.evaluate(
        "() => [...document.querySelectorAll('textarea')].map(t => t.value).join() + document.body.innerText"
    )
    assert second.answer_of(f"/api/v1/cases/{number}", "lead_unit")["name"] == "城管执法局"


def test_two_clerks_acknowledge_at_once_and_it_happens_once(desk):
    number = dispatched(desk)
    one, two = desk("unit_manager"), desk("unit_handler")
    panels = [begin(person, number, "签收") for person in (one, two)]
    submit(panels[0], "签收")
    panels[1].get_by_role("button", name="签收", exact=True).click()
    two.page.wait_for_timeout(1500)
    told = two.page.evaluate(
        "async n => (await (await fetch('/api/v1/cases/' + n + '/events')).json()).items"
        ".filter(e => e.action === 'acknowledge').length",
        number,
    )
    assert told == 1


def test_a_cut_live_connection_is_said_and_what_was_missed_comes_after(desk):
    watcher = desk("dispatcher")
    watcher.open("/lists/to_dispatch").page.get_by_text("实时", exact=True).first.wait_for()
    watcher.page.context.set_offline(True)
    watcher.page.get_by_text(re.compile("离线|断开|重连|重新连接|连接中")).first.wait_for(timeout=40_000)
    watcher.shot("offline")
    number = register(desk("call_taker_2"))
    watcher.page.context.set_offline(False)
    watcher.page.get_by_text("实时", exact=True).first.wait_for(timeout=60_000)
    fresh = watcher.page.get_by_text(re.compile("条新案件"))
    watcher.page.get_by_text(number).or_(fresh).first.wait_for(timeout=30_000)
    if fresh.count():
        fresh.first.click()
    watcher.page.get_by_text(number).first.wait_for()
