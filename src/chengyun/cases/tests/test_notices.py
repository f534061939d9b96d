"""Messages: each told once, not in quiet hours, found again, and marked read."""

from __future__ import annotations

import json
from datetime import datetime, time, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from chengyun.cases import notices, quiet
from chengyun.cases.masterdata_desk import QUIET
from chengyun.cases.models import Notice, QuietHours
from chengyun.cases.quiet import Quiet, awake
from chengyun.kernel import revision
from chengyun.kernel.calendars import calendar_for
from chengyun.org.auth import issue_token

from .world import SHANGHAI, at

pytestmark = pytest.mark.django_db
MONDAY_NIGHT = at("2026-03-02 23:30")


@pytest.fixture
def rules(world):
    def set_hours(who: str, start: str, end: str, off_days: bool = False) -> None:
        QuietHours.objects.create(role=f"role-{who}", start=start, end=end, off_days=off_days)
        revision.bump("catalogue")
        revision.forget()

    return set_hours


def told(world, who, moment, urgent=False, key="a"):
    notices.tell([world.accounts[who].pk], None, "urge", "催办", key, moment, urgent=urgent)
    return Notice.objects.get(account_id=world.accounts[who].pk, dedupe=key).visible_from


def call(world, path, who="clerk", data=None, expect=200, **query):
    headers = {"authorization": f"Bearer {issue_token(world.accounts[who], '测试')[1]}"}
    if data is None:
        answer = Client().get(f"/api/v1{path}", query, headers=headers)
    else:
        answer = Client().post(f"/api/v1{path}", json.dumps(data), "application/json", headers=headers)
    assert answer.status_code == expect, answer.content.decode()
    return answer.json() if answer.content else None


def test_a_role_without_quiet_hours_waits_for_working_time(world):
    assert told(world, "clerk", MONDAY_NIGHT) == at("2026-03-03 09:00")


def test_a_message_waits_until_the_quiet_hours_of_the_role_end(world, rules):
    rules("clerk", "22:00", "06:30")
    assert told(world, "clerk", MONDAY_NIGHT) == at("2026-03-03 06:30")
    assert told(world, "clerk", at("2026-03-02 20:00"), key="b") == at("2026-03-02 20:00")


def test_a_shift_that_is_never_quiet_is_told_at_once(world, rules):
    rules("clerk", "00:00", "00:00")
    assert told(world, "clerk", MONDAY_NIGHT) == MONDAY_NIGHT


def test_an_urgent_message_breaks_through(world, rules):
    rules("clerk", "00:00", "23:59", off_days=True)
    assert told(world, "clerk", MONDAY_NIGHT, urgent=True) == MONDAY_NIGHT


def test_days_off_can_be_quiet_as_a_whole(world, rules):
    rules("clerk", "22:00", "07:00", off_days=True)
    assert told(world, "clerk", at("2026-03-07 12:00")) == at("2026-03-09 07:00")


def test_of_several_roles_the_one_that_is_awake_decides(world, rules):
    from chengyun.org.models import Grant, Role

    rules("clerk", "22:00", "06:00")
    Grant.objects.create(account=world.accounts["clerk"], role=Role.objects.create(code="night", name="夜班"))
    QuietHours.objects.create(role="night", start="08:00", end="20:00")
    revision.bump("catalogue")
    revision.forget()
    assert told(world, "clerk", MONDAY_NIGHT) == MONDAY_NIGHT


def test_rules_that_are_over_hold_no_longer(world, rules):
    rules("clerk", "22:00", "06:30")
    QuietHours.objects.update(valid_to="2020-01-01")
    revision.bump("catalogue")
    revision.forget()
    assert told(world, "clerk", MONDAY_NIGHT) == at("2026-03-03 09:00")


def test_each_is_told_once(world):
    for _ in range(3):
        notices.tell([world.accounts["clerk"].pk] * 2, None, "urge", "催办", "once", MONDAY_NIGHT)
    assert Notice.objects.count() == 1


def test_telling_many_costs_no_more_statements_than_telling_one(world):
    def statements(people, key):
        with CaptureQueriesContext(connection) as captured:
            notices.tell(people, None, "urge", "催办", key, MONDAY_NIGHT)
        return len([q for q in captured.captured_queries if "kernel_" not in q["sql"]])

    everybody = [account.pk for account in world.accounts.values()]
    statements(everybody, "warm")
    assert statements(everybody, "b") == statements(everybody[:1], "a") <= 3


def test_held_messages_reach_open_pages_when_they_become_visible(world, rules):
    rules("clerk", "22:00", "06:30")
    told(world, "clerk", MONDAY_NIGHT)
    assert notices.wake(at("2026-03-03 06:29")) == 0
    assert notices.wake(at("2026-03-03 06:31")) == 1


def test_held_messages_follow_quiet_hours_that_are_changed(world, rules, django_capture_on_commit_callbacks):
    rules("clerk", "22:00", "06:30")
    told(world, "clerk", MONDAY_NIGHT)
    QuietHours.objects.update(end="08:00")
    revision.bump("catalogue")
    revision.forget()
    assert notices.rearrange(MONDAY_NIGHT) == 1
    assert Notice.objects.get().visible_from == at("2026-03-03 08:00")
    assert notices.rearrange(MONDAY_NIGHT) == 0
    with django_capture_on_commit_callbacks() as later:
        QUIET.after([])
    assert later == [notices.rearrange], "saving the table asks for it"


def leave(world, kind, key, who="clerk", minutes=0):
    moment = at("2026-03-02 10:00") + timedelta(minutes=minutes)
    notices.tell([world.accounts[who].pk], None, kind, f"{kind} {key}", key, moment, urgent=True)


def test_messages_are_listed_newest_first_by_pages_and_each_once(world):
    for n in range(7):
        leave(world, "urge", f"n{n}", minutes=n // 2)
    found, cursor = [], ""
    while True:
        page = call(world, "/notices", limit=3, cursor=cursor)
        found += [item["text"] for item in page["items"]]
        cursor = page["next_cursor"]
        if not cursor:
            break
    assert found == [f"urge n{n}" for n in reversed(range(7))]


def test_messages_can_be_narrowed_to_what_they_are_about(world):
    for kind in ("overdue", "escalate2", "mention", "urge", "digest-1"):
        leave(world, kind, kind)
    assert {i["kind"] for i in call(world, "/notices", group="limits")["items"]} == {"overdue", "escalate2"}
    assert [i["kind"] for i in call(world, "/notices", group="mention")["items"]] == ["mention"]
    assert "urge" in [i["kind"] for i in call(world, "/notices", group="work")["items"]]
    call(world, "/notices", group="nonsense", expect=422)
    call(world, "/notices", cursor="x", expect=400)


def test_all_are_read_up_to_what_one_has_seen(world):
    leave(world, "urge", "seen")
    newest = call(world, "/notices")["items"][0]["at"]
    leave(world, "urge", "later", minutes=5)
    call(world, "/notices/read-all", data={"until": newest}, expect=204)
    after = call(world, "/notices", unread=True)
    assert [item["text"] for item in after["items"]] == ["urge later"]
    assert after["unread"] == 1


def test_nobody_reads_or_marks_the_messages_of_others(world):
    leave(world, "urge", "mine")
    key = Notice.objects.get().pk
    call(world, "/notices/read", "lights", {"ids": [key]}, expect=204)
    assert call(world, "/notices", "lights")["items"] == []
    assert call(world, "/notices")["unread"] == 1


# --- the rule, for any hours ----------------------------------------------------------------------------------------
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 1)).map(lambda m: m.replace(tzinfo=SHANGHAI))
hours = st.builds(Quiet, clocks, clocks, st.booleans())


@given(moments, st.lists(hours, min_size=1, max_size=3))
def test_nobody_is_ever_disturbed_nor_told_before_or_kept_waiting_for_ever(db_free_calendar, moment, rules):
    shown = awake(moment, rules, db_free_calendar)
    assert shown >= moment
    assert shown - moment < timedelta(days=15)
    local = shown.astimezone(SHANGHAI)
    assert any(rule.end_of(local) is None for rule in rules)
    if shown > moment:
        assert all(rule.end_of(moment) is not None or rule.off_days for rule in rules)


@pytest.fixture(scope="module")
def db_free_calendar(django_db_setup, django_db_blocker):
    from chengyun.kernel.calendars import ensure_default

    with django_db_blocker.unblock(), transaction.atomic():
        ensure_default()
        calendar = calendar_for(None)
        transaction.set_rollback(True)
    return calendar


@pytest.mark.parametrize("text", ["24:00", "7", "7:5", "aa:bb", "", "07:60", "０７:００"])
def test_a_time_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        quiet.clock(text)
