"""An invented resident with requests, notices and a question, so that the front door has something to show."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Category
from chengyun.kernel import vault
from chengyun.org.access import system_actor
from chengyun.places.models import Area

from . import entering, moderation, raising, telling
from .models import Bulletin, Question, Raised, Shown
from .schemas import RequestIn

PHONES = ("13800000011", "13800000012")
STORIES = (
    ("梧桐路12号门口的路灯三天不亮了，老人晚上出门看不见台阶。", "梧桐路12号门口", "Q0505", 114.2121, 30.2812),
    ("小区北门垃圾桶满了两天没有人清，味道很大。", "梧桐里小区北门", "Q0105", 114.2190, 30.2865),
    ("想问一下社区食堂什么时候开，周末开不开？", "梧桐里社区", "", 114.2155, 30.2840),
)
BULLETINS: tuple[tuple[str, str, str, list[str], str], ...] = (
    (Bulletin.ALERT, "梧桐路今晚停水", "检修，今晚 22:00 至明早 6:00 停水，请储水。", ["429999001"], "027-00000002"),
    (Bulletin.NOTICE, "周六上午便民服务", "本周六 9:00–11:30 社区广场量血压、磨剪刀、修小家电。", ["429999001001"], ""),
    (Bulletin.NOTICE, "冬季用火用电提醒", "出门请关闭电热毯和烤火炉，电动车不要在楼道充电。", [], ""),
)  # fmt: skip


def fill() -> None:
    now = timezone.now()
    residents = [entering._of_phone(phone, vault.blind_index("phone", phone)) for phone in PHONES]
    home = Area.objects.filter(code="429999001001").first()
    for resident in residents:
        resident.home = home
        resident.home_mask = str(home or "")
        resident.save()
    rows = []
    for at, (text, address, code, lng, lat) in enumerate(STORIES):
        category = Category.objects.filter(code=code).values_list("id", flat=True).first()
        given = RequestIn(
            uuid=uuid.uuid5(uuid.NAMESPACE_URL, f"demo-{at}"), text=text, address=address, category_id=category,
            lng=lng, lat=lat, files=[], kind="inquiry" if not code else "complaint",
        )  # fmt: skip
        rows.append(raising.raise_(residents[at % 2], given, "", "")[0])
    _go_on(rows)
    for kind, title, words, areas, phone in BULLETINS:
        Bulletin.objects.create(
            kind=kind, title=title, text=words, area_codes=areas, phone=phone, state=Bulletin.PUBLISHED,
            until=now + timedelta(days=14), written_by_name="演示", written_at=now, published_at=now,
            published_by_name="演示", told_at=now,
        )  # fmt: skip
    telling.expand()


def _go_on(rows: list[Raised]) -> None:
    """The first is accepted and may be read by neighbours, the second is asked about, the third answered."""
    centre = system_actor("演示中心")
    engine.perform(rows[0].case.number, "accept", centre)
    moderation.decide(centre, rows[0].case.number, Shown.OPEN, "路灯多日不亮", "演示")
    engine.perform(rows[1].case.number, "accept", centre)
    question = Question.objects.create(
        raised=rows[1], text="是分类垃圾桶还是大件垃圾点？", asked_at=timezone.now(), asked_by_name="演示派单员"
    )
    telling.tell_question(question)
    engine.perform(rows[2].case.number, "direct_answer", centre, {"answer": "每天 11:00–13:00 开放，周末照常。"})
