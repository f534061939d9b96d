"""The search box as people type into it, and the look for near-identical cases while a request is written."""

from __future__ import annotations

import random

from chengyun.cases.models import Case

from . import texts
from .history import KNOWN
from .scenarios import Ask, Office

WORDS = ("路灯", "井盖", "噪声", "水压", "电梯", "东门")
PHRASES = ("路灯连续多晚不亮", "井盖破损 学校门口", "公交站台 施工噪声", "虚构12号", "小区停水")
RARE = ("健身器材 天桥下方 虚构7号", "喷泉漏电", "虚构77号便民驿站宽带资费")
SOUNDS = ("ludeng", "ld", "csgl", "jiedao")


def asks(office: Office) -> dict[str, list[Ask]]:
    """What is typed, by what it is, as centre staff and as staff of several units."""
    rng, centre, units = random.Random(11), office.people.centre, [office.people.of(u) for u in office.acting[:6]]
    numbers = list(Case.objects.order_by("-id").values_list("number", flat=True)[:2000:100])
    known = {
        "two characters": WORDS, "phrases": PHRASES, "rare words": RARE, "pinyin, initials": SOUNDS,
        "whole numbers": numbers, "ends of numbers": [number[-6:] for number in numbers],
        "a day": [numbers[0].split("-")[1]], "one character": ("灯", "水"),
        "while typing": [w[: n + 1] for w in ("路灯不亮", "井盖松动") for n in range(4)],
    }  # fmt: skip
    found = {f"centre: {name}": [_box(words, centre[0]) for words in some] for name, some in known.items()}
    for name in ("two characters", "phrases", "rare words", "ends of numbers"):
        found[f"unit: {name}"] = [_box(words, unit) for words in known[name][:6] for unit in units]
    phones = [f"139{rng.randrange(KNOWN):08d}" for _ in range(30)]
    found["centre: a caller's number"] = [_box(phone, centre[0]) for phone in phones]
    found["centre: a caller's name"] = [_box(f"虚构{rng.randrange(5000)}", centre[0]) for _ in range(30)]
    found["similar cases"] = similar(office, 40)
    return found


def similar(office: Office, count: int = 200) -> list[Ask]:
    """Requests as they are typed, with place, caller and category: all that is looked for at once."""
    rng = random.Random(12)
    return [_similar(office, rng) for _ in range(count)]


def _box(words: str, who: object) -> Ask:
    return Ask(who, "/api/v1/search", {"q": words, "limit": 6})  # type: ignore[arg-type]


def _similar(office: Office, rng: random.Random) -> Ask:
    _, _, lng, lat = rng.choice(office.world.grids)
    data = {
        "text": texts.text(rng), "phone": f"139{rng.randrange(KNOWN):08d}", "lng": lng, "lat": lat,
        "category_id": rng.choice(office.world.categories), "address": texts.address(rng),
    }  # fmt: skip
    return Ask(office.people.centre[0], "/api/v1/cases/similar", data)
