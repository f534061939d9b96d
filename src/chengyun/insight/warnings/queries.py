"""Reading warnings: who sees which, the list, one with its cases and history, how often each rule was right."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from chengyun.cases import access, catalogue, gathered
from chengyun.cases.models import Case
from chengyun.cases.present import iso
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import rules
from .models import EarlyWarning, WarningCase, WarningRule
from .words import CALLERS, HITS, LEVEL_CODES, LEVEL_OF, LEVELS, NATURES, OPEN, STATES, WATCH, WAYS

VIEW = "warning.view"
CAP = 1000
SHOWN_CASES = 50
JUDGED = timedelta(days=90)


def visible(actor: Actor) -> QuerySet[EarlyWarning]:
    """A warning is shown to whoever may see each of its cases; else its figures would tell of others."""
    if access.sees_everything(actor):
        return EarlyWarning.objects.all()
    seen = access.visible_to(actor).filter(pk=OuterRef("case_id"))
    hidden = WarningCase.objects.filter(~Exists(seen), warning_id=OuterRef("pk"))
    return EarlyWarning.objects.filter(~Exists(hidden))


def find(actor: Actor, warning_id: int, *, lock: bool = False) -> EarlyWarning:
    found = visible(actor)
    warning = (found.select_for_update(of=("self",)) if lock else found).filter(pk=warning_id).first()
    if warning is None:
        raise Problem(404, "not_found", "没有找到预警", "编号有误，或其中有您无权查看的案件。")
    return warning


def member_ids(warning: EarlyWarning) -> QuerySet[Any, Any]:
    return WarningCase.objects.filter(warning=warning).values("case_id")


# --- the list -------------------------------------------------------------------------------------------------------
def page(actor: Actor, asked: Any) -> dict[str, Any]:
    """{items, next_cursor, open, now}: the open ones by level and the last change, the others by the time of opening.

    `asked`: state, level, nature, rule, area, opened_from, opened_to, cursor, limit (schemas.WarningQuery).
    """
    found = visible(actor).filter(_asked(asked))
    by_level = asked.state == OPEN
    order = ("level", "-last_at", "-id") if by_level else ("-opened_at", "-id")
    if asked.cursor:
        found = found.filter(_after(asked.cursor, by_level))
    some = list(found.order_by(*order)[: asked.limit + 1])
    last = some[asked.limit - 1] if len(some) > asked.limit else None
    return {
        "items": [told(row) for row in some[: asked.limit]],
        "next_cursor": None if last is None else encode_cursor(
            [last.level, last.last_at, last.pk] if by_level else [0, last.opened_at, last.pk]
        ),
        "open": open_counts(actor), "at": timezone.now().astimezone(timezone.get_default_timezone()).isoformat(),
    }  # fmt: skip


def _asked(asked: Any) -> Q:
    condition = Q()
    if asked.state == "decided":
        condition &= ~Q(state=OPEN)
    elif asked.state:
        condition &= Q(state=asked.state)
    if asked.level:
        condition &= Q(level=asked.level)
    if asked.nature:
        condition &= Q(nature=asked.nature)
    if asked.rule:
        condition &= Q(rules__contains=[asked.rule])
    if asked.area:
        condition &= Q(area_id__in=_below(asked.area))
    if asked.decided_from:
        condition &= Q(decided_at__gte=asked.decided_from)
    if asked.hit is not None:
        condition &= Q(state__in=HITS) if asked.hit else Q(state="dismissed")
    return condition


def _below(code: str) -> list[int]:
    known = catalogue.current().areas
    roots = {area.id for area in known.values() if area.code == code}
    if not roots:
        text = f"没有“{code[:40]}”这个区域。"
        raise Problem(422, "invalid", "筛选条件有误", text, errors=[{"field": "area", "message": text}])
    return [area.id for area in known.values() if roots & {area.id, *area.ancestors}]


def _after(cursor: str, by_level: bool) -> Q:
    level, moment, last = decode_cursor(cursor, 3)
    try:
        at = storable_moment(datetime.fromisoformat(moment))
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if not all(isinstance(n, int) and not isinstance(n, bool) and abs(n) < 2**31 for n in (level, last)):
        raise bad_cursor()
    if not by_level:
        return Q(opened_at__lt=at) | Q(opened_at=at, pk__lt=last)
    return Q(level__gt=level) | Q(level=level, last_at__lt=at) | Q(level=level, last_at=at, pk__lt=last)


def open_counts(actor: Actor) -> dict[str, int]:
    """How many are waiting, by level: {"total", "urgent", "serious", "watch"}."""
    found = (
        visible(actor).filter(state=OPEN).values("level").annotate(number=Count("pk")).values_list("level", "number")
    )
    by_level = dict(found)
    return {"total": sum(by_level.values()), **{code: by_level.get(level, 0) for level, code in LEVEL_OF.items()}}


def told(row: EarlyWarning) -> dict[str, Any]:
    known = catalogue.current()
    area, category = known.area(row.area_id), known.category(row.category_id)
    return {
        "id": row.pk, "title": row.title, "level": LEVEL_OF[row.level], "level_name": LEVELS[row.level],
        "nature": row.nature, "nature_name": NATURES.get(row.nature, row.nature),
        "state": row.state, "state_name": STATES[row.state], "version": row.version, "cases": row.cases,
        "query": {"gathered": f"warning:{row.pk}"},
        "rules": [_rule(code, row) for code in row.rules], "advice": row.advice,
        "evidence": [_evidence(item, row) for item in row.evidence],
        "area": {"code": area.code, "name": area.name} if area else None,
        "category": {"code": category.code, "name": category.name} if category else None,
        "opened_at": iso(row.opened_at), "last_at": iso(row.last_at), "decided_at": iso(row.decided_at),
        "decided_by": row.decided_by, "reason": row.reason,
    }  # fmt: skip


def _evidence(item: dict[str, Any], row: EarlyWarning) -> dict[str, Any]:
    """What a rule found, with the list of exactly these cases: those of the warning within the rule's window."""
    query: dict[str, Any] = {"gathered": f"warning:{row.pk}"}
    if item["way"] != CALLERS and "at" in item:
        at = datetime.fromisoformat(item["at"])
        query |= {
            "received_from": (at - timedelta(hours=item["hours"])).isoformat(),
            "received_to": (at + timedelta(microseconds=1)).isoformat(),
        }
    return {**item, "query": query}


def _rule(code: str, row: EarlyWarning) -> dict[str, str]:
    rule = rules.current().find(code)
    name = next((item["name"] for item in row.evidence if item["rule"] == code), code)
    return {"code": code, "name": rule.name if rule else name}


# --- one ------------------------------------------------------------------------------------------------------------
def detail(actor: Actor, warning_id: int) -> dict[str, Any]:
    from .deciding import possible

    row = find(actor, warning_id)
    steps = row.steps.order_by("id").values("at", "actor", "action", "note", "detail")
    earlier = visible(actor).filter(matter=row.matter, pk__lt=row.pk).order_by("-pk")[:10]
    return {
        **told(row), "actions": possible(actor, row), "members": _members(actor, row),
        "steps": [{**step, "at": iso(step["at"])} for step in steps], "earlier": [told(old) for old in earlier],
    }  # fmt: skip


def _members(actor: Actor, row: EarlyWarning) -> list[dict[str, Any]]:
    """The newest of its cases; all of them are in the list that `query` opens."""
    known = catalogue.current()
    cases = access.visible_to(actor, Case.objects.filter(pk__in=member_ids(row)))
    columns = (
        "number",
        "title",
        "received_at",
        "is_open",
        "supervised",
        "category_id",
        "area_id",
        "subdistrict_id",
        "callers",
    )
    found = []
    for values in cases.order_by("-received_at", "-id").values(*columns)[:SHOWN_CASES]:
        category = known.category(values["category_id"])
        area = known.area(values["area_id"]) or known.area(values["subdistrict_id"])
        found.append({
            "number": values["number"], "title": values["title"], "received_at": iso(values["received_at"]),
            "open": values["is_open"], "supervised": values["supervised"], "callers": values["callers"],
            "category": category.name if category else "", "area": area.name if area else "",
        })  # fmt: skip
    return found


# --- how often a rule was right -------------------------------------------------------------------------------------
_JUDGED = """
SELECT r.code, count(*), count(*) FILTER (WHERE w.state = ANY(%s)), count(*) FILTER (WHERE w.state = 'dismissed')
FROM insight_earlywarning w CROSS JOIN LATERAL unnest(w.rules) r (code)
WHERE w.decided_at >= %s GROUP BY 1
"""


def _level(row: WarningRule) -> int:
    return LEVEL_CODES.get(row.level, WATCH)


def rules_told(actor: Actor) -> list[dict[str, Any]]:
    """Each rule with what became of its warnings in the last 90 days; the list of each figure is `query`."""
    since = (timezone.localtime() - JUDGED).replace(microsecond=0)
    judged: dict[str, tuple[int, int, int]] = {}
    if access.sees_everything(actor):
        with connection.cursor() as cursor:
            cursor.execute(_JUDGED, [list(HITS), since])
            judged = {code: (total, hits, wrong) for code, total, hits, wrong in cursor.fetchall()}
    valid = {rule.code for rule in rules.current().rules}
    found = []
    rows = sorted(WarningRule.objects.all(), key=lambda row: (row.code not in valid, _level(row), row.code))
    for row in rows:
        total, hits, wrong = judged.get(row.code, (0, 0, 0))
        found.append({
            "code": row.code, "name": row.name, "way": row.way, "way_name": WAYS.get(row.way, row.way),
            "level": row.level, "nature": row.nature, "valid": row.code in valid, "source": row.source,
            "minimum": row.minimum, "hours": row.hours, "words": row.words, "judged": total, "hits": hits,
            "dismissed": wrong, "query": {"rule": row.code, "state": "decided", "decided_from": since.isoformat()},
        })  # fmt: skip
    return found


# --- as a filter of every list --------------------------------------------------------------------------------------
def _gathered(what: str) -> Q:
    number = int(what) if what.isascii() and what.isdigit() and len(what) < 10 else 0
    if not EarlyWarning.objects.filter(pk=number).exists():
        raise ValueError(what)
    return Q(pk__in=WarningCase.objects.filter(warning_id=number).values("case_id"))


def register_source() -> None:
    gathered.register(gathered.Source("warning", _gathered, lambda what: f"预警 {what}"))
