"""What the org room can find: units by name and sound, staff and accounts for those who keep them."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from chengyun.kernel import revision

from . import queries
from .access import TOPIC, Actor
from .models import Account, Person, Unit, valid_on
from .searching import Asked, Found, Hit, Source, rank, register

_units: tuple[int, list[tuple[int, str, str, str, str, int | None]]] | None = None


def _known_units() -> list[tuple[int, str, str, str, str, int | None]]:
    """(id, code, name, short name, pinyin, superior) of all units, kept until the organisation changes."""
    global _units
    number, known = revision.current(TOPIC), _units
    if known is None or known[0] != number:
        fields = ("id", "code", "name", "short_name", "pinyin", "parent_id")
        rows = list(Unit.objects.filter(valid_on(timezone.localdate())).values_list(*fields))
        known = _units = (number, rows)
    return known[1]


def find_units(actor: Actor, asked: Asked) -> Found:
    """Units by name, short name, code, pinyin and initials."""
    names = queries.unit_names()
    ranked = []
    for key, code, name, short, sounds, parent in _known_units():
        fits = rank(asked.plain, name, sounds, (short, code))
        if fits is not None:
            hit = Hit("unit", code, name, names.get(parent or 0, ""))
            ranked.append((fits, len(name), key, hit))
    ranked.sort(key=lambda row: row[:3])
    return Found([hit for *_, hit in ranked[: asked.limit]])


def find_staff(actor: Actor, asked: Asked) -> Found:
    """Members of staff by name and number, accounts by user name and shown name. Never residents."""
    names = queries.unit_names()
    words, hits = asked.text.replace("\x00", ""), []
    if actor.can("org.manage"):
        fits = Q(name__icontains=words) | Q(staff_no__istartswith=words)
        people = Person.objects.filter(fits, valid_on(timezone.localdate())).order_by("name", "staff_no")
        for person in people[: asked.limit]:
            detail = " · ".join(filter(None, (names.get(person.unit_id, ""), person.staff_no)))
            hits.append(Hit("person", person.staff_no, person.name, detail))
    if actor.can("account.manage"):
        fits = Q(username__icontains=words) | Q(display_name__icontains=words)
        for account in Account.objects.filter(fits).order_by("-is_active", "username")[: asked.limit]:
            detail = " · ".join(filter(None, (account.username, names.get(account.unit_id or 0, ""))))
            hits.append(Hit("account", account.username, str(account), detail, {"active": account.is_active}))
    return Found(hits[: asked.limit])


def register_all() -> None:
    register(Source("units", "单位", "Units", 40, ("org.view",), find_units))
    register(Source("staff", "工作人员", "Staff", 60, ("org.manage", "account.manage"), find_staff))


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _units
    _units = None
