"""A plain step declared wholly in the lifecycle: fields in, state and clocks on, everything kept as facts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, create_model

from ..models import Assignment
from . import implement
from .base import Action, Form, Id, LongText, ui
from .handling import _OnAssignment

_TYPES: dict[str, Any] = {
    "text": LongText, "textarea": LongText, "choice": LongText, "date": LongText, "number": Decimal, "bool": bool,
    "unit": Id,
}  # fmt: skip


def input_of(rule: Any) -> type[BaseModel]:
    """The input model of a declared step, built once per rule."""
    model = _models.get(id(rule))
    if model is None:
        fields: dict[str, Any] = {}
        for field in rule.fields:
            kind = _TYPES[field["type"]]
            required = field.get("required", False)
            extra = {"options": field["options"]} if "options" in field else {}
            default = {} if required else {"default": None}
            bounds = {"min_length": 1} if required and kind is LongText else {}
            fields[field["name"]] = (
                kind if required else kind | None,
                ui(field["type"], field["label"], **extra, **default, **bounds),
            )
        model = _models[id(rule)] = create_model(f"Step_{rule.code}", __base__=Form, **fields)
    return model


_models: dict[int, type[BaseModel]] = {}


@implement
class Step(_OnAssignment):
    """Option `assign = "unit_id"` gives the case to the unit named in that field; `done = true` ends one's part."""

    code = "step"
    sentence = "{step}"

    def do(self) -> dict[str, Any]:
        given = self.data.model_dump(mode="json", exclude_none=True)
        options, work = self.rule.options, self.work
        started = []
        if "assign" in options:
            unit = self.unit(given[options["assign"]], options["assign"])
            started = [work.assign(unit.id, Assignment.LEAD)]
        if options.get("done") and self.assignment is not None:
            self.assignment.state = Assignment.REPLIED
            self.assignment.replied_at = work.now
        if "outcome" in options:
            work.case.outcome = options["outcome"]
        work.case.facts = {**work.case.facts, **given}
        self.advance(started=started, assignment=self.assignment)
        said = "；".join(f"{f['label']} {given[f['name']]}" for f in self.rule.fields if f["name"] in given)
        return {**given, "step": f"{self.rule.name}：{said}" if said else self.rule.name}


__all__ = ["Action", "Step", "input_of"]
