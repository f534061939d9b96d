"""Which files of a district profile this room reads: numbers, limits of call-ups, points and plans."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(480, "patrol_points.csv", "patrol_points")
register_kind(481, "patrol_plans.csv", "patrol_plans")
register_kind(482, "field_rules.toml", "field_rules", whole=True)
register_kind(483, "call_limits.toml", "call_limits", whole=True)
