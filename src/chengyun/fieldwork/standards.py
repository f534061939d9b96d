"""The numbers of the district and its points, plans and limits of call-ups, read once for each change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chengyun.kernel import revision
from chengyun.org.models import valid_on

from .models import CallLimit, FieldRule, PatrolPlan, PatrolPoint
from .rules import Bounds

TOPIC = "fieldwork"
DEFAULTS: dict[str, float] = {
    "sample_seconds": 10, "batch_seconds": 45, "batch_most": 200, "gap_minutes": 3, "accuracy_metres": 100,
    "speed_kmh": 120, "skew_seconds": 120, "radius_metres": 30, "track_months": 24, "end_after_hours": 14,
    "covered_minutes": 5, "weight_days": 30, "weight_points": 30, "weight_time": 20, "weight_gaps": 10,
    "weight_found": 10, "wanted_days": 20, "wanted_hours": 40, "wanted_found": 10,
    "call_near_metres": 300, "usage_sms": 30, "usage_minutes": 500, "usage_connected": 95, "usage_normal": 100,
    "usage_cost": 52, "survey_satisfied": 4,
}  # fmt: skip
"""What holds where the table says nothing."""


@dataclass(frozen=True)
class Standards:
    values: dict[str, float]
    points: dict[str, PatrolPoint]
    plans: tuple[PatrolPlan, ...]
    limits: tuple[CallLimit, ...]

    def __getitem__(self, code: str) -> float:
        return self.values.get(code, DEFAULTS[code])

    @property
    def bounds(self) -> Bounds:
        return Bounds(self["gap_minutes"] * 60, self["accuracy_metres"], self["speed_kmh"] / 3.6, self["skew_seconds"])

    def plans_of(self, username: str) -> list[PatrolPlan]:
        return [plan for plan in self.plans if plan.username == username]

    def points_of(self, plan: PatrolPlan) -> list[PatrolPoint]:
        """Its own points, or all of its grid when it names none."""
        if plan.points:
            return [self.points[code] for code in plan.points if code in self.points]
        return [point for point in self.points.values() if point.area_code == plan.area_code]

    def limit(self, urgency: str) -> CallLimit | None:
        return next((limit for limit in self.limits if limit.urgency == urgency), None)


def _read(today: date) -> Standards:
    return Standards(
        dict(FieldRule.objects.values_list("code", "value")),
        {point.code: point for point in PatrolPoint.objects.filter(valid_on(today)).order_by("code")},
        tuple(PatrolPlan.objects.filter(valid_on(today)).order_by("code")),
        tuple(CallLimit.objects.filter(valid_on(today)).order_by("code")),
    )


current = revision.Kept(TOPIC, _read)
forget = current.forget
