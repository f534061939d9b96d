"""Asking the running model, which lives in a process of its own (ranking_process.py) and is started when needed."""

from __future__ import annotations

import json
import logging
import select
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from chengyun.kernel.config import current

from .facts import Facts
from .models import ModelVersion

log = logging.getLogger(__name__)
PATIENCE = 60.0
UNITS, CATEGORIES = "units", "categories"

Ranking = list[tuple[int, float, tuple[str, ...]]]


class RankerError(RuntimeError):
    """The model could not be asked."""


def folder_of(version: ModelVersion) -> Path:
    return models_folder() / version.folder


def models_folder() -> Path:
    return Path(current().home) / "models"


def example_of(facts: Facts) -> dict[str, str]:
    """What the model is told of a case: nothing that was decided later."""
    return {"text": facts.text, "title": facts.title, "place": facts.address, "channel": facts.channel}


class _Process:
    def __init__(self, folder: Path):
        self.folder = folder
        parts = [str(part) for part in (folder / UNITS, folder / CATEGORIES) if part.is_dir()]
        self.names = [Path(part).name for part in parts]
        self._child = subprocess.Popen(
            [sys.executable, "-m", "chengyun.dispatching.ranking_process", *parts],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._read()

    def ask(self, examples: Sequence[dict[str, str]]) -> list[list[Any]]:
        assert self._child.stdin is not None
        self._child.stdin.write(json.dumps(examples) + "\n")
        self._child.stdin.flush()
        found: list[list[Any]] = self._read()
        return found

    def _read(self) -> Any:
        stream = self._child.stdout
        assert stream is not None
        line = stream.readline() if select.select([stream], [], [], PATIENCE)[0] else ""
        if not line:
            self.end()
            raise RankerError("the process of the model gave no answer")
        return json.loads(line)

    @property
    def alive(self) -> bool:
        return self._child.poll() is None

    def end(self) -> None:
        self._child.kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                stream.close()


_lock = threading.Lock()
_process: _Process | None = None


def rank(version: ModelVersion, some: Sequence[Facts]) -> list[dict[str, Ranking]]:
    """For each case {"units": [(id, confidence, words)], "categories": …}. RankerError when the model is broken."""
    global _process
    examples = [example_of(facts) for facts in some]
    folder = folder_of(version)
    with _lock:
        for last in (False, True):  # it may just have gone to sleep
            try:
                if _process is None or _process.folder != folder or not _process.alive:
                    if _process is not None:
                        _process.end()
                    _process = _Process(folder)
                answers = _process.ask(examples)
                break
            except (OSError, ValueError, RankerError) as error:
                if _process is not None:
                    _process.end()
                _process = None
                if last:
                    raise RankerError(str(error)) from error
        names = _process.names if _process is not None else []
    return [
        {name: [(int(label), share, tuple(words)) for label, share, words in told]
         for name, told in zip(names, one, strict=True)}
        for one in answers
    ]  # fmt: skip


def is_warm(version: ModelVersion) -> bool:
    """Whether the model would answer at once; if not, it is woken meanwhile: nobody at a telephone waits for it."""
    process = _process
    if process is not None and process.folder == folder_of(version) and process.alive:
        return True
    if not _lock.locked():
        threading.Thread(target=_wake, args=(version,), daemon=True).start()
    return False


def _wake(version: ModelVersion) -> None:
    try:
        rank(version, [])
    except RankerError as error:
        log.warning("model %s: %s", version.pk, error)


def forget() -> None:
    """End the process (tests, and when a version is put to use)."""
    global _process
    with _lock:
        if _process is not None:
            _process.end()
        _process = None
