"""A directory (LDAP, Active Directory): read page by page, over TLS, with what each attribute means as data."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from chengyun.kernel import config, outbound, vault
from chengyun.kernel.problems import Problem

from ..models import PeopleSource
from . import records

PAGE = 500
MOST = 50_000
SECONDS = 20
STARTTLS, LDAPS, PLAIN = "starttls", "ldaps", "plain"
DEFAULTS = {
    "external_id": "entryUUID", "staff_no": "employeeNumber", "name": "cn", "unit": "departmentNumber",
    "post": "title", "username": "uid", "email": "mail", "phone": "mobile", "active": "",
}  # fmt: skip
_DISABLED = 2
"""The bit of Active Directory's userAccountControl that says: disabled."""


def secret_of(source: PeopleSource) -> str:
    return vault.open_(bytes(source.sealed), f"people:{source.code}")["secret"] if source.sealed else ""


def read(source: PeopleSource) -> list[records.Staff]:
    """Everybody the filter finds. Problem 502 with what the directory said when it cannot be read."""
    from ldap3.core.exceptions import LDAPException

    try:
        with _connected(source) as connection:
            return _people(source, connection)
    except outbound.Unreachable as error:
        raise _unreadable(error.words) from error
    except (LDAPException, OSError, ValueError) as error:
        raise _unreadable(_words(error)) from error


def _connected(source: PeopleSource) -> Any:
    import ldap3

    given: Mapping[str, Any] = source.settings
    address = urlsplit(given["address"])
    secure = given.get("security", STARTTLS)
    host, port = address.hostname or "", address.port or (636 if secure == LDAPS else 389)
    outbound.addresses(host, port)
    tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=config.current().outbound_ca or None)
    server = ldap3.Server(
        host, port, use_ssl=secure == LDAPS, tls=tls, connect_timeout=outbound.CONNECT_SECONDS, get_info=ldap3.NONE
    )
    connection = ldap3.Connection(
        server, given.get("bind_dn") or None, secret_of(source) or None, receive_timeout=SECONDS, read_only=True,
        raise_exceptions=True, auto_referrals=False, check_names=False,
    )  # fmt: skip
    connection.open()
    if secure == STARTTLS:
        connection.start_tls()
    connection.bind()
    return connection


def _people(source: PeopleSource, connection: Any) -> list[records.Staff]:
    given: Mapping[str, Any] = source.settings
    meanings = {field: name for field, name in {**DEFAULTS, **given.get("attributes", {})}.items() if name}
    units = given.get("units", {})
    found = connection.extend.standard.paged_search(
        given["base_dn"], given.get("filter") or "(objectClass=person)", attributes=sorted(set(meanings.values())),
        paged_size=PAGE, generator=True,
    )  # fmt: skip
    people: list[records.Staff] = []
    for entry in found:
        if entry.get("type") != "searchResEntry":
            continue
        if len(people) >= MOST:
            raise ValueError(f"超过 {MOST} 人，请收紧条件")
        said = {name.casefold(): values for name, values in entry["raw_attributes"].items()}
        cells = {field: _first(said.get(name.casefold())) for field, name in meanings.items()}
        cells["unit"] = units.get(cells.get("unit", ""), cells.get("unit", ""))
        if meanings.get("active", "").casefold() == "useraccountcontrol":
            cells["active"] = "否" if _disabled(cells.get("active", "")) else "是"
        people.append(records.read(len(people) + 1, cells))
    return people


def _first(values: Any) -> str:
    value = values[0] if isinstance(values, list) and values else values
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.hex()
    return str(value or "")


def _disabled(text: str) -> bool:
    return text.strip().isdigit() and bool(int(text) & _DISABLED)


def _words(error: Exception) -> str:
    """What the directory said; never what was sent."""
    said = str(error).splitlines()[0][:160] if str(error) else type(error).__name__
    known = {
        "invalidCredentials": "绑定账号或密码不对",
        "noSuchObject": "没有这个目录节点（base DN）",
        "certificate": "目录服务的证书不可信",
        "insufficientAccessRights": "绑定账号没有读取权限",
        "malformed filter": "筛选条件写得不对",
        "invalid filter": "筛选条件写得不对",
        "socket connection error": "连不上目录服务",
        "startTLS failed": "目录服务不支持 StartTLS",
    }
    return next((words for mark, words in known.items() if mark.casefold() in said.casefold()), said)


def _unreadable(words: str) -> Problem:
    return Problem(502, "directory_unreadable", "目录读不到", words)
