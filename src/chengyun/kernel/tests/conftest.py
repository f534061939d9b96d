"""Fixtures of the kernel's tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

from chengyun.kernel import config

# How long an example takes says something about the machine, not about the rule.
settings.register_profile("chengyun", deadline=None)
settings.load_profile("chengyun")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A CHENGYUN_HOME of its own for one test."""
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    monkeypatch.delenv("CHENGYUN_SCANNER", raising=False)
    config.current.cache_clear()
    yield tmp_path
    config.current.cache_clear()
