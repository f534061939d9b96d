"""One origin: live updates, the API, and the built pages.

granian → this Starlette application → Django (WSGI, in threads) for /api/ and /open311/.
Why: docs/decisions/0002-one-origin.md.
"""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chengyun.web.settings")

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from starlette.applications import Starlette
from starlette.routing import Route

from chengyun.kernel import collector

with collector.paused(keep=True):
    django_application = get_wsgi_application()
    import_module(settings.ROOT_URLCONF)  # now, not while the first person waits

from chengyun.kernel.config import current
from chengyun.places import basemap

from . import live
from .bridge import Bridge
from .pages import base_map, routes

DIST = Path(__file__).parent / "dist"


_config = current()
_api = Bridge(django_application, threads=_config.web_threads, limit=settings.UPLOAD_LARGEST_BYTES + 1024 * 1024)
_starlette = Starlette(
    routes=[
        Route("/live/events", live.events),
        Route(basemap.FILE_ADDRESS, base_map, methods=["GET", "HEAD"]),
        *routes(DIST),
    ]
)


async def application(scope, receive, send) -> None:
    """The shortest way for the API; everything else by Starlette's routes."""
    if scope["type"] == "http" and scope["path"].startswith(("/api/", "/open311/")):
        await _api(scope, receive, send)
    else:
        await _starlette(scope, receive, send)
