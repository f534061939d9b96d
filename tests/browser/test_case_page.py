"""What people do around one case: name a colleague, look at the files, find what is related, print."""

from __future__ import annotations

import io
import re

from PIL import Image

from .people import act, answer, begin, fill, in_hand, register


def photo(colour: str) -> dict[str, object]:
    out = io.BytesIO()
    Image.new("RGB", (800, 600), colour).save(out, "JPEG")
    return {"name": f"{colour}.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def test_a_note_names_a_colleague_who_is_told_and_opens_the_case(desk):
    number = register(desk("call_taker"))
    colleague = desk("call_taker")
    name = colleague.answer_of("/api/v1/session", "account")["name"]
    colleague.open("/lists").page.get_by_text("实时", exact=True).first.wait_for()
    writer = desk("dispatcher")
    panel = begin(writer, number, "内部备注")
    note = panel.get_by_label("备注")
    note.press_sequentially(f"请 @{name}")
    panel.get_by_role("option", name=re.compile(name), selected=True).wait_for()
    note.press("Enter")
    note.press_sequentially("核对灯杆编号")
    panel.get_by_text(f"将通知：{name}").wait_for()
    note.press("Control+Enter")
    panel.wait_for(state="detached")
    page = colleague.page
    page.get_by_role("button", name=re.compile(r"消息，[1-9]\d* 条未读")).click()
    page.get_by_role("button", name=re.compile("提到我")).click()
    message = page.get_by_role("button", name=re.compile(f"{number} 的备注里提到您")).first
    message.wait_for()
    colleague.shot("messages")
    message.click()
    page.wait_for_url(f"**/cases/{number}")
    assert colleague.faults == writer.faults == []


def test_photos_of_before_and_after_are_compared_by_keyboard(desk):
    number, unit = in_hand(desk)
    panel = begin(unit, number, "补充信息")
    panel.get_by_label("补充内容").fill("现场照片")
    panel.locator("input[type=file]").set_input_files(photo("gray"))
    panel.get_by_text("gray.jpg").wait_for()
    panel.get_by_role("button", name="补充信息", exact=True).click()
    panel.wait_for(state="detached")
    act(unit, number, "先行联系", 沟通情况="已与诉求人电话沟通。")
    panel = begin(unit, number, "答复办结")
    panel.get_by_label(re.compile("^办理结果（答复诉求人）")).fill("已修复。")
    fill(panel, "办理结果", "已解决")
    panel.locator("input[type=file]").set_input_files(photo("green"))
    panel.get_by_text("green.jpg").wait_for()
    panel.get_by_role("button", name="答复办结", exact=True).click()
    panel.wait_for(state="detached")
    page = unit.open(f"/cases/{number}").page
    page.get_by_role("button", name="打开 gray.jpg").click()
    viewer = page.get_by_role("dialog", name="查看附件")
    viewer.wait_for()
    page.keyboard.press("c")
    viewer.locator("figcaption").nth(1).wait_for()
    unit.shot("before-and-after")
    page.keyboard.press("+")
    assert "scale(1.5)" in viewer.locator("img").first.get_attribute("style")
    page.keyboard.press("Escape")
    viewer.wait_for(state="detached")
    assert unit.faults == []


def test_the_count_of_related_cases_opens_their_list(desk):
    first, second = register(desk("call_taker")), register(desk("call_taker"))
    page = desk("call_taker").open(f"/cases/{second}").page
    link = page.get_by_role("link", name=re.compile(r"^同一诉求人 \d+"))
    link.wait_for()
    link.click()
    page.wait_for_url("**/cases?related=**")
    page.get_by_text(first).first.wait_for()
    assert page.get_by_text(re.compile(f"与 {second} 同一诉求人")).first.is_visible()


def test_a_case_is_printed_with_a_purpose_and_only_few_may_print_names(desk):
    number, unit = in_hand(desk)
    answer(unit, number)
    for who, choices in (("reviewer", 1), ("director", 2)):
        page = desk(who).open(f"/cases/{number}").page
        page.get_by_role("button", name="打印", exact=True).click()
        form = page.get_by_role("dialog", name=re.compile("打印"))
        form.get_by_label("用途").fill("会商材料")
        assert form.get_by_role("radio").count() == choices
        with page.expect_download() as download:
            form.get_by_role("button", name="生成 PDF").click()
        assert download.value.suggested_filename.startswith(number)
