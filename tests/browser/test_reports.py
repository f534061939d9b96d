"""A report on its way: written by the analyst, reviewed, signed and sent by others; the query page."""

from __future__ import annotations

import re


def test_a_report_is_changed_reviewed_signed_and_its_figures_open(desk):
    analyst = desk("analyst").open("/insight/reports")
    page = analyst.page
    page.get_by_role("heading", name=re.compile("年应有的报告")).wait_for()
    analyst.shot("reports")
    page.get_by_role("list", name="报告清单").get_by_role("button").filter(has_text="月分析").filter(
        has_text="已发送"
    ).click()
    page.get_by_text("与签发时一致").wait_for()
    figure = (
        page.get_by_role("region", name="总体情况")
        .get_by_role("row", name=re.compile("^登记"))
        .get_by_role("link")
        .first
    )
    number = figure.inner_text()
    figure.click()
    analyst.text(f"共 {number} 件")
    page.go_back()
    reviewer = desk("shift_leader").open("/insight/reports").page
    reviewer.get_by_role("list", name="报告清单").get_by_role("button").filter(has_text="待审核").first.click()
    reviewer.get_by_role("button", name="退回修改").click()
    reviewer.get_by_label("退回的原因").fill("请补充说明")
    reviewer.get_by_role("button", name="退回修改").last.click()
    reviewer.get_by_text("已退回").first.wait_for()
    page.get_by_role("list", name="报告清单").get_by_role("button").filter(has_text="日报").filter(
        has_text="草稿"
    ).first.click()
    page.get_by_label("总体情况：正文").fill("人工改写的总体情况。")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已保存").first.wait_for()
    analyst.shot("report-editor")
    submit = page.get_by_role("button", name="送审")
    submit.first.click()
    submit.last.click()
    page.get_by_text("已送审").first.wait_for()
    for name in ("审核通过", "审核通过"):
        reviewer.get_by_role("button", name=name).last.click()
    reviewer.get_by_text("待签发").first.wait_for()
    director = desk("director").open("/insight/reports")
    signing = director.page
    signing.get_by_role("list", name="报告清单").get_by_role("button").filter(has_text="待签发").first.click()
    signing.get_by_role("button", name="签发", exact=True).click()
    signing.get_by_role("button", name="签发", exact=True).last.click()
    assert re.search(r"城运日报〔\d{4}〕1号", director.text("已签发："))
    with signing.expect_download() as saved:
        signing.get_by_role("button", name="PDF").click()
    assert saved.value.suggested_filename.endswith(".pdf")
    assert analyst.faults == director.faults == []


def test_a_query_is_asked_kept_and_fits_a_phone(desk):
    person = desk("analyst", phone=True, scheme="dark").open("/insight/query?rows=category&columns=area&period=year")
    page = person.page
    cell = page.get_by_role("row").nth(1).get_by_role("link").first
    number = cell.inner_text()
    cell.click()
    person.text(f"共 {number} 件")
    page.go_back()
    page.get_by_role("button", name="保存查询").click()
    page.get_by_label("名称").fill("类别和街道")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("navigation", name="已保存的查询").get_by_text("类别和街道").wait_for()
    person.shot("query-dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert person.faults == []
