"""The words of warnings: natures, levels, ways of looking, states, reasons. Pure."""

from __future__ import annotations

NATURES = {"safety": "安全", "collective": "群体", "sensitive": "敏感", "emerging": "苗头"}
URGENT, SERIOUS, WATCH = 1, 2, 3
LEVELS = {URGENT: "紧急", SERIOUS: "重要", WATCH: "关注"}
LEVEL_CODES = {"urgent": URGENT, "serious": SERIOUS, "watch": WATCH}
LEVEL_CHOICES = {"urgent": "紧急", "serious": "重要", "watch": "关注"}
LEVEL_OF = {number: code for code, number in LEVEL_CODES.items()}

WORDS, COUNT, CALLERS, GROWTH = "words", "count", "callers", "growth"
WAYS = {WORDS: "词语", COUNT: "件数", CALLERS: "人数", GROWTH: "异常增长"}
PLACES = {"community": "同一社区", "subdistrict": "同一街道", "district": "全区"}

OPEN, CONFIRMED, DISMISSED, SUPERVISED, PATROLLED = "open", "confirmed", "dismissed", "supervised", "patrolled"
STATES = {
    OPEN: "待研判", CONFIRMED: "已确认", SUPERVISED: "已转督办", PATROLLED: "已派核实", DISMISSED: "已排除",
}  # fmt: skip
HITS = (CONFIRMED, SUPERVISED, PATROLLED)
"""Decisions that say the rule was right."""
REASONS = {
    "unrelated": "互不相干，偶然凑在一起", "known": "已知情况，正在处理", "planned": "计划内的（停水停电、演练等）",
    "wording": "只是提到这个词", "repeated": "同一人反复反映", "other": "其他",
}  # fmt: skip
