"""The vocabulary document of the pages, built once per change of master data."""

from __future__ import annotations

import threading
from typing import Any

import orjson

from chengyun.kernel.sm import sm3

from . import catalogue, lifecycle
from .actions.callback import REASONS, SOLVED
from .actions.intake import LEGAL_GROUNDS, SATISFACTION
from .actions.words import FLAGS, URGENCIES
from .models import CallbackScript, Category

_lock = threading.Lock()
_built: tuple[tuple[int, ...], bytes, str] | None = None


def document() -> tuple[bytes, str]:
    """(JSON, ETag)."""
    global _built
    known = catalogue.current()
    built = _built
    if built is None or built[0] != known.versions:
        with _lock:
            body = orjson.dumps(_content(known))
            _built = built = (known.versions, body, f'"{sm3(body).hex()[:20]}"')
    return built[1], built[2]


def _content(known: catalogue.Catalogue) -> dict[str, Any]:
    from chengyun.org.models import Unit
    from chengyun.places.models import Area

    unit_pinyin = dict(Unit.objects.values_list("id", "pinyin"))
    area_pinyin = dict(Area.objects.exclude(level="grid").values_list("id", "pinyin"))
    return {
        "lifecycles": [_lifecycle(life) for life in lifecycle.all_lifecycles()],
        "kinds": [{"code": k.code, "name": k.name, "lifecycle": k.lifecycle} for k in known.kinds.values()],
        "categories": [_category(row, known) for row in Category.objects.all()],
        "units": [
            {"id": u.id, "code": u.code, "name": u.name, "short_name": u.short_name, "kind": u.kind,
             "parent_id": u.parent_id, "pinyin": unit_pinyin.get(u.id, "")}
            for u in known.units.values()
        ],
        "areas": [
            {"id": a.id, "code": a.code, "name": a.name, "level": a.level, "parent_id": a.parent_id,
             "pinyin": area_pinyin.get(a.id, "")}
            for a in known.areas.values()
        ],
        "return_reasons": [
            {"code": r.code, "name": r.name, "needs_basis": r.needs_basis, "needs_suggestion": r.needs_suggestion}
            for r in known.reasons.values()
        ],
        "outcomes": [
            {"code": o.code, "name": o.name, "needs_reason": o.needs_reason, "needs_review_date": o.needs_review_date}
            for o in known.outcomes.values()
        ],
        "satisfaction": _pairs(SATISFACTION), "urgencies": _pairs(URGENCIES), "flags": _pairs(FLAGS),
        "solved": _pairs(SOLVED), "dissatisfaction_reasons": _pairs(REASONS), "grounds": _pairs(LEGAL_GROUNDS),
        "scripts": [
            {"code": s.code, "category_id": s.category_id, "medium": s.medium, "text": s.text, "questions": s.questions}
            for s in CallbackScript.objects.order_by("id")
        ],
        "channels": list(known.channels.values()),
    }  # fmt: skip


def _pairs(table: dict[str, str]) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in table.items()]


def _lifecycle(life: lifecycle.Lifecycle) -> dict[str, Any]:
    return {
        "code": life.code, "name": life.name, "name_en": life.name_en, "initial": life.initial,
        "states": [
            {"code": s.code, "name": s.name, "name_en": s.name_en, "phase": s.phase, "tone": s.tone, "open": s.open}
            for s in life.states.values()
        ],
        "actions": [
            {"code": a.code, "name": a.name, "name_en": a.name_en, "side": a.side, "bulk": a.bulk, "tone": a.tone}
            for a in life.actions.values()
        ],
        "stages": [{"code": code, "name": name} for code, name in life.stages.items()],
    }  # fmt: skip


def _category(row: Category, known: catalogue.Catalogue) -> dict[str, Any]:
    ref = known.categories[row.pk]
    return {
        "id": row.pk, "code": row.code, "name": row.name, "lifecycle": row.lifecycle, "parent_id": row.parent_id,
        "path_name": ref.path_name, "pinyin": row.pinyin, "initials": row.initials, "keywords": row.keywords,
    }  # fmt: skip
