"""From the board to the cases and back: narrow it to a category, open a figure, come back to the same board."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit


def asked(page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_leader_narrows_the_board_to_a_category_opens_its_cases_and_comes_back(desk):
    person = desk("shift_leader")
    page = person.open("/board").page
    page.get_by_text("本月", exact=True).click()
    page.wait_for_url(lambda url: "period=month" in url)
    panel = page.get_by_role("region", name="反映什么")
    panel.get_by_role("button", name="看表").click()
    names = panel.locator("tbody button.down")
    chosen = names.first.inner_text().strip()
    names.first.click()
    page.wait_for_url(lambda url: "category=" in url)
    page.get_by_role("button", name=re.compile(f"去掉条件：.*{re.escape(chosen)}")).wait_for()
    person.shot("board-narrowed")

    received = page.locator(".figures .is-received a").first
    number = int(received.locator("strong").inner_text().replace(",", ""))
    assert number > 0
    board = page.url
    place = page.locator("#main")
    place.evaluate("main => main.scrollTo({ top: 40 })")
    received.click()
    page.wait_for_url(lambda url: "/board" not in url and "received_from=" in url)
    assert asked(page)["category"] == parse_qs(urlsplit(board).query)["category"]
    page.get_by_text(f"共 {number} 件").first.wait_for()

    page.go_back()
    page.wait_for_url(board)
    page.get_by_role("button", name=re.compile(f"去掉条件：.*{re.escape(chosen)}")).wait_for()
    assert page.locator(".figures .is-received strong").inner_text() == f"{number:,}"
    assert place.evaluate("main => main.scrollTop") == 40, "at the same place as before"
    assert person.faults == []


def second_is_hours(answer) -> bool:
    """The answer to the layout being kept as it is after the last key."""
    asked_for = answer.request
    if "/board/layout" not in answer.url or asked_for.method != "PUT":
        return False
    return [panel["panel"] for panel in asked_for.post_data_json["panels"]][1:2] == ["by_hour"]


def test_a_leader_arranges_the_board_by_keyboard_and_finds_it_so_the_next_day(desk):
    person = desk("shift_leader")
    page = person.open("/board").page
    page.get_by_role("button", name="布置看板").click()
    editor = page.get_by_role("region", name="布置看板")
    try:
        editor.get_by_role("checkbox", name="显示 几点来的多").focus()
        with page.expect_response(second_is_hours):
            for _ in range(6):
                page.keyboard.press("Alt+ArrowUp")
        again = desk("shift_leader").open("/board").page
        again.locator(".panels section").nth(1).wait_for()
        assert again.locator(".panels section").nth(1).get_attribute("aria-label") == "几点来的多"
    finally:
        editor.get_by_role("button", name="恢复原样").click()
        page.wait_for_timeout(500)


def test_a_chart_is_saved_as_a_picture_and_as_a_table(desk):
    person = desk("shift_leader")
    page = person.open("/board?period=month").page
    panel = page.get_by_role("region", name="从哪里来")
    panel.locator("canvas").wait_for()
    with page.expect_download() as picture:
        panel.get_by_role("button", name=re.compile("存为图片")).click()
    assert picture.value.suggested_filename.endswith(".png")
    with page.expect_download() as table:
        panel.get_by_role("link", name=re.compile("存为表格")).click()
    assert table.value.suggested_filename.endswith(".xlsx")
    assert person.faults == []
