"""No interface: a person copies a message or rows of a table from the other side's page."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from chengyun.kernel.problems import Problem

from ..connections import Connection
from ..reading import BY_HAND, PSEUDO, Door, DoorField
from . import Tested, TransportIn, documents, register_in
from .fields import checker

MOST = 50
_LABEL = re.compile(r"^\s*[【\[（(]?\s*([^：:\n】\]）)]{1,20}?)\s*[】\]）)]?\s*[：:]\s*(.*)$")
_BRACKET = re.compile(r"^\s*【\s*([^】\n]{1,20}?)\s*】\s*(.*)$")


def possible(connection: Connection) -> bool:
    return connection.enabled and connection.transport_in == BY_HAND and connection.channel.open_today


def items(door: Door, text: str) -> list[dict[str, Any]]:
    """What was pasted as items under the door's own column names. Problem 422 when nothing is recognised."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if text[:1] in "[{" and (found := _json(door, text)) is not None:
        return _few(found)
    rows = _table(door, text)
    if rows:
        return _few(rows)
    return [_message(door, text)]


def template(door: Door) -> str:
    """What a copied message looks like, to be filled in."""
    wanted = [f for f in door.fields.values() if f.labels and f.name not in ("event", "event_id", "event_text")]
    return "\n".join(f"{one.labels[0]}：" for one in wanted)


def _few(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if len(found) > MOST:
        detail = f"一次最多 {MOST} 件，这里有 {len(found)} 件；更多的请用文件导入。"
        raise Problem(422, "invalid", "提交的内容有误", detail, errors=[{"field": "text", "message": detail}])
    return found


def _json(door: Door, text: str) -> list[dict[str, Any]] | None:
    try:
        found = documents.items(text.encode(), "json", door.items)
    except documents.DocumentError:
        try:
            found = documents.items(text.encode(), "json", "")
        except documents.DocumentError:
            return None
    return [one for one in found if isinstance(one, dict)] or None


def _words(door: Door) -> dict[str, DoorField]:
    """The words before a value → the field; a column's own name counts too."""
    known: dict[str, DoorField] = {}
    for one in door.fields.values():
        if one.way == "column":
            for word in (*one.labels, one.what):
                known.setdefault(_spelling(word), one)
    return known


def _spelling(word: str) -> str:
    return re.sub(r"[\s*＊_\-（）()：:]+", "", word).lower()


def _table(door: Door, text: str) -> list[dict[str, Any]]:
    """Rows under a header, as pages and spreadsheets give them to the clipboard."""
    lines = text.split("\n")
    if "\t" not in lines[0] or len(lines) < 2:
        return []
    known = _words(door)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t"))
    except csv.Error:
        return []
    fields = [known.get(_spelling(cell)) for cell in rows[0]]
    if sum(one is not None for one in fields) < 2:
        return []
    return [
        {one.what: cell.strip() for one, cell in zip(fields, row, strict=False) if one is not None}
        for row in rows[1:] if any(cell.strip() for cell in row)
    ]  # fmt: skip


def _message(door: Door, text: str) -> dict[str, Any]:
    """A message of labelled lines; a line without a label goes on with the one before."""
    known, found = _words(door), dict[str, str]()
    current: DoorField | None = None
    loose: list[str] = []
    for line in text.split("\n"):
        match = _LABEL.match(line) or _BRACKET.match(line)
        one = known.get(_spelling(match[1])) if match else None
        if one is not None and match is not None:
            current, found[one.what] = one, match[2].strip()
        elif current is not None and line.strip():
            found[current.what] = f"{found[current.what]}\n{line.strip()}".strip()
        elif line.strip():
            loose.append(line.strip())
    words = door.fields.get("text")
    if loose and words is not None and words.way == "column" and not found.get(words.what):
        found[words.what] = "\n".join(loose)
    return {name: value for name, value in found.items() if value or name not in PSEUDO}


check = checker(())


def test(connection: Connection) -> Tested:
    return Tested(True, "人工抄录不需要测试。")


register_in(TransportIn(BY_HAND, check, None, test))
