"""Tables from outside and to the outside: CSV and XLSX as streams of text cells. No Django.

Reading: CSV (UTF-8, GB18030, UTF-16 with mark; comma, semicolon, tab or bar), CSV inside .gz, XLSX. Limits
keep a file that unpacks to far more than it is from filling the memory. Every cell is text: what looks like a
phone or ID number comes out as its digits, dates as ISO.
Writing: every cell is text too, so that a spreadsheet never turns a phone number into 1.38E+10, and a cell
that a spreadsheet would take for a formula gets an apostrophe in front.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

MAX_COLUMNS = 500
MAX_CELL = 100_000
MAX_UNPACKED = 2 * 1024**3
MAX_SHEET_UNPACKED = 1024**3
MAX_SHARED_STRINGS = 256 * 1024**2
MAX_RATIO = 200
SHEET_ROWS = 1_048_576
SURPLUS = ""
"""Name under which a row carries cells beyond the last column of the header (their text, one blank
between)."""

_SAMPLE = 64 * 1024
_DELIMITERS = ",;\t|"
_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff\u200b-\u200f]*[=+\-@＝＋－＠﹣﹢﹦﹫]|[\t\r\n\0]")
_HARMLESS_NUMBER = re.compile(r"-?\d+([.,]\d+)?%?")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class TableError(ValueError):
    """The file cannot be read as a table; the message (Chinese) is meant for the person who sent it."""


@dataclass(frozen=True)
class Table:
    """header: column names as written, blanks trimmed, empty and doubled ones numbered. rows: (line, {column:
    text}).

    line is the row of the spreadsheet, or the physical line where a CSV record ends. rows can be read once;
    reading on may raise TableError where the file is broken. Rows that are empty are left out.
    """

    header: list[str]
    rows: Iterator[tuple[int, dict[str, str]]]
    encoding: str = ""
    delimiter: str = ""


def read_rows(file: IO[bytes], filename: str) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """(header, rows) of a table; see Table."""
    table = read_table(file, filename)
    return table.header, table.rows


def read_table(file: IO[bytes], filename: str) -> Table:
    """Open a seekable binary file as a table. What it is follows from its content; TableError when it is
    none."""
    head = file.read(8)
    file.seek(0)
    if head.startswith(b"PK\x03\x04"):
        return _read_xlsx(file)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise TableError("这是旧版 Excel（.xls）文件，请另存为 .xlsx 或 CSV 后再上传")
    if head.startswith(b"\x1f\x8b"):
        unpacked = gzip.GzipFile(fileobj=file)
        return _read_csv(_Limited(unpacked, MAX_UNPACKED))
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf")):
        raise TableError(f"“{filename}”不是表格文件，请上传 CSV 或 XLSX")
    return _read_csv(file)


# --- CSV -------------------------------------------------------------------------------------------------------------
class _Limited(io.RawIOBase):
    """A binary stream that refuses to give more than `limit` bytes."""

    def __init__(self, source: IO[bytes] | gzip.GzipFile, limit: int):
        self.source = source
        self.left = limit

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self.source.read(len(buffer))
        except (OSError, EOFError) as error:
            raise TableError("压缩文件已损坏") from error
        self.left -= len(data)
        if self.left < 0:
            raise TableError("文件解压后过大")
        buffer[: len(data)] = data
        return len(data)


def _read_csv(file: IO[bytes] | _Limited) -> Table:
    stream = io.BufferedReader(file if isinstance(file, _Limited) else _Limited(file, MAX_UNPACKED), 1024 * 1024)
    sample = _peek(stream)
    encoding = _encoding(sample)
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    delimiter = _delimiter(_whole_lines(sample, encoding))
    reader = csv.reader(text, delimiter=delimiter, strict=False)
    csv.field_size_limit(MAX_CELL)
    rows = _checked(((reader.line_num, row) for row in reader), encoding)
    first = next((row for _, row in rows if any(cell.strip() for cell in row)), None)
    if first is None:
        raise TableError("文件里没有内容")
    header = _header(first)
    return Table(header, _records(header, rows), encoding, delimiter)


def _peek(stream: io.BufferedReader[Any]) -> bytes:
    sample = stream.peek(_SAMPLE)[:_SAMPLE]
    if not sample:
        raise TableError("文件是空的")
    if b"\0" in sample and not sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise TableError("这不是文本文件，请上传 CSV 或 XLSX")
    return sample


def _encoding(sample: bytes) -> str:
    """UTF-8 when the sample is valid UTF-8 (a character cut at its end does not count), else GB18030."""
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(sample) < _SAMPLE or error.start < len(sample) - 3:
            return "gb18030"
    return "utf-8"


def _whole_lines(sample: bytes, encoding: str) -> list[str]:
    lines = sample.decode(encoding, errors="ignore").splitlines()
    return (lines[:-1] if len(lines) > 1 else lines)[:20]


def _delimiter(lines: list[str]) -> str:
    """The separator that cuts the first lines into the same number (> 1) of cells most often; comma
    otherwise."""
    best, score = ",", 0.0
    for candidate in _DELIMITERS:
        counts = [len(row) for row in csv.reader(lines, delimiter=candidate) if row]
        if counts and counts[0] > 1:
            same = sum(count == counts[0] for count in counts) / len(counts) + counts[0] / 1000
            if same > score:
                best, score = candidate, same
    return best


def _checked(rows: Iterator[tuple[int, list[str]]], encoding: str) -> Iterator[tuple[int, list[str]]]:
    line = 0
    while True:
        try:
            line, row = next(rows)
        except StopIteration:
            return
        except UnicodeDecodeError as error:
            raise TableError(f"第 {line + 1} 行附近的文字无法按 {encoding} 解读，请另存为 UTF-8 的 CSV") from error
        except csv.Error as error:
            raise TableError(f"第 {line + 1} 行附近格式有误：{error}") from error
        yield line, row


# --- XLSX ------------------------------------------------------------------------------------------------------------
def check_zip(file: IO[bytes], limit: int = MAX_SHEET_UNPACKED) -> list[str]:
    """Names in a zip file; TableError when it is broken or would unpack to more than it may."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise TableError("文件已损坏，无法打开") from error
    finally:
        file.seek(0)
    if len(entries) > 10_000 or sum(entry.file_size for entry in entries) > limit:
        raise TableError("文件解压后过大")
    for entry in entries:
        if entry.filename.endswith("sharedStrings.xml") and entry.file_size > MAX_SHARED_STRINGS:
            raise TableError("工作簿里的文字过多，请分成几个文件，或另存为 CSV")
        if entry.file_size > 10 * 1024**2 and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise TableError("文件压缩比异常，拒绝读取")
    return [entry.filename for entry in entries]


def _read_xlsx(file: IO[bytes]) -> Table:
    names = check_zip(file)
    if "xl/workbook.xml" not in names:
        raise TableError("这不是 Excel 工作簿（.xlsx），请上传 CSV 或 XLSX")
    from openpyxl import load_workbook

    try:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        sheet = next((s for s in book.worksheets if s.sheet_state == "visible"), None)
    except Exception as error:  # openpyxl lets many kinds through for a malformed workbook
        raise TableError("Excel 文件已损坏，无法打开") from error
    if sheet is None:
        raise TableError("工作簿里没有可见的工作表")
    sheet.reset_dimensions()
    rows = _sheet_rows(sheet)
    first = next((row for _, row in rows if any(cell.strip() for cell in row)), None)
    if first is None:
        raise TableError("文件里没有内容")
    header = _header(first)
    return Table(header, _records(header, rows))


def _sheet_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    number = 0
    try:
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS + 1), 1):
            yield number, [_cell_text(value) for value in row]
    except TableError:
        raise
    except Exception as error:
        raise TableError(f"Excel 文件在第 {number + 1} 行附近已损坏") from error


def _cell_text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        plain = value.isoformat(sep=" ", timespec="seconds")
        return plain.removesuffix(" 00:00:00")
    if isinstance(value, date | time):
        return value.isoformat()
    text = str(value)
    if len(text) > MAX_CELL:
        raise TableError("有单元格内容过长")
    return text


# --- common ----------------------------------------------------------------------------------------------------------
def _header(cells: Sequence[str]) -> list[str]:
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > MAX_COLUMNS:
        raise TableError(f"列数超过 {MAX_COLUMNS}")
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = re.sub(r"\s+", " ", cell).strip() or f"第{number}列"
        names.append(f"{name} ({number})" if name in names else name)
    return names


def _records(header: list[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, dict[str, str]]]:
    width = len(header)
    for number, row in rows:
        if not any(cell and not cell.isspace() for cell in row):
            continue
        record = dict(zip(header, [*row, *[""] * (width - len(row))], strict=False))
        if "'" in "".join(cell[:1] for cell in row):
            record = {name: _plain(cell) for name, cell in record.items()}
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            record[SURPLUS] = " ".join(row[width:]).strip()
        yield number, record


def _plain(cell: str) -> str:
    """Undo safe_cell, so that an exported file can be read in again."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell


def safe_cell(value: Any) -> str:
    """The text of a value for a spreadsheet: no formula, no control characters that spreadsheets cannot hold.

    Negative numbers ("-3.5") stay as they are; any other text that begins like a formula (= + - @, also
    full-width, also after blanks or invisible characters) or with a tab or line break gets an apostrophe in
    front.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = _NOT_IN_XML.sub("", str(value))
    if _FORMULA.match(text) and not _HARMLESS_NUMBER.fullmatch(text):
        return "'" + text
    return text


def write_csv(file: IO[bytes], header: Sequence[str], rows: Iterable[Sequence[Any]], *, watermark: str = "") -> int:
    """Write a CSV for spreadsheets (UTF-8 with mark, CRLF); the number of rows. A watermark is its last
    line."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text)
    writer.writerow([safe_cell(name) for name in header])
    count = 0
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
        count += 1
    if watermark:
        writer.writerow([safe_cell(watermark)])
    text.flush()
    text.detach()
    return count


def write_xlsx(
    file: IO[bytes] | Path,
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    sheet: str = "数据",
    watermark: str = "",
    widths: Sequence[int] = (),
) -> int:
    """Write an XLSX whose cells are all text, in constant memory; the number of rows.

    The header stays in view. A watermark becomes the page footer and a sheet of its own. Beyond the limit of
    a sheet the rows go on in a further sheet with the same header.
    """
    import xlsxwriter

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    with xlsxwriter.Workbook(str(file) if isinstance(file, Path) else file, options) as book:
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"num_format": "@", "bold": True, "bg_color": "#EEF2F7"})
        count, page, line = 0, None, 0
        for row in rows:
            if page is None or line >= SHEET_ROWS:
                page, line = _new_sheet(book, sheet, header, bold, text, watermark, widths), 1
            for column, value in enumerate(row):
                page.write_string(line, column, safe_cell(value)[:32_767], text)
            line += 1
            count += 1
        if page is None:
            _new_sheet(book, sheet, header, bold, text, watermark, widths)
        if watermark:
            book.add_worksheet("水印").write_string(0, 0, safe_cell(watermark), text)
    return count


def _new_sheet(
    book: Any, name: str, header: Sequence[str], bold: Any, text: Any, watermark: str, widths: Sequence[int]
) -> Any:
    number = len(book.worksheets()) + 1
    clean = re.sub(r"[\[\]:*?/\\']", " ", name)[:25] or "数据"
    page = book.add_worksheet(clean if number == 1 else f"{clean} ({number})")
    for column in range(len(header)):
        page.set_column(column, column, widths[column] if column < len(widths) else 18, text)
    page.freeze_panes(1, 0)
    if watermark:
        page.set_footer("&C" + watermark.replace("&", "&&")[:200])
    for column, title in enumerate(header):
        page.write_string(0, column, safe_cell(title), bold)
    return page
