"""Thousands of cases at once: the same checks and the same rows as engine.create, written with COPY.

What makes it quick is only how rows are written and numbers are taken; each case is built by the engine's own
functions. A test compares both ways column by column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from chengyun.kernel import collector
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import engine
from .copying import copy_rows, copy_tuples, new_ids
from .engine import Registration, Then
from .followers import tell_many
from .models import Assignment, Case, CaseText, CaseVisibility, Requester, Signature
from .models.quick import quick
from .search import tokens_of
from .work import Work

_RETRIES = 3
_REQUESTER = [field.attname for field in Requester._meta.concrete_fields if field.name not in ("id", "created_at")]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one registration: a new case, one that was there (`is_new` False), or a `problem`."""

    number: str = ""
    is_new: bool = False
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What can be worked out about a registration before its transaction, without the database."""

    requester: dict[str, Any] | None
    vector: str


def prepare(registration: Registration) -> Prepared:
    """The sealed requester and the search tokens."""
    text = engine.stored_text(registration.text)
    title = engine.title_of(registration, text)
    requester = engine.requester_row(registration.requester)
    columns = None if requester is None else {field: getattr(requester, field) for field in _REQUESTER}
    return Prepared(columns, _vector(tokens_of(title, text, registration.address[:200])))


def create_many(
    actor: Actor,
    registrations: Sequence[Registration],
    then: Then = (),
    *,
    prepared: Sequence[Prepared] | None = None,
    now: datetime | None = None,
) -> list[Made]:
    """Register many requests and do the same further actions on each; one result for each, in their order.

    All in one transaction (the caller's, if there is one). A registration that is refused does not stop the
    others. An external id that its channel brought before makes no second case: equal digests give the case that
    is there, different ones a 409 for that registration. `then` may hold what engine.create takes, with the same
    input for all; a problem in it stops everything. Files are not taken. `prepared` is what `prepare` gave for each,
    when it was called before (in another thread, say).
    """
    if not (actor.is_system or actor.can("case.register")):
        raise Problem(403, "forbidden", "没有权限", "您没有登记诉求的权限。", permission="case.register")
    ready = [prepare(row) for row in registrations] if prepared is None else prepared
    for attempt in range(_RETRIES):
        try:
            with transaction.atomic(), collector.paused():
                return _create(actor, registrations, ready, then, now or timezone.now())
        except IntegrityError as error:
            diagnosis = getattr(error.__cause__, "diag", None)
            if getattr(diagnosis, "constraint_name", "") != "case_channel_external" or attempt == _RETRIES - 1:
                raise
    raise AssertionError("unreachable")


def _create(
    actor: Actor, registrations: Sequence[Registration], ready: Sequence[Prepared], then: Then, now: datetime
) -> list[Made]:
    results: list[Made | None] = [None] * len(registrations)
    there = _there(registrations)
    works: list[Work] = []
    places: list[int] = []
    first: dict[tuple[str, str], int] = {}
    followers: list[tuple[int, int]] = []
    for at, registration in enumerate(registrations):
        key = (registration.channel, registration.external_id) if registration.external_id else None
        if key is not None and key in there:
            results[at] = _repeat(registration, *there[key])
            continue
        if key is not None and key in first:
            followers.append((at, first[key]))
            continue
        try:
            works.append(_build(actor, registration, ready[at].requester, now))
        except Problem as problem:
            results[at] = Made(problem=problem)
            continue
        places.append(at)
        if key is not None:
            first[key] = at
    if works:
        _number(works)
        for work in works:
            engine.start(work)
            engine.follow_up(work, then)
        _write(works, [(registrations[at].text, ready[at].vector) for at in places])
        for at, work in zip(places, works, strict=True):
            results[at] = Made(work.case.number, True)
    for at, origin in followers:
        made, earlier = results[origin], registrations[origin]
        results[at] = _repeat(registrations[at], made.number if made else "", earlier.digest)
    return [made if made is not None else Made() for made in results]


def _build(actor: Actor, registration: Registration, requester: dict[str, Any] | None, now: datetime) -> Work:
    if registration.file_ids:
        raise Problem(422, "invalid", "提交的内容有误", "批量登记不能带文件。",
                      errors=[{"field": "files", "message": "批量登记不能带文件。"}])  # fmt: skip
    work = engine.build(actor, registration, now)
    if requester is not None:
        work.case.requester = quick(Requester, **requester, created_at=now)
    return work


def _there(registrations: Iterable[Registration]) -> dict[tuple[str, str], tuple[str, bytes | None]]:
    """(channel, external id) → (number, digest) of those that came before; one statement per channel."""
    wanted: dict[str, list[str]] = {}
    for registration in registrations:
        if registration.external_id:
            wanted.setdefault(registration.channel, []).append(registration.external_id)
    found: dict[tuple[str, str], tuple[str, bytes | None]] = {}
    for channel, ids in wanted.items():
        rows = Case.objects.filter(channel=channel, external_id__in=ids)
        for external_id, number, digest in rows.values_list("external_id", "number", "intake_digest"):
            found[channel, external_id or ""] = (number, bytes(digest) if digest is not None else None)
    return found


def _repeat(registration: Registration, number: str, digest: bytes | None) -> Made:
    if digest is not None and digest == registration.digest:
        return Made(number)
    message = f"编号 {registration.external_id} 已登记为 {number}，内容不同。"
    errors = [{"field": "external_id", "message": message}]
    return Made(number, problem=Problem(409, "external_id_taken", "编号已用于另一件诉求", message, errors=errors))


def _number(works: Sequence[Work]) -> None:
    """Numbers for all, counted up in their order within each prefix and day; one statement."""
    keys = ["-".join(engine.number_key(work)) for work in works]
    counts = sorted(Counter(keys).items())
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO cases_numbercounter AS c (key, last)"
            " SELECT * FROM unnest(%s::text[], %s::int[]) ON CONFLICT (key)"
            " DO UPDATE SET last = c.last + EXCLUDED.last RETURNING key, last",
            [[key for key, _ in counts], [count for _, count in counts]],
        )
        last = dict(cursor.fetchall())
    following = {key: last[key] - count for key, count in counts}
    for key, work in zip(keys, works, strict=True):
        following[key] += 1
        work.case.number = f"{key}-{following[key]:06d}"


# --- writing -----------------------------------------------------------------------------------------------------
def _write(works: Sequence[Work], texts: Sequence[tuple[str, str]]) -> None:
    """All rows of all cases; listeners are told once."""
    for work in works:
        work.settle()
    _give_ids(works)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('chengyun.quiet', 'on', true)")
        copy_rows([work.case.requester for work in works if work.case.requester is not None])
        copy_rows([work.case for work in works])
        _copy_texts(works, texts)
        copy_rows([part for work in works for part in work.assignments])
        copy_rows([clock for work in works for clock in work.clocks])
        copy_rows([row for work in works for row in _visibility(work)])
        copy_rows([event for work in works for event in work.events], leave_out=("tx",))
        _write_others(works)
        cursor.execute("SELECT set_config('chengyun.quiet', 'off', true)")
        cursor.execute("SELECT pg_notify('chengyun_live', %s)", [_message(works)])
    tell_many(works)


def _give_ids(works: Sequence[Work]) -> None:
    """Ids before writing, so that rows can name each other."""
    requesters: dict[int, Requester] = {}
    parts = [part for work in works for part in work.assignments]
    for work in works:
        if work.case.requester is not None:
            requesters[id(work.case.requester)] = work.case.requester
    for model, rows in ((Requester, list(requesters.values())), (Assignment, parts)):
        if rows:
            for row, key in zip(rows, new_ids(model, len(rows)), strict=True):
                row.pk = key
    for work, key in zip(works, new_ids(Case, len(works)), strict=True):
        case = work.case
        case.pk = key
        case.requester = case.requester
        for part in work.assignments:
            part.case_id = key
            part.parent = part.parent
        for clock in work.clocks:
            clock.case_id = key
            clock.assignment = clock.assignment
        for event in work.events:
            event.case_id = key


def _visibility(work: Work) -> list[CaseVisibility]:
    case = work.case
    return [
        CaseVisibility(
            unit_id=unit_id, case_id=case.pk, received_at=case.received_at, is_open=case.is_open,
            due_status=case.due_status, next_due_at=case.next_due_at,
        )
        for unit_id in sorted(work.new_viewers)
    ]  # fmt: skip


def _copy_texts(works: Sequence[Work], texts: Sequence[tuple[str, str]]) -> None:
    rows = ((work.case.pk, engine.stored_text(text), vector) for work, (text, vector) in zip(works, texts, strict=True))
    copy_tuples(CaseText._meta.db_table, ("case_id", "text", "search"), rows)
    # Who looks for repeats signs them (cases.repeats): it would cost a file a seventh of its time.
    copy_tuples(Signature._meta.db_table, ("case_id", "looked"), ((work.case.pk, False) for work in works))


def _vector(tokens: Sequence[str]) -> str:
    """A tsvector in PostgreSQL's own notation: what array_to_tsvector makes of the tokens, which hold letters and
    digits only (kernel.tokens)."""
    return "'" + "' '".join(tokens) + "'" if tokens else ""


def _write_others(works: Sequence[Work]) -> None:
    """What actions add beside these tables, model by model in the order it came."""
    others: dict[type, list[Any]] = {}
    for work in works:
        for row in work.after_insert:
            row.case = work.case
            others.setdefault(type(row), []).append(row)
    for model, rows in others.items():
        model._default_manager.bulk_create(rows)  # type: ignore[attr-defined]


def _message(works: Sequence[Work]) -> str:
    units: set[int] = set().union(*(work.new_viewers for work in works))
    content: Mapping[str, Any] = {"type": "cases", "count": len(works), "unit_ids": sorted(units)[:500]}
    return orjson.dumps(content).decode()
