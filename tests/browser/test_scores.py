"""A unit appeals against a case that cost it points; the centre rules; every digit of the sheet opens its cases."""

from __future__ import annotations

import re


def test_a_digit_opens_its_cases_and_an_appeal_is_ruled_on(desk):
    centre = desk("director").open("/appraisal/scores?unit=D-CGJ")
    page = centre.page
    sheet = page.get_by_role("article", name=re.compile("区城市管理执法局 .* 考核表"))
    sheet.get_by_text("按时办结率", exact=True).first.wait_for()
    centre.shot("scores")
    late = sheet.get_by_role("link", name=re.compile(r"未达到 \d+")).first
    number = int(re.search(r"\d+", late.inner_text())[0])
    before = float(sheet.locator(".total").inner_text())
    late.click()
    page.wait_for_url(lambda url: "gathered=score" in url)
    page.get_by_text(f"共 {number} 件").first.wait_for()
    page.go_back()
    sheet.locator(".total").wait_for()
    page.get_by_role("link", name=re.compile("申诉与剔除")).click()
    row = page.locator(".appeals li").filter(has_text="城管执法局").first
    row.get_by_label("裁定理由").fill("连续降雨属实")
    row.get_by_role("button", name="成立", exact=True).click()
    page.get_by_text("申诉成立，考核表已更新").first.wait_for()
    row.get_by_role("link", name="城管执法局").click()
    sheet.get_by_role("link", name=re.compile(r"剔除 \d+")).first.wait_for()
    assert float(sheet.locator(".total").inner_text()) >= before
    assert centre.faults == []


def test_a_third_party_rater_sees_drawn_cases_and_nothing_else(desk):
    rater = desk("third_party_rater")
    page = rater.page
    page.get_by_role("heading", name=re.compile(r"待评价（\d+）")).wait_for()
    assert page.get_by_role("navigation").get_by_role("link", name=re.compile("全部|看板|考核|报告")).count() == 0
    page.locator(".mine li a").first.click()
    form = page.locator("form")
    form.get_by_role("slider").first.wait_for()
    for slider in form.get_by_role("slider").all():
        slider.focus()
        page.keyboard.press("End")
    form.get_by_role("button", name=re.compile("^提交")).first.click()
    page.get_by_text("评价已提交").first.wait_for()
    rater.open("/lists").page.get_by_text("您不能查看这个页面").first.wait_for()
    assert rater.faults == []
