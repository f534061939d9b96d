"""A dispatcher finds a likely repeat in the list, compares, joins, undoes; says that two others are not the same."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from .people import begin

TEXT = "测试里小区{n}号楼下水道堵塞，污水漫到一楼楼道，气味很大，请尽快派人疏通。"
BUILDINGS = itertools.count(random.Random().randrange(120))


def came_in(person, n: int, phone: str, more: str = "") -> str:
    """A request of one of several callers about the drain of building `n`, which lies by itself; its number."""
    return person.page.evaluate(
        """async ([text, phone, n]) => {
          const token = document.cookie.match(/chengyun_csrf=([^;]+)/)[1];
          const meta = await (await fetch('/api/v1/meta')).json();
          const drain = meta.categories.find((one) => one.code === 'Q0509').id;
          const place = { lng: 114.2 + (n % 20) * 0.008, lat: 30.26 + Math.floor(n / 20) * 0.008 };
          const body = { kind: 'complaint', channel: 'hotline_12345', text, category_id: drain, place,
            requester: { name: '演示诉求人', phone } };
          const answer = await fetch('/api/v1/cases', { method: 'POST', body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token } });
          return (await answer.json()).number }""",
        [TEXT.format(n=n) + more, phone, n],
    )


@pytest.fixture
def pair(desk):
    """Two callers about one drain, marked by the worker."""
    taker = desk("call_taker")
    building = next(BUILDINGS)
    first = came_in(taker, building, "13900007001")
    second = came_in(taker, building, "13900007002", "楼上住户也反映过。")
    for _ in range(90):  # the worker looks three times a minute
        if taker.answer_of(f"/api/v1/cases/{second}", "likely"):
            break
        taker.page.wait_for_timeout(1000)
    return first, second


def test_a_repeat_is_found_in_the_list_compared_joined_and_undone(desk, pair):
    first, second = pair
    person = desk("dispatcher").open("/lists/all?likely=true")
    page = person.page
    row = page.locator(".row", has_text=second)
    row.get_by_role("link", name=re.compile("疑似重复")).click()
    page.wait_for_url(f"**/cases/{second}/compare/**")
    if first not in page.url:
        page.goto(f"{person.address}/cases/{second}/compare/{first}")
    page.get_by_text("为什么像同一件事").wait_for()
    assert page.get_by_text(re.compile("都提到")).is_visible()
    assert page.locator("mark").count() >= 2
    person.shot("compare")
    page.get_by_role("button", name="左边并入右边").click()
    page.get_by_text(f"{second} 已并入 {first}").wait_for()
    assert person.state(second) == "joined"

    page.goto(f"{person.address}/cases/{first}")
    page.get_by_text("2 次来件").wait_for()
    page.get_by_role("button", name="取消并案").click()
    page.get_by_text(f"已取消并案，{second} 恢复原来的办理").wait_for()
    assert person.state(second) == "logged"
    assert not person.faults


def test_two_are_joined_from_the_list_at_once_and_the_message_takes_it_back(desk, pair):
    first, second = pair
    person = desk("shift_leader").open("/lists/all?likely=true")
    page = person.page
    for number in pair:
        page.get_by_label(f"选中 {number}").check()
    page.get_by_role("toolbar", name="已选 2 件").get_by_role("button", name="并案", exact=True).click()
    form = page.get_by_role("dialog")
    form.get_by_role("radio", name=re.compile(first)).check()
    person.shot("bulk-join")
    form.get_by_role("button", name="1 件并入主案").click()
    page.get_by_text("并案：成功 1 件，未成功 0 件").wait_for()
    assert person.state(second) == "joined"
    page.get_by_role("button", name="撤销").click()
    page.get_by_text(f"已取消并案，{second} 恢复原来的办理").wait_for()
    assert person.state(second) == "logged"
    assert not person.faults


def test_not_the_same_is_remembered_and_a_second_joiner_is_told(desk, pair):
    first, second = pair
    person, other = desk("dispatcher"), desk("shift_leader")
    for one in (person, other):
        one.open(f"/cases/{second}/compare/{first}").page.get_by_role("button", name="左边并入右边").wait_for()
    page = person.page
    page.get_by_role("button", name="不是同一件事").click()
    page.get_by_text("认定不是同一件事").wait_for()
    assert person.answer_of(f"/api/v1/cases/{second}", "likely") == 0
    page.get_by_role("button", name="改为可能相同").click()
    page.get_by_text("认定不是同一件事").wait_for(state="detached")

    page.get_by_role("button", name="左边并入右边").click()
    page.get_by_text(f"{second} 已并入 {first}").wait_for()
    with other.page.expect_response(f"**/cases/{second}/actions/join") as late:
        other.page.get_by_role("button", name="左边并入右边").click()
    assert late.value.status == 409
    other.page.get_by_text("案件已有变化").first.wait_for()
    other.page.get_by_role("button", name="取消并案").wait_for()
    begin(person, second, "取消并案").get_by_role("button", name="取消并案", exact=True).click()
    page.get_by_role("button", name="受理").first.wait_for()
    assert person.state(second) == "logged"
    assert not person.faults
    assert not other.faults
