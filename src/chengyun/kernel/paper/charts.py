"""Charts as SVG, drawn without a browser: one message each, bars from zero, words beside colours. Pure.

The same drawing is in the PDF, in the DOCX (as a picture) and on the page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from xml.sax.saxutils import escape

WIDTH = 640
INK, MUTED, GRID = "#1b232b", "#5b6670", "#d8dee3"
BLUE, AMBER, GREY, RED = "#1f5fa8", "#b7791f", "#9aa7b2", "#b3261e"
_FONT = 'font-family="Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif"'


def lines(labels: Sequence[str], series: Sequence[tuple[str, Sequence[float]]], unit: str = "件") -> str:
    """Values over time; the first series is drawn strongly, an earlier one dashed."""
    height, left, right, top, bottom = 260, 56, 12, 30, 34
    most, step = scale(max((value for _, values in series for value in values), default=0))
    inner, tall = WIDTH - left - right, height - top - bottom
    number = max(len(labels), 1)

    def x(place: int) -> float:
        return left + inner * (place + 0.5) / number

    def y(value: float) -> float:
        return top + tall * (1 - value / most)

    parts = [_axis(most, step, left, right, top, tall, unit)]
    every = max(1, math.ceil(number / 12))
    for place, label in enumerate(labels):
        if place % every == 0:
            parts.append(_text(x(place), height - 14, label, 11, MUTED, "middle"))
    for at, (_, values) in reversed(list(enumerate(series))):
        points = " ".join(f"{x(place):.1f},{y(value):.1f}" for place, value in enumerate(values))
        style = f'stroke="{(BLUE, GREY, AMBER)[at % 3]}" stroke-width="{2.2 if at == 0 else 1.6}"'
        dash = "" if at == 0 else ' stroke-dasharray="5 4"'
        parts.append(f'<polyline points="{points}" fill="none" {style}{dash} stroke-linejoin="round"/>')
        if at == 0 and number <= 40:
            parts += [
                f'<circle cx="{x(place):.1f}" cy="{y(value):.1f}" r="2.6" fill="{BLUE}"/>'
                for place, value in enumerate(values)
            ]
    parts.append(_legend([(name, (BLUE, GREY, AMBER)[at % 3], at > 0) for at, (name, _) in enumerate(series)]))
    return _whole(height, parts)


def bars(rows: Sequence[tuple[str, float]], unit: str = "件", colour: str = BLUE, share: bool = False) -> str:
    """Names and values, the longest bar as long as there is room; `share`: values are per cent."""
    line, top = 26, 8
    height = top * 2 + line * max(len(rows), 1)
    left = 20 + 13 * max((min(_wide(name), 15) for name, _ in rows), default=4)
    room = WIDTH - left - 90
    most = 100.0 if share else max((value for _, value in rows), default=0) or 1
    parts = []
    for place, (name, value) in enumerate(rows):
        at = top + place * line
        long = max(room * min(value / most, 1), 0)
        parts.append(_text(left - 8, at + 17, _short(name, 15), 12, INK, "end"))
        parts.append(f'<rect x="{left}" y="{at + 4}" width="{long:.1f}" height="{line - 9}" fill="{colour}" rx="1"/>')
        told = f"{value:.1f}%" if share else f"{value:,.0f} {unit}"
        parts.append(_text(left + long + 6, at + 17, told, 12, INK, "start"))
    return _whole(height, parts)


def scale(most: float) -> tuple[float, float]:
    """The top of an axis from zero and the step of its marks: 1, 2 or 5 times a power of ten, four to six marks."""
    if most <= 0.001:
        return 4.0, 1.0
    raw = most / 4
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw * (1 - 1e-12))
    step = max(step, 1.0)  # cases are whole
    return step * max(math.ceil(most / step - 1e-9), 1), step


def _axis(most: float, step: float, left: float, right: float, top: float, tall: float, unit: str) -> str:
    parts = [_text(left - 8, top - 12, unit, 11, MUTED, "end")]
    for mark in range(round(most / step) + 1):
        at = top + tall * (1 - mark * step / most)
        parts.append(
            f'<line x1="{left}" y1="{at:.1f}" x2="{WIDTH - right}" y2="{at:.1f}"'
            f' stroke="{MUTED if mark == 0 else GRID}" stroke-width="1"/>'
        )
        parts.append(_text(left - 8, at + 4, f"{mark * step:,.0f}", 11, MUTED, "end"))
    return "".join(parts)


def _legend(names: Sequence[tuple[str, str, bool]]) -> str:
    parts, at = [], 70.0
    for name, colour, dashed in names:
        dash = ' stroke-dasharray="5 4"' if dashed else ""
        parts.append(f'<line x1="{at}" y1="12" x2="{at + 24}" y2="12" stroke="{colour}" stroke-width="2.2"{dash}/>')
        parts.append(_text(at + 30, 16, name, 12, INK, "start"))
        at += 50 + 13 * _wide(name)
    return "".join(parts)


def _text(x: float, y: float, words: str, size: int, colour: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}" {_FONT}>'
        f"{escape(words)}</text>"
    )


def _wide(words: str) -> float:
    return sum(1 if ord(char) > 0x2E7F else 0.55 for char in words)


def _short(words: str, most: float) -> str:
    if _wide(words) <= most:
        return words
    while words and _wide(words) > most - 1:
        words = words[:-1]
    return words + "…"


def _whole(height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:g}"'
        f' viewBox="0 0 {WIDTH} {height:g}"><rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>'
        f"{''.join(parts)}</svg>"
    )
