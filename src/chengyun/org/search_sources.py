"""What the org room can find: units by name and sound, staff and accounts for those who keep them."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.tokens import pinyin_search

from . import queries
from .access import TOPIC, Actor
from .models import Account, Person, Unit, valid_on
from .searching import Asked, Found, Hit, Source, rank, register

MOST_STAFF = 20_000
_sounds: tuple[int, dict[type, list[tuple[int, str]]]] | None = None
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


def _sounding(model: type[Person] | type[Account], field: str, asked: Asked) -> list[int]:
    """Ids of those whose name sounds like the letters that were typed; none for anything but letters."""
    global _sounds
    if not (asked.plain.isascii() and asked.plain.isalpha() and len(asked.plain) > 1):
        return []
    number = revision.current(TOPIC)
    if _sounds is None or _sounds[0] != number:
        _sounds = (number, {})
    if model not in _sounds[1]:
        names = model._default_manager.order_by("pk").values_list("pk", field)[:MOST_STAFF]
        _sounds[1][model] = [(key, pinyin_search(name)) for key, name in names]
    return [key for key, spelled in _sounds[1][model] if any(w.startswith(asked.plain) for w in spelled.split())]


def find_staff(actor: Actor, asked: Asked) -> Found:
    """Members of staff by name, pinyin and number, accounts by user name, shown name and pinyin. Never residents."""
    names = queries.unit_names()
    words, hits = asked.text.replace("\x00", ""), []
    if actor.can("org.manage"):
        fits = Q(name__icontains=words) | Q(staff_no__istartswith=words)
        fits |= Q(pk__in=_sounding(Person, "name", asked))
        people = Person.objects.filter(fits, valid_on(timezone.localdate())).order_by("name", "staff_no")
        for person in people[: asked.limit]:
            detail = " · ".join(filter(None, (names.get(person.unit_id, ""), person.staff_no)))
            hits.append(Hit("person", person.staff_no, person.name, detail))
    if actor.can("account.manage"):
        fits = Q(username__icontains=words) | Q(display_name__icontains=words)
        fits |= Q(pk__in=_sounding(Account, "display_name", asked))
        for account in Account.objects.filter(fits).order_by("-is_active", "username")[: asked.limit]:
            detail = " · ".join(filter(None, (account.username, names.get(account.unit_id or 0, ""))))
            hits.append(Hit("account", account.username, str(account), detail, {"active": account.is_active}))
    return Found(hits[: asked.limit])


def register_all() -> None:
    register(Source("units", "单位", "Units", 40, ("org.view",), find_units))
    register(Source("staff", "工作人员", "Staff", 60, ("org.manage", "account.manage"), find_staff))


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _units, _sounds
    _units = _sounds = None
