"""`chengyun insight hot FILE`: what a person at the prompt notices."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from chengyun.insight.cli import insight

from .. import reading
from .messages import many

HEADER = ["编号", "标题", "内容", "时间", "点赞数", "反对数"]


def written(path: Path, header: list[str] = HEADER, more: tuple[list[str], ...] = ()) -> Path:
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(header)
    for one in many():
        rows.writerow([one.id, one.title, one.text, f"{one.time:%Y/%m/%d %H:%M}", one.supporters, 0])
    rows.writerows(more)
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def run(*args: object):
    return CliRunner().invoke(insight, ["hot", *map(str, args)])


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_it_prints_issues_as_json(tmp_path: Path, name: str):
    done = run(written(tmp_path / name), "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    first = told["issues"][0]
    assert first["rank"] == 1
    assert len(first["members"]) == 6
    assert first["place"] == "青云苑"
    assert first["from"] == "2025-03-01 08:00:00"
    assert first["to"] == "2025-03-06 08:00:00"
    assert told["seconds"] >= 0
    assert told["messages"] == 22


def test_without_json_it_is_a_table_to_read(tmp_path: Path):
    done = run(written(tmp_path / "a.csv"), "--most", 1)
    assert "22 条" in done.stdout
    assert "6 件" in done.stdout
    assert "青云苑" in done.stdout


def test_days_can_be_chosen(tmp_path: Path):
    told = json.loads(run(written(tmp_path / "a.csv"), "--json", "--from", "2025-03-04", "--to", "2025-03-06").stdout)
    assert max(len(issue["members"]) for issue in told["issues"]) == 3


def test_bad_rows_are_named_and_the_rest_counts(tmp_path: Path):
    bad = (
        ["", "没有编号的一条", "内容", "2025-03-01", "", ""],
        ["x1", "", "", "2025-03-01", "0", "0"],
        ["x2", "时间写错的一条", "内容", "三月一日", "很多", "0"],
        ["p0", "编号重复", "内容", "2025-03-01", "0", "0"],
        ["x3"],
    )
    done = run(written(tmp_path / "a.csv", more=bad), "--json")
    told = json.loads(done.stdout)
    assert told["messages"] == 24
    assert told["skipped"] == 3
    for said in (
        "第 24 行：没有编号",
        "第 25 行：没有标题也没有内容",
        "“三月一日”看不懂",
        "“很多”不是数字",
        "编号 p0 与第 2 行重复",
    ):
        assert said in done.stderr


def test_a_missing_column_is_named_with_what_the_file_has(tmp_path: Path):
    done = run(written(tmp_path / "a.csv", ["编号", "什么", "内容", "哪天", "赞", "踩"]))
    assert done.exit_code == 1
    assert "缺少列：标题 title、时间 time" in done.stderr
    assert "什么" in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "文件是空的"), (b"\x1f\x8bbroken", "文件打不开"), (b"\xff\xfe\x00\x81\x20", "编码")],
)
def test_files_that_are_no_table_are_refused_in_words(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    done = run(path)
    assert done.exit_code == 1
    assert said in done.stderr


def test_an_older_program_may_have_written_the_file(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes("编号,标题,内容,时间\n1,路灯不亮,三盏,2025年3月1日\n".encode("gb18030"))
    assert reading.read_file(path).matters[0].title == "路灯不亮"


@pytest.mark.parametrize(
    "text", ["2025-03-01T08:00:00+08:00", "2025-03-01 08:00", "2025/3/1 8:00:00", "2025年3月1日 08:00"]
)
def test_usual_ways_of_writing_a_time_are_read(text: str):
    moment = reading.parse_time(text)
    assert moment is not None
    assert (moment.month, moment.day, moment.hour) == (3, 1, 8)
