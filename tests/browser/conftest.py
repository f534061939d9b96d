"""Chromium before the real platform; screenshots go to artifacts/."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.platform.conftest import Platform

PASSWORD = "chengyun-demo-2026"

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """The demo platform; CHENGYUN_TEST_ADDRESS names one that runs already (while writing tests)."""
    if os.environ.get("CHENGYUN_TEST_ADDRESS"):
        yield SimpleNamespace(url=os.environ["CHENGYUN_TEST_ADDRESS"])  # type: ignore[misc]
        return
    home = Path(tempfile.mkdtemp(prefix="chengyun-browser-"))
    home.chmod(0o711)
    running = Platform(home)
    running.start()
    try:
        yield running
    finally:
        running.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    assert os.path.exists(CHROMIUM), "apt-get install chromium fonts-noto-cjk"
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Desk:
    """One person at a desk."""

    def __init__(self, page, address: str):
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def log_in(self, username: str) -> Desk:
        self.page.goto(self.address)
        self.page.get_by_label("账号", exact=True).fill(username)
        self.page.locator("#password").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.get_by_role("link", name="今日看板").first.wait_for()
        return self

    def open(self, path: str) -> Desk:
        self.page.goto(self.address + path)
        return self

    def shot(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        width = self.page.viewport_size["width"]
        self.page.screenshot(path=str(ARTIFACTS / f"{name}-{width}.png"))

    def state(self, number: str) -> str:
        """The state of a case as this person's API says it."""
        return self.page.evaluate("async n => (await (await fetch('/api/v1/cases/' + n)).json()).state", number)


@pytest.fixture
def desk(chromium, platform):
    """desk("dispatcher") → that person, logged in; desk("…", phone=True) at phone width."""
    contexts = []

    def sit_down(username: str, phone: bool = False) -> Desk:
        size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = chromium.new_context(viewport=size, locale="zh-CN", timezone_id="Asia/Shanghai")
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Desk(context.new_page(), platform.url).log_in(username)

    yield sit_down
    for context in contexts:
        context.close()
