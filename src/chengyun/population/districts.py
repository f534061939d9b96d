"""Which file of a district profile the population room reads: visit_kinds.toml."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(479, "visit_kinds.toml", "visit_kinds", whole=True)
