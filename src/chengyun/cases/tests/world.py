"""A small made-up district for tests: a centre, two departments, a subdistrict with a community."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from chengyun.cases import engine
from chengyun.cases.lifecycle import all_lifecycles
from chengyun.cases.models import Case, Category, LimitPolicy, Outcome, RequestKind, ReturnReason
from chengyun.cases.work import Work
from chengyun.kernel import revision
from chengyun.kernel.calendars import ensure_default
from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account, Grant, Role, Unit

SHANGHAI = ZoneInfo("Asia/Shanghai")
CENTRE = [
    "register",
    "accept",
    "reject",
    "dispatch",
    "direct_answer",
    "supplement",
    "edit",
    "note",
    "withdraw",
    "reassign",
    "rule",
    "consult",
    "add_co_unit",
    "decide_extension",
    "decide_suspension",
    "resume",
    "review",
    "callback",
    "close",
    "rate",
    "redo",
    "join",
    "unjoin",
    "split",
    "void",
    "archive",
    "urge",
    "supervise",
    "assign_verification",
    "open_case",
    "cancel_case",
    "assign_check",
    "view",
    "view_all",
    "unmask",
    "export",
    "bulk",
    "board",
]
UNIT = [
    "acknowledge",
    "contact",
    "handle",
    "pass_on",
    "interim_summary",
    "reply",
    "return",
    "request_extension",
    "request_suspension",
    "finish_stage",
    "report_verification",
    "report_check",
    "supplement",
    "note",
    "view",
    "board",
]
POLICY = [
    {"stage": "accept", "amount": 2, "unit": "working_hour", "warn": 0.5},
    {"stage": "acknowledge", "amount": 4, "unit": "working_hour", "warn": 0.8},
    {"stage": "contact", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "reply", "amount": 5, "unit": "working_day", "warn": 0.8},
    {"stage": "return", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "review", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "callback", "amount": 2, "unit": "working_day", "warn": 0.8},
    {"stage": "close", "amount": 10, "unit": "working_day", "warn": 0.8},
]


def at(text: str) -> datetime:
    """A moment in Shanghai: "2026-03-02 09:00" (a Monday)."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@dataclass
class World:
    units: dict[str, Unit] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)
    categories: dict[str, Category] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        for table in ("actors", "units", "categories"):
            found = self.__dict__.get(table, {})
            if name in found:
                return found[name]
        raise AttributeError(name)

    def person(self, name: str, unit: str, permissions: list[str], scope: str | None = None) -> Actor:
        role, _ = Role.objects.get_or_create(
            code=f"role-{name}", defaults={"name": name, "permissions": [f"case.{p}" for p in permissions]}
        )
        account = Account.objects.create(username=name, display_name=name, unit=self.units[unit])
        Grant.objects.create(account=account, role=role, unit=self.units[scope] if scope else None)
        revision.bump("org")
        self.accounts[name] = account
        self.actors[name] = actor_for(account)
        return self.actors[name]

    def unit(self, code: str, name: str, kind: str, parent: str | None = None) -> Unit:
        above = self.units[parent] if parent else None
        row = Unit.objects.create(code=code, name=name, short_name=name, kind=kind, parent=above)
        row.path = f"{above.path if above else '/'}{row.pk}/"
        row.save()
        self.units[code] = row
        return row

    def request(self, text: str = "小区门口路灯不亮，晚上出行不便", then: Any = (), **fields: Any) -> Work:
        fields = {
            "kind": "complaint", "channel": "phone", "category_id": self.categories["light"].pk,
            "requester": {"name": "演示甲", "phone": "13800000000"}, **fields,
        }  # fmt: skip
        return engine.create(self.actors["clerk"], engine.Registration(text=text, **fields), then)

    def do(self, number: str, action: str, who: str, moment: datetime | None = None, **data: Any) -> Work:
        return engine.perform(number, action, self.actors[who], data, now=moment)

    def dispatched(self, unit: str = "lights", co: list[str] | None = None, **fields: Any) -> Work:
        data = {"unit_id": self.units[unit].pk, "co_unit_ids": [self.units[u].pk for u in co or []]}
        return self.request(then=[("accept", {}), ("dispatch", data)], **fields)

    def handling(self, unit: str = "lights", **fields: Any) -> str:
        number = self.dispatched(unit, **fields).case.number
        self.do(number, "acknowledge", unit)
        return number

    def replied(self, **fields: Any) -> str:
        number = self.handling(**fields)
        self.do(number, "contact", "lights", what="电话了解情况")
        self.do(number, "reply", "lights", reply="已更换灯具，恢复照明", outcome="solved")
        return number

    def state(self, number: str) -> str:
        return Case.objects.get(number=number).state


def build() -> World:
    world = World()
    ensure_default(range(2023, 2027))  # of twenty years, those that cases of these tests lie in
    world.unit("centre", "运行中心", "centre")
    world.unit("lights", "照明部门", "department")
    world.unit("water", "水务部门", "department")
    world.unit("street", "演示街道", "subdistrict")
    world.unit("community", "演示社区", "community", "street")
    for kind, name, prefix in (("complaint", "投诉", "TS"), ("inquiry", "咨询", "ZX"), ("help", "求助", "QZ")):
        RequestKind.objects.create(code=kind, name=name, prefix=prefix, source="测试")
    RequestKind.objects.create(code="event", name="事件", prefix="SJ", lifecycle="urban_event", source="测试")
    _catalogue(world)
    revision.bump("catalogue")
    revision.forget()
    world.person("clerk", "centre", CENTRE)
    for unit in ("lights", "water", "street", "community"):
        world.person(unit, unit, UNIT, scope=unit)
    return world


def _catalogue(world: World) -> None:
    public = Category.objects.create(code="public", name="道路与设施", source="测试")
    light = Category.objects.create(code="light", name="路灯", parent=public, source="测试")
    garbage = Category.objects.create(code="E01", name="违法搭建", lifecycle="urban_event", source="测试")
    world.categories.update(public=public, light=light, garbage=garbage)
    LimitPolicy.objects.create(code="default", lifecycle="request", stages=POLICY, is_default=True, source="测试")
    staged = [
        *POLICY,
        {"stage": "verify", "amount": 2, "unit": "working_hour"},
        {"stage": "open_case", "amount": 1, "unit": "working_hour"},
        {"stage": "dispatch", "amount": 1, "unit": "working_hour"},
        {"stage": "check", "amount": 4, "unit": "working_hour"},
        {"stage": "stop_work", "amount": 4, "unit": "working_hour"},
        {"stage": "penalty", "amount": 7, "unit": "working_day"},
        {"stage": "demolition", "amount": 20, "unit": "working_day"},
    ]
    LimitPolicy.objects.create(code="event", lifecycle="urban_event", stages=staged, source="测试")
    ReturnReason.objects.create(code="duty", name="不属本单位职责", source="测试")
    ReturnReason.objects.create(
        code="unclear", name="信息不全", needs_basis=False, needs_suggestion=False, source="测试"
    )
    for code, name, reason, review in (
        ("solved", "已解决", False, False), ("partly", "部分解决", True, False),
        ("not_now", "暂不能解决", True, True), ("answered", "已答复", False, False),
    ):  # fmt: skip
        Outcome.objects.create(
            code=code, name=name, needs_reason=reason, needs_review_date=review,
            counts_as_solved=code == "solved", source="测试",
        )  # fmt: skip


def chains_hold() -> bool:
    """Whether the audit finds nothing to complain about."""
    from chengyun.cases import audit

    return list(audit.verify()) == []


__all__ = ["World", "all_lifecycles", "at", "build", "chains_hold"]
