"""A scheme as it is kept (master data) read into rules.Scheme, and what is wrong with one. Pure."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from . import words
from .rules import HUNDRED, Item, LeaveOut, Scheme

MEANING = ("group", "kinds", "items", "double_flags", "double_channels", "factor", "minimum", "leave_out")
"""What decides scores; names and sources may change without a dry run."""


class SchemeFault(ValueError):
    """What is wrong with a scheme, in Chinese; `column`: where."""

    def __init__(self, column: str, message: str):
        super().__init__(message)
        self.column, self.message = column, message


def number(value: Any) -> Fraction:
    return Fraction(str(value if value not in (None, "") else 0))


def bands_of(given: Sequence[str]) -> tuple[tuple[Fraction, Fraction], ...]:
    """["85:80", "95:100"]: from 85 on 80 % of the weight, from 95 on all of it. ValueError."""
    found = []
    for text in given:
        start, _, share = str(text).partition(":")
        found.append((Fraction(start.strip()), Fraction(share.strip())))
    return tuple(found)


def questions_of(given: Sequence[str]) -> tuple[tuple[str, Fraction], ...]:
    """["响应速度:40", "处理效果:60"]: what raters are asked, with the most each may get. ValueError."""
    found = []
    for text in given:
        name, _, most = str(text).rpartition(":")
        if not name.strip() or Fraction(most.strip()) <= 0:
            raise ValueError(text)
        found.append((name.strip(), Fraction(most.strip())))
    return tuple(found)


def read(values: Mapping[str, Any]) -> Scheme:
    """The scheme of a row of master data. SchemeFault names the first fault; `faults` has all."""
    for fault in faults(values):
        raise fault
    return Scheme(
        code=str(values.get("code") or ""), name=str(values.get("name") or ""), group=str(values["group"]),
        kinds=frozenset(values.get("kinds") or ()), items=tuple(_item(one) for one in values["items"]),
        double_flags=frozenset(values.get("double_flags") or ()),
        double_channels=frozenset(values.get("double_channels") or ()), factor=int(values.get("factor") or 2),
        minimum=int(values.get("minimum") or 1),
        leave_out=tuple(_leave_out(one) for one in values.get("leave_out") or ()),
    )  # fmt: skip


def _item(one: Mapping[str, Any]) -> Item:
    return Item(
        code=str(one["code"]), name=str(one["name"]), kind=str(one["kind"]), weight=number(one["weight"]),
        of=str(one.get("of") or ""), hit=str(one.get("hit") or ""), each=number(one.get("each")),
        by=str(one.get("by") or ""), measure=str(one.get("measure") or ""), bands=bands_of(one.get("bands") or ()),
        line=bool(one.get("line")), less=bool(one.get("less")), double=bool(one.get("double")),
        reason=str(one.get("reason") or ""),
    )  # fmt: skip


def _leave_out(one: Mapping[str, Any]) -> LeaveOut:
    sets = {name: frozenset(one.get(name) or ()) for name in ("flags", "kinds", "outcomes", "items")}
    return LeaveOut(name=str(one["name"]), **sets)


def digest(values: Mapping[str, Any]) -> str:
    """A mark of what a scheme means: another mark gives, or may give, other scores."""
    said = {name: values.get(name) or None for name in MEANING}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.blake2s(text.encode(), digest_size=16).hexdigest()


# --- faults -----------------------------------------------------------------------------------------------------------
def faults(values: Mapping[str, Any]) -> Iterator[SchemeFault]:
    items = values.get("items") or ()
    if values.get("group") not in words.GROUPS:
        yield SchemeFault("group", "请选择考核组")
    if not values.get("kinds"):
        yield SchemeFault("kinds", "请选择考核哪些单位")
    if not items:
        yield SchemeFault("items", "至少要有一项")
        return
    codes = [str(one.get("code") or "") for one in items]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield SchemeFault("items", f"项目编码“{code}”重复")
    for one in items:
        for message in _item_faults(one):
            yield SchemeFault("items", f"{one.get('name') or one.get('code') or '项目'}：{message}")
    weight = sum((number(one.get("weight")) for one in items), Fraction(0))
    if weight != HUNDRED:
        yield SchemeFault("items", f"权重合计应为 100，现在是 {float(weight):g}")
    for one in values.get("leave_out") or ():
        if not any(one.get(name) for name in ("flags", "kinds", "outcomes")):
            yield SchemeFault("leave_out", f"{one.get('name')}：要写标记、诉求类型或办理结果，否则没有案件符合")
        for code in one.get("items") or ():
            if code not in codes:
                yield SchemeFault("leave_out", f"{one.get('name')}：没有“{code}”这个项目")


def _item_faults(one: Mapping[str, Any]) -> Iterator[str]:
    kind, weight = one.get("kind"), number(one.get("weight"))
    if not 0 < weight <= HUNDRED:
        yield "权重应在 0 到 100 之间"
    if kind == words.RATE and (one.get("of") not in words.MARKS or one.get("hit") not in words.MARKS):
        yield "比率要写分母和分子"
    if kind == words.DEDUCT and (one.get("hit") not in words.MARKS or number(one.get("each")) <= 0):
        yield "按件扣分要写扣哪类案件、每件扣几分"
    if kind == words.MEASURE and not one.get("measure"):
        yield "要写指标"
    if kind == words.RATING:
        if one.get("by") not in words.RATERS:
            yield "评价要写由谁评"
        try:
            if not questions_of(one.get("questions") or ()):
                yield "评价至少要问一个问题，如 处理效果:100"
        except (ValueError, ZeroDivisionError):
            yield "问题应写成 名称:满分，如 处理效果:60"
    yield from _band_faults(one)


def _band_faults(one: Mapping[str, Any]) -> Iterator[str]:
    try:
        bands = bands_of(one.get("bands") or ())
    except (ValueError, ZeroDivisionError):
        yield "档次应写成 起点:得分比例，如 95:100"
        return
    starts, shares = [band[0] for band in bands], [band[1] for band in bands]
    if any(later <= earlier for earlier, later in itertools.pairwise(starts)):
        yield "档次的起点要从低到高"
    if any(not 0 <= share <= HUNDRED for share in shares):
        yield "得分比例应在 0 到 100 之间"
    wrong = [later > earlier if one.get("less") else later < earlier for earlier, later in itertools.pairwise(shares)]
    if any(wrong):
        yield "越低越好的，起点越高得分比例应越低" if one.get("less") else "起点越高得分比例不能越低"
