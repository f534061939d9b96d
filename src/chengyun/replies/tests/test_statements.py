"""What a look at a reply costs: statements, whatever the number of cases."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengyun.cases import finding
from chengyun.replies import checking, keeping, precedents
from chengyun.replies.models import ReplyCheck, Waiting

pytestmark = pytest.mark.django_db


def told(seen: CaptureQueriesContext) -> int:
    """Without the question whether master data changed: it is put once a second, but each time
    in a test's transaction."""
    return len([q for q in seen.captured_queries if not any(w in q["sql"] for w in ("SAVEPOINT", "kernel_revision"))])


def statements(work) -> int:
    work()  # what is remembered per process is read
    with CaptureQueriesContext(connection) as seen:
        work()
    return told(seen)


def test_a_look_while_writing_is_a_few_statements(world):
    number = world.handling()
    text = "已到现场更换灯具，路灯恢复照明，感谢反映。"
    assert statements(lambda: checking.live(world.actors["lights"], number, text, None, "zh")) <= 4


def test_good_replies_are_looked_for_in_a_few_statements(world, monkeypatch):
    number = world.handling()
    monkeypatch.setattr(finding, "token_shares", dict)
    assert statements(lambda: precedents.good(world.actors["lights"], number)) <= 7


def test_many_replies_are_looked_at_together(world):
    for _ in range(3):
        world.replied()
    with CaptureQueriesContext(connection) as seen:
        assert keeping.look_at_sent() == 3
    three = told(seen)
    for _ in range(6):
        world.replied()
    with CaptureQueriesContext(connection) as seen:
        assert keeping.look_at_sent() == 6
    assert told(seen) <= three
    assert ReplyCheck.objects.count() == 9
    assert not Waiting.objects.exists()
