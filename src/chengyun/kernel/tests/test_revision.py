"""Revisions: everybody sees a change once it is committed, and nobody a change that was not."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from chengyun.kernel import revision


def seen_elsewhere(topic):
    """What another thread of this process (another connection) sees."""
    answer = []

    def look():
        answer.append(revision.current(topic))
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    return answer[0]


@pytest.fixture(autouse=True)
def fresh():
    revision.forget()
    yield
    revision.forget()


@pytest.mark.django_db
def test_a_topic_that_never_changed_is_zero():
    assert revision.current("nothing") == 0


@pytest.mark.django_db(transaction=True)
def test_a_change_is_seen_at_once_inside_and_by_others_after_commit():
    before = revision.current("org")
    with transaction.atomic():
        mine = revision.bump("org")
        assert revision.current("org") == mine != before
        assert seen_elsewhere("org") == before
        assert revision.current("org") == mine
    assert revision.current("org") == mine
    assert seen_elsewhere("org") == mine


@pytest.mark.django_db(transaction=True)
def test_a_change_that_was_undone_leaves_no_trace_and_its_number_never_returns():
    before = revision.bump("org")
    with transaction.atomic():
        lost = revision.bump("org")
        assert revision.current("org") == lost
        transaction.set_rollback(True)
    assert revision.current("org") == before
    assert revision.bump("org") not in (lost, before)


@pytest.mark.django_db(transaction=True)
def test_an_undone_part_of_a_transaction_is_forgotten():
    with transaction.atomic():
        outer = revision.bump("org")
        with transaction.atomic():
            revision.bump("org")
            transaction.set_rollback(True)
        assert revision.current("org") == outer


@pytest.mark.django_db
def test_topics_do_not_disturb_each_other():
    revision.bump("org")
    one = revision.current("org")
    revision.bump("places")
    assert revision.current("org") == one


@pytest.mark.django_db(transaction=True)
def test_looking_again_soon_costs_no_statement(django_assert_num_queries):
    revision.bump("org")
    with django_assert_num_queries(1):
        revision.current("org")
        revision.current("places")
        revision.current("org")
