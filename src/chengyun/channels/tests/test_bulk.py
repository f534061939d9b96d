from datetime import UTC, datetime

import pytest
from django.db import connection, models

from chengyun.cases import audit, bulk, engine
from chengyun.cases.engine import Registration
from chengyun.cases.models import Case, CaseText, CaseVisibility, Category, Clock, Event, Requester
from chengyun.org.access import system_actor
from chengyun.org.models import Unit

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)


def registrations():
    well = Category.objects.get(code="0102")
    return [
        Registration(
            kind="complaint", text="幸福路口井盖破损，夜间行人容易踩空。\n请尽快处理 O'Brien \\ 号",
            title="井盖破损", channel="city", external_id="B-1", digest=b"\x01" * 32, category_id=well.pk,
            requester={"name": "张三丰", "phone": "138 0000 1234", "id_number": "420106199001011234",
                       "address": "幸福里"},
            lng=114.3, lat=30.55, crs="wgs84", address="幸福路口", urgency="", flags=["sensitive"],
            occurred_at=datetime(2026, 11, 18, 22, 0, tzinfo=UTC),
            received_at=datetime(2026, 11, 18, 23, 0, tzinfo=UTC),
            facts={"note": "原样\t保留", "n": 1},
        ),
        Registration(kind="inquiry", text="办理居住证需要哪些材料？", channel="web"),
        Registration(
            kind="complaint", text="噪声扰民", channel="city", external_id="B-2", requester={"anonymous": True}
        ),
    ]  # fmt: skip


FREE = {"id", "case_id", "requester_id", "number", "external_id", "intake_digest", "created_at", "updated_at",
        "head_hash", "previous", "hash", "tx", "sealed", "received_at", "assignment_id", "at", "accepted_at",
        "dispatched_at", "sent_at"}  # fmt: skip


def columns(row):
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in FREE and not isinstance(field, models.BinaryField)
    }


def everything(case):
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, search::text FROM cases_casetext WHERE case_id = %s", [case.pk])
        words = cursor.fetchone()
    return {
        "case": columns(case), "words": words,
        "requester": columns(case.requester) if case.requester else None,
        "clocks": [columns(row) for row in Clock.objects.filter(case=case).order_by("id")],
        "events": [
            {**columns(row), "payload": {**row.payload, "external_id": None}}
            for row in Event.objects.filter(case=case).order_by("seq")
        ],
        "parts": [columns(row) for row in case.assignments.order_by("id")],
        "owners": [row.assignment.unit_id if row.assignment else None
                   for row in Clock.objects.filter(case=case).order_by("id")],
        "seen_by": sorted(CaseVisibility.objects.filter(case=case).values_list("unit_id", "is_open", "next_due_at")),
    }  # fmt: skip


def test_many_at_once_give_the_same_rows_as_one_by_one(world, monkeypatch):
    monkeypatch.setattr(engine.timezone, "now", lambda: NOW)
    unit = Unit.objects.get(code="C")
    then = [("accept", {}), ("dispatch", {"unit_id": unit.pk, "note": "请办理"})]
    actor = system_actor("批量")
    singly = [everything(engine.create(actor, row, then).case) for row in registrations()]
    before = list(Case.objects.order_by("id"))
    again = registrations()
    for row in again:
        row.external_id = row.external_id and row.external_id.replace("B", "C")
    made = bulk.create_many(actor, again, then, now=NOW)
    assert all(row.is_new for row in made)
    together = [everything(Case.objects.get(number=row.number)) for row in made]
    for one, other in zip(singly, together, strict=True):
        for part in one:
            assert other[part] == one[part], part
    for one, other in zip(before, (Case.objects.get(number=row.number) for row in made), strict=True):
        assert one.number[:12] == other.number[:12]
        assert int(other.number[-6:]) > int(one.number[-6:])
        assert (one.requester is None) == (other.requester is None)
        if one.requester:
            assert one.requester.phone_index == other.requester.phone_index
            assert one.requester.id_index == other.requester.id_index
    assert list(audit.verify()) == []


def test_numbers_have_no_gaps_and_no_doubles(world):
    rows = [Registration(kind="complaint", text=f"第 {at} 件", channel="city") for at in range(30)]
    rows[7].kind = "no such kind"
    made = bulk.create_many(system_actor("批量"), rows)
    assert made[7].problem.status == 422
    numbers = [int(row.number[-6:]) for row in made if row.is_new]
    assert numbers == list(range(1, 30))


def test_an_external_id_comes_once_within_a_batch_and_over_batches(world):
    def row(external_id, digest):
        return Registration(kind="complaint", text="占道", channel="city", external_id=external_id, digest=digest)

    made = bulk.create_many(system_actor("批量"), [row("1", b"a"), row("1", b"a"), row("1", b"b"), row("2", b"a")])
    assert [(m.is_new, bool(m.problem)) for m in made] == [(True, False), (False, False), (False, True), (True, False)]
    assert made[1].number == made[0].number
    again = bulk.create_many(system_actor("批量"), [row("1", b"a"), row("2", b"z"), row("3", b"a")])
    assert [(m.is_new, bool(m.problem)) for m in again] == [(False, False), (False, True), (True, False)]
    assert Case.objects.count() == 3
    assert CaseText.objects.count() == 3
    assert Requester.objects.count() == 0
