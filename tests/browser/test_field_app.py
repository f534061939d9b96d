"""The grid worker's phone: a day, a lift without signal, a case that moved on. 390 wide."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from .conftest import PASSWORD

MANY, PHOTOS = 200, 50
FILL = """async ([numbers, many]) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [600, 420];
  const pen = canvas.getContext('2d');
  const blob = async n => {
    for (let y = 0; y < 420; y += 6) for (let x = 0; x < 600; x += 6) {
      pen.fillStyle = `rgb(${(x * 7 + y * n) % 256} ${(x * y + n) % 256} ${(n * 13 + y) % 256})`;
      pen.fillRect(x, y, 6, 6);
    }
    return new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.6));
  };
  const at = new Date().toISOString();
  for (let n = 0; n < many; n++) {
    const number = numbers[n % numbers.length];
    const blobs = n < numbers.length || n % 19 % 4 ? [] : [{
      id: crypto.randomUUID(), name: `photo-${n}.jpg`, blob: await blob(n), original: null, fileId: '',
      proof: {}, madeAt: at,
    }];
    const first = n < numbers.length;
    const data = first ? { note: `第${n}条记录` } : { measures: `第${n}条记录` };
    const action = first ? 'acknowledge' : 'handle';
    await chengyunField.make({
      lane: number, kind: 'act', title: '记录', about: String(n), number, version: null, blobs, blobField: 'data.files',
      body: { number, action, data },
    });
  }
}"""


class Phone:
    def __init__(self, chromium, address: str):
        self.address = address
        self.context = chromium.new_context(
            viewport={"width": 390, "height": 844}, locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=True,
            geolocation={"longitude": 114.3011, "latitude": 30.6002, "accuracy": 12}, permissions=["geolocation"],
        )  # fmt: skip
        self.context.set_default_timeout(40_000)
        self.page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def log_in(self, username: str = "grid_worker") -> Phone:
        page = self.page
        page.goto(self.address + "/field/")
        page.get_by_label("账号", exact=True).fill(username)
        page.locator("#password").fill(PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.get_by_role("tab", name="任务").wait_for()
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_function("async () => (await caches.keys()).some(name => name.startsWith('app-/field/'))")
        return self

    def cut(self, off: bool = True) -> None:
        self.context.set_offline(off)

    def waiting(self) -> int:
        return self.page.evaluate("chengyunField.outbox.waiting")

    def recorded(self, title: str) -> None:
        """Until the phone keeps what was just entered."""
        self.page.wait_for_function("title => chengyunField.outbox.rows.some(row => row.title === title)", arg=title)

    def all_sent(self, seconds: int = 60) -> None:
        self.page.wait_for_function(
            "() => { chengyunField.send(); const { outbox: o } = chengyunField; return o.rows.length && !o.waiting }",
            timeout=seconds * 1000,
            polling=500,
        )

    def api(self, method: str, path: str, body: object = None) -> dict:
        return self.page.evaluate(
            """async ([method, path, body]) => {
              const { csrf_token } = await (await fetch('/api/v1/session')).json();
              const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrf_token };
              const answer = await fetch('/api/v1' + path, { method, headers, body: body && JSON.stringify(body) });
              return answer.status === 204 ? {} : await answer.json();
            }""",
            [method, path, body],
        )


@pytest.fixture
def phone(chromium, platform):
    phone = Phone(chromium, platform.url).log_in()
    yield phone
    phone.context.close()


def photo() -> dict:
    target = io.BytesIO()
    Image.effect_noise((1200, 900), 60).convert("RGB").save(target, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": target.getvalue()}


COMMUNITY = "429999001001"


def dispatched(leader, *texts: str) -> list[str]:
    """Numbers of events that the community of the grid worker has signed for… or not yet."""
    return leader.page.evaluate(
        """async ([community, texts]) => {
          const { csrf_token } = await (await fetch('/api/v1/session')).json();
          const unit = (await (await fetch('/api/v1/meta')).json()).units.find(one => one.code === community);
          const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrf_token };
          const numbers = [];
          for (const text of texts) {
            const place = { lng: 114.3011, lat: 30.6002, address: '演示路1号' };
            const then = [{ action: 'open_case' }, { action: 'dispatch', data: { unit_id: unit.id } }];
            const body = { kind: 'event', lifecycle: 'urban_event', channel: 'video_patrol', text, place, then };
            const answer = await fetch('/api/v1/cases', { method: 'POST', headers, body: JSON.stringify(body) });
            numbers.push((await answer.json()).number);
          }
          return numbers;
        }""",
        [COMMUNITY, list(texts)],
    )


def test_three_taps_report_a_problem_in_a_lift_and_it_arrives_when_the_signal_is_back(phone):
    page = phone.page
    phone.cut()
    page.reload()
    page.get_by_role("tab", name="任务").wait_for()
    page.get_by_text("没有信号").first.wait_for()
    page.get_by_role("tab", name="上报").click()
    page.locator("input[type=file]").first.set_input_files(photo())
    page.locator("figure img").wait_for()
    page.get_by_label("是什么问题").fill("电梯厅护栏倒了")
    page.get_by_role("button", name="当场办结").click()
    page.get_by_label("怎么处理的").fill("已扶正并固定")
    page.get_by_text("误差约 12 米").wait_for()
    page.get_by_role("button", name="办结", exact=True).click()
    page.get_by_text("已上报").wait_for()
    assert phone.waiting() == 1
    page.reload()
    page.get_by_text("1 条没发出").wait_for()
    phone.cut(False)
    phone.all_sent()
    page.goto(phone.address + "/field/records")
    page.get_by_text("已发出").first.wait_for()
    row = page.evaluate("chengyunField.outbox.rows.at(-1)")
    case = phone.api("GET", f"/cases/{row['number']}")
    assert (case["state"], case["channel"], len(case["attachments"])) == ("closed", "grid_report", 1)
    assert phone.faults == []


def test_two_hundred_records_and_fifty_photos_arrive_once_though_the_page_dies_and_answers_are_lost(phone, desk):
    page = phone.page
    numbers = dispatched(desk("shift_leader"), *(f"护栏倒了，第{n}处" for n in range(10)))
    phone.cut()
    page.evaluate(FILL, [numbers, MANY])
    assert phone.waiting() == MANY
    lost = {"left": 4}

    def lose(route):
        """The server carries it out, the answer never arrives."""
        if lost["left"] and route.request.method in ("POST", "PUT"):
            lost["left"] -= 1
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()

    phone.context.route("**/api/v1/field/commands", lose)
    phone.context.route("**/api/v1/field/uploads/*", lose)
    phone.cut(False)
    page.wait_for_function(f"() => {{ chengyunField.send(); return chengyunField.outbox.waiting < {MANY - 20} }}")
    page.close()  # in the middle of it, as a dead battery would
    phone.page = page = phone.context.new_page()
    page.goto(phone.address + "/field/records")
    page.wait_for_function("() => globalThis.chengyunField !== undefined")
    phone.all_sent(90)
    assert lost["left"] == 0
    said: list[str] = []
    files = 0
    for number in numbers:
        events = phone.api("GET", f"/cases/{number}/events")["items"]
        told = [event["payload"] for event in events if event["action"] in ("acknowledge", "handle")]
        mine = [payload.get("note") or payload["measures"] for payload in told]
        said += mine
        order = [int(text[1:-3]) for text in mine]
        assert order == sorted(order), f"{number}: not in the order in which they were made"
        files += len(phone.api("GET", f"/cases/{number}")["attachments"])
    assert sorted(said) == sorted(f"第{n}条记录" for n in range(MANY))
    assert files == PHOTOS
    assert page.evaluate("chengyunField.outbox.decide") == 0


def test_a_case_that_moved_on_meanwhile_is_shown_side_by_side_and_the_person_decides(phone, desk):
    page = phone.page
    leader = desk("shift_leader")
    number = dispatched(leader, "路边井盖松动")[0]
    page.get_by_role("button", name="更新").click()
    page.locator(f'a[href="/field/tasks/{number}"]').click()
    page.get_by_role("button", name="签收").click()
    page.get_by_role("form", name="签收").get_by_role("button", name="签收").click()
    phone.recorded("签收")
    phone.all_sent()
    phone.cut()
    page.get_by_role("button", name="处置记录").click()
    page.get_by_label("采取的措施").fill("井盖已围挡")
    page.get_by_role("form", name="处置记录").get_by_role("button", name="处置记录").click()
    phone.recorded("处置记录")
    leader.page.evaluate(
        """async number => {
          const { csrf_token } = await (await fetch('/api/v1/session')).json();
          const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': csrf_token };
          const body = JSON.stringify({ text: '居民又来反映' });
          await fetch(`/api/v1/cases/${number}/actions/supplement`, { method: 'POST', headers, body });
        }""",
        number,
    )
    phone.cut(False)
    page.evaluate("chengyunField.send()")
    page.get_by_text("1 条要您决定").first.click()
    page.wait_for_url("**/field/records")
    page.locator("main a[href*='/field/records/']").click()
    page.wait_for_url("**/field/records/*")
    page.reload()  # what waits for a decision outlives the page
    page.get_by_role("region", name="您记录的").get_by_text("井盖已围挡").wait_for()
    page.get_by_role("region", name="现在的情况").get_by_text("处置中").wait_for()
    page.screenshot(path="artifacts/field-decide-390.png")
    page.get_by_role("button", name="在新情况上照样提交").click()
    phone.all_sent()
    events = phone.api("GET", f"/cases/{number}/events")["items"]
    assert [event["action"] for event in events][-2:] == ["supplement", "handle"]
    assert events[-1]["payload"]["measures"] == "井盖已围挡"
    assert phone.faults == []
