"""Chromium before the real platform; screenshots go to artifacts/."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.platform.conftest import Platform, copy_of_demo, pytest_configure, pytest_unconfigure

__all__ = ["pytest_configure", "pytest_unconfigure"]
PASSWORD = "chengyun-demo-2026"

ARTIFACTS = Path(__file__).resolve().parents[2] / "artifacts"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
PHONE = (390, 844)
FORGET = """async () => {
  localStorage.clear(); sessionStorage.clear();
  for (const kept of await indexedDB.databases()) indexedDB.deleteDatabase(kept.name);
  for (const name of await caches.keys()) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}"""
FOLLOW = """async path => {
  const app = document.querySelector('#app')?.__vue_app__;
  if (!app) return false;
  await app.config.globalProperties.$router.push(path);
  return true;
}"""
# Even the shortest transition takes frames: an element passes a new colour on to those inside it only a frame later.
STILL = """
const still = new CSSStyleSheet();
still.replaceSync("*, ::before, ::after { transition: none !important }");
document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder is a browser test: an engine started among the others would stop them.

    The tour wants the district as a newcomer finds it; the phone's hundreds of records come when nobody counts.
    """
    order = {"test_tour": 0, "test_map": 1, "test_field_app": 3}
    items.sort(key=lambda item: order.get(item.path.stem, 2))
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """The demo platform; CHENGYUN_TEST_ADDRESS names one that runs already (while writing tests)."""
    if os.environ.get("CHENGYUN_TEST_ADDRESS"):
        yield SimpleNamespace(url=os.environ["CHENGYUN_TEST_ADDRESS"])  # type: ignore[misc]
        return
    home = copy_of_demo("chengyun-browser-")
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
        page.on("pageerror", self._fault)

    def _fault(self, error: object) -> None:
        self.faults.append(str(error))

    def leave(self) -> None:
        self.page.remove_listener("pageerror", self._fault)

    def log_in(self, username: str) -> Desk:
        self.page.get_by_label("账号", exact=True).fill(username)
        self.page.locator("#password").fill(PASSWORD)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(lambda url: "/login" not in url)
        self.page.get_by_role("navigation").first.wait_for()
        return self

    def open(self, path: str) -> Desk:
        """Another page, as a link opens it; all is loaded anew where no app is yet, and where one is there already."""
        here = self.page.url == self.address + path
        if here or not self.page.evaluate(FOLLOW, path):
            self.page.goto(self.address + path)
        return self

    def shot(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        width = self.page.viewport_size["width"]
        self.page.screenshot(path=str(ARTIFACTS / f"{name}-{width}.png"))

    def look(self, name: str) -> None:
        """A picture for somebody who asked for pictures of every page (CHENGYUN_TEST_PICTURES=1): many, and slow."""
        if os.environ.get("CHENGYUN_TEST_PICTURES"):
            self.shot(name)

    def text(self, words: str) -> str:
        """The text of the page once these words are on it."""
        self.page.get_by_text(words).first.wait_for()
        return self.page.locator("body").inner_text()

    def answer_of(self, path: str, key: str = "") -> object:
        """The status of the API's answer to this person, or one value of its body."""
        return self.page.evaluate(
            "async ([p, k]) => { const a = await fetch(p); return k ? (await a.json())[k] : a.status }", [path, key]
        )

    def state(self, number: str) -> str:
        """The state of a case as this person's API says it."""
        return self.page.evaluate("async n => (await (await fetch('/api/v1/cases/' + n)).json()).state", number)


class Contexts:
    """Browser contexts by person and size for the whole run: who sits down again is logged in and has the pages' code
    in the cache. Nothing else is left of the test before."""

    def __init__(self, chromium, address: str):
        self.chromium, self.address = chromium, address
        self.free: dict[object, list] = {}

    def fresh(self, size: tuple[int, int], scheme: str):
        width, height = size
        context = self.chromium.new_context(
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        context.set_default_timeout(40_000)
        context.add_init_script(STILL)
        return context

    def take(self, username: str, size: tuple[int, int], scheme: str):
        """A context, and its page before the address."""
        known = self.free.get((username, size, scheme))
        if known:
            context = known.pop()
            page = context.pages[0]
            page.evaluate(FORGET)
        else:
            context = self.fresh(size, scheme)
            page = context.new_page()
        page.goto(self.address)
        return context, page

    def give_back(self, username: str, size: tuple[int, int], scheme: str, context) -> None:
        context.unroute_all()
        context.set_offline(False)
        for page in context.pages[1:]:
            page.close()
        page = context.pages[0] if context.pages else context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{self.address}/favicon.svg")
        self.free.setdefault((username, size, scheme), []).append(context)


class Desks:
    """desk("dispatcher") → that person, logged in; by `size` or at phone width, light or dark."""

    def __init__(self, contexts: Contexts):
        self.contexts = contexts
        self.taken: list[tuple] = []
        self.visitors: list = []

    def __call__(self, username: str, phone: bool = False, size=(1440, 900), scheme: str = "light") -> Desk:
        where = (username, PHONE if phone else size, scheme)
        context, page = self.contexts.take(*where)
        person = Desk(page, self.contexts.address)
        self.taken.append((person, *where, context))
        inside = page.get_by_role("navigation").first
        inside.or_(page.locator("#password")).first.wait_for()
        return person if inside.is_visible() else person.log_in(username)

    def visitor(self, phone: bool = False, size=(1440, 900), scheme: str = "light") -> Desk:
        """Somebody who is not logged in, before the log-in page."""
        context = self.contexts.fresh(PHONE if phone else size, scheme)
        self.visitors.append(context)
        person = Desk(context.new_page(), self.contexts.address)
        person.page.goto(person.address)
        return person

    def leave(self) -> None:
        for person, *where in self.taken:
            person.leave()
            self.contexts.give_back(*where)
        for context in self.visitors:
            context.close()


@pytest.fixture(scope="session")
def contexts(chromium, platform) -> Contexts:
    return Contexts(chromium, platform.url)


@pytest.fixture
def desk(contexts):
    desks = Desks(contexts)
    yield desks
    desks.leave()
