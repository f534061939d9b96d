"""Whether the doors can be used as they are declared and changed: for `chengyun channels check`."""

from __future__ import annotations

from chengyun.org.districts import check_profile, profile

from ..models import DoorConnection
from . import connections
from .reading import DoorError
from .transports import transport_in

Faults = list[tuple[str, str]]


def declarations() -> Faults:
    """What is wrong with the folders themselves."""
    found: Faults = []
    for code in connections.codes():
        try:
            connections.declared(code)
        except DoorError as error:
            found += [(f"doors/{code}/door.toml {where}", words) for where, words in error.faults]
    return found


def of_profile(name: str) -> Faults:
    """The folders, and a profile's channels.toml and doors.toml. Reads no database."""
    findings = check_profile(profile(name))
    mine = [one for one in findings if "doors.toml" in one.where or "channels.toml" in one.where]
    return [*declarations(), *((one.where, one.message) for one in mine)]


def of_installation() -> Faults:
    """The folders, and the changes and settings that this installation has."""
    found = declarations()
    for row in DoorConnection.objects.select_related("channel"):
        code = row.channel.code
        try:
            connections.changed(code, connections.both(row.profile_changes, row.changes))
        except DoorError as error:
            found += [(f"{code} {where}", words) for where, words in error.faults]
        transport = transport_in(row.transport_in)
        errors = transport.check(row.settings_in) if transport is not None and row.enabled else []
        found += [(f"{code} {error['field']}", error["message"]) for error in errors]
    return found
