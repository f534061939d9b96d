"""A day of work: registrars bring requests in, everybody else works through the own lists until nothing is left."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from . import LABEL
from .client import Client, Uncertain, Unreachable
from .ledger import Ledger
from .people import Account, Person
from .script import BY_STATE, NEEDED, Stage, Step, next_step

PAGE = 30
LOOK_AGAIN = 1.0  # seconds before a person looks again into a list that had nothing to do
BY_HAND = 4  # every fourth request is registered by a call-taker, the others come through the intake API


@dataclass
class Plan:
    """What was asked for. pause: mean seconds between two steps of a person. quiet: seconds without any work after
    which the day ends. limit: seconds after which it ends anyway."""

    url: str
    token: str
    channel: str
    requests: Iterator[Mapping[str, Any]]
    seed: int = 1
    users: int = 20
    pause: float = 0.0
    quiet: float = 4.0
    limit: float = 3600.0
    patience: float = 120.0


@dataclass
class Day:
    plan: Plan
    people: Sequence[Person]
    ledger: Ledger = field(default_factory=Ledger)
    hints: dict[str, str] = field(default_factory=dict)
    ended_because: str = ""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _over: threading.Event = field(default_factory=threading.Event)
    _bringing: int = 0
    _last_work: float = 0.0

    def run(self) -> float:
        """Seconds that it took. Raises Unreachable when the server stays away longer than our patience."""
        started = self._last_work = time.monotonic()
        stage = self._stage()
        seats = _seats(self.people, self.plan.users)
        doors = max(1, self.plan.users // 5)
        self._bringing = doors
        jobs: list[tuple[Any, ...]] = [(self._bring_in, at) for at in range(doors)]
        jobs += [(self._work, stage, seat, at) for at, seat in enumerate(seats)]
        threads = [threading.Thread(target=self._guard, args=job) for job in jobs]
        for thread in threads:
            thread.start()
        self._wait(started)
        for thread in threads:
            thread.join()
        if self.ended_because.startswith("unreachable"):
            raise Unreachable(self.ended_because)
        return time.monotonic() - started

    def _wait(self, started: float) -> None:
        """Ctrl-C ends the day, not the check after it."""
        try:
            while not self._over.wait(0.2):
                now = time.monotonic()
                if now - started > self.plan.limit:
                    self._end("time limit")
                elif not self._bringing and now - self._last_work > self.plan.quiet:
                    self._end("没有可办的了")
        except KeyboardInterrupt:
            self._end("有人叫停")

    def _end(self, reason: str) -> None:
        with self._lock:
            self.ended_because = self.ended_because or reason
        self._over.set()

    def _guard(self, target: Any, *args: Any) -> None:
        try:
            target(*args)
        except Unreachable as error:
            self._end(f"unreachable: {error}")
        except Exception as error:
            self._end(f"rehearsal broke: {type(error).__name__}: {error}")
            raise

    def _worked(self) -> None:
        self._last_work = time.monotonic()

    def _rest(self, rng: random.Random, seconds: float = 0.0) -> None:
        pause = rng.expovariate(1 / self.plan.pause) if self.plan.pause else 0.0
        self._over.wait(max(pause, seconds))

    def _stage(self) -> Stage:
        meta = self.people[0].get("/api/v1/meta", "meta").body
        units = {unit["id"]: unit for unit in meta["units"]}
        workers = {p.unit_id for p in self.people if p.unit_id and p.can("case.acknowledge") and p.can("case.reply")}
        return Stage(
            tuple(sorted(workers)), {key: unit["name"] for key, unit in units.items()},
            {key: unit["parent_id"] for key, unit in units.items()}, meta["return_reasons"],
            {row["code"]: row for row in meta["outcomes"]}, self.hints,
        )  # fmt: skip

    # --- bringing in ---------------------------------------------------------------------------------------------
    def _bring_in(self, at: int) -> None:
        """Requests one by one until there are no more: most through the door, some by hand."""
        rng = random.Random(f"{self.plan.seed}-door-{at}")
        door = Client(self.plan.url, self.ledger.observe, self.plan.patience)
        door.headers["Authorization"] = f"Bearer {self.plan.token}"
        taker = self._another([p for p in self.people if p.can("case.register") and p.can("case.accept")], at)
        try:
            while not self._over.is_set():
                with self._lock:
                    request = next(self.plan.requests, None)
                if request is None:
                    return
                self.hints[request["external_id"]] = request["hint"]
                if taker is not None and rng.randrange(BY_HAND) == 0:
                    self._by_hand(taker, request)
                else:
                    self._through_the_door(door, request)
                self._worked()
                self._rest(rng)
        finally:
            with self._lock:
                self._bringing -= 1
            self._worked()

    def _another(self, people: Sequence[Person], at: int) -> Person | None:
        """One of these people on a connection of its own."""
        if not people:
            return None
        account: Account = people[at % len(people)].account
        person = Person(self.plan.url, account, self.ledger.observe, self.plan.patience)
        person.log_in()
        return person

    def _through_the_door(self, door: Client, request: Mapping[str, Any]) -> None:
        """Sent again until it is answered: the external id makes that safe."""
        body = {key: value for key, value in request.items() if key != "hint"}
        path = f"/api/v1/intake/{quote(self.plan.channel)}"
        while not self._over.is_set():
            answer = door.ask("POST", path, body, "intake", repeat=True)
            if answer.ok:
                self.ledger.took_in(answer.body["number"], request["external_id"])
                return
            if answer.status == 429:
                self._over.wait(float(answer.headers.get("retry-after", "1")))
            elif answer.status < 500:
                self.ledger.refused("intake", answer.status, answer.body)
                return
            else:
                self._over.wait(0.5)

    def _by_hand(self, taker: Person, request: Mapping[str, Any]) -> None:
        """Nothing makes a registration by hand repeatable: after a broken connection the call-taker looks first."""
        body = {
            "kind": request["kind"], "title": f"{request['title']} {request['external_id']}"[:120],
            "text": request["text"], "channel": self.plan.channel, "urgency": request["urgency"],
            "requester": request["requester"], "place": request["place"],
        }  # fmt: skip
        while not self._over.is_set():
            try:
                answer = taker.post("/api/v1/cases", body, "register")
            except Uncertain:
                self.ledger.unknown()
                found = taker.get(f"/api/v1/cases?limit=1&q={quote(request['external_id'])}", "list").body
                if found and found.get("items"):
                    self.ledger.took_in(found["items"][0]["number"], "")
                    return
                continue
            if answer.ok:
                self.ledger.took_in(answer.body["number"], "")
            else:
                self.ledger.refused("register", answer.status, answer.body)
            return

    # --- working -------------------------------------------------------------------------------------------------
    def _work(self, stage: Stage, seat: Sequence[Person], at: int) -> None:
        """Each person of this seat in turn, each list in turn."""
        rng = random.Random(f"{self.plan.seed}-seat-{at}")
        seated = [person for person in (self._another([one], 0) for one in seat) if person is not None]
        look_again: dict[tuple[str, str], float] = {}
        while not self._over.is_set():
            worked = False
            for person in seated:
                for worklist, permission in NEEDED.items():
                    key = (person.account.username, worklist)
                    if not person.can(permission) or self._over.is_set() or time.monotonic() < look_again.get(key, 0):
                        continue
                    found = self._one(stage, person, worklist, rng)
                    look_again[key] = 0 if found else time.monotonic() + LOOK_AGAIN
                    worked |= found
            if worked:
                self._worked()
            else:
                self._rest(rng, 0.3)

    def _one(self, stage: Stage, person: Person, worklist: str, rng: random.Random) -> bool:
        """One case of a list, one step."""
        where = f"state={worklist}" if worklist in BY_STATE else f"worklist={worklist}&sort=next_due_at"
        path = f"/api/v1/cases?{where}&channel={quote(self.plan.channel)}&limit={PAGE}"
        items = (person.get(path, "list").body or {}).get("items") or []
        mine = [row["number"] for row in items if row["title"].startswith(LABEL)]
        if not mine:
            return False
        number = rng.choice(mine)
        page = person.get(f"/api/v1/cases/{number}", "case")
        if not page.ok:
            self.ledger.refused("case", page.status, page.body)
            return False
        step = next_step(stage, worklist, page.body, rng)
        if step is None:
            return False
        self._act(person, number, page.body["version"], step)
        self._rest(rng)
        return True

    def _act(self, person: Person, number: str, version: int, step: Step) -> None:
        body = {**step.fields, "version": version}
        if step.part is not None:
            body["assignment_id"] = step.part
        try:
            answer = person.post(f"/api/v1/cases/{number}/actions/{step.action}", body, "action")
        except Uncertain:
            self.ledger.unknown()
            return
        if answer.ok:
            self.ledger.acted(number, step.action, person.name)
        else:
            self.ledger.refused(step.action, answer.status, answer.body)


def _seats(people: Sequence[Person], users: int) -> list[list[Person]]:
    """Who sits where: everybody somewhere, and with more users than people the busy ones twice and more."""
    working = [p for p in people if any(p.can(permission) for permission in NEEDED.values())]
    wanted = max(1, users - max(1, users // 5))
    seats: list[list[Person]] = [[] for _ in range(wanted)]
    for at in range(max(wanted, len(working))):
        seats[at % wanted].append(working[at % len(working)])
    return seats
