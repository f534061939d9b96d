"""Files that the platform hands out have names that every system can keep, and are not guessed at."""

from __future__ import annotations

import pytest

from chengyun.kernel.downloads import LONGEST, disposition, download, file_name


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("2026年6月 月分析.pdf", "2026年6月 月分析.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("甲\r\nSet-Cookie: a=b.pdf", "甲Set-Cookie_ a=b.pdf"),
        ("附件\u202egpj.exe", "附件gpj.exe"),
        ("通报：“三率”?.docx", "通报：“三率”_.docx"),
        (" . ", "文件"),
        (".csv", "csv"),
        ("", "文件"),
        ("说明。2026.5", "说明。2026.5"),
    ],
)
def test_a_name_that_any_system_keeps(asked, given):
    assert file_name(asked) == given


def test_a_long_name_keeps_its_ending():
    name = file_name("长" * 400 + ".xlsx")
    assert name.endswith(".xlsx")
    assert len(name) <= LONGEST + 1


def test_a_file_is_saved_not_opened_nor_guessed_at():
    answer = download("通报/6月.pdf", b"%PDF", "application/pdf")
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''%E9%80%9A%E6%8A%A5_6%E6%9C%88.pdf"
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert disposition("照片.jpg", inline=True).startswith("inline; filename*=")


def test_what_is_written_bit_by_bit_is_sent_so():
    answer = download("清单.csv", iter([b"a", b"b"]), "text/csv")
    assert answer.streaming
    assert b"".join(answer) == b"ab"
