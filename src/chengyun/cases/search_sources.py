"""What the cases room can find: cases by number and words, those who asked, categories."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import Q
from django.utils import timezone

from chengyun.kernel import rows, vault
from chengyun.org.access import Actor
from chengyun.org.searching import Asked, Found, Hit, Source, rank, register

from . import access, catalogue, finding, numbers
from .models import Category, Requester
from .present import RowTeller
from .queries import rows_of_cases

NAMESAKES = 500
_NAME = re.compile(r"[㐀-鿿·]{2,12}|[a-z][a-z .'-]{2,40}")
_PHONE = re.compile(r"\+?[\d\s()-]{7,24}")


# --- cases -------------------------------------------------------------------------------------------------------
def find_cases(actor: Actor, asked: Asked) -> Found:
    """By number or a part of one first, then by words, the newest first."""
    by_number = _by_number(actor, asked)
    if by_number and asked.text.isascii():
        return Found(case_hits(by_number[: asked.limit], asked.language), len(by_number) >= asked.limit)
    found = finding.newest(actor, asked.text, asked.limit)
    keys = list(dict.fromkeys([*by_number, *found.ids]))[: asked.limit]
    return Found(case_hits(keys, asked.language), found.partial)


def case_hits(keys: list[int], language: str, kind: str = "case") -> list[Hit]:
    """Hits of cases in the order of their ids; whoever asks has made sure that they may be seen."""
    if not keys:
        return []
    teller = RowTeller(catalogue.current(), timezone.now(), language)
    told = {row["id"]: teller.tell(row) for row in rows_of_cases("cases_case c", "WHERE c.id = ANY(%s)", [keys])}
    return [_hit(kind, told[key]) for key in keys if key in told]


def _hit(kind: str, row: dict[str, Any]) -> Hit:
    return Hit(kind, row["number"], row["title"], row["address"], row)


def _by_number(actor: Actor, asked: Asked) -> list[int]:
    known = catalogue.current()
    meant = numbers.meant(asked.text, (kind.prefix for kind in known.kinds.values()), timezone.localdate())
    if not meant:
        return []
    cases = access.visible_to(actor).order_by("-received_at", "-id")
    asks = []
    if meant.numbers:
        asks.append(cases.filter(number__in=meant.numbers))
    if meant.beginning:
        asks.append(cases.filter(_begins(meant.beginning)))
    if meant.day:
        start = timezone.make_aware(datetime.combine(meant.day, time()))
        asks.append(cases.filter(received_at__gte=start, received_at__lt=start + timedelta(days=1)))
    found: list[int] = []
    try:
        with transaction.atomic():
            finding.patience()
            for ask in asks:
                found += ask.values_list("id", flat=True)[: asked.limit]
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
    return found


def _begins(beginning: str) -> Q:
    """Numbers that begin so. A month or a day is looked up by when cases were received, newest first, for an index of
    numbers would have to hand over all of them to be sorted."""
    date = beginning.rsplit("-", 1)[-1] if beginning.count("-") == 1 else ""
    fits = Q(number__startswith=beginning)
    if len(date) in (6, 8):
        first = _moment(date[:4], date[4:6], date[6:8] or "01")
        if first is not None:
            fits &= Q(received_at__gte=first, received_at__lt=first + timedelta(days=1 if len(date) == 8 else 31))
    return fits


def _moment(year: str, month: str, day: str) -> datetime | None:
    try:
        return timezone.make_aware(datetime(int(year), int(month), int(day)))
    except ValueError:
        return None


# --- those who asked ------------------------------------------------------------------------------------------------
def find_requesters(actor: Actor, asked: Asked) -> Found:
    """The cases of a person, by the full number (who registers) or the full name (who may see names), masked."""
    same = Q()
    if actor.can("case.register") and _PHONE.fullmatch(asked.plain):
        normal = vault.normalise_phone(asked.plain)
        if len(normal) >= 7:
            same |= Q(phone_index=vault.blind_index("phone", normal))
    if actor.can("case.unmask") and _NAME.fullmatch(asked.plain) and vault.normalise_name(asked.plain):
        same |= Q(name_index=vault.blind_index("name", asked.plain))
    if not same:
        return Found()
    people = list(Requester.objects.filter(same).order_by("-id").values_list("id", flat=True)[: NAMESAKES + 1])
    mine = access.visible_to(actor).filter(requester_id__in=people[:NAMESAKES]).order_by("-received_at", "-id")
    ask = rows.compose(mine.values_list("id")[: asked.limit + 1]) if people else rows.Composed("", ())
    keys = [key for (key,) in ask.rows()]
    return Found(case_hits(keys[: asked.limit], asked.language, "requester"), len(keys) > asked.limit)


# --- categories -----------------------------------------------------------------------------------------------------
_categories: tuple[tuple[int, ...], list[tuple[str, str, str, str, tuple[str, ...]]]] | None = None


def _known_categories() -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    """(code, name, path, sounds, other words) of all categories, kept until the catalogue changes."""
    global _categories
    known, kept = catalogue.current(), _categories
    if kept is None or kept[0] != known.versions:
        found = []
        for row in Category.objects.all():
            ref = known.categories.get(row.pk)
            words = row.keywords if isinstance(row.keywords, list) else str(row.keywords or "").split()
            path = ref.path_name if ref else row.name
            found.append((row.code, row.name, path, f"{row.pinyin} {row.initials}", (row.code, *words)))
        kept = _categories = (known.versions, found)
    return kept[1]


def find_categories(actor: Actor, asked: Asked) -> Found:
    """By name, keyword, pinyin and initials."""
    ranked = []
    for code, name, path, sounds, others in _known_categories():
        fits = rank(asked.plain, name, sounds, others)
        if fits is not None:
            ranked.append((fits, len(name), code, Hit("category", code, name, "" if path == name else path)))
    ranked.sort(key=lambda row: row[:3])
    return Found([hit for *_, hit in ranked[: asked.limit]])


def register_all() -> None:
    view, people = ("case.view",), ("case.register", "case.unmask")
    register(Source("cases", "案件", "Cases", 10, view, find_cases))
    register(Source("requesters", "诉求人", "People who asked", 20, people, find_requesters, personal=True))
    register(Source("categories", "类别", "Categories", 30, view, find_categories))


def forget(_: Iterable[Any] = ()) -> None:
    """Throw away what this process remembers (tests)."""
    global _categories
    _categories = None
