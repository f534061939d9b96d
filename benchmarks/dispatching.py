"""How good the dispatching model is, and what it costs. On the data beside the project; nothing of it is kept.

    python -m benchmarks.dispatching                 # hotline tickets and labelled messages
    python -m benchmarks.dispatching --only hotline
    python -m benchmarks.dispatching --large 150000  # training at the size of a year, on varied copies

Prints one JSON object for each part. Aims: hotline accuracy ≥ 0.75 and top-3 ≥ 0.885; messages macro-F1 ≥ 0.93 and
≥ 65 % coverage at ≥ 99 % precision; a proposal ≤ 15 ms CPU; 150,000 cases in ≤ 10 minutes within 4 GiB.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import random
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from chengyun.dispatching.learning import evaluation

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
FOLDS = 5


def hotline() -> dict[str, Any]:
    """Trained to the end of March 2018, tested on April, on the text without the operator's hint."""
    rows = _rows("hotline_tickets_dev.csv.gz")
    older = [row for row in rows if row["date"] < "2018-04-01"]
    later = [row for row in rows if row["date"] >= "2018-04-01"]
    return _judged(older, later, ["text_without_dispatch_hint"], "department")


def messages() -> dict[str, Any]:
    """Five folds that keep near-identical messages together; the mean of each figure, and the pooled acting alone."""
    rows = _rows("messages_labelled_dev.csv.gz")
    groups = sorted({row["near_dup_group"] for row in rows})
    random.Random(0).shuffle(groups)
    fold = {group: at % FOLDS for at, group in enumerate(groups)}
    found = []
    for part in range(FOLDS):
        apart = [row for row in rows if fold[row["near_dup_group"]] == part]
        rest = [row for row in rows if fold[row["near_dup_group"]] != part]
        found.append(_judged(rest, apart, ["title", "detail"], "label"))
        print(json.dumps({f"fold {part}": found[-1]}, ensure_ascii=False), file=sys.stderr, flush=True)
    alone = [one["auto"]["coverage"] * one["test_cases"] for one in found]
    right = [part * (one["auto"]["precision"] or 0.0) for part, one in zip(alone, found, strict=True)]
    mean = {name: round(float(np.mean([one[name] for one in found])), 4) for name in ("accuracy", "macro_f1", "top3")}
    coverage = round(sum(alone) / sum(one["test_cases"] for one in found), 4)
    return {**mean, "auto": {"precision": round(sum(right) / max(1.0, sum(alone)), 4), "coverage": coverage}}


def large(size: int) -> dict[str, Any]:
    """Training on a year's worth: the tickets again and again with other numbers, places and words left out."""
    rows = _rows("hotline_tickets_dev.csv.gz")
    chance = random.Random(1)
    varied = [_varied(chance, chance.choice(rows)) for _ in range(size)]
    found = _judged(varied, rows[:500], ["text_without_dispatch_hint"], "department")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {name: found[name] for name in ("train_cases", "train_seconds", "cpu_ms_per_case")} | {
        "peak_mib": round(peak / 1024)
    }


def _varied(chance: random.Random, row: dict[str, str]) -> dict[str, str]:
    text = "".join(
        str(chance.randint(0, 9)) if one.isdigit() else one
        for one in row["text_without_dispatch_hint"]
        if chance.random() > 0.15
    )
    return {**row, "text_without_dispatch_hint": text or "。"}


def _rows(name: str) -> list[dict[str, str]]:
    with gzip.open(DATA / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _judged(older: list[dict[str, str]], later: list[dict[str, str]], text: list[str], label: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "train.csv", Path(folder) / "test.csv"]
        for file, rows in zip(files, (older, later), strict=True):
            with file.open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, [*text, label], extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)
        return evaluation.evaluate(*(evaluation.read(file, text, label) for file in files))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("hotline", "messages"))
    parser.add_argument("--large", type=int, default=0)
    asked = parser.parse_args()
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there: these figures need the data beside the project")
    if asked.large:
        print(json.dumps({"large": large(asked.large)}), flush=True)
        return
    for part in (hotline, messages):
        if asked.only in (None, part.__name__):
            print(json.dumps({part.__name__: part()}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
