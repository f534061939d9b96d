"""From a tree back to text: with codes to keep, with names to read, in Chinese or English."""

from __future__ import annotations

from .spans import told
from .syntax import AND_WORDS, FIELD_WORDS, NAMED, NOT_WORDS, OP_WORDS, OR_WORDS, SPANS, TREES, And, Node, Not, Test
from .vocabulary import Vocabulary

_AREA_WORDS = {"in": "在", "not_in": "不在"}


def to_text(node: Node, words: Vocabulary | None = None, language: str = "zh") -> str:
    """An expression that means the same tree again. With `words` codes are shown by name, without as they are."""
    return _told(node, words, language, "")


def _told(node: Node, words: Vocabulary | None, language: str, inside: str) -> str:
    english = language == "en"
    if isinstance(node, Test):
        return written_test(node, words, language)
    if isinstance(node, Not):
        inner = _told(node.item, words, language, "not")
        return f"{NOT_WORDS[-1 if english else 0]} {inner}"
    joined = AND_WORDS if isinstance(node, And) else OR_WORDS
    between = f" {joined[-1] if english else joined[1]} "
    rank = "and" if isinstance(node, And) else "or"
    text = between.join(_told(item, words, language, rank) for item in node.items)
    needed = inside not in ("", rank)  # also where precedence would do: nobody need know it
    return f"({text})" if needed else text


def written_test(test: Test, words: Vocabulary | None = None, language: str = "zh") -> str:
    """One test as it is written."""
    english = language == "en"
    field = FIELD_WORDS[test.field][-1 if english else 0]
    op = OP_WORDS[test.op][-1 if english else 0]
    if not english and (test.field in SPANS or (test.field in TREES and test.field != "category")):
        op = _AREA_WORDS.get(test.op, op)
    if not test.values:
        return f"{field} {op}"
    if test.field in SPANS:
        values = ("、" if not english else ", ").join(told(test.field, text, language) for text in test.texts)
        return f"{field} {op} {values}"
    texts = test.texts
    if test.field in NAMED and words is not None:
        terms = words.terms(test.field)
        texts = tuple(terms.written(code, language) for code in texts)
    together = _quoted("|".join(texts))
    return f"{field} {op} {together or '、'.join(filter(None, map(_quoted, texts)))}"


def _quoted(text: str) -> str:
    """In quotes that it does not hold itself; "" when it holds all kinds."""
    return next((f"{left}{text}{right}" for left, right in ('""', "“”", "「」", "『』") if right not in text), "")
