"""A clock that tests turn by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from .world import at


class Clock:
    """What `django.utils.timezone.now` answers while a test has it."""

    def __init__(self, now: datetime):
        self.now = now

    def to(self, text: str) -> datetime:
        """Turn to a moment in Shanghai: "2026-03-02 09:00"."""
        self.now = at(text)
        return self.now

    def by(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    held = Clock(at("2026-03-02 09:00"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: held.now)
    return held
