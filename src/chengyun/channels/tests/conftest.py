import gzip
import io
import json

import pytest
from django.test import Client

from chengyun.cases.models import Category, LimitPolicy, Outcome, RequestKind
from chengyun.channels import queries, tokens
from chengyun.channels.models import Channel
from chengyun.kernel import config, ratelimit, revision
from chengyun.org import access
from chengyun.org.models import Account, Grant, Role, Unit


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """Keys and files of a test lie in its own directory; nothing is remembered from the test before."""
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    forget_everything()
    yield
    config.current.cache_clear()
    forget_everything()


def forget_everything():
    """Nothing that this process remembers is true any more."""
    for part in (access, queries, tokens, ratelimit, revision):
        part.forget()


def make_world():
    """Kinds, categories, limits, outcomes, units and two channels of an invented district."""
    for code, name, prefix in (("complaint", "投诉", "TS"), ("inquiry", "咨询", "ZX")):
        RequestKind.objects.create(code=code, name=name, prefix=prefix, source="K")
    upper = Category.objects.create(code="01", name="城市管理", source="K")
    Category.objects.create(code="0101", name="占道经营", parent=upper, source="K")
    Category.objects.create(code="0102", name="井盖", parent=upper, default_urgency="urgent", source="K")
    LimitPolicy.objects.create(
        code="default", lifecycle="request", source="I",
        stages=[{"stage": "accept", "amount": 4, "unit": "working_hour"},
                {"stage": "close", "amount": 15, "unit": "working_day"},
                {"stage": "acknowledge", "amount": 2, "unit": "working_hour"},
                {"stage": "reply", "amount": 5, "unit": "working_day"}],
    )  # fmt: skip
    Outcome.objects.create(code="solved", name="已解决", counts_as_solved=True, source="K")
    centre = Unit.objects.create(code="C", name="区中心", kind="centre")
    centre.path = f"/{centre.pk}/"
    centre.save()
    Channel.objects.create(code="city", name="市级平台", kind="api", source="K")
    Channel.objects.create(code="web", name="网站留言", kind="message", default_kind="complaint", source="K")
    for topic in ("org", "catalogue", "channels", "places"):
        revision.bump(topic)
    forget_everything()


@pytest.fixture
def world(db):
    make_world()


@pytest.fixture
def city(world):
    return Channel.objects.get(code="city")


class Caller:
    """The other side of a channel: posts requests with its token."""

    def __init__(self, code, secret):
        self.code, self.secret, self.client = code, secret, Client()

    def post(self, body, code=None, **headers):
        data = body if isinstance(body, bytes | str) else json.dumps(body)
        headers = {"Authorization": f"Bearer {self.secret}", **headers}
        return self.client.post(
            f"/api/v1/intake/{code or self.code}", data, content_type="application/json", headers=headers
        )

    def upload(self, name, content):
        file = io.BytesIO(content)
        file.name = name
        return self.client.post(
            f"/api/v1/intake/{self.code}/files", {"file": file}, headers={"Authorization": f"Bearer {self.secret}"}
        )

    def get(self, external_id):
        return self.client.get(
            f"/api/v1/intake/{self.code}/{external_id}", headers={"Authorization": f"Bearer {self.secret}"}
        )


@pytest.fixture
def caller(city):
    return Caller("city", tokens.issue(city, "对接测试")[1])


@pytest.fixture
def clerk(world):
    """Somebody who may import, logged in."""
    account = Account.objects.create_user("clerk", None, display_name="导入员")
    role = Role.objects.create(code="importer", name="导入", permissions=["case.import", "case.view", "case.view_all"])
    Grant.objects.create(account=account, role=role)
    client = Client()
    client.force_login(account)
    return client


def request(**changes):
    return {
        "external_id": "A-1", "kind": "投诉", "text": "幸福路口有流动摊贩占道经营，影响通行。",
        "requester": {"name": "张三丰", "phone": "13800001234"},
        "place": {"lng": 114.3, "lat": 30.55, "crs": "gcj02", "address": "幸福路口"},
        "occurred_at": "2026-11-20T08:30:00+08:00", **changes,
    }  # fmt: skip


def csv_file(rows, name="工单.csv"):
    """A CSV as people make it: header from the first row's keys."""
    import csv

    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    content = text.getvalue().encode("utf-8-sig")
    file = io.BytesIO(gzip.compress(content) if name.endswith(".gz") else content)
    file.name = name
    return file
