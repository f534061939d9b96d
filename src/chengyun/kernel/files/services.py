"""Taking files in and giving them out. Every upload of the platform goes through `save_upload`."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from .. import config
from ..models import StoredFile
from ..problems import Problem
from . import images, scanner, storage
from .sniff import FileKind, RefusedFile, inspect

log = logging.getLogger(__name__)

_STATUS = {"file_too_large": 413, "infected_file": 422}
_HAS_PICTURE = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


def limits() -> Mapping[str, int]:
    """Most bytes by kind, from the settings."""
    settings = config.current()
    return {
        "image": settings.upload_image_mb * 1024**2,
        "audio": settings.upload_audio_mb * 1024**2,
        "video": settings.upload_video_mb * 1024**2,
        "document": settings.upload_document_mb * 1024**2,
    }


def save_upload(fileobj: IO[bytes], filename: str, account_id: int | None) -> StoredFile:
    """Check a file, keep it and its thumbnail, and write its row.

    Problem 413 "file_too_large", 422 with the reason (unsupported_type, polyglot_file, bad_image,
    infected_file, …) and `errors=[{"field": "file", …}]` otherwise; nothing is kept then.
    """
    allowed = limits()
    with storage.draft() as draft:
        try:
            draft.fill(fileobj, max(allowed.values()))
            found = inspect(draft.path, filename, allowed)
        except storage.TooLarge:
            most = max(allowed.values()) // 1024**2
            raise _refusal("file_too_large", f"文件过大，最大 {most} MB") from None
        except RefusedFile as error:
            raise _refusal(error.code, str(error)) from error
        verdict = _scan(draft.path)
        if verdict.state == scanner.INFECTED:
            log.warning("upload refused, scanner found %s (account %s)", verdict.detail, account_id)
            raise _refusal("infected_file", "文件未通过病毒检查，不能上传")
        thumb = _derived(images.thumbnail, draft.path) if found.mime in _HAS_PICTURE else ""
        return StoredFile.objects.create(
            sha256=draft.keep(),
            thumb_sha256=thumb,
            name=found.name,
            kind=found.kind,
            mime=found.mime,
            size=draft.size,
            uploaded_by=account_id,
            scan_state=verdict.state,
            meta=_meta(found, filename, verdict),
        )


class OpenedFile(io.BufferedReader):
    """An opened content with its type: `FileResponse(opened, content_type=opened.mime)`."""

    def __init__(self, path: Path, mime: str):
        super().__init__(io.FileIO(path))
        self.mime = mime or ("image/png" if self.peek(4).startswith(b"\x89PNG") else "image/jpeg")


def open_original(file: StoredFile) -> OpenedFile:
    """The bytes as they were received. Problem 404 when gone, 422 "infected_file" after a bad scan."""
    return _open(file, file.sha256, file.mime)


def open_public(file: StoredFile) -> OpenedFile:
    """The copy without metadata (JPEG or PNG), made on first use.

    Problem 404 "no_public_copy" for files that metadata cannot be removed from (all but JPEG, PNG, WebP and GIF).
    """
    if file.mime not in _HAS_PICTURE:
        raise Problem(404, "no_public_copy", "这个文件没有可公开的版本")
    if not file.public_sha256:
        with _open(file, file.sha256, file.mime):
            file.public_sha256 = _derived(images.public_copy, storage.path_of(file.sha256))
        StoredFile.objects.filter(pk=file.pk).update(public_sha256=file.public_sha256)
    return _open(file, file.public_sha256)


def open_thumb(file: StoredFile) -> OpenedFile:
    """The thumbnail (JPEG or PNG). Problem 404 "no_thumbnail" for files without one."""
    if not file.thumb_sha256:
        raise Problem(404, "no_thumbnail", "这个文件没有缩略图")
    return _open(file, file.thumb_sha256)


def picture_for_paper(file: StoredFile) -> bytes | None:
    """A small JPEG without metadata, for printing; None for what is no picture, infected, missing or broken."""
    if file.mime not in _HAS_PICTURE or file.scan_state == StoredFile.INFECTED:
        return None
    try:
        return images.on_paper(storage.path_of(file.sha256))
    except (images.ImageError, OSError, ValueError):
        return None


def scan_pending(limit: int = 100) -> dict[str, int]:
    """Scan files that nobody scanned yet, oldest first; how many ended in which state. A job calls it now and then.

    It stops when the scanner cannot be reached. A file that the scanner itself could not judge (too large for it) is
    not tried again; it stays "not scanned" with the scanner's words.
    """
    counts: dict[str, int] = {}
    if scanner.configured() is None:
        return counts
    waiting = StoredFile.objects.filter(scan_state=StoredFile.NOT_SCANNED).exclude(
        meta__scan__startswith=scanner.ANSWERED
    )
    for file in waiting.order_by("created_at")[:limit]:
        try:
            verdict = _scan(storage.path_of(file.sha256))
        except FileNotFoundError:
            verdict = scanner.Verdict(scanner.NOT_SCANNED, f"{scanner.ANSWERED} file is missing")
        counts[verdict.state] = counts.get(verdict.state, 0) + 1
        if verdict.state == scanner.INFECTED:
            log.error("file %s is infected: %s", file.pk, verdict.detail)
        elif verdict.state == scanner.NOT_SCANNED:
            log.warning("file %s was not scanned: %s", file.pk, verdict.detail)
        meta = {key: value for key, value in file.meta.items() if key != "scan"}
        if verdict.detail:
            meta["scan"] = verdict.detail
        StoredFile.objects.filter(pk=file.pk).update(scan_state=verdict.state, meta=meta)
        if verdict.detail.startswith(scanner.UNREACHABLE):
            break
    return counts


def _scan(path: Path) -> scanner.Verdict:
    engine = scanner.configured()
    if engine is None:
        return scanner.Verdict(scanner.NOT_SCANNED, "scanner off")
    with path.open("rb") as file:
        return engine.scan(file)


def _derived(make: Callable[[Path, IO[bytes]], Any], source: Path) -> str:
    with storage.draft() as draft:
        try:
            with draft.path.open("wb") as target:
                make(source, target)
        except images.ImageError as error:
            raise _refusal("bad_image", str(error)) from error
        draft.seal()
        return draft.keep()


def _open(file: StoredFile, sha256: str, mime: str = "") -> OpenedFile:
    if file.scan_state == StoredFile.INFECTED:
        raise Problem(422, "infected_file", "文件未通过病毒检查，已停止提供")
    try:
        return OpenedFile(storage.path_of(sha256), mime)
    except (FileNotFoundError, ValueError) as error:
        raise Problem(404, "file_missing", "文件已不在存储中", "请联系系统管理员从备份恢复") from error


def _meta(found: FileKind, filename: str, verdict: scanner.Verdict) -> dict[str, Any]:
    meta = dict(found.meta)
    if found.renamed:
        meta["sent_as"] = "".join(char for char in filename if char.isprintable())[-200:]
    if verdict.detail:
        meta["scan"] = verdict.detail
    return meta


def _refusal(code: str, message: str) -> Problem:
    return Problem(
        _STATUS.get(code, 422), code, "文件不能上传", message, errors=[{"field": "file", "message": message}]
    )
