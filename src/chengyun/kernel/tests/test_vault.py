"""The vault: sealed records, blind indexes, the key ring and its loss, rotation."""

from __future__ import annotations

import json
import os
import stat

import pytest
from click.testing import CliRunner
from django.db import connection

from chengyun.kernel import vault
from chengyun.kernel.keyring import read_ring
from chengyun.kernel.models import KeyMark

pytestmark = pytest.mark.django_db

RECORD = {"name": "测试者", "phone": "13800000000", "note": "'; DROP TABLE x; -- =1+1"}


@pytest.fixture(autouse=True)
def ring(home, monkeypatch):
    monkeypatch.setattr(vault, "_loaded", None)
    monkeypatch.setattr(vault, "_sealed_columns", [])
    return home / "keys" / "vault.json"


class Records:
    """A table with a sealed column, as rooms have them."""

    def __init__(self):
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE test_record (id bigserial PRIMARY KEY, sealed bytea)")

    def add(self, sealed):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO test_record (sealed) VALUES (%s)", [sealed])

    def all(self):
        with connection.cursor() as cursor:
            cursor.execute("SELECT sealed FROM test_record ORDER BY id")
            return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def records(monkeypatch):
    monkeypatch.setattr(vault, "_names", lambda model, field: ('"test_record"', '"sealed"', '"id"'))
    vault.register_sealed("kernel.Record", "sealed")
    vault.register_sealed("kernel.Record", "sealed")
    return Records()


def test_a_record_opens_as_it_was_and_shows_nothing_before():
    blob = vault.seal(RECORD)
    assert vault.open_(blob) == RECORD
    assert vault.open_(memoryview(blob)) == RECORD
    assert b"138" not in blob
    assert "测试者".encode() not in blob
    assert vault.seal(RECORD) != blob


def test_every_changed_byte_is_noticed():
    blob = vault.seal({"a": "b"})
    for at in range(len(blob)):
        changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with pytest.raises((vault.Tampered, vault.VaultError)):
            vault.open_(changed)
    for wrong in (b"", b"\x01", blob[:50], b"\x09" + blob[1:]):
        with pytest.raises(vault.Tampered):
            vault.open_(wrong)


def test_a_record_of_another_place_does_not_open_here():
    blob = vault.seal(RECORD, context="case 1")
    assert vault.open_(blob, context="case 1") == RECORD
    with pytest.raises(vault.Tampered):
        vault.open_(blob, context="case 2")


def test_blind_indexes_find_equal_values_of_one_kind_only():
    index = vault.blind_index("phone", "13800000000")
    assert len(index) == 16
    assert vault.blind_index("phone", "+86 138 0000 0000") == index
    assert vault.blind_index("id_number", "13800000000") != index
    assert vault.blind_index("phone", "13800000001") != index
    with pytest.raises(ValueError, match="empty"):
        vault.blind_index("phone", "无")
    with pytest.raises(ValueError, match="unknown kind"):
        vault.blind_index("colour", "red")


def test_the_key_ring_is_made_once_for_the_owner_only(ring):
    fingerprint = vault.ensure_key_ring()
    assert stat.S_IMODE(os.stat(ring).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(ring.parent).st_mode) == 0o700
    assert KeyMark.objects.get().fingerprint == fingerprint
    assert sorted(p.name for p in ring.parent.iterdir()) == ["vault.json"]
    assert vault.ensure_key_ring() == fingerprint
    assert str(fingerprint) not in ring.read_text()


def test_a_lost_key_ring_is_said_clearly_and_never_replaced(ring):
    blob = vault.seal(RECORD)
    kept = ring.read_bytes()
    ring.unlink()
    for ask in (
        lambda: vault.open_(blob),
        lambda: vault.seal(RECORD),
        lambda: vault.blind_index("phone", "13800000000"),
    ):
        with pytest.raises(vault.VaultError, match=r"missing.*Restore"):
            ask()
    assert not ring.exists()
    ring.write_bytes(kept)
    assert vault.open_(blob) == RECORD


def test_who_finds_no_key_ring_while_another_makes_it_uses_that_one(ring, monkeypatch):
    marks = vault._marks

    def made_meanwhile() -> list[str]:
        monkeypatch.setattr(vault, "_marks", marks)
        vault.ensure_key_ring()
        return marks()

    monkeypatch.setattr(vault, "_marks", made_meanwhile)
    blob = vault.seal(RECORD)
    assert vault.open_(blob) == RECORD


def test_the_key_ring_of_another_installation_is_refused(ring):
    vault.ensure_key_ring()
    data = json.loads(ring.read_text())
    data["index_key"] = "A" * 43 + "="
    ring.write_text(json.dumps(data))
    with pytest.raises(vault.VaultError, match="was made with"):
        vault.seal(RECORD)


@pytest.mark.parametrize("text", ["", "{}", "[]", "{", '{"format": 1, "keys": {}, "current": 1, "index_key": ""}'])
def test_a_damaged_key_ring_is_said_clearly(ring, text):
    ring.parent.mkdir(mode=0o700)
    ring.write_text(text)
    with pytest.raises(vault.VaultError, match="damaged"):
        vault.seal(RECORD)
    assert ring.read_text() == text


def test_rotation_changes_the_key_of_new_records_and_old_ones_still_open(ring):
    old = vault.seal(RECORD)
    index = vault.blind_index("phone", "13800000000")
    fingerprint = vault.ensure_key_ring()
    assert vault.rotate() == 2
    new = vault.seal(RECORD)
    assert (old[1:3], new[1:3]) == (b"\0\1", b"\0\2")
    assert vault.open_(old) == vault.open_(new) == RECORD
    assert vault.blind_index("phone", "13800000000") == index
    assert vault.ensure_key_ring() == fingerprint
    assert stat.S_IMODE(os.stat(ring).st_mode) == 0o600
    wrapped = vault.rewrap(old)
    assert wrapped[1:3] == b"\0\2"
    assert wrapped[47:] == old[47:]
    assert vault.open_(wrapped) == RECORD
    assert vault.rewrap(wrapped) == wrapped


def test_a_record_of_a_later_rotation_tells_that_the_key_ring_is_old(ring):
    vault.ensure_key_ring()
    before = ring.read_bytes()
    vault.rotate()
    blob = vault.seal(RECORD)
    ring.write_bytes(before)
    with pytest.raises(vault.VaultError, match="master key 2"):
        vault.open_(blob)


def test_all_records_are_rewrapped_in_batches_and_counted(records):
    for number in range(7):
        records.add(vault.seal({"n": str(number)}))
    records.add(None)
    records.add(b"")
    vault.rotate()
    records.add(vault.seal({"n": "7"}))
    assert vault.sealed_counts() == {("kernel.Record", "sealed"): {1: 7, 2: 1}}
    assert list(vault.rewrap_all(batch=3)) == [("kernel.Record", 3), ("kernel.Record", 6), ("kernel.Record", 7)]
    assert vault.sealed_counts() == {("kernel.Record", "sealed"): {2: 8}}
    assert [vault.open_(sealed)["n"] for sealed in records.all() if sealed] == list("01234567")
    assert list(vault.rewrap_all()) == []


def test_rotation_and_status_from_the_command_line(records, ring):
    from chengyun.kernel.cli import vault as command

    records.add(vault.seal(RECORD))
    answer = CliRunner().invoke(command, ["rotate"], catch_exceptions=False)
    assert answer.exit_code == 0
    assert read_ring(ring).current == 2
    assert vault.sealed_counts() == {("kernel.Record", "sealed"): {2: 1}}
    answer = CliRunner().invoke(command, ["status"], catch_exceptions=False)
    assert answer.exit_code == 0
    assert "kernel.Record.sealed" in answer.output
    secret = json.loads(ring.read_text())["keys"]["2"]["key"]
    assert secret not in answer.output
    ring.unlink()
    answer = CliRunner().invoke(command, ["status"])
    assert answer.exit_code == 1
    assert "missing" in answer.output
