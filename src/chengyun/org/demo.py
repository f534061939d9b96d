"""Demo accounts: one per role, with a password that everybody may know. Only a profile with `demo = true` has them."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password

from chengyun.kernel import revision

from .access import TOPIC
from .loading import Counts, sync_rows
from .models import Account, Grant, Person, Role, Unit
from .profiles import Profile, Row
from .queries import DEMO_PASSWORD


def _grants(row: Row) -> list[tuple[str, str]]:
    """(role, unit code or "") of a row."""
    parts = (text.partition("@") for text in row.list("grants"))
    return [(role, unit) for role, _, unit in parts]


def check(found: Profile, rows: list[Row]) -> None:
    roles, units, people = found.codes("roles.toml"), found.codes("units.csv"), found.codes("people.csv")
    for row in rows:
        if not found.is_demo:
            row.problem("只有演示区可以有 accounts.csv；正式安装用一次性链接建立账号")
        if row["staff_no"] and row["staff_no"] not in people:
            row.problem(f"people.csv 中没有“{row['staff_no']}”")
        for unit in {row["unit"], *(unit for _, unit in _grants(row))} - {""}:
            if unit not in units:
                row.problem(f"units.csv 中没有“{unit}”")
        if not _grants(row):
            row.problem("没有授权 grants")
        for role, _ in _grants(row):
            if role not in roles:
                row.problem(f"roles.toml 中没有“{role}”")


def load(found: Profile, rows: list[Row]) -> Counts:
    units = dict(Unit.objects.values_list("code", "id"))
    people = dict(Person.objects.values_list("staff_no", "id"))
    roles = dict(Role.objects.values_list("code", "id"))
    known = set(Account.objects.values_list("username", flat=True))
    hashed = make_password(DEMO_PASSWORD) if any(row["username"] not in known for row in rows) else ""
    wanted = []
    for row in rows:
        values = {
            "username": row["username"], "display_name": row["display_name"], "unit_id": units.get(row["unit"]),
            "person_id": people.get(row["staff_no"]), "is_demo": True,
        }  # fmt: skip
        wanted.append(values if row["username"] in known else {**values, "password": hashed})
    counts = sync_rows(Account, wanted, key=("username",))
    ids = dict(Account.objects.values_list("username", "id"))
    grants = [
        {"account_id": ids[row["username"]], "role_id": roles[role], "unit_id": units.get(unit)}
        for row in rows
        for role, unit in _grants(row)
    ]
    given = sync_rows(Grant, grants, key=("account_id", "role_id", "unit_id"))
    if counts.changed or given.changed:
        revision.bump(TOPIC)
    return counts
