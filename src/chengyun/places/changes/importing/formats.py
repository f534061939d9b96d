"""Reading outlines out of GeoJSON, zipped Shapefiles, KML, KMZ and tables. Pure; hostile files end in a FileError.

What comes out is GeoJSON in the system of the file; projected Shapefiles are put into degrees by their .prj.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chengyun.kernel import tabular

MAX_BYTES = 20 * 1024**2
MAX_UNPACKED = 100 * 1024**2
MAX_FEATURES = 3000
MAX_POINTS = 100_000
NAMES = {
    "code": ("code", "编码", "区域编码", "网格编码", "gridcode", "bgcode", "wgbm"),
    "name": ("name", "名称", "网格名称", "区域名称", "gridname", "bgname", "wgmc"),
    "parent": ("parent", "上级编码", "上级区域编码", "社区编码", "commcode", "sqbm"),
    "kind": ("kind", "类型", "网格类型", "wglx"),
    "geometry": ("geometry", "wkt", "边界", "坐标", "图形", "范围"),
}
_GEOGRAPHIC = {"4326": "wgs84", "4490": "cgcs2000", "crs84": "wgs84"}
_OLD = ("BEIJING", "XIAN", "1954", "1980")


class FileError(ValueError):
    """Why the file cannot be read, in Chinese."""


@dataclass
class Feature:
    row: int
    values: dict[str, str]
    geometry: dict[str, Any] | None = None
    error: str = ""

    def get(self, name: str) -> str:
        return self.values.get(name, "")


@dataclass
class Found:
    """`crs`: what the file says of itself, or ""."""

    features: list[Feature] = field(default_factory=list)
    crs: str = ""


def read_features(content: bytes, filename: str) -> Found:
    """What the file is follows from its content."""
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    try:
        if content.startswith(b"PK\x03\x04"):
            found = _zipped(content, filename)
        elif head == b"{":
            found = _geojson(content)
        elif head == b"<":
            found = _kml(content)
        else:
            found = _table(content, filename)
    except tabular.TableError as error:
        raise FileError(str(error)) from None
    if not found.features:
        raise FileError("文件里没有图形。")
    return found


def _zipped(content: bytes, filename: str) -> Found:
    names = tabular.check_zip(io.BytesIO(content), MAX_UNPACKED)
    if "xl/workbook.xml" in names:
        return _table(content, filename)
    plain = [name for name in names if not name.startswith("__MACOSX/")]
    shapes = [name for name in plain if name.lower().endswith(".shp")]
    kml = [name for name in plain if name.lower().endswith(".kml")]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if len(shapes) == 1:
            return _shapefile(archive, shapes[0], plain)
        if len(shapes) > 1:
            raise FileError("压缩包里有几个 Shapefile，请一次传一个。")
        if kml:
            return _kml(_unpack(archive, kml[0]))
    raise FileError("压缩包里没有 .shp、.kml 或工作簿。")


def _unpack(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as packed:
            content = packed.read(MAX_UNPACKED + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise FileError("压缩包已损坏或有密码。") from error
    if len(content) > MAX_UNPACKED:
        raise FileError("文件解压后过大。")
    return content


# --- GeoJSON ---------------------------------------------------------------------------------------------------------
def _geojson(content: bytes) -> Found:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise FileError("不是完整的 GeoJSON（UTF-8）。") from None
    kind = data.get("type") if isinstance(data, dict) else None
    rows = data.get("features") if kind == "FeatureCollection" else [data] if kind == "Feature" else None
    if not isinstance(rows, list):
        raise FileError("GeoJSON 应为 FeatureCollection。")
    _few_enough(len(rows))
    found = Found(crs=_named_crs(data.get("crs")))
    for number, row in enumerate(rows, 1):
        given = row.get("properties") if isinstance(row, dict) else None
        geometry = row.get("geometry") if isinstance(row, dict) else None
        found.features.append(_feature(number, given if isinstance(given, dict) else {}, geometry))
    return found


def _named_crs(given: Any) -> str:
    name = ""
    if isinstance(given, dict) and isinstance(given.get("properties"), dict):
        name = str(given["properties"].get("name", ""))
    code = name.rsplit(":", 1)[-1].lower()
    if name and code not in _GEOGRAPHIC:
        raise FileError(f"GeoJSON 的坐标系“{name[:40]}”不认识，请转成 WGS-84 或 CGCS2000 的经纬度。")
    return _GEOGRAPHIC.get(code, "")


def _feature(number: int, given: Mapping[str, Any], geometry: Any) -> Feature:
    values = _values(given)
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return Feature(number, values, None, "图形应为面（Polygon 或 MultiPolygon）")
    return Feature(number, values, geometry)


def _values(given: Mapping[str, Any]) -> dict[str, str]:
    lowered = {str(name).strip().lower(): value for name, value in given.items()}
    found = {}
    for ours, theirs in NAMES.items():
        value = next((lowered[name] for name in theirs if lowered.get(name) not in (None, "")), "")
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = str(value).replace("\x00", "").strip() if not isinstance(value, dict | list) else ""
        if text:
            found[ours] = text if ours == "geometry" else text[:200]
    return found


def _few_enough(count: int) -> None:
    if count > MAX_FEATURES:
        raise FileError(f"一次最多 {MAX_FEATURES} 个图形，请分成几个文件。")


# --- Shapefile -------------------------------------------------------------------------------------------------------
def _shapefile(archive: zipfile.ZipFile, name: str, names: list[str]) -> Found:
    import shapefile

    stem = name[:-4].lower()
    parts = {other[len(stem) :].lower(): other for other in names if other.lower().startswith(stem + ".")}
    if ".dbf" not in parts:
        raise FileError("Shapefile 缺少同名的 .dbf 文件。")
    content = {ending: _unpack(archive, parts[ending]) for ending in (".shp", ".dbf", ".shx", ".prj", ".cpg")
               if ending in parts}  # fmt: skip
    to_degrees, crs = _projection(content.get(".prj", b"").decode("utf-8", "replace"))
    codepage = content.get(".cpg", b"").decode("ascii", "replace").strip().lower()
    encoding = "utf-8" if codepage in ("utf-8", "utf8", "65001") else "gb18030"
    files = {ending[1:]: io.BytesIO(content[ending]) for ending in (".shp", ".dbf", ".shx") if ending in content}
    found = Found(crs=crs)
    try:
        with shapefile.Reader(**files, encoding=encoding, encodingErrors="replace") as reader:
            _few_enough(len(reader))
            for number, row in enumerate(reader.iterShapeRecords(), 1):
                _few_enough(number)
                found.features.append(_shape(number, row, to_degrees))
    except FileError:
        raise
    except Exception as error:  # pyshp lets many kinds through for a malformed file
        raise FileError("Shapefile 已损坏，无法读取。") from error
    return found


def _shape(number: int, row: Any, to_degrees: Any) -> Feature:
    if len(getattr(row.shape, "points", ())) > MAX_POINTS:
        return Feature(number, _values(row.record.as_dict()), None, f"图形超过 {MAX_POINTS} 个点")
    geometry = row.shape.__geo_interface__
    if to_degrees is not None and geometry.get("type") in ("Polygon", "MultiPolygon"):
        geometry = {"type": geometry["type"], "coordinates": _projected(geometry["coordinates"], to_degrees)}
    return _feature(number, row.record.as_dict(), geometry)


def _projected(part: Any, to_degrees: Any) -> Any:
    if part and isinstance(part[0], int | float):
        return list(to_degrees.transform(part[0], part[1]))
    return [_projected(inner, to_degrees) for inner in part]


def _projection(prj: str) -> tuple[Any, str]:
    """(transformer to degrees or None, system or "" when the file does not say)."""
    if not prj.strip():
        return None, ""
    from pyproj import CRS, Transformer
    from pyproj.exceptions import CRSError, ProjError

    try:
        crs = CRS.from_wkt(prj[:20_000])
    except CRSError:
        raise FileError("Shapefile 的 .prj 无法识别，请选择坐标系，并把 .prj 从压缩包里去掉。") from None
    datum = crs.geodetic_crs.name.upper() if crs.geodetic_crs is not None else ""
    if any(word in datum for word in _OLD):
        raise FileError("文件是 1954 北京或 1980 西安坐标系，换算要本地参数。请先转成 CGCS2000 或 WGS-84。")
    ours = "cgcs2000" if "CGCS" in datum or "CHINA" in datum else "wgs84" if "WGS" in datum else ""
    if not ours:
        raise FileError(f"文件的坐标系是“{crs.name[:60]}”，请先转成 CGCS2000 或 WGS-84。")
    if crs.is_geographic:
        return None, ours
    try:
        return Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True), ours
    except ProjError:
        raise FileError("Shapefile 的投影无法换算，请先转成经纬度。") from None


# --- KML -------------------------------------------------------------------------------------------------------------
def _kml(content: bytes) -> Found:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileError("不是完整的 KML。") from None
    if root.getroottree().docinfo.doctype:
        raise FileError("KML 里不能有 DOCTYPE 和实体。")
    found = Found()
    for number, mark in enumerate(root.iter("{*}Placemark"), 1):
        _few_enough(number)
        given: dict[str, Any] = {
            str(data.get("name", "")): " ".join(data.itertext()).strip()
            for data in (*mark.iter("{*}Data"), *mark.iter("{*}SimpleData"))
        }
        name = mark.find("{*}name")
        if name is not None and name.text and "name" not in given:
            given["name"] = name.text.strip()
        polygons = [list(_kml_rings(polygon)) for polygon in mark.iter("{*}Polygon")]
        geometry = {"type": "MultiPolygon", "coordinates": polygons} if polygons else None
        found.features.append(_feature(number, given, geometry))
    return found


def _kml_rings(polygon: Any) -> Iterator[list[list[float]]]:
    for border in ("{*}outerBoundaryIs", "{*}innerBoundaryIs"):
        for ring in polygon.iterfind(f"{border}//{{*}}coordinates"):
            points = [part.split(",")[:2] for part in (ring.text or "").split()]
            try:
                yield [[float(x) for x in point] for point in points[:MAX_POINTS]]
            except ValueError:
                yield []


# --- tables ----------------------------------------------------------------------------------------------------------
def _table(content: bytes, filename: str) -> Found:
    table = tabular.read_table(io.BytesIO(content), filename)
    if not any(heading.strip().lower() in NAMES["geometry"] for heading in table.header):
        raise FileError("表里没有“边界”一列（WKT、GeoJSON 或“经度,纬度;…”）。")
    found = Found()
    for number, cells in table.rows:
        _few_enough(len(found.features) + 1)
        geometry = _text_outline(_values(cells).get("geometry", ""))
        found.features.append(_feature(number, cells, geometry))
        found.features[-1].values.pop("geometry", None)
    return found


def _text_outline(text: str) -> dict[str, Any] | None:
    text = text.strip()
    try:
        if text.startswith("{"):
            found = json.loads(text)
            return found if isinstance(found, dict) else None
        if re.match(r"(?i)(multi)?polygon", text):
            from shapely import from_wkt
            from shapely.geometry import mapping

            return json.loads(json.dumps(mapping(from_wkt(text))))
        points = [[float(x) for x in part.split(",")[:2]] for part in text.split(";") if part.strip()]
        return {"type": "Polygon", "coordinates": [points]} if points else None
    except (ValueError, RecursionError, ImportError):
        return None
    except Exception as error:  # shapely's errors derive from Exception alone
        if type(error).__module__.startswith("shapely"):
            return None
        raise
