"""Which file of a district profile the replies room reads: reply_phrases.toml."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(360, "reply_phrases.toml", "reply_phrases")
