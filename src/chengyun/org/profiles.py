"""District profiles as files: finding them, reading rows, laying a profile over `_common`. See districts/README.md.

Nothing here touches the database.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import chengyun

ROOT = Path(chengyun.__file__).parent / "districts"
COMMON = "_common"
INFO = "district.toml"
ERROR, WARNING = "error", "warning"


class ProfileError(Exception):
    """A profile that cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and its place ("demo/units.csv:12")."""

    where: str
    message: str
    level: str = ERROR


class Row(Mapping[str, Any]):
    """One row of a file: text in CSV, any TOML value in TOML. Missing columns read as ""."""

    def __init__(self, profile: Profile, values: dict[str, Any], file: str, line: int):
        self.profile, self.values_, self.file, self.line = profile, values, file, line

    def __getitem__(self, name: str) -> Any:
        return self.values_.get(name, "")

    def __contains__(self, name: object) -> bool:
        return name in self.values_

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_)

    def __len__(self) -> int:
        return len(self.values_)

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"

    def problem(self, message: str, level: str = ERROR) -> None:
        self.profile.findings.append(Finding(self.where, message, level))

    def list(self, name: str) -> list[str]:
        """A list cell: TOML array, or CSV text separated by ";"."""
        value = self[name]
        if isinstance(value, list):
            return [str(part) for part in value]
        return [part.strip() for part in str(value).split(";") if part.strip()]


@dataclass
class Profile:
    """One district's folder over the common one. `findings` collects what is wrong."""

    name: str
    folder: Path
    findings: list[Finding] = field(default_factory=list)
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    checked: bool = False
    _rows: dict[str, list[Row]] = field(default_factory=dict)

    @cached_property
    def info(self) -> dict[str, Any]:
        """The table [district] of district.toml. Raises ProfileError when there is none."""
        path = self.folder / INFO
        try:
            document = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise ProfileError(f"{path} is missing: every profile needs one (see districts/README.md).") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ProfileError(f"{path}: {error}") from error
        info = document.get("district")
        if not isinstance(info, dict):
            raise ProfileError(f"{path}: the table [district] is missing.")
        return info

    @property
    def title(self) -> str:
        return str(self.info.get("name", self.name))

    @property
    def is_demo(self) -> bool:
        return self.info.get("demo") is True

    def rows(self, file: str) -> list[Row]:
        """The rows of a file: the common ones, replaced or dropped by the profile's with the same key."""
        if file not in self._rows:
            merged: dict[tuple[str, ...], Row] = {}
            for folder in (ROOT / COMMON, self.folder):
                own: set[tuple[str, ...]] = set()
                for row in self._read(folder / file):
                    key = self._key(file, row)
                    if key in own:
                        row.problem(f"“{' / '.join(key)}” 在本文件中重复")
                    own.add(key)
                    if str(row["drop"]).lower() in ("1", "true"):
                        if merged.pop(key, None) is None:
                            row.problem("drop 的行在公共数据中不存在")
                        continue
                    merged[key] = row
            self._rows[file] = list(merged.values())
        return self._rows[file]

    def add_rows(self, file: str, rows: list[Row]) -> None:
        """Rows made from another file (units from areas); those written down win."""
        known = {self._key(file, row) for row in self.rows(file)}
        self._rows[file] += [row for row in rows if self._key(file, row) not in known]

    def codes(self, file: str) -> set[str]:
        """The first key column of a file, for checking references."""
        name = self.keys.get(file, ("code",))[0]
        return {str(row[name]) for row in self.rows(file)}

    def files(self) -> set[str]:
        found = {path.name for folder in (ROOT / COMMON, self.folder) for path in folder.iterdir() if path.is_file()}
        return {name for name in found if name.endswith((".csv", ".toml", ".geojson"))}

    def _key(self, file: str, row: Row) -> tuple[str, ...]:
        return tuple(str(row[name]) for name in self.keys.get(file, ("code",)))

    def _read(self, path: Path) -> list[Row]:
        if not path.is_file():
            return []
        shown = f"{path.parent.name}/{path.name}"
        try:
            found = _READERS[path.suffix](path)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
            self.findings.append(Finding(shown, f"无法读取：{error}"))
            return []
        return [Row(self, values, shown, line) for line, values in found]


def _read_csv(path: Path) -> list[tuple[int, dict[str, Any]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = []
        for record in reader:
            if None in record or None in record.values():
                raise ValueError(f"第 {reader.line_num} 行的列数与表头不符")
            rows.append((reader.line_num, {name: cell.strip() for name, cell in record.items()}))
        return rows


def _read_toml(path: Path) -> list[tuple[int, dict[str, Any]]]:
    text = path.read_text(encoding="utf-8")
    document = tomllib.loads(text)
    table = document.get(path.stem, [])
    strange = set(document) - {path.stem}
    if strange or not isinstance(table, list):
        raise ValueError(f"应当只有 [[{path.stem}]]，而有 {'、'.join(sorted(strange)) or '其他内容'}")
    starts = [m.start() for m in re.finditer(rf"^\[\[{re.escape(path.stem)}\]\]", text, re.MULTILINE)]
    lines = [text.count("\n", 0, start) + 1 for start in starts] or [1] * len(table)
    return list(zip(lines, table, strict=False))


def _read_geojson(path: Path) -> list[tuple[int, dict[str, Any]]]:
    document = json.loads(path.read_text(encoding="utf-8"))
    rows = []
    for number, feature in enumerate(document["features"], 1):
        outline = json.dumps(feature["geometry"], separators=(",", ":"))
        rows.append((number, {**feature["properties"], "geometry": outline}))
    return rows


_READERS = {".csv": _read_csv, ".toml": _read_toml, ".geojson": _read_geojson}


def names() -> list[str]:
    """The profiles that come with the platform."""
    return sorted(path.parent.name for path in ROOT.glob(f"*/{INFO}"))


def find(name: str) -> Profile:
    """The profile of that name, or in that folder. Raises ProfileError listing what there is."""
    folder = ROOT / name
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or not (folder / INFO).is_file():
        folder = Path(name).expanduser()
        if not (folder / INFO).is_file():
            raise ProfileError(f"没有区域配置“{name}”。可用：{'、'.join(names())}，或给出含 {INFO} 的文件夹。")
    return Profile(folder.resolve().name, folder.resolve())
