import pytest

from .clock import clock
from .world import World, build

__all__ = ["clock", "world"]


@pytest.fixture
def world(db) -> World:
    return build()
