"""What people do all day: register, look at lists, act, read cases."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from chengyun.cases.bulk import create_many
from chengyun.cases.engine import Registration
from chengyun.cases.models import Case
from chengyun.org.access import system_actor

from . import texts
from .client import Desk, Session, get, post
from .district import World
from .people import People

ACTING_UNITS = 12


@dataclass
class Ask:
    """One request."""

    who: Session
    path: str
    data: Any = None

    def encoded(self) -> bytes:
        return get(self.path, self.who) if self.data is None else post(self.path, self.who, self.data)


class Office:
    """Makes the requests of all scenarios; the same for the HTTP run and for counting statements."""

    def __init__(self, world: World, people: People):
        self.world, self.people = world, people
        self.rng = random.Random(7)
        self.acting = world.handlers[:: max(1, len(world.handlers) // ACTING_UNITS)][:ACTING_UNITS]
        for unit_id in self.acting:
            people.of(unit_id)

    # --- register --------------------------------------------------------------------------------------------------
    def registration(self) -> Ask:
        rng, world = self.rng, self.world
        _, _, lng, lat = rng.choice(world.grids)
        data = {
            "kind": rng.choice(("complaint", "complaint", "help", "inquiry")), "text": texts.text(rng),
            "category_id": rng.choice(world.categories), "channel": "phone",
            "requester": {"name": "虚构甲", "phone": f"138{rng.randrange(10**8):08d}"},
            "place": {"lng": lng, "lat": lat, "crs": "wgs84", "address": texts.address(rng)},
        }  # fmt: skip
        return Ask(rng.choice(self.people.centre), "/api/v1/cases", data)

    # --- lists -----------------------------------------------------------------------------------------------------
    def lists(self) -> dict[str, list[Ask]]:
        """Every list that is looked at often, by name: as centre staff and as staff of several units."""
        world, rng = self.world, random.Random(3)
        codes = [world.unit_codes[u] for u in self.acting]
        centre = {
            "newest": [""],
            "to accept": ["worklist=to_accept&sort=next_due_at"],
            "to dispatch": ["worklist=to_dispatch&sort=next_due_at"],
            "to review": ["worklist=to_review&sort=next_due_at"],
            "to call back": ["worklist=to_callback&sort=next_due_at"],
            "due soon": ["worklist=due_soon&sort=next_due_at"],
            "overdue": ["worklist=overdue&sort=next_due_at"],
            "mine": ["worklist=mine&sort=-received_at"],
            "one category": [f"category={world.category_codes[c]}" for c in rng.sample(world.categories, 12)],
            "one subdistrict": [f"area={code}" for code in world.subdistrict_codes],
            "one unit": [f"unit={code}" for code in codes],
            "open by limit": ["open=true&sort=next_due_at"],
            "closed lately": ["open=false&sort=-closed_at"],
        }
        found = {
            f"centre: {name}": [self._list(query, self.people.centre[at % 4]) for at, query in enumerate(queries)]
            for name, queries in centre.items()
        }
        for name, query in (
            ("newest", ""), ("to acknowledge", "worklist=to_acknowledge&sort=next_due_at"),
            ("handling", "worklist=handling&sort=next_due_at"), ("overdue", "worklist=overdue&sort=next_due_at"),
            ("open by limit", "open=true&sort=next_due_at"), ("closed", "open=false&sort=-received_at"),
        ):  # fmt: skip
            found[f"unit: {name}"] = [self._list(query, self.people.of(unit)) for unit in self.acting]
        return found

    def others(self) -> dict[str, list[Ask]]:
        """Reads beside the lists: measured one by one with --each."""
        centre, units = self.people.centre, [self.people.of(unit) for unit in self.acting]
        words = ("路灯", "施工噪声", "虚构12号", "井盖破损 学校")
        return {
            "centre: search by words": [self._list(f"q={word}", centre[0]) for word in words],
            "unit: search by words": [self._list(f"q={word}", unit) for word in words[:2] for unit in units[:4]],
            "centre: work lists": [Ask(who, "/api/v1/worklists") for who in centre],
            "unit: work lists": [Ask(who, "/api/v1/worklists") for who in units],
            "centre: board": [Ask(who, "/api/v1/board") for who in centre],
            "centre: board of the month": [Ask(who, "/api/v1/board?period=month") for who in centre],
            "unit: board": [Ask(who, "/api/v1/board") for who in units],
            "session": [Ask(who, "/api/v1/session") for who in centre],
        }

    def _list(self, query: str, who: Session) -> Ask:
        return Ask(who, f"/api/v1/cases?{_quoted(query)}")

    # --- actions ---------------------------------------------------------------------------------------------------
    def chain(self, number: str) -> Iterator[tuple[Session, str, dict[str, Any]]]:
        """The ordinary way of a case, person by person."""
        rng = self.rng
        unit_id = rng.choice(self.acting)
        desk, unit = rng.choice(self.people.centre), self.people.of(unit_id)
        yield desk, "accept", {}
        yield desk, "dispatch", {"unit_id": unit_id, "note": "请按时限办理并回复诉求人"}
        yield unit, "acknowledge", {}
        yield unit, "contact", {"what": "已电话联系诉求人了解情况"}
        yield unit, "reply", {"reply": texts.text(rng), "outcome": "solved"}
        yield desk, "review", {"approve": True}

    def fresh(self, count: int) -> list[str]:
        """Numbers of new cases for the actions."""
        registrations = []
        for _ in range(count):
            data = self.registration().data
            place = data.pop("place")
            registrations.append(Registration(**data, **place))
        made = []
        for first in range(0, count, 1000):
            made += create_many(system_actor("性能测试"), registrations[first : first + 1000])
        return [one.number for one in made]

    # --- case pages ------------------------------------------------------------------------------------------------
    def pages(self, count: int = 600) -> list[Ask]:
        """Open and closed cases, read by the centre and by the unit that has them."""
        asks = []
        for is_open in (True, False):
            top = Case.objects.filter(is_open=is_open).order_by("-id").values_list("number", "lead_unit_id")
            for at, (number, unit_id) in enumerate(top[: count // 2]):
                by_unit = at % 2 and unit_id is not None
                who = (
                    self.people.of(unit_id) if by_unit and len(self.people._units) < 60 else self.people.centre[at % 4]
                )
                asks.append(Ask(who, f"/api/v1/cases/{number}"))
        self.rng.shuffle(asks)
        return asks


def _quoted(query: str) -> str:
    from urllib.parse import quote

    return quote(query, safe="=&-_")


# --- as scenarios of the client -----------------------------------------------------------------------------
def registering(office: Office):
    async def job(desk: Desk) -> AsyncIterator[None]:
        while True:
            await desk.ask(office.registration().encoded())
            yield

    return job


def asking(asks: list[Ask]):
    """Ask for these in turn, each person beginning at another place."""
    encoded = [ask.encoded() for ask in asks]

    async def job(desk: Desk) -> AsyncIterator[None]:
        at = desk.number * 7
        while True:
            await desk.ask(encoded[at % len(encoded)])
            at += 1
            yield

    return job


def acting(office: Office, numbers: list[str]):
    """Take a case, lead it from acceptance to review, take the next."""
    waiting = iter(numbers)

    async def job(desk: Desk) -> AsyncIterator[None]:
        for number in waiting:
            version: int | None = None
            for who, action, data in office.chain(number):
                body = data if version is None else {**data, "version": version}
                status, answer = await desk.ask(post(f"/api/v1/cases/{number}/actions/{action}", who, body))
                yield
                if status >= 300:
                    break
                version = orjson.loads(answer)["version"]
        await asyncio.sleep(0)

    return job
