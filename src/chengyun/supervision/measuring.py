"""What supervision can be measured by: completion, answers in time, cards, samples passed, programmes finished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.measures import COUNT, Measure, Narrowed, Period, Reading, rate, register
from chengyun.cases.measures import count as counted

from .models import Card, OrderPart, Programme, SampleItem
from .words import DONE, FINISHED, PASS, RED, STOPPED, YELLOW

COMPLETION, ON_TIME, YELLOWS, REDS, SAMPLES, PROGRAMMES = (
    "supervision_completion_rate", "supervision_on_time_reply_rate", "supervision_yellow_cards",
    "supervision_red_cards", "quality_sample_pass_rate", "programme_completion_rate",
)  # fmt: skip
Found = Mapping[str, Mapping[str, Reading]]


def read(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> Found:
    """(measures, period, narrowed, divided by unit or not) → key → measure → reading."""
    start, end = _moments(period)
    units = _units(narrowed)
    if narrowed.area or narrowed.channel or narrowed.category:
        return {"": dict.fromkeys(codes, Reading(missing="督办只能按单位看，不能按区域、渠道、类别"))}
    result: dict[str, dict[str, Reading]] = {}
    for code in codes:
        for key, reading in _READERS[code](code, start, end, units, by, narrowed).items():
            result.setdefault(key, {})[code] = reading
    return result


def _moments(period: Period) -> tuple[datetime, datetime]:
    zone = timezone.get_default_timezone()
    return datetime.combine(period.first, time(), zone), datetime.combine(period.end, time(), zone)


def _units(narrowed: Narrowed) -> list[int] | None:
    if not narrowed.unit:
        return None
    codes, known = set(narrowed.unit.split(",")), catalogue.current().units
    roots = {row.id for row in known.values() if row.code in codes}
    return [row.id for row in known.values() if roots & {row.id, *row.ancestors}]


def _grouped(found: Any, column: str, by: str, **wanted: Count) -> dict[str, dict[str, Any]]:
    """Counts by unit code, or under "" when not divided."""
    if not by:
        return {"": found.aggregate(**wanted)}
    known = catalogue.current().units
    rows = found.order_by().values(column).annotate(**wanted)
    return {known[row[column]].code: row for row in rows if row[column] in known}


def _page(key: str, narrowed: Narrowed, **query: Any) -> dict[str, Any]:
    unit = key or (narrowed.unit if "," not in narrowed.unit else "")
    return {"page": "supervision", **query, **({"unit": unit} if unit else {})}


def _parts(
    code: str, start: datetime, end: datetime, units: list[int] | None, by: str, narrowed: Narrowed
) -> dict[str, Reading]:
    """Answers due in the period (first limit) and by now; what was withdrawn is left out."""
    until = min(end, timezone.now())
    found = OrderPart.objects.filter(first_due_at__gte=start, first_due_at__lt=until).exclude(state="withdrawn")
    if units is not None:
        found = found.filter(to_id__in=units)
    done = Q(state=DONE) if code == COMPLETION else Q(first_replied_at__lte=F("first_due_at"))
    if code == ON_TIME:
        found = found.filter(order__reply_required=True)
    rows = _grouped(found, "to_id", by, n=Count("pk", filter=done), d=Count("pk"))
    span = {"state": "all", "due_from": start.isoformat(), "due_to": until.isoformat()}
    good = "done" if code == COMPLETION else "on_time"
    every = "required" if code == ON_TIME else ""
    return {
        key: rate(row["n"], row["d"], opened={
            "numerator": _page(key, narrowed, **span, part=good),
            "denominator": _page(key, narrowed, **span, part=every),
            "value": _page(key, narrowed, **span, part=every),
        })
        for key, row in rows.items()
    }  # fmt: skip


def _cards(
    code: str, start: datetime, end: datetime, units: list[int] | None, by: str, narrowed: Narrowed
) -> dict[str, Reading]:
    colour = YELLOW if code == YELLOWS else RED
    found = Card.objects.filter(at__gte=start, at__lt=end, colour=colour, withdrawn_at__isnull=True)
    if units is not None:
        found = found.filter(to_id__in=units)
    rows = _grouped(found, "to_id", by, n=Count("pk"))
    span = {"state": "all", "card": colour, "card_from": start.isoformat(), "card_to": end.isoformat()}
    return {key: counted(row["n"], _page(key, narrowed, **span)) for key, row in rows.items()}


def _samples(
    code: str, start: datetime, end: datetime, units: list[int] | None, by: str, narrowed: Narrowed
) -> dict[str, Reading]:
    found = SampleItem.objects.filter(decided_at__gte=start, decided_at__lt=end)
    if units is not None:
        found = found.filter(unit_id__in=units)
    if not found.exists() and not by:
        return {"": Reading(missing="本期还没有评查出结果的抽查样本")}
    rows = _grouped(found, "unit_id", by, n=Count("pk", filter=Q(result=PASS)), d=Count("pk"))
    first, last = timezone.localtime(start).date(), timezone.localtime(end).date()
    return {
        key: rate(row["n"], row["d"], opened={
            "numerator": {"gathered": f"sampled:pass:{first}:{last}:{key}"},
            "denominator": {"gathered": f"sampled:all:{first}:{last}:{key}"},
            "value": {"gathered": f"sampled:all:{first}:{last}:{key}"},
        })
        for key, row in rows.items()
    }  # fmt: skip


def _programmes(
    code: str, start: datetime, end: datetime, units: list[int] | None, by: str, narrowed: Narrowed
) -> dict[str, Reading]:
    """Programmes whose last day is in the period and past, or that are finished already."""
    first, last = timezone.localtime(start).date(), timezone.localtime(end).date()
    found = Programme.objects.filter(ends__gte=first, ends__lt=last).exclude(state=STOPPED)
    found = found.filter(Q(state=FINISHED) | Q(ends__lt=timezone.localdate()))
    if units is not None:
        found = found.filter(Q(lead_id__in=units) | Q(units__unit_id__in=units)).distinct()
    if by:
        return {}
    said = found.aggregate(
        n=Count("pk", filter=Q(state=FINISHED, finished_on__lte=F("ends")), distinct=True),
        d=Count("pk", distinct=True),
    )
    if not said["d"]:
        return {"": Reading(missing="本期没有到期的重点专项", numerator=Decimal(0), denominator=Decimal(0))}
    page = {"page": "supervision-programmes", "state": "all"}
    return {"": rate(said["n"], said["d"], opened={"numerator": page, "denominator": page, "value": page})}


_READERS = {
    COMPLETION: _parts, ON_TIME: _parts, YELLOWS: _cards, REDS: _cards, SAMPLES: _samples, PROGRAMMES: _programmes,
}  # fmt: skip
BY_UNIT = ("unit",)


def register_all() -> None:
    register(
        Measure(
            COMPLETION, "督办完成率", "Supervision completed", read, divides=BY_UNIT,
            rule="验收完成的单位答复 ÷ 期内到期的单位答复（按首次期限；撤销的不计）", source="S0; B3",
        ),
        Measure(
            ON_TIME, "督办按期答复率", "Supervision answered on time", read, divides=BY_UNIT,
            rule="首次期限内答复的 ÷ 期内到期、须书面答复的（撤销的不计）", source="B3",
        ),
        Measure(
            YELLOWS, "黄牌数", "Yellow cards", read, unit="张", kind=COUNT, divides=BY_UNIT,
            rule="期内出示、未撤销的黄牌", source="B3",
        ),
        Measure(
            REDS, "红牌数", "Red cards", read, unit="张", kind=COUNT, divides=BY_UNIT,
            rule="期内出示、未撤销的红牌", source="B3",
        ),
        Measure(
            SAMPLES, "质量抽查合格率", "Quality samples passed", read, divides=BY_UNIT,
            rule="评查合格的 ÷ 期内定出结果的抽查样本", source="S0 办理质量抽查",
        ),
        Measure(
            PROGRAMMES, "重点专项督办完成率", "Special programmes completed", read, divides=(),
            rule="按期完成的 ÷ 期内到期的重点专项（终止的不计）", source="S0 A3",
        ),
    )  # fmt: skip
