"""Hot issues as a shift leader uses them: look, open a figure, rename, take it back."""

from __future__ import annotations

import re


def test_an_issue_is_looked_at_its_figures_opened_and_its_name_changed(desk):
    person = desk("shift_leader").open("/insight/hot?days=30")
    page = person.page
    first = page.get_by_role("list", name="热点排行").get_by_role("button").filter(has_text="云岫苑").first
    first.click()
    page.get_by_role("heading", name="热度怎么来的").wait_for()
    person.shot("hot")
    page.get_by_role("article").get_by_role("link", name=re.compile("打开 14 件案件的清单")).click()
    person.text("热点 ")
    assert "云岫苑" in person.text("云岫苑")
    page.go_back()
    page.get_by_role("button", name="改名").click()
    page.get_by_label("名称", exact=True).fill("云岫苑搅拌站")
    page.get_by_label("原因").fill("居民都这样叫")
    page.get_by_role("region", name="整理").get_by_role("button", name="改名").last.click()
    page.get_by_role("heading", name="云岫苑搅拌站", exact=True).wait_for()
    assert "居民都这样叫" in person.text("居民都这样叫")
    page.get_by_role("button", name="撤销", exact=True).click()
    page.get_by_role("heading", name="云岫苑搅拌站", exact=True).wait_for(state="detached")
    assert person.faults == []


def test_the_ranking_fits_a_phone_and_goes_back_to_where_it_was(desk):
    person = desk("analyst", phone=True, scheme="dark").open("/insight/hot")
    page = person.page
    page.get_by_role("list", name="热点排行").get_by_role("button").first.click()
    page.get_by_role("heading", name="走势").wait_for()
    person.shot("hot-issue-dark")
    page.get_by_role("button", name="返回排行").click()
    page.get_by_role("list", name="热点排行").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert person.faults == []
