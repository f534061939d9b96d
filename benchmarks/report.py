"""The figures in words, and beside the aims."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

AIMS: dict[str, dict[str, float]] = {
    "create": {"cpu_ms": 6, "statements": 10}, "list": {"cpu_ms": 6, "statements": 5},
    "action": {"cpu_ms": 7, "statements": 10}, "case": {"cpu_ms": 8, "statements": 12}, "search": {"p95_ms": 150},
    "similar": {"p95_ms": 50},
    "board": {"p95_ms": 500, "statements": 5},
    "import": {"per_second": 2000},
}  # fmt: skip
KINDS = ("create", "list", "action", "case", "search", "similar", "board", "import", "limit")
KEYS = ("per_second", "p50_ms", "p95_ms", "cpu_ms", "statements")


def as_json(found: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {kind: {key: found[kind][key] for key in KEYS} for kind in KINDS if kind in found}


def table(found: Mapping[str, Mapping[str, Any]]) -> str:
    lines = [f"{'':<8}{'per s':>9}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'(of it DB)':>12}{'SQL':>7}   aim"]
    for kind in KINDS:
        if kind not in found:
            continue
        row, aims = found[kind], AIMS.get(kind, {})
        told = ", ".join(f"{_mark(key, row[key], aim)} {_NAMES[key]} {_SIGN[key]} {aim:g}" for key, aim in aims.items())
        statements = "" if row["statements"] is None else f"{row['statements']:g}"
        lines.append(
            f"{kind:<8}{row['per_second']:>9.1f}{row['p50_ms']:>9.2f}{row['p95_ms']:>9.2f}{row['cpu_ms']:>9.2f}"
            f"{row['cpu_database_ms']:>12.2f}{statements:>7}   {told}"
        )
    return "\n".join(lines)


_NAMES = {"cpu_ms": "CPU", "statements": "SQL", "per_second": "cases/s", "p95_ms": "p95 ms"}
_SIGN = {"cpu_ms": "≤", "statements": "≤", "per_second": "≥", "p95_ms": "≤"}


def _mark(key: str, value: float | None, aim: float) -> str:
    if value is None:
        return "?"
    return "✓" if (value >= aim if key == "per_second" else value <= aim) else "✗"


def details(found: Mapping[str, Mapping[str, Any]]) -> str:
    return "\n".join(
        f"  {name:<28}{row['cpu_ms']:>8.2f} ms CPU ({row['cpu_database_ms']:.2f} DB)"
        f"{row['p50_ms']:>8.1f} ms p50{row['p95_ms']:>8.1f} ms p95"
        f"{row['statements'] or 0:>6g} SQL"
        for name, row in found.items()
    )


def compared(small: Mapping[str, Any], large: Mapping[str, Any]) -> str:
    lines = [f"  {'':<28}{'small':>9}{'large':>9}{'ratio':>8}   CPU ms per answer"]
    pairs = [("mix of lists", small["figures"].get("list"), large["figures"].get("list"))]
    pairs += [(name, row, large["each"].get(name)) for name, row in small["each"].items()]
    for name, one, other in pairs:
        if one and other:
            ratio = other["cpu_ms"] / (one["cpu_ms"] or 1)
            lines.append(f"  {name:<28}{one['cpu_ms']:>9.2f}{other['cpu_ms']:>9.2f}{ratio:>8.2f}")
    return "\n".join(lines)


def memory(found: Mapping[str, float]) -> str:
    parts = ", ".join(f"{name} {size:.0f}" for name, size in sorted(found.items()))
    total = sum(found.values())
    return f"memory at rest: {total:.0f} MiB PSS ({parts})   {'✓' if total <= 350 else '✗'} ≤ 350"
