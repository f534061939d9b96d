"""Which file of a district profile the channels room reads: channels.toml."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(400, "channels.toml", "channels", whole=True)
