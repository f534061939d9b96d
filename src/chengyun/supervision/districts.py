"""Which files of a district profile this room reads: the ladder, rules, business scopes, the checklist."""

from __future__ import annotations

from chengyun.org.districts import Profile, register_kind


def of_own_channels(found: Profile) -> None:
    """The common scope names every channel of its kind; a district has some of them."""
    own = found.codes("channels.toml")
    for row in found.rows("business_scopes.toml"):
        row.values_["channels"] = [code for code in row.list("channels") if code in own]


register_kind(470, "supervision_steps.toml", "supervision_steps", whole=True)
register_kind(471, "supervision_rules.toml", "supervision_rules", whole=True)
register_kind(472, "business_scopes.toml", "business_scopes", whole=True, prepare=of_own_channels)
register_kind(473, "quality_checklist.toml", "quality_checklist", whole=True)
