"""Files that come in pieces and go on where they stopped: a small cousin of tus. Whole, they are checked and kept as
every other upload of the platform."""

from __future__ import annotations

import hashlib
import os
import uuid
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from chengyun.kernel import files
from chengyun.kernel.files import storage
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import Upload
from .schemas import PhoneUploadIn

PIECE = 256 * 1024
MOST_WAITING = 300
"""Unfinished files of one account: a phone that was away for days, with room to spare."""
KEEP_UNFINISHED = timedelta(days=14)
KEEP_FINISHED = timedelta(days=180)


def begin(actor: Actor, given: PhoneUploadIn) -> dict[str, Any]:
    """A new upload, or how far it has come. Problem 409 for another file under this uuid, 413, 429."""
    assert actor.account_id is not None
    row = Upload.objects.filter(pk=given.uuid).first()
    if row is None:
        _room_for(actor, given)
        try:
            with transaction.atomic():
                row = Upload.objects.create(
                    uuid=given.uuid, account_id=actor.account_id, name=given.name, size=given.size,
                    sha256=given.sha256, proof=given.proof,
                )  # fmt: skip
        except IntegrityError:
            row = Upload.objects.get(pk=given.uuid)
    if row.account_id != actor.account_id or (row.size, row.sha256) != (given.size, given.sha256):
        raise Problem(409, "uuid_used", "这个编号已用过", "同一编号的另一个文件已经在上传，请重新添加这张照片。")
    return told(row)


def _room_for(actor: Actor, given: PhoneUploadIn) -> None:
    from chengyun.kernel.files.services import limits

    most = max(limits().values())
    if given.size > most:
        raise Problem(413, "file_too_large", "文件过大", f"文件过大，这类文件最大 {most // 1024**2} MB")
    assert actor.account_id is not None
    if Upload.objects.filter(account_id=actor.account_id, file_id=None).count() >= MOST_WAITING:
        raise Problem(
            429, "too_many_uploads", "没有传完的文件太多", "请先等前面的文件传完。", headers={"Retry-After": "60"}
        )


def told(row: Upload) -> dict[str, Any]:
    return {"uuid": row.uuid, "size": row.size, "received": row.received, "file_id": row.file_id}


def take(actor: Actor, key: uuid.UUID, offset: int, piece: bytes) -> dict[str, Any]:
    """Write a piece. What is there already is passed over; a hole is refused with where to go on (409)."""
    if not piece or len(piece) > PIECE:
        raise Problem(413, "piece_too_large", "这一片太大", f"每片 1 至 {PIECE} 字节。")
    assert actor.account_id is not None
    with transaction.atomic():
        row = Upload.objects.select_for_update().filter(pk=key, account_id=actor.account_id).first()
        if row is None:
            raise Problem(404, "not_found", "没有这个上传", "请从头上传这个文件。")
        if row.file_id is not None:
            return told(row)
        if offset > row.received or offset + len(piece) > row.size:
            raise Problem(409, "wrong_offset", "位置不对", "请从已收到的位置继续。", received=row.received)
        fresh = piece[row.received - offset :]
        if fresh:
            _append(row, fresh)
        if row.received < row.size:
            row.save(update_fields=["received", "moved_at"])
            return told(row)
        return _finish(actor, row)


def _append(row: Upload, fresh: bytes) -> None:
    path = path_of(row.uuid)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "r+b") as file:
        file.seek(row.received)
        file.truncate()  # what a process wrote that died before it could say so
        file.write(fresh)
    row.received += len(fresh)
    row.moved_at = timezone.now()


def _finish(actor: Actor, row: Upload) -> dict[str, Any]:
    path = path_of(row.uuid)
    with path.open("rb") as file:
        whole = hashlib.file_digest(file, "sha256").hexdigest() == row.sha256
    if whole:
        with path.open("rb") as file:
            try:
                stored = files.save_upload(file, row.name, actor.account_id)
            except Problem:
                path.unlink(missing_ok=True)
                row.received = 0
                row.save(update_fields=["received", "moved_at"])
                raise
        if row.proof:
            StoredFile.objects.filter(pk=stored.pk).update(meta={**stored.meta, "field": row.proof})
        row.file_id = stored.pk
    else:
        row.received = 0
    row.save(update_fields=["received", "moved_at", "file_id"])
    transaction.on_commit(lambda: path.unlink(missing_ok=True))
    return told(row)


def path_of(key: uuid.UUID) -> Path:
    return storage.root() / "pieces" / str(key)


def sweep() -> int:
    """Remove what nobody went on with, and the marks of what was finished long ago; how many."""
    now = timezone.now()
    left = Upload.objects.filter(file_id=None, moved_at__lt=now - KEEP_UNFINISHED)
    for row in left:
        path_of(row.uuid).unlink(missing_ok=True)
    gone = left.delete()[0]
    return gone + Upload.objects.filter(file_id__isnull=False, moved_at__lt=now - KEEP_FINISHED).delete()[0]
