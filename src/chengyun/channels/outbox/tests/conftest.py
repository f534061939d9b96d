from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.utils import timezone

from chengyun.cases.tests.world import build
from chengyun.channels.doors.reading import Step
from chengyun.channels.outbox import connecting, delivering, transports
from chengyun.channels.outbox.connecting import Way
from chengyun.channels.outbox.messages import DONE, Verdict
from chengyun.channels.outbox.models import DoorOut, WriteBack

STEPS = (
    Step("accept", "签收", ("accept",), "sign", {"id": "external_id", "no": "number", "n": "seq"}),
    Step("reply", "答复", ("reply",), "reply", {"id": "external_id", "words": "text", "n": "seq"}),
    Step("close", "办结", ("close", "direct_answer", "follow_matter"), "close",
         {"id": "external_id", "result": "outcome", "words": "answer", "n": "seq"},
         codes={"outcome": {"solved": "1", "*": "9"}}),
)  # fmt: skip


@dataclass
class Peer:
    """The other side in a few lines: takes each key once, says what a test wants it to say."""

    taken: dict[str, dict] = field(default_factory=dict)
    order: list[tuple[str, int]] = field(default_factory=list)
    asked: int = 0
    at_once: int = 0
    most_at_once: int = 0
    says: dict[str, Verdict] = field(default_factory=dict)
    always: Verdict | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, way, parcel) -> Verdict:
        with self.lock:
            self.asked += 1
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            said = self.always or self.says.get(parcel.message)
            if said is not None:
                return said
            with self.lock:
                if parcel.key not in self.taken:
                    self.taken[parcel.key] = dict(parcel.body)
                    self.order.append((parcel.number, parcel.seq))
            return Verdict(DONE, receipt=f"R-{parcel.key}")
        finally:
            with self.lock:
                self.at_once -= 1


@pytest.fixture
def world(db):
    return build()


@pytest.fixture
def peer():
    """A door "city" whose other side is a Peer."""
    found = Peer()
    transports.register("peer", found.send)
    before = connecting.provide(lambda: {"city": Way("city", "市级平台", "peer", STEPS)})
    yield found
    connecting.provide(before)
    transports._ways.pop("peer")


def later(**change) -> None:
    """Time goes by: what waits is due, a closed door may be tried."""
    past = timezone.now() - timedelta(seconds=1)
    WriteBack.objects.filter(state__in=WriteBack.OPEN).update(next_at=past)
    DoorOut.objects.filter(closed_until__isnull=False).update(closed_until=past)


def send_all(rounds: int = 30) -> None:
    for _ in range(rounds):
        delivering.work_off(5)
        if not WriteBack.objects.filter(state__in=WriteBack.OPEN).exists():
            return
        later()
