"""What a list would change here: compared, nothing written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from chengyun.kernel import vault

from ..masterdata import planning
from ..masterdata.kinds import ERROR, UNCHANGED, PlannedRow
from ..masterdata.organisation import ACCOUNTS, PEOPLE
from ..models import Account, PeopleSource, PersonContact, Post, SyncedPerson, Unit
from . import records

NEW, CHANGED, BACK, LEFT, SAME, WRONG = "new", "changed", "back", "left", "same", "wrong"


@dataclass(slots=True)
class Change:
    """What happens to one person. `changes`: [label, before, after]; `account`: make, change, lock or ""."""

    kind: str
    row: int
    external_id: str
    staff_no: str
    name: str
    unit: str
    changes: list[list[str]] = field(default_factory=list)
    account: str = ""
    username: str = ""
    words: str = ""


@dataclass(slots=True)
class Plan:
    """`people` are rows for masterdata.writing; `accounts` are cells, because new people have to be written first."""

    changes: list[Change]
    people: list[PlannedRow]
    accounts: list[dict[str, Any]]
    contacts: dict[str, tuple[str, str]]
    counts: dict[str, int]

    @property
    def digest(self) -> str:
        """Equal when the same would happen."""
        told = sorted([c.kind, c.external_id, c.staff_no, c.changes, c.account] for c in self.changes)
        return hashlib.blake2s(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def plan(source: PeopleSource, people: Sequence[records.Staff]) -> Plan:
    doubled = records.doubles(list(people))
    known = {row.external_id: row for row in source.people.select_related("person")}
    units = _Names(Unit.objects.values_list("code", "name", "short_name"))
    posts = _Names(Post.objects.values_list("code", "name", "name"))
    changes: list[Change] = []
    rows: list[tuple[Change, records.Staff, dict[str, Any]]] = []
    for one in people:
        change = Change(SAME, one.row, one.external_id, one.staff_no, one.name, one.unit, username=one.username)
        changes.append(change)
        said = _faults(one, doubled, known.get(one.external_id))
        if said:
            change.kind, change.words = WRONG, "；".join(said)
        elif one.active:
            cells = {"staff_no": one.staff_no, "name": one.name, "unit": units.code(one.unit),
                     "post": posts.code(one.post) if one.post else "", "valid_to": ""}  # fmt: skip
            rows.append((change, one, cells))
    planned = planning.plan(PEOPLE, [(one.row, cells) for _, one, cells in rows])
    for (change, _, _), row in zip(rows, planned, strict=True):
        _people_change(change, row, known)
    leavers = _leavers(source, people, known)
    changes += [change for change, _ in leavers]
    gone = planning.plan(PEOPLE, [(0, cells) for _, cells in leavers])
    accounts, contacts = _accounts(source, rows, leavers), _contacts(rows)
    changes.sort(key=lambda c: (_ORDER[c.kind], c.row))
    written = [row for row in (*planned, *gone) if row.action not in (UNCHANGED, ERROR)]
    return Plan(changes, written, accounts, contacts, _counts(changes, len(known)))


def _faults(one: records.Staff, doubled: dict[int, str], earlier: SyncedPerson | None) -> list[str]:
    said = [f"{records.LABELS[name]}：{words}" for name, words in one.faults]
    said += [doubled[one.row]] if one.row in doubled else []
    if earlier and one.staff_no and earlier.person.staff_no != one.staff_no:
        said.append(f"工号变了，原来是 {earlier.person.staff_no}：请先在人员表里核对")
    return said


_ORDER = {WRONG: 0, LEFT: 1, NEW: 2, BACK: 3, CHANGED: 4, SAME: 5}


class _Names:
    """Codes by code, or by a name that only one has."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]):
        self.codes: set[str] = set()
        self.by_name: dict[str, set[str]] = {}
        for code, *names in rows:
            self.codes.add(code)
            for name in names:
                self.by_name.setdefault(name, set()).add(code)

    def code(self, text: str) -> str:
        found = self.by_name.get(text, set())
        return text if text in self.codes or len(found) != 1 else next(iter(found))


def _people_change(change: Change, row: PlannedRow, known: dict[str, SyncedPerson]) -> None:
    if row.action == ERROR:
        change.kind = WRONG
        change.words = "；".join(f"{PEOPLE.by_name[name].label}：{words}" for name, words in row.errors)
        return
    earlier = known.get(change.external_id)
    if row.action == "create":
        change.kind = NEW
    elif (earlier and earlier.left_at) or "valid_to" in row.changes:
        change.kind = BACK
    elif row.action != UNCHANGED:
        change.kind = CHANGED
    shown = {n: c for n, c in row.changes.items() if n in PEOPLE.by_name and change.kind != NEW}
    change.changes = [[PEOPLE.by_name[n].label, str(old or ""), str(new or "")] for n, (old, new) in shown.items()]


def _leavers(
    source: PeopleSource, people: Sequence[records.Staff], known: dict[str, SyncedPerson]
) -> list[tuple[Change, dict[str, Any]]]:
    """Who the source knew and does not tell of any more, or says is gone. Somebody with a fault has not left."""
    here = {one.external_id for one in people if one.active or one.faults}
    numbers = {one.staff_no for one in people if one.faults}
    today = timezone.localdate().isoformat()
    found = []
    for external_id, row in known.items():
        if row.left_at or external_id in here or row.person.staff_no in numbers:
            continue
        person = row.person
        change = Change(LEFT, 0, external_id, person.staff_no, person.name, "")
        found.append((change, {"staff_no": person.staff_no, "valid_to": today}))
    return found


def _accounts(
    source: PeopleSource,
    rows: list[tuple[Change, records.Staff, dict[str, Any]]],
    leavers: list[tuple[Change, dict[str, Any]]],
) -> list[dict[str, Any]]:
    cells: list[tuple[Change, dict[str, Any]]] = []
    gone = {change.staff_no: change for change, _ in leavers}
    for account in Account.objects.filter(person__staff_no__in=gone, is_active=True, kind=Account.PERSON):
        change = gone[account.person.staff_no if account.person else ""]
        change.account, change.username = "lock", account.username
        cells.append((change, {"username": account.username, "is_active": False}))
    if source.make_accounts:
        names = [Account.normalize_username(one.username) for _, one, _ in rows if one.username]
        taken = {a.username: a for a in Account.objects.filter(username__in=names).select_related("person")}
        for change, one, values in rows:
            if one.username and change.kind != WRONG:
                _account(change, one, values, taken, cells)
    trial = [{k: v for k, v in given.items() if k != "staff_no" or change.kind != NEW} for change, given in cells]
    planned = planning.plan(ACCOUNTS, list(enumerate(trial)))
    for (change, _), row in zip(cells, planned, strict=True):
        if row.action == ERROR:
            change.words, change.account = "；".join(words for _, words in row.errors), ""
        elif row.action == "update" and not change.account:
            change.account = "change"
            change.kind = CHANGED if change.kind == SAME else change.kind
    return [given for (_, given), row in zip(cells, planned, strict=True) if row.action not in (UNCHANGED, ERROR)]


def _account(
    change: Change, one: records.Staff, values: dict[str, Any], taken: dict[str, Account],
    cells: list[tuple[Change, dict[str, Any]]],
) -> None:  # fmt: skip
    """An account without rights for somebody new; name and unit of the one they have."""
    name = Account.normalize_username(one.username)
    have = taken.get(name)
    if have is not None and (have.person is None or have.person.staff_no != one.staff_no):
        change.words = f"账号 {name} 已是别人的，没有改动"
        return
    if have is None and change.kind not in (NEW, SAME, CHANGED):
        return
    given = {"username": name, "display_name": one.name, "staff_no": one.staff_no, "unit": values["unit"]}
    if have is None:
        change.account = "make"
        change.kind = CHANGED if change.kind == SAME else change.kind
        given["is_active"] = True
    cells.append((change, given))


def _contacts(rows: list[tuple[Change, records.Staff, dict[str, Any]]]) -> dict[str, tuple[str, str]]:
    """Staff number → (e-mail, telephone) that are to be written; told with masks."""
    numbers = [one.staff_no for change, one, _ in rows if change.kind != WRONG]
    kept = {
        row.person.staff_no: opened(row)
        for row in PersonContact.objects.filter(person__staff_no__in=numbers).select_related("person")
    }
    found = {}
    for change, one, _ in rows:
        before, after = kept.get(one.staff_no, ("", "")), (one.email, one.phone)
        if change.kind == WRONG or before == after:
            continue
        found[one.staff_no] = after
        if change.kind == SAME:
            change.kind = CHANGED
        if change.kind != NEW:
            masks = (mask_email, vault.mask_phone)
            for label, mask, old, new in zip(("邮箱", "手机"), masks, before, after, strict=True):
                if old != new:
                    change.changes.append([label, mask(old) if old else "", mask(new) if new else ""])
    return found


def opened(row: PersonContact) -> tuple[str, str]:
    fields = vault.open_(bytes(row.sealed), f"contact:{row.person_id}")
    return fields.get("email", ""), fields.get("phone", "")


def mask_email(text: str) -> str:
    name, _, host = text.partition("@")
    return f"{name[:1]}***@{host}"


def _counts(changes: list[Change], known: int) -> dict[str, int]:
    counts = dict.fromkeys((NEW, CHANGED, BACK, LEFT, SAME, WRONG), 0)
    for change in changes:
        counts[change.kind] += 1
    counts["accounts_made"] = sum(c.account == "make" for c in changes)
    counts["accounts_locked"] = sum(c.account == "lock" for c in changes)
    counts["known"] = known
    return counts
