"""From text to a tree, by a small grammar (lark, LALR). Errors name the place and what may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from . import spans
from .syntax import (
    ALLOWED,
    AND_WORDS,
    EMPTY,
    FIELD_WORDS,
    MEANT,
    MOST_CHARACTERS,
    MOST_DEPTH,
    MOST_TESTS,
    NOT_EMPTY,
    NOT_WORDS,
    OP_WORDS,
    OR_WORDS,
    SPANS,
    And,
    Fault,
    Node,
    Not,
    Or,
    RuleError,
    Test,
    Value,
    tests,
)

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

_GRAMMAR = r"""
start: any
?any: all (_OR all)*
?all: one (_AND one)*
?one: _NOT one -> negated
    | "(" any ")"
    | test
test: FIELD EMPTY -> emptiness
    | FIELD OP values
values: value (_SEP value)*
value: QUOTED | BARE (TO BARE)?
FIELD.3: /%(field)s/i
EMPTY.4: /%(empty)s/i
OP.3: /%(op)s/i
_AND.3: /%(and_)s|&&/i
_OR.3: /%(or_)s|\|\|/i
_NOT.3: /%(not_)s/i
TO.3: /至|到|~|\.\./
_SEP.2: /[,，、|]/
QUOTED.2: /"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』/
BARE: /[^\s"“”「」『』()（）,，、|&~]+/
%%ignore /\s+/
"""
_PAIRS = {"“": "”", "「": "」", "『": "』", '"': '"'}
_TOLD = {
    "FIELD": ("类别、区域、渠道、类型、紧急程度、标记、标题、文本、地址、全文、时间、星期、日期",
              "category, area, channel, kind, urgency, flag, title, text, address, words, time, weekday, date"),
    "OP": ("属于、在、是、含、全含、不属于、不在、不是、不含",
           "in, is, contains, contains all, not in, is not, does not contain"),
    "EMPTY": ("为空", "is empty"), "_AND": ("且", "and"), "_OR": ("或", "or"), "_NOT": ("非", "not"),
    "QUOTED": ("引号里的名称或词", "a name or words in quotes"), "BARE": ("", ""), "TO": ("至", "~"),
    "_SEP": ("、", ","), "LPAR": ("（", "("), "RPAR": ("）", ")"), "$END": ("结束", "the end"),
}  # fmt: skip


def _either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; English ones end where the word ends."""
    found = sorted(words, key=len, reverse=True)
    parts = [re.escape(word).replace(r"\ ", r"\s+") + (r"\b" if word[-1].isascii() and word[-1].isalpha() else "")
             for word in found]  # fmt: skip
    return "(?:" + "|".join(parts) + ")"


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from lark import Lark

    empties = (EMPTY, NOT_EMPTY)
    grammar = _GRAMMAR % {
        "field": _either(word for words in FIELD_WORDS.values() for word in words),
        "empty": _either(word for op in empties for word in OP_WORDS[op]),
        "op": _either(word for op, words in OP_WORDS.items() if op not in empties for word in words),
        "and_": _either(AND_WORDS), "or_": _either(OR_WORDS), "not_": _either(NOT_WORDS),
    }  # fmt: skip
    return Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=False)


_FIELDS = {word: name for name, words in FIELD_WORDS.items() for word in words}
_OPS = {word: name for name, words in OP_WORDS.items() for word in words}


def parse(text: str) -> Node:
    """The tree of an expression. Raises RuleError: one fault where the text cannot be understood, or all the tests
    that ask a field for what it does not have."""
    if len(text) > MOST_CHARACTERS:
        message = f"太长，最多 {MOST_CHARACTERS} 个字。可以分成几条规则。"
        raise RuleError(Fault(MOST_CHARACTERS, len(text), message, f"At most {MOST_CHARACTERS} characters."))
    if not text.strip():
        raise RuleError(
            Fault(0, 0, "还没有写条件，例如：类别 属于 \"占道经营\"", 'Write a condition, e.g. category in "…"')
        )  # fmt: skip
    plain = text.replace("（", "(").replace("）", ")").replace("\u3000", " ").replace("\x00", " ")
    return _Reader(plain).read(_tree(plain))


def _tree(text: str) -> Tree[Token]:
    from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

    try:
        return _parser().parse(text)
    except UnexpectedCharacters as error:
        raise RuleError(_unexpected(text, error.pos_in_stream or 0, sorted(error.allowed or ()))) from None
    except (UnexpectedToken, UnexpectedEOF) as error:
        at = error.pos_in_stream
        ended = at is None or at < 0 or (isinstance(error, UnexpectedToken) and error.token.type == "$END")
        wanted = sorted(error.accepts or error.expected if isinstance(error, UnexpectedToken) else error.expected)
        raise RuleError(_unexpected(text, len(text) if ended else at or 0, wanted)) from None
    except UnexpectedInput as error:
        raise RuleError(_unexpected(text, error.pos_in_stream or 0, [])) from None
    except RecursionError:
        raise RuleError(_too_deep(text)) from None


def _unexpected(text: str, at: int, wanted: Sequence[str]) -> Fault:
    found = re.match(r"\S+", text[at:])
    end = at + len(found.group()) if found else at
    seen = text[at:end][:20]
    if seen[:1] in _PAIRS or (seen and text[:at].count('"') % 2):
        closing = _PAIRS.get(seen[:1], '"')
        return Fault(at, end, f"引号没有合上，请补上 {closing}", f"Close the quote with {closing}", (closing,))
    zh = "、".join(filter(None, (_TOLD.get(name, ("", ""))[0] for name in wanted if name != "$END")))
    en = ", ".join(filter(None, (_TOLD.get(name, ("", ""))[1] for name in wanted if name != "$END")))
    instead = tuple(word for name in wanted for word in _TOLD.get(name, ("", ""))[0].split("、") if word)[:16]
    if not seen:
        return Fault(at, at, f"还没有写完，接着写：{zh}", f"Not finished; go on with: {en}", instead)
    return Fault(
        at, end, f"第 {at + 1} 个字“{seen}”处看不懂，这里可以写：{zh or '结束'}",
        f"“{seen}” at character {at + 1} is not understood; here may stand: {en or 'the end'}", instead,
    )  # fmt: skip


def _too_deep(text: str) -> Fault:
    message = f"括号套得太深，最多 {MOST_DEPTH} 层。可以分成几条规则。"
    return Fault(0, len(text), message, f"Brackets are nested more than {MOST_DEPTH} deep; use several rules.")


def expected(text: str) -> tuple[str, ...]:
    """Which kinds of word may follow a beginning: FIELD, OP, EMPTY, QUOTED, _AND, …; for completing."""
    from lark.exceptions import LarkError

    plain = text.replace("（", "(").replace("）", ")").replace("\u3000", " ")[:MOST_CHARACTERS]
    try:
        state = _parser().parse_interactive(plain)
        list(state.iter_parse())
        return tuple(sorted(state.accepts()))
    except (LarkError, KeyError):
        return ()


class _Reader:
    """Makes nodes of lark's tree; collects what is wrong with single tests."""

    def __init__(self, text: str):
        self.text = text
        self.faults: list[Fault] = []

    def read(self, tree: Tree[Token]) -> Node:
        node = self._node(tree.children[0], 0)
        if sum(1 for _ in tests(node)) > MOST_TESTS:
            message = f"条件太多，最多 {MOST_TESTS} 个。可以分成几条规则。"
            self.faults.append(Fault(0, len(self.text), message, f"At most {MOST_TESTS} conditions in a rule."))
        if self.faults:
            raise RuleError(*self.faults)
        return node

    def _node(self, tree: Any, depth: int) -> Node:
        if depth > MOST_DEPTH:
            raise RuleError(_too_deep(self.text))
        if tree.data == "negated":
            return Not(self._node(tree.children[0], depth + 1))
        if tree.data in ("any", "all"):
            made = Or if tree.data == "any" else And
            items: list[Node] = []
            for child in tree.children:
                item = self._node(child, depth + 1)
                items += item.items if isinstance(item, made) else [item]
            return made(tuple(items))
        return self._test(tree)

    def _test(self, tree: Any) -> Test:
        word, asked = tree.children[0], tree.children[1]
        name = _FIELDS[_plain(word)]
        op = _OPS[_plain(asked)]
        op = op if op in ALLOWED[name] else MEANT.get(name, {}).get(op, op)
        at, end = tree.meta.start_pos, tree.meta.end_pos
        if op not in ALLOWED[name]:
            zh = "、".join(OP_WORDS[possible][0] for possible in ALLOWED[name])
            en = ", ".join(OP_WORDS[possible][-1] for possible in ALLOWED[name])
            self.faults.append(
                Fault(asked.start_pos, asked.end_pos, f"“{word}”后面不能用“{asked}”，可以写：{zh}",
                      f"“{word}” cannot be asked “{asked}”; write {en}",
                      tuple(OP_WORDS[possible][0] for possible in ALLOWED[name]))
            )  # fmt: skip
            return Test(name, ALLOWED[name][0], (), at, end)
        values = self._values(name, tree.children[2]) if len(tree.children) > 2 else ()
        return Test(name, op, values, at, end)

    def _values(self, name: str, tree: Any) -> tuple[Value, ...]:
        found: dict[str, Value] = {}
        for value in tree.children:
            at, end = value.meta.start_pos, value.meta.end_pos
            tokens = [str(token) for token in value.children]
            whole = tokens[0][1:-1] if value.children[0].type == "QUOTED" else "~".join(tokens[::2])
            parts = [part.strip() for part in whole.split("|")]
            for part in filter(None, parts):
                text = self._span(name, part, at, end) if name in SPANS else part
                found.setdefault(text, Value(text, at, end))
            if not any(parts):
                self.faults.append(
                    Fault(at, end, "引号里是空的，请写上名称或词", "Write a name or words in the quotes")
                )
        return tuple(found.values())

    def _span(self, name: str, text: str, at: int, end: int) -> str:
        try:
            return spans.canonical(name, text)
        except ValueError:
            zh, en = spans.EXAMPLES[name]
            self.faults.append(Fault(at, end, f"“{text}”看不懂，请写成 {zh}", f"“{text}”: write {en}", (zh,)))
            return text


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
