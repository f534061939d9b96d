"""One size measured: fill, start the server, let people work, count. Needs Django set up (House.open)."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from typing import Any

import psycopg

from chengyun.cases.models import Case
from chengyun.insight import counting

from . import boards, district, filling, finding, importing, limit, measure, report, scenarios, statements
from .client import drive
from .house import House, free_port, let_go, running
from .people import People

PEOPLE = 16
WARM_UP = 1.5
REST, REST_PATIENCE = 120.0, 900.0


class Run:
    """A house filled with `cases`, and what was measured in it."""

    def __init__(self, house: House, cases: int, seconds: float, say: Callable[[str], None]):
        self.house, self.cases, self.seconds, self.say = house, cases, seconds, say
        self.found: dict[str, dict[str, Any]] = {}
        self.each: dict[str, dict[str, Any]] = {}
        self.rest: dict[str, float] = {}
        self.world: Any = None

    def prepare(self) -> None:
        """Fill the house unless it is filled."""
        self.house.migrate()
        note = self.house.home / "bench.pickle"
        if note.exists():
            self.world = pickle.loads(note.read_bytes())
        else:
            self.say(f"filling {self.house.home} with {self.cases:,} invented cases")
            self.world = district.build()
            filling.fill(self.world, self.cases, self.house.url, self.say)
            note.write_bytes(pickle.dumps(self.world))
        self.office = scenarios.Office(self.world, People(self.world))

    def database_cpu(self) -> float:
        return measure.cpu_seconds([self.house.postgres_pid])

    # --- over HTTP ---------------------------------------------------------------------------------------------------
    def serve(self, kinds: list[str], each: bool) -> None:
        """Everything that needs the server."""
        port = free_port()
        with running(["web"], port) as server:
            self.port, self.server = port, server.pid
            for kind in kinds:
                if kind in ("create", "list", "action", "case", "search", "similar", "board"):
                    self.found[kind] = getattr(self, f"_{kind}")()
                    self.say(f"  {kind}: {self.found[kind]}")
            if each:
                self._each()

    def _drive(self, scenario: Any, seconds: float | None = None, people: int = PEOPLE) -> measure.Figures:
        def cpu() -> tuple[float, float]:
            database = self.database_cpu()
            return database + measure.cpu_seconds([self.server]), database

        figures = drive(self.port, scenario, measure.Figures(), seconds or self.seconds, people, WARM_UP, cpu)
        if figures.errors:
            raise SystemExit("the server refused requests:\n" + "\n".join(figures.errors))
        return figures

    def _create(self) -> dict[str, Any]:
        figures = self._drive(scenarios.registering(self.office))
        figures.statements = statements.of_create(self.office)
        return figures.summary()

    def _list(self) -> dict[str, Any]:
        asks = [
            ask for some in zip(*(_cycled(v, 12) for v in self.office.lists().values()), strict=True) for ask in some
        ]
        figures = self._drive(scenarios.asking(asks))
        figures.statements = statements.average(asks[: len(self.office.lists())])
        return figures.summary()

    def _action(self) -> dict[str, Any]:
        numbers = self.office.fresh(int(self.seconds * 80) + 200)
        figures = self._drive(scenarios.acting(self.office, numbers))
        figures.statements = statements.of_actions(self.office)
        return figures.summary()

    def _case(self) -> dict[str, Any]:
        asks = self.office.pages()
        figures = self._drive(scenarios.asking(asks))
        figures.statements = statements.average(asks[:30])
        return figures.summary()

    def _search(self) -> dict[str, Any]:
        """One person typing, for what counts is how long an answer takes; each kind of words, then all in turn."""
        return self._one_by_one(finding.asks(self.office))

    def _similar(self) -> dict[str, Any]:
        """One call-taker after the other typing a request: the look for near-identical cases."""
        asks = finding.similar(self.office)
        figures = self._drive(scenarios.asking(asks), people=1)
        figures.statements = statements.average(asks[:10])
        return figures.summary()

    def _board(self) -> dict[str, Any]:
        """One leader looking; the counts as they are in production: just merged."""
        counting.merge()
        return self._one_by_one(boards.asks(self.office))

    def _one_by_one(self, kinds: dict[str, list[Any]]) -> dict[str, Any]:
        for name, asks in kinds.items():
            figures = self._drive(scenarios.asking(asks), max(1.5, self.seconds / 4), people=1)
            figures.statements = statements.average(asks[:4])
            self.each[name] = figures.summary()
            self.say(report.details({name: self.each[name]}))
        mixed = [ask for some in zip(*(_cycled(v, 12) for v in kinds.values()), strict=True) for ask in some]
        figures = self._drive(scenarios.asking(mixed), people=1)
        figures.statements = statements.average(mixed[: len(kinds)])
        return figures.summary()

    def _each(self) -> None:
        for name, asks in {**self.office.lists(), **self.office.others()}.items():
            figures = self._drive(scenarios.asking(asks), max(1.5, self.seconds / 4))
            figures.statements = statements.average(asks[:4])
            self.each[name] = figures.summary()
            self.say(report.details({name: self.each[name]}))

    # --- without the server ------------------------------------------------------------------------------------------
    def import_file(self) -> None:
        figures = importing.run(self.world, int(self.seconds * 2000), self.database_cpu)
        if figures.errors:
            raise SystemExit("the import failed: " + "; ".join(figures.errors))
        self.found["import"] = figures.summary()
        self.say(f"  import: {self.found['import']}")

    def raw_limit(self) -> None:
        """The rows of one case as `create` made it, by the driver alone."""
        statements.count(self.office.registration())
        newest = Case.objects.order_by("-id").values_list("id", flat=True)[0]
        self.found["limit"] = limit.run(self.house.url, newest, self.seconds, self.database_cpu).summary()
        self.say(f"  limit: {self.found['limit']}")

    def memory_at_rest(self) -> None:
        """The whole platform as `chengyun up` starts it, after people have used it and all jobs are done."""
        asks = [some[0] for some in self.office.lists().values()] + self.office.pages(40)
        let_go()
        self.house.database.stop()
        port = free_port()
        with running(["up"], port, {"DATABASE_URL": None}) as server:
            self.port, self.server = port, server.pid
            self._drive(scenarios.asking(asks), 2)
            self._await_rest()
            self.rest = measure.memory([server.pid, self.house.postgres_pid])
        self.house.database.start()

    def _await_rest(self) -> None:
        """Until nobody has asked for two minutes, no job is in hand and none has begun a process of its own."""
        deadline = time.monotonic() + REST_PATIENCE
        with psycopg.connect(self.house.url, autocommit=True) as connection:
            calm = 0.0
            while calm < REST and time.monotonic() < deadline:
                time.sleep(5)
                doing = connection.execute("SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'").fetchone()
                calm = calm + 5 if doing == (0,) and not measure.helpers(self.server) else 0.0
        if calm < REST:
            self.say(f"  not at rest within {REST_PATIENCE:.0f} s: jobs are still in hand")


def _cycled(asks: list[Any], count: int) -> list[Any]:
    return [asks[at % len(asks)] for at in range(count)]
