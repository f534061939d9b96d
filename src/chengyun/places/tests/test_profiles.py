import shutil
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chengyun.org import profiles
from chengyun.org.access import actor_for
from chengyun.org.districts import Counts, ProfileError, check_profile, load_profile, profile, register_loader
from chengyun.org.masterdata import all_kinds
from chengyun.org.models import Account, District, Grant, Role, Unit
from chengyun.places import locate, locating
from chengyun.places.models import Area, AreaGeometry

REAL = ("hanyang", "hongshan", "qiaokou", "qingshan", "wuchang")


@pytest.fixture
def copy_of(tmp_path):
    """A copy of a shipped profile, to be spoilt."""

    def copy(name):
        target = tmp_path / name
        shutil.copytree(profiles.ROOT / name, target)
        return target

    return copy


def messages(folder):
    return [f"{f.where} {f.message}" for f in check_profile(profile(str(folder))) if f.level == "error"]


def test_there_is_a_demo_district_and_five_real_ones():
    assert profiles.names() == ["demo", *REAL]


@pytest.mark.parametrize("name", ["demo", *REAL])
def test_a_shipped_profile_has_no_faults(name):
    assert [f for f in check_profile(profile(name)) if f.level == "error"] == []


@pytest.mark.parametrize("name", REAL)
def test_a_real_district_brings_no_people_accounts_or_outlines(name):
    found = profile(name)
    assert not found.is_demo
    for file in ("people.csv", "accounts.csv", "posts.csv", "geometry.geojson", "places.csv"):
        assert found.rows(file) == []


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["demo", *REAL])
def test_loading_twice_changes_nothing(name):
    first = load_profile(profile(name))
    assert sum(line.counts.created for line in first) > 100
    second = load_profile(profile(name))
    assert [(line.file, line.counts.changed) for line in second if line.counts.changed] == []
    assert District.objects.get().profile == name


@pytest.mark.django_db
def test_the_demo_district_has_an_account_for_every_role():
    load_profile(profile("demo"))
    assert set(Role.objects.values_list("code", flat=True)) == set(
        Grant.objects.filter(account__is_demo=True).values_list("role__code", flat=True)
    )
    assert not Account.objects.filter(is_demo=False).exists()


@pytest.mark.django_db
def test_the_demo_accounts_see_what_their_role_may(settings):
    load_profile(profile("demo"))
    taker = actor_for(Account.objects.get(username="call_taker"))
    assert taker.can("case.register")
    assert taker.is_centre_wide
    street = actor_for(Account.objects.get(username="street_centre"))
    below = Unit.objects.filter(parent__code="429999001")
    assert not street.is_centre_wide
    assert {unit.pk for unit in below} <= street.unit_ids
    admin = actor_for(Account.objects.get(username="system_admin"))
    assert not [code for code in admin.permissions if code.startswith("case.")]


@pytest.mark.django_db
def test_the_demo_district_is_cut_into_grids_without_gaps():
    load_profile(profile("demo"))
    locating.forget()
    today = date(2026, 11, 21)
    assert Area.objects.filter(level="grid").count() == 300
    for step in range(200):
        lng, lat = 114.20 + 0.16 * ((step * 37 % 200) + 0.5) / 200, 30.20 + 0.12 * (step + 0.5) / 200
        found = locate(lng, lat, today)
        assert found is not None, (lng, lat)
        assert found.grid_id, (lng, lat)
        assert found.subdistrict_id, (lng, lat)


@pytest.mark.django_db
def test_the_demo_district_shows_a_moved_border_and_a_renamed_subdistrict():
    load_profile(profile("demo"))
    locating.forget()
    name = dict(Area.objects.values_list("id", "name"))
    assert name[locate(114.2035, 30.31, date(2025, 12, 31)).grid_id] == "梧桐里第一网格"
    assert name[locate(114.2035, 30.31, date(2026, 1, 1)).grid_id] == "梧桐里第二网格"
    assert name[locate(114.21, 30.23, date(2024, 12, 31)).subdistrict_id] == "湖滨街道"
    assert name[locate(114.21, 30.23, date(2025, 1, 1)).subdistrict_id] == "望湖街道"
    assert AreaGeometry.objects.filter(area__name="湖滨街道").exists()


@pytest.mark.django_db
def test_units_follow_from_areas_and_zones_run_some_of_them():
    load_profile(profile("hongshan"))
    street = Unit.objects.get(code="420111080")
    assert street.name == "关东街道办事处"
    assert street.managed_by.short_name == "东湖高新区"
    assert Area.objects.get(code="420111080").managed_by_unit == street.managed_by
    assert Unit.objects.get(code="420111001001").parent.code == "420111001"
    assert not Area.objects.exclude(level__in=["city", "district"]).exclude(code__startswith="420111").exists()


@pytest.mark.django_db
def test_what_was_abolished_stays_with_its_last_day():
    load_profile(profile("qingshan"))
    assert Area.objects.get(name="厂前街道").valid_to == date(2022, 10, 30)
    assert not Unit.objects.filter(code="420107400").exists(), "a statistical code is no handling unit"


@pytest.mark.django_db
def test_one_installation_serves_one_district():
    load_profile(profile("wuchang"))
    with pytest.raises(ProfileError, match="武昌区"):
        load_profile(profile("demo"))
    assert not Account.objects.exists()


@pytest.mark.django_db
def test_a_faulty_profile_leaves_the_database_untouched(copy_of):
    folder = copy_of("demo")
    (folder / "units.csv").write_text("code,name,short_name,kind,parent,source\nX,甲,甲,星球,没有,演示\n")
    with pytest.raises(ProfileError, match=r"units\.csv:2"):
        load_profile(profile(str(folder)))
    assert not Unit.objects.exists()


def test_an_unknown_profile_says_what_there_is():
    with pytest.raises(ProfileError, match="hongshan"):
        profile("atlantis")
    with pytest.raises(ProfileError):
        profile("../../etc")


def test_check_names_file_and_line_of_every_fault(copy_of):
    folder = copy_of("demo")
    (folder / "areas.csv").write_text(
        "code,name,level,parent,managed_by,valid_from,valid_to,source\n"
        "1,甲,district,,,,,演示\n"
        "2,乙,street,1,,,,演示\n"
        "3,丙,community,9,,,,演示\n"
        "4,丁,subdistrict,1,NOBODY,,,演示\n"
        "5,戊,subdistrict,1,,2026-13-01,,演示\n"
        "1,己,district,,,,,演示\n"
        "6,庚,subdistrict,1,,,,\n"
    )
    for file in ("geometry.geojson", "places.csv", "accounts.csv", "people.csv", "posts.csv"):
        (folder / file).unlink()
    found = messages(folder)
    for part in (
        "demo/areas.csv:3 level：应为", "demo/areas.csv:4 parent：areas.csv 中没有“9”",
        "demo/areas.csv:5 managed_by：units.csv 中没有“NOBODY”", "demo/areas.csv:6 valid_from：日期应写成",
        "demo/areas.csv:7 “1 / ” 在本文件中重复", "demo/areas.csv:8 缺少来源",
    ):  # fmt: skip
        assert any(part in message for message in found), (part, found)


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("roles.toml", "[[roles]\n", "无法读取"),
        ("roles.toml", '[[other]]\ncode = "x"\n', "应当只有 [[roles]]"),
        ("roles.toml", '[[roles]]\ncode = "x"\nname = "甲"\npermissions = ["no.such"]\nsource = "I"\n', "没有这些权限"),
        ("roles.toml", '[[roles]]\ncode = "nobody"\ndrop = true\n', "drop 的行在公共数据中不存在"),
        ("units.csv", "code,name,kind,colour,source\nX,甲,other,red,I\n", "没有“colour”这一列"),
        ("units.csv", "code,name,kind,source\nX,甲\n", "列数与表头不符"),
        ("geometry.geojson", "{}", "无法读取"),
        ("accounts.csv", "username,display_name,staff_no,unit,grants,source\nx,甲,,,director,I\n", "只有演示区可以有"),
    ],
)
def test_broken_files_are_named_not_crashed_over(copy_of, file, text, said):
    folder = copy_of("wuchang")
    (folder / file).write_text(text)
    assert any(said in message and file in message for message in messages(folder)), messages(folder)


def test_a_profile_replaces_and_drops_common_rows(copy_of):
    folder = copy_of("wuchang")
    (folder / "roles.toml").write_text(
        '[[roles]]\ncode = "director"\nname = "主任"\npermissions = ["org.view"]\nsource = "I"\n\n'
        '[[roles]]\ncode = "analyst"\ndrop = true\n'
    )
    rows = {row["code"]: row for row in profile(str(folder)).rows("roles.toml")}
    assert rows["director"]["name"] == "主任"
    assert "analyst" not in rows
    assert rows["call_taker"].file == "_common/roles.toml"


@pytest.mark.django_db
def test_a_room_can_read_a_file_of_its_own(copy_of):
    folder = copy_of("wuchang")
    (folder / "songs.toml").write_text('[[songs]]\ncode = "a"\nname = "黄鹤楼"\nsource = "I"\n')
    seen = []

    def load(found, rows):
        seen.extend(row["name"] for row in rows)
        return Counts(created=len(rows))

    register_loader(900, "歌", "songs.toml", load, lambda found, rows: rows[0].problem("太吵", "warning"))
    try:
        found = profile(str(folder))
        done = load_profile(found)
    finally:
        from chengyun.org import loading

        del loading._loaders["songs.toml"]
    assert seen == ["黄鹤楼"]
    assert (done[-1].file, done[-1].counts.created) == ("songs.toml", 1)
    assert [f.message for f in found.findings if f.level == "warning" and "songs" in f.where] == ["太吵"]


@pytest.mark.django_db
def test_loading_costs_statements_per_file_not_per_row():
    load_profile(profile("wuchang"))
    with CaptureQueriesContext(connection) as seen:
        load_profile(profile("wuchang"))
    assert len(seen) < 2 * len(all_kinds()) + 10
