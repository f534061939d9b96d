"""Invented field work for the demo district: workers with patrols of ten days, some out now, call-ups, handsets.

Nobody here is a real person; numbers are of the kind that no network gives out.
"""

from __future__ import annotations

import math
import random
import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision
from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account, Grant, Role, Unit
from chengyun.places.models import Area, AreaGeometry

from . import calls, handsets, patrols, schemas, schemas_more, standards
from .models import CallUp, Handset, HandsetUsage, HandsetUse, Patrol, PatrolPlan, PatrolPoint
from .words import QUESTIONS

SEED = 20261121
COMMUNITIES = ("429999001001", "429999001002", "429999001003")
WORKERS, DAYS, HANDSETS = 9, 10, 96
SOURCE = "演示（虚构）"
KINDS = (("消防栓", "水压、标识、有无遮挡？"), ("电动车充电棚", "有无飞线、堵塞通道？"), ("井盖", "有无松动、破损？"))


def fill(now: datetime | None = None) -> int:
    """How many patrols there are then; nothing is made twice."""
    if Patrol.objects.exists() or not Role.objects.filter(code="grid_worker").exists():
        return 0
    now, chance = now or timezone.now(), random.Random(SEED)
    grids = _grids()
    if not grids:
        return 0
    workers = _workers(grids)
    _points_and_plans(grids, workers, chance)
    revision.bump(standards.TOPIC)
    standards.forget()
    for number, (account, area, box) in enumerate(workers):
        _patrols(actor_for(account), number, area, box, now, chance)
    _calls(now)
    _handsets([account for account, _, _ in workers], now, chance)
    return Patrol.objects.count()


def _grids() -> list[tuple[Area, list[float]]]:
    boxes = dict(AreaGeometry.objects.filter(area__level=Area.GRID).values_list("area__code", "bbox"))
    found = Area.objects.filter(level=Area.GRID, parent__code__in=COMMUNITIES, valid_to__isnull=True).order_by("code")
    return [(area, boxes[area.code]) for area in found if area.code in boxes][:WORKERS]


def _workers(grids: list[tuple[Area, list[float]]]) -> list[tuple[Account, Area, list[float]]]:
    """The demo's grid worker, and invented colleagues who cannot log in."""
    role, made = Role.objects.get(code="grid_worker"), []
    for number, (area, box) in enumerate(grids):
        account = Account.objects.filter(username="grid_worker").first() if number == 0 else None
        if account is None:
            unit = Unit.objects.filter(code=area.parent.code if area.parent else "").first()
            account = Account.objects.create_user(
                f"demo_grid_{number + 1}", display_name=f"演示网格员{number + 1}", unit=unit, is_demo=True
            )
            Grant.objects.create(account=account, role=role, unit=unit)
        made.append((account, area, box))
    revision.bump("org")
    return made


def _points_and_plans(grids: Any, workers: Any, chance: random.Random) -> None:
    for area, (west, south, east, north) in grids:
        for number, (kind, question) in enumerate(KINDS, 1):
            PatrolPoint.objects.create(
                code=f"XCD-{area.code[-6:]}-{number}", name=f"{area.name}{kind}", kind=kind, area_code=area.code,
                lng=round(west + (east - west) * (0.25 * number), 6), source=SOURCE, question=question,
                lat=round(south + (north - south) * (0.35 + 0.1 * (number % 2)), 6), photo_required=False,
            )  # fmt: skip
    for number, (account, area, _) in enumerate(workers, 1):
        PatrolPlan.objects.create(
            code=f"XCJH-{number:02}", name=f"{area.name}每日巡查", username=account.username, area_code=area.code,
            per="day" if number % 3 else "week", times=1 if number % 3 else 3, source=SOURCE,
        )  # fmt: skip


# --- patrols ----------------------------------------------------------------------------------------------------------
def _patrols(actor: Actor, number: int, area: Area, box: list[float], now: datetime, chance: random.Random) -> None:
    points = list(PatrolPoint.objects.filter(area_code=area.code).order_by("lng"))
    for back in range(DAYS, 0, -1):
        if chance.random() < 0.15 + 0.05 * (number % 4):
            continue
        begin = timezone.localtime(now - timedelta(days=back)).replace(hour=8 + number % 3, minute=10 + number * 4)
        _one(actor, area, box, points, begin, chance.randint(40, 75), chance, lost=chance.random() < 0.25)
    if number < 6:  # out now: most are heard of, one is not
        minutes = 25 + 6 * number
        until = now - timedelta(seconds=(12, 25, 130, 40, 20, 560)[number])
        _one(actor, area, box, points, until - timedelta(minutes=minutes), minutes, chance, running=True)


def _one(
    actor: Actor, area: Area, box: list[float], points: list[PatrolPoint], begin: datetime, minutes: int,
    chance: random.Random, *, lost: bool = False, running: bool = False,
) -> None:  # fmt: skip
    """A walk through the points of the grid; in the middle of some of them the phone is without a place for a while."""
    begin = begin.replace(microsecond=0)
    row = patrols.start(
        actor, SimpleNamespace(id=uuid.UUID(int=chance.getrandbits(128), version=4), at=begin, sent_at=None, plan="",
                               grid=area.code, lng=None, lat=None), begin + timedelta(seconds=2),
    )  # fmt: skip
    silent = range(minutes * 60 // 2, minutes * 60 // 2 + 540) if lost else range(0)
    given = []
    for second in range(0, minutes * 60 + 1, 60):
        if second in silent:
            continue
        lng, lat = _where(box, points, second / (minutes * 60))
        given.append(schemas.PositionIn(
            seq=second, at=begin + timedelta(seconds=second), lng=lng + chance.gauss(0, 1e-5),
            lat=lat + chance.gauss(0, 1e-5), accuracy=chance.choice((5, 8, 12, 18)), speed=1.1,
            battery=max(5, 96 - second // 120),
        ))  # fmt: skip
    end = begin + timedelta(minutes=minutes)
    patrols.positions(actor, SimpleNamespace(patrol=row.uid, sent_at=end, positions=given), end)
    for at, point in enumerate(points, 1):
        if chance.random() < 0.12:
            continue
        moment = begin + timedelta(seconds=round(minutes * 60 * at / (len(points) + 1)))
        problem = chance.random() < 0.12
        patrols.check(actor, schemas.CheckIn(
            id=uuid.UUID(int=chance.getrandbits(128), version=4), patrol=row.uid, point=point.code, at=moment,
            lng=point.lng + chance.gauss(0, 5e-5), lat=point.lat, accuracy=8, photos=[],
            result="problem" if problem else "fine",
            note="演示：标识脱落，已上报" if problem else "",
        ), moment)  # fmt: skip
    if not running:
        patrols.stop(actor, row.uid, SimpleNamespace(at=end, sent_at=None, note=""), end)


def _where(box: list[float], points: list[PatrolPoint], share: float) -> tuple[float, float]:
    """From the western edge through the points to the eastern edge, along a line that bends a little."""
    west, south, east, north = box
    stops = [(west + (east - west) * 0.1, (south + north) / 2), *((p.lng, p.lat) for p in points)]
    stops.append((west + (east - west) * 0.9, (south + north) / 2))
    at = min(share, 0.9999) * (len(stops) - 1)
    first, rest = stops[int(at)], at - int(at)
    second = stops[int(at) + 1]
    bend = math.sin(rest * math.pi) * (north - south) * 0.06
    return first[0] + (second[0] - first[0]) * rest, first[1] + (second[1] - first[1]) * rest + bend


# --- call-ups ---------------------------------------------------------------------------------------------------------
def _calls(now: datetime) -> None:
    people = {row.username: actor_for(row) for row in Account.objects.filter(is_demo=True)}
    street, worker = people.get("street_centre"), people.get("grid_worker")
    units = {row.code: row.pk for row in Unit.objects.filter(code__in=("D-CGJ", "U-SW", "D-GAJ"))}
    department, water = people.get("unit_manager"), people.get("water_manager")
    if street is None or worker is None or department is None or water is None or len(units) < 3:
        return

    def call(actor: Actor, matter: str, hours: float, *codes: str, urgency: str = "normal") -> CallUp:
        given = SimpleNamespace(
            id=uuid.uuid4(), at=now - timedelta(hours=hours), sent_at=None, matter=matter, number="",
            detail="演示：现场情况已拍照，请到场商定办法。", units=[units[code] for code in codes], urgency=urgency,
            lng=114.2062, lat=30.3108, address="梧桐路18号门前",
        )  # fmt: skip
        return calls.start(actor, given, now - timedelta(hours=hours))

    def act(actor: Actor, row: CallUp, action: str, hours: float, **more: Any) -> None:
        calls.act(
            actor,
            row.uid,
            schemas_more.CallAct.model_validate({"id": uuid.uuid4(), "action": action, **more}),
            now - timedelta(hours=hours),
        )

    done = call(street, "夜市占道与燃气瓶混用，请联合处置", 76, "D-CGJ", "D-GAJ")
    police = people.get("police_manager")
    for actor, hours in ((department, 75), (police, 74)):
        if actor is not None:
            act(actor, done, "respond", hours)
            act(actor, done, "arrive", hours - 1, lng=114.2063, lat=30.3109, accuracy=10)
    act(street, done, "conclude", 70, note="城管划定疏导点，公安清查气瓶，三日内完成。", solved=True)
    act(street, done, "rate", 69, unit_id=units["D-CGJ"], stars=5, note="到场快，办法实")
    act(street, done, "rate", 69, unit_id=units["D-GAJ"], stars=4)
    running = call(street, "老旧小区内涝，排水口长期堵塞", 3, "U-SW", "D-CGJ", urgency="urgent")
    act(water, running, "respond", 2.9)
    act(water, running, "arrive", 2.4, lng=114.2061, lat=30.3107, accuracy=8)
    call(worker, "楼道充电飞线屡劝不改，请部门到场", 0.6)
    concluded = call(street, "无主杆线下垂影响通行", 30, "D-CGJ")
    act(department, concluded, "arrive", 28, lng=114.2062, lat=30.3108, accuracy=9)
    act(street, concluded, "conclude", 26, note="由城管先行加固，权属单位确认后迁改。", solved=False)


# --- handsets ---------------------------------------------------------------------------------------------------------
def _handsets(accounts: list[Account], now: datetime, chance: random.Random) -> None:
    today = timezone.localdate(now)
    rows = Handset.objects.bulk_create(
        Handset(
            code=f"ZD{number:04}",
            model="演示终端 S1",
            work_number=f"1000003{number:04}",
            cost=1280,
            bought_on=today - timedelta(days=400 + number),
            area_code=COMMUNITIES[number % len(COMMUNITIES)],
            replace_on=today + timedelta(days=60 if number % 12 == 0 else 500),
            state=("lost" if number == 40 else "repair" if number == 41 else "scrapped" if number == 42 else "store"),
        )
        for number in range(1, HANDSETS + 1)
    )
    for row, account in zip(rows, accounts, strict=False):
        row.state, row.account, row.holder = "used", account, str(account)
        row.since = now - timedelta(days=120)
        row.save()
        HandsetUse.objects.create(
            handset=row, at=now - timedelta(days=120), action="hand_over", account=account, holder=str(account),
            by="演示员卯", note="入职领用",
        )  # fmt: skip
    first = today.replace(day=1)
    for back in (1, 2, 3):
        month = f"{(first - timedelta(days=back * 28)).replace(day=1):%Y-%m}"
        HandsetUsage.objects.bulk_create(
            HandsetUsage(
                handset=row, month=month, sms=chance.randint(24, 48), minutes=chance.randint(430, 680),
                calls=(made := chance.randint(90, 160)), connected=round(made * chance.uniform(0.94, 1)),
                normal=chance.random() > 0.01, cost=52, source=SOURCE,
            )
            for row in rows if row.state != "scrapped"
        )  # fmt: skip
    secretary = Account.objects.filter(username="grid_office").first()
    if secretary is None:
        return
    actor, period = actor_for(secretary), handsets.period_of(today)
    for area in Area.objects.filter(level=Area.COMMUNITY).order_by("code")[:18]:
        answers: Any = {code: chance.choice((3, 4, 4, 5, 5)) for code in QUESTIONS}
        handsets.answer(actor, SimpleNamespace(period=period, area=area.code, answers=answers, note=""), now)
