"""Who saw, took out or printed what: one list for auditors, filtered, complete, exported."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chengyun.cases import desk, engine
from chengyun.cases.models import ExportRecord, UnmaskRecord
from chengyun.cases.tests.world import World, build
from chengyun.kernel import config
from chengyun.org.access import actor_for
from chengyun.org.acting_for import as_colleague
from chengyun.org.models import Account, AccountEvent, Grant, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db, tmp_path, monkeypatch) -> World:
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    yield build()
    config.current.cache_clear()


def client_of(username, *permissions):
    account = Account.objects.create(username=username, display_name=f"演示{username}")
    role = Role.objects.create(code=f"r-{username}", name="角色", permissions=list(permissions))
    Grant.objects.create(account=account, role=role)
    client = Client()
    client.force_login(account)
    return client


def reads(client, **wanted):
    answer = client.get("/api/v1/audit/reads", wanted)
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


def some_of_each(world):
    """An unmasking, an export of a list, a print; by two people, on one case."""
    number = world.request(requester={"name": "演示甲", "phone": "13800000000"}).case.number
    clerk = Account.objects.get(username="clerk")
    desk.unmask(number, actor_for(clerk), "核对地址")
    other = Account.objects.get(username="lights")
    ExportRecord.objects.create(account_id=other.pk, account_name="x", format="xlsx", reason="月报", rows=5,
                                complete=True, query={"open": True}, words="在办")  # fmt: skip
    ExportRecord.objects.create(account_id=clerk.pk, account_name="x", format="pdf", reason="存档", clear=True, rows=1,
                                query={"numbers": [number]}, words=f"打印案件 {number}")  # fmt: skip
    return number


def test_all_three_ways_stand_in_one_list_and_lead_to_the_case(world):
    number = some_of_each(world)
    rows = reads(client_of("audit", "audit.reads"))
    assert [(row["kind"], row["number"], row["reason"], row["clear"]) for row in rows] == [
        ("print", number, "存档", True), ("export", None, "月报", False), ("unmask", number, "核对地址", True),
    ]  # fmt: skip


def test_it_is_narrowed_by_person_way_case_time_and_personal_data(world):
    number = some_of_each(world)
    audit = client_of("audit", "audit.reads")
    assert {row["kind"] for row in reads(audit, username="clerk")} == {"print", "unmask"}
    assert [row["kind"] for row in reads(audit, kind="export")] == ["export"]
    assert [row["kind"] for row in reads(audit, kind="print")] == ["print"]
    assert {row["kind"] for row in reads(audit, number=number)} == {"print", "unmask"}
    assert {row["kind"] for row in reads(audit, clear="true")} == {"print", "unmask"}
    tomorrow = (timezone.now() + timedelta(days=1)).isoformat()
    assert reads(audit, since=tomorrow) == []
    assert reads(audit, username="nobody-at-all") == []


def test_what_was_done_for_a_colleague_names_both(world):
    number = world.request(requester={"name": "演示甲", "phone": "13800000000"}).case.number
    clerk, other = Account.objects.get(username="clerk"), Account.objects.get(username="lights")
    actor = as_colleague(actor_for(other), clerk)
    desk.unmask(number, actor, "代为回电")
    engine.perform(number, "note", actor, {"text": "已回电"})
    (row,) = reads(client_of("audit", "audit.reads"))
    assert (row["account"], row["acted_for"]) == ("lights", str(clerk))
    page = Client()
    page.force_login(clerk)
    event = page.get(f"/api/v1/cases/{number}/events").json()["items"][-1]
    assert (event["actor"]["name"], event["actor"]["for"]) == (str(other), str(clerk))


def test_the_chain_of_a_case_proves_for_whom_something_was_done(world):
    from chengyun.cases.audit import verify
    from chengyun.cases.models import Event

    number = world.request().case.number
    clerk, other = Account.objects.get(username="clerk"), Account.objects.get(username="lights")
    engine.perform(number, "note", as_colleague(actor_for(other), clerk), {"text": "备注"})
    assert list(verify([number])) == []
    event = Event.objects.filter(case__number=number).latest("seq")
    assert event.payload["acted_for"] == {"id": clerk.pk, "name": str(clerk)}
    assert event.actor_id == other.pk


def test_many_records_of_one_moment_are_read_page_by_page_without_loss(world):
    work = world.request()
    now = timezone.now()
    UnmaskRecord.objects.bulk_create(
        UnmaskRecord(case_id=work.case.pk, account_id=1, reason=str(n), at=now) for n in range(70)
    )
    for n in range(60):
        ExportRecord.objects.create(account_id=1, account_name="x", format="csv", reason=str(n), at=now)
    audit = client_of("audit", "audit.reads")
    seen, cursor = [], ""
    while True:
        page = audit.get("/api/v1/audit/reads", {"cursor": cursor}).json()
        seen += [row["id"] for row in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert len(seen) == len(set(seen)) == 130
    assert audit.get("/api/v1/audit/reads", {"cursor": "bm9uc2Vuc2U"}).status_code == 400


def test_only_auditors_see_it_not_even_administrators(world):
    other = client_of("sysadmin", "audit.read", "account.manage", "system.view")
    assert other.get("/api/v1/audit/reads").status_code == 403
    assert other.get("/api/v1/audit/reads/export").status_code == 403


def test_taking_the_list_out_is_recorded_too(world):
    some_of_each(world)
    audit = client_of("audit", "audit.reads")
    answer = audit.get("/api/v1/audit/reads/export?format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[5] for row in rows[1:4]] == ["打印案件", "导出清单", "查看诉求人"]
    event = AccountEvent.objects.latest("id")
    assert (event.kind, event.detail) == ("audit_exported", {"what": "reads", "count": 3})
