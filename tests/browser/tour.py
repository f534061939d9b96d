"""The tour as it is written: sections, steps, the labels and keys quoted in them. Nothing of it is repeated here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs" / "user"
KEYS = {"Ctrl": "Control", "Esc": "Escape"}


@dataclass
class Step:
    """One numbered step; `label` and `typed` hand out what it quotes, in the order of the text."""

    name: str
    text: str
    accounts: list[str]
    labels: list[str] = field(init=False)
    quoted: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.labels = re.findall(r"\*\*(.+?)\*\*", self.text)
        self.quoted = re.findall(r"`(.+?)`", self.text)

    def label(self) -> str:
        assert self.labels, f"step {self.name} names no further label: {self.text}"
        return self.labels.pop(0)

    def typed(self) -> str:
        assert self.quoted, f"step {self.name} quotes nothing further to type or press: {self.text}"
        return self.quoted.pop(0)

    def key(self) -> str:
        words = self.typed().split()
        return "+".join(KEYS.get(word, word.lower() if len(word) == 1 else word) for word in words)

    def done(self) -> None:
        assert not self.labels, f"step {self.name} names what nobody tried: {self.labels}"
        assert not self.quoted, f"step {self.name} quotes what nobody pressed: {self.quoted}"


def sections(name: str) -> dict[int, list[Step]]:
    """The steps of each section of a tour."""
    found: dict[int, list[Step]] = {}
    at, accounts = 0, []
    for line in (DOCS / name).read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"## (\d+)\. ", line):
            at, accounts = int(heading[1]), re.findall(r"`(\w+)`", line)
            found[at] = []
        elif item := re.match(r"(\d+)\. (.+)", line):
            found[at].append(Step(f"{at}.{item[1]}", item[2], accounts))
    return found


def leaving(name: str) -> str:
    """The label that the beginning of a tour gives for changing persons."""
    text = (DOCS / name).read_text(encoding="utf-8").partition("## 1.")[0]
    return re.findall(r"\*\*(.+?)\*\*", text)[-1]
