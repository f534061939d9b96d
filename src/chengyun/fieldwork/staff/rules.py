"""Drawing and scoring of a test. Pure."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

LETTERS = "ABCDEFGH"
GRACE_MINUTES = 2
"""How long after the time a paper is still taken: a phone without signal."""


def draw(bank: Mapping[str, Sequence[str]], number: int, chance: random.Random) -> list[str]:
    """Codes of so many questions, from each topic in proportion to what it has, in a random order."""
    topics = {topic: sorted(codes) for topic, codes in sorted(bank.items()) if codes}
    whole = sum(map(len, topics.values()))
    number = min(number, whole)
    shares = {topic: number * len(codes) / whole for topic, codes in topics.items()} if whole else {}
    given = {topic: int(share) for topic, share in shares.items()}
    rest = sorted(shares, key=lambda topic: (given[topic] - shares[topic], topic))
    for topic in rest[: number - sum(given.values())]:
        given[topic] += 1
    chosen = [code for topic, count in given.items() for code in chance.sample(topics[topic], count)]
    chance.shuffle(chosen)
    return chosen


def letters(text: str) -> str:
    """An answer in one spelling: "c, A" → "AC"."""
    return "".join(sorted({c for c in str(text).upper() if c in LETTERS}))


def score(drawn: Sequence[Mapping[str, Any]], answers: Mapping[str, str]) -> tuple[float, list[str]]:
    """(per cent, codes that are wrong). All choices of a question have to be right; an empty one is wrong."""
    wrong = [q["code"] for q in drawn if letters(answers.get(q["code"], "")) != letters(q["right"])]
    return (round((len(drawn) - len(wrong)) * 100 / len(drawn), 2) if drawn else 0.0), wrong


def question_faults(kind: str, options: Sequence[str], right: str) -> tuple[str, str] | None:
    """(column, what is wrong) of a question of the bank."""
    known = LETTERS[: len(options)]
    chosen = letters(right)
    if kind == "judge" and len(options) not in (0, 2):
        return "options", "判断题不用写选项，A 正确，B 错误"
    if kind != "judge" and len(options) < 2:
        return "options", "至少两个选项"
    if kind == "judge":
        known = "AB"
    if not chosen or any(c not in known for c in chosen):
        return "right", f"答案要在 {'、'.join(known)} 之中"
    if kind != "multiple" and len(chosen) != 1:
        return "right", "只能有一个答案"
    if kind == "multiple" and len(chosen) < 2:
        return "right", "多选题至少两个答案"
    return None
