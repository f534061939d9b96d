"""What a reader of the hot issues notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from ..find import find
from .messages import START, many


def test_what_many_say_about_one_place_is_one_issue_named_in_their_words():
    issues = find(many())
    first, second = issues[:2]
    assert set(first.members) == {f"p{at}" for at in range(6)}
    assert first.place == "青云苑"
    assert "青云苑" in first.title
    assert "车位" in first.title
    assert set(second.members) == {f"s{at}" for at in range(4)}
    assert second.place == "白鹭新城"
    assert "油烟" in second.title


def test_another_matter_at_the_same_place_is_not_part_of_the_issue():
    smoke = next(issue for issue in find(many()) if issue.place == "白鹭新城")
    assert "a2" not in smoke.members  # the leaking garage next door


def test_what_one_person_says_once_is_no_issue_until_many_stand_behind_it():
    assert all(len(issue.members) > 1 for issue in find(many()))
    loud = [replace(matter, supporters=40) if matter.id == "a0" else matter for matter in many()]
    assert ["a0"] in [issue.members for issue in find(loud)]


def test_the_same_matter_after_a_long_silence_is_another_issue():
    later = [
        replace(matter, id=f"again{matter.id}", time=matter.time + timedelta(days=300), caller=f"L{matter.id}")
        for matter in many()
        if matter.id.startswith("p") and matter.time
    ]
    parking = [set(issue.members) for issue in find(many() + later) if issue.place == "青云苑"]
    assert sorted(map(len, parking)) == [6, 6]


def test_messages_without_a_time_count_and_empty_files_give_nothing():
    undated = [replace(matter, time=None) for matter in many()]
    assert {len(issue.members) for issue in find(undated)} == {6, 4}
    assert find([]) == []
    assert find(many()[:1]) == []


def test_order_of_the_file_does_not_matter():
    def told(matters):
        return [(issue.title, sorted(issue.members), issue.heat) for issue in find(matters)]

    assert told(many()) == told(many()[::-1])


def test_messages_that_say_nothing_are_no_issue():
    blank = [replace(matter, title="", text="。") for matter in many()]
    assert find(blank) == []


def test_ranks_are_by_heat():
    issues = find(many(), START, START + timedelta(days=30))
    assert [issue.rank for issue in issues] == list(range(1, len(issues) + 1))
    assert [issue.heat for issue in issues] == sorted((issue.heat for issue in issues), reverse=True)
    assert all(issue.heat == round(sum(part.points for part in issue.parts), 1) for issue in issues)
