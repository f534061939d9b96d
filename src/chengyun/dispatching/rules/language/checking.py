"""Names become codes; what is unknown, has ended, or means several things is said, with what to write instead."""

from __future__ import annotations

from dataclasses import replace

from .syntax import AREA, CATEGORY, FIELD_WORDS, NAMED, And, Fault, Node, Not, Or, Test, Value
from .vocabulary import Vocabulary


def check(node: Node, words: Vocabulary) -> tuple[Node, list[Fault]]:
    """The same tree with codes for names, and what is wrong with it. Names that are unknown stay as they are.

    Faults with code "closed" and "unknown" in a saved rule are what raises an alarm.
    """
    faults: list[Fault] = []
    return _checked(node, words, faults), faults


def _checked(node: Node, words: Vocabulary, faults: list[Fault]) -> Node:
    if isinstance(node, Test):
        return _checked_test(node, words, faults)
    if isinstance(node, Not):
        return Not(_checked(node.item, words, faults))
    items = tuple(_checked(item, words, faults) for item in node.items)
    return And(items) if isinstance(node, And) else Or(items)


def _checked_test(test: Test, words: Vocabulary, faults: list[Fault]) -> Test:
    if test.field not in NAMED:
        return test
    found: dict[str, Value] = {}
    for value in test.values:
        code = _code(test.field, value, words, faults)
        found.setdefault(code, replace(value, text=code))
    return replace(test, values=tuple(found.values()))


def _code(field: str, value: Value, words: Vocabulary, faults: list[Fault]) -> str:
    terms = words.terms(field)
    codes = terms.find(value.text)
    zh, en = FIELD_WORDS[field][0], FIELD_WORDS[field][-1]
    if not codes:
        near = terms.near(value.text)
        instead = "，是不是：" + "、".join(near) if near else ""
        meant = "; did you mean " + ", ".join(near) if near else ""
        faults.append(
            Fault(value.at, value.end, f"没有“{value.text}”这个{zh}{instead}",
                  f"There is no {en} “{value.text}”{meant}", tuple(near), "unknown")
        )  # fmt: skip
        return value.text
    if len(codes) > 1:
        ways = [terms.written(code) for code in codes[:6]]
        faults.append(
            Fault(value.at, value.end, f"有 {len(codes)} 个{zh}叫“{value.text}”，请写明：{'、'.join(ways)}",
                  f"{len(codes)} values of {en} are called “{value.text}”; write {', '.join(ways)}", tuple(ways),
                  "ambiguous")
        )  # fmt: skip
    term = terms.rows[codes[0]]
    if term.closed:
        faults.append(
            Fault(value.at, value.end, f"{zh}“{term.name}”{term.closed}", f"{en} “{term.name}” has ended", (), "closed")
        )
    return codes[0]


def codes_in(node: Node) -> dict[str, set[str]]:
    """Field → codes that an expression names (after `check`)."""
    from .syntax import tests

    found: dict[str, set[str]] = {CATEGORY: set(), AREA: set()}
    for test in tests(node):
        if test.field in NAMED:
            found.setdefault(test.field, set()).update(test.texts)
    return found
