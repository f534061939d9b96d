"""What became no case is put right; what has no interface is copied in; a door is tested before it is on."""

from __future__ import annotations

import re

MESSAGE = """留言ID：演示-9901
留言类型：投诉/求助
留言标题：路灯不亮
留言内容：背街小巷路灯不亮，夜间出行不便。
网友昵称：演示网友"""
COPIED = """线索编号：演示-M-31
话题：井盖松动
类型：吐槽
内容：演示路口井盖松动，车辆经过有响声。"""


def test_a_message_is_copied_in_and_held_items_are_seen_and_decided(desk):
    clerk = desk("shift_leader")
    page = clerk.open("/copied").page
    page.get_by_label("粘贴内容").fill(MESSAGE)
    page.get_by_role("button", name="识别").click()
    page.get_by_text("识别出 1 件").wait_for()
    assert page.get_by_role("textbox", name="标题", exact=True).input_value() == "路灯不亮"
    page.get_by_role("button", name="登记 1 件").click()
    page.get_by_text(re.compile("已登记|此前已登记")).first.wait_for()
    link = page.get_by_role("link", name=re.compile("打开 "))
    assert clerk.state(str(link.inner_text()).split()[-1]) == "logged"

    clerk.open("/doors/hotline_12345/held")
    page.get_by_role("button", name=re.compile("RX-演示-9101")).click()
    page.get_by_text("演**").first.wait_for()
    assert "13800000009" not in page.locator("body").inner_text(), "people stay masked"
    clerk.shot("doors-held")
    page.get_by_role("textbox", name="类别", exact=True).fill("社会生活噪声")
    page.get_by_role("button", name="采用", exact=True).click()
    page.get_by_text("已成案").first.wait_for()
    assert clerk.faults == []


def test_a_door_is_set_up_tested_and_told_apart_in_the_list(desk):
    admin = desk("system_admin")
    page = admin.open("/doors/jingchu_net/connect").page
    page.get_by_role("combobox", name="进来的方式").click(force=True)
    page.get_by_role("option", name="定时拉取").click()
    page.get_by_role("textbox", name="地址", exact=True).fill("http://10.9.9.9/list")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("没有列入允许外呼的网段").first.wait_for()
    page.get_by_role("combobox", name="进来的方式").click(force=True)
    page.get_by_role("option", name="人工抄录").click()
    page.get_by_text("启用", exact=True).click()
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="测试进来").click()
    page.get_by_text("人工抄录不需要测试。").wait_for()
    admin.open("/doors")
    page.get_by_role("row", name=re.compile("荆楚网.*正常.*人工抄录")).wait_for()
    admin.shot("doors")
    assert admin.faults == []


def test_an_administrator_maps_a_column_and_a_code_in_the_form_and_what_is_copied_is_read_by_it(desk):
    admin = desk("system_admin")
    page = admin.open("/doors/media/connect").page
    page.locator("summary", has_text="本区更改").click()
    page.get_by_role("button", name="更改 标题").click()
    page.get_by_role("textbox", name="标题 对方的列名").fill("topic")
    page.get_by_role("textbox", name="标题 抄录时的名称").fill("话题")
    page.get_by_role("button", name="加一行 诉求类型").click()
    page.get_by_role("textbox", name=re.compile("^诉求类型 对方")).fill("吐槽")
    page.get_by_role("combobox", name="诉求类型 本平台 吐槽").select_option(label="投诉")
    page.get_by_text("本区改了 2 处").wait_for()
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存", exact=True).first.wait_for()
    admin.shot("doors-changes")

    clerk = desk("shift_leader")
    page = clerk.open("/copied/media").page
    page.get_by_label("粘贴内容").fill(COPIED)
    page.get_by_role("button", name="识别").click()
    page.get_by_text("识别出 1 件").wait_for()
    assert page.get_by_role("textbox", name="标题", exact=True).input_value() == "井盖松动"
    assert page.get_by_role("textbox", name="诉求类型", exact=True).input_value() == "投诉"
    assert admin.faults == clerk.faults == []
