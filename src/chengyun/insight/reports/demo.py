"""Reports for the demo district: last month's analysis signed and sent, yesterday's daily report waiting for review."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from chengyun.org.access import Actor, actor_for
from chengyun.org.models import Account

from . import making, planning, plans, rights, signing, words
from .models import Report, ReportPlan

WRITER, REVIEWER, SIGNER = "analyst", "shift_leader", "director"
NEEDS = {WRITER: rights.WRITE, REVIEWER: rights.REVIEW, SIGNER: rights.SIGN}


def fill(now: datetime | None = None) -> int:
    """Make them unless there are reports; how many. The worker makes today's by itself."""
    if Report.objects.exists():
        return 0
    now = now or timezone.now()
    today = timezone.localdate(now)
    first, last = planning.period_of(words.MONTHLY, today.replace(day=1) - timedelta(days=1))
    made = 0
    for code, start, end, steps in (
        ("monthly", first, last, (words.SUBMIT, words.PASS, words.SIGN, words.SEND)),
        ("daily", today - timedelta(days=1), today - timedelta(days=1), (words.SUBMIT,)),
    ):
        plan = ReportPlan.objects.filter(code=code).first()
        if plan is not None and _one(plan, start, end, steps, now):
            made += 1
    return made


def _one(plan: ReportPlan, first: date, last: date, steps: tuple[str, ...], now: datetime) -> bool:
    people = {name: _person(permission, name) for name, permission in NEEDS.items()}
    writer = people[WRITER]
    if writer is None:
        return False
    moment = min(_at(planning.due_on(last, 1, plans.workday())), now)
    report = making.begin(writer, plan, first, last, now=moment)
    making.fill(report.pk, moment)
    who = {words.SUBMIT: WRITER, words.PASS: REVIEWER, words.SIGN: SIGNER, words.SEND: SIGNER}
    for minutes, step in enumerate(steps, start=1):
        actor = people[who[step]]
        if actor is None:
            break
        version = Report.objects.values_list("version", flat=True).get(pk=report.pk)
        signing.act(actor, report.pk, step, version, now=min(moment + timedelta(minutes=minutes * 20), now))
    return True


def _person(permission: str, username: str) -> Actor | None:
    """The demo account with this name, when it may do it."""
    able = [actor for account in Account.objects.filter(is_demo=True, is_active=True, username=username)
            if (actor := actor_for(account)).can(permission)]  # fmt: skip
    return next(iter(able), None)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(9, 10), timezone.get_default_timezone())
