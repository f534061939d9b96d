"""Files that are not what they say, over HTTP: refused with the reason, or given back so that nothing runs."""

from __future__ import annotations

import hashlib
import io
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chengyun.kernel import config, files
from chengyun.kernel.models import StoredFile
from chengyun.kernel.tests.test_files import GOOD, HOSTILE, huge_png, photo_with_place, picture

from .routes import is_problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(district):
    return district.client("admin")


def upload(client, name: str, data: bytes, kind: str = "application/octet-stream", path: str = "/api/v1/files", **form):
    return client.post(path, {"file": SimpleUploadedFile(name, data, kind), **form})


def kept() -> set[str]:
    """Names of the stored contents: their digests."""
    return {path.name for path in (config.current().home / "files").rglob("*") if path.is_file()}


@pytest.mark.parametrize(("name", "data", "code"), HOSTILE, ids=[f"{n}-{row[2]}" for n, row in enumerate(HOSTILE)])
def test_a_hostile_file_is_refused_with_the_reason_and_leaves_nothing(district, admin, name, data, code):
    rows = StoredFile.objects.count()
    answer = upload(admin, name, data, "image/jpeg")
    assert (answer.status_code, is_problem(answer)) == (422, True)
    if data:
        assert answer.json()["code"] == code
        assert answer.json()["errors"][0]["field"] == "file"
    assert StoredFile.objects.count() == rows
    assert hashlib.sha256(data).hexdigest() not in kept()


@pytest.mark.parametrize(("name", "data", "code"), HOSTILE[:12])
def test_the_intake_refuses_hostile_files_too(district, client, name, data, code):
    client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {district.ids['channel_token']}"
    answer = upload(client, name, data, "image/jpeg", "/api/v1/intake/app/files")
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize("row", GOOD, ids=[f"{n}-{row[0]}" for n, row in enumerate(GOOD)])
def test_a_good_file_comes_back_as_it_was_and_never_runs_in_the_browser(district, admin, row):
    name, data = row[0], row[1]
    made = upload(admin, name, data)
    assert made.status_code == 201, made.content
    answer = admin.get(f"/api/v1/files/{made.json()['id']}")
    assert b"".join(answer.streaming_content) == data
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"].split(";")[0] not in ("text/html", "image/svg+xml", "application/javascript")
    shown = answer["Content-Disposition"].split(";")[0]
    assert shown == ("inline" if made.json()["kind"] in ("image", "audio") else "attachment")


@pytest.mark.parametrize(
    "name",
    ["../../../../etc/passwd.jpg", "..\\..\\windows\\a.jpg", "/etc/passwd", "a\x00b.jpg", 'x";filename="evil.html',
     "照片‮gpj.exe", "CON.jpg", "." * 50 + "jpg", "长" * 280 + ".jpg", "<script>.jpg", "a\r\nSet-Cookie: x=1.jpg", " "],
    ids=lambda name: ascii(name)[:30],
)  # fmt: skip
def test_the_name_of_a_file_leads_nowhere_and_breaks_no_header(district, admin, name):
    raw = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="'
        + name.replace("\r\n", "%0D%0A").replace('"', '\\"').encode()
        + b'"\r\nContent-Type: image/jpeg\r\n\r\n' + picture(size=(9, 9)) + b"\r\n--b--\r\n"
    )  # fmt: skip
    made = admin.generic("POST", "/api/v1/files", raw, content_type="multipart/form-data; boundary=b")
    if made.status_code != 201:
        assert (made.status_code in (400, 422), is_problem(made)) == (True, True)
        return
    saved = made.json()["name"]
    assert not set(saved) & set('/\\\x00\r\n"<>')
    assert saved.endswith(".jpg")
    assert hashlib.sha256(picture(size=(9, 9))).hexdigest() in kept()
    header = admin.get(f"/api/v1/files/{made.json()['id']}")["Content-Disposition"]
    assert header.isascii()
    assert (header.count("filename*="), header.count(";")) == (1, 1)


@pytest.mark.parametrize("size", [(60_000, 60_000), (2**31 - 1, 1)])
def test_a_picture_that_unpacks_to_gigabytes_is_refused(district, admin, size):
    answer = upload(admin, "a.png", huge_png(*size))
    assert (answer.status_code, is_problem(answer)) == (422, True)


def test_a_file_beyond_the_limit_is_refused_by_its_size(district, admin, monkeypatch):
    monkeypatch.setattr(files.services, "limits", lambda: dict.fromkeys(("image", "audio", "video", "document"), 1000))
    answer = upload(admin, "a.jpg", picture(size=(900, 900)))
    assert (answer.status_code, answer.json()["code"]) == (413, "file_too_large")


def test_what_the_public_sees_of_a_photo_does_not_say_where_it_was_taken(district, admin):
    from PIL import Image

    key = upload(admin, "a.jpg", photo_with_place()).json()["id"]
    original, public = (
        b"".join(admin.get(f"/api/v1/files/{key}", {"variant": variant}).streaming_content)
        for variant in ("original", "public")
    )
    assert Image.open(io.BytesIO(original)).getexif()
    assert not Image.open(io.BytesIO(public)).getexif()


def test_a_file_is_seen_only_by_its_sender_until_it_is_part_of_a_case_and_then_by_those_who_see_the_case(district):
    sender, other = district.client("lights"), district.client("water")
    key = upload(sender, "a.jpg", picture(size=(11, 11))).json()["id"]
    number = district.ids["number"]
    assert sender.get(f"/api/v1/files/{key}").status_code == 200
    assert other.get(f"/api/v1/files/{key}").status_code == 404
    assert district.client("admin").get(f"/api/v1/files/{key}").status_code == 404
    body = {"measures": "现场照片", "files": [key]}
    done = sender.post(f"/api/v1/cases/{number}/actions/handle", body, content_type="application/json")
    assert done.status_code == 200, done.content
    assert district.client("admin").get(f"/api/v1/files/{key}").status_code == 200
    assert other.get(f"/api/v1/files/{key}").status_code == 404


def test_nobody_attaches_what_somebody_else_uploaded(district):
    key = upload(district.client("admin"), "a.jpg", picture(size=(12, 12))).json()["id"]
    sender = district.client("lights")
    for wanted in (key, str(uuid.uuid4()), "../etc/passwd", ""):
        body = {"measures": "现场照片", "files": [wanted]}
        path = f"/api/v1/cases/{district.ids['number']}/actions/handle"
        answer = sender.post(path, body, content_type="application/json")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "files")


def test_an_upload_without_a_file_or_with_many_is_refused_plainly(district, admin):
    empty = admin.post("/api/v1/files", {})
    assert (empty.status_code, is_problem(empty)) == (422, True)
    text = admin.post("/api/v1/files", {"file": "not a file"})
    assert (text.status_code, is_problem(text)) == (422, True)
    broken = admin.generic("POST", "/api/v1/files", b"--x\r\nhello", content_type="multipart/form-data; boundary=x")
    assert (broken.status_code in (400, 422), is_problem(broken)) == (True, True)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.csv", b"\x00\x01\x02" * 50), ("a.xlsx", b"PK\x03\x04broken"), ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
     ("a.csv", b""), ("a.csv", b"\xff\xfe" + b"\x00\xd8" * 40), ("a.csv.gz", b"\x1f\x8b\x08\x00broken"),
     ("a.csv", b'"' * 200_001), ("a.csv", b",".join([b"x"] * 20_000)), ("a.csv", "编号,编号\n1,2".encode())],
    ids=ascii,
)  # fmt: skip
def test_a_table_that_is_none_is_refused_at_both_imports(district, admin, name, data):
    for path, form in (("/api/v1/masterdata/units/preview", {}), ("/api/v1/imports", {"channel": "app"})):
        answer = upload(admin, name, data, "text/csv", path, **form)
        assert answer.status_code < 500, answer.content
        assert answer.status_code in (200, 201) or is_problem(answer)
