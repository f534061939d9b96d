import io
import json
import os
import signal
import subprocess
import sys
import time

import openpyxl
import pytest
from django.db import connection

from chengyun.cases import audit
from chengyun.cases.models import Case, Event
from chengyun.channels import import_cli, jobs
from chengyun.channels.imports import ahead, mapping, reports, runner, services
from chengyun.channels.models import Channel, ImportBatch, ImportFailure
from chengyun.kernel.files import storage
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

from .conftest import csv_file, make_world

pytestmark = pytest.mark.django_db

ACTOR = system_actor("测试")
FIELDS = {
    "external_id": {"column": "工单编号"},
    "text": {"template": "{标题}。{内容}"},
    "title": {"column": "标题"},
    "kind": {"column": "类型", "values": {"投诉类": "complaint"}, "default": "inquiry"},
    "category": {"column": "类别"},
    "name": {"column": "姓名"},
    "phone": {"column": "电话"},
    "received_at": {"column": "时间"},
    "facts.handled_by": {"column": "处理单位"},
}
OPTIONS = {"fallback_category": "0101", "accept": True}


def row(at, **changes):
    return {
        "工单编号": f"GD-{at}", "标题": f"井盖松动 {at}", "内容": "请处理", "类型": "投诉类", "类别": "井盖",
        "姓名": "李四", "电话": "13900001111", "时间": "2026/1/6 12:09:38", "处理单位": "城管局", **changes,
    }  # fmt: skip


def received(rows, name="工单.csv", fields=FIELDS, options=OPTIONS):
    batch, _ = services.receive(Channel.objects.get(code="city"), csv_file(rows, name), name, ACTOR)
    return services.set_mapping(batch, fields, options, ACTOR)


def counts(batch):
    return (batch.created_count, batch.unchanged_count, batch.failed_count)


def test_every_row_becomes_a_case_or_a_named_fault(world):
    rows = [
        row(1), row(2, 类型="", 类别="没见过"), row(3, 标题="", 内容=""), row(4, 时间="上周"),
        row(5, 工单编号="GD-1", 内容="别的"),
    ]  # fmt: skip
    done = runner.run(received(rows).pk)
    assert (done.state, counts(done), done.cursor) == ("done", (2, 0, 3), 5)
    first, second = Case.objects.order_by("id")
    assert (first.kind, first.category.code, first.state) == ("complaint", "0102", "accepted")
    assert first.external_id == "GD-1"
    assert first.number.startswith("TS-20260106-")
    assert first.facts == {"handled_by": "城管局"}
    assert (second.kind, second.category.code) == ("inquiry", "0101")
    reasons = [failure.errors[0]["message"] for failure in ImportFailure.objects.order_by("row")]
    assert "看不懂这个时间：上周" in reasons[1]
    assert "已登记为" in reasons[2]
    assert "13900001111" not in str(list(ImportFailure.objects.values()))


def test_the_failed_rows_come_back_as_a_file_that_can_be_corrected_and_imported(world):
    done = runner.run(received([row(1), row(2, 时间="上周", 标题="=1+1")]).pk)
    file = io.BytesIO()
    assert reports.write_failures(done, file, "csv") == 1
    text = file.getvalue().decode("utf-8-sig")
    assert "时间：看不懂这个时间：上周" in text
    assert "'=1+1" in text
    corrected = io.BytesIO(text.replace("上周", "2026-01-07").encode())
    batch, _ = services.receive(done.channel, corrected, "改.csv", ACTOR)
    done = runner.run(services.set_mapping(batch, FIELDS, OPTIONS, ACTOR).pk)
    assert counts(done) == (1, 0, 0)
    assert Case.objects.get(external_id="GD-2").title == "=1+1"


def test_importing_a_file_again_makes_no_case_twice(world):
    rows = [row(at) for at in range(5)]
    assert counts(runner.run(received(rows).pk)) == (5, 0, 0)
    assert counts(runner.run(received([*rows, row(9)], "更多.csv.gz").pk)) == (1, 5, 0)
    assert Event.objects.filter(action="register").count() == 6


def test_without_an_id_column_the_content_of_a_row_is_its_identity(world):
    fields = {key: value for key, value in FIELDS.items() if key != "external_id"}
    rows = [row(1), row(1), row(2)]
    assert counts(runner.run(received(rows, fields=fields).pk)) == (2, 1, 0)
    assert counts(runner.run(received(rows, fields=fields).pk)) == (0, 3, 0)


def test_a_workbook_is_read_like_a_text_file(world):
    book = openpyxl.Workbook()
    book.active.append(list(row(1)))
    for at in range(3):
        book.active.append(list(row(at).values()))
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    batch, sample = services.receive(Channel.objects.get(code="city"), file, "工单.xlsx", ACTOR)
    assert sample[0]["电话"] == "13900001111"
    assert counts(runner.run(services.set_mapping(batch, FIELDS, OPTIONS, ACTOR).pk)) == (3, 0, 0)


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02", b"%PDF-1.7", b"a,b\n", b"PK\x03\x04broken", b"\x1f\x8bbroken"]
)
def test_what_is_no_table_is_refused_in_words(world, content):
    with pytest.raises(Problem) as caught:
        services.receive(Channel.objects.get(code="city"), io.BytesIO(content), "x.csv", ACTOR)
    assert caught.value.status == 422
    assert ImportBatch.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "请指定"),
        ({"text": {"column": "没有"}}, "文件里没有“没有”这一列"),
        ({"text": {"template": "{标题}{没有}"}}, "文件里没有“没有”这一列"),
        ({"text": {"column": "标题"}, "colour": {"column": "标题"}}, "没有这个字段"),
        ({"text": {"column": "标题", "constant": "x"}}, "只能填一个"),
        ({"text": "标题"}, "要写成"),
        ({"text": {"column": "标题", "values": ["a"]}}, "values"),
        ({"text": {"column": "标题", "default": 5}}, "default"),
        ({"text": {"column": "标题", "formats": "%Y"}}, "formats"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_before_anything_is_read(world, fields, words):
    with pytest.raises(Problem) as caught:
        received([row(1)], fields=fields)
    assert words in str(caught.value.extra["errors"])


@pytest.mark.parametrize(
    "options",
    [
        {"crs": "mars"},
        {"crs": 1},
        {"accept": "yes"},
        {"fallback_kind": 5},
        {"facts": ["a"]},
        {"facts": {"a": 1}},
        {"x": 1},
    ],
)
def test_options_that_do_not_fit_are_refused(world, options):
    with pytest.raises(Problem) as caught:
        received([row(1)], options=options)
    assert caught.value.status == 422


def test_characters_that_cannot_be_stored_do_not_break_an_import(world):
    fields = {**FIELDS, "received_at": {"column": "时间", "formats": ["%Y%Y", "%"], "default": "\x00"}}
    rows = [row(1, 标题="路\x00灯", 姓名="\x00", 时间="x\x00y")]
    long = row(0, 内容="很长" * 40_000)
    done = runner.run(received([long, *rows], name="工\x00单.csv", fields=fields).pk)
    assert counts(done) == (0, 0, 2)
    file = io.BytesIO()
    assert reports.write_failures(done, file, "xlsx") == 2


def test_columns_with_usual_names_are_recognised():
    found = mapping.suggest(["ticket_no", "date", "text", "department", "联系电话"])
    assert {name: source["column"] for name, source in found.items()} == {
        "external_id": "ticket_no", "received_at": "date", "text": "text", "phone": "联系电话",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-11-21", "2026-11-21T00:00:00+08:00"), ("2026/1/6 9:05", "2026-01-06T09:05:00+08:00"),
        ("2026年1月6日 9时5分", "2026-01-06T09:05:00+08:00"), ("20261121140500", "2026-11-21T14:05:00+08:00"),
        ("2026-11-21T06:05:00Z", "2026-11-21T06:05:00+00:00"), ("2026-02-30", None), ("昨天", None),
        ("2026.11.21 14:05:06.123", "2026-11-21T14:05:06+08:00"),
    ],
)  # fmt: skip
def test_times_are_understood_in_the_usual_spellings(words, expected):
    moment = mapping.parse_time(words)
    assert (moment.isoformat() if moment else None) == expected


def test_an_import_that_broke_off_goes_on_behind_the_last_committed_rows(world, monkeypatch):
    batch = received([row(at) for at in range(10)])
    real, calls = runner.create_many, []

    def breaks(*args, **kwargs):
        calls.append(1)
        if len(calls) == 3:
            raise ConnectionError("the database went away")
        return real(*args, **kwargs)

    monkeypatch.setattr(runner, "create_many", breaks)
    with pytest.raises(ConnectionError):
        runner.run(batch.pk, size=3)
    left = services.find(batch.pk)
    assert (left.cursor, counts(left), Case.objects.count()) == (6, (6, 0, 0), 6)
    done = runner.run(batch.pk, size=3)
    assert (done.state, counts(done)) == ("done", (10, 0, 0))
    assert Event.objects.filter(action="register").count() == 10


def test_two_runs_of_one_import_cannot_both_move_it(world, monkeypatch):
    batch = received([row(at) for at in range(6)])
    stale = services.find(batch.pk)
    builder = services.builder_of(stale)
    runner.run(batch.pk)
    with services.rows_of(stale) as rows:
        chunk = ahead.prepare(builder, list(rows))
    with pytest.raises(runner.TakenOver):
        runner._settle(stale, builder, chunk)
    assert Case.objects.count() == 6


def test_a_stopped_import_keeps_what_it_has_and_can_go_on(world):
    batch = received([row(at) for at in range(6)])

    def stop(moved):
        if moved.cursor == 2:
            services.stop(moved)

    stopped = runner.run(batch.pk, stop, size=2)
    assert (stopped.state, counts(stopped)) == ("stopped", (2, 0, 0))
    assert counts(runner.run(batch.pk)) == (6, 0, 0)


def test_a_dry_run_writes_nothing(world):
    batch = received([row(1), row(2, 时间="上周")])
    report = import_cli.dry_run(batch)
    assert (report["total"], report["good"], report["failed"]) == (2, 1, 1)
    assert (Case.objects.count(), ImportBatch.objects.count()) == (0, 0)
    assert not storage.path_of(batch.sha256).exists()


def test_files_and_failed_rows_are_removed_after_their_time(world):
    batch = runner.run(received([row(1), row(2, 时间="上周")]).pk)
    jobs.forget(batch)
    assert not ImportFailure.objects.exists()
    assert not storage.path_of(batch.sha256).exists()
    assert counts(services.find(batch.pk)) == (1, 0, 1)
    with pytest.raises(Problem) as caught, services.rows_of(services.find(batch.pk)):
        pass
    assert caught.value.status == 410


def test_the_pages_upload_map_preview_start_and_fetch_the_errors(clerk, monkeypatch, settings):
    answer = clerk.post("/api/v1/imports", {"channel": "city", "file": csv_file([row(1), row(2, 时间="上周")])})
    assert answer.status_code == 201
    body = answer.json()
    assert body["counts"]["total"] == 2
    assert body["suggested"]["fields"]["external_id"] == {"column": "工单编号"}
    base = f"/api/v1/imports/{body['id']}"

    def send(method, path, data=None):
        return clerk.generic(method, path, json.dumps(data or {}), content_type="application/json")

    assert send("POST", f"{base}/start").status_code == 422
    saved = send("PUT", f"{base}/mapping", {"fields": FIELDS, "options": OPTIONS, "save_as": "热线工单"})
    assert saved.status_code == 200, saved.json()
    preview = send("POST", f"{base}/preview").json()
    assert (preview["checked"], preview["failed"]) == (2, 1)
    assert preview["rows"][0]["case"]["kind"] == "投诉"
    assert send("POST", f"{base}/start").json()["state"] == "waiting"
    assert send("POST", f"{base}/start").status_code == 409
    runner.run(body["id"])
    state = clerk.get(base).json()
    assert state["counts"] == {"total": 2, "done": 2, "created": 1, "unchanged": 0, "failed": 1}
    assert "看不懂这个时间" in clerk.get(f"{base}/errors").content.decode("utf-8-sig")
    assert clerk.get(f"{base}/errors?format=xlsx").content.startswith(b"PK")
    again = clerk.post("/api/v1/imports", {"channel": "city", "file": csv_file([row(3)])}).json()
    assert again["suggested"]["name"] == "热线工单"
    assert [item["id"] for item in clerk.get("/api/v1/imports").json()] == [again["id"], body["id"]]
    assert clerk.get("/api/v1/imports/mappings").json()[0]["name"] == "热线工单"


def test_importing_needs_the_permission(world, client):
    assert client.get("/api/v1/imports").status_code == 401


@pytest.mark.django_db(transaction=True)
def test_an_import_killed_with_kill_9_loses_and_doubles_nothing(tmp_path):
    make_world()
    path = tmp_path / "大.csv.gz"
    path.write_bytes(csv_file([row(at) for at in range(3000)], "大.csv.gz").getvalue())
    batch = import_cli.prepare(path, Channel.objects.get(code="city"), None)
    ImportBatch.objects.filter(pk=batch.pk).update(fields=FIELDS, options=OPTIONS)
    program = (
        f"import django; django.setup();from chengyun.channels.imports import runner;runner.run('{batch.pk}', size=100)"
    )
    url = connection.settings_dict
    environment = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "chengyun.web.settings",
        "DATABASE_URL": f"postgresql://{url['USER']}:{url['PASSWORD']}@:{url['PORT']}/{url['NAME']}?host={url['HOST']}",
    }  # fmt: skip
    kills = 0
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", program], env=environment)
        before = services.find(batch.pk).cursor
        while process.poll() is None and services.find(batch.pk).cursor < before + 300:
            time.sleep(0.02)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
    assert kills >= 2
    done = runner.run(batch.pk)
    assert (done.state, counts(done)) == ("done", (3000, 0, 0))
    assert Case.objects.count() == 3000
    assert Case.objects.values("external_id").distinct().count() == 3000
    assert sorted(int(n[-6:]) for n in Case.objects.values_list("number", flat=True)) == list(range(1, 3001))
    assert list(audit.verify()) == []
