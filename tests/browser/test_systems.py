"""An administrator lets another system in with a token, and tells it of what happens."""

from __future__ import annotations

import re

import httpx


def test_an_administrator_gives_another_system_a_token_and_a_webhook(desk, platform):
    page = desk("system_admin").open("/system-tokens").page
    page.get_by_role("button", name="登记系统").first.click()
    form = page.get_by_role("dialog")
    form.get_by_label("系统名称").fill("演示大屏")
    form.get_by_label("系统账号").fill("demo-wall")
    form.get_by_label("角色", exact=True).click()
    page.get_by_role("option", name=re.compile("审计员")).click()
    form.get_by_role("button", name="保存").click()
    card = page.locator("article", has_text="demo-wall")
    card.get_by_role("button", name="建立令牌").click()
    form = page.get_by_role("dialog")
    form.get_by_label("用途").fill("大屏取数")
    form.get_by_label("查看案件", exact=True).check()
    form.get_by_label("查看全部案件", exact=True).check()
    form.get_by_role("button", name="建立令牌").click()
    shown = page.get_by_role("dialog", name="令牌只显示这一次")
    token = shown.get_by_role("textbox").input_value()
    answer = httpx.get(f"{platform.url}/api/v1/cases?limit=1", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, len(answer.json()["items"])) == (200, 1)
    assert httpx.get(f"{platform.url}/api/v1/systems", headers={"Authorization": f"Bearer {token}"}).status_code == 401
    shown.get_by_label("我已保存好").check()
    shown.get_by_role("button", name="关闭").click()
    card.get_by_role("cell", name=re.compile("大屏取数")).wait_for()

    page.goto(f"{platform.url}/webhooks")
    page.get_by_role("button", name="新建推送").click()
    form = page.get_by_role("dialog")
    form.get_by_label("名称").fill("演示大屏")
    form.get_by_label("对方网址").fill("http://10.0.0.1/hook")
    form.get_by_role("button", name="保存").click()
    form.get_by_text("没有列入允许外呼的网段").first.wait_for()
    form.get_by_label("对方网址").fill("https://peer.invalid/hook")
    form.get_by_role("button", name="保存").click()
    secret = page.get_by_role("dialog", name="密钥只显示这一次")
    assert secret.get_by_role("textbox").input_value().startswith("whs_")
    secret.get_by_label("我已保存好").check()
    secret.get_by_role("button", name="关闭").click()
    page.locator("article", has_text="演示大屏").get_by_role("button", name="停用").click()
    page.get_by_role("dialog", name=re.compile("停用推送")).get_by_role("button", name="停用").click()
    page.get_by_text("还没有推送").wait_for()
