"""Looking at a source, taking it over, and stopping when too many would leave at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import revision, vault
from chengyun.kernel.problems import Problem

from .. import sessions
from ..access import TOPIC, Actor, system_actor
from ..masterdata import planning as rows_planning
from ..masterdata import service as tables
from ..masterdata import writing
from ..masterdata.kinds import ERROR, UNCHANGED
from ..masterdata.organisation import ACCOUNTS, PEOPLE
from ..models import Account, AccountEvent, MasterDataChange, PeopleSource, Person, PersonContact, SyncedPerson, SyncRun
from ..outside import email_index
from . import planning, records

KEEP = timedelta(hours=24)
SHOWN = 500
JOB = "人员同步"


def source_of(code: str) -> PeopleSource:
    found = PeopleSource.objects.filter(code=code).first() if "\x00" not in code else None
    if found is None:
        raise Problem(404, "not_found", "没有这个人员来源")
    return found


# --- looking ----------------------------------------------------------------------------------------------------
def look(source: PeopleSource, people: Sequence[records.Staff], actor: Actor, file_name: str = "") -> SyncRun:
    """What would change, kept for a day. Problem 422 when there is nobody in the list at all."""
    if not people:
        raise Problem(422, "empty_list", "名单是空的", "没有读到一个人；为防误停账号，空名单不会执行。")
    plan = planning.plan(source, people)
    _forget_old(source)
    kept = {"people": json.dumps([one.kept() for one in people], ensure_ascii=False),
            "changes": json.dumps(_shown(plan), ensure_ascii=False), "digest": plan.digest}  # fmt: skip
    with transaction.atomic():
        run = SyncRun.objects.create(
            source=source, by_id=actor.account_id, by_name=actor.name[:80], file_name=file_name[:200],
            counts={**plan.counts, "brake": brakes(source, plan.counts)},
        )  # fmt: skip
        run.sealed = vault.seal(kept, f"run:{run.pk}")
        run.save(update_fields=["sealed"])
    return run


def _forget_old(source: PeopleSource) -> None:
    """Lists nobody took over hold names and telephones; they go after a day."""
    old = SyncRun.objects.filter(sealed__isnull=False, at__lt=timezone.now() - KEEP)
    old.update(sealed=None)
    last = source.runs.order_by("-id").values_list("id", flat=True)[100:101]
    if last:
        source.runs.filter(pk__lte=last[0]).delete()


def _shown(plan: planning.Plan) -> list[dict[str, Any]]:
    return [asdict(change) for change in plan.changes if change.kind != planning.SAME][:SHOWN]


def brakes(source: PeopleSource, counts: dict[str, int]) -> bool:
    present = max(counts["known"], 1)
    return records.too_many_left(counts[planning.LEFT], present, source.brake_percent)


def told(run: SyncRun, whole: bool = False) -> dict[str, Any]:
    kept = vault.open_(bytes(run.sealed), f"run:{run.pk}") if whole and run.sealed else {}
    return {
        "id": run.pk, "source": run.source.code, "at": run.at, "by": run.by_name, "state": run.state,
        "file_name": run.file_name, "counts": run.counts, "said": run.said, "finished_at": run.finished_at,
        "open": bool(run.sealed) and run.state in (SyncRun.PREVIEWED, SyncRun.STOPPED),
        "changes": json.loads(kept.get("changes", "[]")),
    }  # fmt: skip


# --- taking over ------------------------------------------------------------------------------------------------
def commit(run_id: int, actor: Actor, address: str = "", allow_leavers: bool = False) -> SyncRun:
    """Do what was looked at, all or nothing. Problem 409 when things changed since, or too many would leave."""
    with transaction.atomic():
        tables.one_at_a_time()
        run = SyncRun.objects.select_for_update().filter(pk=run_id).first() if 0 < run_id < 2**63 else None
        if run is None:
            raise Problem(404, "not_found", "没有这次预览", "请重新预览。")
        if run.sealed is None or run.state == SyncRun.DONE or timezone.now() - run.at > KEEP:
            raise Problem(409, "preview_gone", "这次预览已用过或已过期", "请重新预览。")
        kept = vault.open_(bytes(run.sealed), f"run:{run.pk}")
        people = [_staff(one) for one in json.loads(kept["people"])]
        source = run.source
        plan = planning.plan(source, people)
        if plan.digest != kept["digest"]:
            raise Problem(409, "stale_preview", "预览之后数据已有变化", "请重新预览并核对。")
        if brakes(source, plan.counts) and not allow_leavers:
            raise braked(source, plan.counts)
        _write(source, people, plan, actor)
        run.state, run.finished_at, run.sealed = SyncRun.DONE, timezone.now(), None
        run.counts, run.by_id, run.by_name = plan.counts, actor.account_id, actor.name[:80]
        run.said = ""
        run.save()
        AccountEvent.objects.create(
            account_id=actor.account_id, kind="people_synced", by_id=actor.account_id, address=address,
            detail={"source": source.name, "by": actor.name, "counts": plan.counts},
        )  # fmt: skip
    return run


def _staff(kept: dict[str, Any]) -> records.Staff:
    return records.Staff(**{**kept, "faults": tuple((name, words) for name, words in kept["faults"])})


def braked(source: PeopleSource, counts: dict[str, int]) -> Problem:
    left, known = counts[planning.LEFT], counts["known"]
    return Problem(
        409, "brake", "离职的人太多，先停下",
        f"名单里少了 {left} 人，原有 {known} 人，超过 {source.brake_percent}%。核对名单后仍要执行，请确认。",
    )  # fmt: skip


def _write(source: PeopleSource, people: Sequence[records.Staff], plan: planning.Plan, actor: Actor) -> None:
    reason = f"{JOB}：{source.name}"
    writing.write(PEOPLE, plan.people, actor, origin=MasterDataChange.IMPORT, reason=reason)
    accounts = [
        row
        for row in rows_planning.plan(ACCOUNTS, list(enumerate(plan.accounts)))
        if row.action not in (UNCHANGED, ERROR)
    ]
    writing.write(ACCOUNTS, accounts, actor, origin=MasterDataChange.IMPORT, reason=reason)
    _remember(source, people, plan)
    _contacts(plan)
    gone = [row.values["username"] for row in accounts if row.values.get("is_active") is False]
    for account_id in Account.objects.filter(username__in=gone).values_list("id", flat=True):
        sessions.end(account_id)
    revision.bump(TOPIC)


def _remember(source: PeopleSource, people: Sequence[records.Staff], plan: planning.Plan) -> None:
    """Whom the source knows now, and who has left it."""
    wrong = {change.row for change in plan.changes if change.kind == planning.WRONG}
    here = {one.external_id: one.staff_no for one in people if one.active and one.row not in wrong}
    persons = dict(Person.objects.filter(staff_no__in=here.values()).values_list("staff_no", "id"))
    rows = [
        SyncedPerson(source=source, external_id=external_id, person_id=persons[number])
        for external_id, number in here.items()
        if number in persons
    ]
    SyncedPerson.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)
    source.people.filter(external_id__in=here).update(left_at=None)
    left = [change.external_id for change in plan.changes if change.kind == planning.LEFT]
    source.people.filter(external_id__in=left).update(left_at=timezone.now())


def _contacts(plan: planning.Plan) -> None:
    persons = dict(Person.objects.filter(staff_no__in=plan.contacts).values_list("staff_no", "id"))
    rows = []
    for number, (email, phone) in plan.contacts.items():
        if number not in persons:
            continue
        pk = persons[number]
        rows.append(
            PersonContact(
                person_id=pk, sealed=vault.seal({"email": email, "phone": phone}, f"contact:{pk}"),
                email_index=email_index(email) if email else None, phone_index=_phone_index(phone),
            )
        )  # fmt: skip
    PersonContact.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=["person"],
        update_fields=["sealed", "email_index", "phone_index"],
    )  # fmt: skip


def _phone_index(phone: str) -> bytes | None:
    try:
        return vault.blind_index("phone", phone) if phone else None
    except ValueError:
        return None


# --- by itself ------------------------------------------------------------------------------------------------
def run_due() -> dict[str, str]:
    """Directories whose hour has come: looked at and taken over, or stopped with the reason for a person to decide."""
    from . import ldap

    now, done = timezone.now(), {}
    due = PeopleSource.objects.filter(enabled=True, kind=PeopleSource.LDAP, every_hours__gt=0, next_run_at__lte=now)
    for source in due:
        PeopleSource.objects.filter(pk=source.pk).update(next_run_at=now + timedelta(hours=source.every_hours))
        actor = system_actor(JOB)
        run: SyncRun | None = None
        try:
            run = look(source, ldap.read(source), actor)
            done[source.code] = commit(run.pk, actor).state
        except Problem as problem:
            done[source.code] = _stopped(source, run, problem, actor)
    return done


def _stopped(source: PeopleSource, run: SyncRun | None, problem: Problem, actor: Actor) -> str:
    state = SyncRun.STOPPED if problem.code == "brake" else SyncRun.FAILED
    said = f"{problem.title}：{problem.detail}" if problem.detail else problem.title
    run = run or SyncRun(source=source, by_name=actor.name)
    run.state, run.said, run.finished_at = state, said.replace("\x00", "")[:500], timezone.now()
    run.save()
    return state
