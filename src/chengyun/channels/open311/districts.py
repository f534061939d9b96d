"""Which file of a district profile the open interface reads."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(452, "open311_services.toml", "open311_services")
