"""Which files of a district profile the dispatching room reads: the responsibility list and dispatch rules.

A rule of a profile is never on: it is tried on the district's own cases first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from chengyun.org.access import system_actor
from chengyun.org.districts import Counts, Profile, ProfileError, Row, register_loader
from chengyun.org.masterdata import Kind, planning, writing
from chengyun.org.models import MasterDataChange

from .masterdata import RESPONSIBILITIES, RULES
from .rules import language as lang

UNITS = "units.csv"
CATEGORIES = ("categories.csv", "urban_event_categories.csv")


def _loader(kind: Kind, file: str) -> Callable[[Profile, list[Row]], Counts]:
    def load(found: Profile, rows: list[Row]) -> Counts:
        cells: list[tuple[int, Mapping[str, Any]]] = [
            (row.line, {column.name: row[column.name] for column in kind.kept if column.name != "enabled"})
            for row in rows
        ]
        planned = planning.plan(kind, cells)
        wrong = [f"  {row.where}  {error}" for row, p in zip(rows, planned, strict=True) for _, error in p.errors]
        if wrong:
            raise ProfileError(f"{file} 有 {len(wrong)} 处问题：\n" + "\n".join(wrong[:20]))
        actor = system_actor(f"载入{found.title}")
        writing.write(kind, planned, actor, origin=MasterDataChange.PROFILE, reason=f"载入区域配置 {file}")
        done = planning.counts(planned)
        return Counts(done["create"], done["update"], done["unchanged"])

    return load


def _check(found: Profile, rows: list[Row]) -> None:
    """Cells and references within the profile, without the database."""
    units = found.codes(UNITS)
    categories = set[str]().union(*(found.codes(file) for file in CATEGORIES))
    for row in rows:
        kind = RULES if "expression" in row else RESPONSIBILITIES
        for name in row:
            if name not in kind.by_name and name != "drop":
                row.problem(f"没有“{name}”这一列")
        for unit in filter(None, [str(row["unit"]), *row.list("co_units")]):
            if unit not in units:
                row.problem(f"{UNITS} 中没有“{unit}”")
        if row["category"] and row["category"] not in categories:
            row.problem(f"{CATEGORIES[0]} 中没有“{row['category']}”")
        if str(row["target"] or "unit") == "unit" and not row["unit"]:
            row.problem("指定单位时要写 unit")
        planned = planning.read(kind, row.line, {n: row[n] for n in row if n in kind.by_name})
        for column, message in planned.errors:
            row.problem(f"{column}：{message}")


def _check_rules(found: Profile, rows: list[Row]) -> None:
    _check(found, rows)
    for row in rows:
        if str(row["enabled"]).lower() in ("1", "true", "是"):
            row.problem("配置里的规则不能直接启用：载入后先试算")
        try:
            lang.parse(str(row["expression"]))
        except lang.RuleError as error:
            row.problem(f"expression：{error}")


LIST_FILE, RULES_FILE = "responsibilities.csv", "dispatch_rules.toml"
register_loader(410, RESPONSIBILITIES.name, LIST_FILE, _loader(RESPONSIBILITIES, LIST_FILE), _check)
register_loader(411, RULES.name, RULES_FILE, _loader(RULES, RULES_FILE), _check_rules)
