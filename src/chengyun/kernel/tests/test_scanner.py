"""The virus scanner: clamd's protocol, and honesty when nobody looked."""

from __future__ import annotations

import io
import socket
import struct
import threading
import time
from contextlib import contextmanager

import pytest

from chengyun.kernel import config
from chengyun.kernel.files import Scanner, open_original, save_upload, scan_pending
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem

TEXT = "情况说明".encode()
MARK = b"harmless-test-mark"


class FakeClamd:
    """Speaks INSTREAM as clamd does. `behaviour`: honest, silent, full (stops reading), hangup or odd."""

    def __init__(self, family=socket.AF_INET, address=("127.0.0.1", 0), behaviour="honest"):
        self.behaviour = behaviour
        self.seen: list[bytes] = []
        self.server = socket.socket(family, socket.SOCK_STREAM)
        self.server.bind(address)
        self.server.listen(8)
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    @property
    def address(self) -> str:
        name = self.server.getsockname()
        return f"unix://{name}" if isinstance(name, str) else f"tcp://127.0.0.1:{name[1]}"

    def serve(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection:
                try:
                    self.talk(connection)
                except OSError:
                    continue

    def talk(self, connection):
        file = connection.makefile("rb")
        assert file.read(10) == b"zINSTREAM\0"
        if self.behaviour == "silent":
            time.sleep(3)
            return
        if self.behaviour == "hangup":
            return
        if self.behaviour == "full":
            connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
        data = b""
        while length := struct.unpack(">I", file.read(4))[0]:
            data += file.read(length)
        self.seen.append(data)
        if self.behaviour == "odd":
            connection.sendall(b"what?\0")
        else:
            connection.sendall(b"stream: Test.Mark FOUND\0" if MARK in data else b"stream: OK\0")

    def close(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join()


@contextmanager
def clamd(**options):
    fake = FakeClamd(**options)
    try:
        yield fake
    finally:
        fake.close()


@pytest.fixture
def use(home, monkeypatch):
    def set_scanner(address):
        monkeypatch.setenv("CHENGYUN_SCANNER", address)
        config.current.cache_clear()

    return set_scanner


def test_a_clean_and_an_infected_file_over_tcp_and_a_unix_socket(tmp_path):
    path = str(tmp_path / "clamd.sock")
    for options in ({}, {"family": socket.AF_UNIX, "address": path}):
        with clamd(**options) as fake:
            scanner = Scanner(fake.address)
            large = b"x" * 200_000
            assert scanner.scan(io.BytesIO(large)).state == "clean"
            assert fake.seen == [large]
            verdict = scanner.scan(io.BytesIO(large + MARK))
            assert (verdict.state, verdict.detail) == ("infected", "Test.Mark")
            assert scanner.scan(io.BytesIO(b"")).state == "clean"


@pytest.mark.parametrize(
    ("behaviour", "words"), [("silent", "unreachable"), ("hangup", ""), ("full", "size limit"), ("odd", "what?")]
)
def test_a_scanner_that_does_not_answer_properly_scanned_nothing(behaviour, words):
    with clamd(behaviour=behaviour) as fake:
        verdict = Scanner(fake.address, timeout=0.5).scan(io.BytesIO(b"x" * 3_000_000))
        assert verdict.state == "not_scanned"
        assert words in verdict.detail


def test_a_scanner_that_is_not_there_scanned_nothing(tmp_path):
    with clamd() as fake:
        address = fake.address
    for gone in (address, f"unix://{tmp_path}/none.sock"):
        verdict = Scanner(gone, timeout=0.5).scan(io.BytesIO(b"x"))
        assert verdict.state == "not_scanned"
        assert "unreachable" in verdict.detail


@pytest.mark.django_db
def test_without_a_scanner_files_are_honestly_not_scanned(home):
    row = save_upload(io.BytesIO(TEXT), "a.txt", 1)
    assert row.scan_state == "not_scanned"
    assert row.meta["scan"] == "scanner off"
    assert scan_pending() == {}


@pytest.mark.django_db
def test_an_infected_upload_is_refused_and_a_clean_one_is_marked(use):
    with clamd() as fake:
        use(fake.address)
        assert save_upload(io.BytesIO(TEXT), "a.txt", 1).scan_state == "clean"
        with pytest.raises(Problem) as caught:
            save_upload(io.BytesIO(TEXT + MARK), "a.txt", 1)
        assert (caught.value.status, caught.value.code) == (422, "infected_file")
    assert StoredFile.objects.count() == 1


@pytest.mark.django_db
def test_what_was_not_scanned_is_scanned_later_and_then_withheld(use):
    with clamd() as fake:
        address = fake.address
    use(address)
    good = save_upload(io.BytesIO(TEXT), "a.txt", 1)
    bad = save_upload(io.BytesIO(TEXT + MARK), "b.txt", 1)
    assert good.scan_state == bad.scan_state == "not_scanned"
    assert scan_pending() == {"not_scanned": 1}
    with clamd() as fake:
        use(fake.address)
        assert scan_pending() == {"clean": 1, "infected": 1}
        assert scan_pending() == {}
    good.refresh_from_db()
    bad.refresh_from_db()
    assert good.scan_state == "clean"
    assert "scan" not in good.meta
    assert bad.meta["scan"] == "Test.Mark"
    assert open_original(good).read() == TEXT
    with pytest.raises(Problem) as caught:
        open_original(bad)
    assert caught.value.code == "infected_file"


@pytest.mark.django_db
def test_a_file_that_the_scanner_cannot_judge_does_not_hold_up_the_others(use, home):
    first = save_upload(io.BytesIO(TEXT), "a.txt", 1)
    with clamd(behaviour="full") as fake:
        use(fake.address)
        assert scan_pending() == {"not_scanned": 1}
    save_upload(io.BytesIO(TEXT), "b.txt", 1)
    with clamd() as fake:
        use(fake.address)
        assert scan_pending() == {"clean": 1}
    first.refresh_from_db()
    assert first.scan_state == "not_scanned"
    assert "size limit" in first.meta["scan"]
