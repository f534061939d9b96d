"""A call from the first ring to the number told, without the mouse; and what happens when the machine does not last."""

from __future__ import annotations

import os
import re
import signal
import tempfile
import time
import uuid

from .conftest import CHROMIUM, FLAGS, PASSWORD, Desk

A_SECOND = 5  # characters that a practised person types
THINKING = 1.2  # seconds before each step


def typed(page, text: str, speed: float = 0) -> None:
    page.keyboard.type(text, delay=1000 / speed if speed else 8)


def begin(person):
    page = person.open("/register").page
    page.locator("input.phone").wait_for()
    page.keyboard.press("Alt+n")  # somebody may have left a form half filled
    page.wait_for_function("() => document.activeElement?.matches('input.phone') && !document.activeElement.value")
    return page


def number_told(page) -> str:
    number = page.locator(".result .number")
    number.wait_for()
    return number.inner_text()


def with_words(person, phone: str, words: str):
    page = begin(person)
    typed(page, phone)
    page.keyboard.press("Enter")
    typed(page, words)
    return page


def test_an_ordinary_request_is_registered_by_keyboard_alone_in_less_than_a_minute(desk):
    """The time is printed, not asserted: it is the machine's as much as the form's."""
    page = begin(desk("call_taker"))
    steps, started = [], time.monotonic()

    def step(name: str) -> None:
        steps.append(f"{name} {time.monotonic() - started:.0f} s")
        time.sleep(THINKING)

    typed(page, "13800003333", A_SECOND)
    page.keyboard.press("Enter")
    step("phone")
    typed(page, "松涛街道菜市场东门旁井盖破损，车辆经过响声很大，希望尽快修好。", A_SECOND)
    step("words")
    page.keyboard.press("Alt+3")
    typed(page, "songtao", A_SECOND)
    page.locator("li[role=option].active:visible").first.wait_for()
    page.keyboard.press("Enter")
    step("place")
    page.keyboard.press("Alt+4")
    typed(page, "jg", A_SECOND)
    page.locator("li[role=option].active:visible").first.wait_for()
    page.keyboard.press("Enter")
    step("category")
    page.keyboard.press("Alt+5")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    step("type")
    page.keyboard.press("Control+Enter")
    number = number_told(page)
    seconds = time.monotonic() - started
    print(f"\nan ordinary request took {seconds:.0f} s ({', '.join(steps)})")
    assert re.fullmatch(r"[A-Z]+-\d{8}-\d{6}", number)


def test_what_was_told_before_is_shown_and_joined_with_one_key_and_let_go_again(desk):
    person = desk("call_taker")
    mark = uuid.uuid4().hex[:6]
    words = f"云溪街道喷泉{mark}漏电，有人碰到发麻，请马上处理。"
    page = with_words(person, "13800004444", words)
    page.keyboard.press("Alt+5")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+8")
    number_told(page)
    page = with_words(person, "13800005555", f"喷泉{mark}漏电了，云溪街道这边，碰到发麻")
    page.locator(".similar li.on").wait_for()
    assert "喷泉" in page.locator(".similar .reasons").first.inner_text()
    main = page.locator(".similar li.on a").get_attribute("href").rsplit("/", 1)[-1]
    person.shot("register-similar")
    page.keyboard.press("Alt+j")
    joined = number_told(page)
    assert page.locator(".result h2").inner_text() == f"已登记并入 {main}"
    assert person.state(joined) == "joined"
    page.get_by_role("button", name="撤销并案").click()
    page.get_by_text("单独办理").first.wait_for()
    assert person.state(joined) == "accepted"
    assert person.faults == []


def test_an_inquiry_is_answered_and_closed_during_the_call(desk):
    person = desk("call_taker")
    page = with_words(person, "13800006666", "咨询办理居住证需要哪些材料")
    page.keyboard.press("Alt+0")
    page.wait_for_function(
        "() => document.activeElement?.tagName === 'TEXTAREA' && document.activeElement.value === ''"
    )
    typed(page, "带身份证和居住证明到所在街道便民服务中心办理。")
    page.keyboard.press("Control+Enter")
    number = number_told(page)
    assert number.startswith("ZX-")
    assert person.state(number) == "closed"


def test_earlier_cases_of_the_caller_are_read_by_keyboard(desk):
    person = desk("call_taker")
    page = with_words(person, "13800007777", "小区门口积水很深")
    page.keyboard.press("Alt+5")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+7")
    number_told(page)
    page = begin(person)
    typed(page, "13800007777")
    page.locator(".earlier li").first.wait_for()
    assert "138****7777" in page.locator(".earlier h2").inner_text()
    page.keyboard.press("Alt+h")
    page.wait_for_function("() => document.activeElement?.closest('.earlier')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.activeElement?.classList.contains('words')")


def test_a_draft_survives_the_browser_being_killed(chromium, platform):
    """The same profile is opened again after the process was killed: no unload, no goodbye."""
    engine = chromium.browser_type
    words = f"井盖{uuid.uuid4().hex[:8]}松动，电话还没打完机器就死了"
    options = {"executable_path": CHROMIUM, "args": FLAGS, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = engine.launch_persistent_context(profile, **options)
        context.set_default_timeout(40_000)
        person = Desk(context.new_page(), platform.url).open("/").log_in("call_taker_2")
        page = with_words(person, "13800008888", words)
        page.get_by_text("已自动保存").wait_for()
        page.wait_for_timeout(2500)
        _kill(profile)
        context = engine.launch_persistent_context(profile, **options)
        context.set_default_timeout(40_000)
        page = context.new_page()
        page.goto(f"{platform.url}/register")
        page.locator("#password, textarea.words").first.wait_for()
        if page.locator("#password").count():
            page.get_by_label("账号", exact=True).fill("call_taker_2")
            page.locator("#password").fill(PASSWORD)
            page.keyboard.press("Enter")
        page.wait_for_function(
            "words => [...document.querySelectorAll('textarea')].some(t => t.value === words)", arg=words
        )
        page.get_by_text(re.compile("已恢复")).wait_for()
        context.close()


def _kill(profile: str) -> None:
    """Kill the browser that has this profile open; nothing else."""
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                command = file.read().split(b"\0")
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in command and not any(
            part.startswith(b"--type=") for part in command
        ):
            os.kill(int(name), signal.SIGKILL)
    time.sleep(1)


def test_one_box_finds_cases_pages_and_categories_by_keyboard(desk):
    person = desk("call_taker")
    page = with_words(person, "13800009999", f"兰亭街道电梯{uuid.uuid4().hex[:4]}停运")
    page.keyboard.press("Alt+5")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Alt+7")
    number = number_told(page)
    for words in (number[-6:].lstrip("0").zfill(3), number, "电梯 停运", "13800009999"):
        page.keyboard.press("Control+k")
        typed(page, words)
        page.get_by_role("option").filter(has_text=number).first.wait_for()
        person.shot("search")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    typed(page, number)
    page.get_by_role("option").filter(has_text=number).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(number))
    page.keyboard.press("Control+k")
    typed(page, "ldbl")
    page.get_by_role("option", name=re.compile("路灯不亮")).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("category="))
    page.keyboard.press("Control+k")
    typed(page, "dj")
    page.get_by_role("option", name="登记诉求").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/register"))
    assert "13800009999" not in page.evaluate("() => JSON.stringify({...localStorage})")
    assert person.faults == []
