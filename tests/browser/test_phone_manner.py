"""The manner of the two phone apps at 390 wide: axe finds nothing serious, in light, in dark and in large type."""

from __future__ import annotations

import random
import re

import pytest

from .conftest import FOLLOW, PASSWORD, STILL
from .test_manner import AXE, PAINTED, RULES

FIELD = ["/report", "/map", "/notices", "/me", "/know", "/records", "/call"]
NEIGHBOUR = ["/", "/requests", "/around", "/mine", "/home", "/messages", "/raise", "/help"]
WIDER = "() => document.documentElement.scrollWidth > innerWidth"
RUN = """async only => (await axe.run(document, { runOnly: only, resultTypes: ['violations'] })).violations
  .filter(one => one.impact === 'serious' || one.impact === 'critical')
  .flatMap(one => one.nodes.map(node => `${one.id}: ${node.html.slice(0, 90)} ${node.any[0]?.message}`))"""
LARGE = (
    "on => { if (on) document.documentElement.dataset.large = '1'; else delete document.documentElement.dataset.large }"
)
DARK = "on => { document.documentElement.dataset.theme = on ? 'dark' : 'light' }"


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=True,
        reduced_motion="reduce", service_workers="block",
    )  # fmt: skip
    context.set_default_timeout(40_000)
    context.add_init_script(STILL)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []
    context.close()


def findings(page) -> list[str]:
    """What is serious here; in the dark only colours can differ, in large type only the width."""
    found = page.evaluate(RUN, {"type": "tag", "values": RULES})
    page.evaluate(LARGE, True)
    page.evaluate(PAINTED)
    if page.evaluate(WIDER):
        found.append("wider than the phone in large type")
    page.evaluate(LARGE, False)
    page.evaluate(DARK, True)
    page.evaluate(PAINTED)
    found += [f"dark: {one}" for one in page.evaluate(RUN, {"type": "rule", "values": ["color-contrast"]})]
    page.evaluate(DARK, False)
    page.evaluate(PAINTED)
    return found


def walk(page, paths: list[str]) -> str:
    """Each page opened once, as a link in the app opens it."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for path in paths:
        page.evaluate(FOLLOW, path)
        page.wait_for_function("() => document.querySelector('main')?.innerText.trim()")
        page.wait_for_load_state("networkidle")
        found += [f"{path}: {one}" for one in findings(page)]
    return "\n".join(found)


def test_axe_finds_nothing_serious_on_the_grid_workers_phone(phone, platform):
    phone.goto(f"{platform.url}/field/")
    phone.get_by_label("账号", exact=True).fill("grid_worker")
    phone.locator("#password").fill(PASSWORD)
    assert findings_of_log_in(phone) == []
    phone.get_by_role("button", name="登录", exact=True).click()
    phone.locator("a.task").first.wait_for()
    task = phone.locator("a.task").first.get_attribute("href").removeprefix("/field")
    assert walk(phone, ["/", task, *FIELD]) == ""


def test_axe_finds_nothing_serious_in_the_residents_app(phone, platform):
    phone.goto(f"{platform.url}/neighbour/#/raise")
    phone.fill("input[name=phone]", f"138000{random.randrange(100_000):05d}")
    phone.get_by_role("button", name="获取验证码").click()
    told = phone.get_by_text(re.compile(r"验证码是 \d{6}")).inner_text()
    phone.fill("input[name=code]", re.search(r"\d{6}", told)[0])
    assert findings_of_log_in(phone) == []
    phone.get_by_role("button", name="登录").click()
    phone.wait_for_selector("textarea[name=text]")
    assert walk(phone, NEIGHBOUR) == ""


def findings_of_log_in(page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return findings(page)
