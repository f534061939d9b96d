"""Invented cases for the demo district that make hot issues: one that grows, one that fades, one that comes back.

Made through the engine like any other, with moments in the past; nothing here is a real request.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Case, Category
from chengyun.org.access import Actor, system_actor
from chengyun.places.models import Area, Place

from . import following
from .models import HotIssue

SEED = 20261123
CONCRETE = (
    ("云岫苑旁搅拌站半夜生产噪音扰民", "云岫苑小区旁边的搅拌站半夜还在生产，罐车进进出出，噪音很大，老人孩子睡不着。"),
    ("投诉云岫苑附近搅拌站粉尘和噪音", "云岫苑附近的搅拌站粉尘很大，阳台一天就是一层灰，夜里噪音不断。"),
    ("云岫苑搅拌站夜间噪音什么时候能管", "云岫苑业主反映搅拌站夜间噪音，打过几次电话，还是照样生产。"),
    ("云岫苑小区搅拌站粉尘污染", "云岫苑小区门口的搅拌站粉尘污染严重，窗户不敢开，孩子一直咳嗽。"),
    ("请查一查云岫苑旁边的搅拌站", "云岫苑旁边建了搅拌站，罐车把路压坏了，晚上噪音扰民，请查有没有手续。"),
    ("云岫苑居民反对搅拌站继续夜间生产", "云岫苑居民准备集体到区里反映搅拌站噪音和粉尘问题，请尽快答复。"),
    ("云岫苑搅拌站罐车通宵噪音", "云岫苑北门外搅拌站的罐车通宵排队，发动机噪音一夜不停。"),
)
SMOKE = (
    ("翠微里美食街油烟直排", "翠微里美食街一楼烧烤店油烟直排居民楼，六楼都开不了窗。"),
    ("翠微里美食街夜宵摊油烟噪音扰民", "翠微里美食街夜宵摊营业到凌晨两点，油烟和噪音影响休息。"),
    ("翠微里楼下餐馆油烟太大", "翠微里美食街的餐馆没有专用烟道，油烟从楼下直接冒上来。"),
    ("投诉翠微里美食街油烟", "翠微里美食街的油烟味整栋楼都闻得到，投诉过物业没有用。"),
)
BUS = (
    ("渔歌路公交 18 路改线后出行不便", "渔歌路的 18 路公交改线以后不再停靠，老人去医院要走很远。"),
    ("建议恢复渔歌路公交 18 路停靠", "18 路公交改线后取消渔歌路停靠，出行不便，建议恢复停靠。"),
    ("渔歌路 18 路公交为什么取消停靠", "渔歌路居民反映 18 路公交改线取消停靠没有公告，出行不便。"),
)
# texts, category, community, days ago of each case
STORIES = (
    (CONCRETE, "Q0301", "429999004001", (9.2, 7.4, 6.1, 4.8, 4.1, 3.2, 2.6, 2.1, 1.6, 1.2, 0.9, 0.6, 0.3, 0.15)),
    (SMOKE, "Q0306", "429999003003", (13.5, 12.8, 12.1, 11.4, 10.9, 10.2, 9.1, 8.4, 3.5)),
    (BUS, "Q0407", "429999002003", (68.0, 67.0, 66.2, 5.2, 3.1, 1.1)),
)


def fill(now: datetime | None = None) -> int:
    """Make the cases unless issues are followed already, and look for them; how many issues there are."""
    if HotIssue.objects.exists():
        return 0
    now, rng = now or timezone.now(), random.Random(SEED)
    actor, position = system_actor("演示数据"), 0
    for texts, category_code, area_code, days in STORIES:
        area = Area.objects.filter(code=area_code).first()
        category = Category.objects.filter(code=category_code).first()
        if area is None or category is None:
            continue
        place = Place.objects.filter(area_code=area_code, lng__isnull=False).order_by("code").first()
        for at, ago in enumerate(days):
            title, text = texts[at % len(texts)]
            moment = now - timedelta(days=ago)
            registration = engine.Registration(
                kind="complaint", text=text, title=title, category_id=category.pk, area_id=area.pk,
                channel=rng.choice(("hotline_12345", "hotline_12345", "city_message_board")),
                lng=_near(place.lng if place else None, rng), lat=_near(place.lat if place else None, rng), crs="wgs84",
                requester={"name": f"演示邻居{position}", "phone": f"1390002{position:04d}"}, received_at=moment,
                occurred_at=moment, facts={"demo": True},
            )  # fmt: skip
            number = engine.create(actor, registration, now=moment).case.number
            _hand_on(number, actor, moment, ago)
            position += 1
    return following.look(following.begin(90, None, "演示数据", now), now).new


def _hand_on(number: str, actor: Actor, moment: datetime, ago: float) -> None:
    """What is older is accepted, what is much older answered; else the lists of new requests would be full of it."""
    if ago < 1 or not Case.objects.filter(number=number, state="logged").exists():
        return
    engine.perform(number, "accept", actor, {}, now=moment + timedelta(minutes=12))
    if ago > 3:
        answer = {
            "answer": "已向诉求人说明正在核查，结果会在线路和小区公示栏公布。",
            "satisfaction": "basically",
        }
        engine.perform(number, "direct_answer", actor, answer, now=moment + timedelta(minutes=25))


def _near(value: float | None, rng: random.Random) -> float | None:
    return None if value is None else round(value + rng.uniform(-0.0015, 0.0015), 6)
