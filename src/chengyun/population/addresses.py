"""Written addresses: one spelling for each, whether two are the same, and which known ones are near. Pure.

read("演示区梧桐街道演示花园３号楼二单元５０１室") == read("演示花园3-2-501") == Written("演示花园", "3", "2", "501")
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | dict(
    zip("〇两壹贰叁肆伍", (0, 2, 1, 2, 3, 4, 5), strict=True)
)
_NUMERAL = "零〇一二两三四五六七八九十百壹贰叁肆伍"
_N = rf"(?:[0-9]+|[{_NUMERAL}]+|[A-Za-z](?:[0-9]+)?|[0-9]+[A-Za-z]|[甲乙丙丁戊东西南北中])"
_BUILDING = re.compile(rf"({_N})\s*(?:号\s*楼|#\s*楼|栋|幢|座|#)")
_UNIT = re.compile(rf"({_N})\s*(?:单元|门洞|门栋|梯|门)")
_FLOOR = re.compile(rf"({_N})\s*(?:层|楼)")
_ROOM = re.compile(rf"({_N})\s*(?:号?室|户|房|号)?$")
_RUN = re.compile(r"([0-9A-Za-z]+)(?:栋)?-(?:([0-9A-Za-z]+)(?:单元)?-)?([0-9A-Za-z]+)(?:室|户|号)?$")
_ROAD = re.compile(rf"(.+?(?:路|街|巷|道|里弄|弄|大道))({_N}(?:-[0-9]+)?)号(?!楼|室)(?:院)?")
_ABOVE = re.compile(
    r"^(?:中国)?(?:[一-鿿]{2,8}?(?:省|自治区))?(?:[一-鿿]{2,6}?市)?(?:[一-鿿]{1,6}?(?:(?<![小宅院])区|县))?"
    r"(?:[一-鿿]{1,8}?(?:街道办事处|街道办|街道|镇))?(?:[一-鿿]{1,10}?(?:社区|居委会|村委会))?(?:第?[0-9一二三四五六七八九十]{1,4}网格)?"
)
_SHORT = {"小區": "小区", "公寓楼": "公寓", "宿舍区": "宿舍", "住宅小区": "小区", "棟": "栋", "號": "号"}
_TAILS = ("小区", "社区", "住宅区", "家属院", "院")
_MARKS = re.compile(r"[\s,，。.、·;；:：()（）\[\]【】\"'“”‘’/\\]+")
_FOLDED = str.maketrans({"—": "-", "–": "-", "－": "-", "~": "-"})


@dataclass(frozen=True, slots=True)
class Written:
    """The parts of an address below the community; "" where it does not say."""

    estate: str = ""
    building: str = ""
    unit: str = ""
    room: str = ""

    @property
    def key(self) -> str:
        return "|".join((self.estate, self.building, self.unit, self.room))

    def within(self, other: Written) -> bool:
        """Whether `other` is the same place or one that contains this one."""
        pairs = ((self.building, other.building), (self.unit, other.unit), (self.room, other.room))
        return self.estate == other.estate and all(theirs in ("", mine) for mine, theirs in pairs)


def folded(text: str) -> str:
    """Full-width and old forms, marks and blanks fall away; capital letters."""
    text = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    for old, new in _SHORT.items():
        text = text.replace(old, new)
    return _MARKS.sub("", text).upper()


def number(text: str) -> str:
    """A number as people write it in an address: 十二 → 12, ０３ → 3, Ａ → A; what is none stays as it is."""
    text = folded(text)
    text = re.sub(r"^(?:第|NO)", "", text)
    if re.fullmatch(r"[0-9]+", text):
        return text.lstrip("0") or "0"
    if text and all(c in _NUMERAL for c in text):
        return _arabic(text)
    return re.sub(r"^0+(?=[0-9])", "", text)


def _arabic(text: str) -> str:
    if not any(c in "十百" for c in text):
        return "".join(str(_DIGITS[c]) for c in text).lstrip("0") or "0"
    total, digit = 0, 0
    for c in text:
        if c == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif c == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[c]
    return str(total + digit)


def name(level: str, text: str) -> str:
    """The mark by which a node of a level is compared: "三号楼" and "3栋" are both "3", "演示花园小区" is 演示花园."""
    text = folded(text)
    if level == "estate":
        return estate(text)
    stripped = re.sub(r"(?:号楼|#楼|栋|幢|座|#|单元|门洞|门栋|梯|门|号室|室|户|房|号|楼)$", "", text)
    return number(stripped or text)


def estate(text: str) -> str:
    """A road with its number, or the name of an estate without the word for it."""
    text = folded(text)
    if found := _ROAD.fullmatch(text):
        return f"{found[1]}{number(found[2])}号"
    for tail in _TAILS:
        if text.endswith(tail) and len(text) > len(tail) + 1:
            return text[: -len(tail)]
    return text


def read(text: str, above: Iterable[str] = ()) -> Written:
    """The parts of a written address. `above`: names of the areas around it, which fall away when they come first."""
    rest = folded(text)[:200]
    for known in sorted({folded(word) for word in above if word}, key=len, reverse=True):
        if rest.startswith(known) and len(rest) > len(known):
            rest = rest[len(known) :]
    rest = _without_areas(rest)
    road = _ROAD.match(rest)
    begin = road.end() if road and road.end() < len(rest) else 0
    head, tail = rest[:begin], rest[begin:]
    building, tail_head, tail = _taken(_BUILDING, tail)
    if building:
        unit, _, after = _taken(_UNIT, tail)
        room = _room(after if unit else tail)
        named = tail_head
    elif found := _RUN.search(tail):
        named, building, unit, room = tail[: found.start()], number(found[1]), number(found[2] or ""), number(found[3])
    else:
        unit, named, after = _taken(_UNIT, tail)
        room = _room(after) if unit else ""
        named = named if unit else tail
    whole = head if head and not named else (named or head)
    return Written(estate(whole), building, unit, room)


def _taken(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    """(number, what stands before, what comes after) of the first hit."""
    found = pattern.search(text)
    return (number(found[1]), text[: found.start()], text[found.end() :]) if found else ("", text, text)


def _room(text: str) -> str:
    text = _FLOOR.sub("", text, count=1) if _FLOOR.match(text) and not _FLOOR.fullmatch(text) else text
    found = _ROOM.search(text.lstrip("-"))
    return number(found[1]) if found else ""


def _without_areas(text: str) -> str:
    """The names of areas that stand first, as far as something is left that is an address."""
    found = _ABOVE.match(text)
    left = text[found.end() :] if found else text
    return left if len(left) >= 2 and not re.fullmatch(rf"{_N}(?:号楼|栋|幢|座|单元|室|号)?", left) else text


def same(one: str, other: str) -> bool:
    """Whether two written addresses are one."""
    first, second = read(one), read(other)
    return bool(first.estate) and first == second


def near(wanted: str, known: Sequence[str], most: int = 5) -> list[str]:
    """Marks of estates that may be meant, the likeliest first: contained, containing, or spelt nearly so."""
    ranked = []
    for mark in known:
        if mark == wanted:
            likeness = 2.0
        elif wanted and (wanted in mark or mark in wanted):
            likeness = 1.0 + min(len(mark), len(wanted)) / max(len(mark), len(wanted))
        else:
            likeness = SequenceMatcher(None, wanted, mark, autojunk=False).ratio()
        if likeness >= 0.6:
            ranked.append((-likeness, mark))
    return [mark for _, mark in sorted(ranked)[:most]]
