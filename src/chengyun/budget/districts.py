"""Which files of a district profile this room reads: from where the execution of a budget warns."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(500, "spending_limits.toml", "spending_limits", whole=True)
