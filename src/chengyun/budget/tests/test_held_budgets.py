"""A budget is looked at before it is kept, kept with its year, changed by hand, checked each time, and written out."""

import csv
import io
import json
import zipfile
from decimal import Decimal

import pytest

from chengyun.budget import datapackage, disclosure, files, keeping, queries, workbook
from chengyun.budget.models import BudgetDocument, BudgetRow, BudgetTarget
from chengyun.budget.rules import check
from chengyun.kernel.problems import Problem

from .made_up import NAME, budget

API = "/api/v1/budget"


def upload(client, path, content, name="预算.txt", **more):
    file = io.BytesIO(content)
    file.name = name
    return client.post(f"{API}/{path}", {"file": file, **more})


def test_an_import_is_looked_at_first_and_keeps_nothing_then(page):
    client = page("clerk")
    text = disclosure.text(budget()).replace("250.60", "251.60", 1).encode()

    seen = upload(client, "preview", text).json()

    assert (seen["year"], seen["name"], seen["forms"], seen["replaces"]) == (2026, NAME, 2, None)
    assert seen["errors"] >= 1
    assert seen["findings"][0]["places"]
    assert not BudgetDocument.objects.exists()


def test_a_budget_is_kept_with_its_rows_and_targets_and_the_next_import_is_its_next_version(page, held):
    client = page("clerk")

    told = client.get(f"{API}/documents/{held.pk}").json()
    assert (told["errors"], told["doubts"], told["findings"]) == (0, 0, [])
    assert Decimal(told["total"]) == Decimal("561.40")
    assert next(table for table in told["tables"] if table["code"] == "6")["rows"][0]["cells"]["人员经费"] == "280.70"
    assert BudgetTarget.objects.filter(document=held).count() == 24
    assert upload(client, "documents", disclosure.text(budget()).encode()).json() == {"id": held.pk, "version": 2}
    assert [one["year"] for one in client.get(f"{API}/documents").json()["items"]] == [2026, 2025]


def test_a_figure_typed_by_hand_is_checked_at_once_and_an_old_page_is_refused(page, held):
    client = page("clerk")
    rows = [
        {"code": row.code, "name": row.name, "cells": row.cells}
        for row in BudgetRow.objects.filter(document=held, table="7")
    ]
    rows[0]["cells"]["公务接待费"] = "0.50"
    address = f"{API}/documents/{held.pk}/tables/7"

    told = client.put(address, json.dumps({"version": 1, "rows": rows}), content_type="application/json").json()

    assert told["version"] == 2
    assert {one["rule"] for one in told["findings"]} == {"R10", "R16"}
    assert all(len(one["places"]) >= 2 for one in told["findings"] if one["rule"] == "R10")
    late = client.put(address, json.dumps({"version": 1, "rows": rows}), content_type="application/json")
    assert (late.status_code, late.json()["code"]) == (409, "conflict")
    rows[0]["cells"]["公务接待费"] = "五毛"
    bad = client.put(address, json.dumps({"version": 2, "rows": rows}), content_type="application/json")
    assert bad.status_code == 422
    assert "不是数字" in bad.json()["errors"][0]["message"]


def test_the_workbook_goes_out_and_comes_back_the_same(held):
    _, content = files.of(held.pk, "xlsx")

    again, origin = keeping.understood("预算.xlsx", content)

    assert origin == "xlsx"
    assert check(again) == []
    first = queries.budget_of(held)
    for code, table in first.tables.items():
        assert [{c: f.value for c, f in row.cells.items()} for row in again.table(code).rows] == [
            {c: f.value for c, f in row.cells.items()} for row in table.rows
        ]
    assert [one.name for form in again.forms for block in form.blocks for one in block.indicators] == [
        one.name for form in first.forms for block in form.blocks for one in block.indicators
    ]
    assert again.overview == first.overview != [], "part one of the published document is filled in there too"
    assert workbook.read_workbook(files.template()).tables == {}


def test_the_csv_has_a_schema_that_fits_it():
    with zipfile.ZipFile(io.BytesIO(datapackage.package(budget()))) as archive:
        described = json.loads(archive.read("datapackage.json"))
        rows = list(csv.DictReader(io.StringIO(archive.read("budget.csv").decode())))

    fields = described["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == list(rows[0])
    wanted = ("amount", "function_code", "economic_code")
    assert {field["columnType"] for field in fields if field["name"] in wanted} == {
        "value", "functional-classification:generic:code", "economic-classification:generic:code",
    }  # fmt: skip
    salary = next(row for row in rows if row["economic_code"] == "30101" and row["column"] == "人员经费")
    assert (salary["amount"], salary["amount_unit"], salary["year"]) == ("120.40", "万元", "2026")


def test_the_document_to_publish_is_made_as_word_and_pdf(held):
    for kind, start in (("docx", b"PK"), ("pdf", b"%PDF")):
        name, content = files.of(held.pk, kind)
        assert content.startswith(start)
        assert name == f"{NAME}2026年部门预算.{kind}"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7", "TXT"),
        (b"PK\x03\x04broken", "损坏"),
        ("一篇别的文章".encode(), "没有认出部门预算"),
        (b"\xff\xfe\xfd\x80\x81", "不是文本文件"),
    ],
)
def test_a_file_that_is_no_budget_is_refused_in_words(content, words):
    with pytest.raises(Problem) as refused:
        keeping.understood("x", content)

    assert (refused.value.status, words in refused.value.detail) == (422, True)


def test_who_only_looks_may_not_change_and_who_may_not_look_sees_nothing(page, held):
    looks, none = page("lights"), page("water")

    assert looks.get(f"{API}/documents/{held.pk}").status_code == 200
    assert looks.delete(f"{API}/documents/{held.pk}").status_code == 403
    assert upload(looks, "preview", b"x").status_code == 403
    assert none.get(f"{API}/documents").status_code == 403
    assert page("clerk").delete(f"{API}/documents/{held.pk}").status_code == 204
    assert page("clerk").get(f"{API}/documents/{held.pk}").status_code == 404
