"""Outlines from files: each row becomes an operation of a plan, or says what is wrong. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from chengyun.kernel.problems import Problem

from ...coordinates import SYSTEMS
from ...models import Area
from ...outlines import OutlineError, read_outline
from .. import reading
from ..topology import Grid
from .formats import MAX_BYTES, FileError, Found, read_features

KINDS = {"基础网格": "base", "专属网格": "special", "微网格": "micro", "base": "base", "special": "special",
         "micro": "micro"}  # fmt: skip


def read(file: Any, filename: str, crs: str, parent: str) -> dict[str, Any]:
    """The rows of a file. Problem 413, 422 when it cannot be read at all."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Problem(413, "too_large", "文件太大", f"一次最多 {MAX_BYTES // 1024**2} MB，请分成几个文件。")
    system = crs.lower().replace("-", "")
    if system and system not in SYSTEMS:
        raise _bad("crs", "坐标系应为 WGS-84、CGCS2000、GCJ-02 或 BD-09。")
    try:
        found = read_features(content, filename)
    except FileError as error:
        raise _bad("file", str(error)) from None
    if not found.crs and not system:
        raise _bad("crs", "请选择文件的坐标系：文件里没有说明。")
    return _told(found, found.crs or system, parent)


def _bad(name: str, message: str) -> Problem:
    return Problem(422, "bad_file", "文件无法读取", message, errors=[{"field": name, "message": message}])


def _told(found: Found, crs: str, parent: str) -> dict[str, Any]:
    grids = reading.grids_on(timezone.localdate())
    used = set(Area.objects.values_list("code", flat=True))
    communities = [g for g in grids.values() if g.level == Area.COMMUNITY and g.shape is not None]
    rows, seen = [], set[str]()
    for feature in found.features:
        code, name = feature.get("code"), feature.get("name")
        errors = [feature.error] if feature.error else []
        operation = None
        if not errors:
            try:
                outline = read_outline(feature.geometry or {}, crs)
                operation = _operation(feature.values, outline, grids, used, communities, parent, errors)
            except OutlineError as error:
                errors.append(f"边界：{error}")
        if code and code in seen:
            errors.append(f"编码 {code} 在文件里重复")
        seen.add(code)
        rows.append({
            "row": feature.row, "code": code[:40], "name": name[:120], "errors": errors,
            "operation": None if errors else operation,
        })  # fmt: skip
    good = sum(not row["errors"] for row in rows)
    return {"crs": crs, "rows": rows, "good": good, "bad": len(rows) - good}


def _operation(
    values: Mapping[str, str], outline: dict[str, Any], grids: Mapping[str, Grid], used: set[str],
    communities: list[Grid], parent: str, errors: list[str],
) -> dict[str, Any]:  # fmt: skip
    """A known code gets a new border, an unknown one is a new area."""
    code, name = values.get("code", ""), values.get("name", "")
    if len(code) > 40 or len(name) > 120:
        errors.append("编码最多 40 个字符，名称最多 120 个字")
    if code in grids:
        return {"op": "boundary", "code": code, "geometry": outline}
    if code in used:
        errors.append(f"编码 {code} 是已撤销的网格，不能再用")
    if not name:
        errors.append("没有名称")
    above = values.get("parent") or parent or _around(outline, communities)
    if above not in grids:
        errors.append(f"没有上级区域 {above}" if above else "没有上级编码，图形也不在任何社区里")
    kind = KINDS.get(values.get("kind", ""), "")
    if values.get("kind") and not kind:
        errors.append(f"网格类型“{values['kind'][:20]}”应为基础网格、专属网格或微网格")
    given = {"op": "draw", "parent": above, "name": name, "geometry": outline, "code": code, "kind": kind}
    return {key: value for key, value in given.items() if value}


def _around(outline: dict[str, Any], communities: list[Grid]) -> str:
    from shapely.geometry import shape

    point = shape(outline).representative_point()
    return next((grid.key for grid in communities if grid.shape.contains(point)), "")
