"""The manner of every page: axe (WCAG 2.2 AA) finds nothing serious; the main journey needs no mouse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

AXE = Path(__file__).resolve().parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PAGES = {
    "shift_leader": [
        "/lists/all",
        "/cases",
        "/register",
        "/board",
        "/board?period=month",
        "/dispatching",
        "/dispatching?tab=acting",
        "/dispatching?tab=models",
        "/import",
        "/account",
        "/neighbours",
        "/neighbours/messages",
        "/neighbours/shown",
        "/neighbours/restrictions",
        "/neighbours/cards",
        "/knowledge",
        "/knowledge/articles/new",
        "/knowledge/work",
        "/knowledge/board",
        "/writebacks",
        "/admin/open311",
        "/admin/open311/matters",
    ],
    "grid_office": [
        "/grids",
        "/patrols",
        "/patrols/coverage",
        "/patrols/ranking",
        "/patrols/plans",
        "/patrols/checks",
        "/patrols/records",
        "/callups",
        "/handsets",
        "/handsets?tab=usage",
        "/handsets?tab=survey",
        "/population",
        "/population/visits",
        "/grid-staff",
        "/grid-staff/posts",
        "/grid-staff/training",
        "/grid-staff/exams",
        "/components",
    ],
    "grid_leader": ["/grid-staff/mine"],
    "director": [
        "/insight/warnings",
        "/insight/hot",
        "/insight/analysis",
        "/insight/query",
        "/insight/reports",
        "/dispatching/rules",
        "/replies",
        "/supervision",
        "/supervision/programmes",
        "/supervision/business",
        "/supervision/samples",
        "/appraisal/indicators",
        "/appraisal/scores",
        "/appraisal/scores/schemes",
        "/appraisal/ratings",
        "/budget",
    ],
    "system_admin": [
        "/admin/masterdata",
        "/admin/jobs",
        "/admin/system",
        "/admin/logins",
        "/admin/sign-in-ways",
        "/admin/reads",
        "/webhooks",
        "/system-tokens",
    ],
    "auditor": ["/lists/all", "/admin/reads"],
}


def findings(page, scheme: str = "light") -> list[str]:
    """What axe calls serious or critical on the page as it is now; only colours differ in the dark."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("scheme => document.documentElement.dataset.theme === scheme", arg=scheme)
    page.evaluate(PAINTED)
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"type": "tag", "values": RULES} if scheme == "light" else {"type": "rule", "values": ["color-contrast"]}
    answer = page.evaluate("only => axe.run(document, { runOnly: only, resultTypes: ['violations'] })", only)
    return [
        f"{scheme}: {found['id']}: {node['target']} {node['html'][:120]}"
        for found in answer["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"][:3]
    ]


def settled(page) -> None:
    """The page has its heading and no skeleton any more."""
    page.locator("main, [role=main]").first.wait_for()
    page.wait_for_function("() => !document.querySelector('.skeleton, [aria-busy=true]')")


def wider_than(page, widths=((1440, 900), (1280, 720), (390, 844))) -> list[str]:
    """The widths at which the page has to be pushed sideways."""
    found = []
    for width, height in widths:
        page.set_viewport_size({"width": width, "height": height})
        settled(page)
        if not page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"):
            found.append(f"wider than {width}")
    return found


@pytest.mark.parametrize("role", PAGES)
def test_axe_finds_nothing_serious_and_no_page_is_wider_than_the_screen(desk, role):
    person = desk(role)
    page = person.page
    found = []
    for path in PAGES[role]:
        page.set_viewport_size({"width": 1440, "height": 900})
        settled(person.open(path).page)
        assert "找不到" not in page.title(), path
        name = f"page-{role}{re.sub(r'[^a-z]+', '-', path)}"
        person.look(f"{name}-light")
        now = findings(page)
        now += findings(page, "dark")
        person.look(f"{name}-dark")
        page.emulate_media(color_scheme="light")
        now += wider_than(page)
        person.look(name)
        found += [f"{path}: {finding}" for finding in now]
    assert not found, "\n".join(found)
    assert person.faults == []


def test_axe_finds_nothing_serious_on_a_case_and_its_forms(desk):
    person = desk("shift_leader")
    page = person.open("/cases?open=true").page
    page.get_by_text(re.compile(r"[A-Z]{2}-\d{8}-\d{6}")).first.wait_for()
    number = page.evaluate(
        "async () => (await (await fetch('/api/v1/cases?open=true&limit=1')).json()).items[0].number"
    )
    settled(person.open(f"/cases/{number}").page)
    assert findings(page) + findings(page, "dark") == []
    page.get_by_role("toolbar").get_by_role("button").first.click()
    page.get_by_role("region").last.wait_for()
    assert findings(page, "dark") + findings(page) == []


def test_the_log_in_page_is_in_order_at_phone_width(desk):
    page = desk.visitor(phone=True).page
    page.get_by_label("账号", exact=True).wait_for()
    assert findings(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def tab_to(page, here: str) -> None:
    """Press Tab until the focused element `e` is the wanted one."""
    for _ in range(80):
        if page.evaluate(f"() => {{ const e = document.activeElement; return Boolean({here}) }}"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {here}")


LABEL = "((e.labels?.[0]?.innerText ?? '') + (e.getAttribute('aria-label') ?? ''))"


def test_from_call_to_dispatch_without_a_mouse(desk):
    page = desk("call_taker").page
    page.wait_for_url("**/lists/**")
    page.locator("main").get_by_text(re.compile("共|没有")).first.wait_for()
    page.keyboard.press("Alt+n")
    page.wait_for_url("**/register")
    page.locator("input[type=tel]").first.wait_for()
    tab_to(page, "e.type === 'tel'")
    page.keyboard.type("13800003333")
    tab_to(page, "e.tagName === 'TEXTAREA'")
    page.keyboard.type("书香苑社区门口路灯不亮。")
    tab_to(page, f"{LABEL}.includes('类别')")
    page.keyboard.type("ldbl")
    page.get_by_role("option", name=re.compile("路灯不亮")).first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Alt+5")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Enter")
    number = page.locator(".number").inner_text()
    dispatcher = desk("dispatcher")
    page = dispatcher.open(f"/cases/{number}").page
    page.get_by_role("toolbar").get_by_role("button", name="派单", exact=True).wait_for()
    tab_to(page, "e.tagName === 'BUTTON' && e.innerText.trim().startsWith('派单')")
    page.keyboard.press("Enter")
    panel = page.get_by_role("region", name="派单", exact=True)
    panel.wait_for()
    tab_to(page, f"e.getAttribute('role') === 'combobox' && {LABEL}.includes('主办单位')")
    page.keyboard.type("csgl")
    page.get_by_role("option", name=re.compile("城市管理")).first.wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    panel.wait_for(state="detached")
    assert dispatcher.state(number) == "dispatched"
