"""Colleagues and units that an internal note can name, found as one types; and whether they may see the case.

Whoever may not see a case is not told about it: such people are listed, with the reason, and cannot be chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.tokens import pinyin_search
from chengyun.org.access import Actor, Scope, subtree
from chengyun.org.models import Account, Grant, Unit, valid_on

from . import access, notices
from .actions.base import invalid
from .work import Work

SHOWN = 8
MOST_PEOPLE, MOST_UNITS = 20, 5
MOST_LOOKED = 24
TOPIC = "org"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or some unit that can be named. `spelled`: pinyin, initials and codes, for finding."""

    id: int
    name: str
    unit: str
    unit_id: int | None
    spelled: str


def candidates(work: Work, actor: Actor, words: str) -> dict[str, Any]:
    """{people, units}: each {id, name, unit, may_see}; those who may see it first. At most three statements."""
    wanted = words.strip().lower()
    people = [one for one in _people(revision.current(TOPIC)) if one.id != actor.account_id and _fits(one, wanted)]
    people.sort(key=lambda one: (one.unit_id not in _concerned(work), not one.name.lower().startswith(wanted)))
    looked = people[:MOST_LOOKED]
    seeing = who_see(work, [one.id for one in looked])
    looked.sort(key=lambda one: one.id not in seeing)
    units = [one for one in _units(revision.current(TOPIC)) if _fits(one, wanted)]
    units.sort(key=lambda one: (one.id not in _concerned(work), not one.name.lower().startswith(wanted)))
    concerned = _concerned(work)
    return {
        "people": [
            {"id": one.id, "name": one.name, "unit": one.unit, "may_see": one.id in seeing} for one in looked[:SHOWN]
        ],
        "units": [
            {"id": one.id, "name": one.name, "unit": one.unit, "may_see": one.id in concerned} for one in units[:SHOWN]
        ],
    }


def who_see(work: Work, account_ids: Sequence[int]) -> set[int]:
    """Those of these active accounts that may see the case. One statement."""
    today = timezone.localdate()
    grants = (
        Grant.objects.filter(valid_on(today), account_id__in=list(account_ids), account__is_active=True)
        .select_related("role", "account")
        .order_by("id")
    )
    scopes: dict[int, list[Scope]] = {}
    for grant in grants:
        below = None if grant.unit_id is None else subtree(grant.unit_id)
        scopes.setdefault(grant.account_id, []).append(
            Scope(
                grant.unit_id, grant.area_code or None, grant.category_code or None, below,
                frozenset(grant.role.permissions),
            )
        )  # fmt: skip
    return {key for key, held in scopes.items() if access.may_see(Actor(key, "", scopes=tuple(held)), work)}


def check(work: Work, people: Sequence[int], units: Sequence[int]) -> list[Known]:
    """Who is named, by name. Problem 422 for somebody who does not exist or may not see the case."""
    if len(people) > MOST_PEOPLE:
        raise invalid("mentions", f"一次最多提到 {MOST_PEOPLE} 人。")
    if len(units) > MOST_UNITS:
        raise invalid("mention_units", f"一次最多提到 {MOST_UNITS} 个单位。")
    found: list[Known] = []
    if people:
        known = {one.id: one for one in _people(revision.current(TOPIC))}
        seeing = who_see(work, people)
        for key in dict.fromkeys(people):
            if key not in known:
                raise invalid("mentions", "没有这位同事，请重新选择。")
            if key not in seeing:
                raise invalid("mentions", f"{known[key].name}看不到这个案件，不能提到。请改为联系其单位或派单。")
            found.append(known[key])
    if units:
        by_id = {one.id: one for one in _units(revision.current(TOPIC))}
        for key in dict.fromkeys(units):
            if key not in by_id:
                raise invalid("mention_units", "没有这个单位，请重新选择。")
            if key not in _concerned(work):
                raise invalid("mention_units", f"{by_id[key].name}没有承办这个案件，看不到它，不能提到。")
            found.append(by_id[key])
    return found


def tell(work: Work, people: Sequence[int], units: Sequence[int], text: str) -> None:
    """A message to everybody named, but for whoever wrote it; each once, also when named twice."""
    receivers = list(people)
    if units:
        receivers += who_see_of(work, notices.accounts_of_units(units))
    receivers = [key for key in dict.fromkeys(receivers) if key != work.actor.account_id]
    words = work.catalogue.conduct.words(
        "mention", who=work.actor.name, number=work.case.number, title=work.case.title, text=text
    )
    notices.tell(
        receivers, work.case, notices.MENTION, words, f"{work.case.number}-mention-{work.case.event_count}", work.now,
        urgent=work.case.urgency != "normal",
    )  # fmt: skip


def who_see_of(work: Work, accounts: Iterable[int]) -> list[int]:
    given = list(accounts)
    seeing = who_see(work, given)
    return [key for key in given if key in seeing]


def _concerned(work: Work) -> set[int]:
    """Units that have or had a part of the case."""
    return {part.unit_id for part in work.assignments}


def _fits(one: Known, wanted: str) -> bool:
    return not wanted or wanted in one.name.lower() or wanted in one.spelled


@lru_cache(maxsize=2)
def _people(version: int) -> tuple[Known, ...]:
    rows = Account.objects.filter(is_active=True, kind=Account.PERSON).select_related("unit").order_by("id")
    return tuple(
        Known(
            row.pk, str(row), (row.unit.short_name or row.unit.name) if row.unit else "", row.unit_id,
            f"{pinyin_search(str(row))} {row.username}".lower(),
        )
        for row in rows
    )  # fmt: skip


@lru_cache(maxsize=2)
def _units(version: int) -> tuple[Known, ...]:
    rows = Unit.objects.filter(valid_on(timezone.localdate())).select_related("parent").order_by("sort", "id")
    return tuple(
        Known(row.pk, row.name, _above(row.parent), row.pk, f"{row.short_name} {row.pinyin} {row.code}".lower())
        for row in rows
    )


def _above(parent: Any) -> str:
    return (parent.short_name or parent.name) if parent else ""


def named(found: Iterable[Known]) -> list[Mapping[str, Any]]:
    """For the event: names, as they were."""
    return [{"name": one.name, "unit": one.unit} for one in found]
