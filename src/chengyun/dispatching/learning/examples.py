"""What is known of a request before anybody decided."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """The blocks of one request; an empty block is unknown."""

    text: str
    title: str = ""
    place: str = ""
    channel: str = ""
