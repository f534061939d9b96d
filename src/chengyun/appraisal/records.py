"""What is fed to indicators by hand or file, with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.cases import measures
from chengyun.cases.measures import Period, Reading
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import counting, evidence, library
from .models import FedRecord, Indicator

NOTHING = "还没有填报"
Sound = tuple[Indicator, Decimal | None, Decimal | None]


def read(rows: Sequence[Indicator], period: Period, by: str) -> dict[str, dict[str, Reading]]:
    """A record counts in the period in which its first day lies."""
    if by not in ("", "month"):
        return {}
    found: dict[str, dict[str, list[FedRecord]]] = {}
    fed = FedRecord.objects.filter(
        indicator__in=[row.code for row in rows], first__gte=period.first, first__lt=period.end, withdrawn_at=None
    ).order_by("first", "id")
    for one in fed:
        key = f"{one.first:%Y-%m}" if by else ""
        found.setdefault(key, {}).setdefault(one.indicator, []).append(one)
    if not by:
        found.setdefault("", {})
    return {
        key: {
            row.code: reading_of(row, line.get(row.code, []), counting.within(period, by, key))
            for row in rows if not by or row.code in line
        }
        for key, line in found.items()
    }  # fmt: skip


def reading_of(row: Indicator, fed: Sequence[FedRecord], period: Period) -> Reading:
    last = date.fromordinal(period.end.toordinal() - 1)
    opened = {"value": {"page": "records", "indicator": row.code, "from": str(period.first), "to": str(last)}}
    if not fed:
        return Reading(missing=NOTHING, opened=opened)
    text = fed[-1].text
    numbers = [one for one in fed if one.numerator is not None]
    if row.kind == "text" or not numbers:
        return Reading(text=text, opened=opened)
    over, under = _combined(row.combine, numbers)
    if row.kind == "rate":
        return measures.rate(over, under, opened=opened, text=text)
    if row.kind == "average" and under:
        return measures.per(over, under, opened=opened, text=text)
    value = Decimal(library.number(over) or 0)
    return Reading(value, value, None, opened, text=text)


def _combined(how: str, fed: Sequence[FedRecord]) -> tuple[Decimal, Decimal]:
    chosen = fed[-1:] if how == "last" else fed
    over = sum((one.numerator or Decimal(0) for one in chosen), Decimal(0))
    under = sum((one.denominator or Decimal(0) for one in chosen), Decimal(0))
    if how == "mean" and not under:
        return over / len(chosen), Decimal(0)
    return over, under


# --- writing ------------------------------------------------------------------------------------------------------
def fed_indicator(code: str) -> Indicator:
    """One that is fed. Problem 422 otherwise."""
    definition = library.current().indicators.get(code)
    if definition is None or definition.row.reads not in ("records", "measure"):
        raise _wrong("indicator", "这个指标不是填报的，它由平台计算。")
    return definition.row


def _exact(value: float | Decimal | None) -> Decimal | None:
    """As it was written, to four places."""
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.0001"))


def checked(given: Mapping[str, Any]) -> Sound:
    """(indicator, numerator, denominator) of a record. Problem 422 for what cannot be."""
    row = fed_indicator(given["indicator"])
    if given["last"] < given["first"]:
        raise _wrong("last", "结束日期不能早于开始日期。")
    if given["first"] > timezone.localdate():
        raise _wrong("first", "还没有到的日子不能填报。")
    over, under = _exact(given.get("numerator")), _exact(given.get("denominator"))
    if row.kind == "text":
        if not given["text"].strip():
            raise _wrong("text", "定性指标请写明情况。")
    elif over is None:
        raise _wrong("numerator", "请填数值。")
    if row.kind == "rate":
        if not under:
            raise _wrong("denominator", "比率请填分母（应到、应做的数量），大于 0。")
        if over is not None and over > under:
            raise _wrong("numerator", "分子不能大于分母。")
    return row, over, under


def entered(actor: Actor, given: Mapping[str, Any], sound: Sound, files: list[dict[str, str]]) -> FedRecord:
    """A new record, not yet saved; `sound` as checked() tells it, `files` as evidence.checked()."""
    row, over, under = sound
    return FedRecord(
        indicator=row.code, first=given["first"], last=given["last"], numerator=over, denominator=under,
        text=given["text"].strip(), note=given["note"].strip(), files=files, made_at=timezone.now(),
        made_by_id=actor.account_id, made_by=actor.name[:120],
    )  # fmt: skip


@transaction.atomic
def enter(actor: Actor, given: Mapping[str, Any]) -> FedRecord:
    """A new record. Problem 422 for what cannot be."""
    row = entered(actor, given, checked(given), evidence.checked(given["files"], actor))
    row.save()
    return row


@transaction.atomic
def withdraw(actor: Actor, record_id: int, why: str) -> FedRecord:
    """It no longer counts; it stays to be seen. Problem 404, 409 when it was withdrawn already."""
    row = FedRecord.objects.select_for_update().filter(pk=record_id).first()
    if row is None:
        raise Problem(404, "not_found", "没有这条填报", "它可能已不存在，请刷新页面。")
    if row.withdrawn_at is not None:
        raise Problem(409, "already_withdrawn", "已经撤回", f"{row.withdrawn_by} 已撤回这条填报。")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_note = timezone.now(), actor.name[:120], why
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_note"])
    return row


def _wrong(field: str, text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": field, "message": text}])
