"""A dispatcher's minute: accept what is proposed by one key, take it back, correct another, join two and undo it."""

from __future__ import annotations

import re

from .people import LIGHTS, act, begin, fill, register, submit


def panel_of(person, number: str):
    """The panel of proposals of a case, when it names a unit."""
    page = person.open(f"/cases/{number}").page
    panel = page.locator("[data-proposal]")
    panel.locator("[data-unit]").first.wait_for(timeout=60_000)
    return panel


def settled(person, number: str, state: str) -> None:
    person.page.wait_for_function(
        "async ([n, s]) => (await (await fetch('/api/v1/cases/' + n)).json()).state === s", arg=[number, state]
    )


def test_a_dispatchers_minute(desk):
    caller = desk("call_taker")
    first, second, third = register(caller), register(caller), register(caller)
    person = desk("dispatcher")
    page = person.page

    panel = panel_of(person, first)
    best = panel.locator("[data-unit]").first
    unit = best.get_attribute("data-unit")
    assert best.locator(".reasons li").count() >= 1, "a reason that can be checked"
    person.shot("proposal")
    page.keyboard.press("Alt+1")
    page.get_by_text(f"已派给{unit}").first.wait_for()
    settled(person, first, "dispatched")
    panel.get_by_text(f"已采纳：派给了首选的{unit}").wait_for()

    page.get_by_role("status").get_by_role("button", name="撤回").click()
    settled(person, first, "accepted")
    act(person, first, "派单", 主办单位=LIGHTS)
    assert person.state(first) == "dispatched"

    panel_of(person, second)
    form = begin(person, second, "派单")
    form.get_by_role("combobox", name=re.compile("^主办单位")).click()
    offered = page.locator("[role=listbox] [role=option]")
    offered.filter(has_text="派单建议").first.wait_for()
    assert "派单建议" in offered.first.inner_text(), "the proposed come first"
    page.keyboard.press("Escape")
    fill(form, "主办单位", "交通大队")
    submit(form, "派单")
    page.locator("[data-proposal]").get_by_text(re.compile("未采纳：建议")).first.wait_for()

    act(person, third, "并案", 并入的主案编号=first)
    assert person.state(third) == "joined"
    page.goto(f"{person.address}/cases/{first}")
    page.get_by_role("button", name="取消并案").first.click()
    settled(person, third, "accepted")
    assert person.faults == caller.faults == []


def test_what_dispatching_learns_is_read_and_every_figure_opens(desk):
    person = desk("shift_leader")
    page = person.open("/dispatching").page
    month = page.locator("[data-month]").first
    month.wait_for()
    person.shot("dispatching")
    figure = month.get_by_role("link").first
    value = figure.inner_text().replace(",", "")
    figure.click()
    page.wait_for_url("**/cases?gathered=dispatch*")
    page.get_by_text("首次派单").first.wait_for()
    counted = person.answer_of(f"/api/v1{page.url.split(person.address, 1)[1]}&count=true", "count")
    assert str(counted) == value
    page.go_back()
    page.get_by_role("radio", name="模型").or_(page.get_by_role("button", name="模型")).first.click()
    page.get_by_role("button", name="现在训练").wait_for()
    person.shot("dispatching-models")
    page.goto(f"{person.address}/dispatching?tab=acting")
    page.get_by_text("默认全部关闭").wait_for()
    assert person.faults == []
