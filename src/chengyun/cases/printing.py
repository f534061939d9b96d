"""A case on paper, as PDF: masked for whoever may print, with personal data for few, who say why.

Each printing is an export and stands in the record of exports before anything is shown; with personal data it is also
a look at each person that is on the paper. How it looks: printing_words, printing_sheet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import files, masks, rows, vault
from chengyun.kernel.models import StoredFile
from chengyun.kernel.pdf import Photo
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account, District

from . import access, page, queries
from .desk import owner
from .models import ExportRecord, UnmaskRecord
from .printing_sheet import Content, build

PRINT, PRINT_CLEAR = "case.print", "case.print_clear"
MOST_PHOTOS = 24
MOST_PEOPLE = 200
_PEOPLE = f"""
SELECT c.id, c.number, r.sealed FROM cases_case c JOIN cases_requester r ON r.id = c.requester_id
WHERE c.number = %s OR c.joined_to_id = (SELECT id FROM cases_case WHERE number = %s)
ORDER BY c.number = %s DESC, c.id LIMIT {MOST_PEOPLE}
"""
_PERSONAL = ("name", "phone", "id_number", "address")


@dataclass(frozen=True)
class Printed:
    name: str
    content: bytes
    record_id: int


class Person(NamedTuple):
    """A requester on the paper, opened from the vault: to be shown, or to be kept out of free text."""

    case_id: int
    number: str
    clear: Mapping[str, str]


def print_case(number: str, actor: Actor, *, personal: bool, reason: str, language: str = "zh") -> Printed:
    """The file. Raises Problem 403, 404."""
    actor.require(PRINT_CLEAR if personal else PRINT)
    work = page.read(number, actor)
    if not access.may_do(actor, PRINT_CLEAR if personal else PRINT, work):
        raise Problem(403, "forbidden", "没有权限", "您的授权范围不含这个案件的打印。")
    told = page.told(work, language)
    story = queries.timeline(number, actor, language)["items"]
    people = [Person(key, whose, vault.open_(bytes(sealed))) for key, whose, sealed in
              rows.execute(_PEOPLE, [number, number, number]).fetchall()]  # fmt: skip
    record = _record(number, actor, personal, reason, people)
    content = Content(
        told, story, _photos(told), {person.number: person.clear for person in people} if personal else {},
        str if personal else Masker(person.clear for person in people), record.who, record.unit_name, record.row.at,
        reason, record.row.pk, personal, actor.for_name, language, _district(),
    )  # fmt: skip
    made = build(content)
    ExportRecord.objects.filter(pk=record.row.pk, finished_at__isnull=True).update(
        finished_at=timezone.now(), complete=True, rows=1, size=len(made), digest=hashlib.sha256(made).digest()
    )
    return Printed(f"{number}-{timezone.localtime(record.row.at):%Y%m%d-%H%M%S}.pdf", made, record.row.pk)


class _Recorded(NamedTuple):
    row: ExportRecord
    who: str
    unit_name: str


def _record(number: str, actor: Actor, personal: bool, reason: str, people: list[Person]) -> _Recorded:
    account = Account.objects.select_related("unit").get(pk=owner(actor))
    who = f"{account.display_name or account.username}（{account.username}）"
    with transaction.atomic():
        row = ExportRecord.objects.create(
            account_id=account.pk, account_name=who[:120], for_id=actor.for_id, unit_id=account.unit_id, format="pdf",
            clear=personal, reason=reason, query={"numbers": [number]}, words=f"打印案件 {number}",
            at=timezone.localtime(),
        )  # fmt: skip
        if personal:
            UnmaskRecord.objects.bulk_create(
                UnmaskRecord(
                    case_id=person.case_id, account_id=account.pk, for_id=actor.for_id,
                    reason=f"打印（第 {row.pk} 号）：{reason}"[:200],
                )
                for person in people
            )  # fmt: skip
    return _Recorded(row, who, account.unit.name if account.unit else "")


def _district() -> str:
    district = District.objects.first()
    return (district.centre_name or district.name) if district else ""


def _photos(told: Mapping[str, Any]) -> list[Photo]:
    """The pictures of the case, small enough for paper and without the data that cameras write into them."""
    wanted = [item for item in told["attachments"] if item["kind"] == "image"][:MOST_PHOTOS]
    if not wanted:
        return []
    found = {str(row.pk): row for row in StoredFile.objects.filter(pk__in=[item["id"] for item in wanted])}
    photos = []
    for item in wanted:
        row = found.get(item["id"])
        content = files.picture_for_paper(row) if row else None
        if content:
            photos.append(Photo(content, item["id"]))
    return photos


class Masker:
    """Free text without the people whom we know: their names, numbers and addresses, however they were typed, and
    every mobile and ID number besides."""

    def __init__(self, people: Iterable[Mapping[str, str]]):
        self._known: list[tuple[re.Pattern[str], str]] = []
        for person in people:
            for kind in _PERSONAL:
                value = person.get(kind, "").strip()
                pattern = _however_typed(kind, value)
                if pattern:
                    self._known.append((re.compile(pattern, re.IGNORECASE), _MASKS[kind](value)))
        self._known.sort(key=lambda known: -len(known[0].pattern))

    def __call__(self, text: str) -> str:
        for pattern, mask in self._known:
            text = pattern.sub(lambda _, mask=mask: mask, text)  # type: ignore[misc]
        return masks.mask_text(_spaced(text))


_MASKS = {
    "name": masks.mask_name, "phone": masks.mask_phone, "id_number": masks.mask_id, "address": masks.mask_address,
}  # fmt: skip
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[\s\-]?(\d{4})[\s\-]?(\d{4})(?!\d)")


def _spaced(text: str) -> str:
    """Mobile numbers typed in groups are numbers too."""
    return _MOBILE.sub(r"\1****\3", text)


def _however_typed(kind: str, value: str) -> str:
    if kind == "phone":
        digits = re.sub(r"\D", "", masks.normalise_phone(value))
        return r"[\s\-]?".join(digits) if len(digits) >= 5 else ""
    if kind == "id_number":
        characters = re.sub(r"[\s\-]", "", value)
        return r"[\s\-]?".join(map(re.escape, characters)) if len(characters) >= 5 else ""
    if kind == "name" and masks.mask_name(value) == value:
        return ""
    least = 2 if kind == "name" else 4
    return r"\s*".join(map(re.escape, re.sub(r"\s", "", value))) if len(value) >= least else ""
