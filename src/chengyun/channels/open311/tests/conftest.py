"""A district with a few services and an open interface; a program with a key that asks in both formats at once."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.test import Client

from chengyun.cases import engine, publicity
from chengyun.cases.models import Case, Category
from chengyun.channels import tokens
from chengyun.channels.models import Channel, ChannelToken
from chengyun.channels.open311 import services
from chengyun.channels.open311.models import Service
from chengyun.channels.tests.conftest import _own_home, forget_everything, make_world
from chengyun.kernel import revision
from chengyun.org.access import system_actor
from chengyun.org.models import District

__all__ = ["_own_home"]
LISTS = {
    "services": "service", "service_requests": "request", "service_request_updates": "request_update",
    "errors": "error", "attributes": "attribute", "values": "value", "endpoints": "endpoint", "formats": "format",
    "notes": "note",
}  # fmt: skip
HERE = {"lat": "30.55", "long": "114.30"}


def plain(element: ElementTree.Element) -> Any:
    """XML as the JSON that says the same."""
    assert "}" not in element.tag, "no namespace"
    if element.tag in LISTS:
        assert {one.tag for one in element} <= {LISTS[element.tag]}
        return [plain(one) for one in element]
    if len(element):
        assert len({one.tag for one in element}) == len(element)
        return {one.tag: plain(one) for one in element}
    return element.text


def as_text(value: Any) -> Any:
    """JSON as XML can say it: text, and nothing for null and empty lists alike."""
    if isinstance(value, dict):
        return {name: as_text(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else None if value is None else str(value)


class Program:
    """Somebody's program. `get` asks for JSON and XML, and holds them against each other."""

    def __init__(self, key: str, test_key: str):
        self.key, self.test_key = key, test_key
        self.client = Client(raise_request_exception=False)
        self.last: Any = None

    def get(self, path: str, *, expect: int = 200, base: str = "/open311/v2", **query: str) -> Any:
        said = []
        for form, kind in (("json", "application/json"), ("xml", "text/xml")):
            answer = self.client.get(f"{base}/{path}.{form}", query)
            assert answer.status_code == expect, (path, answer.status_code, answer.content.decode())
            assert answer["Content-Type"] == f"{kind}; charset=utf-8"
            said.append(answer.content)
        self.last = answer
        assert said[1].startswith(b'<?xml version="1.0" encoding="utf-8"?>')
        found = json.loads(said[0])
        same = plain(ElementTree.fromstring(said[1]))
        assert same == as_text(found)
        return found

    def post(
        self, path: str = "requests", *, expect: int = 200, base: str = "/open311/v2", form: str = "json",
        query: str = "", **given: Any,
    ) -> Any:  # fmt: skip
        given = {"api_key": self.key, **given} if "api_key" not in query else given
        answer = self.client.post(
            f"{base}/{path}.{form}{query}", urlencode(given, doseq=True),
            content_type="application/x-www-form-urlencoded; charset=utf-8",
        )  # fmt: skip
        self.last = answer
        assert answer.status_code == expect, answer.content.decode()
        return json.loads(answer.content) if form == "json" else plain(ElementTree.fromstring(answer.content))

    def report(self, words: str = "路灯不亮，晚上看不清路", code: str = "0101", **more: Any) -> str:
        """A request that anybody may read: its number."""
        number = self.post(service_code=code, description=words, **{**HERE, **more})[0]["service_request_id"]
        publicity.publish(system_actor("审核员"), Case.objects.get(number=number), "路灯不亮")
        return number

    def do(self, number: str, action: str, **data: Any) -> None:
        engine.perform(number, action, system_actor("测试"), data)


def make_services() -> None:
    District.objects.create(
        profile="demo", code="429999", name="演示区", centre_name="演示区城运中心", is_demo=True, source="测试"
    )
    Channel.objects.create(code="open311", name="开放接口", kind="api", source="测试")
    upper = Category.objects.get(code="01")
    for code, name in (("0103", "建议"), ("0104", "举报")):
        Category.objects.create(code=code, name=name, parent=upper, source="K")
    attributes = [
        {"code": "lamp", "description": "路灯怎么了", "datatype": "singlevaluelist", "required": True,
         "values": ["dark=不亮", "leaning=倾斜"], "hint": "选一项"},
        {"code": "blocks", "description": "挡住了什么", "datatype": "multivaluelist",
         "values": ["road=车道", "walk=人行道"]},
        {"code": "count", "description": "几处", "datatype": "number"},
        {"code": "since", "description": "从何时起", "datatype": "datetime"},
    ]  # fmt: skip
    for code, type_, more in (
        ("0101", Service.REALTIME, {"keywords": ["占道", "摊贩"], "description": "占用人行道", "notice": "请记下编号"}),
        ("0102", Service.REALTIME, {"attributes": attributes}),
        ("0103", Service.BATCH, {}),
        ("0104", Service.BLACKBOX, {"notice": "已收到"}),
    ):
        category = Category.objects.get(code=code)
        Service.objects.create(category=category, kind="complaint", type=type_, source="测试", **more)
    for topic in ("org", "catalogue", "channels", services.TOPIC):
        revision.bump(topic)
    forget_everything()
    services.forget()


@pytest.fixture
def program(db):
    make_world()
    make_services()
    channel = Channel.objects.get(code="open311")
    key = tokens.issue(channel, "演示程序", scopes=[ChannelToken.OPEN311])[1]
    test_key = tokens.issue(channel, "试用程序", scopes=[ChannelToken.OPEN311_TEST])[1]
    yield Program(key, test_key)
    services.forget()
