"""What people see and do about messages: dead letters, by hand, beside a case; a day compared with the other side."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.cases import notices
from chengyun.cases.models import Case, Notice
from chengyun.channels.models import Channel, InboundItem
from chengyun.channels.outbox import connecting, delivering, reconciling, watching
from chengyun.channels.outbox.connecting import Way
from chengyun.channels.outbox.messages import REFUSED, Verdict
from chengyun.channels.outbox.models import WriteBack
from chengyun.kernel import config, revision
from chengyun.org.models import Account, Grant, Role

from .conftest import STEPS, send_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(world):
    Channel.objects.create(code="city", name="市级平台", kind="api", direction="both", source="K")
    revision.bump("channels")
    revision.forget()


@pytest.fixture
def desk(world):
    def person(name, *permissions):
        role = Role.objects.create(code=name, name=name, permissions=list(permissions))
        account = Account.objects.create_user(name, None, display_name=name)
        Grant.objects.create(account=account, role=role)
        client = Client()
        client.force_login(account)
        return client

    return person


def ask(client, method, path, body=None):
    answer = client.generic(method, f"/api/v1{path}", json.dumps(body or {}), "application/json")
    return answer.status_code, answer.json()


def answered(world, key):
    number = world.request(channel="city", external_id=key).case.number
    world.do(number, "accept", "clerk")
    world.do(number, "direct_answer", "clerk", answer="已说明办理方式，请带身份证到窗口")
    return number


def test_a_dead_letter_is_found_read_and_sent_again_and_everything_is_written_down(world, city, peer, desk):
    number = answered(world, "C-1")
    peer.says["sign"] = Verdict(REFUSED, "编号不合规，请联系 13800001234", 422)
    send_all(1)
    handler = desk("handler", "writeback.view", "writeback.handle", "case.view", "case.view_all")
    _, page = ask(handler, "GET", "/outbox/messages?state=dead")
    (row,) = page["items"]
    assert (row["number"], row["error"], page["counts"]) == (
        number, "编号不合规，请联系 138****1234", {"waiting": 1, "by_hand": 0, "dead": 1},
    )  # fmt: skip
    _, found = ask(handler, "GET", f"/outbox/messages/{row['id']}")
    assert (found["behind"], found["text"], found["may"]) == (
        1, f"id：C-1\nno：{number}\nn：1", ["retry", "skip", "fill"],
    )  # fmt: skip
    assert [one["number"] for one in ask(handler, "GET", "/cases?gathered=writeback:city.dead")[1]["items"]] == [number]
    assert ask(handler, "POST", f"/outbox/messages/{row['id']}/decide", {"do": "skip"})[0] == 422
    peer.says.clear()
    _, found = ask(handler, "POST", f"/outbox/messages/{row['id']}/decide", {"do": "retry"})
    assert [(one["by"], one["what"]) for one in found["steps"]] == [("handler", "retry")]
    send_all()
    assert set(WriteBack.objects.values_list("state", flat=True)) == {"done"}
    assert ask(handler, "POST", f"/outbox/messages/{row['id']}/decide", {"do": "retry"})[0] == 409
    _, lines = ask(handler, "GET", f"/cases/{number}/write-backs")
    assert [(one["message"], one["state"]) for one in lines["items"]] == [("sign", "done"), ("close", "done")]
    outsider = desk("outsider", "writeback.view")  # a system administrator, who sees no cases
    _, found = ask(outsider, "GET", f"/outbox/messages/{row['id']}")
    assert (found["sees_content"], found["text"], found["may"]) == (False, "", [])
    assert ask(outsider, "POST", f"/outbox/messages/{row['id']}/decide", {"do": "replay", "note": "再发一次"})[0] == 403
    assert ask(outsider, "GET", f"/cases/{number}/write-backs")[0] == 403


def test_through_a_door_without_an_interface_a_person_copies_the_text_and_says_so(world, city, peer, desk):
    before = connecting.provide(lambda: {"city": Way("city", "市级平台", "by_hand", STEPS)})
    try:
        number = answered(world, "C-1")
        send_all(1)
        assert peer.asked == 0
        handler = desk("handler", "writeback.view", "writeback.handle", "case.view", "case.view_all")
        _, page = ask(handler, "GET", "/outbox/messages?state=by_hand&door=city")
        first, second = page["items"]
        _, found = ask(handler, "GET", f"/outbox/messages/{second['id']}")
        assert (found["text"].splitlines()[2], found["ahead"]) == ("words：已说明办理方式，请带身份证到窗口", "sign")
        path = f"/outbox/messages/{first['id']}/decide"
        assert ask(handler, "POST", path, {"do": "fill"})[0] == 422
        _, found = ask(handler, "POST", path, {"do": "fill", "receipt": "SJ-77", "note": "已填入市平台"})
        assert (found["state"], found["by"], found["receipt"]) == ("done", "handler", "SJ-77")
        health = ask(handler, "GET", "/outbox/doors")[1]["doors"]
        assert [(row["state"], row["waiting"]) for row in health] == [("hand", 1)]
        assert Case.objects.get(number=number).state == "closed"
    finally:
        connecting.provide(before)


def test_a_day_is_compared_with_the_other_side_both_ways(world, city, peer, tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    agreed, unlike, ours = (answered(world, key) for key in ("C-1", "C-2", "C-3"))
    day = timezone.localtime().replace(hour=12)
    Case.objects.filter(number__in=(agreed, unlike, ours)).update(received_at=day)
    send_all()
    WriteBack.objects.filter(case__number=unlike, seq=2).update(state="dead")
    InboundItem.objects.create(channel=Channel.objects.get(), external_id="C-9", digest=b"1" * 32)
    way = Way("city", "市级平台", "peer", STEPS, {"list_folder": "city-lists", "list_items": "data"})
    before = connecting.provide(lambda: {"city": way})
    try:
        row = reconciling.run(reconciling.begin("city", day.date()))
        assert (row.state, row.error) == ("failed", f"目录里没有 reconcile-{day:%Y%m%d}.json 或 .csv")
        theirs = [{"id": "C-1", "state": "close"}, {"id": "C-2", "state": "sign"}, {"id": "C-9", "state": ""}]
        (tmp_path / "exchange/city-lists" / f"reconcile-{day:%Y%m%d}.json").write_text(json.dumps({"data": theirs}))
        row = reconciling.run(reconciling.begin("city", day.date()))
    finally:
        connecting.provide(before)
        monkeypatch.undo()
        config.current.cache_clear()
    assert (row.state, row.ours, row.theirs, row.agreed) == ("differs", 3, 3, 1)
    found = {kind: Case.objects.filter(reconciling.condition(f"{row.pk}.{kind}"))
             for kind in ("ours", "only_ours", "unlike")}  # fmt: skip
    assert {kind: set(cases.values_list("number", flat=True)) for kind, cases in found.items()} == {
        "ours": {agreed, unlike, ours},
        "only_ours": {ours},
        "unlike": {unlike},
    }
    found = {(one["kind"], one["number"], one["ours"], one["theirs"], one["why"])
             for one in reconciling.detail(row.pk)["differences"]}  # fmt: skip
    assert found == {
        ("only_ours", ours, "close", "", ""), ("only_theirs", None, "", "", "在待处理件里，还没有成案"),
        ("unlike", unlike, "sign", "sign", "有 1 条回传失败"),
    }  # fmt: skip


def test_whoever_handles_it_is_told_once_a_day_that_a_door_stalled(world, city, peer, desk):
    desk("handler", "writeback.handle")
    answered(world, "C-1")
    assert watching.look() == 0
    WriteBack.objects.update(next_at=timezone.now() - timedelta(hours=1))
    assert (watching.look(), watching.look()) == (1, 0)
    told = Notice.objects.get()
    assert told.text == "“市级平台”的回传停住了，还有 2 条没有送出"
    assert notices.item(told)["opens"]["page"] == "doors"
    delivering.work_off(5)
    send_all()
    assert watching.look() == 0
