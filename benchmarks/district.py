"""An invented district of the size of a real one: 151 units, 14 subdistricts, 98 communities, 490 grids.

Written in code, not taken from a profile under districts/, so that figures of different dates compare.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction

from chengyun.cases.models import Category, LimitPolicy, Outcome, RequestKind, ReturnReason
from chengyun.channels.models import Channel
from chengyun.kernel import revision
from chengyun.kernel.calendars import ensure_default
from chengyun.org.models import Account, District, Grant, Role, Unit
from chengyun.places.models import Area, AreaGeometry

SOURCE = "性能测试的虚构数据"
SUBDISTRICTS, COMMUNITIES, GRIDS, DEPARTMENTS, UTILITIES = 14, 7, 5, 30, 8
MAJOR, MINOR = 18, 12
WEST, SOUTH, STEP = 114.20, 30.40, 0.01
"""South-west corner of the invented ground (degrees, WGS-84), and the side of a community."""

KINDS = (("complaint", "投诉", "TS"), ("help", "求助", "QZ"), ("inquiry", "咨询", "ZX"), ("suggestion", "建议", "JY"))
CHANNELS = (
    ("phone", "热线电话", "phone"), ("web", "网上留言", "web"), ("city", "市级转办", "referral"),
    ("app", "移动应用", "app"), ("file", "文件导入", "file"),
)  # fmt: skip
MATTERS = (
    "道路", "路灯", "排水", "市容", "噪声", "油烟", "物业", "供水", "供电", "供气", "停车", "绿化", "施工", "社保",
    "教育", "医疗", "公交", "网络",
)  # fmt: skip
CENTRE = (
    "register accept reject dispatch direct_answer supplement edit note withdraw reassign rule consult add_co_unit"
    " decide_extension decide_suspension resume review callback close rate redo join unjoin split void archive urge"
    " supervise view view_all unmask export bulk board"
).split()
STAFF = (
    "acknowledge contact handle pass_on interim_summary reply return request_extension request_suspension supplement"
    " note view board"
).split()
STAGES = [
    {"stage": "accept", "amount": 2, "unit": "working_hour", "warn": 0.5},
    {"stage": "acknowledge", "amount": 4, "unit": "working_hour", "warn": 0.8},
    {"stage": "contact", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "reply", "amount": 5, "unit": "working_day", "warn": 0.8},
    {"stage": "return", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "review", "amount": 1, "unit": "working_day", "warn": 0.8},
    {"stage": "callback", "amount": 2, "unit": "working_day", "warn": 0.8},
    {"stage": "close", "amount": 10, "unit": "working_day", "warn": 0.8},
]


@dataclass
class World:
    """Ids of the master data, as the filling and the scenarios need them."""

    centre: int = 0
    handlers: list[int] = field(default_factory=list)
    """Units that cases are dispatched to: departments, utilities and subdistricts."""
    below: dict[int, list[int]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    categories: list[int] = field(default_factory=list)
    category_codes: dict[int, str] = field(default_factory=dict)
    grids: list[tuple[int, int, float, float]] = field(default_factory=list)
    """(grid area id, subdistrict area id, longitude, latitude of its middle)"""
    subdistrict_codes: list[str] = field(default_factory=list)
    unit_codes: dict[int, str] = field(default_factory=dict)
    centre_accounts: list[int] = field(default_factory=list)
    unit_accounts: dict[int, int] = field(default_factory=dict)
    policy: int = 0


@transaction.atomic
def build() -> World:
    """Write the district into an empty, migrated database."""
    ensure_default()
    District.objects.create(profile="bench", code="990000", name="性能测试区", source=SOURCE)
    world = World()
    subdistricts = _units(world)
    _areas(world, subdistricts)
    _catalogue(world)
    _people(world)
    for topic in ("org", "places", "catalogue", "channels"):
        revision.bump(topic)
    return world


def _unit(world: World, code: str, name: str, kind: str, parent: Unit | None = None) -> Unit:
    row = Unit.objects.create(code=code, name=name, short_name=name, kind=kind, parent=parent, source=SOURCE)
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    world.names[row.pk], world.unit_codes[row.pk] = name, code
    return row


def _units(world: World) -> list[Unit]:
    world.centre = _unit(world, "centre", "运行中心", Unit.CENTRE).pk
    subdistricts = []
    for at in range(SUBDISTRICTS):
        street = _unit(world, f"s{at:02d}", f"虚构{at + 1}街道", Unit.SUBDISTRICT)
        subdistricts.append(street)
        world.below[street.pk] = [
            _unit(world, f"s{at:02d}c{c}", f"虚构{at + 1}街道{c + 1}社区", Unit.COMMUNITY, street).pk
            for c in range(COMMUNITIES)
        ]
    for prefix, kind, count, word in (
        ("d", Unit.DEPARTMENT, DEPARTMENTS, "部门"), ("u", Unit.UTILITY, UTILITIES, "公司"),
    ):  # fmt: skip
        for at in range(count):
            world.handlers.append(_unit(world, f"{prefix}{at:02d}", f"虚构{at + 1}{word}", kind).pk)
    world.handlers += [street.pk for street in subdistricts]
    return subdistricts


def _area(code: str, name: str, level: str, parent: Area | None, unit: Unit | None, box: tuple[float, ...]) -> Area:
    west, south, east, north = box
    row = Area.objects.create(
        code=code, name=name, level=level, parent=parent, managed_by_unit=unit, source=SOURCE,
        lng=(west + east) / 2, lat=(south + north) / 2,
    )  # fmt: skip
    row.path = f"{parent.path if parent else '/'}{row.pk}/"
    row.save(update_fields=["path"])
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    AreaGeometry.objects.create(
        area=row, geometry={"type": "Polygon", "coordinates": [ring]}, bbox=list(box), source=SOURCE
    )
    return row


def _areas(world: World, subdistricts: list[Unit]) -> None:
    east, north = WEST + SUBDISTRICTS * STEP, SOUTH + COMMUNITIES * STEP
    top = _area("990000", "性能测试区", Area.DISTRICT, None, None, (WEST, SOUTH, east, north))
    for s, unit in enumerate(subdistricts):
        west = WEST + s * STEP
        street = _area(f"9901{s:02d}", unit.name, Area.SUBDISTRICT, top, unit, (west, SOUTH, west + STEP, north))
        world.subdistrict_codes.append(street.code)
        for c in range(COMMUNITIES):
            south = SOUTH + c * STEP
            community = _area(
                f"{street.code}{c:03d}", f"{unit.name}{c + 1}社区", Area.COMMUNITY, street, None,
                (west, south, west + STEP, south + STEP),
            )  # fmt: skip
            for g in range(GRIDS):
                left, width = west + g * STEP / GRIDS, STEP / GRIDS
                grid = _area(
                    f"{community.code}{g:02d}", f"第{g + 1}网格", Area.GRID, community, None,
                    (left, south, left + width, south + STEP),
                )  # fmt: skip
                world.grids.append((grid.pk, street.pk, left + width / 2, south + STEP / 2))


def _catalogue(world: World) -> None:
    for code, name, prefix in KINDS:
        RequestKind.objects.create(code=code, name=name, prefix=prefix, source=SOURCE)
    for code, name, kind in CHANNELS:
        Channel.objects.create(code=code, name=name, kind=kind, default_kind="complaint", source=SOURCE)
    for m, matter in enumerate(MATTERS[:MAJOR]):
        major = Category.objects.create(code=f"k{m:02d}", name=matter, source=SOURCE)
        major.path = f"/{major.pk}/"
        major.save(update_fields=["path"])
        for n in range(MINOR):
            minor = Category.objects.create(
                code=f"k{m:02d}{n:02d}", name=f"{matter}{n + 1}", parent=major, source=SOURCE
            )
            minor.path = f"{major.path}{minor.pk}/"
            minor.save(update_fields=["path"])
            world.categories.append(minor.pk)
            world.category_codes[minor.pk] = minor.code
        if m % 3 == 0:
            quick = [{"stage": "reply", "amount": 3, "unit": "working_day", "warn": 0.8}]
            LimitPolicy.objects.create(
                code=f"k{m:02d}", lifecycle="request", category=major, stages=quick, source=SOURCE
            )
    urgent = [{"stage": "reply", "amount": 24, "unit": "urgent_hour", "warn": 0.5}]
    LimitPolicy.objects.create(
        code="urgent", lifecycle="request", condition={"urgency": "urgent"}, stages=urgent, source=SOURCE
    )
    default = LimitPolicy.objects.create(
        code="default", lifecycle="request", stages=STAGES, is_default=True, source=SOURCE
    )
    world.policy = default.pk
    ReturnReason.objects.create(code="duty", name="不属本单位职责", source=SOURCE)
    for code, name, reason in (
        ("solved", "已解决", False),
        ("partly", "部分解决", True),
        ("answered", "已答复", False),
    ):
        Outcome.objects.create(
            code=code, name=name, needs_reason=reason, counts_as_solved=code == "solved", source=SOURCE
        )


def _people(world: World) -> None:
    def role(code: str, name: str, verbs: list[str]) -> Role:
        return Role.objects.create(code=code, name=name, permissions=[f"case.{v}" for v in verbs], source=SOURCE)

    desk, staff = role("desk", "中心坐席", CENTRE), role("staff", "承办人员", STAFF)
    for at in range(4):
        account = Account.objects.create(
            username=f"centre{at}", display_name=f"坐席{at + 1}", unit_id=world.centre, password="!"
        )
        Grant.objects.create(account=account, role=desk)
        world.centre_accounts.append(account.pk)
    for unit_id in [*world.handlers, *(c for below in world.below.values() for c in below)]:
        name = world.names[unit_id]
        account = Account.objects.create(
            username=f"unit{unit_id}", display_name=f"{name}经办", unit_id=unit_id, password="!"
        )
        Grant.objects.create(account=account, role=staff, unit_id=unit_id)
        world.unit_accounts[unit_id] = account.pk
