"""An administrator changes a limit with a dry run, sees who did it and why, and takes it back."""

from __future__ import annotations

import re
import time

import pytest


def sit_down(chromium, platform, username):
    """The system administrator sees no cases, so there are no work lists to wait for."""
    from .conftest import PASSWORD, Desk

    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai")
    context.set_default_timeout(40_000)
    desk = Desk(context.new_page(), platform.url)
    desk.page.goto(platform.url)
    desk.page.get_by_label("账号", exact=True).fill(username)
    desk.page.locator("#password").fill(PASSWORD)
    desk.page.keyboard.press("Enter")
    desk.page.get_by_role("link", name="主数据").first.wait_for()
    return desk


@pytest.fixture
def administrator(chromium, platform):
    desk = sit_down(chromium, platform, "system_admin")
    yield desk
    desk.page.context.close()


def test_a_limit_is_tried_changed_found_in_the_history_and_taken_back(administrator):
    page = administrator.open("/admin/masterdata/limits").page
    page.get_by_placeholder("查找：编码、名称、拼音").fill("request-10-complaint")
    page.get_by_role("button", name="request-10-complaint").click()
    amounts = page.get_by_label("时限", exact=True)
    before = amounts.first.input_value()
    amounts.first.fill("6" if before != "6" else "7")
    because = f"区政府办公室第 {time.time_ns()} 号文"
    page.get_by_role("button", name="试算影响").click()
    page.get_by_text(re.compile(r"看了 [\d,]+ 件在办案件")).wait_for()
    page.get_by_text(re.compile("没有保存任何内容")).wait_for()
    administrator.shot("limit-dry-run")
    page.get_by_label(re.compile("修改原因")).fill(because)
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_text("已保存").wait_for()

    page.get_by_role("button", name="request-10-complaint").click()
    page.get_by_role("button", name="修改记录", exact=True).click()
    page.get_by_text(because).wait_for()
    administrator.shot("limit-history")
    page.get_by_role("button", name="撤销", exact=True).first.click()
    page.get_by_label("撤销原因").fill(f"{because}尚未施行")
    page.get_by_role("dialog").get_by_role("button", name="撤销", exact=True).click()
    page.get_by_text("已撤销").first.wait_for()
    page.get_by_text(f"{because}尚未施行").wait_for()
    page.get_by_role("button", name="修改", exact=True).click()
    page.wait_for_function("v => document.querySelector('.records input[type=number]')?.value === v", arg=before)
    assert administrator.faults == []


def test_two_administrators_on_one_row_do_not_overwrite_each_other(chromium, platform, administrator):
    other = sit_down(chromium, platform, "system_admin")
    try:
        for desk in (administrator, other):
            page = desk.open("/admin/masterdata/return_reasons").page
            page.get_by_role("button", name="not_enough_information").click()
        name = f"信息不全，无法联系诉求人 {time.time_ns()}"
        other.page.get_by_label("理由").fill(name)
        other.page.get_by_label(re.compile("修改原因")).fill("统一用语")
        other.page.get_by_role("button", name="保存", exact=True).click()
        other.page.get_by_text("已保存").wait_for()
        page = administrator.page
        page.get_by_label("理由").fill("另一种写法")
        page.get_by_label(re.compile("修改原因")).fill("统一用语")
        page.get_by_role("button", name="保存", exact=True).click()
        page.get_by_text("这一行刚被别人改过").wait_for()
        page.get_by_role("cell", name=name).wait_for()
        administrator.shot("master-data-conflict")
        page.get_by_role("button", name="用现在的值").click()
        assert page.get_by_label("理由").input_value() == name
    finally:
        other.page.context.close()
