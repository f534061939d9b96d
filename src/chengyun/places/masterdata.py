"""Areas, outlines and places as tables to import and export.

An area is named by code and first day. A row with a known code and a later first day is a new version (renamed, cut
anew, moved): the version before it ends the day before, and what lies below moves to the new one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, Q, TextField, Value
from django.utils import timezone

from chengyun.kernel import revision
from chengyun.kernel.tokens import index_tokens, pinyin_search
from chengyun.org.access import Actor
from chengyun.org.masterdata import CREATE, ERROR, UPDATE, Column, Key, Kind, ModelKind, PlannedRow, Values, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY, refresh_tree, refuse_cycles

from .changes import numbering
from .locating import TOPIC
from .models import Area, AreaGeometry, GridRule, Place
from .outlines import OutlineError, bounds, centre, read_outline

LNG = Column("lng", "经度", "float", minimum=-180, maximum=180)
LAT = Column("lat", "纬度", "float", minimum=-90, maximum=90)
_LEVEL_ABOVE = {
    Area.DISTRICT: {Area.CITY},
    Area.SUBDISTRICT: {Area.DISTRICT},
    Area.COMMUNITY: {Area.SUBDISTRICT},
    Area.GRID: {Area.COMMUNITY, Area.GRID},
}
_FOREVER = "9999-12-31"


class AreaKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        refuse_cycles(plan, existing, "上级区域形成循环")
        levels = {str(key[0]): values["level"] for key, values in existing.items()}
        levels.update({str(row.key[0]): row.values.get("level", "") for row in plan if "level" in row.values})
        versions = _versions(plan, existing)
        for row in plan:
            if row.action == ERROR:
                continue
            above = levels.get(row.values.get("parent") or "")
            allowed = _LEVEL_ABOVE.get(row.values.get("level", ""))
            if above and allowed and above not in allowed:
                row.fail("parent", f"上级不能是{Area.LEVELS.get(above, above)}")
            _check_versions(row, existing, versions[str(row.key[0])])

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        for row in plan:
            if "closes" in row.changes:
                day = date.fromisoformat(str(row.key[1])) - timedelta(days=1)
                Area.objects.filter(code=row.key[0], valid_to=None).update(valid_to=day)
        super().apply(plan, actor)
        moved = False
        for row in plan:
            if "closes" in row.changes:
                moved = _adopt(str(row.key[0]), date.fromisoformat(str(row.key[1]))) or moved
        if moved:
            refresh_tree(Area, ("name",))

    def pick(self, versions: Sequence[Any], of: Any) -> Any:
        day = of.valid_to or timezone.localdate()
        fitting = [
            v for v in versions if (not v.valid_from or v.valid_from <= day) and (not v.valid_to or v.valid_to >= day)
        ]
        return fitting[-1] if fitting else max(versions, key=lambda v: v.valid_from or date.min)


def _versions(plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> dict[str, list[tuple[str, str, Key]]]:
    """Code → (first day, last day, key) of every version, in the database and in the file, in order."""
    spans = {key: (values["valid_from"] or "", values["valid_to"] or _FOREVER) for key, values in existing.items()}
    for row in plan:
        old = spans.get(row.key, ("", _FOREVER))
        last = (row.values.get("valid_to") or _FOREVER) if "valid_to" in row.values else old[1]
        spans[row.key] = (row.values.get("valid_from") or "", last)
    found: dict[str, list[tuple[str, str, Key]]] = {}
    for key, (first, last) in spans.items():
        found.setdefault(str(key[0]), []).append((first, last, key))
    for rows in found.values():
        rows.sort(key=lambda r: r[0])
    return found


def _check_versions(row: PlannedRow, existing: Mapping[Key, Values], versions: Sequence[tuple[str, str, Key]]) -> None:
    place = next(i for i, version in enumerate(versions) if version[2] == row.key)
    if place == 0 or row.key in existing:
        return
    _, last, before = versions[place - 1]
    if last < versions[place][0]:
        return
    if last == _FOREVER and before in existing and place == len(versions) - 1:
        row.changes["closes"] = [None, (date.fromisoformat(versions[place][0]) - timedelta(days=1)).isoformat()]
    else:
        row.fail("valid_from", "与另一行的有效期重叠")


def _adopt(code: str, day: date) -> bool:
    """What still lies below earlier versions of an area now lies below the one that begins on `day`."""
    new = Area.objects.get(code=code, valid_from=day)
    _carry_outline(new, day)
    below = Area.objects.filter(parent__code=code, valid_to=None).exclude(parent=new).exclude(pk=new.pk)
    return bool(below.update(parent=new))


def _carry_outline(new: Area, day: date) -> None:
    """A new version that brings no outline goes on with the one before it."""
    last = AreaGeometry.objects.filter(area__code=new.code, valid_to=None).exclude(area=new).order_by("-id").first()
    if last is None or new.geometries.exists():
        return
    last.valid_to = day - timedelta(days=1)
    last.save(update_fields=["valid_to"])
    last.pk, last.area, last.valid_from, last.valid_to = None, new, day, None
    last.save(force_insert=True)


class RuleKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            fault = numbering.fault_of(row.values.get("pattern") or "") if "pattern" in row.values else ""
            if fault and row.action != ERROR:
                row.fail("pattern", fault)


class GeometryKind(Kind):
    """Outlines of areas; given in any known system, kept in WGS-84. A new one ends the open one before it."""

    def existing(self) -> dict[Key, Values]:
        rows = AreaGeometry.objects.select_related("area").order_by("pk")
        found = {}
        for row in rows:
            values = {
                "code": row.area.code, "valid_from": row.valid_from.isoformat() if row.valid_from else None,
                "valid_to": row.valid_to.isoformat() if row.valid_to else None, "crs": "wgs84",
                "geometry": json.dumps(row.geometry, separators=(",", ":")), "source": row.source,
            }  # fmt: skip
            found[self.key_of(values)] = values
        return found

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            if row.action == ERROR:
                continue
            try:
                outline = read_outline(row.values["geometry"], row.values.get("crs") or "wgs84")
            except OutlineError as error:
                row.fail("geometry", str(error))
                continue
            row.values["geometry"] = json.dumps(outline, separators=(",", ":"))
            row.values["crs"] = "wgs84"

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        areas: dict[str, list[Area]] = {}
        for area in Area.objects.order_by("pk"):
            areas.setdefault(area.code, []).append(area)
        existing = {(g.area.code, g.valid_from): g for g in AreaGeometry.objects.select_related("area")}
        new: list[AreaGeometry] = []
        changed: list[AreaGeometry] = []
        centred: list[Area] = []
        for row in plan:
            if row.action not in (CREATE, UPDATE):
                continue
            first, last = _day(row.values.get("valid_from")), _day(row.values.get("valid_to"))
            outline = json.loads(row.values["geometry"])
            kept = existing.get((row.values["code"], first)) or AreaGeometry(valid_from=first)
            kept.area = _area_of(areas[row.values["code"]], first or last)
            kept.geometry, kept.bbox, kept.valid_to = outline, bounds(outline), last
            kept.source = row.values.get("source") or ""
            (changed if kept.pk else new).append(kept)
            if kept.pk is None and first is not None:
                _end_outline(kept.area.code, first)
            if kept.area.lng is None:
                kept.area.lng, kept.area.lat = centre(outline)
                centred.append(kept.area)
        AreaGeometry.objects.bulk_create(new, batch_size=500)
        fields = ["area", "geometry", "bbox", "valid_to", "source"]
        AreaGeometry.objects.bulk_update(changed, fields, batch_size=500)
        Area.objects.bulk_update(centred, ["lng", "lat"], batch_size=500)
        if new or changed:
            revision.bump(TOPIC)


def _end_outline(code: str, day: date) -> None:
    """The open outline of an area ends before the one that begins on `day`."""
    earlier = AreaGeometry.objects.filter(Q(valid_from=None) | Q(valid_from__lt=day), area__code=code, valid_to=None)
    earlier.update(valid_to=day - timedelta(days=1))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _area_of(versions: Sequence[Area], day: date | None) -> Area:
    """The version of an area that was there on `day`; the latest one when no day is known."""
    fitting = [
        v
        for v in versions
        if day is not None and (not v.valid_from or v.valid_from <= day) and (not v.valid_to or v.valid_to >= day)
    ]
    return fitting[0] if fitting else max(versions, key=lambda v: v.valid_from or date.min)


def _index_places(rows: Sequence[Any]) -> None:
    for row in rows:
        row.pinyin = pinyin_search(row.name)[:400]
        tokens = Value(index_tokens(f"{row.name} {row.address}"), output_field=ArrayField(TextField()))
        row.search = Func(tokens, function="array_to_tsvector", output_field=SearchVectorField())
    Place.objects.bulk_update(rows, ["pinyin", "search"], batch_size=500)


AREAS = AreaKind(
    "areas", "区域", Area,
    [
        Column("code", "区域编码", required=True, max_length=40),
        Column("name", "区域名称", required=True, max_length=120),
        Column("level", "层级", "choice", required=True, choices=Area.LEVELS),
        Column("kind", "网格类型", "choice", choices=Area.KINDS),
        Column("parent", "上级区域编码", ref="areas"),
        Column("managed_by", "管理单位编码", ref="units", field="managed_by_unit"),
        *VALIDITY,
        LNG, LAT,
        Column("note", "备注", max_length=300),
        SOURCE,
    ],
    ["code", "valid_from"], topic=TOPIC, order=20, permission="org.manage", group="places",
    help="市、区、街道、社区、网格。同一编码、更晚的有效期起是新版本，旧版本到前一天为止。",
    after=lambda rows: refresh_tree(Area, ("name",)),
)  # fmt: skip
GEOMETRY = GeometryKind(
    "geometry", "区域边界",
    [
        Column("code", "区域编码", required=True, ref="areas"),
        *VALIDITY,
        Column("crs", "坐标系", "choice", choices={"wgs84": "WGS-84", "cgcs2000": "CGCS2000", "gcj02": "GCJ-02",
                                                "bd09": "BD-09"}),
        Column("geometry", "边界", required=True, max_length=2_000_000, widget="textarea", listed=False,
               help="GeoJSON Polygon 或 MultiPolygon"),
        SOURCE,
    ],
    ["code", "valid_from"], topic=TOPIC, order=21, permission="org.manage", group="places",
    help="区域的边界（GeoJSON），登记时由位置得出网格。",
)  # fmt: skip
PLACES = ModelKind(
    "places", "地名地址", Place,
    [
        Column("code", "编码", required=True, max_length=60),
        Column("name", "名称", required=True, max_length=120),
        Column("kind", "类别", max_length=30),
        Column("address", "地址"),
        Column("area", "区域编码", ref="areas", field="area_code"),
        LNG, LAT, *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=22, permission="org.manage", after=_index_places, group="places", removable=True,
    help="小区、路口、单位等地名，用于登记时找位置。",
)  # fmt: skip

GRID_RULES = RuleKind(
    "grid_rules", "网格编码规则", GridRule,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("name", "名称", required=True, max_length=120),
        Column("level", "层级", "choice", required=True, choices=Area.LEVELS, default="grid"),
        Column("kinds", "网格类型", "list", choices=Area.KINDS, help="不填：各类都用"),
        Column("pattern", "规则", required=True, max_length=80, help="如 {parent}{serial:3}：上级编码加三位顺序号"),
        Column("order", "顺序号的次序", "choice", choices=numbering.ORDERS, default=numbering.ROWS),
        Column("first", "起始号", "int", default=1, minimum=0, maximum=999999),
        Column("sort", "排序", "int", default=0, minimum=0, maximum=9999),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=23, permission="org.manage", group="places", removable=True,
    help="新网格的编码怎样编：上级编码加顺序号，自西向东、自北向南。撤销的编码不再使用。",
)  # fmt: skip


def register_all() -> None:
    register(AREAS, GEOMETRY, PLACES, GRID_RULES)
