"""The system page: every check says something true, and a broken one stops no other."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from django.db import DatabaseError
from django.test import Client

from chengyun.kernel import backups, config
from chengyun.operations import licences, system
from chengyun.org.models import Account, Grant, Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    config.current.cache_clear()
    yield tmp_path
    config.current.cache_clear()


def checks():
    return {check["code"]: check for check in system.status()["checks"]}


def test_every_check_can_be_made(home):
    found = checks()
    assert set(found) == set(system.CHECKS)
    assert {code: check["fault"] for code, check in found.items() if check["fault"]} == {}
    assert found["database"]["facts"]["bytes"] > 0
    assert found["worker"]["state"] == "bad", "no worker runs in this test"


def test_a_check_that_breaks_says_so_and_the_others_go_on(home, monkeypatch):
    def broken():
        raise DatabaseError("permission denied")

    monkeypatch.setitem(system.CHECKS, "database", broken)
    found = checks()
    assert found["database"]["fault"] == "DatabaseError: permission denied"
    assert found["program"]["state"] == "ok"


def test_a_backup_is_fresh_then_due_then_late(home, tmp_path):
    assert system.backup()[0] == "bad"
    file = tmp_path / "b.dump"
    file.write_bytes(b"x" * 10)
    backups.note(home, file)
    state, facts = system.backup()
    assert (state, facts["bytes"], facts["there"]) == ("ok", 10, True)
    log = home / backups.NAME
    for hours, expected in ((27, "warn"), (73, "bad")):
        before = datetime.now(UTC) - timedelta(hours=hours)
        log.write_text(f'{{"at": "{before.isoformat()}", "path": "{file}", "bytes": 10}}\nbroken line\n')
        assert system.backup()[0] == expected


def certificate(days, path):
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "chengyun.example")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=400))
        .not_valid_after(now + timedelta(days=days, hours=1))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    path.write_bytes(made.public_bytes(Encoding.PEM))


@pytest.mark.parametrize(("days", "state"), [(90, "ok"), (20, "warn"), (3, "bad"), (-1, "bad")])
def test_a_certificate_is_watched_before_it_ends(home, tmp_path, monkeypatch, days, state):
    certificate(days, tmp_path / "tls.pem")
    monkeypatch.setenv("CHENGYUN_TLS_CERTIFICATE", str(tmp_path / "tls.pem"))
    config.current.cache_clear()
    found = checks()["certificate"]
    assert (found["state"], found["facts"]["days"]) == (state, days)


def test_a_certificate_that_is_not_there_is_a_fault_in_words(home, tmp_path, monkeypatch):
    monkeypatch.setenv("CHENGYUN_TLS_CERTIFICATE", str(tmp_path / "missing.pem"))
    config.current.cache_clear()
    assert "FileNotFoundError" in checks()["certificate"]["fault"]


def test_every_python_component_names_its_licence():
    found = {row["name"].casefold(): row for row in licences.python_packages()}
    assert {"chengyun", "django", "psycopg", "cryptography"} <= set(found)
    assert "pytest" not in found, "tools of developers are no part of it"
    assert [row["name"] for row in found.values() if not row["licence"]] == []


def test_the_page_needs_its_permission(home):
    account = Account.objects.create(username="ops")
    client = Client()
    client.force_login(account)
    assert client.get("/api/v1/system/status").status_code == 403
    Grant.objects.create(account=account, role=Role.objects.create(code="o", name="o", permissions=["system.view"]))
    Account.objects.update(grants_version=2)
    assert client.get("/api/v1/system/status").json()["state"] == "bad"
    assert client.get("/api/v1/system/components").json()[0]["licence"]
