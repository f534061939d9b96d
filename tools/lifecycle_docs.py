"""Write the reference pages that follow from code and data; a test holds them true.

Usage: python tools/lifecycle_docs.py [--check]

docs/developer/lifecycles.md         states, actions and fields of every lifecycle
docs/administrator/permissions.md    permissions and the roles that come with the platform
docs/administrator/default-limits.md the limits that come with the platform
"""

from __future__ import annotations

import csv
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
COMMON = ROOT / "src" / "chengyun" / "districts" / "_common"
MARK = "<!-- Written by tools/lifecycle_docs.py; change the code or the data instead. -->"
UNITS = {
    "natural_minute": "分钟", "urgent_hour": "小时（紧急工作时）", "working_hour": "工作时", "working_day": "工作日",
    "natural_day": "自然日", "month": "个月",
}  # fmt: skip


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def code(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


# --- lifecycles --------------------------------------------------------------------------------------------------
def lifecycles_page() -> str:
    from chengyun.cases import lifecycle

    parts = [
        "# Lifecycles",
        MARK,
        "Each lifecycle is a file in `src/chengyun/cases/lifecycles/`. [How to add one](howto.md#a-lifecycle). In the "
        "tables: *side* says who acts (centre, the handling unit on its own part, or the platform itself); *when* is "
        "the state of the unit's part; *to* lists where the action may lead, empty: the case stays where it is.",
    ]
    for life in sorted(lifecycle.all_lifecycles(), key=lambda life: life.code):
        parts += one_lifecycle(life)
    return "\n\n".join(parts) + "\n"


def one_lifecycle(life: Any) -> list[str]:
    states = table(
        ["state", "名称", "English", "phase", "open"],
        ((f"`{s.code}`", s.name, s.name_en, s.phase, "yes" if s.open else "no") for s in life.states.values()),
    )
    stages = table(["stage", "名称"], ((f"`{stage}`", name) for stage, name in life.stages.items()))
    actions = table(
        ["action", "名称", "side", "permission", "from", "when", "to", "clocks", "notes"],
        (action_row(rule, life) for rule in life.actions.values()),
    )
    forms = table(
        ["action", "field", "label", "type", "required", "options"],
        (row for rule in life.actions.values() for row in field_rows(rule)),
    )
    return [
        f"## `{life.code}` {life.name} · {life.name_en}",
        f"Begins in `{life.initial}`. Source: {life.source}.",
        "### States", states, "### Stages that may have a limit", stages, "### Actions", actions,
        "### What each action asks", forms,
    ]  # fmt: skip


def action_row(rule: Any, life: Any) -> tuple[str, ...]:
    opened = frozenset(state for state, row in life.states.items() if row.open)
    origin = "every open state" if rule.from_states == opened else code(s for s in life.states if s in rule.from_states)
    effects = []
    for effect in ("start", "stop", "pause", "resume", "cancel", "reopen"):
        stages = getattr(rule.clocks, effect)
        if stages:
            effects.append(f"{effect} {code(stages)}")
    notes = []
    if rule.pending:
        notes.append(f"needs a pending `{rule.pending}`")
    if rule.bulk:
        notes.append("bulk")
    notes += [f"{name} = {value}" for name, value in rule.options.items()]
    if rule.implementation != rule.code:
        notes.append(f"class `{rule.implementation}`")
    permission = "—" if rule.side == "system" else f"`{rule.permission}`"
    return (
        f"`{rule.code}`", rule.name, rule.side, permission, origin or "—", code(sorted(rule.when)), code(rule.to),
        "; ".join(effects), "; ".join(notes),
    )  # fmt: skip


def field_rows(rule: Any) -> Iterable[tuple[str, ...]]:
    from chengyun.cases.offers import fields_of

    if rule.side == "system":
        return
    for field in fields_of(rule):
        options = " ".join(f"`{option['code']}` {option['name']}" for option in field.get("options", ()))
        yield (
            f"`{rule.code}`", f"`{field['name']}`", field["label"], field["type"],
            "yes" if field["required"] else "", options,
        )  # fmt: skip


# --- permissions -------------------------------------------------------------------------------------------------
def permissions_page() -> str:
    from chengyun.kernel.permissions import all_permissions

    roles = tomllib.loads((COMMON / "roles.toml").read_text(encoding="utf-8"))["roles"]
    holders: dict[str, list[str]] = {}
    for role in roles:
        for permission in role["permissions"]:
            holders.setdefault(permission, []).append(role["name"])
    known = table(
        ["权限", "名称", "English", "说明", "自带角色"],
        (
            (f"`{p.code}`", p.name_zh, p.name_en, p.description, "、".join(holders.get(p.code, ())) or "—")
            for p in all_permissions()
        ),
    )
    given = table(
        ["角色", "名称", "说明", "来源"],
        ((f"`{role['code']}`", role["name"], role["description"], role["source"]) for role in roles),
    )
    return "\n\n".join([
        "# 权限与角色 · Permissions and roles",
        MARK,
        "Code asks for permissions, never for role names. Roles are data: a district changes them with "
        "`chengyun masterdata export roles` and `import`. 程序只认权限，不认角色名；角色是数据，可按本区实际修改。"
        "[来源标记](../developer/sources.md)。",
        "## 权限 · Permissions", known, "## 自带角色 · Roles that come with the platform", given,
    ]) + "\n"  # fmt: skip


# --- limits ------------------------------------------------------------------------------------------------------
def limits_page() -> str:
    from chengyun.cases import lifecycle

    policies = tomllib.loads((COMMON / "limits.toml").read_text(encoding="utf-8"))["limits"]
    parts = [
        "# 自带的默认时限 · Default limits",
        MARK,
        "All of these are working defaults, not rules of a district. 以下都是平台的默认值，不是任何一个区的规定；"
        "没有查到武汉市正式公布的时限。上线前请换成本区的规定：见 [日历与时限](calendars-and-limits.md)。"
        "同一阶段有几条规则时，取最具体的一条：类别越近越先，其次条件越多越先，再次编码靠后的。"
        "[来源标记](../developer/sources.md)。",
    ]
    words = vocabulary()
    for life in sorted(lifecycle.all_lifecycles(), key=lambda life: life.code):
        rows = []
        for policy in policies:
            if policy["lifecycle"] != life.code:
                continue
            asked = [policy.get("category", ""), *policy.get("condition", {}).values()]
            where = "；".join(named(value, words) for value in asked if value) or "（一般）"
            for number, stage in enumerate(policy["stages"]):
                rows.append((
                    f"`{policy['code']}`" if number == 0 else "", where if number == 0 else "",
                    life.stage_name(stage["stage"]), f"{stage['amount']} {UNITS[stage['unit']]}",
                    f"{stage['warn']:.0%}", stage.get("source", policy["source"]),
                ))  # fmt: skip
        parts += [f"## {life.name}", table(["规则", "适用", "阶段", "时限", "用去多少算临期", "来源"], rows)]
    return "\n\n".join(parts) + "\n"


def vocabulary() -> dict[str, str]:
    """Names of all codes that a limit may ask about: categories, kinds, urgencies, flags."""
    from chengyun.cases.actions.words import FLAGS, URGENCIES

    names = {**URGENCIES, **FLAGS}
    for file in ("categories.csv", "urban_event_categories.csv"):
        with (COMMON / file).open(encoding="utf-8-sig", newline="") as lines:
            names.update({row["code"]: f"类别 {row['code']} {row['name']}" for row in csv.DictReader(lines)})
    kinds = tomllib.loads((COMMON / "kinds.toml").read_text(encoding="utf-8"))["kinds"]
    return {**names, **{kind["code"]: kind["name"] for kind in kinds}}


def named(value: Any, words: dict[str, str]) -> str:
    return "、".join(words.get(str(part), str(part)) for part in (value if isinstance(value, list) else [value]))


def pages() -> dict[Path, str]:
    """Path → content of every page that is written here. Django must be set up."""
    docs = ROOT / "docs"
    return {
        docs / "developer" / "lifecycles.md": lifecycles_page(),
        docs / "administrator" / "permissions.md": permissions_page(),
        docs / "administrator" / "default-limits.md": limits_page(),
    }


def main() -> None:
    from chengyun.cli.base import set_up_django

    set_up_django(database=False)
    stale = []
    for path, content in pages().items():
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            stale.append(str(path.relative_to(ROOT)))
            if "--check" not in sys.argv:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
    if stale:
        print("\n".join(stale))
    if stale and "--check" in sys.argv:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
