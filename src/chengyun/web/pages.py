"""The built front ends: hashed assets for ever, the page itself never from a cache.

The desk is at /; each app of APPS is built into a folder of that name and served below /<app>/.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from chengyun.kernel.config import current
from chengyun.places.basemap import file_of, origins

APPS = ("field", "neighbour")
_TILES = "".join(f" {origin}" for origin in origins())
POLICY = (
    f"default-src 'self'; img-src 'self' data: blob:{_TILES}; style-src 'self' 'unsafe-inline'; font-src 'self' data:;"
    f" connect-src 'self'{_TILES}; media-src 'self' blob:; worker-src 'self' blob:; manifest-src 'self';"
    " object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(self), microphone=(self)",
}
if current().behind_tls:
    HEADERS["Strict-Transport-Security"] = "max-age=31536000"
NOT_BUILT = """<!doctype html><meta charset="utf-8"><title>城运</title>
<body style="font:16px/1.8 'PingFang SC','Microsoft YaHei',sans-serif;max-width:40em;margin:10vh auto">
<h1>页面还没有构建</h1><p>接口已经在运行（<a href="/api/openapi.json">/api/openapi.json</a>）。
在源码目录运行 <code>make front</code> 构建页面，然后刷新。</p>
<p lang="en">The API is running but the pages are not built yet: run <code>make front</code> in the checkout,
then reload.</p>"""
TYPES = {".webmanifest": "application/manifest+json", ".js": "text/javascript"}  # not every system knows them
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


class Assets:
    """Static files by hashed name; the compressed neighbour (.br, .gz) is sent when the browser takes it."""

    def __init__(self, directory: Path):
        self.directory = directory
        self.plain = StaticFiles(directory=directory, check_dir=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        if "\0" in scope["path"]:
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
            return
        response = self._compressed(request)
        if response is None:
            response = await self.plain.get_response(self.plain.get_path(scope), scope)
        if response.status_code == 200:
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.headers["X-Content-Type-Options"] = "nosniff"
        await response(scope, receive, send)

    def _compressed(self, request: Request) -> Response | None:
        path, stat = self.plain.lookup_path(self.plain.get_path(request.scope))
        if stat is None or request.method not in ("GET", "HEAD"):
            return None
        accepted = request.headers.get("accept-encoding", "")
        for name, suffix in ENCODINGS:
            neighbour = Path(f"{path}{suffix}")
            if name in accepted and neighbour.is_file():
                plain = FileResponse(path)
                return FileResponse(
                    neighbour,
                    media_type=plain.media_type,
                    headers={"Content-Encoding": name, "Vary": "Accept-Encoding"},
                )
        return None


async def base_map(request: Request) -> Response:
    """The district's own base map, in the parts that the map asks for."""
    file = file_of()
    if file is None:
        return PlainTextResponse("Not Found", 404)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=3600"}
    return FileResponse(file, media_type="application/octet-stream", headers=headers)


def routes(dist: Path) -> list[BaseRoute]:
    """Each app with its assets, then the desk, which takes whatever is left."""
    found: list[BaseRoute] = []
    for app in APPS:
        found.append(Mount(f"/{app}/assets", Assets(dist / app / "assets")))
        found.append(Route(f"/{app}", _with_slash, methods=["GET", "HEAD"]))
        found.append(Route(f"/{app}/{{path:path}}", _page_of(dist / app), methods=["GET", "HEAD"]))
    found.append(Mount("/assets", Assets(dist / "assets")))
    found.append(Route("/{path:path}", _page_of(dist), methods=["GET", "HEAD"]))
    return found


def _page_of(dist: Path) -> Callable[[Request], Awaitable[Response]]:
    async def show(request: Request) -> Response:
        return await page(dist, request)

    return show


async def _with_slash(request: Request) -> Response:
    """An app's worker and its addresses begin with /<app>/."""
    return RedirectResponse(f"{request.url.path}/", 307)


async def page(dist: Path, request: Request) -> Response:
    """A file of the build's root (icon, manifest), else the page: its own routes are the browser's business."""
    name = request.path_params["path"]
    if name and "/" not in name and name != "index.html":
        file = dist / name
        if file.is_file() and file.resolve().parent == dist.resolve():
            headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache"}
            return FileResponse(file, media_type=TYPES.get(file.suffix), headers=headers)
    index = dist / "index.html"
    if not index.is_file():
        return HTMLResponse(NOT_BUILT, 503, headers=HEADERS)
    return FileResponse(index, headers={**HEADERS, "Cache-Control": "no-cache"})
