"""A rehearsed day of all doors at once: other sides with faults, workers that are killed; then what one message costs.

Example: python -m benchmarks.doors --each 40
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import threading
import time
from typing import Any

from .alone import say
from .house import House

WORKER = """
import django
django.setup()
import time
from chengyun.channels.outbox import delivering
while True:
    delivering.work_off(10)
    time.sleep(0.2)
"""
WRONG = "refuse=0.05,error=0.15,timeout=0.02,lost=0.1,twice=0.3,disorder=0.5"


class Workers:
    """Two workers that send; one of them is killed every so often and begun again."""

    def __init__(self, every: float):
        self.every, self.kills, self.ending = every, 0, threading.Event()
        self.running = [self._begin(), self._begin()]
        self.thread = threading.Thread(target=self._kill, daemon=True)
        self.thread.start()

    def _begin(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", WORKER], env=dict(os.environ))

    def _kill(self) -> None:
        at = 0
        while not self.ending.wait(self.every):
            at = 1 - at
            os.kill(self.running[at].pid, signal.SIGKILL)
            self.running[at].wait()
            self.kills += 1
            self.running[at] = self._begin()

    def end(self) -> None:
        self.ending.set()
        self.thread.join()
        for one in self.running:
            one.kill()
            one.wait()


def rehearse(each: int, kill_every: float) -> dict[str, Any]:
    from chengyun.cases.models import Case
    from chengyun.cases.tests.world import build
    from chengyun.channels.outbox.models import WriteBack
    from chengyun.channels.outbox.tests.conftest import later
    from chengyun.channels.outbox.tests.day import Day

    day = Day(build(), WRONG, seed=3, hang=2.5).open()
    rng, began = random.Random(3), time.monotonic()
    workers = Workers(kill_every)
    try:
        for _ in range(4):
            day.bring(each // 4)
            day.work(rng)
        for _ in range(10):
            day.fetch()
            day.work(rng)
            day.fill_in()
            day.take_files()
            later()
            time.sleep(3)
    finally:
        workers.end()
    refused = WriteBack.objects.filter(state=WriteBack.DEAD).count()
    day.settle()
    found = {
        "cases": Case.objects.count(), "messages": WriteBack.objects.count(), "refused and put right": refused,
        "workers killed": workers.kills, "seconds": round(time.monotonic() - began, 1),
        "not done": WriteBack.objects.exclude(state=WriteBack.DONE).count(), "differences": day.differences(),
        "compared": day.compare(), "pushed twice": day.pushed_twice,
        "other sides": {code: city.state.counts() for code, city in day.cities.items()},
    }  # fmt: skip
    day.close()
    return found


def cost(count: int) -> dict[str, Any]:
    """Messages of a door that answers at once: how many a second; what making one adds to an action."""
    from chengyun.cases.models import Case
    from chengyun.cases.tests.world import World
    from chengyun.channels.outbox import connecting, delivering, transports
    from chengyun.channels.outbox.connecting import Way
    from chengyun.channels.outbox.models import DoorOut, WriteBack
    from chengyun.channels.outbox.tests.conftest import STEPS, Peer
    from chengyun.org.access import actor_for
    from chengyun.org.models import Account

    peer, world = Peer(), World()
    transports.register("peer", peer.send)
    before = connecting.provide(
        lambda: {"fast": Way("fast", "快", "peer", STEPS, {"per_minute": 10**6, "at_once": 16})}
    )
    world.actors["clerk"] = actor_for(Account.objects.get(username="clerk"))
    from chengyun.cases import engine

    def accepted(channel: str) -> float:
        made = [
            engine.create(world.actors["clerk"], engine.Registration("complaint", f"路灯不亮 {at}", channel,
                                                                     external_id=f"{channel}-{at}"))
            for at in range(count)
        ]  # fmt: skip
        spent = []
        for work in made:
            start = time.thread_time()
            engine.perform(work.case.number, "accept", world.actors["clerk"], {})
            spent.append(time.thread_time() - start)
        return statistics.median(spent) * 1000

    from chengyun.channels.models import Channel
    from chengyun.kernel import revision

    for code in ("fast", "quiet"):
        Channel.objects.create(code=code, name=code, source="I")
    revision.bump("channels")
    revision.forget()
    quiet, told = accepted("quiet"), accepted("fast")
    DoorOut.objects.filter(door="fast").delete()
    start, cpu = time.monotonic(), time.process_time()
    while WriteBack.objects.filter(door="fast", state="waiting").exists():
        delivering.work_off(30)
    seconds, spent = time.monotonic() - start, time.process_time() - cpu
    connecting.provide(before)
    assert Case.objects.filter(channel="fast").count() == len(peer.taken) == count
    return {
        "accept without a door, ms CPU": round(quiet, 2), "accept with a message, ms CPU": round(told, 2),
        "messages": count, "sent a second": round(count / seconds), "ms CPU a message": round(spent / count * 1000, 2),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.doors", description=__doc__)
    parser.add_argument("--each", type=int, default=40, help="cases of each other side (default %(default)s)")
    parser.add_argument("--kill-every", type=float, default=4.0, help="seconds between kills (default %(default)s)")
    parser.add_argument("--messages", type=int, default=500, help="messages for the cost (default %(default)s)")
    wanted = parser.parse_args()
    os.environ["CHENGYUN_OUTBOUND_NETWORKS"] = "127.0.0.1"
    house = House(None, False)
    try:
        house.open()
        house.migrate()
        say("a day with faults and killed workers …")
        found = {"day": rehearse(wanted.each, wanted.kill_every), "cost": cost(wanted.messages)}
    finally:
        house.close()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    day = found["day"]
    sys.exit(1 if day["not done"] or day["differences"] else 0)


if __name__ == "__main__":
    main()
