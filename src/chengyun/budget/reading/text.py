"""The text of a published budget, cut into parts, tables and forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_CHARACTERS = 2_000_000
MAX_LINE = 20_000
_PAGE = re.compile(r"^[—–-]\s*\d{1,3}\s*[—–-]$")
_PART = re.compile(r"^第[一二三四五六]部分")
_TABLE = re.compile(r"^表\s*(\d{1,2}(?:-\d{1,2})?)\s*[.．、]\s*(\S.*)$")
_FORM = re.compile(r"(?:申报表|项目支出绩效目标表)$")
_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)")

# What tells the tables apart, most telling first: districts number and name them differently.
_KINDS = (
    ("整体绩效", r"整体支出绩效"),
    ("项目绩效", r"项目(支出|资金)绩效"),
    ("采购", r"政府采购预算"),
    ("购买服务", r"购买服务"),
    ("资产", r"资产配置"),
    ("4", r"财政拨款收支"),
    ("5-1", r"一般公共预算支出.*分功能"),
    ("5-2", r"一般公共预算支出.*分单位"),
    ("6", r"基本支出"),
    ("7", r"三公"),
    ("8", r"政府性基金"),
    ("9", r"国有资本"),
    ("10", r"项目支出"),
    ("1", r"收支(预算)?总"),
    ("2", r"收入(预算)?总表"),
    ("3", r"支出(预算)?总表"),
)


@dataclass(frozen=True)
class Line:
    number: int
    text: str

    @property
    def cells(self) -> list[str]:
        """Cut at tabs; empty cells stay."""
        return [re.sub(r"\s+", " ", cell).strip() for cell in self.text.split("\t")]

    @property
    def words(self) -> list[str]:
        return [word for word in re.split(r"\s+", self.text.strip()) if word]

    @property
    def bare(self) -> str:
        return re.sub(r"\s+", "", self.text)


@dataclass
class Section:
    kind: str
    printed: str
    title: str
    line: int
    lines: list[Line]


def lines_of(text: str) -> list[Line]:
    """Non-empty lines with their numbers in the file, without page numbers."""
    found = []
    for number, raw in enumerate(text[:MAX_CHARACTERS].replace("\r\n", "\n").split("\n"), start=1):
        plain = raw.replace("\f", " ")[:MAX_LINE].strip(" \u3000\ufeff")
        plain = re.sub(r"\$?\\geq\s*", "≥", plain).replace("\\%", "%").replace("$", "")
        if plain.strip() and not _PAGE.match(plain.strip()):
            found.append(Line(number, plain))
    return found


def parts(lines: list[Line]) -> dict[str, list[Line]]:
    """概况, 表, 说明, 名词. The table of contents names each part before it comes: the last heading counts."""
    heads: dict[str, int] = {}
    for at, line in enumerate(lines):
        if not _PART.match(line.text.strip()):
            continue
        title = line.bare
        kind = "名词" if "名词" in title else {"一": "概况", "二": "表", "三": "说明"}.get(title[1], "其他" + title[1])
        heads[kind] = at
    order = sorted(heads.items(), key=lambda item: item[1])
    if not order:
        return {}
    ends = [at for _, at in order[1:]] + [len(lines)]
    return {kind: lines[start:end] for (kind, start), end in zip(order, ends, strict=True)}


def kind_of(title: str) -> str:
    plain = re.sub(r"\s+", "", title)
    return next((kind for kind, pattern in _KINDS if re.search(pattern, plain)), "")


def sections(lines: list[Line]) -> list[Section]:
    """The tables, in the order of the document."""
    found: list[Section] = []
    for line in lines:
        head = _TABLE.match(line.text.strip())
        kind = kind_of(head.group(2)) if head else ""
        if not head and line.bare.endswith("申报表") and "\t" not in line.text:
            said = kind_of(line.bare)
            if (said in ("整体绩效", "项目绩效") and (not found or found[-1].kind not in ("整体绩效", "项目绩效"))) or (
                said == "项目绩效" and found[-1].kind == "整体绩效" and not re.search("整体", line.bare)
            ):
                kind = said
        if kind:
            found.append(Section(kind, head.group(1) if head else "", line.bare, line.number, [line]))
        elif found:
            found[-1].lines.append(line)
    return found


def forms(section: Section) -> list[list[Line]]:
    """The forms of table 12, each from its heading."""
    chunks: list[list[Line]] = []
    for line in section.lines:
        if _FORM.search(line.bare) and "\t" not in line.text:
            chunks.append([])
        if chunks:
            chunks[-1].append(line)
    return [chunk for chunk in chunks if any("项目名称" in line.bare for line in chunk)]


def loose(label: str) -> str:
    """A pattern that finds a label also where the extraction broke it."""
    return r"\|*".join(re.escape(letter) for letter in label)


def shown(line: Line) -> str:
    """For a message: short, without telephone numbers."""
    return _PHONE.sub("…", line.text.replace("\t", " ").strip())[:80]


class Flat:
    """Lines in one string, white space as "|", each place with its line."""

    def __init__(self, lines: list[Line], between: str = "|"):
        pieces, starts, length = [], [], 0
        for line in lines:
            piece = re.sub(r"\s+", between, line.text.strip())
            starts.append((length, line.number))
            pieces.append(piece)
            length += len(piece) + len(between)
        self.text = between.join(pieces)
        self._starts = starts

    def line(self, at: int) -> int:
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle][0] <= at:
                low = middle + 1
            else:
                high = middle
        return self._starts[max(0, low - 1)][1] if self._starts else 0
