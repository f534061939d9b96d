"""How the columns of a file become the fields of a request. Pure: no Django.

A mapping is JSON: {field: source}. A source has one of

    {"column": "工单编号"}              the cell of a column
    {"template": "{标题}。{内容}"}       cells joined by fixed words
    {"constant": "complaint"}          the same for every row

and may have "values" ({"投诉类": "complaint"}, translation of cells), "default" (for empty cells, and for cells that
"values" does not know), "formats" (strptime patterns of times, tried in order; without them the usual spellings are
understood). Fields are those of FIELDS, and facts.<name> for anything that rules or people may want to see later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ..rules import clean

CHINA = ZoneInfo("Asia/Shanghai")
FIELDS: dict[str, str] = {
    "external_id": "来源编号", "kind": "诉求类型", "title": "标题", "text": "诉求内容", "category": "类别",
    "urgency": "紧急程度", "flags": "标记", "name": "诉求人姓名", "phone": "联系电话", "id_number": "证件号码",
    "requester_address": "诉求人地址", "anonymous": "是否匿名", "address": "事发地点", "area": "所属区域",
    "lng": "经度", "lat": "纬度", "occurred_at": "发生时间", "received_at": "受理时间",
    "asked_due": "来源要求办结时间",
}  # fmt: skip
TIMES: tuple[str, ...] = ("occurred_at", "received_at", "asked_due")
LONGEST: dict[str, int] = {
    "external_id": 120, "text": 20_000, "category": 120, "name": 60, "phone": 40, "id_number": 30,
}  # fmt: skip
_FACT = re.compile(r"facts\.[a-z][a-z0-9_]{0,39}")
_COLUMN = re.compile(r"\{([^{}]+)\}")
_TIME = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?"
    r"(?:[ T]*(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?)?分?)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
_SOURCE_KEYS = {"column", "template", "constant", "values", "default", "formats"}


class MappingError(ValueError):
    """The mapping cannot be used; `errors` is [{field, message}] in the words of the desk."""

    def __init__(self, errors: list[dict[str, str]]):
        super().__init__(errors[0]["message"])
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Fields:
    """The texts of one row under the names of FIELDS; facts apart; `times` are already read."""

    texts: Mapping[str, str]
    times: Mapping[str, datetime]
    facts: Mapping[str, str]
    errors: tuple[dict[str, str], ...] = field(default=())


Reader = Callable[[Mapping[str, str]], str]


class Mapper:
    """A mapping made ready for many rows. Raises MappingError when it does not fit the header."""

    def __init__(self, mapping: Mapping[str, Mapping[str, Any]], header: Iterable[str]):
        self.header = set(header)
        self.formats: dict[str, tuple[str, ...]] = {}
        self.columns: dict[str, str] = {}
        errors: list[dict[str, str]] = []
        readers: dict[str, Reader] = {}
        for name, source in mapping.items():
            try:
                readers[name] = self._reader(name, source)
            except ValueError as error:
                errors.append({"field": name[:60], "message": str(error)})
        if not errors and "text" not in readers:
            errors.append({"field": "text", "message": "请指定哪一列（或哪几列）是诉求内容。"})
        if errors:
            raise MappingError(errors)
        self.times = [(name, readers.pop(name)) for name in TIMES if name in readers]
        self.facts = [(name[6:], readers.pop(name)) for name in list(readers) if name.startswith("facts.")]
        self.texts = list(readers.items())

    def read(self, row: Mapping[str, str]) -> Fields:
        """The fields of a row; what cannot be read is among `errors`, with the column it came from."""
        errors: list[dict[str, str]] = []
        texts = {name: read(row) for name, read in self.texts}
        times: dict[str, datetime] = {}
        for name, read in self.times:
            words = read(row)
            if words:
                moment = parse_time(words, self.formats.get(name, ()))
                if moment is None:
                    errors.append(self.error(name, f"看不懂这个时间：{words[:40]}"))
                else:
                    times[name] = moment
        for name, longest in LONGEST.items():
            if len(texts.get(name, "")) > longest:
                errors.append(self.error(name, f"{FIELDS[name]}太长，最多 {longest} 个字。"))
        facts = {name: read(row)[:200] for name, read in self.facts}
        return Fields(texts, times, {name: words for name, words in facts.items() if words}, tuple(errors))

    def error(self, name: str, message: str) -> dict[str, str]:
        """One complaint about a field, naming the column when there is one."""
        column = self.columns.get(name, "")
        found = {"field": name, "message": message}
        return {**found, "column": column} if column else found

    def _reader(self, name: str, source: Any) -> Reader:
        if name not in FIELDS and not _FACT.fullmatch(name):
            raise ValueError("没有这个字段。")
        if not isinstance(source, Mapping) or not set(source) <= _SOURCE_KEYS:
            raise ValueError('要写成 {"column": 列名}、{"template": 模板} 或 {"constant": 固定值}。')
        ways = [way for way in ("column", "template", "constant") if way in source]
        if len(ways) != 1 or not isinstance(source[ways[0]], str):
            raise ValueError("column、template、constant 要填一个，而且只能填一个。")
        self._check_extras(name, source)
        read = getattr(self, f"_{ways[0]}")(name, source[ways[0]])
        values, default = source.get("values"), clean(source.get("default", ""))
        if values:
            table = {clean(str(key)): clean(str(value)) for key, value in values.items()}
            return lambda row: _translate(read(row), table, default)
        return (lambda row: read(row) or default) if default else read

    def _check_extras(self, name: str, source: Mapping[str, Any]) -> None:
        if not isinstance(source.get("values", {}), Mapping):
            raise ValueError("values 要写成 {原来的值: 新的值}。")
        if not isinstance(source.get("default", ""), str):
            raise ValueError("default 要填文字。")
        formats = source.get("formats", [])
        if not isinstance(formats, list) or not all(isinstance(pattern, str) for pattern in formats):
            raise ValueError('formats 要写成时间格式的列表，如 ["%Y-%m-%d %H:%M"]。')
        self.formats[name] = tuple(formats)

    def _column(self, name: str, column: str) -> Reader:
        self._need(column)
        self.columns[name] = column
        return lambda row: clean(row[column])

    def _template(self, name: str, template: str) -> Reader:
        parts = _COLUMN.split(template)
        for column in parts[1::2]:
            self._need(column)
        self.columns[name] = "、".join(parts[1::2])[:200]

        def read(row: Mapping[str, str]) -> str:
            return clean("".join(row[part] if at % 2 else part for at, part in enumerate(parts)))

        return read

    def _constant(self, name: str, value: str) -> Reader:
        value = clean(value)
        return lambda row: value

    def _need(self, column: str) -> None:
        if column not in self.header:
            raise ValueError(f"文件里没有“{column[:60]}”这一列。")


def _translate(words: str, table: Mapping[str, str], default: str) -> str:
    found = table.get(words)
    if found is not None:
        return found
    return default or words


def parse_time(words: str, formats: Iterable[str] = ()) -> datetime | None:
    """An aware time from the usual spellings (2026-11-21 14:05, 2026/1/6, 2026年1月6日 9时5分, 20261121140500, ISO with
    zone); China time unless a zone is given. None when it is none of them."""
    for pattern in formats:
        try:
            moment = datetime.strptime(words, pattern)
        except (ValueError, re.error):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)
    if formats:
        return None
    found = _TIME.fullmatch(words) or _COMPACT.fullmatch(words)
    try:
        if found is not None:
            parts = [int(part or 0) for part in found.groups()]
            return datetime(*parts, tzinfo=CHINA)  # type: ignore[arg-type,misc]
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=CHINA)


# --- suggestions -------------------------------------------------------------------------------------------------
_WORDS: dict[str, tuple[str, ...]] = {
    "external_id": ("工单编号", "工单号", "诉求编号", "事件编号", "案件编号", "来源编号", "编号", "留言编号", "流水号",
                    "ticketno", "ticketid", "messageid", "externalid", "uniquekey", "caseid", "id"),
    "title": ("标题", "诉求标题", "留言主题", "主题", "事件标题", "title", "subject"),
    "text": ("诉求内容", "留言详情", "内容", "诉求描述", "事件描述", "问题描述", "描述", "详情", "正文", "text",
             "detail", "content", "description", "descriptor"),
    "kind": ("诉求类型", "类型", "诉求性质", "kind", "type"),
    "category": ("类别", "诉求类别", "事项", "事项分类", "分类", "小类", "一级分类", "category", "complainttype"),
    "urgency": ("紧急程度", "紧急", "urgency", "priority"),
    "name": ("姓名", "诉求人", "诉求人姓名", "来电人", "联系人", "市民姓名", "name"),
    "phone": ("电话", "联系电话", "手机", "手机号", "手机号码", "来电号码", "联系方式", "phone", "mobile", "tel"),
    "id_number": ("身份证号", "证件号码", "身份证", "idnumber"),
    "requester_address": ("诉求人地址", "联系地址", "家庭住址"),
    "address": ("地点", "事发地点", "事发地址", "地址", "位置", "问题地址", "address", "location", "incidentaddress"),
    "area": ("所属街道", "街道", "所属社区", "社区", "所属区域", "区域", "area", "subdistrict"),
    "lng": ("经度", "lng", "lon", "longitude"),
    "lat": ("纬度", "lat", "latitude"),
    "occurred_at": ("发生时间", "事发时间", "occurredat"),
    "asked_due": ("要求办结时间", "要求反馈时间", "来源要求办结时间", "办理期限", "办结时限", "askeddue", "deadline"),
    "received_at": ("受理时间", "来电时间", "留言时间", "登记时间", "创建时间", "提交时间", "上报时间", "时间", "日期",
                    "receivedat", "createdat", "createddate", "date", "time"),
}  # fmt: skip


def suggest(header: Iterable[str]) -> dict[str, dict[str, str]]:
    """A mapping guessed from the names of the columns; each column is used once."""
    plain = {column: re.sub(r"[\s_\-（）()*：:]+", "", column).lower() for column in header}
    mapping: dict[str, dict[str, str]] = {}
    used: set[str] = set()
    for name, words in _WORDS.items():
        for word in words:
            column = next((c for c, spelling in plain.items() if spelling == word and c not in used), None)
            if column is not None:
                mapping[name] = {"column": column}
                used.add(column)
                break
    return mapping
