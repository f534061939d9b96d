"""A district's workers on patrol: positions of 1,500 phones and what they do besides, against a platform that runs.

Arrivals are fixed beforehand (nobody waits for an answer before the next one sends), so that a slow moment counts for
all that it delays. Positions come one every ten seconds a phone: in batches as the app sends them, or one by one.

    CHENGYUN_HOME=/data/demo python -m benchmarks.fieldwork --url http://127.0.0.1:8000 --seconds 40

Makes accounts bench_field_… in that platform's database: for a demo, never for a district's own.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import random
import statistics
import time
import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from .client import Session, _Wire, get, post

SAMPLE = 10
BASE = "/api/v1/fieldwork"


@dataclass
class Worker:
    session: Session
    grid: str
    lng: float
    lat: float
    patrol: str = ""
    seq: int = 0
    at: float = 0.0

    def positions(self, count: int, now: datetime) -> dict[str, Any]:
        made = []
        for step in range(count):
            self.seq += 1
            angle = self.seq / 40
            at = now - timedelta(seconds=SAMPLE * (count - 1 - step))
            made.append({
                "seq": self.seq, "at": at.isoformat(), "lng": round(self.lng + 0.0008 * math.cos(angle), 7),
                "lat": round(self.lat + 0.0008 * math.sin(angle), 7), "accuracy": 9, "speed": 1.2, "battery": 71,
            })  # fmt: skip
        return {"patrol": self.patrol, "sent_at": now.isoformat(), "positions": made}


@dataclass
class Times:
    by: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def table(self, seconds: float) -> dict[str, dict[str, float]]:
        return {
            kind: {
                "per_second": round(len(times) / seconds, 1), "p50_ms": round(statistics.median(times) * 1000, 1),
                "p95_ms": round(sorted(times)[int(len(times) * 0.95)] * 1000, 1),
                "p99_ms": round(sorted(times)[int(len(times) * 0.99)] * 1000, 1), "failed": len(self.failed[kind]),
            }
            for kind, times in sorted(self.by.items())
        }  # fmt: skip


# --- before -----------------------------------------------------------------------------------------------------------
def prepare(number: int) -> tuple[list[Worker], list[str], list[str]]:
    """Workers with a session each, spread over the grids; numbers of open cases; codes of points."""
    from chengyun.cli.base import set_up_django

    set_up_django()
    from chengyun.cases.models import Case
    from chengyun.fieldwork.models import PatrolPoint
    from chengyun.kernel import revision
    from chengyun.org.models import Account, Grant, Role, Unit
    from chengyun.places.models import AreaGeometry

    from .people import log_in

    wanted = ["fieldwork.patrol", "fieldwork.view", "case.view", "case.view_all", "case.note", "org.view"]
    role, _ = Role.objects.get_or_create(code="bench_field", defaults={"name": "压测", "permissions": wanted})
    unit = Unit.objects.filter(kind="community").order_by("pk").first()
    known = {a.username: a for a in Account.objects.filter(username__startswith="bench_field_")}
    names = [f"bench_field_{n}" for n in range(number)]
    Account.objects.bulk_create(
        Account(username=name, display_name=name, unit=unit, password="!", is_demo=True)
        for name in names if name not in known
    )  # fmt: skip
    accounts = list(Account.objects.filter(username__in=names))
    held = set(Grant.objects.filter(role=role).values_list("account_id", flat=True))
    Grant.objects.bulk_create(Grant(account=account, role=role) for account in accounts if account.pk not in held)
    revision.bump("org")
    boxes = list(AreaGeometry.objects.filter(area__level="grid").values_list("area__code", "bbox"))
    workers = []
    for at, account in enumerate(accounts):
        code, (west, south, east, north) = boxes[at % len(boxes)]
        workers.append(Worker(log_in(account.pk), code, (west + east) / 2, (south + north) / 2))
    numbers = list(Case.objects.filter(is_open=True).values_list("number", flat=True)[:300])
    return workers, numbers, list(PatrolPoint.objects.values_list("code", flat=True)[:60])


# --- load -------------------------------------------------------------------------------------------------------------
async def run(
    port: int, workers: list[Worker], numbers: list[str], points: list[str], seconds: float, every: int, acts: float
) -> dict[str, Any]:
    """All of them at once for so many seconds; `every`: how long a phone gathers before it sends."""
    loop = asyncio.get_running_loop()
    free: asyncio.Queue[_Wire] = asyncio.Queue()
    for _ in range(48):
        _, wire = await loop.create_connection(_Wire, "127.0.0.1", port)
        free.put_nowait(wire)
    times, chance = Times(), random.Random(7)

    async def ask(kind: str, request: bytes, planned: float, counted: bool = True) -> bytes:
        wire = await free.get()
        try:
            status, body = await wire.ask(request)
        finally:
            free.put_nowait(wire)
        if counted:
            times.by[kind].append(loop.time() - planned)
            if status >= 300:
                times.failed[kind].append(f"{status} {body[:200].decode(errors='replace')}")
        return body

    async def begin(worker: Worker) -> None:
        worker.patrol = str(uuid.uuid4())
        now = datetime.now(UTC)
        body = {"id": worker.patrol, "at": (now - timedelta(seconds=every)).isoformat(), "grid": worker.grid}
        await ask("start", post(f"{BASE}/patrols", worker.session, body), loop.time())

    for some in range(0, len(workers), 24):
        await asyncio.gather(*(begin(worker) for worker in workers[some : some + 24]))
    begun = loop.time() + 0.5
    tasks: list[asyncio.Task[Any]] = []
    plan: list[tuple[float, str, Worker]] = []
    for at, worker in enumerate(workers):
        first = every * at / len(workers)
        while first < seconds:
            plan.append((first, "positions", worker))
            first += every
    kinds = ("check", "note", "note", "today", "read")
    for number in range(round(acts * seconds)):
        plan.append((number / acts, kinds[number % len(kinds)], chance.choice(workers)))
    plan.sort(key=lambda one: one[0])
    for moment, kind, worker in plan:
        await asyncio.sleep(max(0.0, begun + moment - loop.time()))
        request = _request(kind, worker, every, numbers, points, chance)
        tasks.append(asyncio.create_task(ask(kind, request, begun + moment)))
    await asyncio.gather(*tasks)
    told: dict[str, Any] = {"every": every, "workers": len(workers), "kinds": times.table(seconds)}
    told["failures"] = {kind: failed[:2] for kind, failed in times.failed.items() if failed}
    return told


def _request(
    kind: str, worker: Worker, every: int, numbers: list[str], points: list[str], chance: random.Random
) -> bytes:
    now = datetime.now(UTC)
    if kind == "positions":
        return post(f"{BASE}/positions", worker.session, worker.positions(max(1, round(every / SAMPLE)), now))
    if kind == "check" and points:
        body = {
            "id": str(uuid.uuid4()), "patrol": worker.patrol, "point": chance.choice(points), "at": now.isoformat(),
            "lng": worker.lng, "lat": worker.lat, "accuracy": 9, "photos": [], "result": "fine",
        }  # fmt: skip
        return post(f"{BASE}/checks", worker.session, body)
    if kind == "note" and numbers:
        number = chance.choice(numbers)
        return post(f"/api/v1/cases/{number}/actions/note", worker.session, {"text": "现场已看，情况属实"})
    if kind == "read" and numbers:
        return get(f"/api/v1/cases/{chance.choice(numbers)}", worker.session)
    return get(f"{BASE}/today", worker.session)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--url", default="http://127.0.0.1:8000")
    asked.add_argument("--workers", type=int, default=1500)
    asked.add_argument("--seconds", type=float, default=40)
    asked.add_argument("--every", type=int, nargs="*", default=[45, 10], help="seconds that a phone gathers")
    asked.add_argument("--actions", type=float, default=50, help="actions a second in all, besides positions")
    asked.add_argument("--json", action="store_true")
    given = asked.parse_args()
    began = time.perf_counter()
    workers, numbers, points = prepare(given.workers)
    port = urlsplit(given.url).port or 80
    print(f"{len(workers)} workers ready in {time.perf_counter() - began:.0f} s", flush=True)
    for every in given.every:
        for worker in workers:
            worker.seq = 0
        told = asyncio.run(run(port, workers, numbers, points, given.seconds, every, given.actions))
        if given.json:
            print(json.dumps(told, ensure_ascii=False))
            continue
        print(f"\na position every {SAMPLE} s a phone, sent every {every} s; {given.actions:g} actions a second")
        for kind, line in told["kinds"].items():
            print(f"  {kind:<10}" + "  ".join(f"{name} {value:>8}" for name, value in line.items()))
        for kind, failures in told["failures"].items():
            print(f"  {kind}: {failures}")


if __name__ == "__main__":
    main()
