"""Grids as the grid office uses them: split on the map by keyboard, looked at, submitted; somebody else approves."""

from __future__ import annotations


def test_a_grid_is_split_on_the_map_and_approved_by_somebody_else(desk):
    person = desk("grid_office").open("/grids")
    page = person.page
    page.get_by_role("tab", name="调整方案").click()
    page.get_by_role("button", name="新建方案").click()
    page.get_by_label("方案名称").fill("锦绣园第一网格拆分")
    page.get_by_role("button", name="建立方案").click()
    page.get_by_role("heading", name="锦绣园第一网格拆分").wait_for()
    page.get_by_role("tab", name="区域").click()
    page.get_by_label("找区域").fill("锦绣园第一网格")
    page.get_by_role("button", name="锦绣园第一网格", exact=True).click()
    page.get_by_role("button", name="拆分", exact=True).click()
    page.get_by_role("application", name="网格地图").focus()
    for keys in (["Shift+ArrowLeft"] * 7, ["Space"], ["Shift+ArrowRight"] * 14, ["Space"], ["Enter"]):
        for key in keys:
            page.keyboard.press(key)
    page.get_by_role("button", name="加入方案").click()
    page.get_by_role("tab", name="调整方案").click()
    page.get_by_text("没有图形问题").wait_for()
    assert "锦绣园第一网格（2）" in person.text("会变什么")
    person.shot("grids-plan")
    page.get_by_role("button", name="提交审批").click()
    page.get_by_text("待审批").first.wait_for()
    assert page.get_by_role("button", name="批准", exact=True).count() == 0
    path = page.evaluate("location.pathname")
    assert person.faults == []

    other = desk("shift_leader").open(path)
    other.page.get_by_role("tab", name="调整方案").click()
    other.page.get_by_role("button", name="批准", exact=True).click()
    other.page.get_by_text("已批准").first.wait_for()
    assert other.faults == []


def test_components_are_listed_beside_their_map_and_fit_a_phone(desk):
    person = desk("grid_office", phone=True).open("/components")
    page = person.page
    page.get_by_label("编码、名称或位置").fill("路灯 001")
    page.get_by_role("button", name="路灯 001").click()
    page.get_by_text("养护单位").first.wait_for()
    person.shot("components")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert person.faults == []
