"""A Word document cut at its headings. Reads the paragraphs themselves, so that no library is loaded. Pure.

With several headings of the first level each is an article, and what is below it a heading in its text; with one or
none the second level is, and the first is the name of the document.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from chengyun.kernel import tabular

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LARGEST_PART = 32 * 1024 * 1024
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-4])", re.IGNORECASE)


class Section(NamedTuple):
    """`line`: the how-manieth article of the document."""

    line: int
    title: str
    text: str


class _Line(NamedTuple):
    level: int
    text: str


def sections(content: bytes) -> tuple[str, list[Section]]:
    """(name of the document, its articles). TableError when it is no Word document."""
    names = tabular.check_zip(io.BytesIO(content), 256 * 1024 * 1024)
    if "word/document.xml" not in names:
        raise tabular.TableError("这不是 Word 文档（.docx）")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        levels = _levels(_xml(archive, "word/styles.xml")) if "word/styles.xml" in names else {}
        lines = list(_lines(_xml(archive, "word/document.xml"), levels))
    firsts = sum(1 for line in lines if line.level == 1)
    at = 1 if firsts > 1 or not any(line.level == 2 for line in lines) else 2
    title = next((line.text for line in lines if line.level == 1), "") if at == 2 else ""
    return title, list(_cut(lines, at))


def _xml(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as file:
        raw = file.read(LARGEST_PART + 1)
    if len(raw) > LARGEST_PART:
        raise tabular.TableError("文档太大")
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise tabular.TableError("文档含有不允许的内容")
    try:
        return ElementTree.fromstring(raw)
    except ElementTree.ParseError as error:
        raise tabular.TableError("文档已损坏，无法打开") from error


def _levels(styles: ElementTree.Element) -> dict[str, int]:
    """Style → level of heading."""
    found = {}
    for style in styles.iter(f"{_W}style"):
        code = style.get(f"{_W}styleId", "")
        name = style.find(f"{_W}name")
        said = _HEADING_NAME.fullmatch(name.get(f"{_W}val", "").strip()) if name is not None else None
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        if said:
            found[code] = int(said[1])
        elif outline is not None and outline.get(f"{_W}val", "9").isdigit():
            level = int(outline.get(f"{_W}val", "9")) + 1
            if level <= 4:
                found[code] = level
    return found


def _lines(document: ElementTree.Element, levels: dict[str, int]) -> Iterator[_Line]:
    body = document.find(f"{_W}body")
    for block in body if body is not None else ():
        if block.tag == f"{_W}p":
            yield _paragraph(block, levels)
        elif block.tag == f"{_W}tbl":
            for row in block.iter(f"{_W}tr"):
                cells = [" ".join(_text(p) for p in cell.iter(f"{_W}p")).strip() for cell in row.findall(f"{_W}tc")]
                yield _Line(0, "- " + "：".join(cell for cell in cells if cell))
            yield _Line(0, "")


def _paragraph(block: ElementTree.Element, levels: dict[str, int]) -> _Line:
    properties = block.find(f"{_W}pPr")
    text = _text(block).replace("\x00", "").strip()
    if properties is None:
        return _Line(0, text)
    style = properties.find(f"{_W}pStyle")
    outline = properties.find(f"{_W}outlineLvl")
    level = levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0
    if not level and outline is not None and outline.get(f"{_W}val", "") in ("0", "1", "2", "3"):
        level = int(outline.get(f"{_W}val", "0")) + 1
    if not level and text and properties.find(f"{_W}numPr") is not None:
        text = f"- {text}"
    return _Line(level if text else 0, text)


def _text(block: ElementTree.Element) -> str:
    parts = []
    for node in block.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br"):
            parts.append(" " if node.tag == f"{_W}tab" else "\n")
    return "".join(parts)


def _cut(lines: list[_Line], at: int) -> Iterator[Section]:
    held: list[str] = []
    title, number = "", 0
    for line in [*lines, _Line(at, "")]:
        if line.level and line.level <= at:
            if title and line.level <= at:
                number += 1
                yield Section(number, title, _tidy(held))
            title, held = (line.text if line.level == at else ""), []
        elif title:
            held.append(f"{'#' * max(1, line.level - at)} {line.text}" if line.level else line.text)


def _tidy(lines: list[str]) -> str:
    """A blank line between paragraphs, none within a list."""
    text = ""
    for line in lines:
        if not line.strip():
            continue
        gap = "\n" if line.startswith("- ") and text.rpartition("\n")[2].startswith("- ") else "\n\n"
        text = f"{text}{gap}{line}" if text else line
    return text
