"""Near-identical cases while somebody is still typing: a few candidates by index, compared in memory.

Candidates are open cases near the point, cases of the same caller, the newest of the same category, and cases that
hold the rarest words of the request; none of these grows with the number of cases.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import orjson
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from chengyun.kernel import rows, tokens, vault
from chengyun.org.access import Actor

from . import access, catalogue, finding, likeness
from .catalogue import Catalogue
from .likeness import Likeness, Told
from .models import Case, Requester
from .present import RowTeller
from .queries import rows_of_cases

CLOSED_WITHIN = timedelta(days=14)
LOOKED_BACK = timedelta(days=60)
BOX_M = 500.0
OF_EACH, OF_WORDS, SHOWN = 120, 200, 5
RARE_WORDS = 8
MOST_OF_A_TOKEN = 0.004
_SHARES_KEPT = 900.0


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
            shares = token_shares()
            keys = _candidates(actor, asked, new, shares)
            found = _seen(actor, keys, asked.lifecycle, known)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != finding.CANCELLED:
            raise
        return []
    compared = [(likeness.compare(new, _of(row, known), shares), row) for row in found]
    best = sorted((pair for pair in compared if likeness.alike(pair[0])), key=_by_score)[:SHOWN]
    teller = RowTeller(known, timezone.now(), language)
    return [
        {"case": teller.tell(row), "score": found.score, "reasons": _in_words(found, row, known, language)}
        for found, row in best
    ]


def _by_score(pair: tuple[Likeness, Mapping[str, Any]]) -> tuple[float, ...]:
    found, row = pair
    return (-found.score, not row["is_open"], -row["id"])


def _told(asked: Asked, known: Catalogue) -> Told:
    normal = vault.normalise_phone(asked.phone) if asked.phone else ""
    return Told(
        frozenset(tokens.index_tokens(f"{asked.title}\n{asked.address}\n{asked.text}")),
        asked.lng, asked.lat, asked.area_id, asked.category_id, _above(asked.category_id, known),
        vault.blind_index("phone", normal) if len(normal) >= 7 else None,
    )  # fmt: skip


def _above(category_id: int | None, known: Catalogue) -> frozenset[int]:
    category = known.category(category_id)
    return frozenset(category.ancestors) if category else frozenset()


# --- candidates ------------------------------------------------------------------------------------------------------
def _candidates(actor: Actor, asked: Asked, new: Told, shares: Mapping[str, float]) -> list[int]:
    keys: set[int] = set()
    since = timezone.now() - LOOKED_BACK
    if new.caller is not None:
        same = Requester.objects.filter(phone_index=new.caller).order_by("-id").values_list("id", flat=True)[:OF_EACH]
        keys.update(Case.objects.filter(requester_id__in=list(same)).values_list("id", flat=True)[:OF_EACH])
    if new.lng is not None and new.lat is not None:
        keys.update(_near(new.lng, new.lat))
    if new.category_id is not None:
        newest = Case.objects.filter(category_id=new.category_id, received_at__gte=since)
        keys.update(newest.order_by("-received_at", "-id").values_list("id", flat=True)[:OF_EACH])
    rare = rare_words(new.tokens, shares)
    if rare:
        keys.update(_holding(rare, _first_since(since)))
    return sorted(keys, reverse=True)


def _near(lng: float, lat: float) -> list[int]:
    """Open cases in the box around a point."""
    high = math.degrees(BOX_M / 6_371_008.8)
    wide = high / max(0.1, math.cos(math.radians(lat)))
    found = rows.execute(
        "SELECT id FROM cases_case WHERE is_open AND lng BETWEEN %s AND %s AND lat BETWEEN %s AND %s LIMIT %s",
        [lng - wide, lng + wide, lat - high, lat + high, OF_WORDS],
    )
    return [key for (key,) in found.fetchall()]


def _first_since(since: Any) -> int:
    """The case id from which on cases are as new as that."""
    found = rows.execute(
        "SELECT id FROM cases_case WHERE received_at < %s ORDER BY received_at DESC, id DESC LIMIT 1", [since]
    ).fetchone()
    return int(found[0]) if found else 0


def _holding(words: Sequence[str], first: int) -> list[int]:
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


_shares: tuple[float, dict[str, float]] | None = None


def token_shares() -> Mapping[str, float]:
    """How large a part of the cases holds each common token, as the database's own statistics know it; read again
    every quarter of an hour. Empty before the first ANALYZE."""
    global _shares
    now, kept = time.monotonic(), _shares
    if kept is None or now - kept[0] > _SHARES_KEPT:
        found = rows.execute(
            "SELECT array_to_json(most_common_elems::text::text[]), array_to_json(most_common_elem_freqs)"
            " FROM pg_stats WHERE tablename = 'cases_casetext' AND attname = 'search'"
        ).fetchone()
        names, parts = ([], []) if found is None or found[0] is None else map(_read, found)
        kept = _shares = (now, dict(zip(names, parts, strict=False)))
    return kept[1]


def _read(value: Any) -> list[Any]:
    return value if isinstance(value, list) else list(orjson.loads(value))


def forget() -> None:
    """Throw away what this process remembers (tests)."""
    global _shares
    _shares = None


# --- those that may be seen ---------------------------------------------------------------------------------------
def _seen(actor: Actor, keys: list[int], wanted: str, known: Catalogue) -> list[dict[str, Any]]:
    """Rows of the candidates that this person may see, open or closed lately, with tokens, point and caller; of joined
    ones their matter."""
    if not keys:
        return []
    mains = rows.execute("SELECT DISTINCT coalesce(joined_to_id, id) FROM cases_case WHERE id = ANY(%s)", [keys])
    chosen = [key for (key,) in mains.fetchall()]
    if not access.sees_everything(actor):
        chosen = list(access.visible_to(actor).filter(id__in=chosen).values_list("id", flat=True))
    if not chosen:
        return []
    closed_since = timezone.now() - CLOSED_WITHIN
    found = rows_of_cases(
        "cases_case c",
        "WHERE c.id = ANY(%s) AND c.lifecycle = %s AND c.joined_to_id IS NULL"
        " AND (c.is_open OR (c.closed_at >= %s AND c.state NOT IN ('void', 'rejected')))",
        [chosen, wanted, closed_since],
    )
    beside = rows.execute(
        "SELECT c.id, c.lng, c.lat, r.phone_index, tsvector_to_array(t.search) FROM cases_case c"
        " JOIN cases_casetext t ON t.case_id = c.id LEFT JOIN cases_requester r ON r.id = c.requester_id"
        " WHERE c.id = ANY(%s)",
        [[row["id"] for row in found]],
    )
    more = {key: rest for key, *rest in beside.fetchall()}
    for row in found:
        row["lng"], row["lat"], row["caller"], row["tokens"] = more[row["id"]]
    return found


def _of(row: Mapping[str, Any], known: Catalogue) -> Told:
    caller = row["caller"]
    return Told(
        frozenset(row["tokens"] or ()), row["lng"], row["lat"], row["area_id"], row["category_id"],
        _above(row["category_id"], known), bytes(caller) if caller is not None else None, row["is_open"],
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


def _in_words(found: Likeness, row: Mapping[str, Any], known: Catalogue, language: str) -> list[dict[str, str]]:
    category = known.category(row["category_id"])
    area = row["area__name"] or ""
    names = {"area": area, "category": category.name if category else ""}
    table = _REASONS["en" if language.startswith("en") else "zh"]
    return [{"code": code, "text": table[code].format(names.get(code, value))} for code, value in found.reasons]
