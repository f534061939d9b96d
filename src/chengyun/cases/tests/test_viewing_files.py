"""Files in the page's viewer: PDFs are read inside, recordings can be jumped in, and nothing ever runs."""

from __future__ import annotations

import io

import pytest
from django.test import Client

from chengyun.cases.models import Case, CaseFile
from chengyun.kernel import pdf
from chengyun.kernel.files import save_upload
from chengyun.kernel.tests.test_files import GOOD
from chengyun.org.auth import issue_token

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep(world):
    """Puts a file into a case; how it is got."""
    number = world.request().case.number
    case = Case.objects.get(number=number)

    def add(name: str, data: bytes):
        row = save_upload(io.BytesIO(data), name, None)
        CaseFile.objects.create(case=case, file=row, stage="handling")
        headers = {"authorization": f"Bearer {issue_token(world.accounts['clerk'], '测试')[1]}"}
        return lambda query="", **more: Client().get(f"/api/v1/files/{row.pk}{query}", headers={**headers, **more})

    return add


def paper(text: str = "勘查记录") -> bytes:
    sheet = pdf.Sheet("", "", pdf.Mark("", ()))
    sheet.text(text)
    return sheet.render()


def test_a_pdf_is_read_inside_the_page_and_nowhere_else(keep):
    get = keep("勘查.pdf", paper())
    inside = get("?view=true")
    assert inside["Content-Disposition"].startswith("inline")
    assert inside["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in inside["Content-Security-Policy"]
    assert get()["Content-Disposition"].startswith("attachment")
    assert "sandbox" in get()["Content-Security-Policy"]


def test_a_pdf_that_brings_a_script_is_only_given_to_be_kept(keep):
    scripted = paper().replace(b"/Type /Catalog", b"/Type /Catalog /Names << /JavaScript << >> >>", 1)
    if b"/JavaScript" not in scripted:
        scripted = paper().replace(b"%%EOF", b"% /JavaScript \n%%EOF")
    answer = keep("有脚本.pdf", scripted)("?view=true")
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("row", [row for row in GOOD if not row[0].endswith(".pdf")], ids=lambda row: row[0])
def test_asking_to_view_anything_else_changes_nothing(keep, row):
    get = keep(row[0], row[1])
    assert get("?view=true")["Content-Disposition"] == get()["Content-Disposition"]
    assert "sandbox" in get("?view=true")["Content-Security-Policy"]


def recording() -> tuple[str, bytes]:
    return next((row[0], row[1]) for row in GOOD if row[0].endswith((".wav", ".mp3", ".m4a", ".ogg", ".amr")))


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=5-", 5, -1), ("bytes=-4", -4, -1), ("bytes=0-999999", 0, -1)],
)
def test_a_player_gets_the_part_that_it_asks_for(keep, asked, first, last):
    name, data = recording()
    answer = keep(name, data)(range=asked)
    wanted = data[first:] if last == -1 else data[first : last + 1]
    assert answer.status_code == 206
    assert b"".join(answer.streaming_content) == wanted
    assert answer["Content-Range"].endswith(f"/{len(data)}")


def test_a_part_behind_the_end_is_refused(keep):
    name, data = recording()
    answer = keep(name, data)(range=f"bytes={len(data)}-")
    assert (answer.status_code, answer.json()["code"]) == (416, "range_not_satisfiable")


@pytest.mark.parametrize("asked", ["bytes=1-2,4-5", "lines=1-2", "bytes=-", "bytes=a-b", ""])
def test_a_range_that_nobody_understands_gives_the_whole(keep, asked):
    name, data = recording()
    answer = keep(name, data)(range=asked)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content) == data
