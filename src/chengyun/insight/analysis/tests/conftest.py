import pytest
from django.test import Client

from chengyun.cases.models import Category
from chengyun.cases.tests.clock import clock
from chengyun.cases.tests.world import World, build
from chengyun.insight import reading
from chengyun.kernel import revision
from chengyun.org.auth import BACKEND
from chengyun.places.models import Area

__all__ = ["clock", "world"]


@pytest.fixture
def world(db) -> World:
    return build()


@pytest.fixture
def busy(world):
    """Cases in several categories, places and moments, read; some without category, area or point."""
    noise = Category.objects.create(code="noise", name="噪音", source="测试")
    late = Category.objects.create(code="late", name="夜间施工", parent=noise, source="测试")
    revision.bump("catalogue")
    areas = {}
    for code, name, level, above in (
        ("S1", "梧桐街道", "subdistrict", None), ("S2", "白鹭街道", "subdistrict", None),
        ("C1", "梧桐里社区", "community", "S1"), ("C2", "书香苑社区", "community", "S1"),
    ):  # fmt: skip
        areas[code] = Area.objects.create(code=code, name=name, level=level, parent=areas.get(above), source="测试")
    revision.bump("places")
    light = world.categories["light"]
    for number in range(4):
        world.dispatched(
            "lights", text=f"梧桐路的路灯不亮，第 {number} 盏，联系人张建国", area_id=areas["C1"].pk,
            lng=114.2 + number / 500, lat=30.3, crs="wgs84", category_id=light.pk,
        )  # fmt: skip
    for number in range(5):
        world.request(
            text=f"工地夜间施工吵得睡不着，噪声很大 {number}", area_id=areas["C2"].pk, category_id=late.pk,
            lng=114.25, lat=30.32 + number / 300, crs="wgs84",
        )  # fmt: skip
    world.request(text="工地噪声", area_id=areas["S2"].pk, category_id=noise.pk)
    world.request(text="路灯晃眼，噪声也大", category_id=None)
    reading.read()
    return world


@pytest.fixture
def desk(world):
    def log_in(name: str) -> Client:
        client = Client()
        client.force_login(world.accounts[name], BACKEND)
        return client

    return log_in
