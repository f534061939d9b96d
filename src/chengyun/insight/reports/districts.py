"""Which file of a district profile this room reads: the plan of reports."""

from __future__ import annotations

from chengyun.org.districts import register_kind

register_kind(365, "report_plans.toml", "report_plans")
