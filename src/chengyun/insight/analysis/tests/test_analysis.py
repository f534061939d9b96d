"""Every figure of the analysis opens exactly its cases, for whoever asks; words tell of matters, never of persons."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from django.db import connection
from openpyxl import load_workbook

from chengyun.cases.models import Case
from chengyun.insight import reading
from chengyun.insight.analysis import counting_words
from chengyun.insight.analysis.asking import asked
from chengyun.insight.analysis.tables import cell_where
from chengyun.insight.models import CaseWords, Unread, WordDay
from chengyun.insight.schemas import BoardQuery
from chengyun.kernel import rows

pytestmark = pytest.mark.django_db
PARTS = ("words", "trend", "matrix", "calendar", "hexagons")
PEOPLE = ("clerk", "lights")
NARROWED = ({}, {"category": "noise"}, {"area": "S1"}, {"channel": "phone"})


def figures(told):
    """(where, value, query) of every figure of a part."""
    base = {**told["filter"], **told["measure"]}
    if told["part"] == "words":
        for row in told["words"]:
            yield row["word"], row["cases"], {**told["filter"], **told["span"], **row["where"]}
    elif told["part"] == "trend":
        for line in told["lines"]:
            yield line["name"], line["total"], {**base, **line["where"]}
            for column, value in zip(told["columns"], line["values"], strict=True):
                span = {"received_from": column["from"], "received_to": column["to"]}
                yield f"{line['name']} {column['from']}", value, {**base, **line["where"], **span}
    elif told["part"] == "matrix":
        for at, row in enumerate(told["rows"]):
            yield row["name"], row["total"], {**base, **row["where"]}
            for across, value in enumerate(told["cells"][at]):
                yield f"{row['name']} {across}", value, {**base, **cell_where(told, at, across)}
        for column in told["columns"]:
            yield column["name"], column["total"], {**base, **column["where"]}
    elif told["part"] == "calendar":
        for row in told["days"]:
            first = date.fromisoformat(row["day"])
            days = {
                "received_from": f"{first}T00:00:00+08:00",
                "received_to": f"{first + timedelta(days=1)}T00:00:00+08:00",
            }
            yield row["day"], row["cases"], {**told["filter"], **days}
    else:
        for row in told["cells"]:
            yield f"{row['q']},{row['r']}", row["cases"], {**base, **row["where"]}


def listed(client, query) -> int:
    return client.get("/api/v1/cases", {**query, "count": "true", "limit": 1}).json()["count"]


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("part", PARTS)
def test_every_figure_opens_its_cases(busy, desk, who, part):
    client = desk(who)
    for narrowed in NARROWED:
        told = client.get("/api/v1/insight/analysis", {"part": part, "period": "month", **narrowed}).json()
        found = list(figures(told))
        wrong = [(where, value, query) for where, value, query in found if listed(client, query) != value]
        assert wrong == [], narrowed
        if not narrowed:
            assert sum(value for _, value, _ in found) > 0


def test_the_cells_of_the_matrix_and_the_hexagons_add_up_to_all_cases(busy, desk):
    client = desk("clerk")
    matrix = client.get("/api/v1/insight/analysis", {"part": "matrix", "period": "today"}).json()
    assert sum(map(sum, matrix["cells"])) == Case.objects.count() == 11
    hexagons = client.get("/api/v1/insight/analysis", {"part": "hexagons", "period": "today"}).json()
    assert sum(row["cases"] for row in hexagons["cells"]) == hexagons["placed"] == 9
    assert hexagons["unplaced"] == 2
    assert listed(client, {**hexagons["measure"], "placed": "false"}) == 2


def test_a_map_of_a_period_is_drawn_from_the_index_alone(busy):
    points = rows.compose(asked(busy.clerk, BoardQuery(period="month")).cases().order_by().values_list("lng", "lat"))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(  # with eleven cases every index is as good as the other
            "SELECT 'DROP INDEX ' || string_agg(indexrelid::regclass::text, ', ') FROM pg_index WHERE NOT indisunique"
            " AND indrelid = 'cases_case'::regclass AND indexrelid <> 'case_received'::regclass"
        )
        cursor.execute(cursor.fetchone()[0])
        cursor.execute(f"EXPLAIN {points.sql}", points.params)
        assert "Index Only Scan using case_received" in cursor.fetchall()[0][0]


def test_words_are_those_of_the_matters_and_no_names_or_empty_words(busy, desk):
    told = desk("clerk").get("/api/v1/insight/analysis", {"part": "words", "period": "today"}).json()
    words = {row["word"]: row["cases"] for row in told["words"]}
    assert words["路灯"] == 5
    assert words["工地"] == 6
    assert "张建国" not in words
    assert not words.keys() & {"反映", "希望", "联系"}
    assert min(words.values()) >= 3


def test_who_sees_some_cases_reads_words_of_these_only(busy, desk):
    told = desk("lights").get("/api/v1/insight/analysis", {"part": "words", "period": "today"}).json()
    words = {row["word"]: row["cases"] for row in told["words"]}
    assert words["路灯"] == 4
    assert "施工" not in words
    assert told["cases"] == 4


def test_sums_of_days_and_the_words_of_the_cases_say_the_same(busy, desk):
    client = desk("clerk")
    by_days = client.get("/api/v1/insight/analysis", {"part": "words", "period": "today"}).json()
    by_cases = client.get("/api/v1/insight/analysis", {"part": "words", "period": "today", "channel": "phone"}).json()
    assert by_days["words"] == by_cases["words"]
    assert by_days["cases"] == by_cases["cases"] == 11


def test_words_that_change_are_counted_anew_and_reading_twice_changes_nothing(busy):
    def sums():
        return {(row.day, row.word_id): row.cases for row in WordDay.objects.all() if row.cases}

    before = sums()
    assert reading.read_again(Case.objects.order_by("received_at").first().received_at) == 11
    reading.read()
    assert sums() == before
    case = Case.objects.filter(category__code="late").first()
    busy.do(case.number, "supplement", "clerk", text="现在又有渣土车扬尘")
    assert Unread.objects.count() == 1
    reading.read()
    kept = CaseWords.objects.all()
    assert sum(sums().values()) == sum(len(row.words) for row in kept)


def test_numbers_letters_names_and_one_sign_words_are_no_words():
    found = counting_words.words_of("A栋3单元漏水", "王建国说13800000000打不通，的了吗，电梯坏了")
    assert "漏水" in found
    assert "电梯" in found
    assert not [word for word in found if len(word) < 2 or any(letter.isascii() for letter in word)]
    assert "王建国" not in found


def test_the_comparison_is_with_the_same_days_before(busy, desk):
    told = desk("clerk").get("/api/v1/insight/analysis", {"part": "trend", "period": "week"}).json()
    assert told["compared"]["to"] < told["from"] or told["compared"]["to"] <= told["at"]
    assert all(line["before"] == 0 for line in told["lines"])
    alone = desk("clerk").get("/api/v1/insight/analysis", {"part": "trend", "period": "week", "compare": "none"}).json()
    assert alone["compared"] is None
    assert alone["lines"][0]["before"] is None


@pytest.mark.parametrize("part", PARTS)
def test_a_period_without_cases_is_empty_and_no_fault(world, desk, part):
    answer = desk("clerk").get("/api/v1/insight/analysis", {"part": part, "period": "year"})
    assert answer.status_code == 200
    assert list(figures(answer.json())) == []


@pytest.mark.parametrize("part", PARTS)
def test_the_table_behind_a_part_is_a_workbook_that_says_what_it_is(busy, desk, part):
    client = desk("clerk")
    answer = client.get("/api/v1/insight/analysis/export", {"part": part, "period": "today", "category": "noise"})
    page = load_workbook(io.BytesIO(answer.content)).active
    about = [page.cell(line, 1).value for line in range(1, 5)]
    assert "噪音" in about[2]
    assert "clerk" in about[3]
    told = client.get("/api/v1/insight/analysis", {"part": part, "period": "today", "category": "noise"}).json()
    size = {"words": "words", "trend": "columns", "matrix": "rows", "calendar": "days", "hexagons": "cells"}[part]
    assert page.max_row == 6 + len(told[size])


def test_what_makes_no_sense_is_refused_in_words(busy, desk):
    client = desk("clerk")
    assert client.get("/api/v1/insight/analysis", {"part": "weather"}).status_code == 422
    assert client.get("/api/v1/insight/analysis", {"part": "words", "period": "days"}).status_code == 422
    assert client.get("/api/v1/insight/analysis", {"part": "words", "area": "nowhere"}).status_code in (200, 422)
    for gathered in (
        "word:没有的词",
        "hexagon:1.2",
        "hexagon:7.30.1.1",
        "hexagon:100.30.x.1",
        "hexagon:100.30.1.99999999",
    ):
        assert client.get("/api/v1/cases", {"gathered": gathered}).status_code == 422, gathered


def test_a_part_takes_few_statements_whatever_the_number_of_cases(busy, desk, django_assert_max_num_queries):
    client = desk("clerk")
    client.get("/api/v1/insight/analysis", {"part": "matrix"})
    for part in PARTS:
        with django_assert_max_num_queries(12):
            client.get("/api/v1/insight/analysis", {"part": part, "period": "month"})
    assert connection.queries_log is not None
