"""A unit writes a reply with the hints beside it, the reviewer sees the passages, a leader opens the figures."""

from __future__ import annotations

import re

from .people import act, begin, fill, in_hand, submit

FIELD = re.compile("^办理结果（答复诉求人）")


def test_a_unit_is_told_what_is_missing_while_it_writes_and_the_reviewer_sees_where(desk):
    number, unit = in_hand(desk)
    act(unit, number, "先行联系", 沟通情况="已与诉求人电话沟通。")
    panel = begin(unit, number, "答复办结")
    box = panel.get_by_label(FIELD)
    box.fill("您反映的问题已转相关部门，我单位高度重视。")
    hints = panel.get_by_role("region", name="答复提示")
    hints.get_by_text("没有写何时、由谁联系过诉求人").wait_for()
    hints.get_by_text(re.compile("除了套话没有实际内容")).wait_for()
    unit.shot("reply-hints")
    hints.get_by_role("button", name="“高度重视”").first.click()
    chosen = box.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert chosen == "高度重视"
    hints.locator("[data-hint=no_contact]").get_by_role("button", name="写上").click()
    assert re.search(r"\d+月\d+日\d+时\d+分，我单位【姓名】电话联系您", box.input_value())
    hints.get_by_text("还有没填的空").wait_for()
    box.fill(
        "您好！今日上午，我单位工作人员电话联系您，了解了路灯不亮的情况。今日下午维修人员到梧桐公园门口现场更换灯具，"
        f"目前路灯已恢复照明，工单 {number} 的灯杆已列入巡查。感谢您的反映。"
    )
    hints.get_by_text("四要素齐全").wait_for()
    fill(panel, "办理结果", "已解决")
    submit(panel, "答复办结")

    reviewer = desk("reviewer")
    panel = begin(reviewer, number, "审核")
    read = panel.get_by_role("region", name="答复核对")
    read.get_by_text("四要素齐全").wait_for()
    marked = "".join(read.locator("mark").all_inner_texts())
    assert "更换" in marked
    assert "恢复" in marked
    reviewer.shot("reply-review")
    assert unit.faults == reviewer.faults == []


def test_good_replies_are_taken_over_and_what_was_there_comes_back(desk):
    number, unit = in_hand(desk)
    panel = begin(unit, number, "答复办结")
    box = panel.get_by_label(FIELD)
    box.fill("我自己写的开头")
    panel.get_by_role("button", name="类似的好答复").click()
    good = panel.get_by_role("region", name="类似诉求里满意的答复")
    good.get_by_role("button", name="作为草稿").first.click()
    assert box.input_value() != "我自己写的开头"
    panel.get_by_role("button", name="撤销").click()
    assert box.input_value() == "我自己写的开头"
    assert panel.get_by_role("button", name="AI 起草答复").count() == 0  # no model is configured
    assert unit.faults == []


def test_every_figure_of_the_quality_of_replies_opens_its_cases(desk):
    leader = desk("supervisor")
    page = leader.open("/replies").page
    page.get_by_role("heading", name="答复质量").wait_for()
    link = page.locator("tbody tr").last.locator("a").first  # a unit that answers nothing meanwhile
    link.wait_for()
    count = int(link.inner_text().replace(",", ""))
    leader.shot("reply-quality")
    link.click()
    page.get_by_text(f"共 {count:,} 件").wait_for()
    assert "有答复" in page.locator("body").inner_text()
    assert leader.faults == []
