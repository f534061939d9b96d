"""The org room's own kinds: units and their earlier names, posts, people, roles, accounts, grants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from chengyun.kernel import permissions
from chengyun.kernel.tokens import pinyin_search

from ..access import TOPIC, Actor
from ..models import Account, Grant, Person, Post, Role, Unit, UnitName, valid_on
from .columns import Column
from .kinds import ERROR, UPDATE, Key, ModelKind, PlannedRow, Values, register

VALIDITY = (
    Column("valid_from", "有效期起", "date"),
    Column("valid_to", "有效期止", "date"),
)
SOURCE = Column("source", "来源", max_length=300)


def refresh_tree(model: Any, name_fields: Sequence[str]) -> None:
    """Bring `path` and `pinyin` of a tree up to date; writes only the rows that differ."""
    rows: dict[Any, Any] = {row.pk: row for row in model._default_manager.all()}
    stale = []
    for row in rows.values():
        chain, seen = [], set()
        node: Any = row
        while node is not None and node.pk not in seen:
            seen.add(node.pk)
            chain.append(str(node.pk))
            node = rows.get(node.parent_id)
        path = "/" + "/".join(reversed(chain)) + "/"
        words = " ".join(dict.fromkeys(getattr(row, f) for f in name_fields if getattr(row, f)))
        pinyin = pinyin_search(words)[:400]
        if (row.path, row.pinyin) != (path, pinyin):
            row.path, row.pinyin = path, pinyin
            stale.append(row)
    model._default_manager.bulk_update(stale, ["path", "pinyin"], batch_size=1000)


def refuse_cycles(plan: Sequence[PlannedRow], existing: Mapping[Key, Values], message: str) -> None:
    """Mark rows whose `parent` would make a circle."""
    parents = {str(key[0]): values.get("parent") or "" for key, values in existing.items()}
    parents.update({str(r.key[0]): r.values.get("parent") or "" for r in plan if "parent" in r.values})
    for row in plan:
        node, seen = str(row.key[0]), set()
        while node and node not in seen:
            seen.add(node)
            node = parents.get(node, "")
        if node and row.action != ERROR and row.values.get("parent"):
            row.fail("parent", message)


class UnitKind(ModelKind):
    """Units. A new name with `changed_on` keeps the old one, valid until the day before, in UnitName."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        refuse_cycles(plan, existing, "上级单位形成循环")
        for row in plan:
            day, old = row.values.get("changed_on"), existing.get(row.key)
            if day and old and old["valid_from"] and day <= old["valid_from"]:
                row.fail("changed_on", "应晚于有效期起")

    def apply(self, plan: Sequence[PlannedRow], actor: Actor) -> None:
        for row in plan:
            day = row.values.get("changed_on")
            if row.action == UPDATE and day and {"name", "short_name"} & set(row.changes):
                _keep_name(row, date.fromisoformat(day))
        super().apply(plan, actor)


def _keep_name(row: PlannedRow, day: date) -> None:
    unit = Unit.objects.get(code=row.key[0])
    last = unit.names.order_by("valid_to").last()
    begun = last.valid_to + timedelta(days=1) if last and last.valid_to else unit.valid_from
    UnitName.objects.create(
        unit=unit, name=unit.name, short_name=unit.short_name, valid_from=begun,
        valid_to=day - timedelta(days=1), source=unit.source,
    )  # fmt: skip


class RoleKind(ModelKind):
    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        for row in plan:
            unknown = permissions.unknown_codes(row.values.get("permissions") or ())
            if unknown:
                row.fail("permissions", "没有这些权限：" + "、".join(unknown))


class AccountKind(ModelKind):
    """Accounts come without a password: nobody gets in before a one-time link was used."""

    def check(self, plan: Sequence[PlannedRow], existing: Mapping[Key, Values]) -> None:
        taken = set(Account.objects.filter(kind=Account.SYSTEM).values_list("username", flat=True))
        for row in plan:
            name = row.values.get("username") or ""
            if name in taken:
                row.fail("username", "已被系统账号占用")
            if name != Account.normalize_username(name) or any(c.isspace() for c in name):
                row.fail("username", "不能有空格或全角字母")

    def _create(self, row: PlannedRow, ids: Mapping[str, Mapping[str, int]]) -> Any:
        account = super()._create(row, ids)
        account.set_unusable_password()
        return account


def has_administrator() -> bool:
    """Whether somebody may manage roles for the whole district today."""
    held = Grant.objects.filter(
        valid_on(timezone.localdate()), role__permissions__contains=["role.manage"], unit=None, area_code=None,
        category_code=None,
    )  # fmt: skip
    return held.filter(account__is_active=True).exists()


def _touch_accounts(grants: Sequence[Any]) -> None:
    ids = {grant.account_id for grant in grants}
    Account.objects.filter(pk__in=ids).update(grants_version=models.F("grants_version") + 1)


UNITS = UnitKind(
    "units", "单位", Unit,
    [
        Column("code", "单位编码", required=True, max_length=40),
        Column("name", "单位名称", required=True, max_length=120),
        Column("short_name", "简称", max_length=40),
        Column("kind", "类别", "choice", required=True, choices=Unit.KINDS),
        Column("parent", "上级单位编码", ref="units"),
        Column("managed_by", "管理单位编码", ref="units"),
        Column("successor", "并入单位编码", ref="units"),
        Column("calendar", "工作日历", ref="calendars", field="calendar_code", max_length=40),
        Column("phone_duty", "值班电话", max_length=40),
        Column("sort", "排序", "int", default=0),
        *VALIDITY, SOURCE,
        Column("changed_on", "更名日期", "date", virtual=True, help="填写后，原名称保留到前一天"),
    ],
    ["code"], topic=TOPIC, order=10, permission="org.manage", view=["org.view"], group="org",
    help="承办单位。撤并时填有效期止和并入单位；更名填更名日期，旧名称保留。",
    after=lambda rows: refresh_tree(Unit, ("name", "short_name")),
)  # fmt: skip
UNIT_NAMES = ModelKind(
    "unit_names", "单位曾用名", UnitName,
    [
        Column("unit", "单位编码", required=True, ref="units"),
        Column("name", "曾用名", required=True, max_length=120),
        Column("short_name", "曾用简称", max_length=40),
        *VALIDITY, SOURCE,
    ],
    ["unit", "valid_to"], topic=TOPIC, order=11, permission="org.manage", view=["org.view"], group="org",
    removable=True,
)  # fmt: skip
POSTS = ModelKind(
    "posts", "岗位", Post,
    [
        Column("code", "岗位编码", required=True, max_length=40),
        Column("name", "岗位名称", required=True, max_length=80),
        Column("unit", "单位编码", required=True, ref="units"),
        Column("sort", "排序", "int", default=0),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=12, permission="org.manage", view=["org.view"], group="org", removable=True,
)  # fmt: skip
PEOPLE = ModelKind(
    "people", "人员", Person,
    [
        Column("staff_no", "工号", required=True, max_length=40),
        Column("name", "姓名", required=True, max_length=60),
        Column("unit", "单位编码", required=True, ref="units"),
        Column("post", "岗位编码", ref="posts"),
        *VALIDITY, SOURCE,
    ],
    ["staff_no"], topic=TOPIC, order=13, permission="org.manage", view=["org.view"], group="org", removable=True,
    help="工作人员（不是诉求人）。离岗填有效期止。",
)  # fmt: skip
ROLES = RoleKind(
    "roles", "角色", Role,
    [
        Column("code", "角色编码", required=True, max_length=40),
        Column("name", "角色名称", required=True, max_length=60),
        Column("description", "说明", max_length=1000, widget="textarea"),
        Column("permissions", "权限", "list", max_length=60, widget="permissions", listed=False),
        Column("second_factor", "必须用动态口令", "bool", default=False, listed=False),
        Column("idle_minutes", "离开几分钟后重新登录", "int", minimum=0, maximum=720, listed=False),
        Column("coverable", "可由同事代办", "bool", default=True, listed=False),
        SOURCE,
        Column("sort", "排序", "int", default=0),
    ],
    ["code"], topic=TOPIC, order=14, permission="role.manage", view=["account.manage", "audit.read"], group="access",
    removable=True, help="一组权限。程序只问权限，不问角色；改了立即生效。",
)  # fmt: skip
ACCOUNTS = AccountKind(
    "accounts", "账号", Account,
    [
        Column("username", "账号", required=True, max_length=60),
        Column("display_name", "显示名", max_length=60),
        Column("staff_no", "工号", ref="people", field="person"),
        Column("unit", "单位编码", ref="units"),
        Column("is_active", "启用", "bool", default=True),
    ],
    ["username"], topic=TOPIC, order=15, permission="account.manage", view=["role.manage", "audit.read"],
    group="access", secret=True, volatile=True, fixed={"kind": Account.PERSON},
    help="登录用的账号，没有密码：本人用一次性链接设置。停用把“启用”改为“否”。",
)  # fmt: skip
GRANTS = ModelKind(
    "grants", "授权", Grant,
    [
        Column("account", "账号", required=True, ref="accounts"),
        Column("role", "角色编码", required=True, ref="roles"),
        Column("unit", "单位范围", ref="units", help="空为全区，含下级"),
        Column("area_code", "区域范围", ref="areas", help="空为不限"),
        Column("category_code", "类别范围", ref="categories|urban_event_categories", help="空为不限"),
        *VALIDITY,
    ],
    ["account", "role", "unit", "area_code", "category_code"], topic=TOPIC, order=16,
    permission="role.manage", view=["account.manage", "audit.read"], group="access", secret=True, removable=True,
    after=_touch_accounts, help="谁以什么角色、在多大范围内做事：单位（含下级）× 区域 × 类别。",
)  # fmt: skip


def register_all() -> None:
    register(UNITS, UNIT_NAMES, POSTS, PEOPLE, ROLES, ACCOUNTS, GRANTS)
