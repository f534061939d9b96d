"""Papers as people get them: what they see in the PDF, the DOCX and the workbook, and what a wrong template says."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chengyun.kernel.paper import charts, process, shape, word
from chengyun.kernel.problems import Problem

PAPER = shape.Paper(
    head="试验区城市运行日报", number="试运日报〔2026〕3号", title="某日情况", to="各单位：", closing="试验区中心",
    date="2026年3月3日", mark="草稿",
    blocks=[
        shape.heading("一、总体情况"), shape.text("登记 12 件，#[x] *y* <b>z</b> {{ 数据 }} 原样。"),
        shape.table("表1 单位", [("单位", "left", 2), ("登记", "right", 1)], [["甲单位", "7"], ["乙单位", "5"]]),
        shape.chart("图1 每日", charts.lines(["1日", "2日"], [("本期", [5, 7])])),
    ],
)  # fmt: skip
SHEET = {
    "name": "单位",
    "about": ["某日"],
    "columns": ["单位", "率"],
    "kinds": ["text", "rate"],
    "rows": [["=1+1", 0.5]],
}


def words_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        return re.sub(r"<[^>]+>", "", parts.read("word/document.xml").decode())


def template(*lines: str) -> bytes:
    from docx import Document

    document, out = Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def test_one_content_becomes_a_pdf_an_editable_document_and_a_workbook_and_text_is_never_mark_up():
    import openpyxl
    from pypdf import PdfReader

    made = process.render(["pdf", "docx", "xlsx"], PAPER, {"登记": "12"}, sheets=[SHEET])
    pdf = PdfReader(io.BytesIO(made["pdf"])).pages[0].extract_text()
    document = words_of(made["docx"])
    for told in (pdf, document):
        flat = re.sub(r"\s", "", told)
        for words in ("试验区城市运行日报", "试运日报〔2026〕3号", "一、总体情况", "甲单位", "图1每日", "#[x]*y*"):
            assert words in flat
    laid = zipfile.ZipFile(io.BytesIO(made["docx"])).read("word/document.xml").decode()
    assert [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', laid)] == [5159, 3685], "as the columns say"
    assert '<w:jc w:val="right"/>' in laid[laid.index("<w:tbl>") : laid.index("</w:tbl>")], "numbers stand right"
    assert laid.count("<w:keepNext/>") >= 3, "no heading is the last line of a page"
    assert "方正小标宋简体" in zipfile.ZipFile(io.BytesIO(made["docx"])).read("word/document.xml").decode()
    assert [name for name in zipfile.ZipFile(io.BytesIO(made["docx"])).namelist() if name.endswith(".png")]
    page = openpyxl.load_workbook(io.BytesIO(made["xlsx"])).worksheets[0]
    assert page.cell(4, 1).data_type == "s"
    assert (page.cell(4, 1).value, page.cell(4, 2).value) == ("'=1+1", 0.5)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{{ 标提 }}"], "“标提”没有这个名称"),
        (["{%p for 块 in 正文 %}", "{{ 块.文字 }}"], "没有写结束"),
        (["{{ 标题"], "标记写得不对"),
        (["{{ ''.__class__.__mro__ }}"], "不允许的写法"),
        (["{% include 'x' %}"], "模板"),
        (["{{ 1 // 0 }}"], "算不出来"),
    ],
)
def test_a_fault_in_a_template_is_told_in_words(lines, said):
    with pytest.raises(word.TemplateFault, match=re.escape(said)):
        word.fill(template(*lines), {**PAPER, "blocks": PAPER["blocks"][:2]}, {"登记": "12"}, strict=True)


def test_what_a_finished_template_asks_for_in_vain_is_shown_in_its_place():
    filled = word.fill(template("{{ 数据.登记 }}、{{ 数据.没有的 }}"), {**PAPER, "blocks": []}, {"登记": "12"})
    assert "12、〔没有“没有的”〕" in words_of(filled)


def test_a_template_that_reaches_out_or_never_ends_is_refused(monkeypatch):
    out = io.BytesIO(template("{{ 标题 }}"))
    with zipfile.ZipFile(out, "a") as parts:
        parts.writestr(
            "word/_rels/settings.xml.rels",
            '<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" Target="http://example.test/a"'
            ' TargetMode="External"/></Relationships>',
        )
    with pytest.raises(word.TemplateFault, match="外部"):
        word.fill(out.getvalue(), PAPER, {})
    with pytest.raises(word.TemplateFault, match="DOCX"):
        word.fill(b"no zip", PAPER, {})
    monkeypatch.setattr(process, "SECONDS", 2)
    endless = template("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    with pytest.raises(Problem) as refused:
        process.render(["docx"], {**PAPER, "blocks": []}, {}, endless)
    assert refused.value.code == "bad_template"


@given(st.floats(0, 1e9))
def test_an_axis_reaches_beyond_its_values_with_few_marks(most):
    top, step = charts.scale(most)
    assert top >= most * (1 - 1e-9)
    assert 1 <= round(top / step) <= 6


@given(st.lists(st.tuples(st.text(max_size=30), st.integers(0, 10**7)), max_size=12))
def test_a_chart_is_well_formed_whatever_the_names(rows):
    from lxml import etree

    clean = [(word.clean(name), value) for name, value in rows]
    etree.fromstring(charts.bars(clean).encode())
