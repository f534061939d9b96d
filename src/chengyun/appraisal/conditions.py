"""The small language of formulas: what a case must be to count. Pure: text → parsed condition → words, SQL.

    closed_in_time and not suspended
    lifecycle = urban_event and (channel in video,sensing or kind = event) and redo >= 1

Names are marks (true or false about a case) or fields with `=`, `in`, and for numbers `>=`, `<=`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MARKS: dict[str, str] = {
    "accepted": "已受理", "rejected": "不予受理", "void": "作废", "joined": "并入他案",
    "registered": "已立案（派单）", "closed": "已结案", "open": "在办", "suspended": "挂账", "late": "曾超期",
    "in_time": "未超期限结案", "late_close": "办结超期", "assigned": "已派单位", "signed_in_time": "按时签收",
    "responded_in_time": "按时联系", "response_asked": "应先行联系（已联系或时限已到）",
    "contacted": "承办单位联系过", "replied": "已答复", "replied_in_time": "按时答复",
    "summed_up_in_time": "按时答复或小结", "called": "回访到本人", "solved": "已解决", "partly": "部分解决",
    "satisfied": "满意", "basically": "基本满意", "dissatisfied": "不满意", "redone": "重办过",
    "returned": "退过单", "extended": "延过期", "supervised": "督办件", "exempt": "经批准剔除",
    "reply_due": "答复时限已到或已答复",
}  # fmt: skip
"""Place in this table = bit in CaseFact.marks: only ever append."""
TEXTS = {"kind": "诉求类型", "channel": "渠道", "lifecycle": "流程", "urgency": "紧急程度", "state": "状态"}
LISTS = {"flag": "标记", "category": "类别"}
NUMBERS = {"redo": "重办次数", "returns": "退单次数"}
BITS = {name: 1 << place for place, name in enumerate(MARKS)}
_TOKEN = re.compile(r"\s*(?:(>=|<=|[()=,])|([A-Za-z_][\w-]*)|([\w-]+))")
_RESERVED = frozenset({"and", "or", "not", "in"})
DEEPEST, LONGEST = 12, 400


class FormulaError(ValueError):
    """The text is no condition; the message (Chinese) says where."""


@dataclass(frozen=True, slots=True)
class Mark:
    name: str


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    operator: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not:
    of: Condition


@dataclass(frozen=True, slots=True)
class All:
    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    of: tuple[Condition, ...]


Condition = Mark | Field | Not | All | Any
ALWAYS = All(())


def parse(text: str) -> Condition:
    """The condition a text says; "" is every case. FormulaError otherwise."""
    if not text.strip():
        return ALWAYS
    if len(text) > LONGEST:
        raise FormulaError(f"条件太长，最多 {LONGEST} 个字符")
    parser = _Parser(_tokens(text))
    found = parser.either(0)
    if parser.more:
        raise FormulaError(f"“{parser.more}”这里多了内容")
    return found


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(f"看不懂“{text[at : at + 12].strip()}”")
        found.append(next(part for part in match.groups() if part is not None))
        at = match.end()
    return found


class _Parser:
    def __init__(self, tokens: Sequence[str]):
        self.tokens, self.at = list(tokens), 0

    @property
    def more(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        found = self.more
        if not found:
            raise FormulaError("条件没有写完")
        self.at += 1
        return found

    def either(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise FormulaError("括号层次太多")
        return self._joined("or", lambda: self.both(depth), Any)

    def both(self, depth: int) -> Condition:
        return self._joined("and", lambda: self.one(depth), All)

    def _joined(self, word: str, part: Callable[[], Condition], kind: type[All] | type[Any]) -> Condition:
        found = [part()]
        while self.more == word:
            self.take()
            found.append(part())
        return found[0] if len(found) == 1 else kind(tuple(found))

    def one(self, depth: int) -> Condition:
        name = self.take()
        if name == "not":
            if depth > DEEPEST:
                raise FormulaError("括号层次太多")
            return Not(self.one(depth + 1))
        if name == "(":
            found = self.either(depth + 1)
            if self.take() != ")":
                raise FormulaError("缺少右括号")
            return found
        if name in MARKS:
            return Mark(name)
        if name in TEXTS or name in LISTS or name in NUMBERS:
            return self._field(name)
        raise FormulaError(f"没有“{name}”这一项")

    def _field(self, name: str) -> Condition:
        operator = self.take()
        allowed = ("=", ">=", "<=") if name in NUMBERS else ("=", "in")
        if operator not in allowed:
            raise FormulaError(f"“{name}”后面要写 {' 或 '.join(allowed)}")
        values = [self._value(name)]
        while operator == "in" and self.more == ",":
            self.take()
            values.append(self._value(name))
        return Field(name, "in" if name not in NUMBERS else operator, tuple(values))

    def _value(self, name: str) -> str:
        value = self.take()
        if value in _RESERVED or not re.fullmatch(r"[\w-]+", value):
            raise FormulaError(f"“{name}”缺少取值")
        if name in NUMBERS and not re.fullmatch(r"\d{1,4}", value):
            raise FormulaError(f"“{name}”要写数字")
        return value


def in_words(condition: Condition) -> str:
    """The same in Chinese, for people: 已结案 且 非 挂账."""
    match condition:
        case Mark(name):
            return MARKS[name]
        case Field(name, operator, values):
            title = {**TEXTS, **LISTS, **NUMBERS}[name]
            sign = {"in": "为", "=": "等于", ">=": "不少于", "<=": "不多于"}[operator]
            return f"{title}{sign}{'、'.join(values)}"
        case Not(of):
            return f"非{in_words(of)}" if isinstance(of, Mark) else f"非（{in_words(of)}）"
        case All(of):
            return " 且 ".join(_bracketed(part) for part in of) or "全部"
        case Any(of):
            return " 或 ".join(in_words(part) for part in of)


def _bracketed(part: Condition) -> str:
    return f"（{in_words(part)}）" if isinstance(part, Any) else in_words(part)


def written(condition: Condition) -> str:
    """One text per condition, by which counts are kept."""
    match condition:
        case Mark(name):
            return name
        case Field(name, operator, values):
            return f"{name} {operator} {','.join(sorted(values))}"
        case Not(of):
            return f"not ({written(of)})"
        case All(of):
            return " and ".join(f"({written(part)})" for part in of)
        case Any(of):
            return " or ".join(f"({written(part)})" for part in of)


def joined(*conditions: Condition) -> Condition:
    """All of them."""
    parts = [part for part in conditions if part != ALWAYS]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def sql(condition: Condition, categories: Callable[[str], Sequence[int]]) -> tuple[str, list[object]]:
    """A condition on the columns of the facts, with its parameters. `categories`: ids of a code and all below."""
    match condition:
        case Mark(name):
            return f"marks & {BITS[name]} <> 0", []
        case Field("flag", _, values):
            return "flags && %s::varchar[]", [list(values)]
        case Field("category", _, values):
            return "category_id = ANY(%s)", [[key for code in values for key in categories(code)]]
        case Field(name, "in", values):
            return f"{name} = ANY(%s)", [list(values)]
        case Field(name, operator, values):
            return f"{name} {operator} {int(values[0])}", []
        case Not(of):
            text, params = sql(of, categories)
            return f"({text}) IS NOT TRUE", params
        case All(of) | Any(of):
            parts = [sql(part, categories) for part in of]
            word = " AND " if isinstance(condition, All) else " OR "
            return f"({word.join(text for text, _ in parts) or 'true'})", [v for _, params in parts for v in params]


def holds(condition: Condition, fact: Callable[[str], object]) -> bool:
    """The same without a database: `fact(name)` is a mark (bool), a text, a list of texts, or a number."""
    match condition:
        case Mark(name):
            return bool(fact(name))
        case Field(name, "in", values):
            given = fact(name)
            return bool(set(values) & set(given)) if isinstance(given, list | tuple | set) else given in values
        case Field(name, operator, values):
            number = int(str(fact(name)))
            wanted = int(values[0])
            return number == wanted if operator == "=" else number >= wanted if operator == ">=" else number <= wanted
        case Not(of):
            return not holds(of, fact)
        case All(of):
            return all(holds(part, fact) for part in of)
        case Any(of):
            return any(holds(part, fact) for part in of)
