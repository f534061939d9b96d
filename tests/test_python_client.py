"""The Python client works against the server, and what its README shows can be done as it is written."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from chengyun.cases.tests.world import build
from chengyun.channels import queries, tokens
from chengyun.channels.models import Channel
from chengyun.kernel import ratelimit, revision
from chengyun.org import systems
from chengyun.org.access import system_actor
from chengyun.org.models import Account, Grant, Role
from chengyun.webhooks import keeping, sending

PACKAGE = Path(__file__).resolve().parent.parent / "clients" / "python"
sys.path.insert(0, str(PACKAGE / "src"))
import chengyun_client  # noqa: E402
from chengyun_client import transport  # noqa: E402

BLOCK = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def world(db, monkeypatch):
    """A case, a system account with a token, a channel with a token; the client speaks to the application itself."""
    made = build()
    made.handling(), made.handling()
    role = Role.objects.create(
        code="peer", name="数据平台", permissions=["case.view", "case.view_all", "case.note", "case.handle"]
    )
    account = Account.objects.create(username="peer", display_name="数据平台", kind=Account.SYSTEM)
    Grant.objects.create(account=account, role=role)
    channel = Channel.objects.create(code="app", name="演示应用", kind="api", source="测试")
    for topic in ("org", queries.TOPIC):
        revision.bump(topic)
    ratelimit.forget()
    _, token = systems.issue(account, "测试", role.permissions, by_id=None)
    monkeypatch.setenv("CHENGYUN_TOKEN", token)
    monkeypatch.setenv("CHENGYUN_CHANNEL_TOKEN", tokens.issue(channel, "测试")[1])
    inside = httpx.WSGITransport(app=get_wsgi_application())
    plain = httpx.Client
    monkeypatch.setattr(transport.httpx, "Client", lambda **given: plain(**{**given, "transport": inside}))
    both = (request_started, request_finished)
    for signal in both:  # the test's transaction stays open, as with Django's own test client
        signal.disconnect(close_old_connections)
    yield made
    for signal in both:
        signal.connect(close_old_connections)


def test_what_the_readme_shows_can_be_done(world, monkeypatch, capsys):
    shown: dict = {}
    for example in BLOCK.findall((PACKAGE / "README.md").read_text(encoding="utf-8")):
        exec(compile(example, "README.md", "exec"), shown)
    assert "receive" in shown
    assert len(shown["numbers"]) == 2
    assert "note" in [event["action"] for event in shown["chengyun"].events(shown["numbers"][0])]
    given = {"name": "对方", "url": "https://peer.example/hook?a=1", "contact": "", "events": [], "filters": {}}
    hook, secret = keeping.create(system_actor("测试"), {**given, "scheme": "hmac-sm3"})
    monkeypatch.setenv("CHENGYUN_WEBHOOK_SECRET", secret)
    world.request(channel="app")
    outgoing = sending._outgoing(hook, hook.deliveries.get())
    assert shown["receive"]("/hook?a=1", dict(outgoing.headers), outgoing.body) == 204
    assert shown["receive"]("/hook", dict(outgoing.headers), outgoing.body) == 401
    assert "case.registered" in capsys.readouterr().out


def test_pages_follow_one_another_and_a_refusal_says_why(world):
    import os

    with chengyun_client.Client("http://testserver", os.environ["CHENGYUN_TOKEN"]) as client:
        assert len({case["number"] for case in client.cases(limit=1)}) == 2
        with pytest.raises(chengyun_client.Problem) as refused:
            client.act("TS-20200101-000001", "note", {"text": "x"})
        assert (refused.value.status, refused.value.code) == (404, "not_found")
        assert refused.value.request_id


def test_it_waits_as_long_as_it_is_asked_and_repeats_only_what_does_no_harm():
    answers = [
        httpx.Response(429, headers={"Retry-After": "7"}, json={"code": "too_many_requests"}),
        httpx.Response(503, json={"code": "database_away"}),
        httpx.Response(200, json={"items": [], "next_cursor": None}),
    ]  # fmt: skip
    waited: list[float] = []

    def client(given):
        left = iter(given)
        handler = httpx.MockTransport(lambda request: next(left))
        return chengyun_client.Client("http://x", "cyt_x", transport=handler, sleep=waited.append)

    assert list(client(answers).cases()) == []
    assert (waited[0], len(waited)) == (7.0, 2)
    with pytest.raises(chengyun_client.Problem) as refused:
        client([httpx.Response(503, json={"code": "database_away"})]).act("TS-1", "note", {"text": "x"})
    assert refused.value.code == "database_away"


@pytest.mark.parametrize("scheme", ["hmac-sha256", "hmac-sm3", "sm2"])
def test_signatures_of_the_platform_are_known_in_every_scheme(scheme):
    from datetime import UTC, datetime

    from chengyun.kernel import signing

    private, public = signing.new_sm2_pair() if scheme == "sm2" else ("s" * 32, "s" * 32)
    now = datetime.now(UTC)
    headers = signing.sign(scheme, private, method="POST", path="/p?q=1", body=b"{}", at=now)
    chengyun_client.verify(public, headers, path="/p?q=1", body=b"{}", scheme=scheme)
    for change in ({"body": b"{ }"}, {"path": "/p"}, {"now": lambda: now.timestamp() + 400}):
        with pytest.raises(chengyun_client.BadSignature):
            chengyun_client.verify(public, headers, **{"path": "/p?q=1", "body": b"{}", "scheme": scheme, **change})
