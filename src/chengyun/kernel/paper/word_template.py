"""The template that there is before an office made its own: the official layout after GB/T 9704 with the font names
that offices have (方正小标宋, 仿宋_GB2312 …), and the marks that docxtpl fills. Imported in a process that ends.
"""

from __future__ import annotations

import io
from typing import Any

TITLE, BODY, BLACK, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
RED = "C8102E"


def built_in() -> bytes:
    """A DOCX with marks."""
    from docx import Document
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin, section.footer_distance = Mm(28), Mm(26), Mm(24)
    normal = document.styles["Normal"]
    normal.font.size = Pt(16)
    _fonts(normal.element.get_or_add_rPr(), BODY)
    _chinese(normal.element.get_or_add_rPr())
    _head(document)
    _body(document)
    _end(document)
    _foot(section)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _head(document: Any) -> None:
    _line(document, "{%p if 标记 %}")
    _line(document, "（{{ 标记 }}）", BLACK, 16, align="right")
    _line(document, "{%p endif %}")
    _line(document, "{%p if 红头 %}")
    _line(document, "{{ 红头 }}", TITLE, 34, align="center", colour=RED, exact=None)
    right = "{% if 签发人 %}签发人：{{ 签发人 }}{% else %}{{ 期号 }}{% endif %}"
    numbers = _line(document, "{{ 文号 }}\t" + right, BODY, 16)
    numbers.paragraph_format.tab_stops.add_tab_stop(_mm(156), _right_tab())
    _border(numbers, "bottom", RED, 16)
    _line(document, "")
    _line(document, "{%p endif %}")
    _line(document, "{{ 标题 }}", TITLE, 22, align="center", exact=34)
    _line(document, "")
    _line(document, "{%p if 主送 %}")
    _line(document, "{{ 主送 }}")
    _line(document, "{%p endif %}")


def _body(document: Any) -> None:
    """One loop over everything; each kind of block has its paragraph or table, to be styled as the office likes."""
    _line(document, "{%p for 块 in 正文 %}")
    _line(document, "{%p if 块.类型 == '标题' and 块.级 == 1 %}")
    _line(document, "{{ 块.文字 }}", BLACK, 16, indent=True, keep=True)
    _line(document, "{%p elif 块.类型 == '标题' and 块.级 == 2 %}")
    _line(document, "{{ 块.文字 }}", KAI, 16, indent=True, keep=True)
    _line(document, "{%p elif 块.类型 == '标题' %}")
    _line(document, "{{ 块.文字 }}", indent=True, keep=True)
    _line(document, "{%p elif 块.类型 == '文字' %}")
    _line(document, "{{ 块.文字 }}", indent=True, align="both")
    _line(document, "{%p elif 块.类型 == '表' %}")
    _line(document, "{%p if 块.表名 %}")
    _line(document, "{{ 块.表名 }}", BLACK, 12, align="center", keep=True)
    _line(document, "{%p endif %}")
    _table(document)
    _line(document, "{%p if 块.注 %}")
    _line(document, "注：{{ 块.注 }}", BODY, 10.5, exact=16)
    _line(document, "{%p endif %}")
    _line(document, "{%p elif 块.类型 == '图' %}")
    _line(document, "{{ 块.图 }}", align="center", exact=None, keep=True)
    _line(document, "{{ 块.图名 }}", BLACK, 12, align="center")
    _line(document, "{%p endif %}")
    _line(document, "{%p endfor %}")


def _table(document: Any) -> None:
    """Any number of columns and rows: the first column to the left, the others centred."""
    table = document.add_table(rows=4, cols=4)
    table.style = "Table Grid"
    marks = (
        ("{{ 块.首列 }}", "{%tc for 列 in 块.其他列 %}", "{{ 列.名称 }}", "{%tc endfor %}"),
        ("{%tr for 行 in 块.行 %}", "", "", ""),
        ("{{ 行.首格 }}", "{%tc for 格 in 行.其他格 %}", "{{ 格 }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", "", ""),
    )
    for row, words in zip(table.rows, marks, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
            font = BLACK if row is table.rows[0] or words is marks[0] else BODY
            paragraph = cell.paragraphs[0]
            _styled(paragraph, text, font, 10.5, "left" if place == 0 and words is not marks[0] else "center", 18)
    _repeat_header(table.rows[0])


def _end(document: Any) -> None:
    _line(document, "{%p if 落款 %}")
    _line(document, "")
    _line(document, "{{ 落款 }}", align="right", keep=True)
    _line(document, "{{ 日期 }}", align="right")
    _line(document, "{%p endif %}")
    _line(document, "{%p if 抄送 %}")
    _border(_line(document, "抄送：{{ 抄送 }}", BODY, 14), "top", "000000", 8)
    _line(document, "{%p endif %}")
    _line(document, "{%p if 印发 %}")
    printed = _line(document, "{{ 印发 }}\t{{ 日期 }}印发", BODY, 14)
    printed.paragraph_format.tab_stops.add_tab_stop(_mm(156), _right_tab())
    _border(printed, "top", "000000", 4)
    _border(printed, "bottom", "000000", 8)
    _line(document, "{%p endif %}")


# --- drawing ----------------------------------------------------------------------------------------------------------
def _line(
    document: Any, text: str, font: str = BODY, size: float = 16, *, align: str = "left", indent: bool = False,
    colour: str = "", exact: float | None = 28, keep: bool = False,
) -> Any:  # fmt: skip
    """`keep`: never the last on a page; what follows comes with it."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = keep or None
    _styled(paragraph, text, font, size, align, exact, colour)
    if indent:
        paragraph.paragraph_format.first_line_indent = _pt(size * 2)
    return paragraph


def _styled(
    paragraph: Any, text: str, font: str, size: float, align: str, exact: float | None, colour: str = ""
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    run.font.size = _pt(size)
    _fonts(run._element.get_or_add_rPr(), font)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    paragraph.alignment = {"left": AT.LEFT, "right": AT.RIGHT, "center": AT.CENTER, "both": AT.JUSTIFY}[align]
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = _pt(0)
    if exact is not None:
        paragraph.paragraph_format.line_spacing = _pt(exact)


def _fonts(properties: Any, font: str) -> None:
    """East Asian letters have a font name of their own."""
    from docx.oxml.ns import qn
    from docx.oxml.shared import OxmlElement

    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), font)


def _chinese(properties: Any) -> None:
    """Else punctuation is set as in Taiwan."""
    from docx.oxml.ns import qn
    from docx.oxml.shared import OxmlElement

    language = OxmlElement("w:lang")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _border(paragraph: Any, side: str, colour: str, eighths: int) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.shared import OxmlElement

    properties = paragraph._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", colour)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


def _repeat_header(row: Any) -> None:
    from docx.oxml.shared import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _foot(section: Any) -> None:
    """— 1 —"""
    from docx.oxml.ns import qn
    from docx.oxml.shared import OxmlElement

    paragraph = section.footer.paragraphs[0]
    _styled(paragraph, "— ", BODY, 14, "center", None)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
    _styled(paragraph, " —", BODY, 14, "center", None)


def _pt(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _mm(size: float) -> Any:
    from docx.shared import Mm

    return Mm(size)


def _right_tab() -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT

    return WD_TAB_ALIGNMENT.RIGHT
