"""Invented closed cases of the last months for the demo district, so that there is something to learn from: who handled
what, some sent to the wrong unit first, with what would have been proposed. Made through the engine like any other."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, system_actor
from chengyun.org.models import Unit
from chengyun.places.models import Place

from . import training
from .models import ModelVersion, Proposal, Waiting

SEED = 20261123
MONTHS = 4
MOVED, OTHERWISE = 0.07, 0.1
"""How often the first unit was wrong, and how often people chose another than the proposed one."""


Steps = list[tuple[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Matter:
    unit: str
    category: str
    cases: int
    texts: tuple[str, ...]


MATTERS = (
    Matter("D-CGJ", "Q0505", 36, (
        "{place}门口的路灯连续几晚不亮，路上漆黑，老人出门容易摔倒，请尽快维修。",
        "{place}到公交站这一段路灯坏了五六盏，晚上看不清台阶。",
        "{place}旁边的路灯一闪一闪，灯罩快掉下来了，请派人检修。",
        "反映{place}背后小路没有照明，路灯装了一直不亮。",
    )),
    Matter("D-HBJ", "Q0301", 34, (
        "{place}旁边工地夜里十一点还在打桩，噪声很大，孩子睡不着。",
        "{place}附近施工噪声扰民，凌晨还有混凝土泵车作业。",
        "投诉{place}对面工地周末一早就开工，切割声音刺耳。",
    )),
    Matter("D-JTD", "Q0405", 32, (
        "{place}门前道路两侧停满了车，公交车都开不过去，请交警来管一下违停。",
        "{place}路口长期有货车违法停车，占了非机动车道。",
        "上下学时{place}一带违停严重，堵得一动不动。",
    )),
    Matter("U-SW", "Q0602", 14, (
        "{place}附近自来水管爆裂，水漫到人行道上，请赶快抢修。",
        "{place}路边地下管道漏水好几天了，路面一直是湿的。",
    )),
    Matter("D-ZJJ", "Q0201", 14, (
        "{place}小区物业不作为，垃圾没人清，门禁坏了也不修。",
        "对{place}的物业服务不满意，报修半个月没有回音。",
    )),
    Matter("D-SCJ", "Q1001", 12, (
        "在{place}的店里买的东西有质量问题，商家不退款，请帮忙调解。",
        "{place}一家商店标价与结算不一样，要求退还多收的钱。",
    )),
    Matter("D-MZJ", "Q1201", 10, (
        "家里老人住在{place}，想咨询养老补贴怎么申请。",
        "{place}的社区食堂还开不开，老人吃饭不方便。",
    )),
)  # fmt: skip


def fill(now: datetime | None = None) -> int:
    """Make them once, and ask for a training; how many were made."""
    if ModelVersion.objects.exists() or Proposal.objects.exists():
        return 0
    now, rng = now or timezone.now(), random.Random(SEED)
    units = dict(Unit.objects.values_list("code", "id"))
    categories = {row.code: row for row in Category.objects.filter(lifecycle="request")}
    places = list(Place.objects.exclude(lng=None).order_by("code"))
    actor, made = system_actor("演示数据"), list[Proposal]()
    known = [matter for matter in MATTERS if matter.unit in units and matter.category in categories]
    others = [units[matter.unit] for matter in known]
    for matter in known if places else ():
        for _ in range(matter.cases):
            place = rng.choice(places)
            moment = now - timedelta(days=15 + rng.uniform(0, MONTHS * 30), hours=rng.uniform(0, 8))
            made.append(_one(actor, rng, matter, categories[matter.category], place, moment, len(made), units, others))
    Proposal.objects.bulk_create(made)
    Waiting.objects.filter(case_id__in=[one.case_id for one in made]).delete()
    _learn()
    return len(made)


def _one(
    actor: Actor, rng: random.Random, matter: Matter, category: Category, place: Place, moment: datetime, at: int,
    units: dict[str, int], others: list[int],
) -> Proposal:  # fmt: skip
    right = units[matter.unit]
    first = rng.choice([unit for unit in others if unit != right]) if rng.random() < MOVED else right
    registration = engine.Registration(
        kind="complaint", text=rng.choice(matter.texts).format(place=place.name), channel="hotline_12345",
        category_id=category.pk, title=f"{place.name}{category.name}", address=place.address, lng=place.lng,
        lat=place.lat, crs="wgs84", requester={"name": f"演示来电人{at}", "phone": f"1390002{at:04d}"},
        received_at=moment, occurred_at=moment, facts={"demo": True},
    )  # fmt: skip
    work = engine.create(actor, registration, [("accept", {}), ("dispatch", {"unit_id": first})], now=moment)
    _handled(actor, work.case.number, right if first != right else None, moment, rng)
    proposed = rng.choice([unit for unit in others if unit != first]) if rng.random() < OTHERWISE else first
    share = round(rng.uniform(0.62, 0.97), 2)
    reason = {
        "source": "habit", "zh": f"“{category.name}”多由该单位办理", "en": f"usually handles “{category.name}”",
        "ref": "", "link": f"/cases?category={category.code}", "matched": [],
    }  # fmt: skip
    return Proposal(
        case_id=work.case.pk, made_at=moment, category_id=category.pk, top_unit_id=proposed, confidence=share,
        units=[{"unit": proposed, "confidence": share, "co_units": [], "reasons": [reason]}],
        sources={"habit": {"unit": proposed, "share": share, "ref": ""}}, final_unit_id=first, decided_at=moment,
    )  # fmt: skip


def _handled(actor: Actor, number: str, other: int | None, moment: datetime, rng: random.Random) -> None:
    """Reassigned if need be, answered, reviewed, called back, closed: within two or three working days."""
    calendar = calendar_for(None)
    answered = worktime.next_working_moment(moment + timedelta(hours=rng.uniform(18, 50)), calendar)
    steps: Steps = [("reassign", {"unit_id": other})] if other else []
    steps += [
        ("acknowledge", {}), ("contact", {"what": "电话联系诉求人，了解具体情况。"}),
        ("reply", {"reply": "您好，已电话联系您了解情况，现场核实后当天处理完毕，后续每周巡查。", "outcome": "solved"}),
        ("review", {}),
    ]  # fmt: skip
    _act(actor, number, steps, answered)
    called = worktime.next_working_moment(answered + timedelta(hours=rng.uniform(2, 20)), calendar)
    told = {
        "solved": "yes",
        "satisfaction": rng.choices(("satisfied", "basically"), (80, 20))[0],
        "unit_contacted": True,
    }
    _act(actor, number, [("callback", told), ("close", {})], called)


def _act(actor: Actor, number: str, steps: Steps, now: datetime) -> None:
    """Several actions at one moment, written once."""
    with transaction.atomic():
        work = engine.load(number, actor, now=now)
        for code, data in steps:
            engine.act(work, code, data)
        work.flush()


def _learn() -> None:
    """A first model, trained by the worker when it has started."""
    from .jobs import train

    try:
        version = training.begin(system_actor("演示数据"))
    except Problem:
        return
    train.defer(version_id=version.pk)
