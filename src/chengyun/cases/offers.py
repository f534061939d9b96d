"""What this person may do now with this case, and what each action needs: the pages are built from it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from chengyun.org.access import Actor

from . import access
from .actions import implementation_of
from .actions.step import input_of
from .conduct import refused_action
from .engine import fits_role, permitted
from .lifecycle import ActionRule
from .models import Assignment
from .work import Work


def offers(work: Work, actor: Actor) -> list[dict[str, Any]]:
    """ActionOffers in the order of the lifecycle; one per own assignment for actions on the unit's side."""
    found: list[dict[str, Any]] = []
    skips = work.skips
    for rule in work.lifecycle.by_state[work.case.state]:
        if not permitted(work, rule) or rule.side == "system":
            continue
        if rule.pending and work.case.pending != rule.pending:
            continue
        if skips and refused_action(work.lifecycle, skips, rule.code):
            continue
        implementation = implementation_of(rule.implementation)
        if rule.side == "unit":
            for part in work.assignments:
                if (
                    part.state in rule.when
                    and fits_role(rule, part)
                    and access.acts_for(actor, rule.permission, part.unit_id)
                    and implementation.possible(work, rule, part)
                ):
                    found.append(_offer(rule, part, work.catalogue.unit_name(part.unit_id)))
        elif implementation.possible(work, rule, None):
            found.append(_offer(rule, None, ""))
    return found


def _offer(rule: ActionRule, part: Assignment | None, unit: str) -> dict[str, Any]:
    fields = fields_of(rule)
    needed = implementation_of(rule.implementation).requires(rule, part)
    if needed:
        fields = [{**field, "required": True} if field["name"] in needed else field for field in fields]
    return {
        "code": rule.code, "name": rule.name, "name_en": rule.name_en, "tone": rule.tone,
        "assignment_id": part.pk if part else None, "unit": unit, "bulk": rule.bulk, "confirm": rule.confirm or None,
        "fields": fields,
    }  # fmt: skip


def fields_of(rule: ActionRule) -> list[dict[str, Any]]:
    model = input_of(rule) if rule.implementation == "step" else implementation_of(rule.implementation).Input
    return _fields(model) if issubclass(model, BaseModel) else []


@lru_cache(maxsize=200)
def _fields(model: type[BaseModel]) -> list[dict[str, Any]]:
    return [_field(name, info) for name, info in model.model_fields.items()]


def _field(name: str, info: FieldInfo) -> dict[str, Any]:
    extra: dict[str, Any] = {} if callable(info.json_schema_extra) else dict(info.json_schema_extra or {})
    limits = {type(meta).__name__: meta for meta in info.metadata}
    spec: dict[str, Any] = {
        "name": name, "label": info.title or name, "type": extra.pop("ui", "text"), "required": info.is_required(),
        "help": info.description,
    }  # fmt: skip
    if "options" in extra:
        spec["options"] = [{"code": code, "name": text} for code, text in extra.pop("options").items()]
    if not info.is_required() and info.default not in ("", None, []):
        spec["default"] = info.default
    for key, meta, attribute in (("min", "Ge", "ge"), ("max", "Le", "le"), ("min_length", "MinLen", "min_length")):
        if meta in limits:
            spec[key] = getattr(limits[meta], attribute)
    spec.update(extra)
    return spec
