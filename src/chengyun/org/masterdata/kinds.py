"""What a kind of master data is, and the registry to which every room adds its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models

from chengyun.kernel import revision

from ..access import Actor
from .columns import Column

Key = tuple[Any, ...]
Values = dict[str, Any]

CREATE, UPDATE, UNCHANGED, ERROR = "create", "update", "unchanged", "error"


@dataclass(slots=True)
class PlannedRow:
    """One row of a file beside what is in the database. changes: column → [old, new]. given: columns that the file
    left empty and the kind filled in; they may come out otherwise when the import is carried out."""

    row: int
    values: Values
    key: Key
    action: str = UNCHANGED
    errors: list[tuple[str, str]] = field(default_factory=list)
    given: tuple[str, ...] = ()
    changes: dict[str, list[Any]] = field(default_factory=dict)

    def fail(self, column: str, message: str) -> None:
        self.errors.append((column, message))
        self.action = ERROR


class Kind:
    """One table of master data. Subclass it, or use ModelKind.

    key: the columns that name a row. topic: the revision that a change bumps. order: references go to kinds of
    lower order. `permission` guards every change (importing needs `masterdata.import` too); `view`: any of these opens
    the table, beside `masterdata.view` unless `secret`. group: where the page lists it. help: what it is for, in one
    sentence. removable: rows may be deleted, others are closed by their last day. volatile: other rooms write the
    table without moving the revision. sealed: rows about people: a preview is kept in the vault, and `existing` is
    empty, so that no history and no page holds them; `existing_for` says what the rows of a file are compared with.
    """

    def __init__(
        self,
        code: str,
        name: str,
        columns: Sequence[Column],
        key: Sequence[str],
        *,
        topic: str,
        order: int,
        permission: str = "",
        **more: Any,
    ):
        self.code, self.name = code, name
        self._describe(**more)
        self.columns = tuple(columns)
        self.by_name = {column.name: column for column in columns}
        self.kept = tuple(column for column in columns if not column.virtual)
        self.key = tuple(key)
        self.topic, self.order, self.permission = topic, order, permission

    def _describe(
        self,
        *,
        group: str = "other",
        help: str = "",
        view: Sequence[str] = (),
        secret: bool = False,
        removable: bool = False,
        volatile: bool = False,
        sealed: bool = False,
    ) -> None:
        self.group, self.help, self.view, self.secret = group, help, tuple(view), secret
        self.removable, self.volatile, self.sealed = removable, volatile, sealed

    @property
    def label_column(self) -> str:
        """The column by which people know a row."""
        return next((n for n in ("name", "display_name", "username") if n in self.by_name), self.key[0])

    def may_view(self, actor: Actor) -> bool:
        if self.sealed:
            return False
        wanted = {*self.view, self.permission, *(() if self.secret else ("masterdata.view",))}
        return any(code and actor.can(code) for code in wanted)

    def may_change(self, actor: Actor) -> bool:
        return not self.sealed and actor.can(self.permission or "masterdata.import")

    def remove(self, keys: Sequence[Key], actor: Actor) -> None:
        """Delete rows. Called in a transaction, after `used_by` said that nothing needs them."""
        raise NotImplementedError

    def used_by(self, key: Key) -> list[str]:
        """What else in the database refers to a row, in words; empty when it can go."""
        return []

    def existing(self) -> dict[Key, Values]:
        """All rows in the database by key, references as the other row's code."""
        raise NotImplementedError

    def existing_for(self, plan: Sequence[PlannedRow]) -> dict[Key, Values]:
        """What rows of a file are compared with."""
        return self.existing()

    def codes(self) -> frozenset[str]:
        """What other kinds may refer to: the first key column."""
        return frozenset(str(key[0]) for key in self.existing())

    def complete(self, plan: Sequence[PlannedRow]) -> None:
        """Fill in the key of rows that have none, for kinds that give their own codes."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        """Mark rows with faults that a single cell cannot show (`row.fail`). May add changes."""

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        """Write the rows whose action is create or update. Called in a transaction."""
        raise NotImplementedError

    def key_of(self, values: Mapping[str, Any]) -> Key:
        return tuple(values.get(name) if values.get(name) != "" else None for name in self.key)


class ModelKind(Kind):
    """A kind kept in one model. Reference columns are foreign keys, unless the field is a text field.

    after: called with the written objects, for derived columns (paths, pinyin), before the revision is bumped.
    """

    def __init__(
        self,
        code: str,
        name: str,
        model: type[models.Model],
        columns: Sequence[Column],
        key: Sequence[str],
        *,
        topic: str,
        order: int,
        permission: str = "",
        after: Callable[[Sequence[Any]], None] | None = None,
        fixed: Mapping[str, Any] | None = None,
        **more: Any,
    ):
        super().__init__(code, name, columns, key, topic=topic, order=order, permission=permission, **more)
        self.model = model
        self.after = after
        self.fixed = dict(fixed or {})

    # --- reading -------------------------------------------------------------------------------------------------
    def queryset(self) -> models.QuerySet[Any]:
        return self.model._default_manager.filter(**self.fixed)

    def existing(self) -> dict[Key, Values]:
        paths = {column.name: self._path(column) for column in self.kept}
        found = {}
        for row in self.queryset().order_by("pk").values_list(*paths.values()):
            values = {
                name: value.isoformat() if isinstance(value, date) else value
                for name, value in zip(paths, row, strict=True)
            }
            for column in self.kept:
                values[column.name] = column.normal(values[column.name])
            found[self.key_of(values)] = values
        return found

    def codes(self) -> frozenset[str]:
        path = self._path(self.by_name[self.key[0]])
        return frozenset(str(code) for code in self.queryset().values_list(path, flat=True))

    def _relation(self, column: Column) -> type[models.Model] | None:
        found = self.model._meta.get_field(column.target)
        return found.related_model if isinstance(found, models.ForeignKey) else None

    def _path(self, column: Column) -> str:
        related = self._relation(column) if column.ref else None
        return f"{column.target}__{_code_field(related)}" if related else column.target

    # --- writing -------------------------------------------------------------------------------------------------
    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        ids = {column.name: self._ids(column) for column in self.kept if self._points(column)}
        objects = self._objects()
        written: list[Any] = []
        touched: set[str] = set()
        for row in plan:
            if row.action == CREATE:
                written.append(self._create(row, ids))
        made = self.model._default_manager.bulk_create(written, batch_size=1000) if written else []
        objects.update(zip((r.key for r in plan if r.action == CREATE), made, strict=True))
        self._link_own(plan, objects, touched)
        updated = []
        for row in plan:
            if row.action == UPDATE:
                obj = objects[row.key]
                touched |= self._update(obj, row, ids)
                updated.append(obj)
        if touched:
            self.model._default_manager.bulk_update([*made, *updated], sorted(touched), batch_size=1000)
        if (made or updated) and self.after is not None:
            self.after([*made, *updated])
        if made or updated:
            revision.bump(self.topic)

    def remove(self, keys: Sequence[Key], actor: Actor) -> None:
        objects = self._objects()
        gone = [objects[key] for key in keys if key in objects]
        self.model._default_manager.filter(pk__in=[obj.pk for obj in gone]).delete()
        if gone and self.after is not None:
            self.after([])
        if gone:
            revision.bump(self.topic)

    def used_by(self, key: Key) -> list[str]:
        obj = self._objects().get(key)
        if obj is None:
            return []
        words = []
        for relation in self.model._meta.related_objects:
            found = relation.related_model._base_manager.filter(**{relation.field.name: obj.pk})
            if found.exists():
                words.append(_words_for(relation.related_model))
        return list(dict.fromkeys(words)) + named_by(self, str(key[0]))

    def _points(self, column: Column) -> bool:
        related = self._relation(column) if column.ref else None
        return related is not None and related is not self.model

    def _ids(self, column: Column) -> dict[str, int]:
        related = self._relation(column)
        assert related is not None
        rows = related._default_manager.order_by("pk").values_list(_code_field(related), "pk")
        return dict(rows)

    def _objects(self) -> dict[Key, Any]:
        paths = [self._path(self.by_name[name]) for name in self.key]
        keys = {}
        for pk, *key in self.queryset().values_list("pk", *paths):
            shown = [k.isoformat() if isinstance(k, date) else k for k in key]
            keys[pk] = self.key_of(dict(zip(self.key, shown, strict=True)))
        return {keys[obj.pk]: obj for obj in self.queryset()}

    def _create(self, row: PlannedRow, ids: Mapping[str, Mapping[str, int]]) -> Any:
        obj = self.model(**self.fixed)
        self._set(obj, {**{c.name: c.empty for c in self.kept}, **row.values}, ids)
        return obj

    def _update(self, obj: Any, row: PlannedRow, ids: Mapping[str, Mapping[str, int]]) -> set[str]:
        wanted = {name: new for name, (_, new) in row.changes.items() if name in self.by_name}
        return self._set(obj, wanted, ids)

    def _set(self, obj: Any, values: Values, ids: Mapping[str, Mapping[str, int]]) -> set[str]:
        touched = set()
        for name, value in values.items():
            column = self.by_name.get(name)
            if column is None or column.virtual:
                continue
            if name in ids:
                setattr(obj, f"{column.target}_id", ids[name].get(value) if value else None)
            elif column.ref and self._relation(column) is self.model:
                continue
            elif column.kind == "date":
                setattr(obj, column.target, date.fromisoformat(value) if value else None)
            else:
                empty = value in ("", None) and self.model._meta.get_field(column.target).null
                setattr(obj, column.target, None if empty else value)
            touched.add(column.target)
        return touched

    def pick(self, versions: Sequence[Any], of: Any) -> Any:
        """Which row of several with one code a reference from `of` means."""
        return versions[-1]

    def _link_own(self, plan: Sequence[PlannedRow], objects: Mapping[Key, Any], touched: set[str]) -> None:
        """References within the table, when every row of the file exists."""
        own = [c for c in self.kept if c.ref and self._relation(c) is self.model]
        if not own:
            return
        versions: dict[str, list[Any]] = {}
        for obj in sorted(objects.values(), key=lambda o: o.pk):
            versions.setdefault(str(getattr(obj, _code_field(self.model))), []).append(obj)
        for row in plan:
            if row.action not in (CREATE, UPDATE):
                continue
            for column in own:
                if row.action == UPDATE and column.name not in row.changes:
                    continue
                others = versions.get(str(row.values.get(column.name) or ""))
                other = self.pick(others, objects[row.key]) if others else None
                setattr(objects[row.key], f"{column.target}_id", other.pk if other else None)
                touched.add(column.target)


def _code_field(model: type[models.Model] | None) -> str:
    """The field by which rows of a model are named: code, or username, or staff_no."""
    assert model is not None
    names = {f.name for f in model._meta.get_fields()}
    return next(name for name in ("code", "username", "staff_no") if name in names)


_NOUNS = {
    "Case": "案件", "Assignment": "承办记录", "Clock": "案件时限", "LimitPolicy": "办理时限",
    "CallbackScript": "回访话术", "Category": "类别", "CaseVisibility": "案件", "ChannelToken": "渠道令牌",
    "ImportMapping": "导入对应关系",
    "ImportBatch": "导入批次", "AccountEvent": "登录和操作记录", "AreaGeometry": "区域边界", "Requester": "诉求人",
}  # fmt: skip


def _words_for(model: Any) -> str:
    kind = next((k for k in _registry.values() if isinstance(k, ModelKind) and k.model is model), None)
    return kind.name if kind else _NOUNS.get(model.__name__, model.__name__)


def named_by(kind: Kind, code: str) -> list[str]:
    """Other tables whose rows name this code in a text column."""
    found = []
    for other in _registry.values():
        for column in other.kept:
            texts = column.ref and kind.code in column.refs and not (
                isinstance(other, ModelKind) and other._relation(column) is not None
            )  # fmt: skip
            if texts and any(_names(values.get(column.name), code) for values in other.existing().values()):
                found.append(other.name)
                break
    return found


def _names(value: Any, code: str) -> bool:
    return code in value if isinstance(value, list) else value == code


_registry: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make kinds known under their code; another kind under a taken code is a ValueError."""
    for kind in kinds:
        if _registry.setdefault(kind.code, kind) is not kind:
            raise ValueError(f"master data kind {kind.code!r} is registered twice")


def all_kinds() -> list[Kind]:
    return sorted(_registry.values(), key=lambda kind: (kind.order, kind.code))


def find(code: str) -> Kind | None:
    return _registry.get(code)


def known_codes(kind: Kind, plan: Iterable[PlannedRow], ref: str) -> frozenset[str] | None:
    """Codes that a reference may name: those in the database, for the own kind also those in the file.

    None when no room registered the kind (then nothing can be said).
    """
    others = [other for other in map(find, ref.split("|")) if other is not None]
    if not others:
        return None
    codes = frozenset[str]().union(*(other.codes() for other in others))
    if kind in others:
        codes |= {str(row.key[0]) for row in plan if not row.errors}
    return codes
