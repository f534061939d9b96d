"""An article is written, published, found, put into an answer with one key, corrected; residents read it first."""

from __future__ import annotations

import random
import re

TOPIC = f"蓝莓通行牌{random.randrange(1000, 9999)}"
ANSWER = f"{TOPIC}在街道便民窗口当场领取，带本人身份证，不收费。"


def test_an_article_answers_a_call_on_the_spot_and_a_resident_without_a_call(desk):
    keeper = desk("knowledge_manager")
    page = keeper.open("/knowledge/articles/new").page
    page.get_by_role("textbox", name="标题").fill(f"{TOPIC}怎么领取")
    page.get_by_label("正文", exact=True).fill(f"# 直接答案\n{ANSWER}\n\n# 要带什么\n- 身份证")
    page.get_by_role("region", name="预览").get_by_role("listitem").wait_for()
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="发布", exact=True).click()
    page.get_by_role("form", name="发布").get_by_role("button", name="发布").click()
    page.get_by_text("已发布", exact=True).first.wait_for()

    taker = desk("call_taker")
    page = taker.open("/register").page
    page.locator("textarea.words").fill(f"来电问{TOPIC}怎么领取、要不要收费")
    panel = page.get_by_role("region", name="可以这样答复")
    panel.get_by_text(f"{TOPIC}怎么领取").first.wait_for()
    typing = page.evaluate("() => document.activeElement.value")
    page.keyboard.press("Alt+k")
    panel.get_by_text("已引用").wait_for()
    assert page.evaluate("() => document.activeElement.value") == typing  # the cursor stays where one types
    assert ANSWER in page.get_by_label("答复内容").input_value()
    taker.shot("knowledge-beside-the-call")
    page.keyboard.press("Alt+0")
    number = page.locator(".number").inner_text()
    taker.open(f"/cases/{number}")
    page.get_by_role("heading", name="引用的知识").wait_for()
    page.get_by_role("link", name=f"{TOPIC}怎么领取").first.click()
    page.get_by_text("答复引用").wait_for()

    page.get_by_role("button", name=re.compile("报告错误")).click()
    page.get_by_label(re.compile("^哪里不对")).fill("窗口改为二楼。")
    page.get_by_role("button", name="提交纠错").click()
    page.get_by_text("待答复").wait_for()
    box = taker.open("/knowledge").page.get_by_label("查知识", exact=True)
    box.fill(TOPIC)
    page.locator(".hit.active mark").first.wait_for()
    box.press("Enter")
    page.wait_for_url("**/knowledge/articles/*")
    assert keeper.faults == taker.faults == []

    visitor = desk.visitor(phone=True)
    page = visitor.page
    page.goto(f"{visitor.address}/neighbour/#/help")
    page.get_by_label("想问什么？").fill(TOPIC)
    page.get_by_role("link", name=re.compile(TOPIC)).click()
    page.get_by_text(ANSWER).wait_for()
    page.get_by_role("button", name="有用", exact=True).click()
    page.get_by_text("谢谢，已记下。").wait_for()
    visitor.shot("help-article")
    page.get_by_role("link", name="提诉求").click()
    page.get_by_label("手机号").wait_for()  # only now somebody logs in
    assert visitor.faults == []
