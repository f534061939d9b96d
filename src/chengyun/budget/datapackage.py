"""The tables as one CSV with a Table Schema and the types of the Fiscal Data Package."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

from .tables import TITLES, Budget

# name, type, columnType of the fiscal taxonomy (fiscal.datapackage.org), title
_FIELDS: tuple[tuple[str, str, str, str], ...] = (
    ("year", "integer", "date:fiscal-year", "年度"),
    ("unit_name", "string", "administrative-classification:generic:level1:label", "部门"),
    ("table", "string", "", "表"),
    ("table_title", "string", "", "表名"),
    ("row", "integer", "", "行号"),
    ("direction", "string", "direction", "方向"),
    ("function_code", "string", "functional-classification:generic:code", "功能科目编码"),
    ("function_name", "string", "functional-classification:generic:label", "功能科目名称"),
    ("economic_code", "string", "economic-classification:generic:code", "经济科目编码"),
    ("economic_name", "string", "economic-classification:generic:label", "经济科目名称"),
    ("activity_code", "string", "activity:generic:project:code", "项目编码"),
    ("activity_name", "string", "activity:generic:project:label", "项目名称"),
    ("row_name", "string", "", "行名称"),
    ("column", "string", "", "栏目"),
    ("amount", "number", "value", "金额"),
    ("amount_unit", "string", "value-kind:code", "金额单位"),
)


def rows(budget: Budget) -> list[list[Any]]:
    found = []
    for code, table in budget.tables.items():
        for number, row in enumerate(table.rows, start=1):
            function = (row.code, row.name) if code in ("3", "5-1", "8", "9") else ("", "")
            economic = (row.code, row.name) if code == "6" else ("", "")
            project = (row.code, row.name) if code == "10" and len(row.code) > 12 else ("", "")
            for column, figure in row.cells.items():
                income = code == "2" or (code in ("1", "4") and column.startswith("收入"))
                found.append(
                    [budget.year, budget.name, code, TITLES[code], number, "revenue" if income else "expenditure",
                     *function, *economic, *project, row.name, column, f"{figure.value:f}", table.unit]
                )  # fmt: skip
    return found


def descriptor(budget: Budget) -> dict[str, Any]:
    fields = []
    for name, kind, meaning, title in _FIELDS:
        field: dict[str, Any] = {"name": name, "type": kind, "title": title}
        if meaning:
            field["columnType"] = meaning
        fields.append(field)
    return {
        "name": f"department-budget-{budget.year}",
        "profile": "tabular-data-package",
        "title": f"{budget.name} {budget.year} 年部门预算",
        "resources": [
            {
                "name": "budget", "path": "budget.csv", "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8",
                "schema": {
                    "fields": fields, "missingValues": [""], "primaryKey": ["table", "row", "column"],
                },
            }
        ],
    }  # fmt: skip


def package(budget: Budget) -> bytes:
    """A zip with budget.csv and datapackage.json. Amounts as printed, with their unit beside them."""
    out, text = io.BytesIO(), io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _, _, _ in _FIELDS])
    writer.writerows(rows(budget))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("budget.csv", text.getvalue())
        archive.writestr("datapackage.json", json.dumps(descriptor(budget), ensure_ascii=False, indent=1))
    return out.getvalue()
