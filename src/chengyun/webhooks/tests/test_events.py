"""Every step of a case has an event, the document says what the table says, and what is sent fits its schema."""

from pathlib import Path

import pytest

import chengyun
from chengyun.cases import lifecycle
from chengyun.webhooks import events, events_document, rules

DOCUMENT = Path(chengyun.__file__).parents[2] / "docs" / "developer" / "events.md"


def test_every_action_of_the_lifecycles_is_told_by_an_event_of_its_own_or_stays_in_the_house():
    lifecycle.declare_built_in()
    actions = {action for life in lifecycle.all_lifecycles() for action in life.actions}
    built_in = {action for one in events.EVENTS for action in one.actions}
    assert {action for action in actions if events.type_of(action) == events.OTHER} <= actions - built_in
    assert built_in | events.SILENT >= {
        action for code in ("request", "urban_event") for action in lifecycle.get(code).actions
    }
    assert events.type_of("note") == ""
    assert events.type_of("a_step_of_the_districts_own") == events.OTHER


def test_an_action_is_told_by_one_event_only():
    told = [action for one in events.EVENTS for action in one.actions]
    assert len(told) == len(set(told))
    assert len(set(events.CODES)) == len(events.CODES)


@pytest.mark.skipif(not DOCUMENT.exists(), reason="installed without documentation")
def test_the_document_of_events_is_the_table():
    assert DOCUMENT.read_text(encoding="utf-8") == events_document.document(), "write it with its command"


def test_a_message_that_is_refused_dies_and_one_that_nobody_took_does_not():
    assert [rules.outcome(status) for status in (204, 302, 404, 429, 503, None)] == [
        "sent", "refused", "refused", "later", "later", "later"
    ]  # fmt: skip
    assert rules.is_dead("refused", rules.MOST_TRIES)
    assert not rules.is_dead("later", 1000)
