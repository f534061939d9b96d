"""Which files of a district profile the insight room reads: warning rules."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(360, "warning_rules.toml", "warning_rules", whole=True)
