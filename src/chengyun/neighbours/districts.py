"""Which files of a district profile the front door reads."""

from __future__ import annotations

from chengyun.org.districts import register_kind

for order, name in enumerate(
    ("neighbour_limits", "emergency_words", "neighbour_steps", "neighbour_templates", "service_directory",
     "neighbour_silent_hours")
):  # fmt: skip
    register_kind(390 + order, f"{name}.toml", name)
