"""What answers may cost in SQL statements, BEGIN and COMMIT included: create 10, list 5, action 10, case page 12.

Everything goes through the URLs, with a session, as a browser would; no budget may depend on the number of rows.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from chengyun.cases.models import Case
from chengyun.org.auth import BACKEND

pytestmark = pytest.mark.django_db(transaction=True)
CREATE, LIST, ACTION, PAGE = 10, 5, 10, 12


class Browser:
    """A logged-in person's client that counts statements. What a process reads only once is read before."""

    def __init__(self, account: Any):
        self.client = Client(enforce_csrf_checks=True)
        self.client.force_login(account, BACKEND)
        self.client.cookies["chengyun_csrf"] = "b" * 32
        self.statements: list[str] = []
        self.ask("/session")  # what this person may do is read once

    def ask(self, path: str, data: Any = None) -> Any:
        """The decoded answer; `statements` are those that it took."""
        with CaptureQueriesContext(connection) as captured:
            if data is None:
                answer = self.client.get(f"/api/v1{path}")
            else:
                body, forged_by_nobody = json.dumps(data), {"X-CSRFToken": "b" * 32}
                answer = self.client.post(
                    f"/api/v1{path}", body, content_type="application/json", headers=forged_by_nobody
                )
        told = [query["sql"] for query in captured.captured_queries]
        self.statements = [sql for sql in told if "kernel_revision" not in sql]  # asked once a second, not per answer
        assert answer.status_code < 300, answer.content.decode()
        return answer.json()

    def act(self, number: str, action: str, **data: Any) -> Any:
        return self.ask(f"/cases/{number}/actions/{action}", data)


@pytest.fixture
def centre(world):
    world.request()
    return Browser(world.accounts["clerk"])


@pytest.fixture
def unit(world):
    return Browser(world.accounts["lights"])


def registration(world, **more):
    return {
        "kind": "complaint", "text": "小区门口路灯不亮", "channel": "phone",
        "category_id": world.categories["light"].pk,
        "requester": {"name": "演示甲", "phone": "13800000000"}, "place": {"address": "演示路1号"}, **more,
    }  # fmt: skip


def within(browser: Browser, budget: int) -> None:
    listing = "\n".join(sql[:160] for sql in browser.statements)
    assert len(browser.statements) <= budget, f"{len(browser.statements)} statements instead of {budget}:\n{listing}"


def test_statements_are_counted_with_begin_and_commit(world, centre):
    with CaptureQueriesContext(connection) as captured, transaction.atomic():
        Case.objects.count()
    assert [query["sql"].split()[0] for query in captured.captured_queries] == ["BEGIN", "SELECT", "COMMIT"]


def test_registering_stays_within_its_budget(world, centre):
    centre.ask("/cases", registration(world))
    within(centre, CREATE)


def test_accepting_and_dispatching_with_the_registration_costs_two_statements_more(world, centre):
    then = [{"action": "accept"}, {"action": "dispatch", "data": {"unit_id": world.units["lights"].pk}}]
    centre.ask("/cases", registration(world, then=then))
    within(centre, CREATE + 2)


@pytest.mark.parametrize("query", ["", "?sort=next_due_at&open=true", "?category=public", "?q=路灯", "?count=1"])
def test_a_list_stays_within_its_budget_and_does_not_grow_with_its_rows(world, centre, unit, query):
    costs = {}
    for more in (1, 10):
        for _ in range(more):
            world.dispatched("lights")
        for browser in (centre, unit):
            assert len(browser.ask(f"/cases{query}")["items"]) >= more
            within(browser, LIST)
            costs.setdefault(browser, []).append(len(browser.statements))
    assert all(few >= many for few, many in costs.values())


@pytest.mark.parametrize("who", ["clerk", "lights"])
def test_every_work_list_stays_within_the_budget_of_a_list(world, who):
    browser = Browser(world.accounts[who])
    world.dispatched("lights")
    for worklist in browser.ask("/worklists"):
        browser.ask(f"/cases?worklist={worklist['code']}&sort={worklist['sort']}")
        within(browser, LIST)
    browser.ask("/worklists")
    within(browser, 2)


def test_the_board_costs_the_same_however_much_is_on_it(world, centre):
    for _ in range(3):
        world.dispatched("lights")
        centre.ask("/board")
        within(centre, LIST)


def test_every_action_from_acceptance_to_closing_stays_within_its_budget(world, centre, unit):
    number = centre.ask("/cases", registration(world))["number"]
    steps = [
        (centre, "accept", {}), (centre, "dispatch", {"unit_id": world.units["lights"].pk}),
        (unit, "acknowledge", {}), (unit, "contact", {"what": "电话了解情况"}),
        (unit, "handle", {"measures": "已到现场"}),
        (unit, "reply", {"reply": "已更换灯具", "outcome": "solved"}), (centre, "review", {"approve": True}),
    ]  # fmt: skip
    for browser, action, data in steps:
        browser.act(number, action, **data)
        within(browser, ACTION)
    centre.act(number, "callback", contacted=True, solved="yes", satisfaction="satisfied")
    within(centre, ACTION + 5)  # looks up all requesters of the matter and notes the attempt
    centre.act(number, "close")
    within(centre, ACTION)


def test_the_page_of_a_case_stays_within_its_budget_however_long_its_history(world, centre, unit):
    number = world.replied()
    for browser in (centre, unit):
        browser.ask(f"/cases/{number}")
        within(browser, PAGE)
    before = len(centre.statements)
    for _ in range(10):
        world.do(number, "supplement", "clerk", text="诉求人补充了情况")
    for other in range(3):
        joined = world.request(text=f"路灯还是不亮{other}").case.number
        world.do(joined, "join", "clerk", into=number)
    world.do(number, "review", "clerk", approve=True)
    assert len(centre.ask(f"/cases/{number}")["joined"]) == 3
    within(centre, PAGE)
    assert len(centre.statements) <= before + 1, "one for the joined cases"


def test_finding_out_who_asks_takes_one_statement(world, centre):
    centre.ask("/session")  # names of units and the district are read once
    centre.ask("/session")
    within(centre, 1)
