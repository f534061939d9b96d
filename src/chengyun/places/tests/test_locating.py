from datetime import date

import pytest

from chengyun.kernel import revision
from chengyun.places import coordinates, locate
from chengyun.places.locating import locate as locate_with_code
from chengyun.places.models import Area, AreaGeometry

from .conftest import bring_in, preview, square

pytestmark = pytest.mark.django_db


def id_of(code, **more):
    return Area.objects.get(code=code, **more).pk


def test_a_point_is_found_in_its_grid_with_everything_above(town):
    found = locate(114.015, 30.005)
    assert found.grid_id == id_of("429999001001-02")
    assert found.community_id == id_of("429999001001")
    assert found.subdistrict_id == id_of("429999001")
    assert found.area_id == found.grid_id


def test_where_there_is_no_grid_the_community_is_found(town):
    found = locate(114.015, 30.015)
    assert found.grid_id is None
    assert found.community_id == id_of("429999001001")


def test_outside_of_all_outlines_the_area_given_by_code_counts(town):
    assert locate(100.0, 20.0) is None
    found = locate_with_code(100.0, 20.0, area_code="429999001002")
    assert found.community_id == id_of("429999001002")
    assert locate_with_code(None, None, area_code="nonsense") is None


def test_on_a_border_the_answer_is_always_the_same(town):
    assert {locate(114.01, 30.005).grid_id for _ in range(5)} == {id_of("429999001001-01")}


def test_a_case_gets_the_outline_of_its_day(town):
    """The border between two grids moves on 2026-07-01."""
    one, two = id_of("429999001001-01"), id_of("429999001001-02")
    bring_in(
        "geometry",
        f"code,valid_from,geometry\n429999001001-01,2026-07-01,{square(114.0, 30.0, 0.015)}\n"
        f"429999001001-02,2026-07-01,{square(114.015, 30.0, 0.005)}\n",
    )
    assert locate(114.012, 30.002, date(2026, 6, 30)).grid_id == two
    assert locate(114.012, 30.002, date(2026, 7, 1)).grid_id == one


def test_a_renamed_area_begins_a_new_row_and_takes_what_lies_below(town):
    old = id_of("429999001")
    bring_in("areas", "code,name,level,parent,valid_from\n429999001,凤凰街道,subdistrict,429999,2026-07-01\n")
    new = id_of("429999001", valid_from=date(2026, 7, 1))
    assert str(Area.objects.get(pk=old).valid_to) == "2026-06-30"
    community = Area.objects.get(code="429999001001")
    assert community.parent_id == new
    assert f"/{new}/" in community.path
    assert f"/{new}/" in Area.objects.get(code="429999001001-01").path
    assert locate_with_code(None, None, date(2026, 6, 1), "429999001").subdistrict_id == old
    assert locate_with_code(None, None, date(2026, 8, 1), "429999001").subdistrict_id == new


def test_overlapping_versions_are_refused(town):
    Area.objects.filter(code="429999001").update(valid_to=date(2026, 12, 31))
    seen = preview("areas", "code,name,level,parent,valid_from\n429999001,新,subdistrict,429999,2026-07-01\n")
    assert seen.rows[0].errors == [("valid_from", "与另一行的有效期重叠")]


def test_an_area_cannot_hang_below_a_smaller_one(town):
    seen = preview("areas", "code,name,level,parent\nX,某街道,subdistrict,429999001001\n")
    assert seen.rows[0].errors == [("parent", "上级不能是社区")]


def test_outlines_in_gcj02_are_kept_in_wgs84(town):
    bring_in("geometry", f"code,crs,geometry\n429999001002,gcj02,{square(114.02, 30.0)}\n")
    kept = AreaGeometry.objects.get(area__code="429999001002")
    assert kept.geometry["coordinates"][0][0] == pytest.approx(coordinates.gcj02_to_wgs84(114.02, 30.0), abs=1e-6)


@pytest.mark.parametrize(
    "outline",
    [
        "nonsense",
        '"{""type"":""Point"",""coordinates"":[1,2]}"',
        '"{""type"":""Polygon"",""coordinates"":[[[0,0],[1,1],[0,1],[1,0],[0,0]]]}"',
        '"{""type"":""Polygon"",""coordinates"":[[[0,0],[999,1],[0,1],[0,0]]]}"',
        '"{""type"":""Polygon"",""coordinates"":[]}"',
        '"{""type"":""Polygon"",""coordinates"":""x""}"',
        '"{""type"":""Polygon"",""coordinates"":[[[0,0],[1,1]]]}"',
    ],
)
def test_what_is_no_outline_is_refused_with_a_reason(town, outline):
    seen = preview("geometry", f"code,geometry\n429999001,{outline}\n")
    assert [column for column, _ in seen.rows[0].errors] == ["geometry"]


def test_a_change_by_another_process_is_seen(town):
    assert locate(114.015, 30.005) is not None
    AreaGeometry.objects.all().delete()
    assert locate(114.015, 30.005) is not None, "kept until the revision moves"
    revision.bump("places")
    assert locate(114.015, 30.005) is None


def test_who_runs_an_area_is_apart_from_its_code(town):
    bring_in("units", "code,name,kind\nZ,某功能区管委会,zone\n")
    bring_in("areas", "code,name,level,parent,managed_by\n429999001,梧桐街道,subdistrict,429999,Z\n")
    assert Area.objects.get(code="429999001").managed_by_unit.code == "Z"
