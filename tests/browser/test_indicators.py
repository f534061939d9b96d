"""Indicators: a figure opens its cases, something is fed, a failure is entered; fits a phone."""

from __future__ import annotations

import re


def test_a_figure_opens_its_cases_and_what_is_fed_counts(desk):
    analyst = desk("analyst").open("/appraisal/indicators")
    page = analyst.page
    row = page.get_by_role("row", name=re.compile("^各类办件按时办结率"))
    row.wait_for()
    analyst.shot("indicators")
    met, due = row.locator(".parts").first.get_by_role("link").all_inner_texts()
    assert int(met) <= int(due)
    row.get_by_role("link", name=due, exact=True).click()
    analyst.text(f"共 {due} 件")
    page.go_back()
    row.get_by_role("link", name="各类办件按时办结率").click()
    detail = page.get_by_role("region", name="各类办件按时办结率")
    detail.get_by_text("未超期限结案").wait_for()
    analyst.shot("indicator")
    page.get_by_text("填报", exact=True).first.click()
    page.get_by_role("button", name="填报", exact=True).click()
    page.get_by_label("选择指标").fill("制度")
    page.get_by_role("listbox").get_by_role("option", name=re.compile("工作制度")).click()
    page.get_by_label(re.compile("^数值")).fill("1")
    page.get_by_label("说明").fill("印发值班制度")
    page.get_by_role("button", name="填报").last.click()
    page.get_by_role("cell", name=re.compile("印发值班制度")).wait_for()
    page.get_by_text("关账", exact=True).first.click()
    page.get_by_text("签名无误").first.wait_for()
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_role("radiogroup", name="指标").get_by_text("指标", exact=True).click()
    row.wait_for()
    analyst.shot("indicators-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert analyst.faults == []
