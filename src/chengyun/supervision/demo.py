"""Invented supervision for the demo district: orders in every state, a programme, business cases with a cue, a sample.

Made by the demo accounts through the same functions as any other; nothing here is a real matter.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Case, Category
from chengyun.org.access import Actor, actor_for, system_actor
from chengyun.org.models import Account, Unit
from chengyun.places.models import Area

from . import acting, business, ladder, programmes, samples, starting, sweeping
from .acting import Act
from .models import Order, QualityReview, SampleItem
from .words import CASE, NO, YES

SEED = 20261122
BUSINESS = (
    ("Q1402", "企业反映去年的技术改造奖补资金一直没有兑现，窗口说材料已报，想知道什么时候到账。", "D-FGJ"),
    ("Q1406", "新厂房报装用电已经一个月，供电方案迟迟没有答复，影响设备进场。", "D-JXJ"),
    ("Q1408", "承接的绿化工程去年验收，工程款拖欠至今，请协调支付。", "D-CGJ"),
    ("Q1409", "一个月内同一部门三次上门检查，内容重复，希望合并检查。", "D-SCJ"),
    ("Q1401", "办理经营许可变更，窗口两次要求补充的材料不一样。", "D-SCJ"),
)  # fmt: skip


def fill(now: datetime | None = None) -> int:
    """How many orders there are then; nothing is made twice."""
    if Order.objects.exists():
        return 0
    now = now or timezone.now()
    people = {row.username: actor_for(row) for row in Account.objects.filter(is_demo=True)}
    supervisor = people.get("supervisor")
    if supervisor is None or not ladder.current().steps:
        return 0
    _business(now, people)
    _orders(now, people, supervisor)
    _programme(now, people, supervisor)
    _sample(now, people)
    sweeping.apply_rules(now)
    return Order.objects.count()


# --- orders -----------------------------------------------------------------------------------------------------------
def _open_of(code: str, number: int) -> list[str]:
    unit = Unit.objects.filter(code=code).first()
    cases = Case.objects.filter(is_open=True, lead_unit=unit, supervised=False).order_by("received_at", "id")
    return list(cases.values_list("number", flat=True)[:number]) if unit else []


def _start(actor: Actor, step: str, words: str, numbers: list[str], now: datetime, **more: Any) -> list[Order]:
    if not numbers and not more.get("units"):
        return []
    return starting.start(actor, starting.Wanted(step, words, numbers=numbers, **more), now)


def _orders(now: datetime, people: dict[str, Actor], supervisor: Actor) -> None:
    unit = people.get("unit_manager")
    days = lambda n: now - timedelta(days=n)  # noqa: E731
    for order in _start(
        supervisor, "order", "占道经营反复反弹，请说明长效管控措施，逐件答复。", _open_of("D-CGJ", 3), days(1)
    ):
        if unit:
            text = "已安排中队每日早晚两班定点值守，其中一处已劝离入市，其余两处本周内完成。"
            acting.act(unit, order.pk, Act("reply", note=text), now - timedelta(hours=3))
    for order in _start(supervisor, "order", "绿化带垃圾清运不及时，请限期整改。", _open_of("D-CGJ", 2), days(6)):
        if unit:
            acting.act(unit, order.pk, Act("reply", note="已清运完毕，增加一次夜间保洁。"), days(5))
            order.refresh_from_db()
            acting.act(supervisor, order.pk, Act("accept", order.version, "现场核查属实"), days(4))
    for order in _start(
        supervisor, "special", "同一路段三次超期，请单位负责人包案办理。", _open_of("D-CGJ", 1), days(20)
    ):
        step = ladder.current().step("interview")
        if step is not None:
            acting.escalate(supervisor, order, step, "专项督办期满仍未解决，约谈单位负责人。", days(2))
    numbers = _open_of("429999001", 2)
    _start(supervisor, "order", "路面破损影响出行，请街道牵头处置并答复。", numbers, days(1), origin=CASE)
    _start(supervisor, "reminder", "请当天联系诉求人并答复。", _open_of("U-SW", 2), now - timedelta(hours=2))


# --- business cases ---------------------------------------------------------------------------------------------------
def _business(now: datetime, people: dict[str, Actor]) -> None:
    actor, made = system_actor("演示数据"), list[str]()
    area = Area.objects.filter(code="429999001001").first()
    for position, (code, text, unit_code) in enumerate(BUSINESS):
        category = Category.objects.filter(code=code).first()
        unit = Unit.objects.filter(code=unit_code).first() or Unit.objects.filter(code="D-CGJ").first()
        if category is None or unit is None:
            continue
        moment = now - timedelta(days=1 + 2 * position, hours=position)
        registration = engine.Registration(
            kind="complaint", text=text, channel="business_environment", category_id=category.pk,
            title=f"演示企业{position + 1}：{category.name}", area_id=area.pk if area else None,
            flags=["business_environment"], 
            requester={"name": f"演示企业{position + 1}", "phone": f"1390002{position:04d}"},
            received_at=moment, occurred_at=moment, facts={"demo": True},
        )  # fmt: skip
        work = engine.create(actor, registration, [("accept", {}), ("dispatch", {"unit_id": unit.pk})], now=moment)
        made.append(work.case.number)
    if made and "supervisor" in people:
        note = "企业反映窗口两次补正要求不一致，请关注工作作风。"
        business.send_cue(people["supervisor"], SimpleNamespace(number=made[-1], order_id=None, note=note), now)


# --- a programme ------------------------------------------------------------------------------------------------------
def _programme(now: datetime, people: dict[str, Actor], supervisor: Actor) -> None:
    units = list(Unit.objects.filter(code__in=("D-CGJ", "429999001", "429999002")).order_by("id"))
    today = timezone.localdate(now)
    known = {row.code for row in Category.objects.filter(code__in=("Q0101", "Q0102", "Q01"))}
    given = SimpleNamespace(
        version=None, name="占道经营专项整治", aim="三个月内主次干道占道经营诉求下降三成，重点路段动态清零。",
        starts=today - timedelta(days=40), ends=today + timedelta(days=50), lead_id=units[0].pk if units else None,
        units=[SimpleNamespace(unit_id=unit.pk, task=task) for unit, task in zip(units, TASKS, strict=False)],
        categories=sorted(known)[:1], areas=[], numbers=[],
        goals=[
            _Goal(name="整治点位", unit="处", target=40), _Goal(name="疏导入市", unit="户", target=120),
        ],
    )  # fmt: skip
    row = programmes.save(supervisor, given, now=now - timedelta(days=40))
    move = SimpleNamespace(version=1, state="running", text="")
    programmes.move(supervisor, row.pk, move, now - timedelta(days=39))
    for username, code, percent, text, goals in (
        ("unit_manager", "D-CGJ", 60, "完成 26 处点位整治，疏导 71 户入市。", {"整治点位": 26.0, "疏导入市": 71.0}),
        ("street_centre", "429999001", 45, "沿街商户逐户告知，早市时段派人值守。", {}),
    ):
        unit = next((unit for unit in units if unit.code == code), None)
        if unit is None or username not in people:
            continue
        said = SimpleNamespace(unit_id=unit.pk, percent=percent, text=text, goals=goals)
        programmes.report(people[username], row.pk, said, now - timedelta(days=3))
    if units:
        _start(
            supervisor, "special", "进度低于时间进度，请说明原因和下一步安排。", [], now - timedelta(days=1),
            units=[unit.pk for unit in units], programme_id=row.pk, origin="programme",
        )  # fmt: skip


TASKS = ("牵头整治，管控重点路段", "沿街商户告知，早晚值守", "疏导点设置和引导")


class _Goal(SimpleNamespace):
    def model_dump(self) -> dict[str, Any]:
        return dict(self.__dict__)


# --- a sample ---------------------------------------------------------------------------------------------------------
def _sample(now: datetime, people: dict[str, Actor]) -> None:
    inspector, second = people.get("quality_inspector"), people.get("reviewer")
    today = timezone.localdate(now)
    closed = Case.objects.filter(is_open=False, lead_unit__isnull=False, closed_at__lte=now)
    if inspector is None or second is None or not closed.exists():
        return
    given = SimpleNamespace(
        name="本月办理质量抽查",
        closed_from=today - timedelta(days=60),
        closed_to=today,
        size=24,
        seed=SEED,
        pass_mark=60,
    )
    key = samples.draw(inspector, given, now)
    chance = random.Random(SEED)
    for item in SampleItem.objects.filter(sample_id=key).order_by("id")[:16]:
        good = chance.random() < 0.75
        for reviewer, agrees in ((inspector, True), (second, chance.random() < 0.85)):
            _review(reviewer, item, good if agrees else not good, now)
    assert QualityReview.objects.exists()


def _review(reviewer: Actor, item: SampleItem, good: bool, now: datetime) -> None:
    item.refresh_from_db()
    if item.state == "final":
        return
    answers = {question["code"]: YES for question in item.sample.questions}
    if not good:
        answers["four_elements"] = answers["real"] = NO
    given = SimpleNamespace(answers=answers, note="" if good else "没有写明解决时限，现场照片与地点不符。")
    samples.review(reviewer, item.sample_id, item.pk, given, now)
