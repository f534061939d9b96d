"""Which files of a district profile the cases room reads: kinds, categories, limits, reasons, outcomes, scripts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from chengyun.kernel import worktime
from chengyun.org.districts import Counts, Profile, Row, register_kind, register_loader, sync_rows

from . import lifecycle
from .models import CallbackScript, Category, LimitPolicy

CATEGORY_FILES = ("categories.csv", "urban_event_categories.csv")
CONDITIONS = ("kind", "urgency", "channel", "flags")


def check_limits(profile: Profile, rows: list[Row]) -> None:
    categories = set().union(*(profile.codes(file) for file in CATEGORY_FILES))
    lives = {life.code: life for life in lifecycle.all_lifecycles()}
    for row in rows:
        life = lives.get(row["lifecycle"])
        if life is None:
            row.problem(f"没有“{row['lifecycle']}”这种流程")
        if row["category"] and row["category"] not in categories:
            row.problem(f"没有“{row['category']}”这个类别")
        for key in row["condition"] or {}:
            if key not in CONDITIONS:
                row.problem(f"条件“{key}”不可用，可用：{'、'.join(CONDITIONS)}")
        stages = row["stages"]
        if not isinstance(stages, list) or not stages:
            row.problem("缺少 stages")
            continue
        for stage in stages:
            _check_stage(row, stage, life)


def _check_stage(row: Row, stage: dict[str, Any], life: lifecycle.Lifecycle | None) -> None:
    name = stage.get("stage", "")
    if life is not None and name not in life.stages:
        row.problem(f"流程“{life.name}”没有阶段“{name}”")
    try:
        if not 0 < Decimal(str(stage.get("amount"))) < 10_000:
            row.problem(f"阶段“{name}”的时限要大于 0")
    except InvalidOperation:
        row.problem(f"阶段“{name}”的时限不是数字")
    if stage.get("unit") not in set(worktime.Unit):
        row.problem(f"阶段“{name}”的单位“{stage.get('unit')}”不认识")
    if not 0 < float(stage.get("warn", 0.8)) < 1:
        row.problem(f"阶段“{name}”的预警比例要在 0 与 1 之间")


def load_limits(profile: Profile, rows: list[Row]) -> Counts:
    ids = dict(Category.objects.values_list("code", "id"))
    wanted = [
        {
            "code": row["code"],
            "version": int(row["version"] or 1),
            "lifecycle": row["lifecycle"],
            "category_id": ids[row["category"]] if row["category"] else None,
            "condition": dict(row["condition"] or {}),
            "stages": [dict(stage) for stage in row["stages"]],
            "is_default": bool(row["default"]),
            "valid_from": row["valid_from"] or None,
            "valid_to": row["valid_to"] or None,
            "source": row["source"],
        }
        for row in rows
    ]
    return sync_rows(LimitPolicy, wanted, key=("code", "version"), topic="catalogue")


def check_scripts(profile: Profile, rows: list[Row]) -> None:
    categories = set().union(*(profile.codes(file) for file in CATEGORY_FILES))
    for row in rows:
        if row["category"] and row["category"] not in categories:
            row.problem(f"没有“{row['category']}”这个类别")
        if not row["text"]:
            row.problem("缺少 text")


def load_scripts(profile: Profile, rows: list[Row]) -> Counts:
    ids = dict(Category.objects.values_list("code", "id"))
    wanted = [
        {
            "code": row["code"],
            "category_id": ids[row["category"]] if row["category"] else None,
            "medium": row["medium"] or "phone",
            "text": row["text"],
            "questions": list(row["questions"] or []),
            "source": row["source"],
        }
        for row in rows
    ]
    return sync_rows(CallbackScript, wanted, topic="catalogue")


register_kind(300, "kinds.toml", "request_kinds")
register_kind(310, "categories.csv", "categories")
register_kind(311, "urban_event_categories.csv", "urban_event_categories")
register_kind(320, "return_reasons.toml", "return_reasons")
register_kind(321, "outcomes.toml", "outcomes")
register_loader(330, "办理时限", "limits.toml", load_limits, check_limits, key=("code", "version"))
register_loader(340, "回访话术", "scripts.toml", load_scripts, check_scripts)
