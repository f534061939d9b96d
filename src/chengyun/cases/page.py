"""The case page: everything about one case, in a fixed number of statements."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils import timezone

from chengyun.kernel import rows
from chengyun.kernel.models import StoredFile
from chengyun.org.access import Actor

from . import access, discreet, lifecycle, repeating
from .engine import not_found
from .models import Assignment, Case, CaseFile, Clock, LimitPolicy
from .offers import offers
from .present import CallbackRow, RowTeller, assignment_item, callback_item, clock_item, file_item, iso, place_of
from .queries import LIKELY, rows_of_cases
from .work import Work, columns

EARLIER_CAP = 1000


class Around(NamedTuple):
    """What belongs to a case and is kept beside its row."""

    text: str
    name_mask: str | None
    phone_mask: str | None
    anonymous: bool | None
    earlier_cases: int
    area_name: str | None
    area_parent_id: int | None
    joined_to: str | None
    split_from: str | None
    likely: int


_AROUND = f"""
SELECT w.text, r.name_mask, r.phone_mask, r.anonymous,
  CASE WHEN r.phone_index IS NULL THEN 0 ELSE (SELECT count(*) FROM (
    SELECT FROM cases_requester o JOIN cases_case e ON e.requester_id = o.id
    WHERE o.phone_index = r.phone_index AND e.id <> c.id LIMIT {EARLIER_CAP}) earlier) END,
  a.name, a.parent_id, j.number, s.number, {LIKELY}
FROM cases_case c JOIN cases_casetext w ON w.case_id = c.id
LEFT JOIN cases_requester r ON r.id = c.requester_id LEFT JOIN places_area a ON a.id = c.area_id
LEFT JOIN cases_case j ON j.id = c.joined_to_id LEFT JOIN cases_case s ON s.id = c.split_from_id
WHERE c.id = %s
"""
_CALLBACKS = """
SELECT b.id, f.number, b.state, b.planned_at, b.attempts, b.contacted, b.solved, b.satisfaction, b.reasons, b.comment,
  b.done_at, b.round, r.name_mask, r.phone_mask
FROM cases_callback b JOIN cases_case f ON f.id = b.for_case_id LEFT JOIN cases_requester r ON r.id = f.requester_id
WHERE b.case_id = %s ORDER BY b.round, b.id
"""


def read(number: str, actor: Actor) -> Work:
    """A case with assignments and clocks, for showing. Raises Problem 404."""
    case = access.find(actor, number)
    if case is None:
        raise not_found(number)
    return Work(
        case, lifecycle.get(case.lifecycle), actor, timezone.now(),
        rows.fetch(Assignment, "case_id = %s ORDER BY id", [case.pk]),
        rows.fetch(Clock, "case_id = %s ORDER BY id", [case.pk]),
    )  # fmt: skip


def case_page(number: str, actor: Actor, language: str = "zh") -> dict[str, Any]:
    """Everything that the case page shows, with the actions that are possible now."""
    return discreet.for_reader(told(read(number, actor), language), actor)


def told(work: Work, language: str = "zh") -> dict[str, Any]:
    """What the case page shows of a case in hand."""
    case, known, actor = work.case, work.catalogue, work.actor
    around = Around(*rows.execute(_AROUND, [case.pk]).fetchone())
    row = _row(case, around)
    teller = RowTeller(known, work.now, language, repeating.likely_in(actor, [row]))
    page = teller.tell(row)
    sources = _sources(work)
    page.update(
        text=around.text,
        place=place_of(case, around.area_name, around.area_parent_id, known),
        occurred_at=iso(case.occurred_at),
        accepted_at=iso(case.accepted_at),
        dispatched_at=iso(case.dispatched_at),
        review_date=case.review_date.isoformat() if case.review_date else None,
        external_id=case.external_id,
        facts=case.facts,
        requester=_requester(case, around, actor),
        clocks=[clock_item(clock, work, sources, language) for clock in work.clocks],
        assignments=[assignment_item(part, work) for part in work.assignments],
        joined=_joined(case, teller),
        joined_to=around.joined_to,
        split_from=around.split_from,
        parts=_parts(case),
        callbacks=[callback_item(CallbackRow(*row)) for row in rows.execute(_CALLBACKS, [case.pk]).fetchall()],
        attachments=_attachments(case),
        returns={"count": case.return_count, "redo": case.redo_count, "extension": case.extension_count},
        actions=offers(work, actor),
        head={"event_count": case.event_count, "hash": bytes(case.head_hash).hex()},
    )
    return page


def _row(case: Case, around: Around) -> dict[str, Any]:
    """The columns of queries.ROW_FIELDS."""
    return {
        **columns(case), "area__name": around.area_name, "requester__name_mask": around.name_mask,
        "requester__phone_mask": around.phone_mask, "requester__anonymous": around.anonymous,
        "likely": around.likely,
    }  # fmt: skip


def _sources(work: Work) -> dict[int, str]:
    """Where the limits of the clocks come from, also of policies that are no longer in force."""
    found = {policy.id: policy.source for policy in work.catalogue.policies}
    older = {clock.policy_id for clock in work.clocks if clock.policy_id is not None} - set(found)
    if older:
        found.update({row.pk: row.source for row in rows.fetch(LimitPolicy, "id = ANY(%s)", [sorted(older)])})
    return found


def _requester(case: Case, around: Around, actor: Actor) -> dict[str, Any] | None:
    if case.requester_id is None:
        return None
    return {
        "name": around.name_mask, "phone": around.phone_mask, "anonymous": around.anonymous,
        "earlier_cases": around.earlier_cases, "may_unmask": actor.can("case.unmask"),
    }  # fmt: skip


def _joined(case: Case, teller: RowTeller) -> list[dict[str, Any]]:
    if case.callers <= 1:
        return []
    found = rows_of_cases("cases_case c", "WHERE c.joined_to_id = %s ORDER BY c.id", [case.pk])
    return [teller.tell(row) for row in found]


def _parts(case: Case) -> list[str]:
    if not case.facts.get("split"):
        return []
    found = rows.execute("SELECT number FROM cases_case WHERE split_from_id = %s ORDER BY id", [case.pk])
    return [number for (number,) in found.fetchall()]


def _attachments(case: Case) -> list[dict[str, Any]]:
    parts = rows.fetch(CaseFile, "case_id = %s ORDER BY id", [case.pk])
    if not parts:
        return []
    files = {file.pk: file for file in rows.fetch(StoredFile, "id = ANY(%s)", [[part.file_id for part in parts]])}
    return [file_item(part, files[part.file_id]) for part in parts]
