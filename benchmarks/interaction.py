"""How soon the desk answers a hand: Chromium on a platform that runs, or on a kept house of the benchmarks.

Each figure is taken inside the page, from the trusted key or click to the frame after what was asked for is on the
page. "first paint" is what the browser's own Event Timing says: until anything was painted after the input.

Examples:
    python -m benchmarks.interaction --url http://127.0.0.1:8000
    python -m benchmarks.interaction --home /data/bench-large --times 40 --json
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PASSWORD = "chengyun-demo-2026"
WORDS = ("路灯", "积水", "井盖", "噪声", "dl", "js")
REST = 350  # ms between two interactions: a person looks before the next one

# Watches from the next trusted key or click on, until `done` holds and a frame has been painted after that.
WATCH = """
([done, kind]) => {
  const holds = new Function("return (" + done + ")");
  window.__paints ??= (() => {
    const seen = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries()))
      .observe({ type: "event", durationThreshold: 16, buffered: false });
    return seen;
  })();
  window.__paints.length = 0;
  window.__asked = new Promise((tell, fail) => {
    const late = setTimeout(() => fail(new Error("not within 15 s: " + done)), 15000);
    const begin = (event) => {
      if (!event.isTrusted) return;
      removeEventListener(kind, begin, true);
      const start = event.timeStamp;
      const look = () => {
        if (!holds()) return requestAnimationFrame(look);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { clearTimeout(late); tell(performance.now() - start); };
        requestAnimationFrame(() => channel.port2.postMessage(0));
      };
      requestAnimationFrame(look);
    };
    addEventListener(kind, begin, true);
  });
}
"""
ASKED = """
async () => {
  const whole = await window.__asked;
  await new Promise((on) => setTimeout(on, 60));
  return [whole, Math.max(8, ...window.__paints.filter((one) => one.interactionId).map((one) => one.duration))];
}
"""
REGISTER = """
async () => {
  const meta = await (await fetch("/api/v1/meta")).json();
  const token = (await (await fetch("/api/v1/session")).json()).csrf_token
    ?? document.cookie.match(/chengyun_csrf=([^;]+)/)?.[1];
  const body = { kind: meta.kinds[0].code, channel: meta.channels[0].code, text: "测速用的虚构诉求。", then: [] };
  const answer = await fetch("/api/v1/cases", {
    method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token }, body: JSON.stringify(body),
  });
  const made = await answer.json();
  if (!answer.ok) throw new Error(JSON.stringify(made));
  return made.number ?? made.case.number;
}
"""
SETTLED = "!document.querySelector('main .skeleton, main [aria-busy=true]')"
ROWS = f"{SETTLED} && document.querySelector('.row code, .cy-empty, .empty')"


class Hand:
    """One person at the desk; keeps how long each interaction took."""

    def __init__(self, page: Any, address: str):
        self.page, self.address = page, address
        self.took: dict[str, list[tuple[float, float]]] = {}

    def open(self, path: str, done: str) -> None:
        self.page.goto(self.address + path)
        self.page.wait_for_function(f"() => {done}", timeout=30_000)
        self.page.wait_for_timeout(REST)

    def ask(self, name: str, act: Callable[[], Any], done: str, kind: str = "keydown") -> None:
        """Do it, and wait until the page shows what was asked for."""
        self.page.evaluate(WATCH, [done, kind])
        act()
        whole, first = self.page.evaluate(ASKED)
        self.took.setdefault(name, []).append((whole, first))
        self.page.wait_for_timeout(REST)

    def press(self, name: str, key: str, done: str) -> None:
        self.ask(name, lambda: self.page.keyboard.press(key), done)

    def click(self, name: str, where: Any, done: str) -> None:
        where.scroll_into_view_if_needed()
        where.hover()
        self.ask(name, where.click, done, "pointerdown")


# --- what is done -------------------------------------------------------------------------------------------------
def walk_the_list(hand: Hand, times: int) -> None:
    """Open a case beside the list, go on to the next ones, close; then move along the rows without opening."""
    page = hand.page
    hand.open("/lists/all", ROWS)
    shown = "document.querySelector('article.case .head .number')?.textContent.trim()"
    for at in range(times):
        row = page.locator(".row code").nth(at % 12 + 1)
        number = row.inner_text().strip()
        hand.click("open a case", row, f"{shown} === '{number}'")
        before = page.evaluate(f"() => {shown}")
        hand.press("next case beside the list", "j", f"{shown} && {shown} !== '{before}'")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('article.case')")
        page.wait_for_timeout(REST)
    current = "document.querySelector('.row.current code')?.textContent"
    for at in range(times):
        before = page.evaluate(f"() => {current}")
        hand.press("next row", "j" if at % 20 < 10 else "k", f"{current} !== {json.dumps(before)}")


def change_the_list(hand: Hand, times: int) -> None:
    """Switch between lists in the rail; add a condition and take it away."""
    page = hand.page
    lists = page.evaluate("async () => (await (await fetch('/api/v1/worklists')).json()).map?.((l) => l.code)") or []
    codes = [code for code in lists if page.locator(f"nav a[href='/lists/{code}']").count()]
    for at in range(times if len(codes) > 1 else 0):
        code = codes[at % len(codes)]
        link = page.locator(f"nav a[href='/lists/{code}']")
        hand.click("switch list", link, f"location.pathname === '/lists/{code}' && {ROWS}")
    hand.open("/lists/all", ROWS)
    for _ in range(times):
        page.locator("[data-part=add]").click()
        page.get_by_role("button", name="状态", exact=True).first.click()
        page.wait_for_function("() => document.activeElement.getAttribute('role') === 'combobox'")
        page.keyboard.type("待签收")
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
        first = "(document.querySelector('.row')?.textContent ?? '待签收').includes('待签收')"
        hand.press("filter", "Control+Enter", f"location.search.includes('state=') && {ROWS} && {first}")
        cross = page.locator("[data-part=state]").locator("xpath=..").get_by_role("button").last
        hand.click("take the filter away", cross, f"!location.search.includes('state=') && {ROWS}")


def search(hand: Hand, times: int) -> None:
    page = hand.page
    for at in range(times):
        hand.press("open the search", "Control+k", "document.querySelector('[role=dialog] [role=combobox]')")
        words = WORDS[at % len(WORDS)]
        for letter in words[:-1]:
            page.keyboard.type(letter)
            page.wait_for_timeout(120)
        done = (
            f"document.querySelector('[role=dialog] input').value === '{words}'"
            " && !document.querySelector('#search-hits[aria-busy=true]')"
            " && /\\d 项|没有/.test(document.querySelector('[role=dialog] .foot').textContent)"
        )
        hand.ask("type in the search", partial(page.keyboard.insert_text, words[-1]), done, "input")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        page.wait_for_function("() => !document.querySelector('#search-hits')")


def boards(hand: Hand, times: int) -> None:
    page = hand.page
    hand.open("/lists/all", ROWS)
    for _ in range(times):
        hand.click("open the board", page.locator("nav a[href='/board']"), "document.querySelector('.figures strong')")
        page.locator("nav a[href='/lists/all']").click()
        page.wait_for_function(f"() => location.pathname === '/lists/all' && {ROWS}")
        page.wait_for_timeout(REST)


def act(hand: Hand, times: int) -> None:
    """Accept fresh cases (written for it), and open the form that dispatches."""
    page = hand.page
    for _ in range(times):
        number = page.evaluate(REGISTER)
        hand.open(f"/cases/{number}", f"{SETTLED} && document.querySelector('.actions button')")
        toolbar = page.get_by_role("toolbar", name="办理")
        accept = toolbar.get_by_role("button", name="受理", exact=True)
        offers = "[...document.querySelectorAll('.actions button')].some((b) => b.textContent.trim() === '派单')"
        form = "document.querySelector('[role=region] form, form[aria-label], .panel form')"
        hand.click("accept: press", accept, f"{offers} || {form}")
        region = page.get_by_role("region", name="受理", exact=True)
        if region.count():
            hand.press("accept: done", "Control+Enter", offers)
        dispatch = toolbar.get_by_role("button", name="派单", exact=True)
        focused = "document.activeElement.getAttribute('role') === 'combobox'"
        hand.click("dispatch form", dispatch, focused)


WALKS = {"list": walk_the_list, "filter": change_the_list, "search": search, "board": boards, "act": act}


# --- figures ------------------------------------------------------------------------------------------------------
def share(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(part * (len(ordered) - 1)))]


def summary(took: dict[str, list[tuple[float, float]]]) -> dict[str, dict[str, float]]:
    """{interaction: {n, p50, p95 until it is there; paint_p50, paint_p95 until anything is painted}}, in ms."""
    found: dict[str, dict[str, float]] = {}
    everything = [pair for each in took.values() for pair in each]
    for name, pairs in {**took, "everything": everything}.items():
        whole, first = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        found[name] = {
            "n": len(pairs), "p50": round(share(whole, 0.5)), "p95": round(share(whole, 0.95)),
            "paint_p50": round(share(first, 0.5)), "paint_p95": round(share(first, 0.95)),
        }  # fmt: skip
    return found


def told(found: dict[str, dict[str, float]]) -> str:
    lines = [f"{'':28}{'n':>5}{'p50':>8}{'p95':>8}{'first paint p50':>18}{'p95':>8}   (ms)"]
    for name, one in found.items():
        lines.append(f"{name:28}{one['n']:>5}{one['p50']:>8}{one['p95']:>8}{one['paint_p50']:>18}{one['paint_p95']:>8}")
    return "\n".join(lines)


# --- where --------------------------------------------------------------------------------------------------------
@contextlib.contextmanager
def house(folder: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A kept home of the benchmarks: its address while the web server runs, and the cookies of a member of staff."""
    import pickle

    from .house import House, free_port, running

    home = House(folder, keep=True)
    try:
        home.open()
        home.migrate()
        from .people import People

        session = People(pickle.loads((home.home / "bench.pickle").read_bytes())).centre[0]
        port = free_port()
        with running(["web"], port):
            address = f"http://127.0.0.1:{port}"
            pairs = [pair.split("=", 1) for pair in session.cookie.split("; ")]
            yield address, [{"name": name, "value": value, "url": address} for name, value in pairs]
    finally:
        home.close()


def sit_down(browser: Any, address: str, cookies: list[dict[str, str]], account: str, password: str) -> Any:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai", reduced_motion="reduce"
    )
    context.set_default_timeout(30_000)
    page = context.new_page()
    if cookies:
        context.add_cookies(cookies)
        page.goto(address)
    else:
        page.goto(f"{address}/login")
        page.locator("input[autocomplete=username]").fill(account)
        page.locator("#password").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/login" not in url)
    page.get_by_role("navigation").first.wait_for()
    page.wait_for_function(f"() => {ROWS}", timeout=60_000)
    return page


def measured(wanted: argparse.Namespace, address: str, cookies: list[dict[str, str]]) -> dict[str, Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=wanted.chromium, args=FLAGS)
        try:
            hand = Hand(sit_down(browser, address, cookies, wanted.account, wanted.password), address)
            for name in wanted.only.split(",") if wanted.only else WALKS:
                WALKS[name](hand, 2)  # the first time loads the pages' code
            hand.took.clear()
            for name in wanted.only.split(",") if wanted.only else WALKS:
                WALKS[name](hand, wanted.times)
                print(f"  {name}", file=sys.stderr, flush=True)
        finally:
            browser.close()
    return summary(hand.took)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.interaction", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    place = parser.add_mutually_exclusive_group(required=True)
    place.add_argument("--url", default="", help="address of a platform that runs (fresh cases are registered in it)")
    place.add_argument("--home", type=Path, help="a home kept by `python -m benchmarks --home`")
    parser.add_argument("--account", default="shift_leader")
    parser.add_argument("--password", default=os.environ.get("CHENGYUN_PASSWORD", PASSWORD))
    parser.add_argument("--times", type=int, default=20, help="how often each is done (default %(default)s)")
    parser.add_argument("--only", default="", help=f"some of {','.join(WALKS)}, separated by commas")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "/usr/bin/chromium")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    found = parser.parse_args()
    if unknown := set(filter(None, found.only.split(","))) - set(WALKS):
        parser.error(f"--only does not know {', '.join(sorted(unknown))}")
    return found


def main() -> None:
    wanted = options()
    with contextlib.ExitStack() as stack:
        at, cookies = stack.enter_context(house(wanted.home)) if wanted.home else (wanted.url.rstrip("/"), [])
        found = measured(wanted, at, cookies)
    print(json.dumps(found, ensure_ascii=False, indent=1) if wanted.json else told(found))


if __name__ == "__main__":
    main()
