"""The query page: any two dimensions; the cells are what the lists they open show; counts and cases agree."""

from __future__ import annotations

import io
from itertools import permutations
from urllib.parse import urlencode

import pytest
from openpyxl import load_workbook

from chengyun.insight.reports import pivot

pytestmark = pytest.mark.django_db
YEAR = {"period": "days", "start": "2025-12-10", "end": "2026-03-03"}


@pytest.fixture
def filled(world, clock):
    for moment, units in (
        ("2025-12-20 09:00", 2),
        ("2026-01-15 22:00", 3),
        ("2026-02-28 23:30", 1),
        ("2026-03-02 08:00", 2),
    ):
        clock.to(moment)
        for at in range(units):
            world.dispatched(
                ("lights", "water")[at % 2], kind=("complaint", "help")[at % 2], channel=("phone", "app")[at % 2]
            )
    clock.to("2026-03-03 09:00")
    return world


def listed(client, query) -> int:
    query = {k: str(v).lower() if isinstance(v, bool) else v for k, v in query.items()}
    return client.get(f"/api/v1/cases?{urlencode({**query, 'count': 'true'})}").json()["count"]


@pytest.mark.parametrize("who", ["writer", "lights"])
def test_every_cell_opens_as_many_cases_as_it_says(filled, desk, who):
    person = desk(who)
    for rows, columns in (
        ("unit", "month"),
        ("week", "channel"),
        ("category", "kind"),
        ("hour", "late"),
        ("area", "day"),
    ):
        status, told = person.get("query", rows=rows, columns=columns, **YEAR)
        assert status == 200, told
        assert told["total"][0] == sum(cell[0] for row in told["cells"] for cell in row)
        for line, cells in zip(told["rows"], told["cells"], strict=True):
            for column, cell in zip(told["columns"], cells, strict=True):
                query = {**told["filter"], **told["measure_query"], **line["where"], **column["where"]}
                both = [part.get("unset") for part in (line["where"], column["where"]) if part.get("unset")]
                if both:
                    query["unset"] = ",".join(both)
                assert listed(person.client, query) == cell[0], (line, column)


def test_counts_by_month_and_cases_say_the_same(filled, monkeypatch):
    actor = filled.actors["writer"]
    asked = [
        pivot.Question(actor, pivot.filters.CaseFilter(channel=channel), pivot.span_of("days", *_days()), down, across,
                       measure, pivot.timezone.now().astimezone(pivot.ZONE))
        for measure in ("received", "closed", "on_time_rate") for channel in ("", "phone")
        for down, across in [*permutations(("unit", "month", "channel"), 2), ("day", ""), ("category", "year")]
    ]  # fmt: skip
    by_counts = [pivot.answer(one) for one in asked]
    assert all(pivot._by_counts(one) for one in asked)
    monkeypatch.setattr(pivot, "_by_counts", lambda one: False)
    assert [pivot.answer(one) for one in asked] == by_counts
    assert by_counts[0]["total"] == [8]


def _days():
    from datetime import date

    return date(2025, 12, 10), date(2026, 3, 3)


@pytest.mark.parametrize(("asked", "field"), [
    ({"rows": "unit", "columns": "unit"}, "columns"),
    ({"rows": "month", "measure": "in_hand"}, "measure"),
    ({"rows": "state", "measure": "closed"}, "measure"),
    ({"rows": "day", "period": "days", "start": "2024-01-01", "end": "2026-01-01"}, "period"),
])  # fmt: skip
def test_a_question_without_an_answer_is_refused_in_words(filled, desk, asked, field):
    status, refused = desk("writer").get("query", **asked)
    assert (status, refused["errors"][0]["field"]) == (422, field)


def test_a_query_is_kept_shared_taken_as_a_workbook_and_removed_by_its_owner_only(filled, desk):
    writer, reader = desk("writer"), desk("reader")
    body = {"name": "单位×月", "query": {"rows": "unit", "columns": "month", **YEAR}, "shared": True}
    status, kept = writer.send("put", "queries", body)
    assert (status, kept["mine"]) == (200, True)
    assert reader.get("queries")[1][0] == {**kept, "mine": False, "owner": "writer"}
    assert reader.send("delete", f"queries/{kept['id']}", {})[0] == 404
    answer = writer.client.get("/api/v1/insight/query/export", kept["query"])
    page = load_workbook(io.BytesIO(answer.content)).active
    rows = list(page.iter_rows(values_only=True))
    assert rows[4] == ("承办单位", "2025-12", "2026-01", "2026-02", "2026-03", "合计")
    assert rows[-1] == ("合计", 2, 3, 1, 2, 8)
    assert writer.send("delete", f"queries/{kept['id']}", {})[0] == 204
