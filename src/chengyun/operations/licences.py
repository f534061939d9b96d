"""The components that this installation is made of, with their licences: Python packages as they are installed.

Those of the pages are written beside them when they are built (web/apps/desk/scripts/licences.ts).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import metadata
from typing import Any

_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"""extra\s*==\s*['"]([^'"]+)['"]""")


@lru_cache(maxsize=1)
def python_packages() -> list[dict[str, str]]:
    """Name, version and licence of the program and of everything that it needs, by name."""
    found: dict[str, dict[str, str]] = {}
    _walk("chengyun", frozenset(), found)
    return sorted(found.values(), key=lambda row: row["name"].casefold())


def _walk(name: str, extras: frozenset[str], found: dict[str, dict[str, str]]) -> None:
    try:
        known = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return  # for another system, or wanted by nobody here
    key = name.casefold().replace("_", "-")
    fresh = key not in found
    found[key] = {"name": known.metadata["Name"], "version": known.version, "licence": licence_of(known)}
    for line in known.requires or []:
        match, extra = _NAME.match(line), _EXTRA.search(line)
        if match is None or (extra is not None and extra[1] not in extras) or (extra is None and not fresh):
            continue
        wanted = frozenset(part.strip() for part in (match[2] or "").split(",") if part.strip())
        if match[1].casefold().replace("_", "-") not in found or wanted:
            _walk(match[1], wanted, found)


def licence_of(known: Any) -> str:
    """The licence in short: the SPDX expression, else the classifiers, else the first line of what is said."""
    said = known.metadata
    if said.get("License-Expression"):
        return str(said["License-Expression"])
    named = [
        line.rsplit("::", 1)[1].strip() for line in said.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    named = [name for name in named if name != "OSI Approved"]
    first = str(said.get("License") or "").strip().split("\n", 1)[0]
    return ", ".join(named) or first[:60]
