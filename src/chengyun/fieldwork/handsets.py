"""Handsets and work numbers: who has which, what the month says against its thresholds, what communities say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, F, FloatField, Q, Sum
from django.db.models.functions import Cast
from django.utils import timezone

from chengyun.cases.present import iso
from chengyun.kernel.paging import bad_cursor, decode_cursor, encode_cursor
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account
from chengyun.places.models import Area
from chengyun.places.queries import areas

from . import scope, standards
from .calls import account_named, everywhere
from .models import Handset, HandsetSurvey, HandsetUsage, HandsetUse
from .patrols import invalid
from .permissions import HANDSETS, SURVEY
from .words import HANDSET_ACTIONS, HANDSET_STATES, QUESTIONS

STORE, USED, LOST, REPAIR, SCRAPPED = "store", "used", "lost", "repair", "scrapped"
ALLOWED: dict[str, tuple[str, ...]] = {
    "hand_over": (STORE, USED), "give_back": (USED,), "lose": (STORE, USED, REPAIR), "find": (LOST,),
    "repair": (STORE, USED), "repaired": (REPAIR,), "scrap": (STORE, LOST, REPAIR), "plan": (STORE, USED, REPAIR),
}  # fmt: skip
SOON = 90
ENOUGH = {"sms": "usage_sms", "minutes": "usage_minutes", "connected": "usage_connected", "normal": "usage_normal"}


# --- the register -----------------------------------------------------------------------------------------------------
def _short_of(name: str, prefix: str = "") -> Q:
    """Usage rows below a threshold."""
    here = standards.current()
    if name == "sms":
        return Q(**{f"{prefix}sms__lt": here["usage_sms"]})
    if name == "minutes":
        return Q(**{f"{prefix}minutes__lt": here["usage_minutes"]})
    if name == "connected":
        return Q(**{f"{prefix}connected__lt": F(f"{prefix}calls") * (here["usage_connected"] / 100)})
    return Q(**{f"{prefix}normal": False})


def page(actor: Actor, asked: Any) -> dict[str, Any]:
    found = Handset.objects.all()
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.replace:
        found = found.filter(replace_on__lte=timezone.localdate() + timedelta(days=SOON)).exclude(state=SCRAPPED)
    if words := asked.q.strip():
        found = found.filter(Q(code__icontains=words) | Q(work_number__startswith=words) | Q(holder__contains=words))
    if asked.fails:
        if not asked.month:
            raise scope.wrong("month", "请写月份。")
        used = HandsetUsage.objects.filter(month=asked.month)
        if asked.fails != "all":
            names = tuple(ENOUGH) if asked.fails == "any" else (asked.fails,)
            short = Q()
            for name in names:
                short |= _short_of(name)
            used = used.filter(short)
        found = found.filter(pk__in=used.values("handset_id"))
    if asked.cursor:
        (code,) = decode_cursor(asked.cursor, 1)
        if not isinstance(code, str) or "\x00" in code:
            raise bad_cursor()
        found = found.filter(code__gt=code)
    some = list(found.order_by("code")[: asked.limit + 1])
    more, some = len(some) > asked.limit, some[: asked.limit]
    usage = {}
    if asked.month:
        rows = HandsetUsage.objects.filter(month=asked.month, handset__in=some)
        usage = {row.handset_id: _usage(row) for row in rows}
    return {
        "items": [{**told(row), "usage": usage.get(row.pk)} for row in some],
        "next_cursor": encode_cursor([some[-1].code]) if more else None, "figures": figures(),
        "may": actor.can(HANDSETS),
    }  # fmt: skip


def figures() -> dict[str, int]:
    soon = Q(replace_on__lte=timezone.localdate() + timedelta(days=SOON)) & ~Q(state=SCRAPPED)
    said = Handset.objects.aggregate(
        **{state: Count("pk", filter=Q(state=state)) for state in HANDSET_STATES}, replace=Count("pk", filter=soon)
    )
    return {name: int(value or 0) for name, value in said.items()}


def told(row: Handset) -> dict[str, Any]:
    area = areas().by_code.get(row.area_code)
    return {
        "id": row.pk, "code": row.code, "work_number": row.work_number, "model": row.model, "state": row.state,
        "state_name": HANDSET_STATES[row.state], "area": area.name if area else row.area_code, "holder": row.holder,
        "since": iso(row.since), "replace_on": row.replace_on.isoformat() if row.replace_on else None,
    }  # fmt: skip


def _usage(row: HandsetUsage) -> dict[str, Any]:
    here = standards.current()
    connected = round(row.connected * 100 / row.calls, 2) if row.calls else None
    return {
        "month": row.month, "sms": row.sms, "minutes": row.minutes, "calls": row.calls, "connected": row.connected,
        "connected_rate": connected, "normal": row.normal, "cost": float(row.cost),
        "short": [
            name
            for name, bad in (
                ("sms", row.sms < here["usage_sms"]), ("minutes", row.minutes < here["usage_minutes"]),
                ("connected", connected is not None and connected < here["usage_connected"]),
                ("normal", not row.normal),
            ) if bad
        ],
    }  # fmt: skip


def detail(actor: Actor, key: int) -> dict[str, Any]:
    row = Handset.objects.filter(pk=key).first()
    if row is None:
        raise Problem(404, "not_found", "没有这台终端", "编号有误，请刷新后再看。")
    months = HandsetUsage.objects.filter(handset=row).order_by("-month")[:24]
    return {
        **told(row), "usage": None, "version": row.version, "imei": row.imei, "note": row.note,
        "bought_on": row.bought_on.isoformat() if row.bought_on else None,
        "cost": float(row.cost) if row.cost is not None else None,
        "actions": [a for a, states in ALLOWED.items() if row.state in states] if actor.can(HANDSETS) else [],
        "history": [
            {"at": iso(use.at), "action": use.action, "action_name": HANDSET_ACTIONS[use.action],
             "holder": use.holder, "by": use.by, "note": use.note}
            for use in row.uses.order_by("-at", "-pk")[:200]
        ],
        "months": [_usage(month) for month in months],
    }  # fmt: skip


def act(actor: Actor, key: int, given: Any, now: datetime | None = None) -> None:
    """Handed over, given back, lost, found, scrapped …, with a line of its history. Problem 404, 409, 422."""
    now = now or timezone.now()
    with transaction.atomic():
        row = Handset.objects.select_for_update(of=("self",)).filter(pk=key).first()
        if row is None:
            raise Problem(404, "not_found", "没有这台终端", "编号有误，请刷新后再看。")
        if row.version != given.version or row.state not in ALLOWED[given.action]:
            text = f"现在是“{HANDSET_STATES[row.state]}”，请看过最新状态再办理。"
            raise Problem(409, "conflict", "终端已有变化", text, current={"version": row.version, "state": row.state})
        account = _receiver(row, given) if given.action == "hand_over" else None
        if given.action in ("lose", "scrap") and len(given.note.strip()) < 2:
            raise invalid("note", "请写明经过。")
        before = row.holder
        _change(row, given, account, now)
        row.version += 1
        row.save()
        HandsetUse.objects.create(
            handset=row, at=now, action=given.action, account=account, holder=row.holder or before, by=actor.name[:120],
            note=given.note or (f"计划 {row.replace_on}" if given.action == "plan" else ""),
        )  # fmt: skip


def _receiver(row: Handset, given: Any) -> Account:
    account = account_named(given.username)
    if account is None:
        raise invalid("username", "没有这个账号，或已停用，请重新选择。")
    other = Handset.objects.filter(account=account, state=USED).exclude(pk=row.pk).first()
    if other is not None:
        raise invalid("username", f"{account} 已领用 {other.code}，请先归还。")
    if row.account_id == account.pk and row.state == USED:
        raise invalid("username", f"{account} 正在使用这台终端。")
    return account


def _change(row: Handset, given: Any, account: Account | None, now: datetime) -> None:
    if given.action == "plan":
        if given.on is None:
            raise invalid("on", "请写计划更换的日期。")
        row.replace_on = given.on
        return
    if given.action == "hand_over" and account is not None:
        row.state, row.account, row.holder, row.since = USED, account, str(account)[:120], now
        return
    row.state = {
        "give_back": STORE, "lose": LOST, "find": STORE, "repair": REPAIR, "repaired": STORE, "scrap": SCRAPPED,
    }[given.action]  # fmt: skip
    row.account, row.holder, row.since = None, "", now


# --- the month --------------------------------------------------------------------------------------------------------
def sums(months: Sequence[str]) -> dict[str, Any]:
    """Sums over handset-months."""
    found = HandsetUsage.objects.filter(month__in=months)
    said = found.aggregate(
        n_rows=Count("pk"), n_sms=Sum("sms"), n_minutes=Sum("minutes"), n_calls=Sum("calls"),
        n_connected=Sum("connected"), n_normal=Count("pk", filter=Q(normal=True)),
        n_cost=Sum(Cast("cost", FloatField())), n_short_sms=Count("pk", filter=_short_of("sms")),
        n_short_minutes=Count("pk", filter=_short_of("minutes")),
        n_short_connected=Count("pk", filter=_short_of("connected")),
    )  # fmt: skip
    return {name.removeprefix("n_"): value for name, value in said.items()}


def usage(month: str) -> dict[str, Any]:
    """A month against the thresholds; the last one that has usage when none is named."""
    months = list(HandsetUsage.objects.order_by("-month").values_list("month", flat=True).distinct()[:36])
    month = month or (months[0] if months else f"{timezone.localdate():%Y-%m}")
    said, here = sums([month]), standards.current()
    rows = said["rows"]

    def per(name: str) -> float | None:
        return round(float(said[name] or 0) / rows, 2) if rows else None

    connected = round((said["connected"] or 0) * 100 / said["calls"], 2) if said["calls"] else None
    normal = round(said["normal"] * 100 / rows, 2) if rows else None
    lines = (
        ("sms", per("sms"), here["usage_sms"], said["short_sms"], "条"),
        ("minutes", per("minutes"), here["usage_minutes"], said["short_minutes"], "分钟"),
        ("connected", connected, here["usage_connected"], said["short_connected"], "%"),
        ("normal", normal, here["usage_normal"], rows - said["normal"], "%"),
        ("cost", per("cost"), here["usage_cost"], None, "元"),
    )
    query = {"month": month}
    return {
        "month": month, "months": months, "handsets": rows,
        "figures": [
            {
                "code": code, "value": value, "wanted": wanted, "unit": unit, "short": short,
                "met": None if value is None else (value <= wanted if code == "cost" else value >= wanted),
                "query": {**query, "fails": code if code in ENOUGH else "all"},
            }
            for code, value, wanted, short, unit in lines
        ],
    }  # fmt: skip


# --- the survey -------------------------------------------------------------------------------------------------------
def period_of(day: date) -> str:
    return f"{day.year}-H{1 if day.month <= 6 else 2}"


def communities(actor: Actor) -> list[Any]:
    """Communities for which this person may answer or look."""
    rows = [row for row in areas().rows.values() if row.level == Area.COMMUNITY]
    if everywhere(actor, SURVEY) or actor.can(HANDSETS):
        return rows
    seen: set[str] = set()
    from chengyun.cases import catalogue

    units = catalogue.current().units
    for given in actor.scopes_for(SURVEY):
        if given.area_code:
            below = set(scope.below(given.area_code))
            seen |= {row.code for row in rows if row.id in below}
        elif given.unit_ids is not None:
            seen |= {units[key].code for key in given.unit_ids if key in units}
    return [row for row in rows if row.code in seen]


def surveys(actor: Actor, period: str) -> dict[str, Any]:
    period = period or period_of(timezone.localdate())
    shown = sorted(communities(actor), key=lambda row: row.code)
    found = {row.area.code: row for row in HandsetSurvey.objects.filter(period=period).select_related("area")}
    periods = set(HandsetSurvey.objects.values_list("period", flat=True).distinct()) | {period_of(timezone.localdate())}
    items = []
    for row in shown:
        said = found.get(row.code)
        items.append({
            "code": row.code, "name": row.name, "answers": said.answers if said else None,
            "satisfied": said.satisfied if said else None, "note": said.note if said else "",
            "at": iso(said.at) if said else None, "by": said.by if said else "",
        })  # fmt: skip
    answered = [item for item in items if item["answers"]]
    return {
        "period": period, "periods": sorted(periods, reverse=True),
        "questions": [{"code": code, "name": name} for code, name in QUESTIONS.items()], "areas": items,
        "answered": len(answered), "satisfied": sum(1 for item in answered if item["satisfied"]),
        "may": actor.can(SURVEY),
    }  # fmt: skip


def answer(actor: Actor, given: Any, now: datetime | None = None) -> None:
    """One community's word for a period; while it lasts it may be said anew. Problem 409, 422."""
    now = now or timezone.now()
    area = next((row for row in communities(actor) if row.code == given.area), None)
    if area is None:
        raise invalid("area", "没有这个社区，或不由您填报。")
    missing = [name for code, name in QUESTIONS.items() if code not in given.answers]
    if missing:
        raise invalid("answers", f"还没有回答：{'、'.join(missing)}")
    if given.period != period_of(timezone.localdate(now)):
        raise Problem(409, "closed", "不在填报期", f"现在填报 {period_of(timezone.localdate(now))}，以往各期不能再改。")
    mean = sum(given.answers.values()) / len(given.answers)
    values = {
        "answers": dict(given.answers), "satisfied": mean >= standards.current()["survey_satisfied"],
        "note": given.note, "at": now, "by": actor.name[:120], "account_id": actor.account_id,
    }  # fmt: skip
    try:
        HandsetSurvey.objects.update_or_create(area_id=area.id, period=given.period, defaults=values)
    except IntegrityError:
        HandsetSurvey.objects.filter(area_id=area.id, period=given.period).update(**values)
