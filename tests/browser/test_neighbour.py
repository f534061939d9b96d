"""A resident with a phone in hand, 390 wide: a request with a photo, me too, dissatisfied and done again."""

from __future__ import annotations

import io
import random
import re
import time
from pathlib import Path

import httpx
import pytest
from PIL import Image

from .conftest import PASSWORD

HERE = {"longitude": 114.205 + random.random() / 40, "latitude": 30.275 + random.random() / 40}
AXE = Path(__file__).resolve().parents[2] / "web/node_modules/axe-core/axe.min.js"


class Staff:
    """Somebody of the centre or of a unit, without a page."""

    def __init__(self, address: str, username: str):
        self.http = httpx.Client(base_url=address, trust_env=False, timeout=60)
        self.http.get("/api/v1/session")
        assert self.post("session", username=username, password=PASSWORD).status_code == 200

    def post(self, path: str, **body):
        headers = {"X-CSRFToken": self.http.cookies["chengyun_csrf"]}
        return self.http.post(f"/api/v1/{path}", json=body, headers=headers)

    def act(self, number: str, action: str, **data) -> None:
        done = self.post(f"cases/{number}/actions/{action}", **data)
        assert done.status_code == 200, (action, done.text)

    def unit(self, name: str) -> int:
        units = self.http.get("/api/v1/meta").json()["units"]
        return next(unit["id"] for unit in units if unit["name"] == name)


class Resident:
    def __init__(self, chromium, address: str):
        self.address = f"{address}/neighbour/"
        self.context = chromium.new_context(
            viewport={"width": 390, "height": 844}, locale="zh-CN", timezone_id="Asia/Shanghai",
            geolocation=HERE, permissions=["geolocation"],
        )  # fmt: skip
        self.context.set_default_timeout(40_000)
        self.page = page = self.context.new_page()
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(f"{self.address}#/raise")
        page.fill("input[name=phone]", f"138000{random.randrange(100_000):05d}")
        page.get_by_role("button", name="获取验证码").click()
        told = page.get_by_text(re.compile(r"验证码是 \d{6}")).inner_text()
        page.fill("input[name=code]", re.search(r"\d{6}", told)[0])
        page.get_by_role("button", name="登录").click()
        page.wait_for_selector("textarea[name=text]")

    def to_the_neighbours(self, text: str, photo: bytes | None = None) -> None:
        """The first two screens."""
        page = self.page
        page.fill("textarea[name=text]", text)
        if photo:
            page.set_input_files("input[name=photos]", {"name": "灯.png", "mimeType": "image/png", "buffer": photo})
            page.wait_for_selector(".photos img")
        page.get_by_role("button", name="下一步").click()
        page.get_by_role("button", name="用我现在的位置").click()
        page.get_by_text("已取得位置").wait_for()
        page.fill("input[name=address]", "书香路9号门口")
        page.get_by_role("button", name="下一步").click()

    def submit(self) -> str:
        self.page.get_by_role("button", name="提交").click()
        return self.page.locator(".number").inner_text()

    def looked_at(self) -> list[str]:
        """What axe finds on this screen."""
        self.page.evaluate(AXE.read_text())
        found = self.page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.fixture
def residents(chromium, platform):
    made: list[Resident] = []

    def make() -> Resident:
        made.append(Resident(chromium, platform.url))
        return made[-1]

    yield make
    for one in made:
        assert one.faults == []
        one.context.close()


def picture() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((640, 480), 60).convert("RGB").save(out, "png")
    return out.getvalue()


def test_a_request_with_a_photo_me_too_and_dissatisfied_is_done_again(residents, platform):
    first, begun = residents(), time.monotonic()
    first.page.fill("textarea[name=text]", "三楼着火了")
    first.page.get_by_text("请先拨打 119").wait_for()
    first.to_the_neighbours("书香路9号门口路灯不亮，树枝压着灯杆，晚上看不见路", picture())
    page = first.page
    own = page.get_by_role("button", name="都不是")
    own.or_(page.get_by_role("button", name="提交")).first.wait_for()
    if own.is_visible():
        own.click()
    number = first.submit()
    assert time.monotonic() - begun < 60
    assert first.looked_at() == []
    second = residents()
    second.to_the_neighbours("书香路路灯不亮，灯杆被树枝压着")
    second.page.get_by_text("附近已有人反映").wait_for()
    assert second.looked_at() == []
    known = second.page.locator("article", has_text="相距约 0 米")
    known.get_by_role("button", name="我也遇到").click()
    second.submit()
    duty, unit = Staff(platform.url, "shift_leader"), Staff(platform.url, "unit_manager")
    duty.act(number, "accept")
    duty.act(number, "dispatch", unit_id=duty.unit("区城市管理执法局"))
    unit.act(number, "acknowledge")
    unit.act(number, "contact", what="约定今晚到现场。")
    unit.act(number, "reply", reply="已更换灯具，恢复照明。", outcome="solved")
    duty.act(number, "review")
    for one, wanted in ((second, "满意"), (first, "不满意")):
        one.page.goto(f"{one.address}#/requests")
        one.page.get_by_text("请您评价").first.click()
        one.page.get_by_text("已更换灯具").wait_for()
        one.page.get_by_label(wanted, exact=True).check()
        if wanted == "不满意":
            one.page.get_by_label("问题未解决").check()
            one.page.fill("textarea[name=comment]", "还是不亮")
            assert one.looked_at() == []
        one.page.get_by_role("button", name="提交评价").click()
        one.page.get_by_role("status").wait_for()
    first.page.get_by_text("您不满意的地方，我们安排重新办理。").wait_for()
    assert duty.http.get(f"/api/v1/cases/{number}").json()["state"] == "dispatched"


def test_notices_services_and_large_letters(residents):
    one = residents()
    one.page.goto(f"{one.address}#/home")
    one.page.fill("input[name=address]", "梧桐里社区 3 栋")
    one.page.get_by_role("button", name="查找").click()
    one.page.get_by_text("您家在：").wait_for()
    one.page.goto(f"{one.address}#/around")
    one.page.get_by_text("梧桐路今晚停水").wait_for()
    assert one.page.get_by_role("link", name=re.compile("12345 市民服务热线")).get_attribute("href") == "tel:12345"
    assert one.looked_at() == []
    one.page.goto(f"{one.address}#/mine")
    one.page.get_by_label("大字").check()
    assert one.page.evaluate("getComputedStyle(document.body).fontSize") == "22px"
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert one.looked_at() == []


def test_a_pin_on_the_map_says_where_it_stands_also_by_keyboard(residents):
    page = residents().page
    page.fill("textarea[name=text]", "井盖松动，车一压就响")
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="在地图上指出").click()
    over = page.get_by_role("application", name=re.compile("^地图"))
    over.click(position={"x": 90, "y": 80})
    where = page.get_by_role("status").filter(has_text="图钉在：")
    where.wait_for()
    pin = page.locator("path.pin")
    under = pin.get_attribute("transform")
    moved = "under => document.querySelector('path.pin').getAttribute('transform') !== under"
    for key in ("ArrowRight", "ArrowRight"):
        over.press(key)
    page.wait_for_function(moved, arg=under)
    aside = pin.get_attribute("transform")
    over.press("Enter")
    page.wait_for_function(moved, arg=aside)
    page.get_by_role("button", name="去掉图钉").click()
    where.wait_for(state="detached")
