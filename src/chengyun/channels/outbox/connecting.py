"""The doors that something goes back through, as sending sees them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..doors import connections
from ..doors.reading import Step
from ..models import Channel

BY_HAND = "by_hand"
CLOSED = "渠道已停用，消息留着，启用后再回传"
_made: tuple[Any, Mapping[str, Way]] | None = None


@dataclass(frozen=True)
class Way:
    """How messages leave through a door. `fault`: why nothing can leave now, in words; messages wait meanwhile."""

    code: str
    name: str
    transport: str
    steps: tuple[Step, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    secrets: Callable[[], Mapping[str, str]] = dict
    states: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""

    @property
    def by_hand(self) -> bool:
        return self.transport == BY_HAND


_provider: Callable[[], Mapping[str, Way]] = dict


def provide(provider: Callable[[], Mapping[str, Way]]) -> Callable[[], Mapping[str, Way]]:
    """Who knows the ways out; what was asked before is given back."""
    global _provider
    before, _provider = _provider, provider
    return before


def ways() -> Mapping[str, Way]:
    """All doors that something goes back through, by the code of their channel."""
    return _provider()


def way(code: str) -> Way | None:
    return ways().get(code)


def of_doors() -> Mapping[str, Way]:
    """The ways out of all connected doors, made anew when a connection changes."""
    global _made
    known = connections.connections()
    made = _made
    if made is None or made[0] is not known:
        ways = {code: way for code, one in known.items() if (way := way_of(one)) is not None}
        made = _made = (known, ways)
    return made[1]


def way_of(one: connections.Connection) -> Way | None:
    """None for a door through which nothing goes back here: none is made, and the page of the door says so."""
    if not one.transport_out or not one.door.write_back or one.channel.direction != Channel.BOTH:
        return None
    fault = "" if one.enabled and one.channel.open_today else CLOSED
    codes = one.door.codes_out.get("state")
    settings = {**one.out, "scheme": one.scheme} if one.scheme else one.out
    return Way(
        one.channel.code, one.channel.name, one.transport_out, one.door.write_back, settings, one.secrets,
        states=dict(codes.rows) if codes is not None else {}, fault=fault,
    )  # fmt: skip


provide(of_doors)
