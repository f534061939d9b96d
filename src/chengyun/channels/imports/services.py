"""The verbs of an import: receive a file, set the mapping, start, stop. Beside the runner the only writers of
ImportBatch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO, Any

from django.db import transaction
from django.utils import timezone

from chengyun.kernel import config
from chengyun.kernel.files import storage
from chengyun.kernel.problems import Problem
from chengyun.kernel.tabular import Table, TableError, read_table
from chengyun.org.access import Actor

from .. import queries
from ..models import Channel, ImportBatch, ImportMapping
from ..rules import clean, clean_all
from .building import Builder, Options
from .mapping import Mapper, MappingError, suggest

SAMPLE_ROWS = 5
PREVIEW_ROWS = 50
CHECKED_ROWS = 2000
_OPEN = (ImportBatch.WAITING, ImportBatch.RUNNING)


def receive(
    channel: Channel, source: IO[bytes], filename: str, actor: Actor, limit: int | None = None
) -> tuple[ImportBatch, list[dict[str, str]]]:
    """Keep a file and look through it once: (batch, first rows).

    Raises Problem: 413 when it is longer than `limit` bytes, 422 when it is no table.
    """
    with storage.draft() as draft:
        try:
            draft.fill(source, limit)
            with draft.path.open("rb") as file:
                header, sample, total = _survey(read_table(file, filename))
        except storage.TooLarge:
            detail = f"最大 {(limit or 0) // 1024**2} MB，可以压缩成 .gz 或分成几个文件。"
            raise Problem(413, "too_large", "文件太大", detail) from None
        except TableError as error:
            raise _unreadable(str(error)) from error
        if total == 0:
            raise _unreadable("文件里只有表头，没有数据。")
        batch = ImportBatch.objects.create(
            channel=channel, file_name=clean(filename)[-200:] or "file", sha256=draft.keep(), size=draft.size,
            columns=header, total=total, started_by_id=actor.account_id, started_by_name=actor.name[:80],
        )  # fmt: skip
    return batch, sample


def upload_limit() -> int:
    return int(config.current().upload_document_mb) * 1024**2


def _survey(table: Table) -> tuple[list[str], list[dict[str, str]], int]:
    if any(clean(column) != column for column in table.header):
        raise TableError("表头里有不能使用的字符，请修改后再上传")
    sample: list[dict[str, str]] = []
    total = 0
    for _, row in table.rows:
        total += 1
        if total <= SAMPLE_ROWS:
            sample.append({column: row[column][:200] for column in table.header})
    return table.header, sample, total


def _unreadable(message: str) -> Problem:
    return Problem(422, "not_a_table", "文件不能导入", message, errors=[{"field": "file", "message": message}])


def suggestion(batch: ImportBatch) -> dict[str, Any]:
    """The mapping to begin with: a saved one of the channel whose columns are all there, else a guess."""
    columns = set(batch.columns)
    for saved in ImportMapping.objects.filter(channel=batch.channel_id).order_by("-updated_at"):
        try:
            Mapper(saved.fields, columns)
        except MappingError:
            continue
        return {"name": saved.name, "fields": saved.fields, "options": saved.options}
    return {"name": "", "fields": suggest(batch.columns), "options": {}}


def set_mapping(
    batch: ImportBatch, fields: Mapping[str, Any], options: Mapping[str, Any], actor: Actor, save_as: str = ""
) -> ImportBatch:
    """Say how the columns become requests; with `save_as` also for the next files of this source.

    Raises Problem: 409 once the import has begun, 422 with what does not fit.
    """
    fields, options, save_as = clean_all(fields), clean_all(options), clean(save_as)
    check(batch.columns, fields, options)
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.state != ImportBatch.UPLOADED:
            raise Problem(409, "import_begun", "导入已经开始", "不能再改列的对应关系；请重新上传文件。")
        locked.fields, locked.options, locked.mapping_name = dict(fields), dict(options), save_as[:80]
        locked.save(update_fields=["fields", "options", "mapping_name"])
        if save_as:
            ImportMapping.objects.update_or_create(
                channel_id=locked.channel_id, name=save_as[:80],
                defaults={"fields": locked.fields, "options": locked.options, "updated_by_id": actor.account_id},
            )  # fmt: skip
    return locked


def check(columns: list[str], fields: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[Mapper, Options]:
    """The mapping and options made ready. Problem 422 with every fault."""
    try:
        mapper = Mapper(fields, columns)
    except MappingError as error:
        raise Problem(422, "invalid", "对应关系有误", str(error), errors=error.errors) from None
    try:
        return mapper, Options.read(options)
    except (ValueError, TypeError) as error:
        raise Problem(
            422, "invalid", "选项有误", str(error), errors=[{"field": "options", "message": str(error)}]
        ) from None


def builder_of(batch: ImportBatch) -> Builder:
    """What turns the rows of this file into registrations. Problem 422 before a mapping was set."""
    channel = queries.channel(batch.channel.code)
    if channel is None:
        raise Problem(404, "no_such_channel", "没有这个渠道")
    if not batch.fields:
        raise Problem(422, "no_mapping", "还没有设置对应关系", "请先说明哪一列是什么。")
    mapper, options = check(batch.columns, batch.fields, batch.options)
    return Builder(channel, mapper, options)


@contextmanager
def rows_of(batch: ImportBatch) -> Iterator[Iterator[tuple[int, dict[str, str]]]]:
    """The rows of the file: (line in the file, cells by column). Problem 410 when the file was removed."""
    if batch.forgotten_at is not None:
        raise Problem(410, "file_gone", "文件已清除", "原文件已按保存期限清除，请重新上传。")
    try:
        file = storage.path_of(batch.sha256).open("rb")
    except FileNotFoundError:
        raise Problem(410, "file_gone", "找不到原文件", "请重新上传。") from None
    with file:
        yield read_table(file, batch.file_name).rows


def preview(batch: ImportBatch, limit: int = CHECKED_ROWS) -> dict[str, Any]:
    """What the first rows would become, and how many of the first `limit` rows have faults. Writes nothing."""
    builder = builder_of(batch)
    shown: list[dict[str, Any]] = []
    checked = failed = 0
    with rows_of(batch) as rows:
        for line, row in rows:
            if checked >= limit:
                break
            checked += 1
            registration, errors = builder.build(row)
            failed += bool(errors)
            if len(shown) < PREVIEW_ROWS and (errors or checked <= SAMPLE_ROWS * 2):
                shown.append({"row": line, "case": _shown(registration, builder), "errors": errors})
    return {"checked": checked, "failed": failed, "total": batch.total, "rows": shown}


def _shown(registration: Any, builder: Builder) -> dict[str, Any] | None:
    if registration is None:
        return None
    category = builder.known.category(registration.category_id)
    kind = builder.known.kinds.get(registration.kind)
    return {
        "external_id": registration.external_id, "kind": kind.name if kind else registration.kind,
        "category": category.path_name if category else None, "title": registration.title,
        "text": registration.text[:200], "address": registration.address, "urgency": registration.urgency,
        "received_at": registration.received_at, "occurred_at": registration.occurred_at,
        "requester": registration.requester,
    }  # fmt: skip


def start(batch: ImportBatch, actor: Actor) -> ImportBatch:
    """Hand the import to the worker; also goes on with one that was stopped or broke off. Problem 409 when it runs or
    is done."""
    from ..jobs import run_import

    builder_of(batch)
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.state in _OPEN or locked.state == ImportBatch.DONE:
            raise Problem(409, "import_state", "不能开始", f"这次导入{ImportBatch.NAMES[locked.state]}。")
        locked.state, locked.message = ImportBatch.WAITING, ""
        locked.started_at = locked.started_at or timezone.now()
        locked.moved_at = timezone.now()
        locked.started_by_id, locked.started_by_name = actor.account_id, actor.name[:80]
        locked.save()
        run_import.defer(batch_id=str(locked.pk))
    return locked


def stop(batch: ImportBatch) -> ImportBatch:
    """Stop after the rows in hand; what was imported stays, `start` goes on behind it."""
    with transaction.atomic():
        locked = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if locked.state not in _OPEN:
            raise Problem(409, "import_state", "不能停止", f"这次导入{ImportBatch.NAMES[locked.state]}。")
        locked.state = ImportBatch.STOPPED
        locked.save(update_fields=["state"])
    return locked


def find(batch_id: Any) -> ImportBatch:
    """Raises Problem 404."""
    batch = ImportBatch.objects.select_related("channel").filter(pk=batch_id).first()
    if batch is None:
        raise Problem(404, "not_found", "没有这次导入", "它可能已被清除。")
    return batch
