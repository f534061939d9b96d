"""The check of replies on messages with official replies: how often each hint fires, by the marks that people gave.

Example: python -m benchmarks.replies --json

The marks are nearly the length of the reply (see the README of the data), so they are a floor and no truth: what is
read off is that complete replies get few hints, and that the hints on marked-down replies are the expected ones.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import chengyun
from chengyun.replies import rules
from chengyun.replies.wording import HINTS

FILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "messages_replies_dev.csv.gz"
PHRASES = Path(chengyun.__file__).parent / "districts" / "_common" / "reply_phrases.toml"
MARK = "human_explainable_0_1"
WRITTEN_ONLY = {"no_contact", "contact_when", "contact_who"}
"""A message board answers in writing: nobody is called, and these say nothing there."""


def phrases() -> list[rules.Phrase]:
    found = tomllib.loads(PHRASES.read_text(encoding="utf-8"))["reply_phrases"]
    return [rules.Phrase(row["phrase"], row.get("advice", ""), row.get("kind", "empty")) for row in found]


def messages(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def checked(found: list[dict[str, str]]) -> tuple[list[tuple[bool, int, rules.Checked]], float]:
    """(marked as good, length, what the check says) of each reply; CPU milliseconds of one."""
    listed = phrases()
    start = time.process_time()
    told = [
        (row[MARK].startswith("1"), len(re.sub(r"\s", "", row["reply"])),
         rules.check(row["reply"], rules.Asked(row["title"], row["detail"]), listed))
        for row in found
    ]  # fmt: skip
    return told, (time.process_time() - start) / max(1, len(found)) * 1000


def transplanted(found: list[dict[str, str]]) -> dict[str, float]:
    """The share of replies that are doubted when they stand below another's request, and below their own."""
    listed = phrases()
    wanted = {"off_subject", "other_place", "other_number"}
    own = other = 0
    for at, row in enumerate(found):
        strange = found[(at + len(found) // 2) % len(found)]
        own += bool(wanted & set(rules.check(row["reply"], rules.Asked(row["title"], row["detail"]), listed).codes))
        given = rules.check(row["reply"], rules.Asked(strange["title"], strange["detail"]), listed)
        other += bool(wanted & set(given.codes))
    return {"own_request": round(own / len(found), 4), "anothers_request": round(other / len(found), 4)}


def figures(path: Path) -> dict[str, Any]:
    found = messages(path)
    told, cpu_ms = checked(found)
    groups = {"all": told, "good": [row for row in told if row[0]], "poor": [row for row in told if not row[0]]}
    hints = {
        code: {name: round(_share(code, rows), 4) for name, rows in groups.items()}
        for code in sorted(HINTS, key=lambda code: -_share(code, told))
        if any(code in row[2].codes for row in told)
    }
    worked = [row for row in told if not {h.code for h in row[2].hints if h.severity == "missing"} - WRITTEN_ONLY]
    return {
        "replies": len(found), "good": len(groups["good"]), "poor": len(groups["poor"]), "cpu_ms": round(cpu_ms, 3),
        "hints": hints, "work_and_result_told": _split(worked, groups), "mismatch": transplanted(found),
        "elements": {
            code: round(sum(bool(row[2].elements[code]) for row in told) / len(told), 4)
            for code in ("when", "who", "done", "next")
        },
        "letters": {name: _median([row[1] for row in rows]) for name, rows in groups.items()},
    }  # fmt: skip


def _split(some: list[Any], groups: dict[str, list[Any]]) -> dict[str, float]:
    good = Counter(row[0] for row in some)
    return {
        "good": round(good[True] / max(1, len(groups["good"])), 4),
        "poor": round(good[False] / max(1, len(groups["poor"])), 4),
    }


def _share(code: str, rows: list[Any]) -> float:
    return sum(code in row[2].codes for row in rows) / max(1, len(rows))


def _median(values: list[int]) -> int:
    return sorted(values)[len(values) // 2] if values else 0


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.replies", description=__doc__)
    parser.add_argument("--file", type=Path, default=FILE, help="messages with replies and marks (.csv.gz)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    given = parser.parse_args()
    told = figures(given.file)
    if given.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    print(f"{told['replies']} replies ({told['good']} marked good, {told['poor']} poor), {told['cpu_ms']} ms each")
    for code, shares in told["hints"].items():
        print(f"{code:22} {shares['all']:7.1%}   good {shares['good']:7.1%}   poor {shares['poor']:7.1%}")
    for name in ("work_and_result_told", "mismatch", "elements", "letters"):
        print(name, told[name])


if __name__ == "__main__":
    main()
