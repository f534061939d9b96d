"""Messages: the centre hears of appeals, a unit of the ruling and of the circular. Each opens the assessment page."""

from __future__ import annotations

from django.utils import timezone

from chengyun.cases import catalogue, notices
from chengyun.org.models import Grant, valid_on

from .models import Appeal, ScoreMonth
from .reach import APPEAL, MANAGE

FILED, DECIDED, PUBLISHED = "appeal_filed", "appeal_decided", "score_published"


def register_pages() -> None:
    for kind in (FILED, DECIDED):
        notices.register_page(kind, "score-appeals")
    notices.register_page(PUBLISHED, "score-month")


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


def _key(what: str, row: Appeal) -> str:
    """KIND-MONTH-…: the page opens the month of the appeal."""
    return f"{what}-{row.month:%Y%m}-{row.pk}"
