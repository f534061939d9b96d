"""Messages inside the desk: each told once to each account, and never at night."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from chengyun.kernel import worktime
from chengyun.kernel.calendars import calendar_for
from chengyun.org.models import Account, Grant

from .models import Case, Notice

if TYPE_CHECKING:
    from .work import Work


def accounts_of_units(unit_ids: Iterable[int]) -> list[int]:
    """Active accounts whose own unit is one of these."""
    return list(
        Account.objects.filter(is_active=True, unit_id__in=list(unit_ids)).order_by("id").values_list("id", flat=True)
    )


def accounts_with(permission: str) -> list[int]:
    """Active accounts that hold a permission for the whole district."""
    return list(
        Grant.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=datetime.now().date()),
            account__is_active=True, unit__isnull=True, role__permissions__contains=[permission],
        ).values_list("account_id", flat=True).distinct()
    )  # fmt: skip


def tell(
    accounts: Iterable[int], case: Case | None, kind: str, text: str, dedupe: str, at: datetime, *, urgent: bool = False
) -> int:
    """Leave a message for each account, visible in working time (at once when urgent). Returns how many are new."""
    visible = at if urgent else worktime.next_working_moment(at, calendar_for(None))
    accounts = list(dict.fromkeys(accounts))
    told = set(Notice.objects.filter(account_id__in=accounts, dedupe=dedupe).values_list("account_id", flat=True))
    rows = [
        Notice(account_id=account, case=case, kind=kind, text=text[:300], visible_from=visible, dedupe=dedupe)
        for account in accounts
        if account not in told
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def tell_units(work: Work, unit_ids: Iterable[int], kind: str, text: str, dedupe: str) -> None:
    """Tell everybody of some units about the case in hand; `dedupe` is unique within the case."""
    tell(
        accounts_of_units(unit_ids), work.case, kind, text, f"{work.case.number}-{dedupe}", work.now,
        urgent=work.case.urgency != "normal",
    )  # fmt: skip
