"""Fixtures of the kernel's tests."""

from __future__ import annotations

import pytest

from chengyun.kernel import config


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A CHENGYUN_HOME of its own for one test."""
    monkeypatch.setenv("CHENGYUN_HOME", str(tmp_path))
    monkeypatch.delenv("CHENGYUN_SCANNER", raising=False)
    config.current.cache_clear()
    yield tmp_path
    config.current.cache_clear()
