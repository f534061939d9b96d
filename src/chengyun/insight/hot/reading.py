"""Messages from a CSV file, whatever its columns are called; rows that cannot be read are reported, not lost."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .matter import Matter

COLUMNS = {
    "id": ("id", "message_id", "case_id", "number", "编号", "留言编号", "工单编号", "工单号", "案件编号",
           "诉求编号", "序号"),
    "title": ("title", "subject", "topic", "标题", "留言主题", "主题", "诉求标题", "工单标题", "事件标题"),
    "text": ("text", "detail", "content", "body", "description", "内容", "留言详情",
             "详情", "诉求内容", "工单内容", "正文", "问题描述", "描述"),
    "time": ("time", "created_at", "created", "date", "datetime", "received_at", "时间", "留言时间",
             "受理时间", "来电时间", "创建时间", "登记时间", "诉求时间", "日期"),
    "likes": ("likes", "like", "agree", "supporters", "点赞数", "点赞", "赞成数", "支持数"),
    "dislikes": ("dislikes", "dislike", "against", "opponents", "反对数", "反对", "点踩数"),
    "caller": ("user_id", "user", "caller", "author", "留言用户", "用户", "来电人", "诉求人"),
}  # fmt: skip
SAID = {"id": "编号 id", "title": "标题 title", "text": "内容 text", "time": "时间 time"}
FORMATS = (
    "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M", "%Y-%m-%d", "%Y/%m/%d",
    "%Y年%m月%d日 %H:%M:%S", "%Y年%m月%d日 %H:%M", "%Y年%m月%d日", "%Y%m%d%H%M%S", "%Y%m%d",
)  # fmt: skip
LONGEST_CELL = 1_000_000


class NotReadable(Exception):
    """The file as a whole: what is missing and what was found."""


@dataclass(slots=True)
class Read:
    """Matters of a file and what was wrong with rows, by line."""

    matters: list[Matter] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    skipped: int = 0


def read_file(path: Path) -> Read:
    """Read a .csv or .csv.gz in UTF-8 or GB 18030."""
    try:
        raw = path.read_bytes()
        if raw[:2] == b"\x1f\x8b":
            raw = gzip.decompress(raw)
    except (OSError, EOFError) as fault:
        raise NotReadable(f"文件打不开：{path}（{fault}）") from fault
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = raw.decode("gb18030")
        except UnicodeDecodeError as fault:
            raise NotReadable(f"{path} 既不是 UTF-8 也不是 GB18030 编码的文本。") from fault
    return read(io.StringIO(text, newline=""))


def read(lines: Iterable[str]) -> Read:
    """Rows to matters. Without a usable time or id a row still counts, and is reported."""
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(lines)
    header = next(rows, None)
    if not header:
        raise NotReadable("文件是空的：第一行要有列名。")
    at = columns(header)
    out = Read()
    seen: dict[str, int] = {}
    for line, row in _rows(rows, out):
        if not any(cell.strip() for cell in row):
            continue
        matter = _matter(row, at, line, out)
        if matter is None:
            out.skipped += 1
            continue
        if matter.id in seen:
            out.problems.append((line, f"编号 {matter.id} 与第 {seen[matter.id]} 行重复，没有计入。"))
            out.skipped += 1
            continue
        seen[matter.id] = line
        out.matters.append(matter)
    return out


def columns(header: list[str]) -> dict[str, int]:
    """Which column holds what; says what is missing."""
    names = [name.strip().lower() for name in header]
    at = {}
    for key, known in COLUMNS.items():
        for name in known:
            if name in names:
                at[key] = names.index(name)
                break
    missing = [SAID[key] for key in ("id", "title", "text", "time") if key not in at]
    if missing:
        raise NotReadable(
            f"缺少列：{'、'.join(missing)}。文件里有：{'、'.join(name.strip() or '（空）' for name in header)}。"
            "请把列名改成 id、title、text、time（likes、dislikes 可选）。"
        )
    return at


def _rows(rows: Iterator[list[str]], out: Read) -> Iterator[tuple[int, list[str]]]:
    line = 1
    while True:
        line += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            out.problems.append((line, f"这一行读不出来：{fault}"))
            out.skipped += 1
            continue
        yield line, row


def _matter(row: list[str], at: dict[str, int], line: int, out: Read) -> Matter | None:
    def cell(key: str) -> str:
        return row[at[key]].replace("\0", "").strip() if key in at and at[key] < len(row) else ""

    title, text = cell("title"), cell("text")
    if not title and not text:
        out.problems.append((line, "没有标题也没有内容，没有计入。"))
        return None
    key = cell("id")
    if not key:
        key = f"line-{line}"
        out.problems.append((line, f"没有编号，记作 {key}。"))
    moment = parse_time(cell("time"))
    if moment is None:
        out.problems.append((line, f"时间“{cell('time')[:30]}”看不懂，照样计入，但不算时间。"))
    counts = []
    for name in ("likes", "dislikes"):
        given = cell(name)
        try:
            counts.append(max(0, min(int(float(given)), 10**9)) if given else 0)
        except (ValueError, OverflowError):
            counts.append(0)
            out.problems.append((line, f"{name} “{given[:30]}”不是数字，记作 0。"))
    return Matter(key, title, text, moment, counts[0], counts[1], caller=cell("caller"))


def parse_time(text: str) -> datetime | None:
    """A local time in one of the usual ways of writing; a zone is taken off."""
    text = text.strip().replace("T", " ")
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        pass
    for form in FORMATS:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            continue
    return None
