"""Invented cases for the demo district that give warnings: a community without water, a smell of gas, unpaid wages.

Made through the engine like any other, in the last hours; nothing here is a real request.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.insight import reading
from chengyun.org.access import system_actor
from chengyun.places.models import Area

from . import raising, rules
from .models import EarlyWarning

SEED = 20261122
WATER = (
    "{place}{n}栋从今天早上开始停水，打物业电话没人接，什么时候恢复？",
    "家里突然停水了，{place}整栋楼都没有，家里有老人要做饭。",
    "{place}停水没有提前通知，请帮忙问一下原因。",
    "早上起来就没有水，{place}附近几栋都一样，希望尽快抢修。",
    "{place}停水已经两个多小时，商铺没法营业。",
    "请问{place}停水要停到几点？小区群里都在问。",
)
GAS = (
    "{place}3 单元楼道里闻到很浓的煤气味，怕有燃气泄漏，请马上来人。",
    "{place}一楼厨房外有燃气味，邻居都不敢开火。",
)
WAGES = (
    "在{place}工地干了四个月，包工头一直拖欠工资，工友十几个人都没拿到。",
    "{place}项目部拖欠农民工工资，说好上个月结清，一直没有给。",
)
STORIES = (
    ("429999001001", "Q0601", "help", WATER, 95), ("429999002001", "Q0611", "help", GAS, 40),
    ("429999003002", "Q0901", "complaint", WAGES, 240),
)  # fmt: skip


def fill(now: datetime | None = None) -> int:
    """Make the cases unless there are warnings already, and look; how many warnings were raised."""
    if EarlyWarning.objects.exists():
        return 0
    now, rng = now or timezone.now(), random.Random(SEED)
    actor = system_actor("演示数据")
    position = 0
    for area_code, category_code, kind, texts, minutes in STORIES:
        area = Area.objects.filter(code=area_code).first()
        category = Category.objects.filter(code=category_code).first()
        if area is None or category is None:
            continue
        for at, text in enumerate(texts):
            moment = now - timedelta(minutes=minutes - minutes * at / (len(texts) + 1))
            lng, lat = _near(area_code, rng)
            name = area.name.removesuffix("社区")
            registration = engine.Registration(
                kind=kind, text=text.format(place=name, n=rng.randrange(1, 9)), channel="hotline_12345",
                category_id=category.pk, title=f"{name}{category.name}", area_id=area.pk, lng=lng, lat=lat, crs="wgs84",
                requester={"name": f"演示来电人{position}", "phone": f"1390001{position:04d}"}, received_at=moment,
                occurred_at=moment, facts={"demo": True},
            )  # fmt: skip
            engine.create(actor, registration, now=moment)
            position += 1
    rules.keep_pattern()
    reading.read(now=now)
    return raising.run(now)


def _near(area_code: str, rng: random.Random) -> tuple[float | None, float | None]:
    """A point near the community's service centre."""
    from chengyun.places.models import Place

    place = Place.objects.filter(area_code=area_code, lng__isnull=False).order_by("code").first()
    if place is None or place.lng is None or place.lat is None:
        return None, None
    return round(place.lng + rng.uniform(-0.002, 0.002), 6), round(place.lat + rng.uniform(-0.002, 0.002), 6)
