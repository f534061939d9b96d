"""A case is put under supervision, the unit answers, the centre sends it back and accepts it; a reviewer reviews a
sample; the discipline commission answers a cue and its look is kept."""

from __future__ import annotations

import re


def numbers_of(person, unit: str) -> list[str]:
    """Cases that a unit works on and that are not supervised, as this person's API lists them."""
    rows = person.answer_of(f"/api/v1/cases?state=handling&supervised=false&unit={unit}&limit=5", "items")
    return [row["number"] for row in rows]


def test_an_order_goes_from_the_case_to_the_unit_and_back_until_it_is_accepted(desk):
    centre = desk("supervisor")
    number = numbers_of(centre, "D-CGJ")[0]
    page = centre.open(f"/cases/{number}").page
    shown, more = page.get_by_role("button", name="列入督办"), page.locator(".more button")
    shown.or_(more).first.wait_for()
    if not shown.count():
        more.click()
    shown.or_(page.get_by_role("menuitem", name="列入督办")).first.click()
    page.locator("form textarea").first.fill("媒体关注，两天内说明整改情况")
    page.get_by_role("button", name="列入督办").last.click()
    link = page.get_by_role("link", name=re.compile("督办单 DBD-"))
    link.first.wait_for()
    link.first.click()
    order = page.locator("article.details")
    order.get_by_text("媒体关注，两天内说明整改情况").first.wait_for()

    unit = desk("unit_manager").open(f"/{page.url.split('/', 3)[3]}")
    unit.page.get_by_role("button", name="答复", exact=True).click()
    unit.page.locator("form.form textarea").fill("已组织清理，明天上午复查。")
    unit.page.locator("form.form").get_by_role("button", name="答复", exact=True).click()
    unit.page.locator("article.details").get_by_text("待验收").first.wait_for()

    order.get_by_text("已组织清理，明天上午复查。").first.wait_for()  # seen live
    page.get_by_role("button", name="退回重报").click()
    send = page.locator("form.form").get_by_role("button", name="退回重报")
    assert send.is_disabled(), "not without a reason"
    page.locator("form.form textarea").fill("没有写办结日期")
    send.click()
    order.get_by_text("退回 1 次").wait_for()
    centre.shot("supervision")

    unit.page.get_by_role("button", name="答复", exact=True).click()
    unit.page.locator("form.form textarea").fill("已办结，今天下午现场复查合格。")
    unit.page.keyboard.press("Control+Enter")
    order.get_by_text("已办结，今天下午现场复查合格。").first.wait_for()
    page.get_by_role("button", name="验收通过").click()
    page.locator("form.form").get_by_role("button", name="验收通过").click()
    order.locator("header").get_by_text("已完成").wait_for()
    assert centre.faults == []
    assert unit.faults == []


def test_a_selection_of_cases_starts_an_order_and_the_board_and_a_sample_can_be_read(desk):
    centre = desk("supervisor")
    numbers = numbers_of(centre, "429999002")[:2] or numbers_of(centre, "D-CGJ")[:2]
    page = centre.open(f"/supervision?start={','.join(numbers)}").page
    form = page.locator("form.form")
    form.locator("textarea").first.fill("请两个工作日内逐件说明")
    form.locator("select").select_option("order")
    form.get_by_role("button", name=re.compile("^发出督办单")).click()
    page.locator("article.details").get_by_text("请两个工作日内逐件说明").first.wait_for()

    page.get_by_role("link", name="营商环境").click()
    tile = page.locator("a.tile", has_text="在办").first
    figure = int(tile.locator("strong").inner_text())
    tile.click()
    page.get_by_text(f"共 {figure} 件").first.wait_for()

    reviewer = desk("quality_inspector").open("/supervision/samples")
    reviewer.page.locator("button.row").first.click()
    reviewer.page.get_by_role("button", name="评查").first.click()
    review = reviewer.page.locator("form.form")
    for question in review.get_by_role("group").all():
        question.get_by_label("是", exact=True).check()
    review.get_by_role("button", name="提交评查").click()
    reviewer.page.get_by_text("您已评过，等另一人").or_(reviewer.page.get_by_text("已提交")).first.wait_for()
    reviewer.shot("quality-sample")
    assert centre.faults == []
    assert reviewer.faults == []


def test_the_commission_answers_a_cue_and_its_look_is_kept(desk):
    commission = desk("discipline").open("/supervision/business")
    page = commission.page
    page.get_by_role("button", name="反馈").first.click()
    page.locator("form.form textarea").fill("已向单位了解，责成统一补正清单。")
    page.locator("form.form").get_by_role("button", name="反馈").click()
    page.get_by_text("没有等待反馈的提示。").wait_for()
    page.locator(".members a").first.click()
    page.wait_for_url(re.compile("/cases/"))
    number = page.url.rsplit("/", 1)[1].split("?")[0]
    auditor = desk("auditor").open("/admin/reads?kind=look")
    auditor.page.get_by_role("link", name=number).first.wait_for()
    assert commission.faults == []
