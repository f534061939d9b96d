"""What lies under the map of the desk, as the settings say. Without settings the desk draws the area outlines."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from chengyun.kernel.config import Config, current

FILE_ADDRESS = "/map/base.pmtiles"


def file_of(config: Config | None = None) -> Path | None:
    """The PMTiles file that is configured and there."""
    config = config or current()
    if not config.map_file:
        return None
    path = Path(config.home) / config.map_file
    return path if path.is_file() else None


def base_map() -> dict[str, Any]:
    config = current()
    return {
        "tiles": list(config.map_tiles), "file": FILE_ADDRESS if file_of(config) else None, "crs": config.map_crs,
        "zoom": config.map_zoom, "attribution": config.map_attribution,
        "missing": bool(config.map_file) and file_of(config) is None,
    }  # fmt: skip


def origins(config: Config | None = None) -> list[str]:
    """Where the browser fetches tiles, for the Content-Security-Policy."""
    found = {f"{a.scheme}://{a.netloc}" for a in map(urlsplit, (config or current()).map_tiles)}
    return sorted(found)
