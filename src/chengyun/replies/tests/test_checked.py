"""What a unit, a reviewer and a leader see of the check."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from chengyun.cases.models import Case
from chengyun.org.models import Account
from chengyun.replies import keeping
from chengyun.replies.models import ReplyCheck, Waiting

pytestmark = pytest.mark.django_db
WHOLE = (
    "您好！2026年3月2日9时，我单位工作人员电话联系您，了解了路灯的情况。3月2日下午维修人员到现场更换了灯具，"
    "目前小区门口路灯已恢复照明。感谢您的反映。"
)


@pytest.fixture
def client(world):
    def of(name: str) -> Client:
        made = Client(raise_request_exception=False)
        made.force_login(Account.objects.get(username=name))
        return made

    return of


def post(client: Client, path: str, body: dict, **more):
    return client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json", **more)


def checked(client: Client, number: str, text: str, **body) -> dict:
    answer = post(client, f"/cases/{number}/replies/check", {"text": text, **body})
    assert answer.status_code == 200, answer.content
    return answer.json()


def codes(found: dict) -> set[str]:
    return {hint["code"] for hint in found["hints"]}


def test_a_reply_with_all_four_elements_is_left_alone(world, client):
    number = world.handling()
    world.do(number, "contact", "lights", what="电话了解情况")
    found = checked(client("lights"), number, WHOLE)
    assert all(element["found"] for element in found["elements"])
    assert not {hint["code"] for hint in found["hints"] if hint["severity"] != "hint"}


def test_the_unit_sees_while_writing_what_is_missing_and_what_to_write(world, client):
    number = world.handling()
    world.do(number, "contact", "lights", what="电话了解情况")
    found = checked(client("lights"), number, "您反映的问题已转相关部门，我们高度重视。")
    assert {"no_contact", "no_action", "no_result", "empty_phrase", "only_empty"} <= codes(found)
    hint = next(hint for hint in found["hints"] if hint["code"] == "no_contact")
    assert hint["severity"] == "missing"
    assert "联系您" in hint["write"]
    assert "月" in hint["write"]


def test_the_passage_of_an_empty_phrase_is_named(world, client):
    text = "收到后我们高度重视，立即派人。"
    found = checked(client("lights"), world.handling(), text)
    hint = next(hint for hint in found["hints"] if hint["code"] == "empty_phrase")
    assert [text[a:b] for a, b in hint["passages"]] == ["高度重视"]
    assert "写明做了什么" in hint["text"]


def test_a_contact_that_is_told_but_not_recorded_is_doubted(world, client):
    assert "contact_not_recorded" in codes(checked(client("lights"), world.handling(), WHOLE))


def test_hints_come_in_english_when_asked(world, client):
    number = world.handling()
    answer = post(client("lights"), f"/cases/{number}/replies/check", {"text": "好"}, headers={"Accept-Language": "en"})
    assert "Does not say" in answer.json()["hints"][0]["text"]


def test_an_empty_reply_has_no_hints(world, client):
    found = checked(client("lights"), world.handling(), "  ")
    assert found["hints"] == []
    assert not any(e["found"] for e in found["elements"])


def test_the_requester_of_a_case_without_one_need_not_be_contacted(world, client):
    number = world.handling(requester={})
    assert "no_contact" not in codes(checked(client("lights"), number, "已到现场更换灯具，恢复照明。"))


def test_another_name_than_the_requesters_is_doubted(world, client):
    number = world.handling(requester={"name": "李演示", "phone": "13800000001"})
    found = checked(client("lights"), number, "张女士：您好！灯已修好。")
    assert next(h for h in found["hints"] if h["code"] == "other_person")["text"].endswith("姓李")
    assert "other_person" not in codes(checked(client("lights"), number, "尊敬的李女士：您好！灯已修好。"))


def test_only_who_sees_the_case_can_have_a_reply_checked(world, client):
    number = world.handling("lights")
    answer = post(client("water"), f"/cases/{number}/replies/check", {"text": "好"})
    assert answer.status_code == 404
    assert post(client("street"), f"/cases/{number}/replies/check", {"text": "好"}).status_code == 403


def test_a_part_of_another_case_is_refused(world, client):
    number = world.handling()
    answer = post(client("lights"), f"/cases/{number}/replies/check", {"text": "好", "assignment_id": 999_999})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "assignment_id")


def test_the_reviewer_sees_the_reply_with_its_passages(world, client):
    number = world.replied()
    items = client("clerk").get(f"/api/v1/cases/{number}/replies").json()["items"]
    assert [item["unit"] for item in items] == ["照明部门"]
    assert items[0]["text"] == "已更换灯具，恢复照明"
    assert "no_contact" in codes(items[0])
    done = next(element for element in items[0]["elements"] if element["code"] == "done")
    assert "更换" in [items[0]["text"][a:b] for a, b in done["passages"]]


# --- what is kept -----------------------------------------------------------------------------------------------------
def test_a_reply_that_is_sent_is_noted_and_looked_at_by_the_worker(world):
    number = world.replied()
    assert Waiting.objects.count() == 1
    assert keeping.look_at_sent() == 1
    assert keeping.look_at_sent() == 0
    kept = ReplyCheck.objects.get()
    assert (kept.case.number, kept.unit.name) == (number, "照明部门")
    assert "no_contact" in kept.codes
    assert kept.missing > 0


def test_a_reply_that_came_back_and_was_sent_again_is_two_replies_of_one_case(world, client):
    number = world.replied()
    keeping.look_at_sent()
    world.do(number, "review", "clerk", approve=False, note="写明何时联系")
    world.do(number, "reply", "lights", reply=WHOLE, outcome="solved")
    keeping.look_at_sent()
    assert ReplyCheck.objects.count() == 2
    assert {row.unit.name for row in ReplyCheck.objects.all()} == {"照明部门"}
    row = client("clerk").get("/api/v1/replies/quality").json()["units"][0]
    assert row["figures"]["all"]["value"] == 1


def test_the_same_words_for_another_case_are_noticed(world, client):
    for _ in range(2):
        number = world.handling()
        world.do(number, "contact", "lights", what="电话了解情况")
        world.do(number, "reply", "lights", reply=WHOLE, outcome="solved")
    keeping.look_at_sent()
    found = checked(client("lights"), world.handling(), WHOLE + " ")
    assert next(h for h in found["hints"] if h["code"] == "copied")["text"].find("2 件") > 0


def test_every_figure_of_the_quality_page_is_the_list_of_its_cases(world, client):
    for text in ("已转相关部门，高度重视。", WHOLE, "已更换灯具，恢复照明"):
        number = world.handling()
        world.do(number, "contact", "lights", what="电话了解情况")
        world.do(number, "reply", "lights", reply=text, outcome="solved")
    keeping.look_at_sent()
    told = client("clerk").get("/api/v1/replies/quality?days=7").json()
    row = told["units"][0]
    assert row["unit"]["name"] == "照明部门"
    assert row["figures"]["all"]["value"] == 3
    assert row["figures"]["complete"]["value"] == 1
    for name, figure in row["figures"].items():
        found = client("clerk").get("/api/v1/cases", figure["query"]).json()["items"]
        assert len(found) == figure["value"], name


def test_a_unit_sees_its_own_quality_only(world, client):
    world.replied()
    keeping.look_at_sent()
    assert client("lights").get("/api/v1/replies/quality").json()["units"]
    assert client("water").get("/api/v1/replies/quality").json()["units"] == []


@pytest.mark.parametrize(
    "what", ["reply:nothing:2026-01-01:2026-01-02:", "reply:all:x:y:", "reply:all:2026-02-02:2026-01-01:"]
)
def test_a_figure_that_does_not_exist_is_refused(world, client, what):
    answer = client("clerk").get("/api/v1/cases", {"gathered": what})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "gathered")


# --- good replies -----------------------------------------------------------------------------------------------------
def satisfied(world, reply: str, text: str = "小区门口路灯不亮，晚上出行不便", **fields) -> str:
    number = world.handling(text=text, **fields)
    world.do(number, "contact", "lights", what="电话了解情况")
    world.do(number, "reply", "lights", reply=reply, outcome="solved")
    world.do(number, "review", "clerk")
    world.do(number, "callback", "clerk", solved="yes", satisfaction="satisfied", unit_contacted=True)
    world.do(number, "close", "clerk")
    return number


def test_replies_that_satisfied_in_like_cases_are_offered_without_personal_data(world, client):
    reply = WHOLE.replace("联系您", "联系演示甲（13800000000）")
    number = satisfied(world, reply)
    found = client("lights").get(f"/api/v1/cases/{world.handling()}/replies/similar").json()["items"]
    assert [item["number"] for item in found] == [number]
    assert "13800000000" not in found[0]["text"]
    assert "演示甲" not in found[0]["text"]
    assert "【姓名】" in found[0]["text"]
    assert "【日期】" in found[0]["text"]


def test_a_reply_without_substance_is_no_example(world, client):
    satisfied(world, "您反映的问题已转相关部门，我们高度重视，感谢您的反映，再见。")
    assert client("lights").get(f"/api/v1/cases/{world.handling()}/replies/similar").json()["items"] == []


def test_the_number_of_an_example_is_told_to_those_who_may_see_the_case(world, client):
    number = satisfied(world, WHOLE)
    Case.objects.filter(number=number).update(lead_unit=world.units["water"])
    mine = world.handling("water")
    found = client("water").get(f"/api/v1/cases/{mine}/replies/similar").json()["items"]
    assert found
    assert found[0]["number"] is None
