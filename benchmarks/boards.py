"""The board as leaders, subdistricts and departments look at it: every period, narrowed and not."""

from __future__ import annotations

from .scenarios import Ask, Office

PERIODS = ("today", "month", "quarter", "year")
EVERYTHING = "period=days&start=2023-01-15&end=2026-11-20"


def asks(office: Office) -> dict[str, list[Ask]]:
    """By name; the unit is the one with most cases."""
    world, centre = office.world, office.people.centre
    largest = office.people.of(world.handlers[0])
    some = world.categories[:: max(1, len(world.categories) // 6)][:6]
    found = {
        f"board: centre, {period}": [Ask(who, f"/api/v1/board?period={period}") for who in centre] for period in PERIODS
    }
    found |= {f"board: unit, {period}": [Ask(largest, f"/api/v1/board?period={period}")] for period in PERIODS}
    narrowed = {
        "channel": ["channel=phone"], "subdistrict": [f"area={code}" for code in world.subdistrict_codes[:6]],
        "unit": [f"unit={world.unit_codes[world.handlers[0]]}"],
        "category": [f"category={world.category_codes[one]}" for one in some],
    }  # fmt: skip
    for name, queries in narrowed.items():
        found[f"board: one {name}, year"] = [Ask(centre[0], f"/api/v1/board?period=year&{query}") for query in queries]
    found["board: centre, four years"] = [Ask(centre[0], f"/api/v1/board?{EVERYTHING}")]
    return found
