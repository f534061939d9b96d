import io

import pytest

from chengyun.org import access
from chengyun.org.access import system_actor
from chengyun.org.masterdata import service
from chengyun.places import locating, queries

ACTOR = system_actor("测试")


@pytest.fixture(autouse=True)
def _fresh_caches(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    for module in (access, locating, queries):
        module.forget()
    yield
    for module in (access, locating, queries):
        module.forget()


def square(west, south, size=0.01):
    east, north = round(west + size, 6), round(south + size, 6)
    ring = f"[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]"
    return '"{""type"":""Polygon"",""coordinates"":[' + ring + "]}" + '"'


def preview(kind, text):
    return service.preview(service.kind_of(kind), io.BytesIO(text.encode()), "x.csv", ACTOR)


def bring_in(kind, text):
    seen = preview(kind, text)
    assert seen.token, [(row.row, row.errors) for row in seen.rows if row.errors]
    return service.commit(service.kind_of(kind), seen.token, ACTOR)


@pytest.fixture
def town(db):
    """District 429999 with a street, two communities, three grids (0.01° squares in a row) and a park."""
    bring_in(
        "areas",
        "code,name,level,parent\n429999,演示区,district,\n429999001,梧桐街道,subdistrict,429999\n"
        "429999001001,甲社区,community,429999001\n429999001002,乙社区,community,429999001\n"
        "429999001001-01,甲一网格,grid,429999001001\n429999001001-02,甲二网格,grid,429999001001\n"
        "429999001002-01,乙一网格,grid,429999001002\n",
    )
    bring_in(
        "geometry",
        f"code,geometry\n429999001001-01,{square(114.0, 30.0)}\n429999001001-02,{square(114.01, 30.0)}\n"
        f"429999001002-01,{square(114.02, 30.0)}\n429999001001,{square(114.0, 30.0, 0.02)}\n",
    )
    bring_in("places", "code,name,address,area,lng,lat\nP1,东湖公园,梧桐路1号,429999001002,114.025,30.005\n")
