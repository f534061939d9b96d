"""The model in a process of its own: numpy and its arrays stay out of web and worker, and go when nobody asks.

    python -m chengyun.dispatching.ranking_process FOLDER…

reads one JSON list of examples a line and answers with one line: for each example and each folder, the ranked labels
with the words that counted. Ends with its input, or after some minutes without a question.
"""

from __future__ import annotations

import json
import re
import select
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

IDLE = 180.0
MOST, WORDS_FOR, MOST_WORDS = 5, 3, 10


def main(folders: list[str]) -> None:
    from chengyun.dispatching.learning import Example, Model

    models = [Model.load(Path(folder)) for folder in folders]
    print(json.dumps({"ready": True}), flush=True)
    while select.select([sys.stdin], [], [], IDLE)[0]:
        line = sys.stdin.readline()
        if not line:
            return
        examples = [Example(**one) for one in json.loads(line)]
        print(json.dumps([[answer(model, one) for model in models] for one in examples]), flush=True)


def answer(model: Any, example: Any) -> list[list[Any]]:
    """[[label, confidence, [words]]], the best first."""
    told: list[list[Any]] = []
    for place, ranked in enumerate(model.rank(example, MOST)):
        found = model.words(example, ranked.label, MOST_WORDS) if place < WORDS_FOR else []
        words = readable(word for word, weight in found if weight > 0)
        told.append([ranked.label, round(float(ranked.confidence), 4), words])
    return told


def readable(found: Iterable[str]) -> list[str]:
    """Pieces of text as words: without punctuation, none within another."""
    words: dict[str, None] = {}
    for piece in found:
        word = max(re.split(r"[\W_]+", piece), key=len)
        if len(word) > 1 and not any(word in other or other in word for other in words):
            words[word] = None
    return list(words)[:6]


if __name__ == "__main__":
    main(sys.argv[1:])
