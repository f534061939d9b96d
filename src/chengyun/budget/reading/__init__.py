"""A published text becomes tables, forms and claims; what could not be read is told with its line."""

from __future__ import annotations

import re

from ..tables import Budget, Table, Unread
from . import forms, grids, narrative, overall, text

__all__ = ["read"]


def read(content: str) -> Budget:
    """Any layout of the published set. Never fails: what was not understood is in `unread`."""
    lines = text.lines_of(content)
    found = Budget()
    cut = text.parts(lines)
    tables = text.sections(cut.get("表") or lines)
    _year_and_name(lines, cut, found)
    number = 0
    for section in tables:
        if section.kind == "整体绩效":
            found.overall = overall.read_overall(section, found.unread)
            continue
        if section.kind == "项目绩效":
            for chunk in text.forms(section):
                number += 1
                found.forms += forms.read_form(chunk, f"项目绩效-{number}", found.unread)
            continue
        table = grids.read_table(section, found.unread)
        known = found.tables.get(section.kind)
        if known is None or not known.rows:
            found.tables[section.kind] = table
        if not table.rows and not _said_none(section):
            found.unread.append(
                Unread(section.line, section.kind, section.title[:60], "没有读到表中的数字，可能是图片")
            )
    grids.fit(found.tables)
    grids.plain_projects(found.tables.get("10", Table("10")), found.name)
    narrative.read_overview(cut.get("概况", []), found)
    narrative.read_narrative(cut.get("说明", []), found)
    narrative.read_terms(cut.get("名词", []), found)
    if not found.tables and found.overall is None and not found.claims:
        found.unread.append(Unread(1, "", "", "没有认出部门预算：没有“第二部分”“表 1.”等标题"))
    return found


def _said_none(section: text.Section) -> bool:
    return any(re.search(r"无|没有", line.bare) for line in section.lines[1:])


def _year_and_name(lines: list[text.Line], cut: dict[str, list[text.Line]], found: Budget) -> None:
    years: dict[int, int] = {}
    for line in lines:
        for year in re.findall(r"(20\d\d)年(?:度)?(?:部门)?(?:预算|收支|支出|一般公共|政府)", line.bare):
            years[int(year)] = years.get(int(year), 0) + 1
    heads = ["".join(line.bare for line in cut.get(part, [])[:2]) for part in ("表", "说明")]
    told = [int(year) for head in heads for year in re.findall(r"(20\d\d)年", head)]
    found.year = told[0] if told else max(years, key=lambda year: years[year], default=0)
    for head in heads:
        name = re.match(r"^第.部分([^\d年]{4,60}?)20\d\d年", head)
        if name:
            found.name = name.group(1)
            return
    for line in lines[:400]:
        told_name = re.match(r"^(?:部门|单位名称|部门名称)[:：]?(\S{4,40}中心)$", line.bare)
        if told_name:
            found.name = told_name.group(1)
            return
