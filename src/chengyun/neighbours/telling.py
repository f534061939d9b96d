"""What residents are told: noted in the transaction of the action (one row), turned into messages by the worker.

A message is unique for resident, way and happening, so that whatever is done twice tells once.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.cases import catalogue, followers
from chengyun.kernel import rows
from chengyun.org.models import District
from chengyun.places.models import Area

from . import following, known, settings
from .models import Bulletin, Delivery, Happening, MessageTemplate, Question, Raised, Resident
from .rules import allowed_from, filled

EVENTS = {
    "register": "登记", "accept": "受理", "reject": "不予受理", "direct_answer": "直接答复", "dispatch": "派单",
    "acknowledge": "签收", "contact": "先行联系", "reply": "答复办结", "review": "审核", "close": "结案",
    "redo": "重办", "decide_suspension": "审批挂账", "decide_extension": "审批延期", "resume": "恢复办理",
    "void": "作废",
}  # fmt: skip
QUESTION, ALERT = "question", "alert"
OTHERS = {QUESTION: "有问题要居民回答", ALERT: "发布提醒"}
AT_ONCE = 200


def follow() -> None:
    for action in EVENTS:
        followers.register(action, note)


def note(work: Any, event: Any) -> None:
    """One row, and only for cases that residents can be in: costs nothing for all others."""
    case = work.case
    if case.channel == settings.CHANNEL or case.callers > 1:
        rows.insert([Happening(case=case, seq=event.seq, action=event.action, state=event.to_state, at=event.at)])


def expand() -> int:
    """Make messages of what happened; how many happenings were looked at. Harmless when done twice."""
    with transaction.atomic():
        happened = list(Happening.objects.select_for_update(skip_locked=True).order_by("id")[:AT_ONCE])
        for one in happened:
            _expand_one(one)
        Happening.objects.filter(pk__in=[one.pk for one in happened]).delete()
    return len(happened)


def _expand_one(one: Happening) -> None:
    fitting = _fitting(one.action, one.state)
    if not fitting:
        return
    people = Raised.objects.filter(Q(case_id=one.case_id) | Q(case__joined_to_id=one.case_id), followed=True)
    if one.action == "register":
        people = people.filter(case_id=one.case_id)
    raised = list(people.select_related("case__joined_to", "resident")[:5000])
    if raised:
        due = following.promise_of(following.matter_of(raised[0]))
        key = f"{one.case_id}-{one.seq}"
        found = [_of_case(row, due, template, key, one.at) for row in raised for template in fitting]
        leave(message for group in found for message in group)


def _fitting(event: str, state: str = "") -> list[MessageTemplate]:
    """Templates for an event: those for just this state, else those for any."""
    found = [one for one in known.current().templates if one.event == event]
    exact = [one for one in found if one.state and one.state == state]
    return exact or [one for one in found if not one.state]


def _of_case(
    row: Raised, due: datetime | None, template: MessageTemplate, key: str, at: datetime, **more: str
) -> list[Delivery]:
    category = catalogue.current().category(row.case.category_id)
    values = {
        **common(), "number": row.case.number, "matter": category.name if category else "您反映的问题",
        "due": f"{timezone.localtime(due):%m月%d日 %H:%M}" if due else "", **more,
    }  # fmt: skip
    return messages(row.resident, template, values, key, at, case_id=row.case_id)


def common() -> dict[str, str]:
    district = District.objects.first()
    return {"centre": district.centre_name if district else "", "phone": "12345"}


def messages(
    resident: Resident, template: MessageTemplate, values: dict[str, str], key: str, at: datetime, **about: Any
) -> list[Delivery]:
    """One message for each way that the template names and that reaches this person."""
    start, end = known.current().silent
    wait = at if template.urgent else allowed_from(timezone.localtime(at), start, end)
    text = filled(template.text, values)[:500]
    found = []
    for way in template.ways:
        if not _reaches(resident, way, template):
            continue
        inside = way == Delivery.APP
        found.append(
            Delivery(
                resident=resident, template=template.code, way=way, text=text, given=values if not inside else {},
                dedupe=f"{template.code}-{key}", state=Delivery.SENT if inside else Delivery.WAITING,
                created_at=at, next_at=at if inside else wait, sent_at=at if inside else None, **about,
            )
        )  # fmt: skip
    return found


def _reaches(resident: Resident, way: str, template: MessageTemplate) -> bool:
    if resident.left_at is not None:
        return False
    if way == Delivery.SMS:
        return resident.by_sms and resident.phone_index is not None and settings.gateway().configured
    if way == Delivery.WECHAT:
        ready = bool(template.wechat_template) and settings.mini_program().configured
        return ready and resident.wechat_index is not None
    return True


def leave(found: Iterable[Delivery]) -> int:
    made = Delivery.objects.bulk_create(list(found), ignore_conflicts=True, batch_size=500)
    return len(made)


def tell_question(question: Question) -> None:
    """A question of the centre: at once, for somebody waits for the answer."""
    row = question.raised
    for template in _fitting(QUESTION):
        leave(_of_case(row, None, template, f"q{question.pk}", question.asked_at, question=question.text[:60]))


def tell_bulletins() -> int:
    """Alerts that were just published go to everybody who lives there; how many messages."""
    count = 0
    for bulletin in Bulletin.objects.filter(state=Bulletin.PUBLISHED, told_at__isnull=True).order_by("id")[:10]:
        with transaction.atomic():
            count += _tell_bulletin(bulletin) if bulletin.kind == Bulletin.ALERT else 0
            Bulletin.objects.filter(pk=bulletin.pk).update(told_at=timezone.now())
    return count


def _tell_bulletin(bulletin: Bulletin) -> int:
    residents = Resident.objects.filter(left_at__isnull=True)
    if bulletin.area_codes:
        residents = residents.filter(home_id__in=areas_below(bulletin.area_codes))
    values = {**common(), "title": bulletin.title, "text": bulletin.text[:60]}
    if bulletin.phone:
        values["phone"] = bulletin.phone
    at, count, some = timezone.now(), 0, []
    for resident in residents.order_by("pk").iterator(chunk_size=1000):
        for template in _fitting(ALERT):
            some += messages(resident, template, values, f"b{bulletin.pk}", at, bulletin_id=bulletin.pk)
        if len(some) >= 1000:
            count, some = count + leave(some), []
    return count + leave(some)


def areas_below(codes: Iterable[str]) -> list[int]:
    """Ids of areas with these codes and of all below them."""
    wanted = Q(pk__in=[])
    for path in Area.objects.filter(code__in=list(codes)).values_list("path", flat=True):
        wanted |= Q(path__startswith=path) if path else Q(pk__in=[])
    wanted |= Q(code__in=list(codes))
    return list(Area.objects.filter(wanted).values_list("id", flat=True))
