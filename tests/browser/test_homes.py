"""A building is found however it is written, a resident is seen for a minute and on record; a visit opens from its
figure; a worker takes a test."""

from __future__ import annotations

import re


def test_an_address_is_found_a_resident_seen_on_record_and_a_figure_opens_its_visits(desk):
    office = desk("grid_office")
    page = office.open("/population?area=429999001001").page
    page.get_by_placeholder(re.compile("如 演示花园3号楼")).fill("演示区梧桐街道演示花园三幢二单元１０１室")
    page.get_by_role("button", name="查找").click()
    card = page.locator("article.details")
    card.get_by_role("heading", name="演示花园3栋2单元101室").wait_for()
    assert re.search(r"139\*{4}\d{4}", card.inner_text()) or "没有登记住户" in card.inner_text()
    page.goto(page.url.split("/population")[0] + "/population/visits?tab=coverage")
    page.get_by_role("row", name=re.compile("^合计")).get_by_role("link").first.click()
    page.locator("button.row").first.click()
    card.get_by_text("走访要看什么").wait_for()
    card.get_by_role("button", name=re.compile("^查看")).first.click()
    page.get_by_placeholder("如 走访前电话预约").fill("走访前电话预约")
    page.get_by_role("button", name="显示").click()
    card.get_by_text(re.compile("秒后隐藏")).wait_for()
    assert re.search(r"139000\d{5}", card.inner_text())
    office.shot("homes")
    reads = desk("auditor").open("/admin/reads").page
    row = reads.locator("tbody tr", has_text="查看居民明文").first
    row.get_by_text("走访前电话预约").wait_for()
    assert not re.search(r"\d(栋|单元|室)", row.inner_text()), "the audit names no door"
    assert office.faults == []


def test_a_worker_takes_a_test_and_is_told_at_once(desk):
    worker = desk("grid_worker")
    page = worker.open("/grid-staff").page
    page.get_by_role("button", name=re.compile("开始作答|继续作答")).first.click()
    questions = page.locator("fieldset")
    questions.first.wait_for()
    for at in range(questions.count()):
        questions.nth(at).locator("input").first.check()
    page.get_by_role("button", name="交卷").click()
    page.get_by_role("status").get_by_text(re.compile(r"\d+ 分")).wait_for()
    assert worker.faults == []
