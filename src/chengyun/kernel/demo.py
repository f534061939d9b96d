"""What rooms invent for the demo district once its cases are there.

An AppConfig says it: `demo = {50: "chengyun.supervision.demo.fill"}`; a lower place comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.apps import apps
from django.utils.module_loading import import_string


def fillers() -> Iterator[Callable[[], object]]:
    """Each makes nothing where something is."""
    said = [place for config in apps.get_app_configs() for place in getattr(config, "demo", {}).items()]
    for _, path in sorted(said):
        yield import_string(path)
