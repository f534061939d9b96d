"""Which files of a district profile this room reads: the ladder, rules, business scopes, the checklist."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(470, "supervision_steps.toml", "supervision_steps", whole=True)
register_kind(471, "supervision_rules.toml", "supervision_rules", whole=True)
register_kind(472, "business_scopes.toml", "business_scopes", whole=True)
register_kind(473, "quality_checklist.toml", "quality_checklist", whole=True)
