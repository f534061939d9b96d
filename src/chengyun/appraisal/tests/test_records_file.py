"""Indicators fed by a table: what is wrong is shown by line, and nothing is half kept."""

from __future__ import annotations

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chengyun.appraisal import records_file
from chengyun.appraisal.models import FedRecord, Indicator
from chengyun.kernel import tabular
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor
from chengyun.org.models import Account, Grant, Role

from .test_api import BACKEND, BASE, post, rows

pytestmark = pytest.mark.django_db
HEADER = "指标编码,开始日期,结束日期,数值,分母,情况,说明\n"


@pytest.fixture
def client(world, indicators, clock):
    Indicator.objects.filter(code="attendance_rate").update(reads="records")
    role = Role.objects.create(code="feeder", name="填报", permissions=["indicator.view", "indicator.record"])
    account = Account.objects.create(username="feeder", display_name="填报", unit=world.units["water"])
    Grant.objects.create(account=account, role=role)
    client = Client()
    clock.to("2026-04-02 09:00")
    client.force_login(account, BACKEND)
    return client


def sent(client, where, text, name="填报.csv", **more):
    content = text if isinstance(text, bytes) else (HEADER + text).encode()
    return client.post(f"{BASE}/records/{where}", {"file": SimpleUploadedFile(name, content), **more})


def test_a_right_table_is_shown_and_then_kept_whole(client):
    text = 'attendance_rate,2026-03-01,2026-03-31,59,60,,三月\nattendance_rate,2026/2/1,2026年2月28日,"1,180",1200,,\n'
    seen = sent(client, "preview", text).json()
    assert (seen["count"], seen["wrong"], FedRecord.objects.count()) == (2, 0, 0)
    assert seen["rows"][0]["name"] == "考勤达标率"
    kept = sent(client, "table", text)
    assert (kept.status_code, kept.json()) == (201, {"kept": 2})
    assert rows(client)["-attendance_rate"]["actual"]["value"] == "98.33"
    again = sent(client, "table", text)
    assert again.status_code == 422
    assert "已有填报" in again.json()["errors"][0]["message"]
    assert FedRecord.objects.count() == 2


def test_of_two_who_send_the_same_table_at_once_the_second_is_told(client):
    content = (HEADER + "attendance_rate,2026-03-01,2026-03-31,59,60,,\n").encode()
    first, second = (records_file.read(content, "填报.csv") for _ in range(2))
    assert records_file.keep(system_actor("甲"), first, []) == 1
    with pytest.raises(Problem) as refused:
        records_file.keep(system_actor("乙"), second, [])
    assert (refused.value.status, FedRecord.objects.count()) == (422, 1)


def test_a_long_table_takes_no_more_statements_than_a_short_one(client, django_assert_max_num_queries):
    days = [f"2026-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 29)]
    content = (HEADER + "".join(f"attendance_rate,{day},{day},1,1,,\n" for day in days)).encode()
    found = records_file.read(content, "填报.csv")
    with django_assert_max_num_queries(6):
        assert records_file.keep(system_actor("甲"), found, []) == 84


@pytest.mark.parametrize("column", range(7))
def test_a_character_that_no_text_may_have_is_a_fault_and_no_crash(client, column):
    cells = ["attendance_rate", "2026-03-01", "2026-03-31", "59", "60", "情况", "说明"]
    cells[column] += "\0"
    assert sent(client, "table", ",".join(cells) + "\n").status_code in (201, 422)


def test_one_wrong_line_keeps_all_out_and_each_fault_is_named(client):
    text = (
        "attendance_rate,2026-03-01,2026-03-31,59,60,,\n"
        "attendance_rate,2026-03-01,2026-03-31,58,60,,\n"
        "attendance_rate,三月一日,2026-03-31,59,60,,\n"
        "attendance_rate,2026-02-01,2026-02-28,98%,100,,\n"
        "attendance_rate,2026-02-01,2026-02-28,101,100,,\n"
        "on_time_rate,2026-02-01,2026-02-28,1,1,,\n"
        "attendance_rate,2026-05-01,2026-05-31,1,1,,\n"
    )
    seen = sent(client, "preview", text).json()
    faults = {row["line"]: [fault["column"] for fault in row["errors"]] for row in seen["rows"] if row["errors"]}
    assert faults == {
        3: ["indicator"], 4: ["first"], 5: ["numerator"], 6: ["numerator"], 7: ["indicator"], 8: ["first"],
    }  # fmt: skip
    refused = sent(client, "table", text)
    assert (refused.status_code, refused.json()["detail"]) == (422, "6 行有误，一行也没有保存。")
    assert FedRecord.objects.count() == 0
    english = client.post(
        f"{BASE}/records/preview", {"file": SimpleUploadedFile("f.csv", (HEADER + text).encode())},
        headers={"Accept-Language": "en"},
    )  # fmt: skip
    assert "Write the day like 2026-01-31." in [e["message"] for row in english.json()["rows"] for e in row["errors"]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("甲,乙\n1,2\n".encode(), "缺少列"),
        (HEADER.encode(), "没有数据"),
        (b"%PDF-1.7 no table", "不是表格"),
        (b"PK\x03\x04broken", ""),
        (b"x" * (4 * 1024 * 1024 + 1), "4 MB"),
        ((HEADER + "attendance_rate,2026-03-01,2026-03-31,1,1,,\n" * 2_001).encode(), "最多 2000 行"),
    ],
    ids=["other columns", "empty", "pdf", "broken", "too large", "too long"],
)
def test_what_is_no_such_table_is_refused_in_words(client, content, words):
    answer = sent(client, "preview", content)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]


def test_the_template_names_what_is_fed_and_is_taken_back_filled_in(client):
    answer = client.get(f"{BASE}/records/template")
    header, lines = tabular.read_rows(io.BytesIO(answer.content), "t.xlsx")
    listed = [cells for _, cells in lines]
    assert [cells["指标编码"] for cells in listed] == ["attendance_rate"]
    filled = {**listed[0], "开始日期": "2026-03-01", "结束日期": "2026-03-31", "数值": "9", "分母": "10"}
    target = io.BytesIO()
    tabular.write_xlsx(target, header, [[filled[name] for name in header]])
    assert sent(client, "table", target.getvalue(), "填报.xlsx").json() == {"kept": 1}


def test_whoever_may_only_look_feeds_nothing(client):
    Role.objects.filter(code="feeder").update(permissions=["indicator.view"])
    text = "attendance_rate,2026-03-01,2026-03-31,59,60,,\n"
    assert [sent(client, where, text).status_code for where in ("preview", "table")] == [403, 403]
    assert client.get(f"{BASE}/records/template").status_code == 403
    one = {"indicator": "attendance_rate", "first": "2026-03-01", "last": "2026-03-31"}
    assert post(client, "records", **one).status_code == 403
