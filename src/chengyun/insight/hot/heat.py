"""The heat index, written out. Pure.

    heat = 8·log₂(1 + matters)       how often it was raised
         + 12·log₂(1 + callers)      how many different people raised it
         + 4·log₂(1 + supporters)    how many agreed: likes less dislikes, never below none for one matter
         + 10·growth                 the last quarter of the window against the three before: log₂, from 0 to 1.5
         + 15·density                share of the matters in the busiest tenth of the window, from three matters on
         + 10·sensitive              share of matters that are sensitive, and 5 more where there is any

Logarithms, so that the hundredth call adds less than the second: ten people are a different thing from one, a hundred
from ten. People count more than calls: one person who writes every day does not make an issue hot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from math import log2

from .matter import Matter, Part

MATTERS, CALLERS, SUPPORTERS, GROWTH, DENSITY, SENSITIVE, ANY_SENSITIVE = 8, 12, 4, 10, 15, 10, 5
MOST_GROWTH = 1.5
SENSITIVE_WORDS = re.compile(
    "上访|集体|群体|聚集|围堵|堵路|罢工|罢课|停工|讨薪|欠薪|拖欠工资|血汗钱|非法集资|诈骗|维权|死亡|伤亡|受伤|坍塌|垮塌|塌陷|开裂|爆炸|泄漏|起火|火灾|"
    "中毒|触电|溺水|坠落|跳楼|自杀|消防通道|燃气|停水|停电|内涝"
)


def is_sensitive(matter: Matter) -> bool:
    return matter.sensitive or bool(SENSITIVE_WORDS.search(matter.title) or SENSITIVE_WORDS.search(matter.text))


def parts(matters: Sequence[Matter], start: datetime | None, end: datetime | None) -> list[Part]:
    """What makes these matters hot within a window; times outside it, or none, count for the number only."""
    people = {matter.caller or f"\0{matter.id}" for matter in matters}
    callers = len(people) + sum(max(0, matter.calls - 1) for matter in matters)
    support = sum(max(0, matter.supporters - matter.opponents) for matter in matters)
    sensitive = sum(1 for matter in matters if is_sensitive(matter))
    rise, dense = growth(matters, start, end), density(matters, start, end)
    share = sensitive / len(matters)
    return [
        Part("matters", len(matters), round(MATTERS * log2(1 + len(matters)), 1)),
        Part("callers", callers, round(CALLERS * log2(1 + callers), 1)),
        Part("supporters", support, round(SUPPORTERS * log2(1 + support), 1)),
        Part("growth", round(rise, 2), round(GROWTH * rise, 1)),
        Part("density", round(dense, 2), round(DENSITY * dense, 1)),
        Part("sensitive", sensitive, round(SENSITIVE * share + ANY_SENSITIVE, 1) if sensitive else 0.0),
    ]


def growth(matters: Sequence[Matter], start: datetime | None, end: datetime | None) -> float:
    """How much busier the last quarter of the window is than the quarters before it, in doublings."""
    if start is None or end is None or end <= start:
        return 0.0
    turn = end - (end - start) / 4
    late = sum(1 for matter in matters if matter.time is not None and matter.time >= turn)
    early = sum(1 for matter in matters if matter.time is not None and matter.time < turn) / 3
    return min(MOST_GROWTH, max(0.0, log2((late + 1) / (early + 1))))


def density(matters: Sequence[Matter], start: datetime | None, end: datetime | None) -> float:
    """The largest share of the matters that came within a tenth of the window, at least a day."""
    times = sorted(matter.time for matter in matters if matter.time is not None)
    if start is None or end is None or len(times) < 3:
        return 0.0
    width = max((end - start) / 10, timedelta(days=1))
    most, low = 0, 0
    for high, moment in enumerate(times):
        while moment - times[low] > width:
            low += 1
        most = max(most, high - low + 1)
    return most / len(matters)
