"""What knowledge can be measured by: articles published, fresh, corrections in time, answers with an article, rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from chengyun.cases import catalogue
from chengyun.cases.measures import COUNT, Measure, Narrowed, Period, Reading, rate, register
from chengyun.cases.measures import count as counted

from . import institution, periods, queries
from .models import Answered, Article, Correction, InstitutionRule
from .words import ANSWERS, WAITING

PUBLISHED, FRESH, ON_TIME, WITH_ARTICLE, RULES = (
    "knowledge_published", "knowledge_fresh_rate", "knowledge_corrections_on_time_rate", "knowledge_answer_rate",
    "rules_in_force",
)  # fmt: skip
Found = Mapping[str, Mapping[str, Reading]]


def read(codes: Sequence[str], period: Period, narrowed: Narrowed, by: str) -> Found:
    if narrowed.area or narrowed.channel or narrowed.category:
        return {"": dict.fromkeys(codes, Reading(missing="知识只能按单位看，不能按区域、渠道、类别"))}
    units = _units(narrowed)
    result: dict[str, dict[str, Reading]] = {}
    for code in codes:
        for key, reading in _READERS[code](period, units, by, narrowed).items():
            result.setdefault(key, {})[code] = reading
    return result


def _units(narrowed: Narrowed) -> list[int] | None:
    if not narrowed.unit:
        return None
    codes, known = set(narrowed.unit.split(",")), catalogue.current().units
    roots = {row.id for row in known.values() if row.code in codes}
    return [row.id for row in known.values() if roots & {row.id, *row.ancestors}]


def _grouped(found: Any, column: str, by: str, **wanted: Count) -> dict[str, dict[str, Any]]:
    if not by:
        return {"": found.aggregate(**wanted)}
    known = catalogue.current().units
    rows = found.order_by().values(column).annotate(**wanted)
    return {known[row[column]].code: row for row in rows if row[column] in known}


def _within(found: Any, column: str, units: list[int] | None) -> Any:
    return found if units is None else found.filter(**{f"{column}__in": units})


def _page(page: str, key: str, narrowed: Narrowed, **query: Any) -> dict[str, Any]:
    unit = {"unit": key, "own": "true"} if key else {"unit": narrowed.unit} if narrowed.unit else {}
    return {"page": page, **query, **unit}


def _days(period: Period) -> tuple[date, date]:
    """The first day and the last one that has come."""
    return period.first, min(period.end - timedelta(days=1), timezone.localdate())


def _published(period: Period, units: list[int] | None, by: str, narrowed: Narrowed) -> dict[str, Reading]:
    """Editions published in the period, by the unit that keeps the article."""
    first, last = period.first, period.end - timedelta(days=1)
    found = _within(queries.published_between(first, last), "article__unit_id", units)
    rows = _grouped(found, "article__unit_id", by, n=Count("article_id", distinct=True))
    span = {"published_from": first.isoformat(), "published_to": last.isoformat()}
    return {key: counted(row["n"], _page("knowledge", key, narrowed, **span)) for key, row in rows.items()}


def _fresh(period: Period, units: list[int] | None, by: str, narrowed: Narrowed) -> dict[str, Reading]:
    """As it is today: articles that are published and not overdue for review."""
    found = _within(Article.objects.filter(state__in=ANSWERS), "unit_id", units)
    good = queries.in_state("published")
    rows = _grouped(found, "unit_id", by, n=Count("pk", filter=good), d=Count("pk"))
    return {
        key: rate(row["n"], row["d"], opened={
            "numerator": _page("knowledge", key, narrowed, state="published"),
            "denominator": _page("knowledge", key, narrowed, list="live"),
            "value": _page("knowledge", key, narrowed, list="live"),
        })
        for key, row in rows.items() if row["d"] or not by
    }  # fmt: skip


def _on_time(period: Period, units: list[int] | None, by: str, narrowed: Narrowed) -> dict[str, Reading]:
    """Corrections whose limit ended in the period and has passed: answered within it."""
    now = timezone.now()
    found = Correction.objects.filter(
        due_at__gte=periods.midnight(period.first), due_at__lt=min(periods.midnight(period.end), now)
    )
    rows = _grouped(
        _within(found, "unit_id", units), "unit_id", by,
        n=Count("pk", filter=~Q(state=WAITING) & Q(answered_at__lte=F("due_at"))), d=Count("pk"),
    )  # fmt: skip
    first, last = _days(period)
    span = {"due_from": first.isoformat(), "due_to": last.isoformat(), "passed": "true"}
    return {
        key: rate(row["n"], row["d"], opened={
            "numerator": _page("knowledge-corrections", key, narrowed, **span, state="in_time"),
            "denominator": _page("knowledge-corrections", key, narrowed, **span, state="all"),
            "value": _page("knowledge-corrections", key, narrowed, **span, state="all"),
        })
        for key, row in rows.items() if row["d"] or not by
    }  # fmt: skip


def _with_article(period: Period, units: list[int] | None, by: str, narrowed: Narrowed) -> dict[str, Reading]:
    """Of what was answered on the spot, what cites an article. The whole district's alone."""
    if units is not None or by:
        return {} if by else {"": Reading(missing="直接答复由中心作出，不按单位统计")}
    last = period.end - timedelta(days=1)
    found = Answered.objects.filter(at__gte=periods.midnight(period.first), at__lt=periods.midnight(period.end))
    row = found.aggregate(n=Count("pk", filter=Q(cited=True)), d=Count("pk"))
    days = f"{period.first}:{last}"
    return {"": rate(row["n"], row["d"], opened={
        "numerator": {"gathered": f"answered_with_article:{days}"},
        "denominator": {"gathered": f"answered_on_the_spot:{days}"},
        "value": {"gathered": f"answered_on_the_spot:{days}"},
    })}  # fmt: skip


def _rules(period: Period, units: list[int] | None, by: str, narrowed: Narrowed) -> dict[str, Reading]:
    """Rules in force on the last day of the period that has come."""
    _, last = _days(period)
    found = _within(InstitutionRule.objects.filter(institution.on(last)), "unit_id", units)
    rows = _grouped(found, "unit_id", by, n=Count("pk"))
    return {key: counted(row["n"], {"page": "knowledge-rules", "on": last.isoformat()}) for key, row in rows.items()}


_READERS = {
    PUBLISHED: _published, FRESH: _fresh, ON_TIME: _on_time, WITH_ARTICLE: _with_article, RULES: _rules,
}  # fmt: skip


def register_all() -> None:
    unit = ("unit",)
    register(
        Measure(
            PUBLISHED, "知识发布数", "Articles published", read, unit="条", kind=COUNT, divides=unit,
            rule="期内发布或更新的知识，按维护单位；同一条更新几次计一次", source="S3 (FR-18)",
        ),
        Measure(
            FRESH, "知识时效率", "Articles that are fresh", read, divides=unit,
            rule="已发布、没有到期待复核的 ÷ 已发布的，按今天", source="S3 (FR-18)",
        ),
        Measure(
            ON_TIME, "知识纠错按时率", "Corrections answered in time", read, divides=unit,
            rule="期限内答复的 ÷ 期内到期的纠错", source="S3 (FR-18)",
        ),
        Measure(
            WITH_ARTICLE, "直接答复引用知识率", "Answers that cite an article", read, divides=(),
            rule="引用了知识的 ÷ 直接答复的案件", source="S3 (FR-18)",
        ),
        Measure(
            RULES, "施行的制度数", "Rules in force", read, unit="项", kind=COUNT, divides=unit,
            rule="期末（或今天）施行中的制度", source="S0 (A3)",
        ),
    )  # fmt: skip
