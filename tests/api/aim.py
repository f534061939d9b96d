"""Made-up requests aimed at what is there: addresses and references of a real district in three of four of them."""

from __future__ import annotations

import zlib
from typing import Any

from chengyun.cases import lifecycle
from chengyun.cases.models import Case
from chengyun.cases.tests.world import World


def cases_by_state(world: World) -> dict[str, str]:
    """A case in each state that a request or an urban event can be in."""
    made: dict[str, str] = {}

    def keep(number: str) -> str:
        case = Case.objects.get(number=number)
        made.setdefault(f"{case.lifecycle}.{case.state}", number)
        return number

    keep(world.request().case.number)
    keep(world.request(then=[("accept", {})]).case.number)
    keep(world.dispatched().case.number)
    keep(world.handling())
    returned = world.handling()
    world.do(returned, "return", "lights", reason="unclear", explanation="地址不明，无法办理")
    keep(returned)
    suspended = world.handling()
    day = f"{Case.objects.get(number=suspended).received_at.year + 1}-01-15"
    world.do(suspended, "request_suspension", "lights", ground="funds", reason="经费未到位", review_date=day)
    world.do(suspended, "decide_suspension", "clerk", approve=True)
    keep(suspended)
    keep(world.replied())
    for stop in range(4):
        number = world.replied()
        world.do(number, "review", "clerk")
        if stop > 0:
            world.do(number, "callback", "clerk", solved="yes", satisfaction="satisfied")
        if stop > 1:
            world.do(number, "close", "clerk")
        if stop > 2:
            world.do(number, "rate", "clerk", by="requester", satisfaction="satisfied")
        keep(number)
    joined = world.request().case.number
    world.do(joined, "join", "clerk", into=made["request.handling"])
    keep(joined)
    void = world.request().case.number
    world.do(void, "void", "clerk", reason="重复登记")
    keep(void)
    _events(world, keep)
    return made


def _events(world: World, keep: Any) -> None:
    def event(*steps: tuple[str, str, dict[str, Any]]) -> None:
        number = world.request(kind="event", lifecycle="urban_event", category_id=world.garbage.pk).case.number
        for action, who, data in steps:
            world.do(number, action, who, **data)
        keep(number)

    lights = {"unit_id": world.units["lights"].pk}
    steps: list[tuple[str, str, dict[str, Any]]] = []
    event()
    for step in (
        ("assign_verification", "clerk", lights), ("report_verification", "lights", {"found": True, "what": "属实"}),
        ("open_case", "clerk", {}), ("dispatch", "clerk", lights), ("acknowledge", "lights", {}),
        ("reply", "lights", {"reply": "已拆除违建"}), ("assign_check", "clerk", lights),
        ("report_check", "lights", {"passed": True, "what": "到位"}), ("close", "clerk", {}),
    ):  # fmt: skip
        steps.append(step)
        event(*steps)


class Aim:
    """Rewrites a Schemathesis case in place; what it does depends on nothing but the case."""

    def __init__(self, ids: dict[str, Any], world: World, by_state: dict[str, str]):
        self.ids = ids
        self.by_state = by_state
        self.values = {
            "unit_id": world.units["water"].pk, "suggested_unit_id": world.units["water"].pk,
            "category_id": world.light.pk, "into": by_state["request.handling"], "kind": "complaint",
            "channel": "phone", "lifecycle": "request", "reason": "unclear", "outcome": "solved",
            "satisfaction": "satisfied", "ground": "other", "solved": "yes", "by": "requester", "urgency": "urgent",
            "review_date": "2027-01-15", "amount": 1, "crs": "gcj02", "medium": "phone", "stage": "penalty",
        }  # fmt: skip

    def __call__(self, case: Any) -> None:
        seed = zlib.crc32(repr((case.operation.path, case.path_parameters, case.query, case.body)).encode())
        if seed % 4 == 0:
            return
        for name in case.path_parameters or {}:
            if name == "number":
                case.path_parameters[name] = self._number(case.operation.path, seed)
            elif name in self.ids:
                case.path_parameters[name] = self.ids[name]
        if isinstance(case.body, dict):
            self._references(case.body, seed)

    def _number(self, path: str, seed: int) -> str:
        code = path.rsplit("/actions/", 1)[-1]
        fitting = [
            self.by_state[key]
            for life in lifecycle.all_lifecycles()
            if code in life.actions
            for key in (f"{life.code}.{state}" for state in sorted(life.actions[code].from_states))
            if key in self.by_state
        ]
        choices = fitting or sorted(self.by_state.values())
        return choices[seed // 4 % len(choices)]

    def _references(self, body: dict[str, Any], seed: int) -> None:
        """References that have the right type are made to refer to something."""
        for position, (name, value) in enumerate(sorted(body.items())):
            wanted = self.values.get(name)
            right = type(value) is type(wanted)
            if wanted is not None and right and (seed >> (4 + position % 20)) % 4:
                body[name] = wanted
            elif name in ("unit_ids", "co_unit_ids") and isinstance(value, list) and value:
                body[name] = [self.values["unit_id"], *value[1:]]
        body.pop("assignment_id", None) if seed % 3 else None
