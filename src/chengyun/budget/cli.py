"""chengyun budget …"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


@click.group()
def budget() -> None:
    """The department budget: whether its tables, forms and words agree. 部门预算。

    Example: chengyun budget check budget-2026.txt
    """


@budget.command()
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
@click.option("--year", type=click.IntRange(2000, 2100), help="Of a district: which year. Default: the newest.")
def check(source: str, as_json: bool, year: int | None) -> None:
    """Check a published text (FILE) or what this platform holds (DISTRICT), rules R01 to R25. 勾稽检查。

    A file needs no platform and no database. Without --json it ends with 1 when there are errors.

    Example: chengyun budget check budget-2026.txt --json
    """
    import json

    from .reading import read
    from .rules import check as run
    from .telling import as_data

    found = read(_text(Path(source))) if Path(source).is_file() else _held(source, year)
    findings = run(found)
    told = as_data(found, findings)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        _lines(told)
        if any(finding.severity == "E" for finding in findings):
            raise SystemExit(1)


def _text(path: Path) -> str:
    if path.stat().st_size > 20_000_000:
        raise click.ClickException("文件大于 20 MB。")
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise click.ClickException("不是文本文件（UTF-8 或 GB18030）。PDF、Word 请先另存为文本。")


def _held(district: str, year: int | None) -> Any:
    from chengyun.cli.base import set_up_django

    set_up_django()
    from django.db import Error

    from .queries import of_district

    try:
        found = of_district(district, year)
    except Error:
        raise click.ClickException(f"没有文件“{district}”；平台的数据库连不上，也看不到那里的预算。") from None
    if found is None:
        raise click.ClickException(f"没有文件“{district}”，平台里也没有这个区的预算。")
    return found


def _lines(told: dict[str, Any]) -> None:
    words = {"E": "错误", "W": "疑点", "r": "尾差"}
    for finding in told["findings"]:
        click.echo(f"{words[finding['severity']]} {finding['rule']}  {finding['message']}")
        for place in finding["places"][:6]:
            at = f"第 {place['line']} 行" if place["line"] else ""
            click.echo(f"      {place['table']} {place['row']} {place['column']} {at}".rstrip())
    for line in told["unread"]:
        click.echo(f"未读 第 {line['line']} 行 {line['why']}：{line['text']}")
    counts = [sum(1 for one in told["findings"] if one["severity"] == kind) for kind in "EWr"]
    click.echo(f"错误 {counts[0]}，疑点 {counts[1]}，尾差 {counts[2]}，未读 {len(told['unread'])}。")
