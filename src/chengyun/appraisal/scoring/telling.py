"""Messages: the centre hears of appeals, a unit of the ruling and of the circular, a rater of what was dealt to them.
Each opens its page."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.org.models import Grant, valid_on

from .models import Appeal, Rating, ScoreMonth
from .reach import APPEAL, MANAGE

FILED, DECIDED, PUBLISHED, DEALT = "appeal_filed", "appeal_decided", "score_published", "rating_dealt"


def register_pages() -> None:
    for kind in (FILED, DECIDED):
        notices.register_page(kind, "score-appeals")
    notices.register_page(PUBLISHED, "score-month")
    notices.register_page(DEALT, "ratings")


def filed(row: Appeal) -> None:
    unit = catalogue.current().unit_name(row.unit_id)
    text = f"{unit} 对 {row.month:%Y-%m} 的考核提出申诉：{row.text}"
    notices.tell(notices.accounts_with(MANAGE), None, FILED, text, _key("filed", row), timezone.now())


def decided(row: Appeal) -> None:
    if row.filed_by_id is not None:
        unit = catalogue.current().unit_name(row.unit_id)
        text = f"{unit} {row.month:%Y-%m} 考核申诉{Appeal.STATES[row.state]}：{row.decision}"
        notices.tell([row.filed_by_id], None, DECIDED, text, _key("decided", row), timezone.now())


def published(closed: ScoreMonth) -> None:
    """Whoever may appeal for a unit hears that the ranking is out."""
    grants = Grant.objects.filter(
        valid_on(timezone.localdate()), account__is_active=True, role__permissions__contains=[APPEAL]
    )
    accounts = grants.order_by("account_id").values_list("account_id", flat=True).distinct()
    text = f"{closed.circular}：{closed.month:%Y-%m} 考核排名已通报"
    notices.tell(accounts, None, PUBLISHED, text, f"scores-{closed.month:%Y%m}", timezone.now())


def dealt(ratings: Iterable[Rating]) -> None:
    """Each rater hears how many cases wait; the message opens the first of them."""
    by_rater: dict[int, list[Rating]] = {}
    for row in ratings:
        if row.rater_id is not None:
            by_rater.setdefault(row.rater_id, []).append(row)
    for account, own in by_rater.items():
        text = f"{own[0].month:%Y-%m} 有 {len(own)} 件已办结案件请您评价，关账前有效。"
        notices.tell([account], None, DEALT, text, f"rating-{own[0].pk}", timezone.now())


def _key(what: str, row: Appeal) -> str:
    """KIND-MONTH-…: the page opens the month of the appeal."""
    return f"{what}-{row.month:%Y%m}-{row.pk}"
