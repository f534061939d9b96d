import base64
import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengyun.cases import audit, engine
from chengyun.cases.models import Case, CaseText, Event
from chengyun.channels import tokens
from chengyun.channels.models import Channel
from chengyun.kernel import vault
from chengyun.org.access import system_actor

from .conftest import Caller, make_world, request

pytestmark = pytest.mark.django_db

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def test_a_request_from_another_system_becomes_a_case(caller):
    answer = caller.post(request(category="占道经营", urgency="urgent"))
    assert answer.status_code == 201
    assert set(answer.json()) == {"number", "state", "received_at"}
    case = Case.objects.get(number=answer.json()["number"])
    assert (case.channel, case.external_id, case.kind, case.urgency) == ("city", "A-1", "complaint", "urgent")
    assert case.category.code == "0101"
    assert case.crs == "gcj02"
    assert abs(case.lng - 114.3) > 0.001  # kept as WGS-84
    assert vault.open_(bytes(case.requester.sealed))["phone"] == "13800001234"
    assert "13800001234" not in str(Event.objects.get(case=case).payload)
    assert Event.objects.get(case=case).actor_name == "市级平台"


def test_sending_the_same_request_again_is_answered_with_the_same_case(caller):
    first = caller.post(request())
    reordered = dict(reversed(list(request().items())))
    again = caller.post(reordered)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert Case.objects.count() == 1
    assert Event.objects.count() == 1


def test_the_same_id_with_other_content_is_a_conflict_that_names_the_case(caller):
    number = caller.post(request()).json()["number"]
    for changed in (
        request(text="另一件事情"),
        request(requester={"name": "张三丰", "phone": "13800001235"}),
        request(files=[{"name": "现场.png", "content_base64": base64.b64encode(PNG).decode()}]),
    ):
        answer = caller.post(changed)
        assert answer.status_code == 409
        assert answer.json()["current"]["number"] == number
        assert number in answer.json()["detail"]
    assert Case.objects.count() == 1


def test_two_channels_may_use_the_same_id(caller):
    other = Caller("web", tokens.issue(Channel.objects.get(code="web"), "网站")[1])
    assert caller.post(request()).status_code == 201
    assert other.post(request()).status_code == 201
    assert Case.objects.filter(external_id="A-1").count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"kind": "表扬信"}, "kind", "投诉、咨询"),
        ({"kind": ""}, "kind", "请填写诉求类型"),
        ({"category": "不存在"}, "category", "没有“不存在”这个类别"),
        ({"urgency": "马上"}, "urgency", "normal"),
        ({"text": "   "}, "text", "至少 1 个字"),
        ({"external_id": ""}, "external_id", "至少 1 个字"),
        ({"place": {"lng": 114.3}}, "place", "一起填写"),
        ({"place": {"lng": 30.5, "lat": 114.3}}, "place.lat", "不能大于 90"),
        ({"occurred_at": "昨天"}, "occurred_at", "时间要写成"),
        ({"occurred_at": "2099-01-01T00:00:00+08:00"}, "occurred_at", "晚于现在"),
        ({"exernal_id": "x"}, "exernal_id", "不认识"),
        ({"files": ["not-a-file"]}, "files", "先上传"),
        ({"files": [{"name": "a.png", "content_base64": "%%%%"}]}, "files", "base64"),
    ],
)
def test_what_does_not_fit_is_named_with_what_to_do(caller, changes, field, words):
    answer = caller.post(request(**changes))
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    found = {error["field"]: error["message"] for error in answer.json()["errors"]}
    assert any(name.startswith(field) and words in text for name, text in found.items()), found
    assert Case.objects.count() == 0


def test_wrong_tokens_and_unknown_channels_are_told_apart(caller, world):
    assert caller.client.post("/api/v1/intake/city", "{}", content_type="application/json").status_code == 401
    stranger = Caller("city", "cyi_" + "x" * 43)
    answer = stranger.post(request())
    assert answer.status_code == 401
    assert "Bearer" in answer["WWW-Authenticate"]
    assert caller.post(request(), code="nowhere").status_code == 404
    assert caller.post(request(), code="web").status_code == 403
    Channel.objects.filter(code="city").update(is_active=False)
    assert Case.objects.count() == 0


def test_other_formats_and_huge_bodies_are_refused_before_they_are_read(caller):
    plain = caller.client.post(
        "/api/v1/intake/city", "x", content_type="text/plain", headers={"Authorization": f"Bearer {caller.secret}"}
    )
    assert plain.status_code == 415
    huge = caller.post(b'{"external_id": "A", "text": "' + b"x" * 9_000_000 + b'"}')
    assert huge.status_code == 413
    assert caller.post(b'{"external_id": ').status_code in (400, 422)
    assert caller.post(b'["a"]').status_code == 422
    assert caller.post(b"\xff\xfe").status_code in (400, 422)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("路灯\x00不亮", "路灯不亮"),
        ("<script>alert(1)</script><img src=x onerror=alert(1)>", None),
        ("'; DROP TABLE cases_case; --", None),
        ('=HYPERLINK("http://example.invalid","点我")', None),
        ("{{7*7}} ${jndi:ldap://example.invalid} %s %(x)s \\", None),
        ("𠮷野家门口 👩‍👩‍👧‍👦 é ﬁ ｶﾀｶﾅ", None),
        ("\u202e反向文字\u2066", "反向文字"),
        ("一行\r\n两行", "一行\n两行"),
        ("路" * 20_000, None),
    ],
)
def test_hostile_text_is_kept_as_words(caller, text, kept):
    body = request(text=text, title=text[:100], requester={"name": text[:50], "phone": text[:40]})
    answer = caller.post(body)
    assert answer.status_code == 201
    assert CaseText.objects.get().text == (text if kept is None else kept)
    assert caller.post(body).status_code == 200


def test_lone_surrogates_do_not_break_the_door(caller):
    body = b'{"external_id": "S-1", "kind": "complaint", "text": "a\\ud800b", "requester": {"id_number": "---"}}'
    assert caller.post(body).status_code in (201, 400, 422)
    assert caller.get("a%00b").status_code == 404


def test_files_come_with_the_request_or_before_it(caller):
    uploaded = caller.upload("现场.png", PNG)
    assert uploaded.status_code == 201
    answer = caller.post(request(files=[
        uploaded.json()["id"], {"name": "二.png", "content_base64": base64.b64encode(PNG).decode()}
    ]))  # fmt: skip
    assert answer.status_code == 201
    assert Case.objects.get().files.count() == 2


def test_a_channel_cannot_attach_another_channels_file(caller):
    other = Caller("web", tokens.issue(Channel.objects.get(code="web"), "网站")[1])
    theirs = other.upload("现场.png", PNG).json()["id"]
    assert caller.post(request(files=[theirs])).status_code == 422


def test_files_that_are_not_what_they_say_are_refused(caller):
    assert caller.upload("照片.png", b"MZ\x90\x00 not a picture").status_code == 422
    bad = [{"name": "照片.png", "content_base64": base64.b64encode(b"<script>x</script>").decode()}]
    assert caller.post(request(files=bad)).status_code == 422
    assert Case.objects.count() == 0


def test_the_other_side_can_follow_its_request_and_gets_the_answer_when_it_was_checked(caller):
    number = caller.post(request(external_id="区/2026-1")).json()["number"]
    state = caller.get("区/2026-1")
    assert state.status_code == 200
    assert (state.json()["number"], state.json()["state_name"], state.json()["reply"]) == (number, "待受理", "")
    answer = {"answer": "已安排清理。", "satisfaction": "satisfied"}
    engine.perform(number, "direct_answer", system_actor("坐席"), answer)
    told = caller.get("区/2026-1").json()
    assert (told["state"], told["outcome"]) == ("closed", "answered")
    assert told["reply"] == "已安排清理。"
    assert caller.get("B-9").status_code == 404


def test_a_channel_that_accepts_by_itself_gives_accepted_cases(caller):
    Channel.objects.filter(code="city").update(auto_accept=True)
    from chengyun.channels import queries

    queries.forget()
    answer = caller.post(request())
    assert answer.json()["state"] == "accepted"
    assert list(Event.objects.order_by("seq").values_list("action", flat=True)) == ["register", "accept"]


def test_making_a_case_costs_at_most_ten_statements_and_a_repeat_three(caller):
    caller.post(request(external_id="warm"))
    with CaptureQueriesContext(connection) as made:
        assert caller.post(request()).status_code == 201
    counted = [row["sql"] for row in made if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(counted) <= 10, "\n".join(sql[:120] for sql in counted)
    with CaptureQueriesContext(connection) as repeated:
        assert caller.post(request()).status_code == 200
    assert len(repeated) <= 3


@pytest.mark.django_db(transaction=True)
def test_equal_requests_at_the_same_moment_make_one_case():
    make_world()
    secret = tokens.issue(Channel.objects.get(code="city"), "对接")[1]
    barrier, codes, numbers = threading.Barrier(6), [], []

    def send():
        barrier.wait()
        answer = Caller("city", secret).post(request())
        codes.append(answer.status_code)
        numbers.append(answer.json()["number"])
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(codes) == [200] * 5 + [201]
    assert len(set(numbers)) == 1
    assert Case.objects.count() == 1
    assert Event.objects.count() == 1
    assert list(audit.verify()) == []
