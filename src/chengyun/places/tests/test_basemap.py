"""What lies under the map is what the settings say; without settings nothing is fetched from anywhere."""

import pytest

from chengyun.kernel import config
from chengyun.places import basemap


@pytest.fixture
def configured(monkeypatch, tmp_path):
    def put(**values: str) -> dict:
        environ = {"CHENGYUN_HOME": str(tmp_path), **{f"CHENGYUN_MAP_{name.upper()}": v for name, v in values.items()}}
        loaded = config.load(environ)
        monkeypatch.setattr(basemap, "current", lambda: loaded)
        return basemap.base_map()

    return put


def test_without_settings_there_is_no_base_map(configured):
    assert configured() == {
        "tiles": [], "file": None, "crs": "wgs84", "zoom": 18, "attribution": "", "missing": False,
    }  # fmt: skip


def test_tiles_come_lowest_first_with_their_system_and_attribution(configured):
    told = configured(tiles="https://a.cn/{z}/{x}/{y},https://b.cn/{z}/{x}/{y}", crs="gcj02", attribution="审图号示例")
    assert told["tiles"] == ["https://a.cn/{z}/{x}/{y}", "https://b.cn/{z}/{x}/{y}"]
    assert (told["crs"], told["attribution"]) == ("gcj02", "审图号示例")


def test_a_file_is_offered_when_it_is_there_and_said_to_be_missing_when_not(configured, tmp_path):
    assert configured(file="base.pmtiles")["missing"]
    (tmp_path / "base.pmtiles").write_bytes(b"PMTiles")
    told = configured(file="base.pmtiles")
    assert (told["file"], told["missing"]) == ("/map/base.pmtiles", False)


@pytest.mark.parametrize(
    "template",
    ["ftp://a.cn/{z}/{x}/{y}", "https://a.cn/{z}/{x}", "https:///{z}/{x}/{y}", "https://a.cn; script-src */{z}/{x}/{y}",
     "https://a.cn'/{z}/{x}/{y}", "https://*/{z}/{x}/{y}"],
)  # fmt: skip
def test_an_address_that_could_not_work_or_would_loosen_the_policy_is_refused(template, tmp_path):
    with pytest.raises(config.ConfigError, match="MAP_TILES"):
        config.load({"CHENGYUN_HOME": str(tmp_path), "CHENGYUN_MAP_TILES": template})
