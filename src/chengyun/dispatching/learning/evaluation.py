"""Train on one file, test on another: the figures by which a model is judged."""

from __future__ import annotations

import csv
import gzip
import io
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .examples import Example
from .model import train

csv.field_size_limit(16 * 1024 * 1024)
_TIMED = 200


class FileError(ValueError):
    """A file that cannot be learned from or tested on; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Requests of a file with their labels; `empty` rows had no text or no label."""

    examples: list[Example]
    labels: list[str]
    empty: int


def read(path: Path, text: Sequence[str], label: str) -> Labelled:
    """A CSV or CSV.gz in UTF-8 (or GB18030). Of several text columns the first is the title, the others the text.

    Raises FileError: no such file, no such column (the columns that are there are named), nothing in it.
    """
    examples, labels, empty = [], [], 0
    for row in _rows(path, [*text, label]):
        said = [(row[column] or "").strip() for column in text]
        known = (row[label] or "").strip()
        if not known or not any(said):
            empty += 1
            continue
        title, rest = (said[0], "\n".join(said[1:])) if len(said) > 1 else ("", said[0])
        examples.append(Example(text=rest, title=title))
        labels.append(known)
    if not examples:
        raise FileError(f"{path.name}: no row has both a text and a label")
    return Labelled(examples, labels, empty)


def _rows(path: Path, needed: Sequence[str]) -> list[dict[str, str]]:
    try:
        content = gzip.decompress(path.read_bytes()) if path.name.endswith(".gz") else path.read_bytes()
    except (OSError, EOFError) as error:
        raise FileError(f"{path}: cannot be read ({error})") from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            reader = csv.DictReader(io.StringIO(content.decode(encoding), newline=""))
            break
        except UnicodeDecodeError:
            continue
    else:
        raise FileError(f"{path.name}: neither UTF-8 nor GB18030")
    there = list(reader.fieldnames or [])
    missing = [name for name in needed if name not in there]
    if missing:
        raise FileError(f"{path.name}: no column {', '.join(missing)}; there are: {', '.join(there) or 'none'}")
    try:
        return list(reader)
    except csv.Error as error:
        raise FileError(f"{path.name}: line {reader.line_num}: {error}") from error


def evaluate(train_on: Labelled, test_on: Labelled) -> dict[str, Any]:
    """{"accuracy", "macro_f1", "top3", "auto": {"cut", "precision", "coverage"}, "train_seconds", "cpu_ms_per_case"}.

    The cut is fitted for 99 % precision by cross-validation within the training file; the test file is only judged.
    `coverage` is the share of test requests at or above the cut, `precision` the share of those that were right.
    """
    from sklearn.metrics import f1_score

    began = time.monotonic()
    model = train(train_on.examples, train_on.labels)
    train_seconds = time.monotonic() - began
    ranked = model.rank_many(test_on.examples, 3)
    first = [one[0].label for one in ranked]
    right = np.array([a == b for a, b in zip(first, test_on.labels, strict=True)])
    top3 = np.array([any(r.label == b for r in one) for one, b in zip(ranked, test_on.labels, strict=True)])
    sure = np.array([one[0].confidence for one in ranked])
    alone = sure >= model.cut if model.cut is not None else np.zeros(len(sure), bool)
    return {
        "accuracy": round(float(right.mean()), 4),
        "macro_f1": round(float(f1_score(test_on.labels, first, average="macro", zero_division=0)), 4),
        "top3": round(float(top3.mean()), 4),
        "auto": {
            "cut": None if model.cut is None else round(model.cut, 6),
            "precision": round(float(right[alone].mean()), 4) if alone.any() else None,
            "coverage": round(float(alone.mean()), 4),
        },
        "train_seconds": round(train_seconds, 1),
        "cpu_ms_per_case": round(_cpu_of_one(model, test_on.examples), 2),
        "train_cases": len(train_on.labels),
        "test_cases": len(test_on.labels),
        "labels": len(model.labels),
        "rows_without_text_or_label": train_on.empty + test_on.empty,
    }


def _cpu_of_one(model: Any, examples: Sequence[Example]) -> float:
    """CPU ms of one proposal, each asked for by itself."""
    some = examples[:_TIMED]
    model.rank(some[0])
    began = _cpu()
    for one in some:
        model.rank(one)
    return (_cpu() - began) / len(some) * 1000


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime + below.ru_utime + below.ru_stime
