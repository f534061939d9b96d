"""What the proposed sentences say of rises, falls, zeros and shares."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from chengyun.insight.reports import wording
from chengyun.insight.reports.wording import Line, Sums

COUNT = st.integers(0, 10**6)


@given(COUNT, COUNT)
def test_a_rise_is_called_a_rise_and_nothing_rises_from_zero_by_a_percentage(now, before):
    said = wording.change(now, before, "上月")
    up, down = bool(re.search("上升|略升|倍", said)), bool(re.search("下降|略降", said))
    assert (up, down) == ((now > before) and before > 0, now < before)
    assert "持平" in said if now == before else "持平" not in said
    assert not re.search(r"(?<!\d)0(\.0)?%", said)
    assert "%" not in said if before == 0 else True


@given(COUNT, COUNT)
def test_a_share_is_all_or_nothing_only_when_it_is(part, whole):
    part = min(part, whole)
    said = wording.percent(part, whole)
    assert (said == "无") == (whole == 0)
    assert (said == "100%") == (part == whole > 0)
    assert (said == "0%") == (part == 0 < whole)


def test_the_published_example_is_told_as_it_was_published():
    assert wording.percent(911, 972) == "93.7%"
    assert wording.points((911, 972), (737, 972), "上年") == "比上年上升 17.9 个百分点"
    assert wording.change(972, 911, "上月") == "比上月上升 6.7%"
    assert wording.change(10, 2, "上周") == "是上周的 5.0 倍"
    assert wording.points((1, 2), (0, 0), "上月") == ""


SUMS = st.builds(Sums, COUNT, COUNT, COUNT, COUNT, COUNT, COUNT)


@given(SUMS, st.none() | SUMS, st.none() | SUMS)
def test_every_paragraph_is_made_of_whole_sentences(now, before, year):
    said = wording.overall("2026年10月", now, before, "上月", year)
    assert said.endswith("。")
    assert not re.search("，，|。。|，。|；。|None|，$|^，", said)
    assert "期间没有办结" in said if now.closed == 0 else f"办结 {now.closed:,} 件" in said


LINES = st.lists(
    st.builds(Line, st.sampled_from("甲乙丙丁戊己庚辛"), st.integers(0, 500), st.integers(0, 500)),
    max_size=8, unique_by=lambda line: line.name,
)  # fmt: skip


@given(LINES)
def test_what_rose_and_what_fell_is_named_by_its_cases_the_most_first(lines):
    whole = sum(line.now for line in lines)
    said = wording.spread("类别", lines, whole, "上月")
    up = [line for line in lines if line.now - (line.before or 0) >= wording.SMALL]
    assert ("增加" in said) == (bool(up) and whole > 0)
    if up and whole:
        most = max(up, key=lambda line: (line.more, -ord(line.name)))
        assert f"{most.name}增加 {most.more:,} 件" in said
    assert said.endswith("。")
    assert not re.search("，。|；。|、。|None", said)


def test_units_are_named_only_for_what_they_are_late_with():
    assert wording.late_units([Line("甲局", 0)]) == "各单位目前没有超期未办件。"
    assert "2 个单位" in wording.late_units([Line("甲局", 3), Line("乙局", 1), Line("丙局", 0)])
    assert wording.slow_units([("甲局", 9, 10), ("乙局", 3, 4)]) == "按时办结率较低的是甲局（90%）。", (
        "4 件太少，不排名"
    )
    assert wording.slow_units([("甲局", 10, 10)]) == "办结 5 件以上的单位均全部按时办结。"
    assert wording.advice([], [], [], []) == "各项指标平稳，请各单位保持。"
    assert wording.advice(["甲局"], ["噪音"], [], []).startswith("一是请甲局")
