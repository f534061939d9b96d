"""Beyond the 42 points: the test endpoint, extensions, keys, hostile input, and what answering costs."""

from __future__ import annotations

import io
import json
import shlex
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from chengyun.cases.models import Case, CaseFile, CaseText, Event, Published
from chengyun.channels import queries, tokens
from chengyun.channels.models import Channel, ChannelToken
from chengyun.channels.open311 import formats, jobs, records
from chengyun.channels.open311.masterdata import attribute_fault
from chengyun.channels.open311.models import Received, Trial
from chengyun.channels.tests.conftest import Caller
from chengyun.kernel import ratelimit
from chengyun.org.models import Account, Grant, Role

from .conftest import HERE

pytestmark = pytest.mark.django_db
TEST = "/open311/test/v2"


def numbers(found: list[dict]) -> set[str]:
    return {one["service_request_id"] for one in found}


def test_a_test_request_answers_like_a_real_one_and_never_becomes_a_case(program):
    sent = {"service_code": "0101", "description": "试一试，电话 13900000001", "last_name": "张", **HERE}
    made = program.post(base=TEST, api_key=program.test_key, **sent)[0]
    number = made["service_request_id"]
    assert Case.objects.count() == 0
    found = program.get(f"requests/{number}", base=TEST, extensions="true")[0]
    assert (found["status"], found["lat"]) == ("open", 30.55)
    assert "13900000001" not in str(found), "anybody may read it, so numbers are taken out"
    program.get(f"requests/{number}", expect=404)
    Trial.objects.update(created_at=timezone.now() - timedelta(hours=2))
    assert program.get("requests", base=TEST, status="closed")[0]["status"] == "closed"
    assert program.get("requests", base=TEST, status="open") == []
    Trial.objects.update(created_at=timezone.now() - timedelta(days=8))
    jobs.forget(0)
    program.get(f"requests/{number}", base=TEST, expect=404)
    token = program.post(base=TEST, service_code="0103", **HERE)[0]["token"]
    assert program.get(f"tokens/{token}", base=TEST) == [{"service_request_id": None, "token": token}]


def test_the_same_request_sent_twice_is_one_and_a_key_follows_what_it_sent(program):
    given = {"service_code": "0101", "description": "路面有坑", **HERE}
    first, again = program.post(**given), program.post(**given)
    assert first == again
    number = first[0]["service_request_id"]
    program.get(f"requests/{number}", expect=404)  # nobody released it
    own = program.get(f"requests/{number}", api_key=program.key)[0]
    assert (own["description"], own["status"]) == (None, "open")
    assert numbers(program.get("requests", own="true", api_key=program.key)) == {number}
    other = tokens.issue(Channel.objects.get(code="open311"), "别的程序", scopes=[ChannelToken.OPEN311])[1]
    program.get(f"requests/{number}", api_key=other, expect=404)
    assert program.get("requests", own="true", api_key=other) == []
    program.get("requests", own="true", expect=403)


def test_extensions_tell_more_only_when_asked(program):
    number = program.report()
    program.do(number, "accept")
    assert "notes" not in program.get("requests")[0]
    found = program.get("requests", extensions="true")[0]
    assert found["extended_attributes"]["channel"] == "开放接口"
    assert [note["status"] for note in found["notes"]] == ["open", "investigating"]
    near, box = {"lat": "30.551", "long": "114.301"}, "114.29,30.54,114.31,30.56"
    assert numbers(program.get("requests", radius="300", **near)) == {number}
    assert program.get("requests", radius="20", **near) == []
    assert numbers(program.get("requests", bbox=box)) == {number}
    assert program.get("requests", bbox="114.31,30.54,114.32,30.56") == []
    past = timezone.now() - timedelta(days=200)
    Published.objects.update(received_at=past)
    assert program.get("requests") == []
    assert numbers(program.get("requests", updated_after=(timezone.now() - timedelta(hours=1)).isoformat())) == {number}
    Published.objects.update(received_at=timezone.now())
    other = program.report("另一件")
    first, second = (program.get("requests", page=page, page_size="1") for page in ("1", "2"))
    assert [len(first), len(second), numbers(first) | numbers(second)] == [1, 1, {number, other}]
    program.get("requests", page="300", page_size="100", expect=400)


def test_updates_go_both_ways_each_once(program):
    number = program.report()
    program.do(number, "accept")
    told = program.get("servicerequestupdates", service_request_id=number)
    assert [(one["service_request_id"], one["status"]) for one in told] == [(number, "investigating"), (number, "open")]
    assert numbers(program.get("servicerequestupdates")) == {number}
    given = {"service_request_id": number, "update_id": "u-1", "description": "灯杆也歪了"}
    made = program.post("servicerequestupdates", **given)
    assert made == program.post("servicerequestupdates", **given)
    assert CaseText.objects.get(case__number=number).text.count("灯杆也歪了") == 1
    assert Event.objects.filter(case__number=number, action="supplement").count() == 1
    other = tokens.issue(Channel.objects.get(code="open311"), "别的程序", scopes=[ChannelToken.OPEN311])[1]
    program.post("servicerequestupdates", expect=404, **{**given, "api_key": other})
    trial = program.post(base=TEST, service_code="0101", **HERE)[0]["service_request_id"]
    program.post("servicerequestupdates", base=TEST, service_request_id=trial, description="好了", status="closed")
    assert program.get(f"requests/{trial}", base=TEST)[0]["status"] == "closed"


def test_photos_come_with_the_form(program):
    picture = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(picture, "png")
    given = {"api_key": program.key, "service_code": "0101", "description": "看照片", **HERE}
    photo = SimpleUploadedFile("现场.png", picture.getvalue())
    answer = program.client.post("/open311/v2/requests.json", {**given, "media": photo})
    number = json.loads(answer.content)[0]["service_request_id"]
    assert CaseFile.objects.get(case__number=number).file.name == "现场.png"
    bad = SimpleUploadedFile("坏.exe", b"MZ" + b"\0" * 50)
    answer = program.client.post("/open311/v2/requests.json", {**given, "description": "另一件", "media": bad})
    assert (answer.status_code, list(json.loads(answer.content)[0])) == (400, ["code", "description"])


def test_a_key_of_the_open_interface_opens_nothing_else_and_the_other_way_round(program):
    assert Caller("open311", program.key).post({"external_id": "1", "kind": "投诉", "text": "x"}).status_code == 403
    other = tokens.issue(Channel.objects.get(code="open311"), "对接")[1]
    program.post(api_key=other, service_code="0101", expect=403, **HERE)
    Channel.objects.filter(code="open311").update(is_active=False)
    queries.forget()
    program.post(service_code="0101", expect=403, **HERE)


def test_too_many_are_told_to_wait_in_the_same_shape(program, monkeypatch):
    answer = program.client.get("/open311/v2/services.json")
    assert int(answer["RateLimit-Limit"]) > 0
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in program.client.post("/open311/v2/requests.json")
    ratelimit.forget()
    monkeypatch.setattr("chengyun.channels.open311.server.READS_PER_MINUTE", 1)
    codes = [program.client.get("/open311/v2/services.xml").status_code for _ in range(3)]
    assert codes[-1] == 429
    last = program.client.get("/open311/v2/services.xml")
    assert last["Retry-After"]
    assert last.content.startswith(b"<?xml")
    assert b"<code>429</code>" in last.content


HOSTILE = [
    "\x00", "' OR 1=1 --", "<script>alert(1)</script>", "]]>", "\ud800", "9" * 400, "-1", "NaN", "inf", "1e999", "%",
    "{{7*7}}", "../../etc/passwd", "2026-99-99T00:00:00Z", "0001-01-01T00:00:00+14:00", "\u202e\ufeff", "[]", "true,",
]  # fmt: skip


def test_hostile_input_is_refused_in_words_and_never_a_fault(program):
    names = ["service_request_id", "service_code", "status", "start_date", "end_date", "updated_after", "lat", "long",
             "radius", "bbox", "page", "page_size", "extensions", "jurisdiction_id", "api_key", "own"]  # fmt: skip
    seen = set()
    for value in HOSTILE:
        query = {name: value.encode("utf-8", "surrogatepass") for name in names}
        addresses = ["requests", "services", "servicerequestupdates", "tokens/x", "requests/x"]
        answers = [program.client.get(f"/open311/v2/{one}.xml", query) for one in addresses]
        for name in ("page", "bbox", "status", "start_date", "service_request_id", "updated_after"):
            answers.append(program.client.get("/open311/v2/requests.json", {name: query[name]}))
        given = {"api_key": program.key, "service_code": "0102", "description": query["status"],
                 "phone": query["status"], "attribute[lamp]": query["status"], **HERE}  # fmt: skip
        answers += [program.client.post(f"{base}/requests.json", given) for base in ("/open311/v2", TEST)]
        seen |= {answer.status_code for answer in answers}
        for answer in answers:
            if answer["Content-Type"].startswith("application/json"):
                json.loads(answer.content)
    form = "application/x-www-form-urlencoded"
    for body, kind in ((b"\xff\xfe", form), (b"--x", "multipart/form-data; boundary=x"),
                       (b"", "multipart/form-data"), (b"a=b", f"{form}; charset=utf-7")):  # fmt: skip
        answer = program.client.post("/open311/v2/requests.json", body, content_type=kind)
        seen.add(answer.status_code)
        assert json.loads(answer.content)[0]["description"]
    assert seen <= {200, 400, 403, 404}, seen


def test_an_answer_costs_the_same_statements_whatever_its_length(program):
    def cost(**query: str) -> int:
        program.client.get("/open311/v2/requests.json", query)  # what the process remembers is there
        with CaptureQueriesContext(
            connection,
        ) as asked:
            program.client.get("/open311/v2/requests.json", query)
        return len(asked)

    program.report("一")
    one = cost(extensions="true")
    for words in ("二", "三", "四"):
        program.report(words)
    assert cost(extensions="true") <= one <= 4
    assert cost() <= 3


def test_addresses_are_told_without_the_house_and_only_readable_xml_is_written():
    told = {
        "幸福路12号3单元501室": "幸福路",
        "梧桐街道幸福路与建设路路口": "梧桐街道幸福路与建设路路口",
        "阳光花园3栋2楼": "阳光花园",
    }
    assert {text: records.public_address(text) for text in told} == told
    assert formats.render("services", [{"a": "\x01<&>"}], "xml").endswith(b"<a>&lt;&amp;&gt;</a></service></services>")


def test_questions_of_a_service_are_checked_as_a_table():
    right = {"code": "lamp", "description": "灯", "datatype": "singlevaluelist", "values": ["a=甲", "b=乙"]}
    assert attribute_fault([right, {"code": "n", "description": "几", "datatype": "number"}]) == ""
    for wrong in ({**right, "code": "灯"}, {**right, "values": []}, {**right, "datatype": "text"},
                  {**right, "values": ["a=甲", "a=乙"]}):  # fmt: skip
        assert attribute_fault([wrong])
    assert attribute_fault([right, right])


def test_what_a_key_sent_keeps_only_what_the_case_does_not(program):
    program.post(service_code="0103", description="多种树", phone="13900000001", email="a@example.org", **HERE)
    row = Received.objects.get()
    assert b"13900000001" not in bytes(row.sealed)
    jobs.settle_left(0)
    assert Received.objects.get().case is None, "the worker has two minutes before somebody else looks"
    Received.objects.update(created_at=timezone.now() - timedelta(minutes=5))
    assert jobs.settle_left(0) == 1
    assert Received.objects.get().case is not None


def test_the_examples_of_the_developer_guide_work(program):
    guide = (Path(__file__).parents[5] / "docs/developer/open311.md").read_text(encoding="utf-8")
    lines = [line for line in guide.splitlines() if line.startswith("curl ")]
    number, codes = program.report(), {"Q0505": "0102", "Q0105": "0101"}
    for line in lines:
        for name, ours in {"KEY": program.key, "NUMBER": number, **codes}.items():
            line = line.replace(name, ours)
        words = shlex.split(line)
        form = [words[at + 1] for at, word in enumerate(words) if word in ("-d", "--data-urlencode")]
        address = words[1].removeprefix("http://127.0.0.1:8000")
        given = dict(one.split("=", 1) for one in form)
        answer = program.client.post(address, given) if form else program.client.get(address)
        assert answer.status_code == 200, (line, answer.content.decode())
    assert len(lines) > 10


def test_the_desk_releases_a_request_with_words_of_its_own_and_gives_out_keys(program):
    account = Account.objects.create_user("moderator", None, display_name="审核员")
    codes = ["open311.view", "open311.publish", "channel.manage", "case.view", "case.view_all"]
    Grant.objects.create(account=account, role=Role.objects.create(code="m", name="审核", permissions=codes))
    desk = Client()
    desk.force_login(account)

    def post(path: str, **body):
        return desk.post(f"/api/v1/open311/{path}", body, content_type="application/json")

    given = {"service_code": "0101", "media_url": "https://example.org/1.jpg", **HERE}
    number = program.post(description="张先生 13900000001 家门口路灯不亮", **given)[0]["service_request_id"]
    waiting = desk.get("/api/v1/open311/matters").json()["waiting"]
    assert [row["number"] for row in waiting] == [number]
    assert "13900000001" not in waiting[0]["proposed"]
    assert post(f"matters/{number}", public=True, words="请打 13900000001").status_code == 422
    assert post(f"matters/{number}", public=True, words="路灯不亮", with_media=True).status_code == 204
    told = program.get(f"requests/{number}")[0]
    assert (told["description"], told["media_url"]) == ("路灯不亮", "https://example.org/1.jpg")
    assert post(f"matters/{number}", public=False, words="本人要求").status_code == 204
    program.get(f"requests/{number}", expect=404)
    found = desk.get("/api/v1/open311/matters").json()
    assert (found["waiting"], found["decided"][0]["public"]) == ([], False)
    made = post("keys", name="新程序").json()
    assert program.post(api_key=made["secret"], description="新", **given)
    renewed = post(f"keys/{made['id']}", action="rotate").json()
    page = desk.get("/api/v1/open311").json()
    assert {key["id"]: key["state"] for key in page["keys"]}[made["id"]] == "ending"
    assert made["secret"] not in json.dumps(page)
    assert post(f"keys/{renewed['id']}", action="revoke").status_code == 200
    program.post(api_key=renewed["secret"], expect=403, **given)
    counts = {group["code"]: group["count"] for group in page["groups"]}
    assert counts == {"all": 2, "open": 2, "public": 0}
