"""Search tokens: what is in a text is found, and no text can break the search."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel import tokens

HOSTILE = "'; DROP TABLE x; -- \\' :* & | ! <-> () \x00 \u202e \ud7ff 井盖' 坏了"
TEXT = "和平街道某小区３号楼下水道井盖破损，Wi-Fi12路公交站附近有狗叫"
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def found(text: str, words: str) -> bool:
    query = tokens.tsquery(words)
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_to_tsvector(%s::text[]) @@ %s::tsquery", [tokens.index_tokens(text), query])
        return cursor.fetchone()[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "井盖",
        "下水道",
        "井盖破损",
        "小区井盖",
        "狗",
        "叫",
        "3号楼",
        "３号楼",
        "WI-FI",
        "12路",
        "公交站 井盖",
        "和平街道某小区",
        "wi",
    ],
)
def test_words_of_a_text_find_it(words):
    assert found(TEXT, words)


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["井水", "盖井", "停水", "4号楼", "猫", "井盖 停水", "公园"])
def test_other_words_do_not(words):
    assert not found(TEXT, words)


@pytest.mark.django_db
@given(texts, st.data())
def test_any_piece_of_a_run_of_hanzi_finds_its_text(text, data):
    text += "武汉市洪山区和平街道下水道堵了三天无人处理"
    start = data.draw(st.integers(len(text) - 21, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    assert found(text, text[start:end])


@pytest.mark.django_db
@given(texts, texts)
def test_no_text_and_no_query_breaks_the_search(text, words):
    if tokens.tsquery(words) is not None:
        found(text, words)
    else:
        assert tokens.query_tokens(words) == []


@pytest.mark.django_db
def test_hostile_texts_are_only_words():
    assert found(HOSTILE, HOSTILE)
    assert found(HOSTILE, "drop table")
    assert not found("井盖", HOSTILE)


def test_tokens_are_distinct_and_limited():
    assert tokens.index_tokens("井盖井盖井盖") == ["井盖", "盖井", "盖"]
    many = "".join(chr(0x4E00 + n % 20_000) for n in range(50_000))
    assert len(tokens.index_tokens(many)) == tokens.MAX_TOKENS
    assert max(map(len, tokens.index_tokens("x" * 10_000))) == tokens.MAX_TOKEN_LENGTH
    assert len(tokens.query_tokens(many[:2000])) <= tokens.MAX_QUERY_TOKENS


def test_words_in_between_do_not_hide_a_text():
    assert tokens.query_tokens("小区停水") == ["小区", "停水"]


@pytest.mark.parametrize("words", ["", "  ", "，。！", "'\"\\", "\x00"])
def test_a_query_without_words_searches_for_nothing(words):
    assert tokens.tsquery(words) is None


def test_pinyin_sorts_and_finds_names():
    assert tokens.pinyin_key("和平街道") == "he ping jie dao"
    assert sorted(["珞南", "关山", "和平"], key=tokens.pinyin_key) == ["关山", "和平", "珞南"]
    assert tokens.pinyin_search("垃圾") == "laji lj"
    assert tokens.pinyin_search("3号楼ABC") == "3haolouabc 3hlabc"
    assert tokens.pinyin_search("硚口区（重庆路）") == "qiaokouquchongqinglu qkqcql"
    assert tokens.pinyin_search("") == ""
    assert len(tokens.pinyin_search("庄" * 500)) < 300


def test_indexing_needs_neither_dictionary_nor_numpy():
    """The rest memory of every process depends on it."""
    code = (
        "import sys\n"
        "from chengyun.kernel import tokens, tabular, masks, worktime, holidays, chain\n"
        "from chengyun.kernel.files import inspect\n"
        "tokens.index_tokens('井盖破损')\n"
        "print([m for m in ('rjieba', 'pypinyin', 'numpy', 'openpyxl', 'PIL', 'xlsxwriter', 'django.db.models')"
        " if m in sys.modules])\n"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
