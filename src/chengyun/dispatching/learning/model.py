"""A model of who handles what: training, ranking, reasons, a folder that holds it."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from . import cuts, stacking, texts
from .examples import Example
from .features import Features, Numbers, embed, forget_encoder, one_thread
from .scorers import Scorers, fit_view, habits_of, score_view, stacked
from .stacking import Stack
from .sureness import places

FORMAT = 3
FOLDS = 5
ONE_SPLIT_FROM = 30_000
ONE_SPLIT_MOST = 10_000
NEWEST = 60_000
RARE = 200
PROCESSES = 2
_FILE = "model.joblib"


@dataclass(frozen=True, slots=True)
class Ranked:
    """One label with its calibrated confidence (0…1)."""

    label: str
    confidence: float


class ModelError(RuntimeError):
    """A model that cannot be trained or opened; the message says what to do."""


@dataclass(slots=True)
class Held:
    """What the model said of training requests while it had not learned from them (cross-validation)."""

    rows: np.ndarray
    """Which of the training requests."""
    ranked: list[list[Ranked]]


@dataclass
class Model:
    """What training made."""

    labels: tuple[str, ...]
    features: Features
    scorers: Scorers
    stack: Stack | None
    cut: float | None = None
    """Confidence from which a first place was right in 99 % of the cross-validated requests; None: nowhere."""
    cuts: dict[str, float] = field(default_factory=dict)
    """The same for single labels that reach it."""
    held: Held | None = None
    """Not written to the folder."""

    def rank_many(self, examples: Sequence[Example], most: int = 5) -> list[list[Ranked]]:
        """For each request the likeliest labels, best first."""
        if not examples:
            return []
        with one_thread():
            return self._ranked(self.features.numbers(examples), most)

    def rank(self, example: Example, most: int = 5) -> list[Ranked]:
        """The likeliest labels, best first."""
        return self.rank_many([example], most)[0]

    def words(self, example: Example, label: str, most: int = 6) -> list[tuple[str, float]]:
        """The words that counted most for this label against the others, with their weight; may be empty."""
        if label not in self.labels:
            return []
        row = self.features.words.transform([texts.joined(example)])
        weights = self.scorers.words.weights[row.indices].astype(np.float32)
        gain = row.data * (weights[:, self.labels.index(label)] - weights.mean(axis=1))
        names = self.features.words.get_feature_names_out()
        order = np.argsort(-gain)[: most * 2]
        found: list[tuple[str, float]] = []
        for at in order:
            word = str(names[row.indices[at]])
            if gain[at] > 0 and not any(word in other or other in word for other, _ in found):
                found.append((word, float(gain[at])))
        return found[:most]

    def _ranked(self, numbers: Numbers, most: int) -> list[list[Ranked]]:
        told = []
        for first in range(0, numbers.size, 1000):
            scores = self.scorers.scores(numbers[np.arange(first, min(first + 1000, numbers.size))])
            chosen = stacking.candidates(scores)
            told += _in_order(self.labels, chosen, _confidence(self.stack, scores, chosen), most)
        return told

    def save(self, folder: Path) -> None:
        """Write the model; the folder exists."""
        import joblib
        import sklearn

        joblib.dump(replace(self, held=None), folder / _FILE)
        about = {"format": FORMAT, "scikit-learn": sklearn.__version__, "labels": len(self.labels), "cut": self.cut}
        (folder / "about.json").write_text(json.dumps(about, ensure_ascii=False, indent=1))

    @classmethod
    def load(cls, folder: Path) -> Model:
        """Open a model written by save. ModelError where it was written by another version: train again."""
        import joblib
        import sklearn

        try:
            about = json.loads((folder / "about.json").read_text())
        except (OSError, ValueError) as error:
            raise ModelError(f"there is no model in {folder.name}: train one") from error
        if about.get("format") != FORMAT or about.get("scikit-learn") != sklearn.__version__:
            raise ModelError("the model was made by another version of the program: train it again")
        model: Model = joblib.load(folder / _FILE, mmap_mode="r")
        return model


def train(
    examples: Sequence[Example],
    labels: Sequence[str],
    *,
    days: Sequence[float] | None = None,
    embedding: np.ndarray | None = None,
    seed: int = 0,
) -> Model:
    """Learn from closed requests; `days` is how long ago each was. ModelError with fewer than two labels.

    `embedding` is what `embed_examples` said of them, where several models learn from the same requests.
    """
    names = tuple(sorted(set(labels)))
    if len(examples) != len(labels):
        raise ModelError("as many labels as requests are needed")
    if len(names) < 2:
        raise ModelError("at least two different labels are needed to learn from")
    position = {name: at for at, name in enumerate(names)}
    at = np.array([position[label] for label in labels])
    ago = np.zeros(len(at)) if days is None else np.asarray(days, float)
    kept = _kept(at, ago)
    some, at, ago = [examples[row] for row in kept], at[kept], ago[kept]
    features, numbers = Features.learned(some, embed_examples(some) if embedding is None else embedding[kept])
    if len(at) < stacking.FEWEST:
        return Model(names, features, Scorers.fit(numbers, at, ago, len(names)), None)
    groups = texts.groups_of([texts.joined(one) for one in some])
    splits = _splits(groups, ago, seed)
    with tempfile.TemporaryDirectory() as folder:
        numbers = numbers.mapped(Path(folder) / "numbers")
        scorers, scores = _views(numbers, at, ago, len(names), splits, Path(folder))
    model = Model(names, features, scorers, None)
    with one_thread():
        _stack(model, np.concatenate(splits), scores, at, groups, seed)
    if model.held is not None:
        model.held.rows = kept[model.held.rows]
    return model


def _kept(at: np.ndarray, ago: np.ndarray) -> np.ndarray:
    """Rows to learn from, in their order: the newest 60,000, and older ones of labels that are rare among those."""
    if len(at) <= NEWEST:
        return np.arange(len(at))
    order = np.argsort(ago, kind="stable")
    new, old = order[:NEWEST], order[NEWEST:]
    rare = np.bincount(at[new], minlength=at.max() + 1) < RARE
    return np.sort(np.concatenate([new, old[rare[at[old]]]]))


def embed_examples(examples: Sequence[Example]) -> np.ndarray:
    """(n, 512) for many requests, in a few processes."""
    said = [texts.embedded(one) for one in examples]
    if len(said) < 2000:
        return embed(said)
    size = -(-len(said) // (4 * PROCESSES))
    return np.vstack(_at_once([(embed, (said[first : first + size],)) for first in range(0, len(said), size)]))


def _views(
    numbers: Numbers, at: np.ndarray, ago: np.ndarray, labels: int, splits: Sequence[np.ndarray], folder: Path
) -> tuple[Scorers, np.ndarray]:
    """(all views, what views that had not seen them say of the rows of each split): one view at a time in each process.

    What is learned goes through files that are mapped: they stay readable when the folder is gone, and this process
    holds none of it.
    """
    import joblib

    whole = np.arange(len(at))
    seen = [np.setdiff1d(whole, apart) for apart in splits]
    given = (numbers, at, ago, labels)
    calls: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
        (_fit, (name, *given, folder)) for name in Scorers.FITTED
    ]
    order = [*Scorers.FITTED[1:-1], Scorers.FITTED[0], Scorers.FITTED[-1]]  # the largest: not twice at once, not last
    for name in order:
        calls += [(_asked, (name, *given, *rows)) for rows in zip(seen, splits, strict=True)]
    found = iter(_at_once(calls))
    fitted = {name: joblib.load(next(found), mmap_mode="r") for name in Scorers.FITTED}
    said = {name: [next(found) for _ in splits] for name in order}
    scores = [
        stacked([said[name][split] for name in Scorers.FITTED], habits_of(at[rows], ago[rows], labels))
        for split, rows in enumerate(seen)
    ]
    return Scorers(fitted, habits_of(at, ago, labels)), np.concatenate(scores)


def _fit(name: str, numbers: Numbers, at: np.ndarray, ago: np.ndarray, labels: int, folder: Path) -> Path:
    """The file with a view that was fitted on all rows."""
    import joblib

    forget_encoder()
    with one_thread():
        joblib.dump(fit_view(name, numbers, at, ago, labels), folder / name)
    return folder / name


def _asked(
    name: str, numbers: Numbers, at: np.ndarray, ago: np.ndarray, labels: int, seen: np.ndarray, apart: np.ndarray
) -> list[np.ndarray]:
    """What a view fitted on the rows `seen` says of the rows `apart`."""
    forget_encoder()
    with one_thread():
        view = fit_view(name, numbers[seen], at[seen], ago[seen], labels)
        return [said.astype(np.float32) for said in score_view(name, view, numbers[apart])]


def _at_once(calls: Sequence[tuple[Callable[..., Any], tuple[Any, ...]]]) -> list[Any]:
    """The results of all calls, in their order, made in a few processes."""
    import joblib

    processes = min(PROCESSES, os.cpu_count() or 1, len(calls))
    return list(joblib.Parallel(n_jobs=processes)(joblib.delayed(call)(*given) for call, given in calls))


def _stack(model: Model, rows: np.ndarray, scores: np.ndarray, at: np.ndarray, groups: np.ndarray, seed: int) -> None:
    """Learn how to weigh the views, on requests the views had not seen; calibrate and cut on yet others."""
    chosen, truth = stacking.candidates(scores), at[rows]
    parts = _parts(groups[rows], FOLDS, seed + 1)
    few = stacking.are_few(scores)
    says = np.zeros((*chosen.shape, 3 if few else 2))
    for part in range(FOLDS):
        apart = parts == part
        one = Stack.fit(scores[~apart], chosen[~apart], truth[~apart], few)
        says[apart] = one.says(scores[apart], chosen[apart])
    stack = Stack.fit(scores, chosen, truth, few)
    confidence = stack.confidence(places(says), stack.calibrate(says, scores, chosen, truth, parts))
    model.stack = stack
    best = confidence.argmax(axis=1)
    first, sure = chosen[np.arange(len(rows)), best], confidence.max(axis=1)
    right = first == truth
    model.cut = cuts.cut(sure, right)
    for label in range(len(model.labels)):
        of = first == label
        found = cuts.cut(sure[of], right[of])
        if found is not None:
            model.cuts[model.labels[label]] = found
    model.held = Held(rows, _in_order(model.labels, chosen, confidence, 5))


def _splits(groups: np.ndarray, ago: np.ndarray, seed: int) -> list[np.ndarray]:
    """Rows to be kept apart, one set at a time: five folds, or of many the newest ones once."""
    if len(groups) >= ONE_SPLIT_FROM:
        return [np.flatnonzero(np.isin(groups, groups[np.argsort(ago, kind="stable")[:ONE_SPLIT_MOST]]))]
    parts = _parts(groups, FOLDS, seed)
    found = [np.flatnonzero(parts == part) for part in range(FOLDS)]
    return [apart for apart in found if len(apart)]


def _parts(groups: np.ndarray, parts: int, seed: int) -> np.ndarray:
    """A part for each row, the same within a group."""
    _, dense = np.unique(groups, return_inverse=True)
    return np.random.default_rng(seed).integers(0, parts, dense.max() + 1)[dense]


def _confidence(stack: Stack | None, scores: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    if stack is not None:
        says = stack.says(scores, chosen)
        return stack.confidence(places(says), stack.sure(says, scores, chosen))
    views = [Scorers.names.index(name) for name in ("characters", "words")]
    chance = np.exp(3.0 * scores[:, :, views].mean(axis=2))
    chance /= chance.sum(axis=1, keepdims=True)
    return np.asarray(chance[np.arange(len(chosen))[:, None], chosen])


def _in_order(labels: Sequence[str], chosen: np.ndarray, confidence: np.ndarray, most: int) -> list[list[Ranked]]:
    order = np.argsort(-confidence, axis=1, kind="stable")[:, :most]
    return [
        [Ranked(labels[chosen[row, at]], min(1.0, float(confidence[row, at]))) for at in best]
        for row, best in enumerate(order)
    ]
