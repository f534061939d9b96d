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


OFFICES = {"街道": "办事处", "乡": "人民政府", "镇": "人民政府", "社区": "居民委员会", "村": "村民委员会"}
"""What the office of an area is called: 梧桐街道 → 梧桐街道办事处."""


def units_from_areas(found: Profile) -> None:
    """Subdistricts and communities are handling units too: code and parent of the area's latest version."""
    levels = found.info.get("units_from_areas") or []
    without = set(found.info.get("units_not_from_areas") or [])
    wanted = [
        row for row in found.rows("areas.csv") if row["level"] in levels and not without & {row["code"], row["parent"]}
    ]
    areas = {row["code"]: row for row in sorted(wanted, key=lambda row: str(row["valid_from"]))}
    made = []
    for row in areas.values():
        name = str(row["name"])
        office = next((added for ending, added in OFFICES.items() if name.endswith(ending)), "")
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
