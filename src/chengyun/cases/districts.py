"""Which files of a district profile the cases room reads: kinds, categories, limits, reasons, outcomes, scripts."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(300, "kinds.toml", "request_kinds")
register_kind(310, "categories.csv", "categories")
register_kind(311, "urban_event_categories.csv", "urban_event_categories")
register_kind(320, "return_reasons.toml", "return_reasons")
register_kind(321, "outcomes.toml", "outcomes")
register_kind(330, "limits.toml", "limits", whole=True)
register_kind(340, "scripts.toml", "scripts", whole=True)
register_kind(341, "message_templates.toml", "message_templates")
register_kind(342, "ladder.toml", "ladder", whole=True)
register_kind(343, "steps.toml", "steps", whole=True)
register_kind(344, "repeat_rules.toml", "repeat_rules", whole=True)
register_kind(350, "quiet_hours.toml", "quiet_hours")
register_kind(351, "digests.toml", "digests")
