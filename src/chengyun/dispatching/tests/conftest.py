from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases.models import Case
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.dispatching import learning, ranker, training

from . import fakes

__all__ = ["clock", "world"]
LIGHTS = ("路灯不亮，晚上漆黑一片", "灯杆倾斜，灯罩掉落", "路灯闪烁刺眼，照明不足")
WATER = ("水管爆裂，路面积水", "自来水发黄有异味", "井盖漏水，阀门损坏")


@pytest.fixture
def world(db) -> World:
    return build()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Models of one test are not those of another."""
    monkeypatch.setattr(ranker, "models_folder", lambda: tmp_path)
    yield tmp_path
    ranker.forget()


@pytest.fixture
def few_are_enough(monkeypatch):
    """Made-up histories are small."""
    monkeypatch.setattr(training, "FEWEST", 24)
    monkeypatch.setattr(training, "HELD_FEWEST", 8)
    monkeypatch.setattr("chengyun.dispatching.acting.FEWEST", 6)


@pytest.fixture
def fake_learning(monkeypatch, home, few_are_enough):
    """The small model instead of the real one, in this process."""
    monkeypatch.setattr(learning, "train", fakes.train)
    monkeypatch.setattr(learning, "embed_examples", fakes.embed_examples)
    monkeypatch.setattr(learning, "Model", fakes.FakeModel)

    def rank(version, some):
        models = {folder.name: fakes.FakeModel.load(folder) for folder in sorted(ranker.folder_of(version).iterdir())}
        return [
            {
                name: [
                    (int(one.label), one.confidence, tuple(word for word, _ in model.words(_example(facts), one.label)))
                    for one in model.rank(_example(facts))
                ]
                for name, model in models.items()
            }
            for facts in some
        ]

    monkeypatch.setattr(ranker, "rank", rank)
    return monkeypatch


def _example(facts):
    return learning.Example(**ranker.example_of(facts))


@pytest.fixture
def history(world):
    """Thirty closed cases, half of them about lights, half about water, an hour apart."""
    return closed(world, 30)


def closed(world: World, count: int) -> list[str]:
    numbers = []
    start = timezone.now() - timedelta(days=20)
    for at in range(count):
        unit, texts = (("lights", LIGHTS), ("water", WATER))[at % 2]
        number = world.dispatched(unit, text=f"演示路{at}号{texts[at % 3]}").case.number
        numbers.append(number)
        Case.objects.filter(number=number).update(
            state="closed", is_open=False, outcome="solved", closed_at=start + timedelta(hours=at)
        )
    return numbers
