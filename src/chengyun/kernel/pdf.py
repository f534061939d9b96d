"""Sheets of paper as PDF: headings, texts, tables and photos, a watermark over each page. No Django, no domain.

Text is drawn with a font of our own, embedded with the glyphs that are used, so that it looks the same on a machine
without Chinese fonts (docs/decisions/0029-pdf-on-the-server.md). All text given here is text, never markup.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

FONT, FONT_FILE = "NotoSansSC", Path(__file__).parent / "fonts" / "NotoSansSC-Regular.ttf"
MILLIMETRE = 72 / 25.4
WIDTH, HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
MARGIN, FOOT = 18 * MILLIMETRE, 20 * MILLIMETRE
INNER = WIDTH - 2 * MARGIN
_INK, _MUTED, _LINE, _BAND, _ACCENT = "#1b232b", "#5b6670", "#c9d1d8", "#f3f5f7", "#0b5f6e"
_lock = threading.Lock()  # one sheet at a time in a process: the font keeps its subsets in the face


class Photo(NamedTuple):
    """content: JPEG; caption: what stands below it."""

    content: bytes
    caption: str


@dataclass(frozen=True)
class Mark:
    """watermark: across each page; foot: lines at its foot; page: how pages are counted, with {n} and {of}."""

    watermark: str
    foot: tuple[str, ...]
    page: str = "第 {n} 页 / 共 {of} 页"


class Sheet:
    """One document, put together from the top down."""

    def __init__(self, title: str, author: str, mark: Mark):
        self.title, self.author, self.mark = title, author, mark
        self._flow: list[Any] = []
        with _lock:
            _register()

    def top(self, text: str, above: str = "", below: str = "") -> None:
        """The head of the first page."""
        for words, size, colour in ((above, 10, _MUTED), (text, 17, _INK), (below, 10, _MUTED)):
            if words:
                self._flow.append(_paragraph(words, size, colour, after=3))
        self._flow.append(_rule(_ACCENT, 1.2))

    def heading(self, text: str) -> None:
        from reportlab.platypus import CondPageBreak

        self._flow += [CondPageBreak(30 * MILLIMETRE), _paragraph(text, 12, _ACCENT, before=10, after=3)]

    def text(self, text: str, muted: bool = False, size: float = 10, indent: float = 0) -> None:
        """A paragraph; line breaks are kept."""
        self._flow.append(_paragraph(text, size, _MUTED if muted else _INK, after=3, indent=indent))

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Names and values, two pairs in a line; a long value takes a line of its own."""
        cells: list[list[Any]] = []
        spans: list[Any] = []
        waiting: list[Any] = []
        for name, value in rows:
            pair = [_paragraph(name, 9, _MUTED), _paragraph(value, 10, _INK)]
            if len(value) > 22 or "\n" in value:
                if waiting:
                    cells.append([*waiting, "", ""])
                    waiting = []
                spans.append(("SPAN", (1, len(cells)), (3, len(cells))))
                cells.append([*pair, "", ""])
            elif waiting:
                cells.append([*waiting, *pair])
                waiting = []
            else:
                waiting = pair
        if waiting:
            cells.append([*waiting, "", ""])
        label = 20 * MILLIMETRE
        value_width = INNER / 2 - label
        self._table(cells, [label, value_width, label, value_width], spans)

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """A table whose head is repeated on every page. `shares`: the widths of the columns, of 1."""
        lines: list[list[Any]] = [[_paragraph(cell, 9, _MUTED) for cell in header]]
        lines += [[_paragraph(cell, 9.5, _INK) for cell in row] for row in rows]
        styles = [("BACKGROUND", (0, 0), (-1, 0), _BAND), ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE)]
        self._table(lines, [share * INNER for share in shares], styles, repeat=1)

    def photos(self, photos: Sequence[Photo], beside: int = 2) -> None:
        """Photos in lines of `beside`, each with its caption, never cut between pages."""
        width = INNER / beside
        for start in range(0, len(photos), beside):
            some = photos[start : start + beside]
            line = [[_picture(photo.content, width - 8, 85 * MILLIMETRE) for photo in some]]
            line.append([_paragraph(photo.caption, 9, _MUTED) for photo in some])
            for row in line:
                row += [""] * (beside - len(row))
            self._table(line, [width] * beside, [("NOSPLIT", (0, 0), (-1, -1))])

    def render(self) -> bytes:
        """The file. Takes a tenth of a second and more: not while a transaction is open."""
        from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

        out = io.BytesIO()
        with _lock:
            document = BaseDocTemplate(
                out, pagesize=(WIDTH, HEIGHT), title=self.title, author=self.author, creator="chengyun",
                leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=FOOT,
            )  # fmt: skip
            frame = Frame(MARGIN, FOOT, INNER, HEIGHT - MARGIN - FOOT, 0, 0, 0, 0)
            document.addPageTemplates(PageTemplate(frames=[frame]))
            document.build(self._flow, canvasmaker=_canvas_with(self.mark))
        return out.getvalue()

    def _table(self, cells: list[list[Any]], widths: Sequence[float], styles: Sequence[Any], repeat: int = 0) -> None:
        from reportlab.platypus import LongTable

        if not cells:
            return
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4), ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3), *styles,
        ]  # fmt: skip
        self._flow.append(LongTable(cells, colWidths=widths, repeatRows=repeat, style=style, splitInRow=1))


def drawable(text: str) -> str:
    """The text with a box for what the font does not have, and without control characters."""
    known = _glyphs()
    return "".join(
        char if char in "\n " or ord(char) in known else " " if char.isspace() else "□" if char.isprintable() else ""
        for char in text.replace("\r\n", "\n")
    )


def _glyphs() -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(FONT).face.charToGlyph


def _register() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))


def _paragraph(text: str, size: float, colour: str, before: float = 0, after: float = 0, indent: float = 0) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "text", fontName=FONT, fontSize=size, leading=size * 1.5, textColor=colour, wordWrap="CJK",
        spaceBefore=before, spaceAfter=after, leftIndent=indent,
    )  # fmt: skip
    return Paragraph(escape(drawable(text)).replace("\n", "<br/>"), style)


def _rule(colour: str, width: float) -> Any:
    from reportlab.platypus import HRFlowable

    return HRFlowable(width="100%", thickness=width, color=colour, spaceBefore=2, spaceAfter=4)


def _picture(content: bytes, width: float, height: float) -> Any:
    from reportlab.platypus import Image

    picture = Image(io.BytesIO(content))
    scale = min(width / picture.imageWidth, height / picture.imageHeight)
    picture.drawWidth, picture.drawHeight = picture.imageWidth * scale, picture.imageHeight * scale
    picture.hAlign = "LEFT"
    return picture


def _canvas_with(mark: Mark) -> Any:
    from reportlab.pdfgen.canvas import Canvas

    class Marked(Canvas):
        """Draws watermark and foot when all pages are known."""

        def __init__(self, *args: Any, **more: Any):
            super().__init__(*args, **more)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            of = len(self._pages)
            for n, state in enumerate(self._pages, 1):
                self.__dict__.update(state)
                _watermark(self, drawable(mark.watermark))
                _foot(self, mark, n, of)
                super().showPage()
            super().save()

    return Marked


def _watermark(canvas: Any, text: str) -> None:
    canvas.saveState()
    canvas.setFillColor("#24313c", alpha=0.09)
    canvas.setFont(FONT, 15)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(32)
    step = max(canvas.stringWidth(text, FONT, 15) + 60, 200)
    for row in range(-6, 7):
        for column in range(-3, 4):
            canvas.drawCentredString(column * step + (row % 2) * step / 2, row * 88, text)
    canvas.restoreState()


def _foot(canvas: Any, mark: Mark, n: int, of: int) -> None:
    canvas.saveState()
    canvas.setStrokeColor(_LINE)
    canvas.line(MARGIN, FOOT - 6, WIDTH - MARGIN, FOOT - 6)
    canvas.setFillColor(_MUTED)
    canvas.setFont(FONT, 8)
    page = mark.page.format(n=n, of=of)
    room = INNER - canvas.stringWidth(page, FONT, 8) - 12
    for position, line in enumerate(mark.foot[:3]):
        canvas.drawString(MARGIN, FOOT - 17 - position * 11, _fitting(canvas, drawable(line), room))
    canvas.drawRightString(WIDTH - MARGIN, FOOT - 17, page)
    canvas.restoreState()


def _fitting(canvas: Any, text: str, room: float) -> str:
    if canvas.stringWidth(text, FONT, 8) <= room:
        return text
    while text and canvas.stringWidth(text + "…", FONT, 8) > room:
        text = text[:-1]
    return text + "…"
