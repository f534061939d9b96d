"""The language of rules: what people may write, what it means, what they are told when it is not understood."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.dispatching.rules import language as lang
from chengyun.dispatching.rules.language import syntax

WORDS = lang.Vocabulary.of(
    category=[
        lang.Term("Q01", ("市容",), "City appearance"), lang.Term("Q0101", ("市容", "占道"), "Street vendors"),
        lang.Term("Q02", ("物业",)), lang.Term("Q0201", ("物业", "噪声")), lang.Term("Q0301", ("环境", "噪声")),
        lang.Term("Q09", ("旧类",), closed="已于 2026-01-01 停用"),
    ],
    area=[lang.Term("4201", ("演示区", "梧桐街道")), lang.Term("4202", ("演示区", "白鹭街道"))],
    channel=[lang.Term("hotline", ("12345 热线",), "Hotline"), lang.Term("walk_in", ("来访",), "Walk-in")],
    kind=[lang.Term("complaint", ("投诉",)), lang.Term("help", ("求助",))],
    urgency=[lang.Term("normal", ("普通",)), lang.Term("urgent", ("紧急",))],
    flag=[lang.Term("sensitive", ("敏感",)), lang.Term("media", ("媒体",))],
)  # fmt: skip


def view(**known) -> lang.View:
    spelled = {name: known.get(name, "") for name in ("title", "text", "address")}
    known.setdefault("at", datetime(2026, 11, 21, 19, 30))  # a Saturday evening
    return lang.View(**{**known, **spelled, "words": "\n".join(filter(None, spelled.values()))})


def holds(text: str, /, **known) -> bool:
    node, faults = lang.check(lang.parse(text), WORDS)
    assert not faults
    return lang.predicate(node)(view(**known))


def fault(text: str) -> lang.Fault:
    try:
        _, faults = lang.check(lang.parse(text), WORDS)
    except lang.RuleError as error:
        faults = list(error.faults)
    return faults[0]


EVENING_MARKET = '类别 属于 "市容/占道" 且 区域 在 "梧桐街道" 且 文本 含 "夜市|烧烤" 且 时间 在 18:00-06:00'


@pytest.mark.parametrize(
    "text",
    [
        EVENING_MARKET,
        'category in "Street vendors" and area in "梧桐街道" and text contains "夜市|烧烤" and time in 18:00-06:00',
        "类别属于“Q0101”且区域在「4201」并且文本包含“夜市”、“烧烤” 且 时间 在 18时至6时",
        'CATEGORY IN "q0101" AND AREA IN "4201" AND TEXT HAS "夜市" AND TIME IN 18:00..06:00',
    ],
)
def test_a_rule_may_be_written_in_chinese_english_or_with_codes(text):
    case = {"category": ("Q0101", "Q01"), "area": ("4201001", "4201"), "text": "夜市的油烟太大"}
    assert holds(text, **case)
    assert not holds(text, **{**case, "at": datetime(2026, 11, 21, 12, 0)})
    assert not holds(text, **{**case, "area": ("4202",)})
    assert not holds(text, **{**case, "text": "路灯不亮"})


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ('类别 属于 "市容"', {"category": ("Q0101", "Q01")}, True),
        ('类别 是 "市容"', {"category": ("Q0101", "Q01")}, False),
        ('类别 是 "市容"', {"category": ("Q01",)}, True),
        ('类别 不属于 "物业"', {"category": ("Q0101", "Q01")}, True),
        ('类别 不是 "市容"', {}, True),
        ("类别 为空", {}, True),
        ("category is not empty", {}, False),
        ('区域 不在 "白鹭街道"', {"area": ("4202",)}, False),
        ("区域 为空", {"area": ("4202",)}, False),
        ('渠道 是 "来访|12345 热线"', {"channel": "walk_in"}, True),
        ('channel is not "Hotline"', {"channel": "hotline"}, False),
        ("类型 是 投诉", {"kind": "complaint"}, True),
        ("诉求类型 不是 投诉、求助", {"kind": "help"}, False),
        ("紧急程度 属于 紧急", {"urgency": "urgent"}, True),
        ("标记 含 敏感、媒体", {"flags": frozenset({"media"})}, True),
        ("标记 不含 敏感", {"flags": frozenset({"media"})}, True),
        ('标题 含 "井盖"', {"title": "井盖松动"}, True),
        ('标题 含 "井盖"', {"text": "井盖松动"}, False),
        ('地址 含 "大道"', {"address": "梧桐大道1号"}, True),
        ('全文 含 "大道"', {"address": "梧桐大道1号"}, True),
        ('全文 全含 "井盖|大道"', {"title": "井盖松动", "address": "梧桐大道1号"}, True),
        ('全文 全含 "井盖|路灯"', {"title": "井盖松动"}, False),
        ('文本 不含 "感谢"', {"text": "投诉"}, True),
        ('文本 含 "ＫＴＶ"', {"text": "ktv太吵"}, True),
        ("时间 在 08:00-20:00", {}, True),
        ("时间 不在 08:00-20:00", {}, False),
        ("时间 在 00:00-24:00", {}, True),
        ("星期 在 周末", {}, True),
        ("weekday in mon-fri", {}, False),
        ("星期 在 周六至周一", {}, True),
        ("日期 在 11-01~11-30", {}, True),
        ("日期 在 12-01 至 02-28", {}, False),
        ("date in 2026-11-21", {}, True),
        ("非 (类别 为空 或 类型 是 投诉)", {"category": ("Q01",), "kind": "help"}, True),
        ("类型 是 投诉 或 类型 是 求助 且 类别 为空", {"kind": "complaint", "category": ("Q01",)}, True),
    ],
)
def test_every_question_means_what_it_says(text, known, expected):
    assert holds(text, **known) is expected


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", 0, "还没有写条件"),
        ("类别", 2, "接着写：为空、属于"),
        ('类别 属于 "占道', 6, "补上"),
        ('类别 大于 "占道"', 3, "“大于”处看不懂"),
        ('类别 属于 "占道" 类型 是 投诉', 11, "这里可以写：且、或"),
        ('类别 属于 "占路"', 6, "是不是：占道"),
        ('类别 属于 "噪声"', 6, "物业/噪声、环境/噪声"),
        ('类别 属于 "旧类"', 6, "已于 2026-01-01 停用"),
        ('标题 属于 "井盖"', 3, "可以写：含、全含、不含"),
        ("时间 在 25:00-03:00", 5, "请写成 18:00-06:00"),
        ("时间 在 08:00-08:00", 5, "请写成 18:00-06:00"),
        ("日期 在 02-30", 5, "请写成 06-01~09-30"),
        ("星期 在 周八", 5, "请写成 周一-周五"),
        ('类别 属于 ""', 6, "引号里是空的"),
        ("(类别 为空", 6, "接着写：）"),
        ("字" * 3000, 2000, "最多 2000 个字"),
        (" 且 ".join(["类别 为空"] * 61), 0, "最多 60 个"),
        ("(" * 300 + "类别 为空" + ")" * 300, None, ""),
        ("非 " * 100 + "类别 为空", 0, "最多 20 层"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_to_write_instead(text, place, words):
    if place is None:
        assert lang.parse(text)
        return
    found = fault(text)
    assert found.at == place
    assert words in found.zh
    assert found.en


def test_a_shown_rule_can_be_edited_and_means_the_same_in_both_languages():
    node, _ = lang.check(lang.parse(EVENING_MARKET), WORDS)
    assert lang.to_text(node) == '类别 属于 "Q0101" 且 区域 在 "4201" 且 文本 含 "夜市|烧烤" 且 时间 在 18:00-06:00'
    english = lang.to_text(node, WORDS, "en")
    assert english.startswith('category in "Street vendors" and area in')
    assert lang.check(lang.parse(english), WORDS)[0] == node


def test_the_parts_that_counted_are_told():
    node, _ = lang.check(lang.parse('类别 属于 "占道" 且 (文本 含 "夜市|烧烤" 或 时间 在 00:00-05:00)'), WORDS)
    parts = lang.explain(node, view(category=("Q0101", "Q01"), text="烧烤摊"), WORDS)
    assert [(part.text, part.held, part.passages) for part in parts] == [
        ('类别 属于 "占道"', True, ()), ('文本 含 "夜市|烧烤"', True, ("烧烤",)), ("时间 在 00:00-05:00", False, ()),
    ]  # fmt: skip


# --- for any expression -------------------------------------------------------------------------------------------
_SPANS = {
    syntax.TIME: st.sampled_from(["18:00-06:00", "08:30-17:30", "00:00-24:00"]),
    syntax.WEEKDAY: st.sampled_from(["1", "1-5", "6-7", "7-2"]),
    syntax.DATE: st.sampled_from(["06-01~09-30", "12-01~02-28", "2026-01-01~2026-12-31"]),
}
_TEXT = st.text(st.characters(exclude_characters="|\x00（）\u3000", exclude_categories=("Cs",)), min_size=1, max_size=8)


def _clean(text: str) -> bool:
    return text == text.strip() and any(quote not in text for quote in '"”」』')


@st.composite
def some_tests(draw) -> syntax.Test:
    name = draw(st.sampled_from(sorted(syntax.FIELD_WORDS)))
    op = draw(st.sampled_from(syntax.ALLOWED[name]))
    if op in (syntax.EMPTY, syntax.NOT_EMPTY):
        return syntax.Test(name, op)
    if name in syntax.SPANS:
        values = _SPANS[name]
    elif name in syntax.NAMED:
        values = st.sampled_from(sorted(WORDS.terms(name).rows))
    else:
        values = _TEXT.filter(_clean)
    found = draw(st.lists(values, min_size=1, max_size=4, unique=True))
    return syntax.Test(name, op, tuple(syntax.Value(text) for text in found))


def _joined(made):
    def items(parts):
        return st.lists(parts, min_size=2, max_size=3).map(
            lambda found: made(tuple(x for item in found for x in (item.items if isinstance(item, made) else [item])))
        )

    return items


expressions = st.recursive(
    some_tests(),
    lambda inner: st.one_of(inner.map(syntax.Not), _joined(syntax.And)(inner), _joined(syntax.Or)(inner)),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(expressions)
def test_what_is_written_back_means_the_same(node):
    assert lang.parse(lang.to_text(node)) == node
    for language in ("zh", "en"):
        again, faults = lang.check(lang.parse(lang.to_text(node, WORDS, language)), WORDS)
        assert again == node
        assert all(fault.code == "closed" for fault in faults)


@settings(max_examples=100, deadline=None)
@given(expressions, st.text(max_size=30), st.booleans())
def test_a_rule_can_be_asked_of_any_case(node, text, known):
    case = view(text=text, category=("Q0101", "Q01") if known else ())
    assert lang.predicate(node)(case) in (True, False)
    assert len(lang.explain(node, case, WORDS)) == sum(1 for _ in syntax.tests(node))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.lists(st.sampled_from(
    [*"()（）且或非、|\"“”\x00", "类别", "属于", "在", "时间", "18:00-06:00", '"占道"', "and", "not", "为空", "含"]
), max_size=12).map(" ".join))  # fmt: skip
def test_whatever_is_typed_gets_an_answer(text):
    lang.expected(text)
    try:
        lang.check(lang.parse(text), WORDS)
    except lang.RuleError as error:
        for found in error.faults:
            assert 0 <= found.at <= found.end <= len(text) or not text
            assert found.zh
            assert found.en
