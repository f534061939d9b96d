"""The closed list of permissions. Code asks for permissions, never for role names; roles are data.

Each room registers its own permissions from its AppConfig.ready(); a role that names an unknown code is
refused when it is saved (`unknown_codes`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")


@dataclass(frozen=True, slots=True)
class Permission:
    """code: "room.verb" in snake case; names for the role editor; description: what it lets a person do."""

    code: str
    name_zh: str
    name_en: str
    description: str


_registry: dict[str, Permission] = {}


def register(*permissions: Permission) -> None:
    """Add permissions. The same one twice is fine, another one under a taken code is a ValueError."""
    for permission in permissions:
        if not _CODE.fullmatch(permission.code):
            raise ValueError(f"permission code {permission.code!r} is not of the form room.verb")
        known = _registry.setdefault(permission.code, permission)
        if known != permission:
            raise ValueError(f"permission {permission.code!r} is registered twice with different meanings")


def all_permissions() -> tuple[Permission, ...]:
    """Every registered permission, ordered by code."""
    return tuple(_registry[code] for code in sorted(_registry))


def get(code: str) -> Permission:
    """The permission with this code; KeyError when no room registered it."""
    return _registry[code]


def unknown_codes(codes: Iterable[str]) -> list[str]:
    """Those of `codes` that no room registered, ordered and without doubles."""
    return sorted({code for code in codes if code not in _registry})
