"""The built pages: one page for all its routes, assets for ever, nothing outside the build."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from chengyun.kernel import config
from chengyun.places import basemap
from chengyun.web import pages
from chengyun.web.pages import routes


@pytest.fixture
def build(tmp_path):
    (tmp_path / "secret.txt").write_text("outside")
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<title>城运</title>", encoding="utf-8")
    (dist / "icon.svg").write_text("<svg/>")
    (dist / "assets" / "desk-1a2b.js").write_text("plain")
    (dist / "assets" / "desk-1a2b.js.gz").write_bytes(b"squeezed")
    (dist / "field" / "assets").mkdir(parents=True)
    (dist / "field" / "index.html").write_text("<title>网格</title>", encoding="utf-8")
    (dist / "field" / "sw.js").write_text("worker")
    (dist / "field" / "manifest.webmanifest").write_text("{}")
    (dist / "field" / "assets" / "app-3c4d.js").write_text("app")
    return dist


@pytest.fixture
def get(build):
    application = Starlette(routes=routes(build))

    def ask(path: str, **headers: str) -> httpx.Response:
        async def go() -> httpx.Response:
            transport = httpx.ASGITransport(app=application)
            wanted = {"Accept-Encoding": "identity", **headers}
            async with (
                httpx.AsyncClient(transport=transport, base_url="http://chengyun.test") as client,
                client.stream("GET", path, headers=wanted) as answer,
            ):
                answer._content = b"".join([part async for part in answer.aiter_raw()])
                return answer

        return asyncio.run(go())

    return ask


@pytest.mark.parametrize("path", ["/", "/cases/12345", "/board", "/index.html", "/nothing%00here"])
def test_every_route_of_the_pages_is_the_same_page_and_never_cached(get, path):
    answer = get(path)
    assert answer.status_code == 200
    assert "城运" in answer.text
    assert answer.headers["cache-control"] == "no-cache"


def test_the_page_forbids_foreign_scripts_and_frames(get):
    policy = get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "script-src" not in policy
    assert get("/").headers["x-content-type-options"] == "nosniff"


def test_the_policy_names_the_base_map_that_is_configured_and_no_other(monkeypatch):
    monkeypatch.setenv(
        "CHENGYUN_MAP_TILES", "https://tiles.example.gov.cn/{z}/{x}/{y}.png?a=1,http://10.0.0.8:8080/{z}/{x}/{y}"
    )
    assert basemap.origins(config.load()) == ["http://10.0.0.8:8080", "https://tiles.example.gov.cn"]
    assert basemap.origins(config.load({})) == []


def test_a_base_map_file_is_sent_in_the_parts_that_are_asked_for(build, monkeypatch):
    (build / "base.pmtiles").write_bytes(b"PMTiles-0123456789")
    monkeypatch.setattr(pages, "file_of", lambda: build / "base.pmtiles")
    application = Starlette(routes=[Route("/map/base.pmtiles", pages.base_map)])

    async def go(**headers: str) -> httpx.Response:
        transport = httpx.ASGITransport(app=application)
        async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
            return await client.get("/map/base.pmtiles", headers=headers)

    part = asyncio.run(go(Range="bytes=8-11"))
    assert (part.status_code, part.content) == (206, b"0123")
    monkeypatch.setattr(pages, "file_of", lambda: None)
    assert asyncio.run(go()).status_code == 404


def test_hashed_assets_are_kept_for_ever_and_sent_compressed_to_who_takes_it(get):
    plain = get("/assets/desk-1a2b.js")
    assert (plain.content, plain.headers["cache-control"]) == (b"plain", "public, max-age=31536000, immutable")
    small = get("/assets/desk-1a2b.js", **{"Accept-Encoding": "gzip"})
    assert (small.content, small.headers["content-encoding"]) == (b"squeezed", "gzip")
    assert "javascript" in small.headers["content-type"]


@pytest.mark.parametrize("path", ["/field/", "/field/cases/12345", "/field/nothing/assets"])
def test_an_app_has_a_page_of_its_own_below_its_name(get, path):
    assert "网格" in get(path).text
    assert get(path).headers["cache-control"] == "no-cache"


def test_an_apps_worker_and_manifest_are_always_asked_for_anew_and_its_assets_kept(get):
    worker, manifest = get("/field/sw.js"), get("/field/manifest.webmanifest")
    assert (worker.text, worker.headers["cache-control"]) == ("worker", "no-cache")
    assert "javascript" in worker.headers["content-type"]
    assert manifest.headers["content-type"] == "application/manifest+json"
    assert "immutable" in get("/field/assets/app-3c4d.js").headers["cache-control"]
    assert (get("/field").status_code, get("/field").headers["location"]) == (307, "/field/")
    assert "城运" in get("/fieldwork").text


@pytest.mark.parametrize(
    "path", ["/assets/none.js", "/field/assets/none.js", "/assets/%00", "/assets/..%2f..%2fsecret.txt", "/assets/"]
)
def test_what_is_not_an_asset_is_not_found(get, path):
    assert get(path).status_code == 404


@pytest.mark.parametrize(
    "path", ["/..%2fsecret.txt", "/field/..%2f..%2fsecret.txt", "/%2e%2e/secret.txt", "/secret.txt"]
)
def test_nothing_outside_the_build_is_ever_sent(get, path):
    assert "outside" not in get(path).text


def test_without_a_build_the_page_says_in_both_languages_what_to_run(get, build):
    (build / "index.html").unlink()
    answer = get("/")
    assert answer.status_code == 503
    assert "make front" in answer.text
    assert "not built" in answer.text
    assert pages.POLICY in answer.headers["content-security-policy"]
