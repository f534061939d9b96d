"""How many of the pairs of near-identical texts their signatures find, and how many others with them.

Example: python -m benchmarks.repeats --json

A pair is what has a cosine of at least 0.8 over counts of three characters in a row. Each text is looked for among all
others, as the platform does among the cases of its window.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from chengyun.cases import signatures

FILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "hotline_tickets_dev.csv.gz"
LIKE = 0.8
AT_ONCE = 500


def texts_of(path: Path, column: str) -> list[str]:
    csv.field_size_limit(1 << 24)
    read = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [row[column] or "" for row in csv.DictReader(io.StringIO(read.decode("utf-8-sig"), newline=""))]


def pairs_of(texts: list[str], least: float = LIKE) -> set[tuple[int, int]]:
    """Every pair that is so much alike, compared with each other one by one."""
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.preprocessing import normalize

    counted = normalize(CountVectorizer(analyzer="char", ngram_range=(3, 3)).fit_transform(texts))
    found: set[tuple[int, int]] = set()
    for first in range(0, len(texts), AT_ONCE):
        like = (counted[first : first + AT_ONCE] @ counted.T).tocoo()
        enough = like.data >= least
        pairs = zip(like.row[enough].tolist(), like.col[enough].tolist(), strict=True)
        found.update((first + one, other) for one, other in pairs if first + one < other)
    return found


def measure(texts: list[str]) -> dict[str, Any]:
    began = time.process_time()
    signed = [frozenset(signatures.bands(text)) for text in texts]
    spent = time.process_time() - began
    pairs = pairs_of(texts)
    holders: dict[int, list[int]] = defaultdict(list)
    for at, bands in enumerate(signed):
        for band in bands:
            holders[band].append(at)
    candidates = sorted(
        len({other for band in bands for other in holders[band]} - {at}) for at, bands in enumerate(signed)
    )
    return {
        "texts": len(texts), "pairs": len(pairs),
        "recall": round(sum(bool(signed[one] & signed[other]) for one, other in pairs) / max(1, len(pairs)), 4),
        "candidates_mean": round(sum(candidates) / max(1, len(candidates)), 1),
        "candidates_p95": candidates[int(len(candidates) * 0.95)] if candidates else 0,
        "sign_us": round(spent / max(1, len(texts)) * 1e6, 1),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repeats", description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--text", default="text", metavar="COLUMN")
    parser.add_argument("--json", action="store_true")
    wanted = parser.parse_args()
    if not wanted.file.exists():
        parser.error(f"no such file: {wanted.file}")
    found = measure(texts_of(wanted.file, wanted.text))
    if wanted.json:
        print(json.dumps(found))
    else:
        print("\n".join(f"{name:<18}{value}" for name, value in found.items()))
    if found["recall"] < 0.9:
        sys.exit("recall below 0.9")


if __name__ == "__main__":
    main()
