"""The person on duty opens a warning, looks at its cases, dismisses one by mistake, takes it back, acts on another;
a leader reads the words of the month and opens them."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def duty(desk):
    person = desk("shift_leader").open("/insight/warnings")
    person.page.locator("button.row").first.wait_for()
    return person


def test_a_warning_shows_its_evidence_and_every_figure_opens_its_cases(duty):
    page = duty.page
    page.locator("button.row", has_text="停水 · 梧桐里社区").click()
    details = page.get_by_role("article", name="停水 · 梧桐里社区")
    details.get_by_text("2 小时内同一社区 6 件").first.wait_for()
    duty.shot("warnings")
    details.get_by_role("link", name=re.compile("打开这 6 件")).first.click()
    page.wait_for_url(lambda url: "gathered=" in url)
    page.get_by_text("共 6 件").first.wait_for()
    page.go_back()
    details.wait_for()
    assert duty.faults == []


def test_a_dismissal_by_mistake_is_taken_back(duty):
    page = duty.page
    page.locator("button.row", has_text="讨薪").click()
    page.get_by_role("button", name="排除").click()
    form = page.locator("form.decide")
    assert form.get_by_role("button", name="排除").is_disabled(), "not without a reason"
    form.locator("select").select_option("known")
    form.get_by_role("button", name="排除").click()
    page.get_by_text("已排除").first.wait_for()
    page.get_by_role("button", name="撤销").click()
    page.get_by_text("已放回待研判").or_(page.locator("article").get_by_text("待研判")).first.wait_for()
    page.get_by_role("button", name="确认属实").wait_for()
    assert duty.faults == []


def test_supervision_from_a_warning_reaches_its_cases_and_the_second_person_is_told(duty, desk):
    page = duty.page
    page.locator("button.row", has_text="燃气泄漏").click()
    other = desk("supervisor").open(f"/{page.url.split('/', 3)[3]}")
    other.page.get_by_role("button", name="确认属实").wait_for()
    page.get_by_role("button", name="转督办").click()
    form = page.locator("form.decide")
    form.locator("textarea").fill("半小时内到场，一小时内报情况")
    form.get_by_role("button", name="转督办").click()
    page.locator("article").get_by_text("已转督办").first.wait_for()
    page.locator("article .members").get_by_text("已督办").first.wait_for()
    other.page.get_by_text(re.compile("已转督办|预警已有变化")).first.wait_for()  # seen live
    assert duty.faults == []
    assert other.faults == []


def test_on_a_phone_a_warning_opens_over_the_list_and_goes_back(desk):
    person = desk("shift_leader", phone=True).open("/insight/warnings")
    page = person.page
    page.locator("button.row", has_text="停水 · 梧桐里社区").click()
    page.get_by_role("button", name="返回列表").click()
    page.locator("button.row").first.wait_for()
    person.shot("warnings")
    assert person.faults == []


def test_a_leader_opens_a_word_of_the_month_and_saves_a_picture(desk):
    person = desk("director").open("/insight/analysis?period=quarter")
    page = person.page
    words = page.get_by_role("region", name="词云")
    word = words.get_by_role("link", name=re.compile("件说到“停水”"))
    word.wait_for()
    person.shot("analysis")
    number = int(re.search(r"(\d+) 件", word.get_attribute("aria-label"))[1])
    with page.expect_download() as picture:
        words.get_by_role("button", name=re.compile("存为图片")).click()
    assert picture.value.suggested_filename.endswith(".png")
    word.click()
    page.wait_for_url(lambda url: "gathered=word" in url)
    page.get_by_text(f"共 {number} 件").first.wait_for()
    assert person.faults == []
