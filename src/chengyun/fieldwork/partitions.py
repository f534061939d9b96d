"""Month partitions of positions: made ahead, dropped when the retention of the district has passed.

What fits no month (a phone that was off for long, a clock in another year) is kept in a partition of its own and moved
when its month is made.
"""

from __future__ import annotations

import re
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from .standards import current

PARENT = "fieldwork_position"
STRAY = f"{PARENT}_stray"
AHEAD = 2
_NAME = re.compile(rf"{PARENT}_(\d{{4}})_(\d{{2}})")


def month_after(first: date, months: int = 1) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def name_of(first: date) -> str:
    return f"{PARENT}_{first:%Y_%m}"


def present() -> dict[date, str]:
    """Month → its table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
            " WHERE i.inhparent = %s::regclass",
            [PARENT],
        )
        names = [row[0] for row in cursor.fetchall()]
    found = {}
    for name in names:
        if match := _NAME.fullmatch(name):
            found[date(int(match[1]), int(match[2]), 1)] = name
    return found


def keep_up(today: date | None = None) -> tuple[list[str], list[str]]:
    """(made, dropped): the last month, this one and the next ones are there; those past the retention go."""
    today = today or timezone.localdate()
    first = today.replace(day=1)
    there = present()
    made = [month for ahead in range(-1, AHEAD + 1) if (month := month_after(first, ahead)) not in there]
    for month in made:
        make(month)
    oldest = month_after(first, -int(current()["track_months"]))
    old = [name for month, name in sorted(there.items()) if month < oldest]
    with connection.cursor() as cursor:
        for name in old:
            cursor.execute(f'DROP TABLE "{name}"')
        zone = timezone.get_default_timezone_name()
        if old:  # strays of that time go with it: the trigger lets nobody delete single rows
            cursor.execute(f"ALTER TABLE {PARENT} DETACH PARTITION {STRAY}")
            cursor.execute(f"DELETE FROM {STRAY} WHERE at < (%s::date)::timestamp AT TIME ZONE %s", [oldest, zone])
            cursor.execute(f"ALTER TABLE {PARENT} ATTACH PARTITION {STRAY} DEFAULT")
    return [name_of(month) for month in made], old


def make(first: date) -> None:
    """The partition of one month; strays that belong there move in."""
    zone = timezone.get_default_timezone_name()
    until = month_after(first)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (%s::date)::timestamp AT TIME ZONE %s, (%s::date)::timestamp AT TIME ZONE %s",
            [first, zone, until, zone],
        )
        start, end = cursor.fetchone()
        cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {STRAY} WHERE at >= %s AND at < %s)", [start, end])
        strays = cursor.fetchone()[0]
        if strays:
            cursor.execute(f"ALTER TABLE {PARENT} DETACH PARTITION {STRAY}")
        cursor.execute(
            f"CREATE TABLE {name_of(first)} PARTITION OF {PARENT}"
            f" FOR VALUES FROM ('{start.isoformat()}') TO ('{end.isoformat()}')"
        )
        if strays:
            cursor.execute(f"INSERT INTO {PARENT} SELECT * FROM {STRAY} WHERE at >= %s AND at < %s", [start, end])
            cursor.execute(f"DELETE FROM {STRAY} WHERE at >= %s AND at < %s", [start, end])
            cursor.execute(f"ALTER TABLE {PARENT} ATTACH PARTITION {STRAY} DEFAULT")
