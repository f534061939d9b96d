"""Which files of a district profile the appraisal room reads."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(380, "scoring_schemes.toml", "scoring_schemes")
register_kind(370, "indicators.toml", "indicators")
register_kind(371, "indicator_targets.toml", "indicator_targets")
