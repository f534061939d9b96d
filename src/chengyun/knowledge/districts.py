"""Which files of a district profile the knowledge room reads: synonyms and periods."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(480, "knowledge_synonyms.toml", "knowledge_synonyms")
register_kind(481, "knowledge_periods.toml", "knowledge_periods")
