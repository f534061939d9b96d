"""Invented cases for the demo district: two weeks of work in all states, so that every list and figure has something.

Made through the engine like any other, with moments in the past; nothing here is a real request.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account, Unit
from chengyun.places.models import Place

from . import demo_repeats, demo_replies, engine
from .models import Case, Category

CASES = 140
DAYS = 12
SEED = 20261121
TEMPLATES = (
    "{place}附近{matter}，已经持续好几天，请尽快派人处理。",
    "居民反映{place}{matter}，影响大家出行，希望有关部门到现场看看。",
    "{place}门口{matter}，之前打过电话还没有解决，请再催一下。",
    "路过{place}发现{matter}，存在安全隐患，建议及时处置。",
    "想反映{place}旁边{matter}的问题，希望早日得到答复。",
)
CHANNELS = ("hotline_12345", "hotline_12345", "hotline_12345", "city_message_board", "district_head_line", "walk_in")
# Category code prefix → the unit that usually handles it (domain.md E).
HANDLERS = {
    "Q01": "D-CGJ", "Q02": "D-ZJJ", "Q03": "D-HBJ", "Q04": "D-JTD", "Q05": "D-CGJ", "Q06": "U-SW", "Q07": "D-JYJ",
    "Q08": "D-WJJ", "Q09": "D-RSJ", "Q10": "D-SCJ", "Q11": "D-GAJ", "Q12": "D-MZJ",
}  # fmt: skip


@dataclass
class _Day:
    """The people who act in the demo, and the moment it is."""

    rng: random.Random
    now: datetime
    clerk: Actor
    unit_ids: dict[str, int]

    def later(self, low: float, high: float) -> datetime:
        """Some working hours on; never beyond the present."""
        step = timedelta(hours=self.rng.uniform(low, high))
        moment = worktime.next_working_moment(self.now + step, calendar_for(None))
        self.now = moment + timedelta(minutes=self.rng.randrange(40))
        return self.now

    def soon(self, low: float, high: float) -> datetime:
        """Some minutes on, by day and night: the centre works around the clock."""
        self.now += timedelta(minutes=self.rng.uniform(low, high))
        return self.now

    def do(self, number: str, action: str, **data: object) -> bool:
        """Act at the moment it is; False when that still lies ahead of us."""
        if self.now >= timezone.now():
            return False
        engine.perform(number, action, self.clerk, data, now=self.now)
        return True


def fill(say: Callable[[str], None] = lambda text: None, count: int = CASES) -> int:
    """Make the demo cases unless there are cases already; how many were made."""
    if Case.objects.exists():
        return 0
    rng = random.Random(SEED)
    categories = list(Category.objects.filter(lifecycle="request", parent__isnull=False).order_by("code"))
    places = list(Place.objects.exclude(lng=None).order_by("code"))
    units = dict(Unit.objects.values_list("code", "id"))
    taker = Account.objects.filter(username="call_taker").first()
    actor = Actor(None, "演示数据", unit_id=taker.unit_id if taker else None, is_system=True)
    taker_actor = actor_for(taker) if taker else actor
    start = timezone.now() - timedelta(days=DAYS)
    moments = sorted(start + timedelta(seconds=rng.uniform(0, DAYS * 86_400)) for _ in range(count))
    for position, moment in enumerate(moments):
        day = _Day(rng, moment, actor, units)
        category = rng.choice(categories)
        registration = _request(rng, category, places, moment, position)
        number = engine.create(taker_actor if rng.random() < 0.5 else actor, registration, now=moment).case.number
        try:
            _handle(day, number, HANDLERS.get(category.code[:3], "D-CGJ"))
        except Problem as problem:
            say(f"{number}: {problem}")
    if places and "U-SW" in units:
        demo_repeats.fill(actor, units)
    return count


def _request(
    rng: random.Random, category: Category, places: list[Place], moment: datetime, position: int
) -> engine.Registration:
    place = rng.choice(places)
    text = rng.choice(TEMPLATES).format(place=place.name, matter=category.name)
    kind = rng.choices(("complaint", "help", "inquiry", "suggestion"), (50, 25, 15, 10))[0]
    return engine.Registration(
        kind=kind, text=text, channel=rng.choice(CHANNELS), category_id=category.pk,
        title=f"{place.name}{category.name}", address=place.address, lng=place.lng, lat=place.lat, crs="wgs84",
        requester={"name": f"演示诉求人{position % 40}", "phone": f"1390000{position % 60:04d}"},
        flags=["sensitive"] if rng.random() < 0.03 else [], received_at=moment, occurred_at=moment,
        facts={"demo": True},
    )  # fmt: skip


def _handle(day: _Day, number: str, handler: str) -> None:
    chance = day.rng.random()
    if timezone.now() - day.now > timedelta(days=3) and day.rng.random() < 0.9:
        chance = max(chance, 0.35)  # what is older is mostly done
    day.soon(5, 80)
    if chance < 0.04 or not day.do(number, "accept"):
        return
    if chance < 0.09:
        day.do(number, "direct_answer", answer="已当场解释办理渠道和所需材料。", satisfaction="satisfied")
        return
    day.soon(5, 60)
    unit = day.unit_ids.get(handler) or day.unit_ids["D-CGJ"]
    if chance < 0.1 or not day.do(number, "dispatch", unit_id=unit, note="请按职责办理并及时联系诉求人。"):
        return
    day.later(0.3, 3)
    if chance < 0.12:
        return
    if chance < 0.15:
        day.do(number, "return", reason="not_enough_information", explanation="没有写明具体位置，无法到现场。")
        return
    if not day.do(number, "acknowledge"):
        return
    day.later(0.5, 4)
    if not day.do(number, "contact", what="电话联系诉求人，了解具体情况。"):
        return
    _answer(day, number, chance, contacted=day.now)


def _answer(day: _Day, number: str, chance: float, contacted: datetime) -> None:
    day.later(4, 30)
    if chance < 0.2:
        day.do(number, "handle", measures="已安排人员到现场查看，正在准备材料。")
        return
    if chance < 0.23:
        day.do(number, "request_extension", amount="1", reason="配件需要采购，已说明情况。", told_requester=True)
        return
    outcome = day.rng.choices(("solved", "explained"), (85, 15))[0]
    reason = {"outcome_reason": "已向诉求人说明政策依据。"} if outcome == "explained" else {}
    text = demo_replies.written(number, Case.objects.get(number=number).title, contacted, day.now)
    if not day.do(number, "reply", reply=text, outcome=outcome, **reason):
        return
    day.later(0.5, 4)
    if chance < 0.27 or not day.do(number, "review"):
        return
    day.later(0.5, 4)
    if chance < 0.32:
        return
    satisfied = day.rng.choices(("satisfied", "basically", "dissatisfied"), (75, 18, 7))[0]
    reasons = ["slow"] if satisfied == "dissatisfied" else []
    solved = "no" if reasons else "yes"
    if day.do(number, "callback", solved=solved, satisfaction=satisfied, reasons=reasons, unit_contacted=True):
        day.later(0.1, 1)
        if day.do(number, "close") and chance > 0.6:
            day.later(1, 4)
            day.do(number, "rate", by="callback", satisfaction=satisfied)
