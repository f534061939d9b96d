"""What a resident notices, from the code to the second try."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Case
from chengyun.neighbours import delivering, telling
from chengyun.neighbours.models import Delivery, Raised, ResidentSession
from chengyun.org.models import District
from chengyun.places.models import Place

from .conftest import PHONE

pytestmark = pytest.mark.django_db


def through(world, number: str, *, to: str = "callback") -> None:
    """The centre and a unit do their work."""
    clerk, lights = world.clerk, world.lights
    engine.perform(number, "accept", clerk)
    engine.perform(number, "dispatch", clerk, {"unit_id": world.units["lights"].pk})
    engine.perform(number, "acknowledge", lights)
    if to == "handling":
        return
    engine.perform(
        number, "reply", lights,
        {"reply": "已更换灯具，电话 13800000009 可问。", "outcome": "solved"},
    )  # fmt: skip
    engine.perform(number, "review", clerk, {"approve": True})


def test_a_code_opens_the_door_once_and_guessing_closes_it(door):
    someone = door.resident()
    code = someone.post("codes", {"phone": PHONE}).json()["demo_code"]
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"
    for _ in range(5):
        assert someone.post("session", {"phone": PHONE, "code": wrong}).status_code == 401
    assert someone.post("session", {"phone": PHONE, "code": code}).status_code == 401
    someone.log_in()
    assert someone.get("start").json()["me"]["phone_mask"] == "138****0001"
    again = someone.post("codes", {"phone": PHONE})
    assert again.status_code == 202
    assert someone.post("codes", {"phone": PHONE}).status_code == 429
    ResidentSession.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert someone.get("requests").status_code == 401


def test_a_point_on_the_map_is_called_by_its_areas_and_the_nearest_place_and_never_by_a_home(door):
    someone = door.resident()
    assert someone.get("map").status_code == 401
    someone.log_in()
    seen = someone.get("map").json()
    assert seen["base"]["crs"] in ("wgs84", "gcj02")
    Place.objects.create(code="P1", name="演示菜场", address="演示路1号", lng=114.3005, lat=30.6)
    told = someone.post("where", {"lng": 114.3, "lat": 30.6}).json()
    assert (told["near"], 40 < told["metres"] < 60) == ("演示路1号 演示菜场", True)
    assert someone.post("where", {"lng": 114.4, "lat": 30.6}).json()["near"] == ""


def test_without_sms_a_real_district_says_so(door):
    District.objects.update(is_demo=False)
    refused = door.resident().post("codes", {"phone": PHONE})
    assert refused.status_code == 409
    assert refused.json()["code"] == "sms_not_configured"


def test_a_request_is_made_once_with_its_number_and_promise_and_is_followed_in_plain_words(door):
    someone = door.resident().log_in()
    made = someone.raises()
    assert made.status_code == 201, made.content
    told = made.json()
    assert told["promise"]["what"] == "告诉您是否受理"
    assert someone.raises().status_code == 200
    assert Case.objects.filter(channel="neighbour_app").count() == 1
    through(door.world, told["number"])
    told = someone.get(f"requests/{told['number']}").json()
    assert [step["text"] for step in told["steps"]] == ["收到了", "已受理", "已派单", "已答复", "请您评价"]
    assert told["answer"] == "已更换灯具，电话 138****0009 可问。"
    assert told["asks"] == "rate"
    assert door.resident("13800000002", "d2").log_in().get(f"requests/{told['number']}").status_code == 404


def test_dissatisfied_leads_to_redo_and_the_second_time_to_the_centre(door):
    someone = door.resident().log_in()
    number = someone.raises().json()["number"]
    through(door.world, number)
    body = {"act": "rate", "satisfaction": "dissatisfied"}
    assert someone.post(f"requests/{number}", body).status_code == 422
    told = someone.post(f"requests/{number}", {**body, "reasons": ["not_solved"], "text": "还是不亮"}).json()
    assert told["steps"][-1]["text"] == "重新办理"
    case = Case.objects.get(number=number)
    assert (case.state, case.redo_count) == ("dispatched", 1)


def test_me_too_joins_the_known_problem_tells_nothing_of_others_and_each_gets_the_answer(door):
    first, second = door.resident().log_in(), door.resident("13800000002", "d2").log_in()
    here = {"lng": 114.21, "lat": 30.28}
    number = first.raises(text="梧桐路18号路灯不亮，我叫王五，电话 13800000001", **here).json()["number"]
    near = second.post("look", {"text": "梧桐路的路灯不亮了", "address": "梧桐路20号", **here}).json()["nearby"]
    assert [(one["number"], one["where"], one["words"]) for one in near] == [(number, "梧桐路", "")]
    assert "王五" not in str(near)
    assert "18号" not in str(near)
    mine = second.raises(into=number, uuid=str(uuid.uuid4())).json()
    assert (mine["joined"], mine["callers"]) == (True, 2)
    through(door.world, number)
    told = second.get(f"requests/{mine['number']}").json()
    assert (told["asks"], "138" in told["answer"]) == ("rate", False)
    second.post(f"requests/{mine['number']}", {"act": "rate", "satisfaction": "satisfied"})
    first.post(f"requests/{number}", {"act": "rate", "satisfaction": "basically"})
    assert Case.objects.get(number=number).state == "to_close"


def test_a_private_request_is_not_shown_and_cannot_be_joined(door):
    first, second = door.resident().log_in(), door.resident("13800000002", "d2").log_in()
    here = {"lng": 114.21, "lat": 30.28}
    number = first.raises(private=True, anonymous=True, **here).json()["number"]
    assert second.post("look", {"text": "梧桐路的路灯不亮了", "address": "梧桐路", **here}).json()["nearby"] == []
    assert second.raises(into=number, uuid=str(uuid.uuid4())).json()["joined"] is False
    requester = Case.objects.get(number=number).requester
    assert (requester.anonymous, requester.phone_index) == (True, None)


def test_limits_and_restrictions_never_hinder_an_emergency(door):
    someone = door.resident().log_in()
    for _ in range(3):
        assert someone.raises(uuid=str(uuid.uuid4())).status_code == 201
    assert someone.raises(uuid=str(uuid.uuid4())).status_code == 429
    clerk = Client()
    clerk.force_login(door.world.accounts["clerk"])
    number = Raised.objects.first().case.number
    body = {"number": number, "reason": "反复提交无关内容", "days": 7}
    assert clerk.post("/api/v1/neighbours/restrictions", body, "application/json").status_code == 201
    assert someone.raises(uuid=str(uuid.uuid4())).json()["code"] == "restricted"
    fire = someone.raises(text="三楼着火了，快来人", uuid=str(uuid.uuid4()))
    assert fire.status_code == 201
    assert Case.objects.get(number=fire.json()["number"]).urgency == "urgent"
    assert someone.post("look", {"text": "有人被困在电梯里"}).json()["emergency"]["number"] == "119"
    assert someone.post("appeal", {"text": "不是我提的"}).json()["restricted"]["appeal"] == "不是我提的"


def test_each_is_told_once_by_each_way_and_asked_and_answers(door):
    someone = door.resident().log_in()
    number = someone.raises().json()["number"]
    through(door.world, number, to="handling")
    clerk = Client()
    clerk.force_login(door.world.accounts["clerk"])
    asked = clerk.post(f"/api/v1/neighbours/cases/{number}", {"text": "几号楼门口？"}, "application/json")
    assert asked.status_code == 200, asked.content
    assert telling.expand() >= 3
    telling.expand()
    texts = [one["text"] for one in someone.get("messages").json()["items"]]
    assert [number in text for text in texts] == [True, True]
    assert not Delivery.objects.filter(way="sms").exists()
    delivering.deliver()
    told = someone.post(f"requests/{number}", {"act": "answer", "text": "18 号楼"}).json()
    assert told["questions"][0]["answer"] == "18 号楼"
    assert "18 号楼" in Case.objects.get(number=number).words.text


@pytest.mark.parametrize(("to", "state"), [("", "void"), ("handling", "handling")])
def test_withdrawn_before_work_it_is_void_later_the_unit_is_told(door, to, state):
    someone = door.resident().log_in()
    number = someone.raises().json()["number"]
    if to:
        through(door.world, number, to=to)
    assert someone.post(f"requests/{number}", {"act": "withdraw", "text": "修好了"}).status_code == 200
    case = Case.objects.get(number=number)
    assert case.state == state
    assert someone.get("requests").json()["items"] == []


def test_home_is_found_by_words_or_a_signed_card_and_kept_sealed(door):
    from chengyun.neighbours import homes

    someone = door.resident().log_in()
    told = someone.post("home", {"address": "梧桐里社区 3 栋 402"}).json()
    assert told["home"]["path"][-1] == "梧桐里社区"
    assert someone.post("home", {"card": "C1.forged"}).status_code == 422
    assert someone.post("home", {"card": homes.card_of("C1")}).status_code == 200
    from chengyun.neighbours.models import Resident

    row = Resident.objects.get()
    assert "402" not in f"{row.home_mask}{row.phone_mask}"
    assert someone.ask("DELETE", "me").status_code == 204
    assert someone.get("requests").status_code == 401
    assert Resident.objects.get().phone_index is None
