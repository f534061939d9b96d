"""The board over HTTP: who may see it, what is kept for a person, what a workbook says."""

from __future__ import annotations

import io
import json

import pytest
from django.test import Client
from openpyxl import load_workbook

from chengyun.cases.models import Category
from chengyun.cases.tests.world import at
from chengyun.kernel import revision
from chengyun.org.auth import BACKEND

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in


def put(client: Client, panels) -> int:
    return client.put("/api/v1/board/layout", json.dumps({"panels": panels}), "application/json").status_code


def book(client: Client, panel: str, **more):
    answer = client.get("/api/v1/board/export", {"panel": panel, "period": "month", **more})
    assert answer.status_code == 200, answer.content
    assert "filename*=UTF-8''" in answer["Content-Disposition"]
    return load_workbook(io.BytesIO(answer.content)).active


def test_each_person_keeps_a_board_of_their_own(desk):
    clerk, lights = desk("clerk"), desk("lights")
    mine = [
        {"panel": "by_unit", "wide": True, "measure": "overdue"},
        {"panel": "figures", "wide": True, "measure": "received"},
    ]
    assert clerk.get("/api/v1/board/layout").json() == {"panels": []}
    assert put(clerk, mine) == 204
    assert clerk.get("/api/v1/board/layout").json() == {"panels": mine}
    assert lights.get("/api/v1/board/layout").json() == {"panels": []}
    assert clerk.delete("/api/v1/board/layout").status_code == 204
    assert clerk.get("/api/v1/board/layout").json() == {"panels": []}


@pytest.mark.parametrize("panels", [
    [{"panel": "weather"}], [{"panel": "series"}, {"panel": "series"}], [{"panel": "series", "measure": "luck"}],
    [{"panel": "series", "colour": "red"}], [{"panel": "series"}] * 21,
])  # fmt: skip
def test_a_board_that_makes_no_sense_is_not_kept(desk, panels):
    assert put(desk("clerk"), panels) == 422


def test_whoever_may_not_see_the_board_gets_none_of_it(world, desk):
    world.person("quiet", "water", ["view"], scope="water")
    client = desk("quiet")
    for path in ("/board", "/board/layout", "/board/export?panel=series"):
        assert client.get(f"/api/v1{path}").status_code == 403
    assert put(client, []) == 403


@pytest.mark.parametrize("query", [
    {"period": "days"}, {"period": "days", "start": "2026-02-01"},
    {"period": "days", "start": "2026-02-02", "end": "2026-02-01"},
    {"period": "days", "start": "2000-01-01", "end": "2026-02-01"}, {"period": "century"}, {"compare": "luck"},
    {"unit": "nowhere"}, {"unset": "channel"}, {"direct": "kind"}, {"area": "\x00"},
    {"period": "days", "start": "1800-01-01", "end": "1800-01-02"},
])  # fmt: skip
def test_a_period_or_condition_that_makes_no_sense_is_refused_in_words(desk, query):
    answer = desk("clerk").get("/api/v1/board", query)
    assert answer.status_code == 422, answer.content
    assert answer.json()["errors"][0]["message"]


def test_a_workbook_has_the_figures_as_numbers_and_says_where_they_come_from(world, desk, clock):
    clock.now = at("2026-11-21 15:30")
    for _ in range(3):
        world.dispatched("lights")
    page = book(desk("clerk"), "by_unit", unit="lights")
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0][0] == "按单位"
    assert rows[1][0].startswith("时段：2026-11-01 至 2026-11-30；对比 2026-10-01 00:00 至 2026-10-21 15:30")
    assert "主办单位：照明部门" in rows[2][0]
    assert "截至 2026-11-21 15:30；导出人：clerk" in rows[4][0]
    assert rows[6][:6] == ["名称", "登记", "登记事项", "在办", "在办来件", "临期"]
    assert rows[7][:3] == ["照明部门", 3, 3]
    assert rows[7][9:11] == [0, None], "nothing closed: no rate"


def test_words_of_a_workbook_are_never_formulas(world, desk):
    Category.objects.filter(code="light").update(name="=1+1", parent=None)
    revision.bump("catalogue")
    revision.forget()
    world.request()
    cell = next(row[0] for row in book(desk("clerk"), "by_category").iter_rows(min_row=8))
    assert (cell.value, cell.data_type) == ("'=1+1", "s")


@pytest.mark.parametrize("panel", ["figures", "series", "by_hour", "by_channel", "by_area", "by_state"])
def test_every_panel_has_a_workbook(world, desk, panel):
    world.dispatched("lights")
    rows = list(book(desk("clerk"), panel).iter_rows(min_row=8))
    assert len(rows) >= 1
    assert any(isinstance(cell.value, int) for cell in rows[-1])
