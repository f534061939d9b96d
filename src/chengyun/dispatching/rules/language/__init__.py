"""The language of dispatch rules. Pure: parse → check against a vocabulary → evaluate → back to text.

    类别 属于 "市容/占道" 且 区域 在 "珞南街道" 且 全文 含 "夜市|烧烤" 且 时间 在 18:00-06:00
    category in "…" and area in "…" and words contain "…|…" and time in 18:00-06:00

See docs/administrator/dispatch-rules.md for people, docs/decisions/0038-dispatch-rules.md for why.
"""

from .checking import check
from .evaluating import Part, View, explain, predicate
from .grammar import expected, parse
from .syntax import ALLOWED, And, Fault, Node, Not, Or, RuleError, Test, Value
from .telling import to_text
from .vocabulary import Term, Vocabulary

__all__ = [
    "ALLOWED", "And", "Fault", "Node", "Not", "Or", "Part", "RuleError", "Term", "Test", "Value", "View", "Vocabulary",
    "check", "expected", "explain", "parse", "predicate", "to_text",
]  # fmt: skip
