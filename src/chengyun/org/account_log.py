"""The log of log-ins and of what happened to accounts: read by page, by person, kind, place and period; exported."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone

from chengyun.kernel import paging, tabular
from chengyun.kernel.downloads import download

from . import outside, queries
from .access import Actor
from .addresses import device_name
from .models import Account, AccountEvent

PAGE = 50
MOST_EXPORTED = 100_000

KINDS = {
    "login": "登录", "login_failed": "登录失败", "logout": "退出登录", "idle_logout": "离开超时退出",
    "sessions_ended": "结束其他登录", "logged_out_by_admin": "管理员强制退出", "unlocked": "解除锁定",
    "password_changed": "修改密码", "link_issued": "发一次性链接", "link_used": "用一次性链接设密码",
    "change_asked": "要求修改密码", "second_factor_on": "启用动态口令", "second_factor_off": "停用动态口令",
    "recovery_codes_renewed": "更换恢复码", "token_issued": "建立访问令牌",
    "token_rotated": "更换访问令牌", "token_revoked": "撤销访问令牌", "system_made": "登记系统账号",
    "system_changed": "修改系统账号", "cover_started": "开始代办",
    "cover_ended": "结束代办", "masterdata_imported": "导入基础数据", "masterdata_exported": "导出基础数据",
    "audit_exported": "导出审计记录", "passkey_added": "添加通行密钥", "passkey_removed": "移除通行密钥",
    "identity_linked": "绑定统一认证", "identity_unlinked": "解除绑定", "account_made": "登记新账号",
    "sign_in_way_changed": "修改登录方式", "sign_in_way_removed": "删除登录方式", "people_synced": "同步人员",
    "people_source_changed": "修改人员来源",
}  # fmt: skip
REASONS = {
    "password": "密码不对", "unknown": "没有这个账号", "disabled": "账号已停用", "code": "动态口令不对",
    "passkey": "通行密钥不对", **outside.FAULTS,
}  # fmt: skip
WAYS = {
    "password": "密码", "totp": "密码和动态口令", "recovery": "密码和恢复码", "password_passkey": "密码和通行密钥",
    "passkey": "通行密钥", "oidc": "统一认证", "oidc_totp": "统一认证和动态口令", "oidc_recovery": "统一认证和恢复码",
    "oidc_passkey": "统一认证和通行密钥", "cas": "统一认证", "cas_totp": "统一认证和动态口令",
    "cas_recovery": "统一认证和恢复码", "cas_passkey": "统一认证和通行密钥",
}  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    username: str = ""
    kind: str = ""
    address: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def rows(self) -> QuerySet[AccountEvent]:
        rows = AccountEvent.objects.select_related("account").order_by("-id")
        if self.username:
            account = queries.account_by_name(self.username)
            rows = rows.filter(account=account) if account else rows.none()
        if self.kind:
            rows = rows.filter(kind__in=[kind.strip() for kind in self.kind.split(",")])
        if self.address:
            rows = rows.filter(address=self.address)
        if self.since:
            rows = rows.filter(at__gte=self.since)
        return rows.filter(at__lt=self.until) if self.until else rows


def page(wanted: Wanted, cursor: str) -> dict[str, Any]:
    """50 rows, the latest first."""
    rows = wanted.rows()
    if cursor:
        (last,) = paging.decode_cursor(cursor, 1)
        if not isinstance(last, int) or isinstance(last, bool) or not 0 < last < 2**63:
            raise paging.bad_cursor()
        rows = rows.filter(id__lt=last)
    found = list(rows[: PAGE + 1])
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    return {"items": _told(found[:PAGE]), "next_cursor": paging.encode_cursor([more]) if more else None}


def _told(rows: list[AccountEvent]) -> list[dict[str, Any]]:
    names = dict(Account.objects.filter(pk__in={r.by_id for r in rows if r.by_id}).values_list("id", "username"))
    return [
        {
            "id": row.pk, "at": row.at, "kind": row.kind, "address": row.address,
            "detail": {key: value for key, value in row.detail.items() if key != "agent"},
            "device": device_name(row.detail.get("agent", "")),
            "account": row.account.username if row.account else "", "name": str(row.account) if row.account else "",
            "by": names.get(row.by_id or 0, ""),
        }
        for row in rows
    ]  # fmt: skip


def export(wanted: Wanted, form: str, actor: Actor, address: str) -> HttpResponse:
    """The same rows as a table; that it was exported is recorded too."""
    header = ["时间", "账号", "姓名", "事项", "说明", "地址", "设备", "操作人"]
    rows = wanted.rows()[:MOST_EXPORTED].iterator(chunk_size=2000)
    watermark = f"{actor.name} {timezone.localtime():%Y-%m-%d %H:%M} 导出"
    out = io.BytesIO()
    write = tabular.write_csv if form == "csv" else tabular.write_xlsx
    count = write(out, header, _lines(rows), watermark=watermark)
    record_export(actor, address, "account_log", count)
    return table_response(out.getvalue(), form, f"登录记录-{timezone.localdate():%Y%m%d}")


def _lines(rows: Iterable[AccountEvent]) -> Iterable[list[Any]]:
    for row in rows:
        told = _told_once(row)
        yield [f"{timezone.localtime(row.at):%Y-%m-%d %H:%M:%S}", *told]


def _told_once(row: AccountEvent) -> list[str]:
    detail = row.detail
    words = [REASONS.get(detail.get("reason", ""), str(detail.get("reason", ""))), WAYS.get(detail.get("way", ""), "")]
    if detail.get("provider"):
        words.append(str(detail["provider"]))
    if detail.get("wait"):
        words.append(f"需等待 {detail['wait']} 秒")
    if detail.get("for"):
        words.append(f"{detail.get('by', '')} 代 {detail['for']}")
    return [
        row.account.username if row.account else "", str(row.account) if row.account else "",
        KINDS.get(row.kind, row.kind), "；".join(word for word in words if word), row.address,
        device_name(detail.get("agent", "")), str(detail.get("by", "")),
    ]  # fmt: skip


def record_export(actor: Actor, address: str, what: str, count: int) -> None:
    AccountEvent.objects.create(
        account_id=actor.account_id, by_id=actor.account_id, kind="audit_exported", address=address,
        detail={"what": what, "count": count},
    )  # fmt: skip


_MEDIA = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def table_response(content: bytes, form: str, name: str) -> HttpResponse:
    return download(f"{name}.{form}", content, _MEDIA[form])
