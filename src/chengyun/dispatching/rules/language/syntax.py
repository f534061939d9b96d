"""What an expression consists of, and the words in which people write it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 2000
MOST_TESTS = 60
MOST_DEPTH = 20

# --- fields and what may be asked of them --------------------------------------------------------------------------
CATEGORY, AREA = "category", "area"
CHANNEL, KIND, URGENCY, FLAG = "channel", "kind", "urgency", "flag"
TITLE, TEXT, ADDRESS, WORDS = "title", "text", "address", "words"
TIME, WEEKDAY, DATE = "time", "weekday", "date"

TREES = (CATEGORY, AREA)
CHOICES = (CHANNEL, KIND, URGENCY)
TEXTS = (TITLE, TEXT, ADDRESS, WORDS)
SPANS = (TIME, WEEKDAY, DATE)
NAMED = (*TREES, *CHOICES, FLAG)
"""Fields whose values are codes of the district's own tables."""

FIELD_WORDS: dict[str, tuple[str, ...]] = {
    CATEGORY: ("类别", "category"),
    AREA: ("区域", "area"),
    CHANNEL: ("渠道", "channel"),
    KIND: ("诉求类型", "类型", "kind"),
    URGENCY: ("紧急程度", "urgency"),
    FLAG: ("标记", "flag"),
    TITLE: ("标题", "title"),
    TEXT: ("文本", "内容", "text"),
    ADDRESS: ("地址", "address"),
    WORDS: ("全文", "words"),
    TIME: ("时间", "time"),
    WEEKDAY: ("星期", "weekday"),
    DATE: ("日期", "date"),
}
"""The first is written back in Chinese, the last in English."""

IN, NOT_IN, IS, IS_NOT = "in", "not_in", "is", "is_not"
HAS, HAS_ALL, HAS_NOT = "has", "has_all", "has_not"
EMPTY, NOT_EMPTY = "empty", "not_empty"
NEGATIVE = {NOT_IN: IN, IS_NOT: IS, HAS_NOT: HAS, NOT_EMPTY: EMPTY}

OP_WORDS: dict[str, tuple[str, ...]] = {
    NOT_IN: ("不属于", "不在", "not in"),
    IN: ("属于", "在", "in"),
    NOT_EMPTY: ("不为空", "is not empty"),
    EMPTY: ("为空", "is empty"),
    IS_NOT: ("不是", "不等于", "!=", "is not"),
    IS: ("是", "等于", "=", "is"),
    HAS_NOT: ("不含", "不包含", "not contain", "does not contain"),
    HAS_ALL: ("全含", "contain all", "contains all"),
    HAS: ("含", "包含", "有", "has", "contain", "contains"),
}

ALLOWED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(TREES, (IN, NOT_IN, IS, IS_NOT, EMPTY, NOT_EMPTY)),
    **dict.fromkeys(CHOICES, (IS, IS_NOT)),
    FLAG: (HAS, HAS_NOT),
    **dict.fromkeys(TEXTS, (HAS, HAS_ALL, HAS_NOT)),
    **dict.fromkeys(SPANS, (IN, NOT_IN)),
}
MEANT: dict[str, dict[str, str]] = {
    **{name: {HAS: IN, HAS_NOT: NOT_IN} for name in TREES},
    **{name: {IN: IS, NOT_IN: IS_NOT, HAS: IS, HAS_NOT: IS_NOT} for name in CHOICES},
    FLAG: {IS: HAS, IS_NOT: HAS_NOT, IN: HAS, NOT_IN: HAS_NOT},
    **{name: {IS: IN, IS_NOT: NOT_IN} for name in SPANS},
}
"""What is taken for what: nobody need remember whether a channel is 是 or 属于 something."""

AND_WORDS = ("并且", "且", "and")
OR_WORDS = ("或者", "或", "or")
NOT_WORDS = ("非", "not")


# --- nodes ------------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Value:
    """One value as it was written; `at` and `end` are its place in the text."""

    text: str
    at: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Test:
    """A field, what is asked of it, and the values of which any will do (all with HAS_ALL)."""

    field: str
    op: str
    values: tuple[Value, ...] = ()
    at: int = dataclasses.field(default=0, compare=False)
    end: int = dataclasses.field(default=0, compare=False)

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(value.text for value in self.values)


@dataclass(frozen=True, slots=True)
class Not:
    item: Node


@dataclass(frozen=True, slots=True)
class And:
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    items: tuple[Node, ...]


Node = Test | Not | And | Or


def tests(node: Node) -> Iterator[Test]:
    """Every test, from left to right."""
    if isinstance(node, Test):
        yield node
    elif isinstance(node, Not):
        yield from tests(node.item)
    else:
        for item in node.items:
            yield from tests(item)


# --- faults -----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where (characters `at` to `end`), and what may be written instead."""

    at: int
    end: int
    zh: str
    en: str
    instead: tuple[str, ...] = ()
    code: str = "syntax"

    def told(self, language: str = "zh") -> str:
        return self.en if language.startswith("en") else self.zh


class RuleError(ValueError):
    """An expression that cannot be used."""

    def __init__(self, *faults: Fault):
        super().__init__("；".join(fault.zh for fault in faults))
        self.faults = faults
