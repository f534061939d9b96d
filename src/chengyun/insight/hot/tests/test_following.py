"""An issue that people follow for days stays the same issue."""

from __future__ import annotations

from datetime import timedelta

import pytest

from chengyun.cases.models import Case
from chengyun.insight.hot import following, ranking
from chengyun.insight.models import HotCase, HotHeat, HotIssue, HotRun

pytestmark = pytest.mark.django_db


def test_what_comes_the_next_day_joins_the_issue_of_yesterday(came, look, now):
    came("psa")
    first = look()["青云苑"]
    assert (first.matters, first.callers) == (6, 6)
    came("p", days=1, prefix="later")
    again = look(at=now + timedelta(hours=1))["青云苑"]
    assert again.pk == first.pk
    assert again.matters == 12
    assert again.first_at == first.first_at
    assert [step.action for step in again.steps.all()] == ["found"]


def test_looking_twice_changes_nothing(came, look):
    came()
    before = {place: issue.pk for place, issue in look().items()}
    members = list(HotCase.objects.order_by("case_id").values_list("case_id", "issue_id"))
    assert {place: issue.pk for place, issue in look().items()} == before
    assert list(HotCase.objects.order_by("case_id").values_list("case_id", "issue_id")) == members


def test_a_name_given_by_a_person_stays_while_the_issue_grows(came, look):
    came("psa")
    issue = look()["青云苑"]
    HotIssue.objects.filter(pk=issue.pk).update(title="青云苑车位", named=True)
    came("p", days=1, prefix="later")
    came("p", days=1, prefix="evenlater")
    look()
    issue.refresh_from_db()
    assert issue.title == "青云苑车位"
    assert issue.matters == 18


def test_a_joined_case_is_one_matter_with_more_callers(came, look, world):
    came()
    main, other = Case.objects.filter(title__contains="青云苑").order_by("id")[:2]
    Case.objects.filter(pk=other.pk).update(joined_to=main)
    Case.objects.filter(pk=main.pk).update(callers=2)
    issue = look()["青云苑"]
    assert (issue.matters, issue.callers) == (5, 6)
    assert not HotCase.objects.filter(case=other).exists()


@pytest.mark.parametrize(
    ("matters", "before", "ever", "state"),
    [
        (5, 0, 0, "new"),
        (3, 0, 4, "back"),
        (6, 4, 9, "growing"),
        (5, 4, 4, "steady"),
        (1, 4, 4, "fading"),
        (3, 4, 4, "steady"),
    ],
)
def test_how_an_issue_goes_is_told_from_the_time_before(matters, before, ever, state):
    assert ranking.state_of(matters, before, ever) == state


def test_windows_are_kept_ready_with_their_ranks(came, look):
    came("psa", days=5)
    look()
    week = HotHeat.objects.filter(days=7).order_by("rank")
    assert [row.rank for row in week] == list(range(1, len(week) + 1))
    assert [row.heat for row in week] == sorted((row.heat for row in week), reverse=True)
    assert all(sum(row.trend) == row.matters for row in HotHeat.objects.all())
    assert len(HotHeat.objects.filter(days=30).first().trend) == 31
    assert len(HotHeat.objects.filter(days=7).first().trend) == 8


def test_a_look_is_due_when_cases_came_or_a_day_has_passed(came, look, now):
    assert following.is_due()
    came("psa", days=2, ago=1)
    look()
    assert not following.is_due(now + timedelta(hours=1))
    assert following.is_due(now + timedelta(hours=21))
    run = HotRun.objects.get()
    assert (run.state, run.cases) == ("done", 22)


def test_two_issues_become_one_when_new_cases_tie_them_together(came, look, now, world):
    came("psa")
    issue = look()["青云苑"]
    half = list(HotCase.objects.filter(issue=issue).order_by("case_id").values_list("case_id", flat=True))[3:]
    other = HotIssue.objects.create(title="青云苑", first_at=now, last_at=now, created_at=now)
    HotCase.objects.filter(case_id__in=half).update(issue=other)
    look()
    living = HotIssue.objects.filter(merged_into=None, place="青云苑")
    assert living.get().matters == 6
    assert living.get().steps.filter(action="merge").exists()


def test_what_a_person_has_parted_is_not_put_together_again(came, look, now):
    came("psa")
    issue = look()["青云苑"]
    half = list(HotCase.objects.filter(issue=issue).order_by("case_id").values_list("case_id", flat=True))[3:]
    other = HotIssue.objects.create(title="青云苑另一件事", first_at=now, last_at=now, created_at=now)
    HotCase.objects.filter(case_id__in=half).update(issue=other, kept=True)
    look()
    other.refresh_from_db()
    assert other.merged_into_id is None
    assert HotCase.objects.filter(issue=other).count() == 3


def test_a_district_without_cases_has_no_issues(look, world):
    assert look() == {}
