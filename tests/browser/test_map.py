"""The map beside the list: an area drawn on it shrinks the list, with WebGL and without; back keeps everything."""

from __future__ import annotations

import re

import pytest

from .conftest import CHROMIUM, FLAGS, Desk
from .test_manner import findings

WEBGL = [flag for flag in FLAGS if flag != "--disable-gpu"] + [
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
]  # fmt: skip
CORNERS = ((0.1, 0.1), (0.55, 0.12), (0.5, 0.52), (0.12, 0.5))


@pytest.fixture(params=["webgl", "plain"])
def viewer(request, chromium, platform):
    """A dispatcher at a browser that can draw with WebGL, or cannot."""
    args = WEBGL if request.param == "webgl" else [*FLAGS, "--disable-3d-apis"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=args)
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )  # fmt: skip
    context.set_default_timeout(40_000)
    person = Desk(context.new_page(), platform.url).open("").log_in("dispatcher")
    person.drawing = request.param
    yield person
    browser.close()


def in_view(page) -> int:
    """How many cases the map says it shows, once it says so."""
    told = page.locator(".case-map footer").get_by_text(re.compile(r"图上 [\d,]+ 件"))
    told.wait_for()
    return int(re.sub(r"\D", "", told.inner_text()))


def shows(page, wanted: int) -> None:
    """The map comes to rest on so many cases."""
    page.locator(".case-map footer").get_by_text(re.compile(rf"图上 {wanted:,} 件")).wait_for()


def other_than(page, before: int) -> int:
    """How many it shows after the filter changed, once the answer is there."""
    page.wait_for_function(
        """before => {
            const told = document.querySelector('.case-map footer')?.innerText.match(/图上 ([\\d,]+) 件/)
            return told && Number(told[1].replaceAll(',', '')) !== before
        }""",
        arg=before,
    )
    return in_view(page)


def total_of(page, query: str) -> int:
    return page.evaluate("async q => (await (await fetch('/api/v1/cases?count=true&limit=1' + q)).json()).count", query)


def at_rest(page) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)


def place_of_corner(page, share: tuple[float, float]) -> tuple[float, float]:
    box = page.locator(".picture").bounding_box()
    return box["x"] + box["width"] * share[0], box["y"] + box["height"] * (0.2 + 0.6 * share[1])


def draw(page) -> None:
    page.get_by_role("button", name="圈选", exact=True).click()
    for share in CORNERS:
        page.mouse.move(*place_of_corner(page, share))
        page.mouse.down()
        page.mouse.up()
    page.get_by_role("button", name="完成圈选").click()


def test_an_area_drawn_on_the_map_shrinks_the_list_and_back_keeps_it(viewer):
    page = viewer.open("/cases?map=1").page
    everything = in_view(page)
    assert everything == total_of(page, "&placed=true") > 20
    assert page.locator("canvas.maplibregl-canvas").count() == (1 if viewer.drawing == "webgl" else 0)
    assert page.get_by_text("浏览器不能用三维绘图").count() == (0 if viewer.drawing == "webgl" else 1)
    at_rest(page)

    draw(page)
    page.wait_for_url(re.compile("within="))
    inside = other_than(page, everything)
    assert 0 < inside < everything
    at_rest(page)
    assert inside == total_of(page, "&" + page.url.partition("?")[2])
    viewer.shot(f"map-{viewer.drawing}")

    view = page.evaluate("Object.entries(localStorage).find(([name]) => name.includes('map.view'))[1]")
    page.locator("[role=row]").nth(2).click()
    page.wait_for_url(re.compile("case="))
    page.locator(".pin.current").wait_for(state="attached")
    viewer.shot(f"map-case-{viewer.drawing}")
    page.keyboard.press("f")
    page.wait_for_url(re.compile(r"/cases/[A-Z]"))
    page.go_back()
    page.wait_for_url(re.compile("within="))
    shows(page, inside)
    assert page.evaluate("Object.entries(localStorage).find(([name]) => name.includes('map.view'))[1]") == view

    page.get_by_role("button", name="取消圈定").click()
    page.wait_for_function("() => !location.search.includes('within=')")
    assert other_than(page, inside) == everything
    assert viewer.faults == []


def test_the_map_can_be_read_and_filtered_without_a_pointer(viewer):
    page = viewer.open("/cases?map=1").page
    everything = in_view(page)
    page.get_by_role("button", name="框选", exact=True).press("Enter")
    overlay = page.get_by_role("application", name="框选")
    overlay.press(" ")
    for _ in range(4):
        overlay.press("Shift+ArrowRight")
        overlay.press("Shift+ArrowDown")
    overlay.press(" ")
    page.wait_for_url(re.compile("within="))
    assert other_than(page, everything) < everything
    at_rest(page)
    assert findings(page) == []
    page.get_by_role("button", name="表格", exact=True).press("Enter")
    table = page.get_by_role("region", name="图上的案件").get_by_role("table")
    counts = [int(text.replace(",", "")) for text in table.locator("tbody tr td:nth-of-type(1)").all_inner_texts()]
    assert sum(counts) == in_view(page)
    assert findings(page) == []
    assert viewer.faults == []
