"""Exports of lists: who may take what, the record of it, and the stream of the file (export_files writes it).

Rows are read page by page behind a place in the list, so that neither memory nor a transaction grows with the file.
The record is written before the first byte leaves and completed when the last one did, or when it broke off.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor
from chengyun.org.models import Account

from . import catalogue, export_columns, filter_words, queries
from .actions.base import invalid
from .desk import owner
from .export_files import WRITERS, XLSX_ROWS, Watermark, Writer
from .filters import CaseFilter
from .models import ExportRecord, UnmaskRecord
from .present import RowTeller, iso

CLEAR = "case.export_clear"
CLEAR_ROWS = 2_000
CHOSEN = 2_000
PAGE = 2_000
AT_ONCE = 2
_running = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for. `numbers`: only these cases of what the filter finds; empty: all of them."""

    format: str
    filter: CaseFilter
    sort: str
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    reason: str
    clear: bool = False
    view: str = ""


def start(actor: Actor, wanted: Wanted) -> Export:
    """Check, record and begin. Raises Problem 403, 422 (too many rows, say what to do) or 429."""
    if wanted.clear:
        actor.require(CLEAR)
    queries.counting(actor, wanted.filter, wanted.sort, 1)  # what the filter names exists
    _refuse_too_many(actor, wanted)
    if not _running.acquire(blocking=False):
        raise Problem(
            429, "exports_busy", "正在导出的太多", "请等正在进行的导出完成后再试。", headers={"Retry-After": "15"}
        )
    try:
        return Export(actor, wanted)
    except BaseException:
        _running.release()
        raise


def _refuse_too_many(actor: Actor, wanted: Wanted) -> None:
    most = CLEAR_ROWS if wanted.clear else XLSX_ROWS if wanted.format == "xlsx" else None
    if most is None or 0 < len(wanted.numbers) <= most:
        return
    found = queries.counted(actor, wanted.filter, wanted.sort, most + 1)
    if found > most:
        way = "请缩小范围，或分几次导出" if wanted.clear else "请缩小范围，或改用 CSV（不限行数）"
        kind = "不脱敏的导出" if wanted.clear else "XLSX"
        raise invalid("format", f"{kind}一次最多 {most:,} 行，这个清单超过了。{way}。")


class Export:
    """The bytes of one export, made while they are read. `close` completes the record, whatever happened."""

    def __init__(self, actor: Actor, wanted: Wanted):
        self.actor, self.wanted = actor, wanted
        self.columns = export_columns.chosen(wanted.columns, wanted.clear)
        now = timezone.localtime()
        account = Account.objects.select_related("unit").get(pk=owner(actor))
        who = f"{account.display_name or account.username}（{account.username}）"
        words = _words(wanted)
        self.record = ExportRecord.objects.create(
            account_id=account.pk, account_name=who[:120], for_id=actor.for_id, unit_id=account.unit_id,
            format=wanted.format,
            clear=wanted.clear, reason=wanted.reason, words=words, columns=[c.code for c in self.columns], at=now,
            query=wanted.filter.model_dump(mode="json", exclude_defaults=True) | {"sort": wanted.sort}
            | ({"numbers": list(wanted.numbers)} if wanted.numbers else {}),
        )  # fmt: skip
        unit = account.unit.name if account.unit else ""
        mark = Watermark(f"{who} {unit}".strip(), now, wanted.reason, words, unit)
        self.writer: Writer = WRITERS[wanted.format]([(c.name, c.width) for c in self.columns], mark)
        self.digest, self.size, self.rows, self.whole, self.closed = hashlib.sha256(), 0, 0, False, False
        self._pieces = self._make()

    @property
    def name(self) -> str:
        return f"案件清单-{timezone.localtime(self.record.at):%Y%m%d-%H%M%S}.{self.writer.suffix}"

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        """The next piece; may be empty. Each is made by whichever thread asks for it."""
        try:
            piece = next(self._pieces)
        except BaseException as error:
            self.whole = isinstance(error, StopIteration)
            self.close()
            raise
        finally:
            _give_back()
        self.digest.update(piece)
        self.size += len(piece)
        return piece

    def _make(self) -> Iterator[bytes]:
        yield self.writer.begin()
        teller, cells = (
            RowTeller(catalogue.current(), timezone.now()),
            export_columns.Cells(self.columns, self.wanted.clear),
        )
        for page in self._pages():
            if self.wanted.clear:
                self._note_look(page)
            told = [teller.tell(row) for row in page]
            self.rows += len(page)
            yield self.writer.add(cells.lines(page, told))
        yield from self.writer.end()

    def _pages(self) -> Iterator[list[dict[str, Any]]]:
        """Each case once, although its place may change while others work."""
        wanted, cursor = self.wanted, ""
        moving = wanted.sort.lstrip("-") != "received_at"
        seen: set[int] = set()
        only = frozenset(wanted.numbers)
        most = XLSX_ROWS if wanted.format == "xlsx" else None
        while True:
            page, cursor = queries.page_of(self.actor, wanted.filter, wanted.sort, PAGE, cursor, only)
            fresh = [row for row in page if row["id"] not in seen] if moving else page
            if moving:
                seen.update(row["id"] for row in fresh)
            yield fresh if most is None else fresh[: most - self.rows]
            if not cursor or (most is not None and self.rows >= most):
                return

    def _note_look(self, page: list[dict[str, Any]]) -> None:
        """A person in clear is a look at this person: it stands in the log of looks for every case."""
        reason = f"导出（第 {self.record.pk} 号）：{self.wanted.reason}"[:200]
        UnmaskRecord.objects.bulk_create(
            UnmaskRecord(
                case_id=row["id"], account_id=self.record.account_id, for_id=self.record.for_id, reason=reason
            )
            for row in page if row["requester_id"] is not None
        )  # fmt: skip

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        _running.release()
        with transaction.atomic():
            ExportRecord.objects.filter(pk=self.record.pk, finished_at__isnull=True).update(
                finished_at=timezone.now(), complete=self.whole, rows=self.rows, size=self.size,
                digest=self.digest.digest(),
            )  # fmt: skip
        _give_back()


def _give_back() -> None:
    """The connection, to the pool: the next piece may be made by another thread."""
    if not connection.in_atomic_block:
        connection.close()


def _words(wanted: Wanted) -> str:
    words = filter_words.in_words(wanted.filter, wanted.sort)
    if wanted.view:
        words = f"视图“{wanted.view}”：{words}"
    return f"所选 {len(wanted.numbers)} 件；{words}" if wanted.numbers else words


def records(*, before: int | None = None, account_id: int | None = None, limit: int = 50) -> list[dict[str, Any]]:
    """The newest exports first; `before` is the id of the last one already shown. One statement, for auditors."""
    found = ExportRecord.objects.order_by("-id")
    if before is not None:
        found = found.filter(id__lt=before)
    if account_id is not None:
        found = found.filter(account_id=account_id)
    return [record_item(row) for row in found[:limit]]


def record_item(row: ExportRecord) -> dict[str, Any]:
    """`complete` is None while the file is being made, False when it broke off."""
    return {
        "id": row.pk, "account_id": row.account_id, "account_name": row.account_name, "unit_id": row.unit_id,
        "format": row.format, "clear": row.clear, "reason": row.reason, "query": row.query, "words": row.words,
        "columns": row.columns, "at": iso(row.at), "finished_at": iso(row.finished_at), "complete": row.complete,
        "rows": row.rows, "size": row.size, "digest": bytes(row.digest).hex() if row.digest else "",
    }  # fmt: skip
