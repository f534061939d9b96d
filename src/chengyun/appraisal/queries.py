"""Reads of what people entered: records, ledger, exclusions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from chengyun.cases import access
from chengyun.cases.filters import split
from chengyun.cases.measured import moment
from chengyun.org.access import Actor

from . import library
from .models import Beat, Exclusion, FedRecord, Outage
from .reliability import GAP, PARTS
from .words import OUTAGES, REASONS, SYSTEMS

MOST = 300


def _iso(value: datetime | None) -> str | None:
    return timezone.localtime(value).isoformat(timespec="seconds") if value is not None else None


def records(indicator: str, year: int | None) -> dict[str, Any]:
    rows = FedRecord.objects.all()
    if indicator:
        rows = rows.filter(indicator=indicator)
    if year is not None:
        rows = rows.filter(first__year=year)
    here = library.current().indicators
    return {
        "items": [record_out(row) for row in rows[:MOST]],
        "fed": [
            {"code": code, "name": one.row.name, "name_en": one.row.name_en, "kind": one.row.kind,
             "unit": one.row.unit, "rule": one.row.rule, "combine": one.row.combine}
            for code, one in here.items() if one.row.reads in ("records", "measure")
        ],
    }  # fmt: skip


def record_out(row: FedRecord) -> dict[str, Any]:
    definition = library.current().indicators.get(row.indicator)
    return {
        "id": row.pk, "indicator": row.indicator, "name": definition.row.name if definition else row.indicator,
        "first": row.first.isoformat(), "last": row.last.isoformat(), "numerator": library.number(row.numerator),
        "denominator": library.number(row.denominator), "text": row.text, "note": row.note, "files": row.files,
        "made_at": _iso(row.made_at), "made_by": row.made_by, "withdrawn_at": _iso(row.withdrawn_at),
        "withdrawn_by": row.withdrawn_by, "withdrawn_note": row.withdrawn_note,
    }  # fmt: skip


def outages(kind: str, system: str, first: date | None, last: date | None) -> dict[str, Any]:
    rows = Outage.objects.all()
    if split(kind):
        rows = rows.filter(kind__in=split(kind))
    if split(system):
        rows = rows.filter(system__in=split(system))
    if first is not None:
        rows = rows.filter(started_at__gte=moment(first))
    if last is not None:
        rows = rows.filter(started_at__lt=moment(last + timedelta(days=1)))
    now = timezone.now()
    return {
        "items": [outage_out(row) for row in rows[:MOST]],
        "beats": [
            {"part": row.part, "name": PARTS.get(row.part, row.part), "at": _iso(row.at), "since": _iso(row.since),
             "alive": now - row.at <= GAP}
            for row in Beat.objects.order_by("part")
        ],
        "kinds": [{"code": code, "name": name} for code, name in OUTAGES.items()],
        "systems": [{"code": code, "name": name} for code, name in SYSTEMS.items()],
    }  # fmt: skip


def outage_out(row: Outage) -> dict[str, Any]:
    minutes = int((row.ended_at - row.started_at).total_seconds() // 60) if row.ended_at is not None else None
    return {
        "id": row.pk, "kind": row.kind, "kind_name": OUTAGES.get(row.kind, row.kind), "system": row.system,
        "system_name": SYSTEMS.get(row.system, row.system), "title": row.title, "note": row.note,
        "started_at": _iso(row.started_at), "ended_at": _iso(row.ended_at), "minutes": minutes,
        "found_by": row.found_by, "done": row.done, "stopped": row.stopped, "files": row.files, "steps": row.steps,
        "version": row.version, "withdrawn": row.withdrawn_at is not None,
    }  # fmt: skip


def exclusions(actor: Actor) -> dict[str, Any]:
    """Of cases that this person may see."""
    rows = Exclusion.objects.select_related("case")
    if not access.sees_everything(actor):
        rows = rows.filter(case__in=access.visible_to(actor))
    return {
        "items": [exclusion_out(row) for row in rows[:MOST]],
        "reasons": [{"code": code, "name": name} for code, name in REASONS.items()],
    }


def exclusion_out(row: Exclusion) -> dict[str, Any]:
    return {
        "id": row.pk, "number": row.case.number, "title": row.case.title, "reason": row.reason,
        "reason_name": REASONS.get(row.reason, row.reason), "note": row.note, "files": row.files,
        "made_at": _iso(row.made_at), "made_by": row.made_by, "withdrawn_at": _iso(row.withdrawn_at),
        "withdrawn_by": row.withdrawn_by, "withdrawn_note": row.withdrawn_note,
    }  # fmt: skip
