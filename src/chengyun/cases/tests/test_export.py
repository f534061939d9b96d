"""A list leaves the platform as a file: what is in it, whose it is, and what stands in the record of it."""

from __future__ import annotations

import csv
import hashlib
import io
import json

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from chengyun.cases import exporting
from chengyun.cases.models import Case, ExportRecord, UnmaskRecord
from chengyun.kernel import revision
from chengyun.org.auth import issue_token
from chengyun.org.models import Role

pytestmark = pytest.mark.django_db


def take(world, who="clerk", **body):
    token = issue_token(world.accounts[who], "测试")[1]
    body = {"format": "csv", "reason": "月度核对", **body}
    return Client().post(
        "/api/v1/exports", json.dumps(body), "application/json", headers={"authorization": f"Bearer {token}"}
    )


def bytes_of(response) -> bytes:
    assert response.status_code == 200, response.content.decode()
    return b"".join(response.streaming_content)


def break_off(response) -> None:
    """Somebody stops the download after its first piece."""
    next(iter(response.streaming_content))
    response._iterator.close()


def lines_of(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(bytes_of(response).decode("utf-8-sig"))))


def sheet_of(response):
    return load_workbook(io.BytesIO(bytes_of(response)))


def test_a_csv_says_in_its_first_row_who_took_it_when_and_why(world):
    number = world.request().case.number
    mark, header, row = lines_of(take(world, columns=["number", "title", "state"]))
    assert mark[0].startswith("# 导出人：clerk（clerk）") or "（clerk）" in mark[0]
    assert "用途：月度核对" in mark[0]
    assert "导出时间：" in mark[0]
    assert "全部案件" in mark[0]
    assert header == ["编号", "标题", "状态"]
    assert row[0] == number


def test_a_workbook_carries_the_watermark_in_its_first_row_on_every_page_and_in_its_properties(world):
    number = world.request().case.number
    book = sheet_of(take(world, format="xlsx", columns=["number", "callers"]))
    page = book.active
    assert "（clerk）" in page["A1"].value
    assert "用途：月度核对" in page["A1"].value
    assert [cell.value for cell in page[2]] == ["编号", "反映人数"]
    assert [cell.value for cell in page[3]] == [number, "1"]
    assert "（clerk）" in page.oddHeader.center.text
    assert "用途：月度核对" in page.oddFooter.left.text
    assert "（clerk）" in book.properties.creator
    assert book.properties.keywords == "月度核对"


def test_words_that_a_spreadsheet_would_run_are_harmless_text(world):
    world.request(text='=HYPERLINK("http://x","点我")', title="=1+2")
    world.request(text="路灯不亮，请派人修理", title="+cmd|' /C calc'!A0")
    titles = [row[0] for row in lines_of(take(world, columns=["title"]))[2:]]
    assert titles
    assert all(title.startswith("'") for title in titles)
    page = sheet_of(take(world, format="xlsx", columns=["title"], reason="=1+1")).active
    for row in page.iter_rows():
        for cell in row:
            assert cell.data_type != "f", cell.value


def test_names_numbers_and_houses_are_masked(world):
    phone = "138" + "00000000"
    world.request(
        requester={"name": "演示某甲", "phone": phone}, title=f"请回电 {phone}", address="演示路1号3栋2单元501室"
    )
    text = bytes_of(take(world)).decode()
    assert phone not in text
    assert "演示某甲" not in text
    assert "501室" not in text
    assert "138****0000" in text
    assert "演示路1号" in text


def test_names_in_clear_need_a_permission_of_their_own_and_each_look_is_recorded(world):
    phone = "138" + "00000000"
    case = world.request(requester={"name": "演示某甲", "phone": phone}).case
    refused = take(world, clear=True)
    assert (refused.status_code, ExportRecord.objects.count()) == (403, 0)

    role = Role.objects.get(code="role-clerk")
    role.permissions = [*role.permissions, "case.export_clear"]
    role.save()

    revision.bump("org")
    rows = lines_of(take(world, clear=True, columns=["number"], reason="上级调阅"))
    assert rows[1:] == [["编号", "诉求人", "联系电话"], [case.number, "演示某甲", phone]]
    record = ExportRecord.objects.get()
    assert record.clear
    look = UnmaskRecord.objects.get(case_id=case.pk)
    assert f"第 {record.pk} 号" in look.reason
    assert "上级调阅" in look.reason


def test_the_record_says_who_took_what_when_why_how_much_and_which_file(world):
    world.request()
    world.dispatched()
    content = bytes_of(
        take(world, query={"state": "logged", "category": "light"}, sort="-received_at", columns=["number"])
    )
    (told,) = exporting.records()
    assert told["account_id"] == world.clerk.account_id
    assert told["reason"] == "月度核对"
    assert told["format"] == "csv"
    assert told["columns"] == ["number"]
    assert "类别：路灯" in told["words"]
    assert "状态：待受理" in told["words"]
    assert (told["rows"], told["complete"], told["size"]) == (1, True, len(content))
    assert told["digest"] == hashlib.sha256(content).hexdigest()
    assert exporting.records(before=told["id"]) == []


def test_the_record_is_there_before_the_first_byte_and_says_when_the_file_broke_off(world):
    world.request()
    response = take(world)
    record = ExportRecord.objects.get()
    assert record.finished_at is None
    break_off(response)
    record.refresh_from_db()
    assert record.complete is False
    assert record.finished_at is not None
    assert record.rows == 0


@pytest.mark.parametrize("change", ["rows", "reason", "delete"])
def test_a_record_is_never_changed_afterwards(world, change):
    bytes_of(take(world))
    record = ExportRecord.objects.all()
    with pytest.raises(DatabaseError), transaction.atomic():
        record.delete() if change == "delete" else record.update(**{change: 7})


def test_only_the_chosen_cases_leave_and_only_those_that_one_may_see(world):
    numbers = [world.dispatched().case.number for _ in range(3)]
    hidden = world.dispatched("water").case.number
    role = Role.objects.get(code="role-lights")
    role.permissions = [*role.permissions, "case.export"]
    role.save()

    revision.bump("org")
    rows = lines_of(take(world, "lights", numbers=[numbers[0], numbers[2], hidden], columns=["number"]))
    assert sorted(row[0] for row in rows[2:]) == sorted([numbers[0], numbers[2]])
    assert exporting.records()[0]["words"].startswith("所选 3 件")


def test_without_the_permission_nothing_leaves_and_nothing_is_recorded(world):
    world.dispatched()
    answer = take(world, "lights")
    assert (answer.status_code, answer.json()["permission"]) == (403, "case.export")
    assert not ExportRecord.objects.exists()


@pytest.mark.parametrize(
    "sort", ["-received_at", "received_at", "next_due_at", "-next_due_at", "-closed_at", "closed_at"]
)
def test_every_case_comes_once_however_many_pages_it_takes(world, monkeypatch, sort):
    monkeypatch.setattr(exporting, "PAGE", 2)
    numbers = {world.dispatched().case.number for _ in range(5)}
    Case.objects.filter(number=max(numbers)).update(next_due_at=None)
    found = [row[0] for row in lines_of(take(world, sort=sort, columns=["number"]))[2:]]
    assert len(found) == len(set(found))
    assert set(found) == (set() if "closed" in sort else numbers)


def test_a_workbook_has_an_end_and_says_what_to_do(world, monkeypatch):
    monkeypatch.setattr(exporting, "XLSX_ROWS", 2)
    for _ in range(3):
        world.request()
    answer = take(world, format="xlsx")
    assert answer.status_code == 422
    assert "CSV" in answer.json()["detail"]
    assert len(lines_of(take(world))) == 5


def test_no_more_than_two_files_are_made_at_once(world):
    world.request()
    first, second = take(world), take(world)
    busy = take(world)
    assert (busy.status_code, busy.json()["code"]) == (429, "exports_busy")
    break_off(first)
    break_off(second)
    assert len(lines_of(take(world))) == 3


@pytest.mark.parametrize(
    "body",
    [
        {"columns": ["none"]},
        {"query": {"hour": 99}},
        {"query": {"category": "none"}},
        {"reason": "x"},
        {"format": "pdf"},
    ],
)
def test_what_cannot_be_made_is_refused_in_words_before_it_is_recorded(world, body):
    answer = take(world, **body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["message"]
    assert not ExportRecord.objects.exists()
    bytes_of(take(world))


def test_each_page_of_a_file_costs_one_statement(world, monkeypatch):
    monkeypatch.setattr(exporting, "PAGE", 3)
    for _ in range(9):
        world.request()
    with CaptureQueriesContext(connection) as captured:
        bytes_of(take(world))
    pages = [q["sql"] for q in captured.captured_queries if "requester.name_mask" in q["sql"]]
    assert len(pages) == 3


def test_a_workbook_flows_while_it_is_made_and_spreadsheets_read_every_character(world, monkeypatch):
    monkeypatch.setattr(exporting, "PAGE", 2)
    words = [
        "<标题> & “引号”",
        "_x0041_ 不是转义",
        "  前后空格  ",
        "换\n行",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ]
    for text in words:
        Case.objects.filter(pk=world.request().case.pk).update(title=text)
    response = take(world, format="xlsx", columns=["title"], sort="received_at")
    pieces = list(response.streaming_content)
    assert len([piece for piece in pieces if piece]) >= 2
    page = load_workbook(io.BytesIO(b"".join(pieces))).active
    read = [row[0].replace("_x005F_", "_") for row in page.iter_rows(min_row=3, values_only=True)]  # as Excel does
    assert read == words
