"""Who saw, took out or printed personal data, and why: the records of the cases room, on one page."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.utils import timezone

from chengyun.cases import looks
from chengyun.kernel import paging, tabular
from chengyun.org import account_log, queries
from chengyun.org.access import Actor
from chengyun.org.models import Account

PAGE = 50
MOST_EXPORTED = 100_000
KINDS = {"unmask": "查看诉求人", "export": "导出清单", "print": "打印案件"}
UNMASK, EXPORT, OTHERS = 1, 2, 3

_UNMASKS = (
    "SELECT u.at, 1 AS source, u.id, 'unmask' AS kind, u.account_id, u.for_id, u.reason, c.number,"
    " '' AS words, true AS clear, 1 AS rows, true AS complete"
    " FROM cases_unmaskrecord u JOIN cases_case c ON c.id = u.case_id WHERE {where} ORDER BY u.at DESC, u.id DESC"
)
_EXPORTS = (
    "SELECT e.at, 2 AS source, e.id, CASE WHEN e.format = 'pdf' THEN 'print' ELSE 'export' END AS kind, e.account_id,"
    " e.for_id, e.reason, CASE WHEN jsonb_array_length(coalesce(e.query->'numbers', '[]')) = 1"
    " THEN e.query->'numbers'->>0 END AS number, e.words, e.clear, e.rows, e.complete"
    " FROM cases_exportrecord e WHERE {where} ORDER BY e.at DESC, e.id DESC"
)


@dataclass(frozen=True)
class Wanted:
    username: str = ""
    kind: str = ""
    number: str = ""
    since: datetime | None = None
    until: datetime | None = None
    clear: bool = False


Key = tuple[datetime, int, int]
MARKS = {UNMASK: "u", EXPORT: "e"}


def page(wanted: Wanted, cursor: str) -> dict[str, Any]:
    """50 records, the latest first."""
    rows = _find(wanted, _key(cursor), PAGE + 1)
    shown = rows[:PAGE]
    more = shown[-1] if len(rows) > PAGE else None
    return {
        "items": list(_told(shown)),
        "next_cursor": paging.encode_cursor([more[0].isoformat(), more[1], more[2]]) if more else None,
    }


def _key(cursor: str) -> Key | None:
    if not cursor:
        return None
    at, source, key = paging.decode_cursor(cursor, 3)
    try:
        moment = datetime.fromisoformat(at)
    except (TypeError, ValueError):
        raise paging.bad_cursor() from None
    known = range(UNMASK, OTHERS + len(looks.kept()))
    fits = moment.tzinfo is not None and source in known and type(key) is int and 0 < key < 2**63
    if not fits or not 1900 <= moment.year < 2200:
        raise paging.bad_cursor()
    return moment, source, key


def _find(wanted: Wanted, before: Key | None, limit: int) -> list[tuple[Any, ...]]:
    account_id: int | None = None
    if wanted.username:
        account = queries.account_by_name(wanted.username)
        if account is None:
            return []
        account_id = account.pk
    parts, params = [], []
    if wanted.kind in ("", "unmask"):
        where, given = _conditions("u", UNMASK, wanted, account_id, before)
        if wanted.number:
            where, given = [*where, "c.number = %s"], [*given, wanted.number]
        parts.append(_UNMASKS.format(where=" AND ".join(where)))
        params.append(given)
    if wanted.kind in ("", "export", "print"):
        where, given = _conditions("e", EXPORT, wanted, account_id, before)
        if wanted.kind:
            where.append("e.format = 'pdf'" if wanted.kind == "print" else "e.format <> 'pdf'")
        if wanted.number:
            where, given = [*where, "e.query->'numbers' @> to_jsonb(%s::text)"], [*given, wanted.number]
        if wanted.clear:
            where.append("e.clear")
        parts.append(_EXPORTS.format(where=" AND ".join(where)))
        params.append(given)
    for part, given in _of_others(wanted, account_id, before):
        parts.append(part)
        params.append(given)
    if not parts:
        return []
    union = " UNION ALL ".join(f"({part} LIMIT {limit})" for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT * FROM ({union}) both_kinds ORDER BY at DESC, source DESC, id DESC LIMIT {limit}",
            [value for given in params for value in given],
        )
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _of_others(wanted: Wanted, account_id: int | None, before: Key | None) -> Iterable[tuple[str, list[Any]]]:
    """Records that rooms keep (cases.looks), in the order of their kinds."""
    for position, kept in enumerate(looks.kept()):
        if wanted.kind not in ("", kept.kind) or (wanted.clear and not kept.clear):
            continue
        where, given = _conditions("l", OTHERS + position, wanted, account_id, before)
        if wanted.number:
            where, given = [*where, "l.number = %s"], [*given, wanted.number]
        yield kept.sql.format(source=OTHERS + position, where=" AND ".join(where)), given


def _conditions(
    table: str, source: int, wanted: Wanted, account_id: int | None, before: Key | None
) -> tuple[list[str], list[Any]]:
    where, given = ["true"], list[Any]()
    if account_id is not None:
        where.append(f"{table}.account_id = %s")
        given.append(account_id)
    if wanted.since:
        where.append(f"{table}.at >= %s")
        given.append(wanted.since)
    if wanted.until:
        where.append(f"{table}.at < %s")
        given.append(wanted.until)
    if before:
        where.append(f"({table}.at, {source}, {table}.id) < (%s, %s, %s)")
        given += before
    return where, given


def _told(rows: Iterable[tuple[Any, ...]]) -> Iterable[dict[str, Any]]:
    rows = list(rows)
    ids = {row[4] for row in rows} | {row[5] for row in rows if row[5]}
    people = {account.pk: account for account in Account.objects.filter(pk__in=ids).select_related("unit")}
    for at, source, key, kind, account_id, for_id, reason, number, words, clear, count, complete in rows:
        person, colleague = people.get(account_id), people.get(for_id)
        yield {
            "id": f"{MARKS.get(source, f'l{source}-')}{key}", "at": at, "kind": kind,
            "account": person.username if person else "", "name": str(person) if person else "",
            "unit": person.unit.name if person and person.unit else "",
            "acted_for": str(colleague) if colleague else "",
            "reason": reason, "number": number, "words": words, "clear": clear, "rows": count, "complete": complete,
        }  # fmt: skip


def export(wanted: Wanted, form: str, actor: Actor, address: str) -> HttpResponse:
    """The same records as a table; taking them out is recorded too."""
    header = ["时间", "账号", "姓名", "单位", "代谁", "方式", "案件", "内容", "不脱敏", "件数", "原因"]
    watermark = f"{actor.name} {timezone.localtime():%Y-%m-%d %H:%M} 导出"
    out = io.BytesIO()
    write = tabular.write_csv if form == "csv" else tabular.write_xlsx
    count = write(out, header, map(_line, _told(_find(wanted, None, MOST_EXPORTED))), watermark=watermark)
    account_log.record_export(actor, address, "reads", count)
    return account_log.table_response(out.getvalue(), form, f"信息查看记录-{timezone.localdate():%Y%m%d}")


def kinds() -> dict[str, str]:
    return {**KINDS, **{kept.kind: kept.name for kept in looks.kept()}}


def _line(item: dict[str, Any]) -> list[Any]:
    return [
        f"{timezone.localtime(item['at']):%Y-%m-%d %H:%M:%S}", item["account"], item["name"], item["unit"],
        item["acted_for"], kinds()[item["kind"]], item["number"] or "", item["words"], item["clear"],
        item["rows"] if item["rows"] is not None else "", item["reason"],
    ]  # fmt: skip
