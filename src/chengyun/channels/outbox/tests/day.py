"""A rehearsed day: several other sides at once, each by another transport, with faults; staff who work on what comes.

Everything runs in this process and on loopback, so that a test can say where something breaks.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils import timezone

from chengyun.cases.models import Assignment, Case, RequestKind
from chengyun.cases.tests.world import World
from chengyun.channels import queries
from chengyun.channels.doors import connections, reading, services
from chengyun.channels.doors.items import flat
from chengyun.channels.doors.transports import drop, pull
from chengyun.channels.models import Channel, DoorConnection
from chengyun.channels.outbox import deciding, delivering, reconciling
from chengyun.channels.outbox import queries as messages
from chengyun.channels.outbox.models import WriteBack
from chengyun.channels.simulator import faults, sending
from chengyun.channels.simulator.items import Words
from chengyun.channels.simulator.server import City, serve
from chengyun.channels.simulator.state import State
from chengyun.kernel import config, revision
from chengyun.kernel.problems import Problem

from .conftest import later

PUSHED, PULLED, FILES, HAND = "municipal_platform", "hotline_12345", "city_message_board", "leaders_board"
KEY = "0123456789abcdef0123456789abcdef"
KINDS = {
    "request": ("inquiry", "help", "complaint", "report_violation", "suggestion", "praise"),
    "urban_event": ("event", "component"),
}  # fmt: skip


def declared(code: str) -> reading.Door:
    return reading.read_file(Path(reading.__file__).parent / code / "door.toml")


@dataclass
class Day:
    """`cities`: the other sides by the code of their door."""

    world: World
    wrong: str
    seed: int = 1
    hang: float = 0.3
    cities: dict[str, City] = field(default_factory=dict)
    servers: list[Any] = field(default_factory=list)
    pushed_twice: int = 0

    def open(self, doors: tuple[str, ...] = (PUSHED, PULLED, FILES, HAND)) -> Day:
        for lifecycle, codes in KINDS.items():
            for code in codes:
                defaults = {"name": code, "prefix": code[:2].upper(), "lifecycle": lifecycle, "source": "测试"}
                RequestKind.objects.get_or_create(code=code, defaults=defaults)
        for sort, code in enumerate(doors):
            self._other_side(code, sort)
        for topic in ("catalogue", "channels", "doors"):
            revision.bump(topic)
        revision.forget()
        queries.forget()
        connections.forget()
        return self

    def close(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()
        for city in self.cities.values():
            city.state.close()

    def _other_side(self, code: str, sort: int) -> None:
        signed = code == PUSHED
        wrong = faults.read(self.wrong, self.seed, self.hang)
        if code == FILES:  # who takes files has no way to refuse one: the daily comparison finds what is missing
            wrong = replace(wrong, refuse=0.0)
        city = City(Words(declared(code)), State(None), wrong, "hmac-sm3" if signed else "", KEY if signed else "")
        server = serve(city)
        self.servers.append(server)
        self.cities[code] = city
        url = f"http://127.0.0.1:{server.server_port}"
        lifecycle = "urban_event" if signed else "request"
        channel = Channel.objects.create(
            code=code, name=city.words.door.name[:60], direction="both", lifecycle=lifecycle, sort=sort, source="测试"
        )
        out = {"url": url, "timeout": 2, "list_url": f"{url}/api/list?day={{day}}", "per_minute": 6000}
        files = {"list_folder": f"{code}-lists", "per_minute": 6000}
        ways: dict[str, dict[str, Any]] = {
            PUSHED: {"transport_in": "push", "transport_out": "http", "settings_out": out, "scheme": "hmac-sm3"},
            PULLED: {"transport_in": "pull", "transport_out": "http", "settings_out": out,
                     "settings_in": {"url": f"{url}/api/events", "size": 5, "since_param": "-"}},
            FILES: {"transport_in": "drop", "transport_out": "drop", "settings_out": files},
            HAND: {"transport_in": "by_hand", "transport_out": "by_hand"},
        }  # fmt: skip
        sealed = connections.seal_secrets(channel.pk, {"key": KEY}) if signed else None
        DoorConnection.objects.create(channel=channel, enabled=True, sealed=sealed, **ways[code])

    # --- what comes in ----------------------------------------------------------------------------------------------
    def bring(self, each: int) -> None:
        """New cases at every other side, each on its way to us."""
        for code, city in self.cities.items():
            city.add(each, now=timezone.localtime().replace(tzinfo=None))
            if code == HAND:
                self._copy(city)
            elif code == FILES:
                sending.put_file(city, self.exchange / FILES)
        self.fetch()

    @property
    def exchange(self) -> Path:
        return Path(config.current().home) / "exchange"

    def fetch(self) -> None:
        counts = sending.push(self.cities[PUSHED], sending.Target("http://testserver", PUSHED, "", "hmac-sm3", KEY),
                              send=_post)  # fmt: skip
        self.pushed_twice += counts["again"]
        for code, run in ((PULLED, pull.run), (FILES, drop.run), (FILES, drop.run)):
            run(_connection(code))

    def _copy(self, city: City) -> None:
        """Somebody copies what stands on the other side's page."""
        for row in city.state.unpushed(1000):
            body = flat(json.loads(row["body"]))
            lines = [f"{one.labels[0]}：{body[one.what]}" for one in city.words.door.fields.values()
                     if one.labels and body.get(one.what)]  # fmt: skip
            services.by_hand(HAND, "\n".join(lines), {}, True)
            city.state.pushed([row["id"]])

    # --- what staff do ----------------------------------------------------------------------------------------------
    def work(self, rng: random.Random) -> int:
        """One step on every open case, as its state allows; how many were done."""
        done = 0
        for case in Case.objects.filter(is_open=True).order_by("id"):
            for action, who, data in rng.sample(_steps(self.world, case), k=len(_steps(self.world, case))):
                try:
                    self.world.do(case.number, action, who, **data)
                except Problem:
                    continue
                done += 1
                break
        return done

    def fill_in(self) -> int:
        """Somebody copies back what waits, and the other side has it."""
        actor, city, count, held = self.world.actors["clerk"], self.cities[HAND], 0, set()
        for row in WriteBack.objects.filter(messages.in_state(messages.BY_HAND)).order_by("case_id", "seq"):
            if row.case_id in held:  # what was refused is put right first
                continue
            parcel = delivering.parcel_of(row)
            status, receipt, _ = city.take(parcel.body, row.key, "", row.message, row.seq)
            if status == 200:
                deciding._change(actor, row, deciding.FILL, "已抄回", receipt)
                count += 1
            else:
                held.add(row.case_id)
        return count

    def deliver(self, rounds: int = 1) -> None:
        for _ in range(rounds):
            delivering.work_off(5)
            self.take_files()
            later()

    def take_files(self) -> None:
        if FILES in self.cities:
            sending.take_files(self.cities[FILES], self.exchange / f"{FILES}-out")

    def settle(self) -> None:
        """The evening: what was refused is put right and sent again, until nothing waits."""
        for city in self.cities.values():
            city.state.lift()
        actor = self.world.actors["clerk"]
        for _ in range(40):
            for code in self.cities:
                deciding.retry_all(actor, code)
            self.fill_in()
            self.deliver()
            if not WriteBack.objects.exclude(state=WriteBack.DONE).exists():
                return

    # --- whether both sides agree -------------------------------------------------------------------------------------
    def compare(self) -> dict[str, Any]:
        day = timezone.localdate()
        sending.put_list(self.cities[FILES], self.exchange / f"{FILES}-lists", day)
        found = {}
        for code in (PUSHED, PULLED, FILES):
            row = reconciling.run(reconciling.begin(code, day))
            found[code] = (row.state, row.error, row.ours, row.theirs, row.agreed)
        return found

    def differences(self) -> list[str]:
        """Message by message: what we say was done, and what the other side has, in which order."""
        wrong = []
        for code, city in self.cities.items():
            ours: dict[str, list[tuple[int, str]]] = {}
            done = WriteBack.objects.filter(door=code, state=WriteBack.DONE).select_related("case").order_by("seq")
            for row in done:
                ours.setdefault(row.case.external_id or "", []).append((row.seq, row.message))
            for item in city.state.newest(100_000):
                theirs = [(one["seq"], one["message"]) for one in item["back"]]
                if theirs != ours.get(item["id"], []):
                    wrong.append(f"{code} {item['id']}: ours {ours.get(item['id'], [])}, theirs {theirs}")
        return wrong


def _connection(code: str) -> connections.Connection:
    revision.forget()
    connections.forget()
    one = connections.connection(code)
    assert one is not None
    return one


def _post(target: sending.Target, document: Any) -> tuple[int, str]:
    path, body, headers = sending.request(target, document)
    kind = headers.pop("Content-Type")
    answer = Client().post(path, body, content_type=kind, headers=headers)
    return answer.status_code, answer.content.decode()


def _steps(world: World, case: Case) -> list[tuple[str, str, dict[str, Any]]]:
    unit = world.units["lights"].pk
    lead = Assignment.objects.filter(case=case, role="lead", parent=None).order_by("-id").first()
    reply = {"reply": f"已到现场处理完毕（{case.number}）"}
    if case.lifecycle == "request":
        reply["outcome"] = "solved"
    by_state: dict[str, list[tuple[str, str, dict[str, Any]]]] = {
        "logged": [*3 * [("accept", "clerk", {})], ("direct_answer", "clerk", {"answer": "已当场说明办理方式"}),
                   ("reject", "clerk", {"ground": "out_of_area", "explanation": "不属于本辖区，请向外区反映"})],
        "reported": [("open_case", "clerk", {}), ("cancel_case", "clerk", {"ground": "untrue", "reason": "不属实"})],
        "accepted": [("dispatch", "clerk", {"unit_id": unit})],
        "dispatched": [("acknowledge", "lights", {})],
        "handling": [("contact", "lights", {"what": "电话联系"}), ("reply", "lights", reply)],
        "review": [("review", "clerk", {"approve": True, "skip_callback": "已当面答复"})],
        "callback": [("callback", "clerk", {})],
        "to_check": [("close", "clerk", {})],
        "to_close": [("close", "clerk", {})],
    }  # fmt: skip
    found = by_state.get(case.state, [])
    if case.state == "handling" and lead is not None and lead.contacted_at is not None:
        found = found[1:]
    return found
