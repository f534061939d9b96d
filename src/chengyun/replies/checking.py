"""The check of a reply with what the platform knows of its case: live while it is written, and of those sent."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from chengyun.cases import access, catalogue, engine, lifecycle
from chengyun.cases.models import Assignment, Case
from chengyun.kernel import rows
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import phrases
from .cues import DRAFT_MARK
from .models import ReplyCheck
from .rules import VERSION, Asked, Checked, Hint, check
from .wording import ELEMENTS, QUALITY, told

LEAST_COPIED = 20
"""Letters from which on two equal replies are worth a word; "已办结" is often the same."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A case as the check sees it."""

    case: Case
    text: str
    name_mask: str
    parts: Sequence[Assignment]


def find(actor: Actor, number: str) -> Case:
    case = access.find(actor, number)
    if case is None:
        raise engine.not_found(number)
    return case


def facts_of(case: Case) -> Facts:
    row = rows.execute(
        "SELECT t.text, r.name_mask FROM cases_casetext t LEFT JOIN cases_requester r ON r.id = %s"
        " WHERE t.case_id = %s",
        [case.requester_id, case.pk],
    ).fetchone()
    parts = rows.fetch(Assignment, "case_id = %s ORDER BY id", [case.pk])
    return Facts(case, row[0] if row else "", (row[1] if row else "") or "", parts)


# --- live -------------------------------------------------------------------------------------------------------------
def live(actor: Actor, number: str, text: str, assignment_id: int | None, language: str) -> dict[str, Any]:
    """What the check says of a reply that is being written; nothing is kept."""
    facts = facts_of(find(actor, number))
    part = _part(facts, assignment_id)
    same = same_as(part.unit_id, digest_of(text), facts.case.pk) if part else 0
    return tell(check(text, asked(facts, part, same), phrases.current()), language)


def _part(facts: Facts, assignment_id: int | None) -> Assignment | None:
    """The part that is answered: the one named, else the lead's latest."""
    if assignment_id is not None:
        found = next((part for part in facts.parts if part.pk == assignment_id), None)
        if found is None:
            message = "这个案件没有这项承办任务，请刷新后再试。"
            raise Problem(
                422, "invalid", "提交的内容有误", message, errors=[{"field": "assignment_id", "message": message}]
            )
        return found
    return max((part for part in facts.parts if part.is_root_lead), key=lambda part: part.pk, default=None)


def asked(facts: Facts, part: Assignment | None, same: int = 0) -> Asked:
    case = facts.case
    category = catalogue.current().category(case.category_id)
    return Asked(
        case.title, facts.text, case.address, category.name if category else "",
        catalogue.current().unit_name(part.unit_id) if part else "", _surname(facts.name_mask),
        contact_asked=_contact_asked(case, part),
        contacted=_moment(part.contacted_at) if part and part.contacted_at else "",
        record_known=part is not None, same_as=same,
    )  # fmt: skip


def _contact_asked(case: Case, part: Assignment | None) -> bool:
    """The lead of a matter that somebody raised is to speak with that person."""
    if case.requester_id is None or (part is not None and not part.is_root_lead):
        return False
    rule = lifecycle.get(case.lifecycle).actions.get("reply")
    return rule is None or rule.options.get("contact_required") is not False


def _surname(mask: str) -> str:
    return mask[0] if mask and (mask.endswith("*") or mask[-2:] in ("先生", "女士")) else ""


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local.month}月{local.day}日{local.hour}时{local.minute:02d}分，"


# --- of those sent ----------------------------------------------------------------------------------------------------
def sent(actor: Actor, number: str, language: str) -> list[dict[str, Any]]:
    """The replies that stand in a case, the lead's first, each with what the check says."""
    facts = facts_of(find(actor, number))
    known = catalogue.current()
    answered = [part for part in facts.parts if part.reply and part.state == Assignment.REPLIED]
    answered.sort(key=lambda part: (not part.is_root_lead, -part.pk))
    return [
        {
            "assignment_id": part.pk, "unit": known.unit_name(part.unit_id), "lead": part.is_root_lead,
            "at": part.replied_at, "text": part.reply,
            **tell(check(part.reply, asked(facts, part, same_as(part.unit_id, digest_of(part.reply), facts.case.pk)),
                         phrases.current()), language),
        }
        for part in answered[:20]
    ]  # fmt: skip


def tell(checked: Checked, language: str) -> dict[str, Any]:
    """As the pages show it: words in the language, passages as [start, end) in characters."""
    english = language.startswith("en")
    return {
        "elements": [
            {"code": code, "name": ELEMENTS[code][english], "found": bool(spans), "passages": [list(s) for s in spans]}
            for code, spans in checked.elements.items()
        ],
        "hints": [_hint(hint, language) for hint in checked.hints],
        "mark": DRAFT_MARK,
    }


def _hint(hint: Hint, language: str) -> dict[str, Any]:
    text, write = told(hint.code, language, hint.values)
    passages = [list(span) for span in hint.passages]
    return {"code": hint.code, "severity": hint.severity, "text": text, "write": write, "passages": passages}


# --- the same words ---------------------------------------------------------------------------------------------------
_LETTERS = re.compile(r"[\W_]+")


def digest_of(text: str) -> bytes:
    """Equal for replies that differ in blanks and marks alone; empty for short ones."""
    letters = _LETTERS.sub("", text)
    return hashlib.blake2b(letters.encode(), digest_size=8).digest() if len(letters) >= LEAST_COPIED else b""


def same_as(unit_id: int, digest: bytes, case_id: int) -> int:
    """How many other cases (up to 9) the unit has answered with the same words."""
    if not digest:
        return 0
    found = rows.execute(
        "SELECT count(*) FROM (SELECT DISTINCT case_id FROM replies_replycheck"
        " WHERE unit_id = %s AND digest = %s AND case_id <> %s LIMIT 9) same",
        [unit_id, digest, case_id],
    ).fetchone()
    return int(found[0])


def row_of(
    event: tuple[int, int, datetime], reply: str, facts: Facts, part: Assignment | None, same: int
) -> ReplyCheck:
    """What is kept of a reply that was sent."""
    found = check(reply, asked(facts, part, same), phrases.current())
    event_id, case_id, at = event
    return ReplyCheck(
        event_id=event_id, case_id=case_id, unit_id=part.unit_id if part else None, at=at,
        codes=found.codes, missing=_missing(found.hints), hints=_kept(found.hints), digest=digest_of(reply),
        rules=VERSION,
    )  # fmt: skip


def _missing(hints: Iterable[Hint]) -> int:
    return sum(1 for hint in hints if hint.severity == "missing" and hint.code in QUALITY)


def _kept(hints: Iterable[Hint]) -> list[dict[str, Any]]:
    return [{"code": h.code, "passages": [list(s) for s in h.passages], "values": h.values} for h in hints]
