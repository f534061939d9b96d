"""What a door declares (door.toml), with a district's changes, checked as a whole. Pure: no Django.

    [incoming.fields.title]              a field of ours (imports/mapping.py), or one of PSEUDO
    column = "data.title"                where it stands in their item: names joined by dots
    labels = ["标题", "主题"]             words before it in a copied message
    source = "I"

Codes: `[codes.kind]` with `rows = { theirs = "ours" }` translates a field on its way in, `[codes_out.outcome]` with
`rows = { ours = "theirs" }` on its way out ("*" = any other). Every part says its `source`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..imports.mapping import FIELDS, Mapper, MappingError

PUSH, PULL, DROP, SFTP, BY_HAND, OPEN311, HTTP = "push", "pull", "drop", "sftp", "by_hand", "open311", "http"
TRANSPORTS_IN: dict[str, tuple[str, str]] = {
    PUSH: ("对方推送", "They push"), PULL: ("定时拉取", "We pull"), DROP: ("文件夹交换", "Folder"),
    SFTP: ("SFTP 文件交换", "SFTP"), BY_HAND: ("人工抄录", "By hand"), OPEN311: ("Open311", "Open311"),
}  # fmt: skip
TRANSPORTS_OUT: dict[str, tuple[str, str]] = {
    HTTP: ("HTTP 接口", "HTTP"), DROP: ("文件夹交换", "Folder"), SFTP: ("SFTP 文件交换", "SFTP"),
    BY_HAND: ("人工抄回", "By hand"), OPEN311: ("Open311", "Open311"),
}  # fmt: skip

NEW, SUPPLEMENT, URGE, WITHDRAW, RATE = "new", "supplement", "urge", "withdraw", "rate"
EVENTS: dict[str, tuple[str, str]] = {
    NEW: ("新件", "New"), SUPPLEMENT: ("补充", "Supplement"), URGE: ("催办", "Urge"), WITHDRAW: ("撤回", "Withdrawn"),
    RATE: ("评价", "Rating"),
}  # fmt: skip
PSEUDO: dict[str, str] = {
    "event": "消息种类", "event_id": "消息编号", "event_text": "消息内容", "satisfaction": "评价结果",
    "files": "附件地址",
}  # fmt: skip
NAMES = {**FIELDS, **PSEUDO}
OURS_OUT = frozenset(
    "external_id number title state state_name action action_name at unit actor_unit text answer outcome outcome_name "
    "satisfaction return_reason due_at channel key seq message".split()
)
"""What a write-back may tell (outbox/messages.py fills it)."""
CODED_OUT: dict[str, str] = {
    "outcome": "办理结果", "return_reason": "退单理由", "satisfaction": "满意度", "state": "状态", "action": "动作",
}  # fmt: skip
"""Those of them that are codes, so that they can be put into the other side's words."""

_MARK = re.compile(r"(S[0-4]|F\d+|K|I)\b")
_KEYS = {"column", "template", "constant", "default", "formats", "labels", "source", "note"}
_TOP = {
    "code", "name", "name_en", "source", "inside", "note", "operator", "testing", "incoming", "codes", "codes_out",
    "limits", "write_back", "samples",
}  # fmt: skip
_CHANGES = {"operator", "fields", "codes", "codes_out", "items", "transports", "write_back", "note"}
STAGE_KEYS = {"stage", "amount", "unit", "warn", "source", "name"}
UNITS = ("natural_minute", "urgent_hour", "working_hour", "working_day", "natural_day", "month")
_FACT = re.compile(r"facts\.[a-z][a-z0-9_]{0,39}")


class DoorError(ValueError):
    """A declaration that cannot be used; `faults` are (place, what is wrong)."""

    def __init__(self, code: str, faults: Iterable[tuple[str, str]]):
        self.code, self.faults = code, list(faults)
        super().__init__("；".join(f"{code} {where}：{words}" for where, words in self.faults))


@dataclass(frozen=True, slots=True)
class DoorField:
    """One field of an item: exactly one of column, template, constant; `changed` by the district."""

    name: str
    way: str
    what: str
    labels: tuple[str, ...] = ()
    default: str = ""
    formats: tuple[str, ...] = ()
    source: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Codes:
    rows: Mapping[str, str]
    source: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What the other side is told: after which actions (`on`), under which name, with which fields (theirs → ours, or
    "=constant"). `when`: members of the event's payload that must be equal."""

    code: str
    name: str
    on: tuple[str, ...]
    message: str
    fields: Mapping[str, str]
    path: str = ""
    when: Mapping[str, Any] = field(default_factory=dict)
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    source: str = ""
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    text: str
    source: str
    stages: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Door:
    """A door as this district has it. `inside`: comes through the platform's own interface."""

    code: str
    name: str
    name_en: str
    source: str
    inside: bool
    note: str
    operator: Mapping[str, str]
    testing: Mapping[str, str]
    transports: tuple[str, ...]
    items: str
    fields: Mapping[str, DoorField]
    codes: Mapping[str, Codes]
    codes_out: Mapping[str, Codes]
    limits: Limits | None
    write_back: tuple[Step, ...]
    samples: tuple[Mapping[str, Any], ...]

    @property
    def columns(self) -> list[str]:
        """The names in their items that fields are read from."""
        found: dict[str, None] = {}
        for one in self.fields.values():
            if one.way == "column":
                found[one.what] = None
            elif one.way == "template":
                found.update((name, None) for name in re.findall(r"\{([^{}]+)\}", one.what))
        return list(found)

    def mapping(self) -> dict[str, dict[str, Any]]:
        """The fields as imports.mapping.Mapper takes them, without the pseudo ones."""
        return {name: self._source(one) for name, one in self.fields.items() if name not in PSEUDO}

    def mapper(self) -> Mapper:
        return Mapper(self.mapping(), self.columns)

    def _source(self, one: DoorField) -> dict[str, Any]:
        made: dict[str, Any] = {one.way: one.what}
        if one.default:
            made["default"] = one.default
        if one.formats:
            made["formats"] = list(one.formats)
        table = self.codes.get(one.name)
        if table is not None and table.rows:
            made["values"] = dict(table.rows)
        return made

    def pseudo(self, name: str, row: Mapping[str, str]) -> str:
        """The text of a pseudo field in a row, translated; "" when the door has none."""
        one = self.fields.get(name)
        if one is None:
            return ""
        words = one.what if one.way == "constant" else row.get(one.what, "").strip()
        table = self.codes.get(name)
        return (table.rows.get(words, words) if table is not None else words) or one.default


def read_file(path: Path, changes: Mapping[str, Any] | None = None) -> Door:
    """The door of a door.toml, with changes. Raises DoorError naming every fault."""
    code = path.parent.name
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DoorError(code, [("door.toml", f"读不出来：{error}")]) from None
    return read(data, changes, code)


def read(data: Mapping[str, Any], changes: Mapping[str, Any] | None = None, folder: str = "") -> Door:
    """Check a declaration as a whole. Raises DoorError."""
    faults: list[tuple[str, str]] = []
    code = str(data.get("code") or folder)
    if folder and code != folder:
        faults.append(("code", f"编码“{code}”与文件夹“{folder}”不同"))
    faults += [(name, "没有这一项") for name in data if name not in _TOP]
    for name in ("name", "name_en"):
        if not str(data.get(name) or "").strip():
            faults.append((name, "没有填写"))
    reader = _Reader(data, dict(changes or {}), faults)
    door = reader.door(code)
    if faults:
        raise DoorError(code, faults)
    if door.fields:
        try:
            door.mapper()
        except MappingError as error:
            raise DoorError(code, [(f"incoming.fields.{e['field']}", e["message"]) for e in error.errors]) from None
    return door


class _Reader:
    """Reads one declaration, noting faults as it goes."""

    def __init__(self, data: Mapping[str, Any], changes: dict[str, Any], faults: list[tuple[str, str]]):
        self.data, self.changes, self.faults = data, changes, faults
        for name in changes:
            if name not in _CHANGES:
                faults.append((f"changes.{name}", f"不能改这一项，可以改：{'、'.join(sorted(_CHANGES))}"))

    def door(self, code: str) -> Door:
        data, incoming = self.data, self._table(self.data, "incoming")
        self._mark("source", data.get("source"))
        inside = data.get("inside", False) is True
        codes, codes_out = self._codes("codes"), self._codes("codes_out")
        fields = self._fields(incoming)
        for name in codes:
            if name not in fields:
                self.faults.append((f"codes.{name}", "没有这个字段，代码对照用不上"))
        return Door(
            code, str(data.get("name", "")), str(data.get("name_en", "")), str(data.get("source", "")), inside,
            str(self.changes.get("note") or data.get("note", "")),
            {**self._words("operator"), **self._changed_table("operator")}, self._words("testing"),
            self._transports(incoming, inside), str(self.changes.get("items", incoming.get("items", ""))), fields,
            codes, codes_out, self._limits(), self._steps(codes_out), self._samples(),
        )  # fmt: skip

    def _table(self, where: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = where.get(name, {})
        if not isinstance(value, Mapping):
            self.faults.append((name, "要写成一组键值"))
            return {}
        return value

    def _changed_table(self, name: str) -> dict[str, str]:
        return {str(key): str(value) for key, value in self._table(self.changes, name).items()}

    def _mark(self, where: str, value: Any) -> str:
        text = str(value or "")
        if not _MARK.match(text):
            self.faults.append((where, "缺少来源标记（S0–S4、F 编号、K 或 I）"))
        return text

    def _words(self, name: str) -> dict[str, str]:
        table = self._table(self.data, name)
        if not table:
            self.faults.append((name, "没有填写"))
            return {}
        self._mark(f"{name}.source", table.get("source"))
        return {str(key): str(value) for key, value in table.items()}

    def _transports(self, incoming: Mapping[str, Any], inside: bool) -> tuple[str, ...]:
        wanted = self.changes.get("transports", incoming.get("transports", []))
        if not isinstance(wanted, list) or any(one not in TRANSPORTS_IN for one in wanted):
            self.faults.append(("incoming.transports", f"只能是 {'、'.join(TRANSPORTS_IN)}"))
            return ()
        if not wanted and not inside:
            self.faults.append(("incoming.transports", "没有写怎样进来；平台自身的渠道请写 inside = true"))
        return tuple(wanted)

    def _fields(self, incoming: Mapping[str, Any]) -> dict[str, DoorField]:
        found: dict[str, DoorField] = {}
        given = self._table(incoming, "fields")
        changed = self._table(self.changes, "fields")
        for name in [*given, *(name for name in changed if name not in given)]:
            base, new = given.get(name, {}), changed.get(name, {})
            where = f"incoming.fields.{name}"
            if name not in NAMES and not _FACT.fullmatch(name):
                self.faults.append((where, f"没有这个字段；可用 {'、'.join(NAMES)} 或 facts.…"))
                continue
            if not isinstance(base, Mapping) or not isinstance(new, Mapping):
                self.faults.append((where, "要写成一组键值"))
                continue
            if new and {"column", "template", "constant"} & set(new):
                base = {key: value for key, value in base.items() if key not in ("column", "template", "constant")}
            one = self._field(name, where, {**base, **({"source": "I", **new} if new and not base else new)}, bool(new))
            if one is not None:
                found[name] = one
        if given and "external_id" not in found:
            self.faults.append(("incoming.fields", "没有 external_id：对方的编号是不重复立件的依据"))
        return found

    def _field(self, name: str, where: str, given: Mapping[str, Any], changed: bool) -> DoorField | None:
        ways = [way for way in ("column", "template", "constant") if way in given]
        unknown = set(given) - _KEYS
        if unknown:
            self.faults.append((where, f"没有这一项：{'、'.join(sorted(map(str, unknown)))[:80]}"))
        if len(ways) != 1 or not isinstance(given[ways[0]], str) or not given[ways[0]]:
            self.faults.append((where, "column、template、constant 要填一个，而且只能填一个"))
            return None
        labels, formats = given.get("labels", []), given.get("formats", [])
        if not all(isinstance(part, list) and all(isinstance(w, str) for w in part) for part in (labels, formats)):
            self.faults.append((where, "labels、formats 要写成文字的列表"))
            return None
        source = self._mark(f"{where}.source", given.get("source"))
        default = str(given.get("default", ""))
        return DoorField(name, ways[0], given[ways[0]], tuple(labels), default, tuple(formats), source, changed)

    def _codes(self, part: str) -> dict[str, Codes]:
        found: dict[str, Codes] = {}
        given, changed = self._table(self.data, part), self._table(self.changes, part)
        for name in [*given, *(name for name in changed if name not in given)]:
            table, new = self._table(given, name), self._table(changed, name)
            rows = self._table(table, "rows")
            merged = {str(key): str(value) for key, value in {**rows, **new}.items() if str(value)}
            if any(isinstance(value, Mapping | list) for value in (*rows.values(), *new.values())):
                self.faults.append((f"{part}.{name}", "对照要写成 {对方的代码: 本平台的代码}"))
                continue
            source = self._mark(f"{part}.{name}.source", table.get("source")) if table else "I"
            found[name] = Codes(merged, source, bool(new))
        events = found.get("event")
        for theirs, value in events.rows.items() if events is not None and part == "codes" else ():
            if value not in EVENTS:
                self.faults.append((f"codes.event.{theirs}", f"“{value}”不是消息种类，只能是 {'、'.join(EVENTS)}"))
        return found

    def _limits(self) -> Limits | None:
        table = self._table(self.data, "limits")
        if not table:
            self.faults.append(("limits", "没有写时限；没有专门时限的请写明 text"))
            return None
        stages = table.get("stages", [])
        for at, stage in enumerate(stages if isinstance(stages, list) else [], 1):
            where = f"limits.stages[{at}]"
            if not isinstance(stage, Mapping) or not {"stage", "amount", "unit"} <= set(stage) <= STAGE_KEYS:
                self.faults.append((where, "要有 stage、amount、unit"))
            elif stage["unit"] not in UNITS:
                self.faults.append((where, f"unit 只能是 {'、'.join(UNITS)}"))
        if not isinstance(stages, list):
            self.faults.append(("limits.stages", "要写成列表"))
            stages = []
        return Limits(str(table.get("text", "")), self._mark("limits.source", table.get("source")), tuple(stages))

    def _steps(self, codes_out: Mapping[str, Codes]) -> tuple[Step, ...]:
        rows = self.data.get("write_back", [])
        changed = self._table(self.changes, "write_back")
        known = [str(row.get("code", "")) for row in rows if isinstance(row, Mapping)]
        for code in changed:
            if code not in known:
                self.faults.append((f"changes.write_back.{code}", f"没有这一步，只有 {'、'.join(known) or '（无）'}"))
        found = []
        for at, row in enumerate(rows if isinstance(rows, list) else [], 1):
            code = str(row.get("code", "")) if isinstance(row, Mapping) else ""
            found.append(self._step(code, f"write_back[{at}]", {**row, **self._table(changed, code)}, codes_out))
        if len(set(known)) != len(known):
            self.faults.append(("write_back", "code 有重复"))
        return tuple(found)

    def _step(self, code: str, where: str, row: Mapping[str, Any], codes_out: Mapping[str, Codes]) -> Step:
        on = row.get("on", [])
        actions = (on,) if isinstance(on, str) else tuple(map(str, on)) if isinstance(on, list) else ()
        fields = {str(key): str(value) for key, value in self._table(row, "fields").items()}
        if not code or not actions or not row.get("message"):
            self.faults.append((where, "要有 code、on、message"))
        for ours in fields.values():
            if not ours.startswith("=") and ours not in OURS_OUT:
                self.faults.append((where, f"没有可回传的“{ours}”，可用 {'、'.join(sorted(OURS_OUT))} 或 =固定值"))
        codes = {ours: codes_out[ours].rows for ours in fields.values() if ours in codes_out}
        return Step(
            code, str(row.get("name") or row.get("message", "")), actions, str(row.get("message", "")), fields,
            str(row.get("path", "")), dict(self._table(row, "when")), codes,
            self._mark(f"{where}.source", row.get("source")), row.get("enabled", True) is not False,
        )  # fmt: skip

    def _samples(self) -> tuple[Mapping[str, Any], ...]:
        rows = self.data.get("samples", [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            self.faults.append(("samples", "要写成列表"))
            return ()
        return tuple(rows)
