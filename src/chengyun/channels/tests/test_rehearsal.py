import random
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner

from chengyun.cases.models import Case
from chengyun.channels.rehearsal import CHANNEL, LABEL, matters, prepare
from chengyun.channels.rehearsal.check import check
from chengyun.channels.rehearsal.cli import rehearse
from chengyun.channels.rehearsal.client import Client, Uncertain
from chengyun.channels.rehearsal.ledger import Ledger
from chengyun.channels.rehearsal.run import Wanted, rehearse_now
from chengyun.channels.rehearsal.script import SCENES, Stage, next_step
from chengyun.kernel import calendars
from chengyun.org.districts import load_profile, profile
from chengyun.org.models import District

from .conftest import csv_file, forget_everything


class Flaky(BaseHTTPRequestHandler):
    """Breaks off the first `failures` requests, then answers."""

    failures = 0

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def do_GET(self):
        if Flaky.failures:
            Flaky.failures -= 1
            self.close_connection = True
            return
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *args):
        pass


@pytest.fixture
def flaky():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Flaky)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_may_be_repeated_is_sent_again_until_the_server_is_back(flaky):
    Flaky.failures, ledger = 3, Ledger()
    client = Client(flaky, ledger.observe)
    assert client.ask("POST", "/x", {"a": 1}, "intake", repeat=True).ok
    assert ledger.broken_connections == 3
    client.close()


def test_what_may_not_be_repeated_is_reported_as_uncertain(flaky):
    Flaky.failures = 1
    client = Client(flaky)
    with pytest.raises(Uncertain):
        client.ask("POST", "/x", {}, "action", repeat=False)
    client.close()


def test_the_same_seed_brings_in_the_same_requests_and_all_are_labelled(tmp_path):
    first, second = list(matters.invented(7, 20)), list(matters.invented(7, 20))
    assert first == second
    assert first != list(matters.invented(8, 20))
    path = tmp_path / "工单.csv"
    path.write_bytes(csv_file([{"编号": "1", "内容": "路灯不亮，请处理"}, {"编号": "2", "内容": ""}]).getvalue())
    mapping = {"fields": {"external_id": {"column": "编号"}, "text": {"column": "内容"}}}
    from_file = list(matters.from_file(path, mapping, 1, None))
    assert [row["external_id"] for row in from_file] == ["1-1"]
    assert all(row["title"].startswith(LABEL) for row in (*first, *from_file))


@pytest.mark.parametrize("worklist", sorted(SCENES))
def test_people_only_do_what_the_page_offers(worklist):
    stage = Stage((1, 2), {1: "甲局", 2: "乙局"}, {1: None, 2: None}, [{"code": "other"}],
                  {"solved": {"code": "solved", "needs_reason": False, "needs_review_date": False}}, {})  # fmt: skip
    page = {
        "number": "TS-1", "kind": "inquiry", "state": "returned", "lead_unit": None, "satisfaction": "dissatisfied",
        "pending": "return", "external_id": None,
        "assignments": [{"id": 5, "parent_id": None, "unit": {"id": 1}, "role": "lead", "state": "acknowledged",
                         "contacted_at": None, "measures": ""}],
    }  # fmt: skip
    assert next_step(stage, worklist, {**page, "actions": []}, random.Random(1)) is None
    offers = ["accept", "note", "reply", "close", "review", "callback", "rate", "resume", "acknowledge", "dispatch"]
    for seed in range(50):
        rng = random.Random(seed)
        offered = rng.sample(offers, 3)
        actions = [{"code": code, "assignment_id": 5} for code in offered]
        step = next_step(stage, worklist, {**page, "actions": actions}, rng)
        assert step is None or step.action in offered


@pytest.mark.django_db
def test_a_real_installation_refuses_a_rehearsal_unless_it_is_asked_for():
    District.objects.create(profile="x", code="420199", name="某区", is_demo=False)
    result = CliRunner().invoke(rehearse, [])
    assert result.exit_code == 1
    assert "正式安装" in result.output
    assert not Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_rehearsal_takes_requests_from_the_door_to_the_rating(settings, request):
    settings.STATIC_URL = "/static/"  # Django's test server asks for it
    live_server = request.getfixturevalue("live_server")
    calendars.ensure_default()
    load_profile(profile("demo"))
    forget_everything()
    door = prepare.channel(CHANNEL)
    token, secret = prepare.token_for(door)
    report = rehearse_now(Wanted(
        url=live_server.url, token=secret, channel=door.code, requests=matters.invented(3, 8),
        accounts=prepare.demo_accounts(), users=8, pause=0.0, seed=3, limit=150, quiet=5,
    ))  # fmt: skip
    assert report["answers"]["server_errors"] == 0
    assert (report["check"]["missing"], report["check"]["broken"]) == ([], [])
    assert report["check"]["acknowledged"] == report["check"]["found"] > 50
    assert report["good"], report
    assert report["check"]["states"].get("rated", 0) >= 4
    assert not Case.objects.exclude(title__startswith=LABEL).exists()
    assert not Case.objects.exclude(channel=CHANNEL).exists()
    lost = Ledger(registered={"TS-20200101-000001": ""})
    findings = check(lost, _reader(live_server.url), secret, CHANNEL, threads=1)
    assert findings.missing == ["TS-20200101-000001: the case is not there"]
    prepare.revoke(token)


def _reader(url):
    from chengyun.channels.rehearsal.people import Account, Person
    from chengyun.org.queries import DEMO_PASSWORD

    person = Person(url, Account("director", DEMO_PASSWORD), lambda *args: None)
    person.log_in()
    return person
