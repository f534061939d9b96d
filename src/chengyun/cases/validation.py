"""Pydantic's complaints in the words of the desk."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

_WORDS = {
    "missing": "请填写。",
    "extra_forbidden": "不认识这一项。",
    "string_too_short": "内容太短，至少 {min_length} 个字。",
    "string_too_long": "内容太长，最多 {max_length} 个字。",
    "string_pattern_mismatch": "含有不能使用的字符。",
    "string_type": "要填写文字。",
    "int_parsing": "要填写整数。",
    "int_type": "要填写整数。",
    "int_from_float": "要填写整数。",
    "float_parsing": "要填写数字。",
    "float_type": "要填写数字。",
    "decimal_parsing": "要填写数字。",
    "decimal_type": "要填写数字。",
    "finite_number": "要填写普通的数字。",
    "bool_parsing": "要选择是或否。",
    "bool_type": "要选择是或否。",
    "list_type": "要填写一个列表。",
    "dict_type": "要填写一个对象。",
    "too_short": "至少选择 {min_length} 项。",
    "too_long": "最多 {max_length} 项。",
    "greater_than_equal": "不能小于 {ge}。",
    "less_than_equal": "不能大于 {le}。",
    "greater_than": "要大于 {gt}。",
    "less_than": "要小于 {lt}。",
    "datetime_parsing": "时间要写成 2026-11-21T14:05:00+08:00 这样。",
    "datetime_from_date_parsing": "时间要写成 2026-11-21T14:05:00+08:00 这样。",
    "timezone_aware": "时间要带时区，如 2026-11-21T14:05:00+08:00。",
    "literal_error": "只能是 {expected}。",
    "uuid_parsing": "编号格式不对。",
    "json_invalid": "不是有效的 JSON。",
    "model_type": "要填写一个对象。",
    "model_attributes_type": "要填写一个对象。",
}


def field_errors(error: ValidationError, skip: int = 0) -> list[dict[str, str]]:
    """[{field, message}] for each complaint; the first `skip` parts of each location are left out."""
    found = []
    for row in error.errors(include_url=False, include_input=False):
        found.append({"field": ".".join(str(part) for part in row["loc"][skip:]), "message": message(row)})
    return found


def message(row: Any) -> str:
    template = _WORDS.get(row["type"])
    if template is None:
        return str(row.get("msg", "内容有误。"))
    try:
        values = dict(row.get("ctx") or {})
        if row["type"] == "literal_error":
            values["expected"] = str(values["expected"]).replace(" or ", "、").replace(", ", "、").replace("'", "")
        return template.format(**values)
    except KeyError:
        return template
