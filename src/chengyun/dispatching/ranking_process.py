"""The model in a process of its own: numpy and its arrays stay out of web and worker, and go when nobody asks.

    python -m chengyun.dispatching.ranking_process FOLDER…

reads one JSON list of examples a line and answers with one line: for each example and each folder, the ranked labels
with the words that counted. Ends with its input, or after some minutes without a question.
"""

from __future__ import annotations

import json
import select
import sys
from pathlib import Path
from typing import Any

IDLE = 180.0
MOST, WORDS_FOR = 5, 3


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
        words = [word for word, weight in model.words(example, ranked.label) if weight > 0] if place < WORDS_FOR else []
        told.append([ranked.label, round(float(ranked.confidence), 4), words])
    return told


if __name__ == "__main__":
    main(sys.argv[1:])
