import json
from types import SimpleNamespace

import pytest
from django.test import Client

from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import build
from chengyun.kernel import revision
from chengyun.neighbours import known
from chengyun.neighbours.models import EmergencyWord, MessageTemplate, PlainStep, UseLimit
from chengyun.org.models import District, Role
from chengyun.places.models import Area

__all__ = ["clock", "door", "world"]
PHONE = "13800000001"


@pytest.fixture
def world(db):
    """The demo district: codes are shown, nothing is sent. Few words, few templates."""
    made = build()
    District.objects.create(
        profile="demo", code="429999", name="演示区", centre_name="演示区城运中心", is_demo=True, source="测试"
    )
    street = Area.objects.create(code="S1", name="梧桐街道", level="subdistrict")
    street.path = f"/{street.pk}/"
    street.save()
    community = Area.objects.create(code="C1", name="梧桐里社区", level="community", parent=street)
    community.path = f"/{street.pk}/{community.pk}/"
    community.save()
    EmergencyWord.objects.create(
        code="fire", number="119", words=["着火", "被困+电梯"], unless=["演练"], advice="请拨打 119"
    )
    for action, state, sentence in (
        ("register", "", "收到了"), ("accept", "", "已受理"), ("dispatch", "", "已派单"), ("reply", "", "已答复"),
        ("review", "callback", "请您评价"), ("redo", "", "重新办理"),
        ("join", "", "合在一起办"), ("close", "", "已办结"),
    ):  # fmt: skip
        PlainStep.objects.create(code=f"{action}{state}", action=action, state=state, sentence=sentence)
    for event, state, ways in (
        ("accept", "", ["app", "sms"]),
        ("review", "callback", ["app"]),
        ("question", "", ["app"]),
    ):
        text = "{number} {question}" if event == "question" else "{number} {due}"
        MessageTemplate.objects.create(code=event, name=event, event=event, state=state, ways=ways, text=text)
    UseLimit.objects.create(code="r", doing="raise", whose="person", most=3, minutes=60)
    UseLimit.objects.create(code="c", doing="code", whose="phone", most=3, minutes=60)
    role = Role.objects.get(code="role-clerk")
    role.permissions = [*role.permissions, *(f"neighbour.{one}" for one in ("view", "ask", "moderate", "block"))]
    role.save()
    for topic in ("org", "places", known.TOPIC):
        revision.bump(topic)
    known.forget()
    yield made
    known.forget()


class Resident:
    """Somebody with a phone in hand."""

    def __init__(self, phone: str = PHONE, device: str = "d1"):
        self.client = Client(headers={"X-Device": device})
        self.phone = phone

    def ask(self, method: str, path: str, body=None, **extra):
        data = json.dumps(body) if body is not None else None
        return self.client.generic(method, f"/api/v1/neighbour/{path}", data or "", "application/json", **extra)

    def get(self, path: str):
        return self.ask("GET", path)

    def post(self, path: str, body):
        return self.ask("POST", path, body)

    def log_in(self):
        code = self.post("codes", {"phone": self.phone}).json()["demo_code"]
        done = self.post("session", {"phone": self.phone, "code": code})
        assert done.status_code == 200, done.content
        return self

    def raises(self, text="梧桐路18号门口路灯不亮，晚上看不见路", uuid="00000000-0000-4000-8000-000000000001", **more):
        body = {"uuid": uuid, "text": text, "address": "梧桐路18号2单元", **more}
        return self.post("requests", body)


@pytest.fixture
def door(world):
    return SimpleNamespace(world=world, resident=Resident)
