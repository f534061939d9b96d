"""Reading scores: the ranking of a month, a unit's sheet, appeals, schemes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel.months import next_month
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import closing, computing, gathering, rating, reach, words
from .acting import REASONS
from .models import Appeal, Deduction, Rating, RatingSample, ScoreMonth, ScoreSheet
from .reach import APPEAL, CLOSE, MANAGE

MONTHS_TOLD = 24
MOST_APPEALS = 300


def this_month() -> date:
    return timezone.localdate().replace(day=1)


def given_month(text: str) -> date:
    """ "2026-10", or this month. Problem 422."""
    try:
        return gathering.month_of(text) if text else this_month()
    except ValueError:
        detail = "月份写成 2026-10。"
        raise Problem(422, "invalid", "月份有误", detail, errors=[{"field": "month", "message": detail}]) from None


# --- the ranking ------------------------------------------------------------------------------------------------------
def ranking(actor: Actor, month: date) -> dict[str, Any]:
    """Every group with its units, best first. Units see their own; all of it once the circular is issued."""
    closed = ScoreMonth.objects.filter(month=month).first()
    groups = _closed_groups(closed) if closed else _running_groups(month)
    everything = reach.sees_all(actor)
    whole = everything or bool(closed and closed.published_at)
    own = frozenset() if everything else reach.own_units(actor, "score.view")
    told = [_group(group, month, own, whole, everything) for group in groups]
    return {
        "month": f"{month:%Y-%m}", "state": _state(closed), "whole": whole, "running": month >= this_month(),
        "groups": [group for group in told if group["units"]], "closed": _closing(closed) if closed else None,
        "may": _may(actor, month, closed), "months": months(), "counts": _counts(actor, month, own, everything),
    }  # fmt: skip


def _state(closed: ScoreMonth | None) -> str:
    if closed is None:
        return "open"
    return "published" if closed.published_at else "closed"


def _closing(closed: ScoreMonth) -> dict[str, Any]:
    return {
        "at": iso(closed.closed_at), "by": closed.closed_by, "hash": bytes(closed.hash).hex(),
        "published_at": iso(closed.published_at), "published_by": closed.published_by, "circular": closed.circular,
        "note": closed.note,
    }  # fmt: skip


def _may(actor: Actor, month: date, closed: ScoreMonth | None) -> dict[str, bool]:
    over = next_month(month) <= timezone.localdate()
    centre = reach.sees_all(actor)
    return {
        "close": centre and actor.can(CLOSE) and closed is None and over,
        "publish": centre and actor.can(CLOSE) and closed is not None and closed.published_at is None,
        "manage": centre and actor.can(MANAGE) and closed is None,
        "appeal": actor.can(APPEAL) and closed is None,
    }  # fmt: skip


def _counts(actor: Actor, month: date, own: Iterable[int], everything: bool) -> dict[str, int]:
    waiting = Appeal.objects.filter(month=month, state=Appeal.PENDING)
    return {"appeals": (waiting if everything else waiting.filter(unit_id__in=own)).count()}


def months() -> list[dict[str, Any]]:
    """The running month and those before it, newest first, with their state."""
    known = {row.month: row for row in ScoreMonth.objects.order_by("-month")[:MONTHS_TOLD]}
    this = this_month()
    first = Case.objects.order_by("received_at", "id").values_list("received_at", flat=True).first()
    since = timezone.localtime(first).date().replace(day=1) if first else this
    back = {next_month(this, -n) for n in range(MONTHS_TOLD // 2)}
    wanted = sorted({month for month in back if month >= min(since, this)} | set(known), reverse=True)
    return [{"month": f"{month:%Y-%m}", "state": _state(known.get(month))} for month in wanted[:MONTHS_TOLD]]


def _closed_groups(closed: ScoreMonth) -> list[dict[str, Any]]:
    found: dict[str, list[ScoreSheet]] = {}
    for row in closed.sheets.all():
        found.setdefault(row.scheme, []).append(row)
    groups = []
    for values in closed.schemes:
        rows = sorted(found.get(values["code"], []), key=lambda row: row.body.get("order", 0))
        units = [(row.unit_id, None if row.total is None else str(row.total), row.rank, row.body) for row in rows]
        groups.append({"values": values, "units": units})
    return groups


def _running_groups(month: date) -> list[dict[str, Any]]:
    groups = []
    for result in computing.running(month):
        units = [
            (int(one.key), None if one.total is None else str(one.total), one.rank,
             computing.told(result.sheets[int(one.key)]))
            for one in result.placed
        ]  # fmt: skip
        groups.append({"values": result.values, "units": units})
    return groups


def _group(group: Mapping[str, Any], month: date, own: Iterable[int], whole: bool, everything: bool) -> dict[str, Any]:
    values, known = group["values"], catalogue.current()
    before = _totals_before(month, values["group"])
    units = []
    for unit, total, rank, body in group["units"]:
        mine = everything or unit in own
        if not (whole or mine):
            continue
        ref = known.units.get(unit)
        units.append({
            "code": ref.code if ref else "", "name": ref.name if ref else known.unit_name(unit), "mine": unit in own,
            "total": total, "rank": rank if whole else None, "cases": body["cases"], "before": before.get(unit),
            "opens": mine,
            "items": [{"code": line["code"], "points": line["points"], "why": line["why"]} for line in body["lines"]],
        })  # fmt: skip
    return {
        "group": values["group"], "scheme": values["code"], "name": values["name"], "minimum": values["minimum"],
        "source": values.get("source", ""),
        "items": [
            {"code": one["code"], "name": one["name"], "weight": _two(Decimal(str(one["weight"])))}
            for one in values["items"]
        ],
        "units": units,
    }  # fmt: skip


def _two(number: Decimal) -> str:
    return str(number.quantize(Decimal("0.01")))


def _totals_before(month: date, group: str) -> dict[int, str]:
    """Totals of the month before, when it is closed."""
    rows = ScoreSheet.objects.filter(month__month=next_month(month, -1), total__isnull=False)
    return {row.unit_id: str(row.total) for row in rows.only("unit_id", "total")}


# --- one unit ---------------------------------------------------------------------------------------------------------
def sheet(actor: Actor, month: date, code: str) -> dict[str, Any]:
    """A unit's score sheet, line by line, each figure with the filter that opens its cases."""
    unit = reach.unit_of(code)
    if not reach.may_see(actor, unit.id):
        raise Problem(404, "not_found", "没有这张考核表", "只能看本单位的考核表。")
    closed = ScoreMonth.objects.filter(month=month).first()
    found = _closed_sheet(closed, unit.id) if closed else _running_sheet(month, unit.id)
    if found is None:
        detail = f"{month:%Y-%m} 没有考核{unit.name}：没有启用的方案包括它。"
        raise Problem(404, "not_found", "没有这张考核表", detail)
    values, body, rank, of = found
    everything = reach.sees_all(actor)
    whole = everything or bool(closed and closed.published_at)
    items = {one["code"]: one for one in values["items"]}
    return {
        "month": f"{month:%Y-%m}", "state": _state(closed), "unit": {"code": unit.code, "name": unit.name},
        "scheme": {"code": values["code"], "name": values["name"], "source": values.get("source", "")},
        "group": values["group"], "total": body["total"], "measured": body["measured"], "weight": body["weight"],
        "rank": rank if whole else None,
        "rank_told": whole, "of": of, "cases": body["cases"], "minimum": values["minimum"],
        "factor": values["factor"],
        "lines": [_line(line, items[line["code"]], month, unit.code) for line in body["lines"]],
        "penalties": body["penalties"], "deductions": _deductions(month, unit.id),
        "appeals": _appeals(Appeal.objects.filter(month=month, unit_id=unit.id), actor, closed is None),
        "ratings": _ratings(month, unit.id, everything), "closed": _closing(closed) if closed else None,
        "may": _may(actor, month, closed) | {
            "appeal": closed is None and actor.can(APPEAL) and unit.id in reach.own_units(actor, APPEAL)
        },
        "reasons": REASONS,
    }  # fmt: skip


def _closed_sheet(closed: ScoreMonth, unit: int) -> tuple[Mapping[str, Any], dict[str, Any], int | None, int] | None:
    row = closed.sheets.filter(unit_id=unit).first()
    values = next((one for one in closed.schemes if row is not None and one["code"] == row.scheme), None)
    if row is None or values is None:
        return None
    return values, row.body, row.rank, closed.sheets.filter(scheme=row.scheme, rank__isnull=False).count()


def _running_sheet(month: date, unit: int) -> tuple[Mapping[str, Any], dict[str, Any], int | None, int] | None:
    for result in computing.running(month):
        if unit in result.sheets:
            rank = next((one.rank for one in result.placed if one.key == str(unit)), None)
            ranked = sum(1 for one in result.placed if one.rank is not None)
            return result.values, computing.told(result.sheets[unit]), rank, ranked
    return None


def _line(line: Mapping[str, Any], item: Mapping[str, Any], month: date, unit: str) -> dict[str, Any]:
    """A line with what each digit opens. `formula`: how it is counted, in words."""
    code = line["code"]
    opens: dict[str, Any] = {}
    if line["kind"] in (words.RATE, words.DEDUCT):
        parts = [*(("counted", "hit", "missed") if line["kind"] == words.RATE else ("deducted",)), "left_out", "double"]
        opens = {part: gathering.query(month, unit, code, part) for part in parts}
    return {
        **line, "opens": opens, "formula": _formula(item), "bands": list(item.get("bands") or ()),
        "between": bool(item.get("line")), "reason": item.get("reason", ""), "each": item.get("each") or 0,
        "double": bool(item.get("double")),
    }  # fmt: skip


def _formula(item: Mapping[str, Any]) -> str:
    kind = item["kind"]
    if kind == words.RATE:
        return f"{words.MARKS[item['hit']]} ÷ {words.MARKS[item['of']]}"
    if kind == words.DEDUCT:
        return f"{words.MARKS[item['hit']]}，每件扣 {item['each']:g} 分"
    if kind == words.RATING:
        return words.RATERS[item["by"]]
    return str(item.get("measure", ""))


def _deductions(month: date, unit: int) -> list[dict[str, Any]]:
    rows = list(Deduction.objects.filter(month=month, unit_id=unit).order_by("-at"))
    numbers = dict(Case.objects.filter(pk__in=[row.case_id for row in rows if row.case_id]).values_list("id", "number"))
    return [
        {
            "id": row.pk, "item": row.item, "points": str(row.points), "reason": row.reason, "at": iso(row.at),
            "by": row.by, "case": numbers.get(row.case_id or 0, ""), "files": row.files,
            "lifted_at": iso(row.lifted_at), "lifted_by": row.lifted_by, "lifted_why": row.lifted_why,
        }
        for row in rows
    ]  # fmt: skip


def _ratings(month: date, unit: int, centre: bool) -> list[dict[str, Any]]:
    """What raters said of a unit: how many and the mean for each kind; the centre also sees who said what."""
    rows = Rating.objects.filter(month=month, unit_id=unit, rated_at__isnull=False).order_by("by", "rated_at")
    known, found = catalogue.current(), []
    for by, name in words.RATERS.items():
        some = [row for row in rows if row.by == by and row.share is not None]
        if not some:
            continue
        mean = sum((row.share or Decimal(0) for row in some), Decimal(0)) / len(some) * 100
        found.append({
            "by": by, "name": name, "number": len(some), "mean": str(mean.quantize(Decimal("0.01"))),
            "comments": [
                {"who": (known.unit_name(row.rater_unit_id) if row.rater_unit_id else row.rater) if centre else "",
                 "share": str(((row.share or Decimal(0)) * 100).quantize(Decimal("0.01"))), "comment": row.comment}
                for row in some if centre or row.comment
            ][:60],
        })  # fmt: skip
    return found


# --- appeals ----------------------------------------------------------------------------------------------------------
def appeals(actor: Actor, month: date) -> dict[str, Any]:
    rows = Appeal.objects.filter(month=month)
    if not reach.sees_all(actor):
        rows = rows.filter(unit_id__in=reach.own_units(actor, "score.view"))
    counts = dict(rows.order_by().values("state").annotate(number=Count("id")).values_list("state", "number"))
    closed = ScoreMonth.objects.filter(month=month).first()
    return {
        "month": f"{month:%Y-%m}", "state": _state(closed), "items": _appeals(rows, actor, closed is None),
        "counts": {state: counts.get(state, 0) for state in Appeal.STATES}, "months": months(),
    }  # fmt: skip


def _appeals(rows: Any, actor: Actor, open_: bool) -> list[dict[str, Any]]:
    found = list(rows.select_related("deduction").order_by("-filed_at", "-id")[:MOST_APPEALS])
    found.sort(key=lambda row: row.state != Appeal.PENDING)
    keys = [row.case_id for row in found if row.case_id]
    numbers = {
        key: (number, title)
        for key, number, title in Case.objects.filter(pk__in=keys).values_list("id", "number", "title")
    }
    known = catalogue.current()
    own = reach.own_units(actor, APPEAL)
    rules_on = actor.can(MANAGE) and reach.sees_all(actor)
    names = _item_names(found)
    return [
        {
            "id": row.pk, "month": f"{row.month:%Y-%m}",
            "unit": {"code": known.units[row.unit_id].code if row.unit_id in known.units else "",
                     "name": known.unit_name(row.unit_id)},
            "origin": row.origin, "item": row.item, "item_name": names.get(row.item, row.item),
            "case": numbers.get(row.case_id or 0, ("", ""))[0], "title": numbers.get(row.case_id or 0, ("", ""))[1],
            "deduction": _disputed(row.deduction), "reason": row.reason,
            "reason_name": REASONS.get(row.reason, row.reason), "text": row.text, "files": row.files,
            "state": row.state, "filed_at": iso(row.filed_at), "filed_by": row.filed_by,
            "decided_at": iso(row.decided_at), "decided_by": row.decided_by, "decision": row.decision,
            "may": {"decide": open_ and rules_on and row.state == Appeal.PENDING,
                    "withdraw": open_ and row.unit_id in own and row.state == Appeal.PENDING},
        }
        for row in found
    ]  # fmt: skip


def _disputed(row: Deduction | None) -> dict[str, str] | None:
    return None if row is None else {"points": str(row.points), "reason": row.reason}


def _item_names(rows: Iterable[Appeal]) -> dict[str, str]:
    found: dict[str, str] = {}
    for month in {row.month for row in rows}:
        for values in computing.schemes_of(month):
            found |= {one["code"]: one["name"] for one in values["items"]}
    return found


# --- ratings ----------------------------------------------------------------------------------------------------------
def ratings(actor: Actor, month: date) -> dict[str, Any]:
    """What this person is to rate, what came of it, and for the centre how far the raters are."""
    closed = ScoreMonth.objects.filter(month=month).first()
    centre = actor.can(MANAGE) and reach.sees_all(actor)
    return {
        "month": f"{month:%Y-%m}", "state": _state(closed), "form": rating.peer_form(actor, month),
        "mine": rating.mine(actor), "progress": _progress(month) if centre else [], "months": months(),
    }  # fmt: skip


def _progress(month: date) -> list[dict[str, Any]]:
    rows = (
        Rating.objects.filter(month=month).exclude(by=words.PEER).order_by().values("by")
        .annotate(all=Count("id"), rated=Count("id", filter=Q(rated_at__isnull=False)))
    )  # fmt: skip
    by_kind, progress = {row["by"]: row for row in rows}, []
    for by in (words.THIRD, words.PUBLIC):
        row = by_kind.get(by, {"all": 0, "rated": 0})
        samples = RatingSample.objects.filter(month=month, by=by).order_by("-id")[:5]
        progress.append({
            "by": by, "name": words.RATERS[by], "drawn": row["all"], "rated": row["rated"],
            "raters": len(rating.raters(by)),
            "samples": [
                {"at": iso(one.drawn_at), "who": one.drawn_by, "asked": one.asked, "seed": one.seed,
                 "strata": one.strata}
                for one in samples
            ],
        })  # fmt: skip
    peers = Rating.objects.filter(month=month, by=words.PEER).values("rater_unit_id").distinct().count()
    progress.append({
        "by": words.PEER, "name": words.RATERS[words.PEER], "drawn": len(rating.units_rated(month, words.PEER)),
        "rated": peers, "raters": len(rating.raters(words.PEER)), "samples": [],
    })  # fmt: skip
    return progress


def verified(month: date) -> dict[str, Any]:
    row = ScoreMonth.objects.filter(month=month).first()
    if row is None:
        raise Problem(409, "not_closed", "还没有关账", "关账以后才有签名。")
    faults = closing.verify(row)
    return {"sound": not faults, "faults": faults, "hash": bytes(row.hash).hex()}
