"""Tables in and out: what people send is read, what they get back cannot hurt their spreadsheet."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chengyun.kernel import tabular
from chengyun.kernel.tabular import TableError, read_rows, read_table, safe_cell, write_csv, write_xlsx

DANGEROUS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "＋1", "－1+1", "＠x", "\u200b=1",
    "\ufeff=1", "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "+8613800000000", '=HYPERLINK("http://x","y")',
]  # fmt: skip
HARMLESS = ["井盖", "-3.5", "-12", "13800000000", "420111199001011234", "2026-11-21", "a=b", "3%", "'quoted", ""]


def read(data: bytes, name: str = "table.csv"):
    header, rows = read_rows(io.BytesIO(data), name)
    return header, list(rows)


def sheet(rows, **more) -> bytes:
    target = io.BytesIO()
    write_xlsx(target, rows[0], rows[1:], **more)
    return target.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_is_read_in_every_usual_encoding_and_separator(encoding, delimiter):
    text = f'编号{delimiter}内容\r\n1{delimiter}井盖破损\r\n\r\n2{delimiter}"两\n行"\r\n'
    header, rows = read(text.encode(encoding))
    assert header == ["编号", "内容"]
    assert rows == [(2, {"编号": "1", "内容": "井盖破损"}), (5, {"编号": "2", "内容": "两\n行"})]


def test_gzip_of_csv_is_read():
    assert read(gzip.compress(b"a,b\n1,2\n"), "t.csv.gz")[1] == [(2, {"a": "1", "b": "2"})]


def test_a_character_cut_at_the_end_of_the_sample_does_not_change_the_encoding():
    text = "编号,内容\n" + "1,井\n" * 30_000
    for shift in range(3):
        table = read_table(io.BytesIO(("x" * shift + text).encode()), "t.csv")
        assert table.encoding == "utf-8"
        assert sum(1 for _ in table.rows) == 30_000


def test_headers_are_made_distinct_and_short_rows_filled_and_long_rows_reported():
    header, rows = read(b" a ,b,a,,\n1\n1,2,3,4,5,6,,7\n")
    assert header == ["a", "b", "a (3)"]
    assert rows[0] == (2, {"a": "1", "b": "", "a (3)": ""})
    assert rows[1][1][tabular.SURPLUS] == "4 5 6  7"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b"\n\n  \n", "没有内容"),
        (b"%PDF-1.7 ...", "不是表格"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Excel"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"a\0b,c\n", "不是文本"),
        (gzip.compress(b"a,b\n1,2\n", mtime=0)[:-9], "损坏"),
        (b'a,b\n"' + b"x" * (tabular.MAX_CELL + 10), "第"),
        (("a,b\n" + "1,2\n" * 20_000).encode() + b"\xff\xff\xff\n", "UTF-8"),
        (b"," * 600 + b"x\n", "列数"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data, words):
    with pytest.raises(TableError, match=words):
        read(data)


def test_a_zip_bomb_is_refused_before_it_unpacks():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(40):
                part.write(b"\0" * 1024**2)
    with pytest.raises(TableError, match="压缩比"):
        read(bomb.getvalue(), "bomb.xlsx")
    packed = gzip.compress(b"a,b\n" + b"1,2\n" * 1000)
    limited = tabular._Limited(gzip.GzipFile(fileobj=io.BytesIO(packed)), 100)
    with pytest.raises(TableError, match="过大"):
        io.BufferedReader(limited).read()


def test_a_zip_that_is_no_workbook_is_refused():
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(TableError, match="xlsx"):
        read(other.getvalue(), "x.xlsx")


def test_a_workbook_of_a_spreadsheet_program_is_read_as_text():
    from openpyxl import Workbook

    book = Workbook()
    page = book.active
    page.append(["电话", "时间", "日期", "数", "对", "公式"])
    page.append([13800000000, datetime(2026, 11, 21, 9, 30), date(2026, 11, 21), 2.5, True, None])
    page.append([None] * 6)
    page.append(["027-1", None, None, 3.0, False, "=1+1"])
    hidden = book.create_sheet("secret", 0)
    hidden.append(["not", "this"])
    hidden.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    header, rows = read(target.getvalue(), "x.xlsx")
    assert header == ["电话", "时间", "日期", "数", "对", "公式"]
    assert list(rows[0][1].values()) == ["13800000000", "2026-11-21 09:30:00", "2026-11-21", "2.5", "是", ""]
    assert rows[1][0] == 4
    assert list(rows[1][1].values())[3:5] == ["3", "否"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_becomes_a_formula(text):
    assert safe_cell(text).startswith("'")
    target = io.BytesIO()
    write_csv(target, ["a", text], [[text, 1]])
    cells = [cell for row in csv.reader(io.StringIO(target.getvalue().decode("utf-8-sig"))) for cell in row]
    assert cells.count(safe_cell(text).replace("\r", "\r")) == 2

    from openpyxl import load_workbook

    page = load_workbook(io.BytesIO(sheet([["a", text], [text, text]]))).worksheets[0]
    assert {cell.data_type for row in page.iter_rows() for cell in row} == {"s"}


@pytest.mark.parametrize("text", HARMLESS)
def test_other_cells_stay_as_they_are(text):
    assert safe_cell(text) == text


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12), min_size=2, max_size=2)))
def test_what_was_written_is_read_again(rows):
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    for data in (sheet([["甲", "乙"], *rows]), _csv(["甲", "乙"], rows)):
        header, found = read(data)
        assert header == ["甲", "乙"]
        assert [list(cells.values()) for _, cells in found] == rows


def _csv(header, rows):
    target = io.BytesIO()
    write_csv(target, header, rows)
    return target.getvalue()


def test_values_are_written_as_text():
    rows = [[None, True, Decimal("1.50"), datetime(2026, 1, 2, 3, 4, 5), date(2026, 1, 2), -7, "\x00\x0bx\ud800"]]
    assert read(_csv(list("abcdefg"), rows))[1][0][1] == {
        "a": "", "b": "是", "c": "1.50", "d": "2026-01-02 03:04:05", "e": "2026-01-02", "f": "-7", "g": "x",
    }  # fmt: skip


def test_the_watermark_is_on_the_page_and_in_the_file():
    from openpyxl import load_workbook

    mark = "=张三 2026-11-21 A&B"
    book = load_workbook(io.BytesIO(sheet([["a"], ["1"]], watermark=mark)))
    assert "A&&B" in book.worksheets[0].oddFooter.center.text
    assert book["水印"]["A1"].value == "'" + mark
    target = io.BytesIO()
    assert write_csv(target, ["a"], [["1"]], watermark=mark) == 1
    assert target.getvalue().decode("utf-8-sig").splitlines()[-1] == "'" + mark


def test_rows_beyond_one_sheet_go_on_in_the_next(monkeypatch):
    from openpyxl import load_workbook

    monkeypatch.setattr(tabular, "SHEET_ROWS", 4)
    book = load_workbook(io.BytesIO(sheet([["a"], *[[str(n)] for n in range(7)]], sheet="案件/[1]")))
    assert [page.max_row for page in book.worksheets] == [4, 4, 2]
    assert {page["A1"].value for page in book.worksheets} == {"a"}
    assert book.worksheets[2]["A2"].value == "6"


def test_an_empty_export_still_has_its_header():
    assert read(sheet([["a", "b"]])) == (["a", "b"], [])
    assert read(_csv(["a", "b"], [])) == (["a", "b"], [])
