"""Which files of a district profile the org room reads; and what other rooms need to read theirs.

from chengyun.org.districts import Counts, Profile, Row, register_loader
"""

from __future__ import annotations

from . import demo
from .loading import (
    Counts,
    Loaded,
    check_profile,
    load_profile,
    register_kind,
    register_loader,
    sync_rows,
)
from .profiles import Finding, Profile, ProfileError, Row, names
from .profiles import find as profile

__all__ = [
    "Counts",
    "Finding",
    "Loaded",
    "Profile",
    "ProfileError",
    "Row",
    "check_profile",
    "load_profile",
    "names",
    "profile",
    "register_kind",
    "register_loader",
    "sync_rows",
]


def units_from_areas(found: Profile) -> None:
    """Subdistricts and communities are handling units too: code and parent of the area's latest version."""
    levels = found.info.get("units_from_areas") or []
    wanted = [row for row in found.rows("areas.csv") if row["level"] in levels]
    areas = {row["code"]: row for row in sorted(wanted, key=lambda row: str(row["valid_from"]))}
    made = []
    for row in areas.values():
        name = str(row["name"])
        office = "办事处" if name.endswith("街道") else "居民委员会" if name.endswith("社区") else ""
        values = {
            "code": row["code"], "name": name + office, "short_name": name, "kind": row["level"],
            "parent": row["parent"] if row["parent"] in areas else "", "managed_by": row["managed_by"],
            "valid_from": row["valid_from"], "valid_to": row["valid_to"], "source": row["source"],
        }  # fmt: skip
        made.append(Row(found, values, row.file, row.line))
    found.add_rows("units.csv", made)


register_kind(110, "roles.toml", "roles")
register_kind(120, "units.csv", "units", prepare=units_from_areas)
register_kind(130, "posts.csv", "posts")
register_kind(140, "people.csv", "people")
register_loader(190, "演示账号", "accounts.csv", demo.load, demo.check, key=("username",))
