"""Near-identical cases while somebody is still typing: a few candidates by index, compared in memory.

Candidates are open cases near the point, cases of the same caller, the newest of the same category, cases that sound
alike (their signatures share bands), and cases that hold the rarest words of the request; none of these grows with the
number of cases.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils import timezone

from chengyun.kernel import rows, tokens, vault
from chengyun.org.access import Actor

from . import access, catalogue, finding, likeness, signatures
from .catalogue import Catalogue
from .likeness import Likeness, Told
from .models import Case
from .present import RowTeller
from .queries import rows_of_cases

CLOSED_WITHIN = timedelta(days=14)
LOOKED_BACK = timedelta(days=60)
BOX_M = 500.0
OF_EACH, OF_WORDS, OF_CATEGORY, OF_BANDS, SHOWN = 60, 120, 40, 400, 5
RARE_WORDS = 8
MOST_OF_A_TOKEN = 0.004


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form knows so far."""

    title: str = ""
    text: str = ""
    address: str = ""
    phone: str = ""
    lng: float | None = None
    lat: float | None = None
    area_id: int | None = None
    category_id: int | None = None
    lifecycle: str = "request"


def similar(actor: Actor, asked: Asked, language: str = "zh") -> list[dict[str, Any]]:
    """[{case, score, reasons: [{code, text}]}], the likest first, of what this person may see."""
    known = catalogue.current()
    new = _told(asked, known)
    try:
        with transaction.atomic():
            finding.patience()
            shares = finding.token_shares()
            keys = _candidates(new, signatures.bands(asked.text), shares)
            found = seen(actor, keys, asked.lifecycle, known)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        return []
    weights = likeness.weights_of(shares)
    compared = [(likeness.compare(new, old, weights), key, old) for key, old in found]
    best = sorted((one for one in compared if likeness.alike(one[0])), key=_by_score)[:SHOWN]
    told = {row["id"]: row for row in rows_of([key for _, key, _ in best])}
    teller = RowTeller(known, timezone.now(), language)
    answer = []
    for like, key, old in best:
        row, words = told[key], likeness.words_of_both(new, old, weights)
        reasons = in_words(arguments(like, row, words, known), language)
        answer.append({"case": teller.tell(row), "score": like.score, "reasons": reasons})
    return answer


def rows_of(keys: list[int]) -> list[dict[str, Any]]:
    """The rows of some cases, as lists show them."""
    return rows_of_cases("cases_case c", "WHERE c.id = ANY(%s)", [keys])


def _by_score(one: tuple[Likeness, int, Told]) -> tuple[float, ...]:
    found, key, old = one
    return (-found.score, not old.is_open, -key)


def _told(asked: Asked, known: Catalogue) -> Told:
    normal = vault.normalise_phone(asked.phone) if asked.phone else ""
    return Told(
        frozenset(tokens.index_tokens(f"{asked.title}\n{asked.address}\n{asked.text}")),
        asked.lng, asked.lat, asked.area_id, asked.category_id, above(asked.category_id, known),
        vault.blind_index("phone", normal) if len(normal) >= 7 else None,
    )  # fmt: skip


def above(category_id: int | None, known: Catalogue) -> frozenset[int]:
    category = known.category(category_id)
    return frozenset(category.ancestors) if category else frozenset()


# --- candidates ------------------------------------------------------------------------------------------------------
def _candidates(new: Told, bands: list[int], shares: Mapping[str, float]) -> list[int]:
    since = timezone.now() - LOOKED_BACK
    rare = rare_words(new.tokens, shares)
    first = first_since(since) if rare or bands else 0
    keys = likeliest(new, bands, first)
    if new.category_id is not None:
        newest = Case.objects.filter(category_id=new.category_id, received_at__gte=since)
        keys.update(newest.order_by("-received_at", "-id").values_list("id", flat=True)[:OF_CATEGORY])
    if rare:
        keys.update(holding(rare, first))
    return sorted(keys, reverse=True)


def likeliest(new: Told, bands: list[int], first: int) -> set[int]:
    """Cases of the same caller, open ones near the point, and those from id `first` on that sound alike."""
    keys: set[int] = set()
    if new.caller is not None:
        keys.update(_of_caller(new.caller))
    if new.lng is not None and new.lat is not None:
        keys.update(_near(new.lng, new.lat))
    if bands:
        keys.update(_sounding_like(bands, first))
    return keys


def _of_caller(index: bytes) -> list[int]:
    found = rows.execute(
        "SELECT c.id FROM (SELECT id FROM cases_requester WHERE phone_index = %s ORDER BY id DESC LIMIT %s) r"
        " JOIN cases_case c ON c.requester_id = r.id LIMIT %s",
        [index, OF_EACH, OF_EACH],
    )
    return [key for (key,) in found.fetchall()]


def _sounding_like(bands: list[int], first: int) -> list[int]:
    """The newest cases whose signature shares bands with this one; those that share most."""
    found = rows.execute(
        "SELECT case_id, bands FROM (SELECT case_id, bands FROM cases_signature WHERE bands && %s::int[]"
        " AND case_id >= %s OFFSET 0) alike ORDER BY case_id DESC LIMIT %s",
        [signatures.literal(bands), first, OF_BANDS],
    ).fetchall()
    best = sorted(found, key=lambda row: (-signatures.shared(bands, row[1]), -row[0]))
    return [key for key, _ in best[:OF_EACH]]


def _near(lng: float, lat: float) -> list[int]:
    """Open cases in the box around a point."""
    high = math.degrees(BOX_M / 6_371_008.8)
    wide = high / max(0.1, math.cos(math.radians(lat)))
    found = rows.execute(
        "SELECT id FROM cases_case WHERE is_open AND lng BETWEEN %s AND %s AND lat BETWEEN %s AND %s LIMIT %s",
        [lng - wide, lng + wide, lat - high, lat + high, OF_WORDS],
    )
    return [key for (key,) in found.fetchall()]


def first_since(since: Any) -> int:
    """The case id from which on cases are as new as that."""
    found = rows.execute(
        "SELECT id FROM cases_case WHERE received_at < %s ORDER BY received_at DESC, id DESC LIMIT 1", [since]
    ).fetchone()
    return int(found[0]) if found else 0


def holding(words: Sequence[str], first: int) -> list[int]:
    """The newest cases with at least one of these words."""
    query = " | ".join(f"'{word}'" for word in words)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT case_id FROM (SELECT case_id FROM cases_casetext WHERE search @@ %s::tsquery AND case_id > %s"
            " OFFSET 0) found ORDER BY case_id DESC LIMIT %s",
            [query, first, OF_WORDS],
        )
        return [key for (key,) in cursor.fetchall()]


def rare_words(found: Iterable[str], shares: Mapping[str, float]) -> list[str]:
    """The tokens by which a request is looked up: those that few cases hold."""
    telling = [token for token in found if 2 <= len(token) <= 12 and shares.get(token, 0.0) <= MOST_OF_A_TOKEN]
    return sorted(telling, key=lambda token: (shares.get(token, 0.0), -len(token), token))[:RARE_WORDS]


# --- those that may be seen ---------------------------------------------------------------------------------------
def seen(actor: Actor, keys: list[int], wanted: str, known: Catalogue) -> list[tuple[int, Told]]:
    """The candidates that this person may see, open or closed lately; of joined ones their matter."""
    if not keys:
        return []
    mains = rows.execute("SELECT DISTINCT coalesce(joined_to_id, id) FROM cases_case WHERE id = ANY(%s)", [keys])
    chosen = [key for (key,) in mains.fetchall()]
    if not access.sees_everything(actor):
        chosen = list(access.visible_to(actor).filter(id__in=chosen).values_list("id", flat=True))
    found = rows.execute(
        "SELECT c.id, c.is_open, c.lng, c.lat, c.area_id, c.category_id, r.phone_index,"
        " array_to_string(tsvector_to_array(t.search), ' ')"
        " FROM cases_case c JOIN cases_casetext t ON t.case_id = c.id"
        " LEFT JOIN cases_requester r ON r.id = c.requester_id"
        " WHERE c.id = ANY(%s) AND c.lifecycle = %s AND c.joined_to_id IS NULL"
        " AND (c.is_open OR (c.closed_at >= %s AND c.state NOT IN ('void', 'rejected')))",
        [chosen, wanted, timezone.now() - CLOSED_WITHIN],
    )
    return [(key, told_of(held, facts, known, is_open)) for key, is_open, *facts, held in found.fetchall()]


def told_of(held: str | None, facts: Sequence[Any], known: Catalogue, is_open: bool = True) -> Told:
    """A case as it is compared. `held`: its tokens; `facts`: lng, lat, area, category, blind index of the phone."""
    lng, lat, area, category, caller = facts
    return Told(
        frozenset((held or "").split()), lng, lat, area, category, above(category, known),
        None if caller is None else bytes(caller), is_open,
    )  # fmt: skip


# --- in words ----------------------------------------------------------------------------------------------------
_REASONS = {
    "zh": {
        "caller": "同一来电人", "near": "相距约 {} 米", "area": "同在{}", "words": "都提到“{}”", "category": "同为“{}”",
        "closed": "近日已办结",
    },
    "en": {
        "caller": "same caller", "near": "about {} m away", "area": "both in {}", "words": "both say “{}”",
        "category": "both “{}”", "closed": "closed lately",
    },
}  # fmt: skip


def arguments(found: Likeness, row: Mapping[str, Any], words: list[str], known: Catalogue) -> list[tuple[str, str]]:
    """The reasons of a likeness with what they name: ("words", "路灯、台阶"), ("near", "80")."""
    category = known.category(row["category_id"])
    area = row["area__name"] or ""
    names = {"area": area, "category": category.name if category else "", "words": "、".join(words)}
    return [(code, names.get(code, value)) for code, value in found.reasons]


def in_words(reasons: Iterable[Sequence[str]], language: str) -> list[dict[str, str]]:
    """[{code, text}] of reasons as `arguments` gives them and as pairs keep them."""
    table = _REASONS["en" if language.startswith("en") else "zh"]
    return [{"code": code, "text": table[code].format(value)} for code, value in reasons if code in table]
