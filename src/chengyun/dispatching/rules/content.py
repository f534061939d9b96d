"""What a rule says, whether in a table or still in a form: read, checked, and given a mark by which trials know it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..models_rules import NOBODY, UNIT, DispatchRule
from . import language as lang
from .names import Names

MEANING = ("expression", "target", "unit", "co_units", "category", "urgency")
"""Columns that make up what a rule means; a change of one asks for a new dry run."""


def digest(values: Mapping[str, Any]) -> str:
    """The mark of what a rule means: the same content has the same mark."""
    said = [values.get(name) or ([] if name == "co_units" else "") for name in MEANING]
    return hashlib.blake2s(json.dumps(said, ensure_ascii=False).encode(), digest_size=16).hexdigest()


def values_of(row: DispatchRule, units: Mapping[int, Any], categories: Mapping[int, Any]) -> dict[str, Any]:
    """A row as its master data columns: references by code."""
    unit, category = units.get(row.unit_id or 0), categories.get(row.category_id or 0)
    return {
        "code": row.code, "name": row.name, "expression": row.expression, "target": row.target,
        "unit": unit.code if unit else "", "co_units": list(row.co_units),
        "category": category.code if category else "", "urgency": row.urgency,
    }  # fmt: skip


@dataclass(frozen=True)
class Read:
    """An expression understood: `node` with codes, or None; `faults` by column."""

    node: lang.Node | None
    faults: dict[str, list[lang.Fault]] = field(default_factory=dict)

    @property
    def all(self) -> list[lang.Fault]:
        return [fault for found in self.faults.values() for fault in found]


def read_expression(text: str, names: Names) -> tuple[lang.Node | None, list[lang.Fault]]:
    try:
        return lang.check(lang.parse(text), names.words)
    except lang.RuleError as error:
        return None, list(error.faults)


def read(values: Mapping[str, Any], names: Names) -> Read:
    """Everything that is wrong with a rule."""
    node, wrong = read_expression(values.get("expression") or "", names)
    faults: dict[str, list[lang.Fault]] = {"expression": wrong} if wrong else {}
    for column, found in result_faults(values, names).items():
        faults.setdefault(column, []).extend(found)
    return Read(node, faults)


def result_faults(values: Mapping[str, Any], names: Names) -> dict[str, list[lang.Fault]]:
    """What is wrong with who is to handle it; the same for the responsibility list."""
    faults: dict[str, list[lang.Fault]] = {}
    target, unit = values.get("target") or UNIT, values.get("unit") or ""
    if target == UNIT and not unit:
        faults["unit"] = [_fault("指定单位时要写明是哪个单位", "Name the unit")]
    elif unit:
        faults["unit"] = list(_unit_faults(unit, names))
    if target == NOBODY and not (values.get("category") or values.get("urgency")):
        faults["target"] = [_fault("不定单位的规则要定类别或紧急程度", "Without a unit, set a category or an urgency")]
    faults["co_units"] = [fault for code in values.get("co_units") or () for fault in _unit_faults(code, names)]
    code = values.get("category") or ""
    category = names.words.terms("category").rows.get(code)
    if code and category is None:
        faults["category"] = [_fault(f"没有编码为“{code}”的类别", f"There is no category “{code}”", "unknown")]
    elif category is not None and category.closed:
        faults["category"] = [
            _fault(f"类别“{category.name}”{category.closed}", f"Category “{category.name}” has ended", "closed")
        ]
    return {column: found for column, found in faults.items() if found}


def _unit_faults(code: str, names: Names) -> list[lang.Fault]:
    unit = names.units.get(code)
    if unit is None:
        return [_fault(f"没有编码为“{code}”的单位", f"There is no unit with code “{code}”", "unknown")]
    if unit.closed:
        return [_fault(f"单位“{unit.name}”{unit.closed}", f"Unit “{unit.name}” has ended", "closed")]
    return []


def _fault(zh: str, en: str, code: str = "invalid") -> lang.Fault:
    return lang.Fault(0, 0, zh, en, (), code)
