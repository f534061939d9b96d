import pytest
from django.test import Client

from chengyun.org.models import Account, Grant, Role
from chengyun.places import queries
from chengyun.places.coordinates import wgs84_to_gcj02

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(db, settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    account = Account.objects.create_user("jie", "correct-horse-7-battery")
    role = Role.objects.create(code="taker", name="接线员", permissions=["org.view"])
    Grant.objects.create(account=account, role=role)
    client = Client()
    client.force_login(account)
    return client


@pytest.mark.parametrize("words", ["梧桐街", "梧桐", "wutong", "wtjd", "429999001"])
def test_an_area_is_found_by_words_pinyin_initials_and_code(town, words):
    assert queries.search(words)[0]["name"] == "梧桐街道"


@pytest.mark.parametrize("words", ["东湖公园", "公园", "donghu", "dhgy", "梧桐路"])
def test_a_place_is_found_by_name_pinyin_and_address(town, words):
    found = [row for row in queries.search(words) if row["type"] == "place"]
    assert [row["name"] for row in found] == ["东湖公园"]
    assert found[0]["area_path"] == ["演示区", "梧桐街道", "乙社区"]


@pytest.mark.parametrize("words", ["", "   ", "%", "_", "'; DROP TABLE", "\\", "(((", "没有这个地方"])
def test_what_means_nothing_finds_nothing_and_breaks_nothing(town, words):
    assert queries.search(words) == []


def test_searching_costs_one_statement_once_areas_are_known(town, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(queries, "_others", [])  # what rooms above find has a budget of its own
    queries.search("梧桐")
    with django_assert_max_num_queries(1):
        queries.search("公园")


def test_the_api_finds_and_locates(client, town):
    assert client.get("/api/v1/places/search", {"q": "梧桐"}).json()[0]["name"] == "梧桐街道"
    lng, lat = wgs84_to_gcj02(114.015, 30.005)
    body = client.get("/api/v1/places/locate", {"lng": lng, "lat": lat, "crs": "gcj02"}).json()
    assert body["area_path"] == ["演示区", "梧桐街道", "甲社区", "甲二网格"]
    nowhere = client.get("/api/v1/places/locate", {"lng": 0, "lat": 0}).json()
    assert (nowhere["area_id"], nowhere["area_path"]) == (None, [])
    assert client.get("/api/v1/places/locate", {"lng": 999, "lat": 0}).status_code == 422
    assert client.get("/api/v1/places/search", {"q": "\x00"}).status_code == 422


def test_the_api_lists_areas_and_outlines(client, town):
    grids = client.get("/api/v1/places/areas", {"level": "grid"}).json()
    assert [row["code"] for row in grids] == ["429999001001-01", "429999001001-02", "429999001002-01"]
    below = client.get("/api/v1/places/areas", {"parent": grids[0]["parent_id"]}).json()
    assert len(below) == 2
    outlines = client.get("/api/v1/places/outlines", {"level": "grid"}).json()
    assert outlines["type"] == "FeatureCollection"
    assert len(outlines["features"]) == 3


def test_without_permission_there_are_no_places(client, town):
    Role.objects.update(permissions=[])
    Account.objects.update(grants_version=2)
    assert client.get("/api/v1/places/search", {"q": "梧桐"}).status_code == 403
    assert Client().get("/api/v1/places/search", {"q": "梧桐"}).status_code == 401
