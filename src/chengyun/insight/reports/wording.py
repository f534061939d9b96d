"""Sentences from figures: plain Chinese as it is written in reports, by rules. Pure.

What is compared is said with the earlier period's own name (上月, 上周, 去年同期). A share is never rounded to all or
nothing, a change never to none, and nothing rises from zero by a percentage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

SMALL = 3
"""A change by fewer cases is not called a rise."""


@dataclass(frozen=True, slots=True)
class Line:
    """A unit, category or place with its figure now and before (None: not known)."""

    name: str
    now: int
    before: int | None = None

    @property
    def more(self) -> int:
        return 0 if self.before is None else self.now - self.before


def number(value: int) -> str:
    return f"{value:,}"


def cases(value: int) -> str:
    return f"{value:,} 件"


def tenth(part: int, whole: int) -> Decimal:
    """part ÷ whole in per cent with one place; 100.0 and 0.0 only when they are exact."""
    exact = Decimal(part) * 100 / Decimal(whole)
    told = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if told == exact:
        return told
    return min(max(told, Decimal("0.1")), Decimal("99.9")) if 0 < part < whole else told


def percent(part: int, whole: int, fixed: bool = False) -> str:
    """98.7%; without a whole there is no share. `fixed`: always with its one place, as in tables."""
    if whole <= 0:
        return "无"
    told = tenth(part, whole).quantize(Decimal("0.1")) if fixed else tenth(part, whole)
    return f"{told:f}%" if fixed else f"{told:f}%".replace(".0%", "%")


def change(now: int, before: int, than: str) -> str:
    """比上月上升 3.2%、比上月下降 3.2%、与上月持平；from zero in cases."""
    if now == before:
        return f"与{than}持平"
    if before == 0:
        return f"{than}为 0"
    verb = "上升" if now > before else "下降"
    told = (Decimal(abs(now - before)) * 100 / Decimal(before)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if told == 0:
        return f"比{than}略{'升' if now > before else '降'}"
    if now > before * 3:
        times = (Decimal(now) / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"是{than}的 {times:f} 倍"
    return f"比{than}{verb} {told:f}%".replace(".0%", "%")


def points(now: tuple[int, int], before: tuple[int, int], than: str) -> str:
    """Shares are compared in points: 比上月上升 1.2 个百分点. Empty when either has no whole."""
    if now[1] <= 0 or before[1] <= 0:
        return ""
    exact = Decimal(now[0]) * 100 / now[1] - Decimal(before[0]) * 100 / before[1]
    if exact == 0:
        return f"与{than}持平"
    told = abs(exact).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if told == 0:
        return f"与{than}基本持平"
    return f"比{than}{'上升' if exact > 0 else '下降'} {told:f} 个百分点"


def listed(parts: Iterable[str]) -> str:
    return "、".join(part for part in parts if part)


def sentence(*parts: str) -> str:
    """Clauses as one sentence; empty ones are left out, and nothing at all is nothing."""
    said = "，".join(part.strip("，。； ") for part in parts if part and part.strip("，。； "))
    return f"{said}。" if said else ""


def most(lines: Sequence[Line], whole: int, count: int = 3, what: str = "占") -> str:
    """甲 12 件（占 40%）、乙 9 件（占 30%）"""
    found = sorted((line for line in lines if line.now > 0), key=lambda line: (-line.now, line.name))[:count]
    return listed(
        f"{line.name} {cases(line.now)}" + (f"（{what} {percent(line.now, whole)}）" if whole else "") for line in found
    )


def risen(lines: Sequence[Line], count: int = 3) -> str:
    """甲增加 20 件（上升 25%）: the largest rises in cases; small ones are none."""
    found = sorted((line for line in lines if line.more >= SMALL), key=lambda line: (-line.more, line.name))[:count]
    return listed(f"{line.name}增加 {cases(line.more)}{_by(line)}" for line in found)


def fallen(lines: Sequence[Line], count: int = 2) -> str:
    found = sorted((line for line in lines if line.more <= -SMALL), key=lambda line: (line.more, line.name))[:count]
    return listed(f"{line.name}减少 {cases(-line.more)}{_by(line)}" for line in found)


def _by(line: Line) -> str:
    before = line.before or 0
    if before == 0:
        return "（此前为 0）"
    told = (Decimal(abs(line.more)) * 100 / before).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"（{'上升' if line.more > 0 else '下降'} {told:f}%）".replace(".0%", "%")


# --- paragraphs -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Sums:
    """Figures of a period."""

    received: int
    closed: int
    on_time: int
    satisfied: int
    rated: int
    dissatisfied: int


def overall(days: str, now: Sums, before: Sums | None, than: str, year: Sums | None = None) -> str:
    """What came and what was done, compared."""
    came = sentence(
        f"{days}，全区共登记市民诉求 {cases(now.received)}",
        change(now.received, before.received, than) if before else "",
        change(now.received, year.received, "去年同期") if year and year.received else "",
    )
    if now.received == 0:
        came = f"{days}，全区没有登记市民诉求。"
    done = sentence(
        f"办结 {cases(now.closed)}",
        change(now.closed, before.closed, than) if before and now.closed else "",
        f"其中按时办结 {cases(now.on_time)}，按时办结率 {percent(now.on_time, now.closed)}" if now.closed else "",
        points((now.on_time, now.closed), (before.on_time, before.closed), than) if before and now.closed else "",
    )
    return came + (done if now.closed else "期间没有办结的诉求。") + satisfaction(now, before, than)


def satisfaction(now: Sums, before: Sums | None, than: str) -> str:
    if now.rated == 0:
        return "回访评价尚无结果。" if now.closed else ""
    return sentence(
        f"回访评价 {cases(now.rated)}，满意率 {percent(now.satisfied, now.rated)}",
        points((now.satisfied, now.rated), (before.satisfied, before.rated), than) if before else "",
        f"不满意 {cases(now.dissatisfied)}" if now.dissatisfied else "没有不满意件",
    )


def in_hand(at: str, waiting: int, soon: int, late: int) -> str:
    if waiting == 0:
        return f"截至{at}，没有在办诉求。"
    return sentence(
        f"截至{at}，在办 {cases(waiting)}",
        f"其中临期 {cases(soon)}" if soon else "",
        f"超期 {cases(late)}（占 {percent(late, waiting)}）" if late else "没有超期件",
    )


def spread(what: str, lines: Sequence[Line], whole: int, than: str) -> str:
    """Where most came from, what rose and what fell."""
    if whole == 0:
        return f"期间没有登记诉求，按{what}无分布。"
    up, down = risen(lines), fallen(lines)
    parts = [f"按{what}看，较多的是{most(lines, whole)}。"]
    if up:
        parts.append(f"与{than}相比，{up}。" if not down else f"与{than}相比，上升较多的：{up}；")
    if down:
        parts.append(f"下降较多的：{down}。" if up else f"与{than}相比，{down}。")
    if not up and not down:
        parts.append(f"与{than}相比，各{what}变化不大。")
    return "".join(parts)


def late_units(lines: Sequence[Line]) -> str:
    """Units with cases that are late now."""
    late = [line for line in lines if line.now > 0]
    if not late:
        return "各单位目前没有超期未办件。"
    return f"目前有 {len(late)} 个单位存在超期未办件，较多的是{most(late, 0, 5)}，请抓紧办理。"


def slow_units(rates: Sequence[tuple[str, int, int]], least: int = 5) -> str:
    """Units whose share in time is lowest among those that closed enough: (name, in time, closed)."""
    below = sorted(
        ((name, part, whole) for name, part, whole in rates if whole >= least and part < whole),
        key=lambda row: (Decimal(row[1]) / row[2], row[0]),
    )[:3]
    if not below:
        return f"办结 {least} 件以上的单位均全部按时办结。" if any(whole >= least for _, _, whole in rates) else ""
    return f"按时办结率较低的是{listed(f'{name}（{percent(part, whole)}）' for name, part, whole in below)}。"


def hot(names: Sequence[tuple[str, int]], than_all: int) -> str:
    """Hot issues of the period: (title, cases in it)."""
    if not names:
        return "期间没有形成新的热点。"
    first = listed(f"“{title}”（{cases(count)}）" for title, count in names[:5])
    return f"期间诉求较集中的热点 {than_all} 个，居前的是{first}。"


def warnings(raised: int, urgent: int, acted: int, waiting: int) -> str:
    if raised == 0:
        return "期间没有产生预警。"
    return sentence(
        f"期间产生预警 {raised} 条",
        f"其中紧急 {urgent} 条" if urgent else "",
        f"已确认或处置 {acted} 条" if acted else "",
        f"尚待研判 {waiting} 条" if waiting else "均已研判",
    )


def advice(late: Sequence[str], up: Sequence[str], dissatisfied: Sequence[str], issues: Sequence[str]) -> str:
    """What follows: proposals for whoever writes the report."""
    found = []
    if late:
        found.append(f"请{listed(late[:3])}对超期件逐件说明原因，限期办结。")
    if up:
        found.append(f"{listed(up[:3])}类诉求上升较快，请行业主管部门分析原因，提前研究应对措施。")
    if issues:
        named = listed(f"“{name}”" for name in issues[:2])
        found.append(f"对{named}等热点，建议由主管部门牵头集中治理，及时向市民说明进展。")
    if dissatisfied:
        found.append(f"请{listed(dissatisfied[:3])}对不满意件回头看，能解决的重新办理，一时不能解决的做好解释。")
    if not found:
        return "各项指标平稳，请各单位保持。"
    marks = ("一是", "二是", "三是", "四是")
    return "".join(f"{mark}{text}" for mark, text in zip(marks, found, strict=False)) if len(found) > 1 else found[0]
