"""Messages inside the desk: each told once to each account, and not while it is to be left in peace (quiet.py)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import orjson
from django.db.models import Q, QuerySet
from django.utils import timezone

from chengyun.kernel import rows
from chengyun.kernel.given import storable_moment
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.org.models import Account, Grant

from . import quiet
from .models import Case, Notice

if TYPE_CHECKING:
    from .work import Work

MENTION, DIGEST, WARNING = "mention", "digest", "warning"
LIMITS = ("due_soon", "overdue", "escalate")
GROUPS = ("limits", "work", MENTION, DIGEST)
WAKE_SPAN = timedelta(minutes=3)
_PAYLOAD_ACCOUNTS = 400
_pages: dict[str, str] = {}
_RECEIVERS = """
SELECT a.id, array_agg(DISTINCT r.code) FILTER (WHERE r.code IS NOT NULL), bool_or(n.id IS NOT NULL)
FROM org_account a
LEFT JOIN org_grant g ON g.account_id = a.id AND (g.valid_from IS NULL OR g.valid_from <= %s)
  AND (g.valid_to IS NULL OR g.valid_to >= %s)
LEFT JOIN org_role r ON r.id = g.role_id
LEFT JOIN cases_notice n ON n.account_id = a.id AND n.dedupe = %s
WHERE a.id = ANY(%s) GROUP BY a.id
"""


def register_page(kind: str, page: str) -> None:
    """Messages of this kind, told with the key KIND-ID-…, open that page of the desk with that id."""
    _pages[kind] = page


def accounts_of_units(unit_ids: Iterable[int]) -> list[int]:
    """Active accounts whose own unit is one of these."""
    return list(
        Account.objects.filter(is_active=True, unit_id__in=list(unit_ids)).order_by("id").values_list("id", flat=True)
    )


def accounts_with(permission: str) -> list[int]:
    """Active accounts that hold a permission for the whole district."""
    return list(
        Grant.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=timezone.localdate()),
            account__is_active=True, unit__isnull=True, role__permissions__contains=[permission],
        ).values_list("account_id", flat=True).distinct()
    )  # fmt: skip


def tell(
    accounts: Iterable[int], case: Case | None, kind: str, text: str, dedupe: str, at: datetime, *, urgent: bool = False
) -> int:
    """Leave a message for each account, visible after its quiet hours, at once when urgent; how many are new."""
    accounts = list(dict.fromkeys(accounts))
    if not accounts:
        return 0
    today = timezone.localdate(at)
    found = rows.execute(_RECEIVERS, [today, today, dedupe, accounts]).fetchall()
    made = [
        Notice(
            account_id=account, case=case, kind=kind, text=text[:300], dedupe=dedupe,
            visible_from=at if urgent else quiet.visible_from(at, roles or ()),
        )
        for account, roles, told in found if not told
    ]  # fmt: skip
    Notice.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def tell_units(work: Work, unit_ids: Iterable[int], kind: str, text: str, dedupe: str) -> None:
    """Tell everybody of some units about the case in hand; `dedupe` is unique within the case."""
    tell(
        accounts_of_units(unit_ids), work.case, kind, text, f"{work.case.number}-{dedupe}", work.now,
        urgent=work.case.urgency != "normal",
    )  # fmt: skip


def wake(now: datetime | None = None) -> int:
    """Tell the open pages of those whose held messages have just become visible; harmless when done twice."""
    now = now or timezone.now()
    fresh = Notice.objects.filter(read_at__isnull=True, visible_from__gt=now - WAKE_SPAN, visible_from__lte=now)
    accounts = sorted(set(fresh.values_list("account_id", flat=True)))
    for start in range(0, len(accounts), _PAYLOAD_ACCOUNTS):
        body = {"type": "notice", "accounts": accounts[start : start + _PAYLOAD_ACCOUNTS]}
        rows.execute("SELECT pg_notify('chengyun_live', %s)", [orjson.dumps(body).decode()])
    return len(accounts)


def rearrange(now: datetime | None = None) -> int:
    """Held messages follow quiet hours that were changed: each is shown when its reader may be told from now on."""
    now = now or timezone.now()
    held = Notice.objects.filter(read_at__isnull=True, visible_from__gt=now)
    today = timezone.localdate(now)
    roles: dict[int, set[str]] = {account: set() for account in held.values_list("account_id", flat=True).distinct()}
    grants = Grant.objects.filter(
        Q(valid_from__isnull=True) | Q(valid_from__lte=today), Q(valid_to__isnull=True) | Q(valid_to__gte=today),
        account_id__in=list(roles),
    )  # fmt: skip
    for account, role in grants.values_list("account_id", "role__code"):
        roles[account].add(role)
    moments: dict[datetime, list[int]] = {}
    for account, held_roles in roles.items():
        moments.setdefault(quiet.visible_from(now, held_roles), []).append(account)
    return sum(
        held.filter(account_id__in=accounts).exclude(visible_from=moment).update(visible_from=moment)
        for moment, accounts in moments.items()
    )


# --- reading --------------------------------------------------------------------------------------------------------
def mine(account_id: int, now: datetime | None = None) -> QuerySet[Notice]:
    """What this account is shown now."""
    return Notice.objects.filter(account_id=account_id, visible_from__lte=now or timezone.now())


def group_of(kind: str) -> str:
    """limits, mention, digest, or work for everything else."""
    if kind.startswith(LIMITS):
        return "limits"
    return kind if kind in (MENTION, DIGEST) else "work"


def in_group(group: str) -> Q:
    limits = Q()
    for kind in LIMITS:
        limits |= Q(kind__startswith=kind)
    if group == "limits":
        return limits
    return Q(kind=group) if group in (MENTION, DIGEST) else ~limits & ~Q(kind__in=(MENTION, DIGEST))


def page(account_id: int, *, unread: bool, group: str, cursor: str, limit: int) -> dict[str, Any]:
    """{items, next_cursor, unread}, the newest first; `unread` counts all groups, up to 1,000. Problem 400."""
    shown = mine(account_id)
    waiting = shown.filter(read_at__isnull=True)
    found = waiting if unread else shown
    if group:
        found = found.filter(in_group(group))
    if cursor:
        found = found.filter(_after(cursor))
    some = list(found.select_related("case").order_by("-visible_from", "-id")[: limit + 1])
    return {
        "items": [item(row) for row in some[:limit]],
        "next_cursor": encode_cursor([some[limit - 1].visible_from.isoformat(), some[limit - 1].pk])
        if len(some) > limit else None,
        "unread": waiting.order_by()[:1000].count(),
    }  # fmt: skip


def _after(cursor: str) -> Q:
    moment, last = decode_cursor(cursor, 2)
    try:
        at = storable_moment(datetime.fromisoformat(moment))
    except (TypeError, ValueError):
        raise bad_cursor() from None
    if not isinstance(last, int) or isinstance(last, bool) or abs(last) >= 2**63:
        raise bad_cursor()
    return Q(visible_from__lte=at) & (Q(visible_from__lt=at) | Q(id__lt=last))


def item(row: Notice) -> dict[str, Any]:
    return {
        "id": row.pk, "kind": row.kind, "group": group_of(row.kind), "text": row.text,
        "case": row.case.number if row.case else None, "at": row.visible_from, "read": row.read_at is not None,
        "digest": int(row.dedupe.rpartition("-")[2]) if row.kind == DIGEST else None,
        "warning": int(row.dedupe.split("-")[1]) if row.kind == WARNING else None,
        "opens": {"page": _pages[row.kind], "id": int(row.dedupe.split("-")[1])} if row.kind in _pages else None,
    }  # fmt: skip


def read(account_id: int, ids: Sequence[int]) -> None:
    mine(account_id).filter(id__in=ids, read_at__isnull=True).update(read_at=timezone.now())


def read_all(account_id: int, until: datetime) -> int:
    """Everything shown up to the message that one has seen; what came meanwhile stays unread."""
    return mine(account_id).filter(visible_from__lte=until, read_at__isnull=True).update(read_at=timezone.now())
