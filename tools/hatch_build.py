"""Refuses to build a wheel without the pages: it would install, start, and show nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesHook(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        dist = Path(self.root) / "src" / "chengyun" / "web" / "dist"
        pages = [dist / "index.html", *(dist / app / "index.html" for app in ("field", "neighbour"))]
        if version != "editable" and not all(page.is_file() for page in pages):
            raise RuntimeError("the pages are not built: run `make front` first, or `make wheel` for both")
