"""The department budget: a slip is found where it stands, the execution is seen, the document is handed out."""

from __future__ import annotations


def test_a_slip_is_found_and_the_execution_of_the_year_is_seen(desk):
    director = desk("director").open("/budget")
    page = director.page
    page.get_by_role("button", name="2025 演示区城市运行管理中心").click()
    page.get_by_text("2210201 住房公积金").first.wait_for()
    assert "相差 0.36" in director.text("R06")
    director.shot("budget-check")
    with page.expect_download() as file:
        page.get_by_role("button", name="公开文本 PDF").click()
    assert file.value.suggested_filename.endswith(".pdf")

    page.get_by_role("button", name="2026 演示区城市运行管理中心").click()
    page.get_by_text("执行进度", exact=True).click()
    page.get_by_text("热线坐席服务").first.wait_for()
    director.shot("budget-spending")
    page.set_viewport_size({"width": 390, "height": 844})
    page.get_by_text("热线坐席服务").first.wait_for()
    director.shot("budget-phone")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert director.faults == []
