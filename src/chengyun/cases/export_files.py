"""The files of an export, made and sent piece by piece. Every cell is harmless text.

Who took it, when and why stands in the first row of both, and in XLSX also on every printed page and in the properties.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Protocol, cast
from xml.sax.saxutils import escape

from chengyun.kernel.tabular import safe_cell

XLSX_ROWS = 100_000
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST = 32_767
"""Characters that a spreadsheet takes in a cell."""
_SHEET = "xl/worksheets/sheet1.xml"
_DIMENSION = re.compile(r"<dimension [^>]*/>")
_STYLE = re.compile(r'<col [^>]*style="(\d+)"')
_CODED = re.compile(r"(_x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Watermark:
    """Who, when and why, and the filter in words."""

    who: str
    at: datetime
    reason: str
    words: str
    district: str

    @property
    def line(self) -> str:
        return f"导出人：{self.who}　导出时间：{self.at:%Y-%m-%d %H:%M:%S}　用途：{self.reason}　内部资料，请勿外传"


class Writer(Protocol):
    suffix: str
    media_type: str

    def begin(self) -> bytes: ...
    def add(self, rows: Iterable[Sequence[Any]]) -> bytes: ...
    def end(self) -> Iterator[bytes]: ...


class CsvWriter:
    suffix, media_type = "csv", CSV_TYPE

    def __init__(self, header: Sequence[tuple[str, int]], mark: Watermark):
        self.header, self.mark = header, mark

    def begin(self) -> bytes:
        first = [f"# {self.mark.line}　范围：{self.mark.words}"]
        return b"\xef\xbb\xbf" + self._lines([first, [name for name, _ in self.header]])

    def add(self, rows: Iterable[Sequence[Any]]) -> bytes:
        return self._lines(rows)

    def end(self) -> Iterator[bytes]:
        return iter(())

    @staticmethod
    def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([safe_cell(value) for value in row] for row in rows)
        return out.getvalue().encode()


class XlsxWriter:
    """xlsxwriter makes the book without its cases; the rows are put into its sheet as they come, and the zip file flows
    on at once. Through xlsxwriter itself each cell costs ten times as much, and nothing leaves before the end."""

    suffix, media_type = "xlsx", XLSX_TYPE

    def __init__(self, header: Sequence[tuple[str, int]], mark: Watermark):
        self.header, self.mark, self.line, self.pipe = header, mark, 2, _Pipe()
        self.letters = [_letters(column) for column in range(len(header))]

    def begin(self) -> bytes:
        empty = zipfile.ZipFile(self._book())
        self.zip = zipfile.ZipFile(cast(IO[bytes], self.pipe), "w", zipfile.ZIP_DEFLATED)
        for name in empty.namelist():
            if name != _SHEET:
                self.zip.writestr(name, empty.read(name))
        sheet = _DIMENSION.sub("", empty.read(_SHEET).decode())
        styled = _STYLE.search(sheet)
        self.start = f'" s="{styled[1] if styled else 0}" t="inlineStr"><is><t xml:space="preserve">'
        before, end, after = sheet.partition("</sheetData>")
        self.rest = end + after
        self.sheet = self.zip.open(_SHEET, "w")
        self.sheet.write(before.encode())
        return self.pipe.take()

    def _book(self) -> io.BytesIO:
        import xlsxwriter

        mark, header, made = self.mark, self.header, io.BytesIO()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with xlsxwriter.Workbook(made, options) as book:
            book.set_properties({
                "title": "案件清单", "author": mark.who, "company": mark.district, "subject": mark.words[:255],
                "keywords": mark.reason, "comments": mark.line,
            })  # fmt: skip
            page = book.add_worksheet("案件清单")
            text = book.add_format({"num_format": "@"})
            grey = book.add_format({"num_format": "@", "font_color": "#5A6472", "italic": True})
            bold = book.add_format({"num_format": "@", "bold": True, "bg_color": "#EEF2F7", "bottom": 1})
            for column, (_, width) in enumerate(header):
                page.set_column(column, column, width, text)
            page.freeze_panes(2, 0)
            page.set_landscape()
            page.set_paper(9)
            page.repeat_rows(1)
            told = mark.line.replace("&", "&&")
            page.set_header("&C" + told[:250])
            page.set_footer("&L" + told[:220] + "&R&P / &N")
            page.write_string(0, 0, safe_cell(f"{mark.line}　范围：{mark.words}")[:LONGEST], grey)
            for column, (name, _) in enumerate(header):
                page.write_string(1, column, safe_cell(name), bold)
        made.seek(0)
        return made

    def add(self, rows: Iterable[Sequence[Any]]) -> bytes:
        lines = []
        for row in rows:
            self.line += 1
            cells = "".join(
                f'<c r="{letter}{self.line}{self.start}{_xml(value)}</t></is></c>'
                for letter, value in zip(self.letters, row, strict=True)
            )
            lines.append(f'<row r="{self.line}">{cells}</row>')
        self.sheet.write("".join(lines).encode())
        return self.pipe.take()

    def end(self) -> Iterator[bytes]:
        self.sheet.write(self.rest.encode())
        self.sheet.close()
        self.zip.close()
        yield self.pipe.take()


class _Pipe:
    """What a zip file is written into, to be taken out again at once."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self.pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        pass

    def take(self) -> bytes:
        taken = b"".join(self.pieces)
        self.pieces.clear()
        return taken


def _xml(value: Any) -> str:
    text = safe_cell(value)[:LONGEST]
    return escape(_CODED.sub(r"_x005F\1", text) if "_x" in text else text)


def _letters(column: int) -> str:
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)


WRITERS: dict[str, type[CsvWriter] | type[XlsxWriter]] = {"csv": CsvWriter, "xlsx": XlsxWriter}
