"""Learning from closed cases: enough of them, better on later ones, kept, and one click back."""

from __future__ import annotations

import pytest

from chengyun.cases.models import Case
from chengyun.dispatching import learning, training
from chengyun.dispatching.models import ModelVersion, Waiting
from chengyun.dispatching.tests import fakes
from chengyun.dispatching.tests.conftest import closed
from chengyun.kernel.problems import Problem
from chengyun.org.access import system_actor

pytestmark = pytest.mark.django_db
ME = system_actor("测试")


def trained() -> ModelVersion:
    return training.run(training.begin(ME).pk)


def test_too_few_closed_cases_are_no_ground_to_learn_on(world):
    closed(world, 3)
    with pytest.raises(Problem) as told:
        training.begin(ME)
    assert told.value.code == "too_few"
    assert "现在有 3 件" in told.value.detail
    assert not ModelVersion.objects.exists()


def test_the_first_version_is_put_to_use_and_its_card_says_what_it_is(world, history, fake_learning):
    version = trained()
    assert version.state == ModelVersion.RUNNING
    card = version.card
    assert card["trained"]["cases"] == 22
    assert card["trained"]["units"] == 2
    assert (card["tried"]["cases"], card["tried"]["right"]) == (8, 8)
    row = card["by_category"][str(world.categories["light"].pk)]
    assert len(row["right_ids"]) == 8
    assert card["tried"]["from"] > card["trained"]["to"], "tried on later cases"


def test_a_version_that_is_no_better_is_kept_but_not_used(world, history, fake_learning):
    first = trained()
    again = trained()
    assert again.state == ModelVersion.READY
    assert "没有启用" in again.note
    first.refresh_from_db()
    assert first.state == ModelVersion.RUNNING


def test_a_worse_version_is_refused_and_says_by_how_much(world, history, fake_learning):
    first = trained()
    fake_learning.setattr(learning, "train", fakes.spoiling(str(world.units["water"].pk)))
    worse = trained()
    assert worse.state == ModelVersion.READY
    assert f"使用中的版本 {first.pk}" in worse.note
    assert "4 件对 8 件" in worse.note
    assert worse.card["compared"] == {"version": first.pk, "right": 8, "top3": 8}


def test_a_better_version_replaces_the_running_one_and_one_click_goes_back(world, history, fake_learning):
    fake_learning.setattr(learning, "train", fakes.spoiling(str(world.units["water"].pk)))
    closed(world, 1)  # one more about lights: the worse model still beats guessing
    first = trained()
    ModelVersion.objects.filter(pk=first.pk).update(state=ModelVersion.RUNNING)
    fake_learning.setattr(learning, "train", fakes.train)
    better = trained()
    assert better.state == ModelVersion.RUNNING
    first.refresh_from_db()
    assert first.state == ModelVersion.RETIRED
    training.promote(first.pk, ME, "回退")
    better.refresh_from_db()
    first.refresh_from_db()
    assert (first.state, better.state) == (ModelVersion.RUNNING, ModelVersion.RETIRED)


def test_cases_that_nobody_has_yet_are_looked_at_anew_by_another_version(world, history, fake_learning):
    number = world.request(then=[("accept", {})]).case.number
    Waiting.objects.all().delete()
    trained()
    assert [row.case.number for row in Waiting.objects.select_related("case")] == [number]


def test_a_version_whose_files_are_gone_cannot_be_used(world, history, fake_learning, home):
    import shutil

    trained()
    second = trained()
    shutil.rmtree(home / second.folder)
    with pytest.raises(Problem) as told:
        training.promote(second.pk, ME)
    assert told.value.status == 409


def test_one_training_at_a_time(world, history, fake_learning):
    training.begin(ME)
    with pytest.raises(Problem) as told:
        training.begin(ME)
    assert told.value.code == "training"


def test_a_training_that_fails_says_why_and_the_running_version_stays(world, history, fake_learning):
    running = trained()

    def broken(*given, **more):
        raise MemoryError("内存不够")

    fake_learning.setattr(learning, "train", broken)
    version = training.begin(ME)
    with pytest.raises(MemoryError):
        training.run(version.pk)
    version.refresh_from_db()
    running.refresh_from_db()
    assert (version.state, running.state) == (ModelVersion.FAILED, ModelVersion.RUNNING)
    assert "内存不够" in version.note


def test_cases_of_one_unit_only_teach_nothing(world, history, fake_learning):
    Case.objects.update(lead_unit=world.units["lights"])
    version = trained()
    assert version.state == ModelVersion.FAILED
    assert "同一个单位" in version.note


def test_only_the_newest_versions_keep_their_files(world, history, fake_learning, home):
    fake_learning.setattr(training, "KEPT", 2)
    first = trained()
    for _ in range(3):
        last = trained()
    there = {folder.name for folder in home.iterdir()}
    assert first.folder in there, "it is in use"
    assert last.folder in there
    assert len(there) <= 3
