"""The files of an export, made piece by piece: CSV flows at once, XLSX grows on the disk. Every cell is harmless text.

Who took it, when and why stands in the first row of both, and in XLSX also on every printed page and in the properties.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Protocol

from chengyun.kernel.tabular import safe_cell

XLSX_ROWS = 100_000
CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PIECE = 256 * 1024


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
    def close(self) -> None: ...


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

    def close(self) -> None:
        pass

    @staticmethod
    def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
        out = io.StringIO(newline="")
        csv.writer(out).writerows([safe_cell(value) for value in row] for row in rows)
        return out.getvalue().encode()


class XlsxWriter:
    suffix, media_type = "xlsx", XLSX_TYPE

    def __init__(self, header: Sequence[tuple[str, int]], mark: Watermark):
        import xlsxwriter

        self.header, self.mark, self.line = header, mark, 2
        self.file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                   "strings_to_numbers": False}  # fmt: skip
        self.book = xlsxwriter.Workbook(self.file, options)
        self.text = self.book.add_format({"num_format": "@"})
        self.open = True

    def begin(self) -> bytes:
        mark, book = self.mark, self.book
        book.set_properties({
            "title": "案件清单", "author": mark.who, "company": mark.district, "subject": mark.words[:255],
            "keywords": mark.reason, "comments": mark.line,
        })  # fmt: skip
        self.page = book.add_worksheet("案件清单")
        grey = book.add_format({"num_format": "@", "font_color": "#5A6472", "italic": True})
        bold = book.add_format({"num_format": "@", "bold": True, "bg_color": "#EEF2F7", "bottom": 1})
        for column, (_, width) in enumerate(self.header):
            self.page.set_column(column, column, width, self.text)
        self.page.freeze_panes(2, 0)
        self.page.set_landscape()
        self.page.set_paper(9)
        self.page.repeat_rows(1)
        told = mark.line.replace("&", "&&")
        self.page.set_header("&C" + told[:250])
        self.page.set_footer("&L" + told[:220] + "&R&P / &N")
        self.page.write_string(0, 0, safe_cell(f"{mark.line}　范围：{mark.words}")[:32_767], grey)
        for column, (name, _) in enumerate(self.header):
            self.page.write_string(1, column, safe_cell(name), bold)
        return b""

    def add(self, rows: Iterable[Sequence[Any]]) -> bytes:
        for row in rows:
            for column, value in enumerate(row):
                self.page.write_string(self.line, column, safe_cell(value)[:32_767], self.text)
            self.line += 1
        return b""

    def end(self) -> Iterator[bytes]:
        self.open = False
        self.book.close()
        self.file.seek(0)
        while piece := self.file.read(_PIECE):
            yield piece

    def close(self) -> None:
        if self.open:  # broken off: let go of the sheet's own temporary file
            self.open = False
            self.book.close()
        self.file.close()


WRITERS: dict[str, type[CsvWriter] | type[XlsxWriter]] = {"csv": CsvWriter, "xlsx": XlsxWriter}
