"""Which files of a district profile the channels room reads: channels.toml, doors.toml; limits that doors declare."""

from __future__ import annotations

from typing import Any

from chengyun.org.districts import Counts, Profile, Row, register_kind, register_loader

from .doors import connections
from .doors.reading import DoorError

CHANNELS, DOORS, LIMITS = "channels.toml", "doors.toml", "limits.toml"
_CHANGED = ("operator", "fields", "codes", "codes_out", "items", "transports", "write_back", "note")


def limits_of_doors(found: Profile) -> None:
    """A limit policy for each door that declares limits of its own; one that the profile writes down wins.

    Their codes begin with 25: they go over the limits of a kind (10) and of business cases (20–22), and yield to urgent
    (30) and emergency (40) ones and to those of a category.
    """
    made = []
    for row in found.rows(CHANNELS):
        code, lifecycle = str(row["code"]), str(row["lifecycle"] or "request")
        door = _declared(code)
        if door is None or door.limits is None or not door.limits.stages:
            continue
        stages = [dict(stage) for stage in door.limits.stages]
        values: dict[str, Any] = {
            "code": f"{lifecycle}-25-door-{code}", "version": 1, "lifecycle": lifecycle,
            "condition": {"channel": [code]}, "default": True, "stages": stages, "source": door.limits.source,
        }  # fmt: skip
        made.append(Row(found, values, f"doors/{code}/door.toml", 1))
    found.add_rows(LIMITS, made)


def _declared(code: str) -> Any:
    try:
        return connections.declared(code)
    except DoorError:
        return None


def _changes(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in _CHANGED if row[name] not in ("", None)}


def check_doors(found: Profile, rows: list[Row]) -> None:
    """What is wrong with a district's changes of its doors, and with codes that lead nowhere."""
    known = {str(row["code"]): row for row in found.rows(CHANNELS)}
    for row in rows:
        code = str(row["code"])
        unknown = set(row) - {"code", "source", "drop", *_CHANGED}
        if unknown:
            row.problem(f"没有这一项：{'、'.join(sorted(unknown))}")
        if code not in known:
            row.problem(f"channels.toml 里没有渠道“{code}”")
        try:
            door = connections.changed(code, _changes(row))
        except DoorError as error:
            for where, words in error.faults:
                row.problem(f"{where}：{words}")
            continue
        if door is None:
            row.problem(f"渠道“{code}”没有对接说明（door.toml）")
            continue
        for field, file in (("kind", "kinds.toml"), ("category", _categories(known.get(code))), ("area", "areas.csv")):
            table = door.codes.get(field)
            names = found.codes(file) | {str(one["name"]) for one in found.rows(file)}
            for theirs, ours in table.rows.items() if table is not None and table.changed else ():
                if ours.rpartition("/")[2].strip() not in names:
                    row.problem(f"codes.{field}：“{theirs}”对应的“{ours}”不存在")


def _categories(channel: Row | None) -> str:
    urban = channel is not None and channel["lifecycle"] == "urban_event"
    return "urban_event_categories.csv" if urban else "categories.csv"


def load_doors(found: Profile, rows: list[Row]) -> Counts:
    """Keep the district's changes with the connections; settings, secrets and what the page changed stay."""
    from chengyun.kernel import revision

    from .models import Channel, DoorConnection

    wanted = {str(row["code"]): _changes(row) for row in rows}
    created = updated = unchanged = 0
    for channel in Channel.objects.filter(code__in=wanted):
        row, new = DoorConnection.objects.get_or_create(channel=channel)
        if row.profile_changes == wanted[channel.code]:
            unchanged += 1
            continue
        row.profile_changes = wanted[channel.code]
        row.save(update_fields=["profile_changes"])
        created, updated = created + new, updated + (not new)
    gone = DoorConnection.objects.exclude(channel__code__in=wanted).exclude(profile_changes={})
    updated += gone.update(profile_changes={})
    if created or updated:
        revision.bump(connections.TOPIC)
    return Counts(created, updated, unchanged)


register_kind(400, CHANNELS, "channels", whole=True, prepare=limits_of_doors)
register_loader(410, "渠道对接", DOORS, load_doors, check_doors)
