"""The whole list as a CSV or XLSX file: who is missing in it has left."""

from __future__ import annotations

from typing import Any

from chengyun.kernel import tabular
from chengyun.kernel.problems import Problem

from . import records

MOST = 50_000
MAX_BYTES = 20 * 1024 * 1024


def read(file: Any, name: str) -> list[records.Staff]:
    """Problem 413 or 422 when the file cannot be such a list."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > MAX_BYTES:
        raise Problem(413, "too_large", "文件太大", f"一次最多 {MAX_BYTES // 1024 // 1024} MB，请分成几个文件。")
    try:
        header, rows = tabular.read_rows(file, name)
        names = records.headings(header)
        people: list[records.Staff] = []
        for number, cells in rows:
            if len(people) >= MOST:
                raise Problem(422, "too_many_rows", "文件太大", f"一次最多 {MOST} 人。")
            people.append(records.read(number, {names[h]: cell for h, cell in cells.items() if h in names}))
    except ValueError as error:
        words = str(error)
        raise Problem(422, "bad_file", "文件无法读取", words, errors=[{"field": "file", "message": words}]) from error
    return people
