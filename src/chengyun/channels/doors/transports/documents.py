"""What the other side sends as one document, as items: JSON, XML, CSV, XLSX. Knows neither doors nor the database."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

import orjson

from chengyun.kernel.tabular import SURPLUS, TableError, read_table

from ..items import items_of

MOST_ITEMS = 20_000
DEEPEST = 30


class DocumentError(ValueError):
    """The document cannot be read; the words are for people of both sides."""

    def __init__(self, words: str):
        super().__init__(words)
        self.words = words


def items(content: bytes, kind: str, path: str, name: str = "") -> list[Any]:
    """The items of a document. `kind`: json, xml, csv, xlsx or "" to tell by its beginning; `path`: where the list
    stands in JSON and XML. Raises DocumentError."""
    kind = kind or kind_of(content, name)
    if kind in ("csv", "xlsx"):
        found: list[Any] | None = _table(content, f"x.{kind}")
    elif kind == "xml":
        found = _in_xml(_xml(content), path)
    else:
        found = _found(_json(content), path)
    if found is None:
        raise DocumentError(f"在“{path or '文件最外层'}”找不到清单。")
    if len(found) > MOST_ITEMS:
        raise DocumentError(f"一次最多 {MOST_ITEMS} 件，这里有 {len(found)} 件。")
    return found


def kind_of(content: bytes, name: str = "") -> str:
    ending = name.rpartition(".")[2].lower()
    if ending in ("json", "xml", "csv", "xlsx", "txt"):
        return "csv" if ending == "txt" else ending
    start = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK\x03\x04"):
        return "xlsx"
    return "xml" if start.startswith(b"<") else "json" if start[:1] in (b"{", b"[") else "csv"


def parsed(content: bytes, kind: str = "") -> Any:
    """A JSON or XML document as it is. Raises DocumentError."""
    return _xml(content) if (kind or kind_of(content)) == "xml" else _json(content)


def _found(document: Any, path: str) -> list[Any] | None:
    found = items_of(document, path)
    if found is None and path and isinstance(document, list):
        return document
    return found


def _in_xml(document: Any, path: str) -> list[Any] | None:
    """As in JSON, with the root element named or not; a list that stands alone in its parent is the list."""
    root = next(iter(document.values()))
    for start in (document, root):
        found = items_of(start, path)
        if found is None:
            continue
        while len(found) == 1 and isinstance(found[0], Mapping) and len(found[0]) == 1:
            inner = next(iter(found[0].values()))
            if not isinstance(inner, Mapping | list):
                break
            found = inner if isinstance(inner, list) else [inner]
        return found
    return None


def _json(content: bytes) -> Any:
    try:
        document = orjson.loads(content)
    except orjson.JSONDecodeError:
        raise DocumentError("不是有效的 JSON。") from None
    if _depth(document) > DEEPEST:
        raise DocumentError("层次太多。")
    return document


def _depth(value: Any) -> int:
    deepest, waiting = 0, [(value, 1)]
    while waiting:
        inner, level = waiting.pop()
        deepest = max(deepest, level)
        if level > DEEPEST:
            break
        if isinstance(inner, dict):
            waiting.extend((one, level + 1) for one in inner.values())
        elif isinstance(inner, list):
            waiting.extend((one, level + 1) for one in inner)
    return deepest


def _xml(content: bytes) -> Any:
    """Elements as members, repeated ones as lists, attributes as members; no entities, no network, no DTD."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise DocumentError("不是有效的 XML。") from None
    if root.getroottree().docinfo.doctype:
        raise DocumentError("XML 里不能有 DTD。")
    return {_local(root): _element(root, 1)}


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _element(node: Any, level: int) -> Any:
    if level > DEEPEST:
        raise DocumentError("层次太多。")
    children = [child for child in node if isinstance(child.tag, str)]
    found: dict[str, Any] = {str(name).rpartition("}")[2]: value for name, value in node.attrib.items()}
    for child in children:
        name, value = _local(child), _element(child, level + 1)
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    if not found:
        return (node.text or "").strip()
    return found


def _table(content: bytes, name: str) -> list[Any]:
    try:
        table = read_table(io.BytesIO(content), name)
        found: list[Any] = []
        for line, row in table.rows:
            if SURPLUS in row:
                raise DocumentError(f"第 {line} 行的格子比表头多，可能少了引号或多了分隔符。")
            found.append(dict(row))
            if len(found) > MOST_ITEMS:
                break
    except (TableError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise DocumentError(str(error) or "文件打不开。") from None
    return found


def value_at(document: Any, path: str) -> str:
    """The plain value at a path of names, "" when there is none."""
    found = document
    for name in filter(None, path.split(".")):
        if isinstance(found, Mapping):
            found = found.get(name)
        elif isinstance(found, list) and name.isdigit() and int(name) < len(found):
            found = found[int(name)]
        else:
            return ""
    return "" if found is None or isinstance(found, Mapping | list) else str(found)
