"""The real model, trained on a few made-up cases, answers from a process of its own."""

from __future__ import annotations

import pytest

from chengyun.dispatching import ranker, training
from chengyun.dispatching.facts import of_case
from chengyun.dispatching.models import ModelVersion
from chengyun.dispatching.ranking_process import readable
from chengyun.dispatching.tests.conftest import closed
from chengyun.org.access import system_actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def running(world, home, few_are_enough, monkeypatch) -> ModelVersion:
    monkeypatch.setattr(training, "HELD_FEWEST", 20)
    closed(world, 80)
    return training.run(training.begin(system_actor("测试")).pk)


def test_the_real_model_is_trained_kept_on_disk_and_asked_in_a_process_of_its_own(world, running):
    assert running.state == ModelVersion.RUNNING, running.note
    facts = of_case(world.request(text="公园门口路灯不亮，灯杆倾斜").case, "公园门口路灯不亮，灯杆倾斜")
    (told,) = ranker.rank(running, [facts])
    unit, share, words = told["units"][0]
    assert unit == world.units["lights"].pk
    assert 0 < share <= 1
    assert any("灯" in word for word in words)
    assert ranker.is_warm(running)
    ranker.forget()
    assert not ranker.is_warm(running), "nobody at a telephone waits for it to wake"
    ranker.forget()


def test_a_model_whose_files_are_damaged_is_an_error_and_not_a_crash(world, running, home):
    for file in (home / running.folder / ranker.UNITS).iterdir():
        file.write_bytes(b"nonsense")
    ranker.forget()
    with pytest.raises(ranker.RankerError):
        ranker.rank(running, [])


def test_words_are_told_without_punctuation_and_once():
    assert readable(["路灯", "不亮 ,", ", 路上", "亮", "路灯不亮", "。"]) == ["路灯", "不亮", "路上"]
