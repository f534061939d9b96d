"""Closing a month: sheets, schemes and the facts of every case are frozen and chained; then the circular is issued.

What is changed later, weights, cases or units, does not reach a closed month: it is never computed again, and can be
checked against what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel import chain, revision
from chengyun.kernel.months import next_month
from chengyun.kernel.problems import Problem
from chengyun.kernel.sm import sm3
from chengyun.org.access import Actor

from . import computing, rules, scheme, telling
from .models import Appeal, FrozenFact, ScoreMonth, ScoreSheet
from .rules import Fact

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('appraisal.scoring'))"


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)


def hold_open(month: date) -> None:
    """The month stays open until this transaction ends. Problem 409 when it is closed, or has not begun."""
    _one_at_a_time()
    if month > timezone.localdate():
        raise Problem(409, "not_begun", "这个月还没有开始", "请选择本月或以前的月份。")
    if ScoreMonth.objects.filter(month=month).exists():
        raise Problem(409, "month_closed", "已经关账", f"{month:%Y-%m} 的考核已关账签名，不能再改。")


@transaction.atomic
def close(actor: Actor, month: date) -> ScoreMonth:
    """Freeze a month that is over. Problem 409 while it runs, while appeals wait, or when nothing is assessed."""
    hold_open(month)
    if next_month(month) > timezone.localdate():
        raise Problem(409, "month_running", "这个月还没有结束", "月份结束后才能关账。")
    waiting = Appeal.objects.filter(month=month, state=Appeal.PENDING).count()
    if waiting:
        raise Problem(409, "appeals_waiting", "还有申诉没有裁定", f"{waiting} 条申诉待裁定，请先裁定再关账。")
    results = [computing.compute(values, month, keep_facts=True) for values in computing.schemes_of(month)]
    if not results:
        raise Problem(409, "no_scheme", "没有考核方案", "这个月没有启用的考核方案，请先试算并启用。")
    sheets, rows = _rows(results)
    schemes = [dict(one.values) for one in results]
    last = ScoreMonth.objects.order_by("-id").first()
    previous = bytes(last.hash) if last else chain.GENESIS
    body = sealed_body(month, schemes, sheets, rows)
    made = ScoreMonth.objects.create(
        month=month, schemes=schemes, closed_at=timezone.now(), closed_by_id=actor.account_id,
        closed_by=actor.name[:80], previous=previous, hash=chain.event_hash(previous, body),
    )  # fmt: skip
    ScoreSheet.objects.bulk_create([ScoreSheet(month=made, **one) for one in sheets])
    FrozenFact.objects.bulk_create(
        [
            FrozenFact(
                month=made, unit_id=unit, case_id=fact.case, marks=sorted(fact.marks), flags=sorted(fact.flags),
                channel=fact.channel, kind=fact.kind, outcome=fact.outcome,
            )
            for unit, fact in rows
        ],
        batch_size=2000,
    )  # fmt: skip
    revision.bump(computing.TOPIC)
    return made


def _rows(results: Iterable[computing.Result]) -> tuple[list[dict[str, Any]], list[tuple[int, Fact]]]:
    sheets: list[dict[str, Any]] = []
    rows: list[tuple[int, Fact]] = []
    for result in results:
        for at, placed in enumerate(result.placed):
            unit = int(placed.key)
            evidence = result.evidence[unit]
            body = {**computing.told(result.sheets[unit]), "order": at, "evidence": computing.frozen(evidence)}
            sheets.append({
                "unit_id": unit, "scheme": result.scheme.code, "total": placed.total, "rank": placed.rank, "body": body,
            })  # fmt: skip
            rows += [(unit, fact) for fact in evidence.facts]
    sheets.sort(key=lambda one: one["unit_id"])
    rows.sort(key=lambda row: (row[0], row[1].case))
    return sheets, rows


def sealed_body(
    month: date, schemes: list[dict[str, Any]], sheets: Iterable[dict[str, Any]], rows: Iterable[tuple[int, Fact]]
) -> dict[str, Any]:
    """What the hash of a month covers."""
    told = [
        [unit, fact.case, sorted(fact.marks), sorted(fact.flags), fact.channel, fact.kind, fact.outcome]
        for unit, fact in rows
    ]
    return {
        "month": month.isoformat(), "schemes": schemes, "facts": sm3(chain.canonical_json(told)).hex(),
        "sheets": [
            [one["unit_id"], one["scheme"], _text(one["total"]), one["rank"], one["body"]] for one in sheets
        ],
    }  # fmt: skip


def _text(total: Decimal | None) -> str | None:
    return None if total is None else str(total)


def verify(closed: ScoreMonth) -> list[str]:
    """What is wrong with a closed month: its seal, its place in the chain, or points that its cases do not give."""
    found: list[str] = []
    columns = ("unit_id", "scheme", "total", "rank", "body")
    sheets = [dict(zip(columns, row, strict=True)) for row in closed.sheets.order_by("unit_id").values_list(*columns)]
    units = list(
        FrozenFact.objects.filter(month=closed).order_by("unit_id", "case_id").values_list("unit_id", flat=True)
    )
    rows = list(zip(units, computing.frozen_facts(closed), strict=True))
    body = sealed_body(closed.month, closed.schemes, sheets, rows)
    if chain.event_hash(bytes(closed.previous), body) != bytes(closed.hash):
        found.append("签名对不上")
    before = ScoreMonth.objects.filter(pk__lt=closed.pk).order_by("-id").first()
    if bytes(closed.previous) != (bytes(before.hash) if before else chain.GENESIS):
        found.append("前后月份接不上")
    schemes = {one["code"]: scheme.read(one) for one in closed.schemes}
    by_unit: dict[int, list[Fact]] = {}
    for unit, fact in rows:
        by_unit.setdefault(unit, []).append(fact)
    for one in sheets:
        evidence = computing.thawed(one["body"]["evidence"], by_unit.get(one["unit_id"], []))
        again = rules.sheet(schemes[one["scheme"]], evidence)
        if computing.decimal_of(again.total) != one["total"]:
            found.append("分数和案件对不上")
            break
    return found


@transaction.atomic
def publish(actor: Actor, month: date, circular: str, note: str) -> ScoreMonth:
    """Issue the circular: from now on every unit sees the whole ranking."""
    _one_at_a_time()
    row = ScoreMonth.objects.select_for_update().filter(month=month).first()
    if row is None:
        raise Problem(409, "not_closed", "还没有关账", "关账以后才能发布通报。")
    if row.published_at is not None:
        raise Problem(409, "published", "已经发布", f"{row.circular} 已由{row.published_by}发布。")
    if ScoreMonth.objects.filter(circular=circular).exists():
        raise Problem(409, "exists", "文号已用过", f"“{circular}”已用于另一个月，请换一个文号。")
    row.published_at, row.published_by = timezone.now(), actor.name[:80]
    row.circular, row.note = circular, note
    row.save(update_fields=["published_at", "published_by", "circular", "note"])
    telling.published(row)
    revision.bump(computing.TOPIC)
    return row
