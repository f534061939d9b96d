"""Which files of a district profile the appraisal room reads."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(380, "scoring_schemes.toml", "scoring_schemes")
