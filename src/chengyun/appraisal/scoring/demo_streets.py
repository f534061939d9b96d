"""Invented cases of subdistricts for the demo district, closed last month and this one: their group has points."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Unit

STREETS, EACH = 3, 6
TEXTS = (
    "楼道堆放杂物，电动车停在一楼过道，请社区来清理。", "小区门口垃圾桶满溢，有异味，希望加密清运。",
    "背街小巷路面破损积水，老人出行不便，请街道协调修补。",
)  # fmt: skip
REPLY = "您好，街道网格员已电话联系您并到现场处理，现已清理完毕，安排每日巡查，感谢您的反映。"


def fill(rng: random.Random, actor: Actor, months: tuple[date, ...]) -> None:
    category = Category.objects.filter(lifecycle="request", parent__isnull=False).order_by("code").first()
    streets = list(Unit.objects.filter(kind="subdistrict").order_by("code")[:STREETS])
    zone = timezone.get_default_timezone()
    for month in months:
        for street in streets:
            for _ in range(EACH):
                start = datetime.combine(month, time(9), zone) + timedelta(hours=rng.uniform(0, 24 * 14))
                _one(rng, actor, street, category, start)


def _one(rng: random.Random, actor: Actor, street: Unit, category: Category | None, start: datetime) -> None:
    moment = worktime.next_working_moment(start, calendar_for(None))
    late = rng.random() < 0.2
    steps: list[tuple[str, dict[str, Any], int]] = [
        ("accept", {}, 1), ("dispatch", {"unit_id": street.pk}, 1), ("acknowledge", {}, 2),
        ("contact", {"what": "电话联系诉求人，了解情况。"}, 3),
        ("reply", {"reply": REPLY, "outcome": "solved"}, 24 * (13 if late else 1)), ("review", {}, 2),
        ("callback", _answer(rng), 2), ("close", {}, 1),
    ]  # fmt: skip
    end = moment + timedelta(hours=sum(hours for _, _, hours in steps) + 48)
    if end >= timezone.now():
        return
    registration = engine.Registration(
        kind="complaint", text=rng.choice(TEXTS), channel="hotline_12345", title=f"{street}环境诉求",
        category_id=category.pk if category else None, flags=["media"] if rng.random() < 0.1 else [],
        requester={"name": "演示居民", "phone": f"1390002{rng.randrange(10_000):04d}"}, received_at=moment,
        occurred_at=moment, facts={"demo": True},
    )  # fmt: skip
    number = engine.create(actor, registration, now=moment).case.number
    try:
        for action, data, hours in steps:
            moment = worktime.next_working_moment(moment + timedelta(hours=hours), calendar_for(None))
            engine.perform(number, action, actor, data, now=moment)
    except Problem:
        return  # a limit of the lifecycle; the case stays where it is


def _answer(rng: random.Random) -> dict[str, Any]:
    said = rng.choices(("satisfied", "basically", "dissatisfied"), (70, 20, 10))[0]
    bad = said == "dissatisfied"
    return {
        "solved": "no" if bad else "yes", "satisfaction": said, "reasons": ["slow"] if bad else [],
        "unit_contacted": True,
    }  # fmt: skip
