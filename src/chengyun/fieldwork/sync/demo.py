"""Invented tasks for the grid worker of the demo district, so that a phone has something to do."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from chengyun.cases import engine
from chengyun.cases.models import Assignment, Category
from chengyun.org.access import system_actor
from chengyun.org.models import Unit
from chengyun.places.models import AreaGeometry

COMMUNITY = "429999001001"
TOLD = (
    ("S0102", "梧桐里菜场后门垃圾堆放，演示", "梧桐里菜场后门", "normal", 0.3, 0.4),
    ("S0105", "梧桐里 3 栋门前积水，演示", "梧桐里 3 栋门前", "urgent", 0.6, 0.5),
    ("S0107", "小游园绿地踩踏、有垃圾，演示", "梧桐里小游园", "normal", 0.5, 0.7),
    ("S0101", "楼顶私搭棚子，演示", "梧桐里 7 栋", "normal", 0.7, 0.3),
)


def fill() -> int:
    """How many tasks were made; none where the community has some, or where this is not the demo district."""
    unit = Unit.objects.filter(code=COMMUNITY).first()
    if unit is None or Assignment.objects.filter(unit=unit, state__in=Assignment.OPEN).exists():
        return 0
    outline = AreaGeometry.objects.filter(area__code=COMMUNITY).first()
    west, south, east, north = outline.bbox if outline else (114.3, 30.6, 114.31, 30.61)
    categories = dict(Category.objects.filter(code__in=[row[0] for row in TOLD]).values_list("code", "id"))
    actor, now, made = system_actor("演示数据"), timezone.now(), 0
    for hours, (code, text, address, urgency, x, y) in enumerate(TOLD, start=1):
        if code not in categories:
            continue
        registration = engine.Registration(
            kind="event", text=text, channel="video_patrol", lifecycle="urban_event", category_id=categories[code],
            lng=west + (east - west) * x, lat=south + (north - south) * y, crs="wgs84", address=address,
            urgency=urgency, occurred_at=now - timedelta(hours=hours),
        )  # fmt: skip
        note = "请先到现场看，处理后拍照"
        engine.create(actor, registration, [("open_case", {}), ("dispatch", {"unit_id": unit.pk, "note": note})])
        made += 1
    return made
