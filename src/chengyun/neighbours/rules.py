"""Rules of the front door that need neither Django nor the database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from string import Formatter
from typing import NamedTuple

CODE_MINUTES = 5
CODE_TRIES = 5
BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""How long to wait before each further try of a message that surely has not left."""

FIELDS = {
    "number": "编号", "matter": "什么事（类别）", "due": "承诺时间", "centre": "中心名称", "title": "公告标题",
    "text": "公告内容开头", "question": "要问的话", "phone": "咨询电话",
}  # fmt: skip
SAMPLE = {
    "number": "ZX-20261121-000123", "matter": "路灯不亮", "due": "11月28日 18:00",
    "centre": "演示区城市运行管理中心",
    "title": "梧桐路停水通知", "text": "今晚十点到明早六点停水检修。", "question": "路灯在几号楼门口？",
    "phone": "12345",
}  # fmt: skip


# --- emergencies ------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Emergency:
    number: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    advice: str


class Hint(NamedTuple):
    number: str
    advice: str
    word: str


def hint(text: str, known: Iterable[Emergency]) -> Hint | None:
    """The first number that the text suggests. `+` joins words that must all be there."""
    for one in known:
        if any(word in text for word in one.unless):
            continue
        for word in one.words:
            if all(part in text for part in word.split("+")):
                return Hint(one.number, one.advice, word)
    return None


# --- what may be public -----------------------------------------------------------------------------------------------
_STREET = re.compile(r"^.*?(?:大道|路|街|巷|胡同|弄|广场|公园|市场|小区|花园|苑|里|村|桥|地铁站|车站|学校|医院)(?=.?)")
_CUT = re.compile(r"[0-9０-９一二三四五六七八九十百]+\s*(?:号|栋|幢|单元|室|楼|层|弄|组|户)|[，。,（(]")


def street_of(address: str) -> str:
    """An address at the level of its street: nothing that says which house. Empty when no street is told."""
    before = _CUT.split(address.strip(), maxsplit=1)[0]
    longest = ""
    for end in range(2, min(len(before), 40) + 1):
        if _STREET.fullmatch(before[:end]) and not re.search(r"[0-9０-９]", before[:end]):
            longest = before[:end]
    return longest[:30]


# --- messages ---------------------------------------------------------------------------------------------------------
def template_fault(text: str, fields: Iterable[str] = tuple(FIELDS)) -> str:
    """What is wrong with a template, in Chinese; "" when it can be used."""
    allowed = list(fields)
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return "花括号不成对"
    for _, name, spec, conversion in parts:
        if name is not None and (name not in allowed or spec or conversion):
            return f"“{{{name}}}”不能用，可用：" + "、".join(f"{{{one}}}" for one in allowed)
    return ""


def filled(text: str, values: Mapping[str, str]) -> str:
    """A template with its values; what has no value is left out."""
    found = text.format_map({name: values.get(name, "") for name in FIELDS})
    return found


def sms_parts(text: str) -> int:
    """How many messages a text costs: 70 characters in one, 67 in each of several."""
    return 1 if len(text) <= 70 else -(-len(text) // 67)


def allowed_from(at: datetime, start: time, end: time) -> datetime:
    """The first moment from `at` (local) on that is not within the silent hours."""
    if start == end:
        return at
    now = at.time()
    inside = start <= now < end if start < end else now >= start or now < end
    if not inside:
        return at
    day = at if start < end or now < end else at + timedelta(days=1)
    return day.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)


def wait_after(tries: int) -> timedelta | None:
    """How long until the next try after `tries` of them; None when it is given up."""
    return BACK_OFF[tries - 1] if tries <= len(BACK_OFF) else None


# --- steps in plain words ---------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Step:
    action: str
    state: str
    sentence: str
    tone: str


def step_of(action: str, state: str, known: Sequence[Step]) -> Step | None:
    """The words for an action that led to a state: those for just this state first."""
    fitting = [one for one in known if one.action == action and one.state in ("", state)]
    return max(fitting, key=lambda one: bool(one.state), default=None)
