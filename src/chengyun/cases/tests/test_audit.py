"""The chain: whatever is changed or removed behind the engine's back is named."""

from __future__ import annotations

import time

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import DatabaseError

from chengyun.cases import audit
from chengyun.cases.models import Event, Seal

pytestmark = pytest.mark.django_db


@pytest.fixture
def number(world) -> str:
    return world.replied()


def behind_the_back(sql: str, *parameters) -> None:
    """As a database administrator with bad intentions would: with the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, parameters)
        cursor.execute("SET session_replication_role = DEFAULT")


def test_an_untouched_history_has_no_faults(number):
    assert list(audit.verify()) == []


def test_the_database_itself_refuses_to_change_an_event(number):
    for sql in ("UPDATE cases_event SET actor_name = 'x'", "DELETE FROM cases_event"):
        with pytest.raises((InternalError, DatabaseError)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


@pytest.mark.parametrize(
    "change",
    [
        "payload = '{}'::jsonb",
        "actor_name = '别人'",
        "at = at + interval '1 second'",
        "to_state = 'closed'",
        "action = 'note'",
    ],
)
def test_a_changed_event_is_named(number, change):
    behind_the_back(f"UPDATE cases_event SET {change} WHERE seq = 3")
    found = list(audit.verify())
    assert (found[0].case, found[0].seq) == (number, 3)
    assert "被改动" in found[0].what


def test_a_removed_event_is_named(number):
    behind_the_back("DELETE FROM cases_event WHERE seq = 2")
    found = list(audit.verify())
    assert (found[0].case, found[0].seq, "被删除" in found[0].what) == (number, 2, True)


def test_a_removed_tail_is_named(number):
    behind_the_back("DELETE FROM cases_event WHERE seq = (SELECT max(seq) FROM cases_event)")
    assert any("末尾缺少 1 条" in finding.what for finding in audit.verify())


def test_a_removed_case_is_named_by_its_number_and_by_the_seal(world, number):
    other = world.request().case
    audit.seal()
    for table, column in [*_hanging_on_cases(), ("cases_case", "id")]:
        behind_the_back(f"DELETE FROM {table} WHERE {column} = %s", other.pk)
    assert any("有案件被删除" in finding.what for finding in audit.verify())


def _hanging_on_cases() -> list[tuple[str, str]]:
    """Tables and columns that refer to cases, whichever rooms are there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]"
            " WHERE c.contype = 'f' AND c.confrelid = 'cases_case'::regclass AND c.conrelid <> c.confrelid"
        )
        return cursor.fetchall()


def test_a_state_changed_on_the_row_alone_is_named(number):
    behind_the_back("UPDATE cases_case SET state = 'closed'")
    assert any("状态" in finding.what for finding in audit.verify())


def _seal_everything() -> int:
    """Seal until all events are: long transactions of other tests on the same server hold the horizon back."""
    deadline = time.monotonic() + 400
    while time.monotonic() < deadline:
        audit.seal()
        sealed = sum(Seal.objects.values_list("count", flat=True))
        if sealed == Event.objects.count():
            return sealed
        time.sleep(0.2)
    raise AssertionError("events stay unsealed")


@pytest.mark.django_db(transaction=True)
def test_seals_cover_finished_transactions_and_show_a_removed_history(transactional_db):
    from .world import build

    world = build()
    world.request()
    number = world.request().case.number
    assert _seal_everything() == Event.objects.count() == 2
    assert audit.seal() is None
    behind_the_back("DELETE FROM cases_event WHERE case_id = (SELECT id FROM cases_case WHERE number = %s)", number)
    assert any("整案删除" in finding.what for finding in audit.verify())


@pytest.mark.django_db(transaction=True)
def test_a_database_restored_into_another_cluster_goes_on_in_a_new_era(transactional_db):
    from .world import build

    world = build()
    world.request()
    _seal_everything()
    ahead = 1_000_000_000
    behind_the_back("UPDATE cases_event SET tx = tx + %s", ahead)
    behind_the_back("UPDATE cases_seal SET to_tx = to_tx + %s", ahead)
    assert audit.begin_era()
    assert not audit.begin_era()
    world.request()
    _seal_everything()
    assert list(audit.verify()) == []
