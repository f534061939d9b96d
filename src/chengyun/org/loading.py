"""Loading district profiles: the registry of loaders, checking, loading.

Each app may have a module `districts` that calls `register_loader`; all are imported when a profile is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from chengyun.kernel import revision

from .access import TOPIC, system_actor
from .masterdata import ERROR as WRONG
from .masterdata import Kind, PlannedRow, find, planning, service, writing
from .models import District, MasterDataChange
from .profiles import ERROR, INFO, WARNING, Finding, Profile, ProfileError, Row


@dataclass
class Counts:
    """What loading did with the rows of a file."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0

    @property
    def changed(self) -> int:
        return self.created + self.updated


@dataclass(frozen=True)
class Loader:
    order: int
    name: str
    file: str
    load: Callable[[Profile, list[Row]], Counts]
    check: Callable[[Profile, list[Row]], None] | None
    key: tuple[str, ...]
    prepare: Callable[[Profile], None] | None = None


@dataclass(frozen=True)
class Loaded:
    """One line of the summary."""

    name: str
    file: str
    counts: Counts


_loaders: dict[str, Loader] = {}


def register_loader(
    order: int,
    name: str,
    file: str,
    load: Callable[[Profile, list[Row]], Counts],
    check: Callable[[Profile, list[Row]], None] | None = None,
    *,
    key: Sequence[str] = ("code",),
    prepare: Callable[[Profile], None] | None = None,
) -> None:
    """Say who reads a file of a profile. order: 100 org, 200 places, 300 cases, 400 channels.

    check reports faults with `row.problem`; missing keys, doubles and missing sources are found without it.
    prepare may add rows that follow from other files (`profile.add_rows`).
    """
    _loaders[file] = Loader(order, name, file, load, check, tuple(key), prepare)


def loaders() -> list[Loader]:
    autodiscover_modules("districts")
    return sorted(_loaders.values(), key=lambda loader: (loader.order, loader.file))


def check_profile(found: Profile) -> list[Finding]:
    """Everything that is wrong with a profile, in the order of the loaders. Reads no database."""
    if found.checked:
        return list(found.findings)
    chain = _open(found)
    found.checked = True
    _check_info(found)
    for loader in chain:
        rows = found.rows(loader.file)
        for row in rows:
            for name in loader.key[:1]:
                if not str(row[name]).strip():
                    row.problem(f"缺少 {name}")
            if not str(row["source"]).strip():
                row.problem("缺少来源 source")
        if loader.check is not None:
            loader.check(found, rows)
    known = {loader.file for loader in chain} | {INFO}
    for file in sorted(found.files() - known):
        found.findings.append(Finding(file, "没有模块读取这个文件", WARNING))
    return list(found.findings)


def _open(found: Profile) -> list[Loader]:
    chain = loaders()
    found.keys = {loader.file: loader.key for loader in chain}
    for loader in chain:
        if loader.prepare is not None:
            loader.prepare(found)
    return chain


def load_profile(found: Profile) -> list[Loaded]:
    """Write a profile to the database, in one transaction. Loading again changes nothing.

    Raises ProfileError when the profile has faults, or another district is here already.
    """
    faults = [f for f in check_profile(found) if f.level == ERROR]
    if faults:
        lines = "\n".join(f"  {f.where}  {f.message}" for f in faults[:20])
        raise ProfileError(f"配置“{found.name}”有 {len(faults)} 处问题：\n{lines}")
    other = District.objects.exclude(profile=found.name).first()
    if other is not None:
        raise ProfileError(f"这里已是“{other.name}”。一套安装服务一个区，请另设 CHENGYUN_HOME 或数据库。")
    done = []
    with transaction.atomic():
        service.one_at_a_time()
        done.append(Loaded("区", INFO, _load_info(found)))
        for loader in loaders():
            rows = found.rows(loader.file)
            if rows:
                done.append(Loaded(loader.name, loader.file, loader.load(found, rows)))
    return done


# --- helpers for rooms ----------------------------------------------------------------------------------------------
def sync_rows(
    model: type[models.Model], wanted: Iterable[Mapping[str, Any]], *, key: Sequence[str] = ("code",), topic: str = ""
) -> Counts:
    """Create what is missing, update what differs, leave the rest; rows that are not wanted stay.

    wanted: {field: value} with foreign keys as `<name>_id`. `topic` is the revision to bump when anything changed.
    """
    manager = model._default_manager
    existing = {tuple(getattr(obj, name) for name in key): obj for obj in manager.all()}
    new: list[Any] = []
    changed: list[Any] = []
    touched: set[str] = set()
    counts = Counts()
    for values in wanted:
        obj = existing.get(tuple(values[name] for name in key))
        if obj is None:
            new.append(model(**values))
            continue
        differing = {name for name, value in values.items() if getattr(obj, name) != value}
        for name in differing:
            setattr(obj, name, values[name])
        if differing:
            changed.append(obj)
            touched |= differing
        else:
            counts.unchanged += 1
    manager.bulk_create(new, batch_size=1000)
    if changed:
        fields = sorted({model._meta.get_field(name).name for name in touched})
        manager.bulk_update(changed, fields, batch_size=1000)
    counts.created, counts.updated = len(new), len(changed)
    if topic and counts.changed:
        revision.bump(topic)
    return counts


def register_kind(
    order: int,
    file: str,
    kind_code: str,
    *,
    prepare: Callable[[Profile], None] | None = None,
    whole: bool = False,
) -> None:
    """Load a file through the master data kind of that code: the same columns, checks, writing and history.

    whole: what a row does not say is emptied, not left as it is.
    """

    def load(found: Profile, rows: list[Row]) -> Counts:
        kind = _kind(kind_code)
        planned = planning.plan(kind, [(row.line, _cells(kind, row, whole)) for row in rows])
        wrong = [(row, p) for row, p in zip(rows, planned, strict=True) if p.errors]
        if wrong:
            lines = "\n".join(f"  {row.where}  {_said(kind, p)}" for row, p in wrong[:20])
            raise ProfileError(f"{file} 有 {len(wrong)} 处问题：\n{lines}")
        actor = system_actor(f"载入{found.title}")
        writing.write(kind, planned, actor, origin=MasterDataChange.PROFILE, reason=f"载入区域配置 {file}")
        done = planning.counts(planned)
        return Counts(done["create"], done["update"], done["unchanged"])

    def check(found: Profile, rows: list[Row]) -> None:
        _check_kind(found, _kind(kind_code), rows)

    register_loader(order, _kind(kind_code).name, file, load, check, key=_kind(kind_code).key, prepare=prepare)
    _files[kind_code] = file


_files: dict[str, str] = {}


def _kind(code: str) -> Kind:
    kind = find(code)
    if kind is None:
        raise ProfileError(f"no master data kind {code!r}")
    return kind


def _cells(kind: Kind, row: Row, whole: bool = False) -> dict[str, Any]:
    given = {name: row[name] for name in row if name in kind.by_name}
    return {**{column.name: "" for column in kind.kept}, **given} if whole else given


def _said(kind: Kind, planned: PlannedRow) -> str:
    return "；".join(f"{column}：{message}" for column, message in planned.errors)


def _check_kind(found: Profile, kind: Kind, rows: list[Row]) -> None:
    """Cells, references within the profile, and the kind's own rules, against an empty database."""
    planned = []
    for row in rows:
        for name in row:
            if name not in kind.by_name and name not in ("drop", "source"):
                row.problem(f"没有“{name}”这一列")
        planned.append(planning.read(kind, row.line, _cells(kind, row)))
    for column in kind.columns:
        files = [_files[ref] for ref in column.refs if ref in _files]
        if not files:
            continue
        codes = set[str]().union(*(found.codes(file) for file in files))
        for p in planned:
            value = p.values.get(column.name)
            for code in value if isinstance(value, list) else [value]:
                if code and code not in codes:
                    p.fail(column.name, f"{'、'.join(files)} 中没有“{code}”")
    kind.check(planned, {})
    for row, p in zip(rows, planned, strict=True):
        if p.action == WRONG:
            row.problem(_said(kind, p))


# --- the district itself ----------------------------------------------------------------------------------------------
_REQUIRED = ("code", "name", "centre_name", "source")


def _check_info(found: Profile) -> None:
    where = f"{found.folder.name}/{INFO}"
    for name in _REQUIRED:
        if not found.info.get(name):
            found.findings.append(Finding(where, f"缺少 {name}"))
    centre = found.info.get("centre_unit")
    if centre and centre not in found.codes("units.csv"):
        found.findings.append(Finding(where, f"centre_unit：units.csv 中没有“{centre}”"))


def _load_info(found: Profile) -> Counts:
    info = found.info
    values = {
        "profile": found.name, "code": str(info["code"]), "name": info["name"], "centre_name": info["centre_name"],
        "is_demo": found.is_demo, "source": info["source"],
    }  # fmt: skip
    counts = sync_rows(District, [values], key=("profile",), topic=TOPIC)
    if counts.changed:
        District.objects.filter(profile=found.name).update(loaded_at=timezone.now())
    return counts
