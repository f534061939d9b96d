"""Outlines from files of every kind, and files that mean harm."""

import io
import json
import zipfile

import pytest
import shapefile
from pyproj import CRS, Transformer

from chengyun.places.changes.importing.formats import FileError, read_features
from chengyun.places.outlines import read_outline

SQUARE = [[114.0, 30.0], [114.01, 30.0], [114.01, 30.01], [114.0, 30.01], [114.0, 30.0]]
WKT = "POLYGON((" + ",".join(f"{x} {y}" for x, y in SQUARE) + "))"


def geojson(**more):
    feature = {"type": "Feature", "properties": {"网格编码": "G1", "名称": "一网格"},
               "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": [feature], **more}).encode()


def zipped(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return packed.getvalue()


def shape_files(points, prj="", encoding="utf-8", name="一网格"):
    parts = {ending: io.BytesIO() for ending in ("shp", "shx", "dbf")}
    with shapefile.Writer(**parts, encoding=encoding) as writer:
        writer.field("BGCode", "C", 20)
        writer.field("BGName", "C", 60)
        writer.poly([points])
        writer.record("G1", name)
    files = {f"grids__{ending}": part.getvalue() for ending, part in parts.items()}
    page = {"grids__cpg": "UTF-8"} if encoding == "utf-8" else {}
    return zipped(**files, **({"grids__prj": prj} if prj else {}), **page)


def only(content, name="x"):
    found = read_features(content, name)
    [feature] = found.features
    assert feature.error == ""
    return found.crs, feature


def corners(feature):
    outline = read_outline(feature.geometry)
    assert outline["type"] == "Polygon"
    return {(round(x, 5), round(y, 5)) for x, y in outline["coordinates"][0]}


KML = (
    '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>一网格</name>'
    '<ExtendedData><Data name="code"><value>G1</value></Data></ExtendedData><Polygon><outerBoundaryIs><LinearRing>'
    f"<coordinates>{' '.join(f'{x},{y},0' for x, y in SQUARE)}</coordinates></LinearRing></outerBoundaryIs></Polygon>"
    "</Placemark></Document></kml>"
).encode()


@pytest.mark.parametrize(
    "content",
    [
        geojson(),
        KML,
        zipped(doc__kml=KML),
        f'编码,名称,边界\nG1,一网格,"{WKT}"\n'.encode(),
        ("编码,名称,坐标\nG1,一网格,\"" + ";".join(f"{x},{y}" for x, y in SQUARE) + '"\n').encode("gb18030"),
        shape_files(SQUARE),
        shape_files(SQUARE, encoding="gb18030"),
    ],
    ids=["geojson", "kml", "kmz", "csv", "corners", "shapefile", "shapefile in GBK"],
)  # fmt: skip
def test_the_same_grid_is_read_from_every_kind_of_file(content):
    crs, feature = only(content)
    assert (crs, feature.get("code"), feature.get("name")) == ("", "G1", "一网格")
    assert corners(feature) == {(x, y) for x, y in SQUARE}


def test_a_workbook_is_read_too():
    import openpyxl

    book, packed = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["网格编码", "网格名称", "WKT"])
    book.active.append(["G1", "一网格", WKT])
    book.save(packed)
    assert corners(only(packed.getvalue())[1]) == {(x, y) for x, y in SQUARE}


def test_a_shapefile_in_metres_is_put_into_degrees_by_its_projection():
    """CGCS2000, three-degree Gauss-Krüger zone of 114° east."""
    zone = CRS.from_epsg(4547)
    metres = Transformer.from_crs(CRS.from_epsg(4490), zone, always_xy=True)
    crs, feature = only(shape_files([metres.transform(*point) for point in SQUARE], zone.to_wkt("WKT1_ESRI")))
    assert crs == "cgcs2000"
    assert corners(feature) == {(x, y) for x, y in SQUARE}


def test_old_datums_are_refused_with_what_to_do():
    with pytest.raises(FileError, match="CGCS2000"):
        read_features(shape_files(SQUARE, CRS.from_epsg(2436).to_wkt("WKT1_ESRI")), "x.zip")


def test_a_geojson_that_names_a_system_is_believed_or_refused():
    named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}}
    assert read_features(geojson(crs=named), "x").crs == "cgcs2000"
    named["properties"]["name"] = "urn:ogc:def:crs:EPSG::3857"
    with pytest.raises(FileError, match="3857"):
        read_features(geojson(crs=named), "x")


def test_a_point_among_the_outlines_is_told_with_its_row():
    point = {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [114, 30]}}
    content = json.loads(geojson())
    content["features"].append(point)
    found = read_features(json.dumps(content).encode(), "x")
    assert [(f.row, bool(f.error)) for f in found.features] == [(1, False), (2, True)]


BOMB = b'<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><kml><name>&b;</name></kml>'
OUTSIDE = b'<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>'


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[" * 100_000, b'{"type":"FeatureCollection","features":' + b"[" * 50_000, BOMB, OUTSIDE, b"<kml",
        b"PK\x03\x04nonsense", zipped(grids__shp=b"x"), zipped(grids__shp=b"x" * 200, grids__dbf=b"y" * 200),
        zipped(a__shp=b"", b__shp=b""), zipped(readme__txt=b"x"), zipped(doc__kml=b"\0" * 101 * 1024**2),
        b"a,b\n1,2\n", json.dumps({"type": "FeatureCollection", "features": [{}] * 3001}).encode(),
    ],
)  # fmt: skip
def test_what_is_no_file_of_outlines_or_means_harm_ends_in_words(content):
    with pytest.raises(FileError) as refused:
        read_features(content, "x")
    assert str(refused.value)
