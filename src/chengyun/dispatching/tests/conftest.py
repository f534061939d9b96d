import pytest

from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build

__all__ = ["clock", "world"]


@pytest.fixture
def world(db) -> World:
    return build()
