"""Files: they put one into a folder, here or on an SFTP server; we take each once and lay it aside with a report.

A file is taken when two looks found it unchanged, so that one still being written is left alone; names that begin with
a dot or end in .tmp, .part, .filepart never are. Done or failed, it is moved into `done` or `failed` beside it, with
NAME.report.csv: what became of each row. If the move fails after its cases were made, it is read again and every row is
known.
"""

from __future__ import annotations

import csv
import io
import posixpath
import stat
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, Protocol

from django.utils import timezone

from chengyun.kernel import config
from chengyun.kernel.tabular import safe_cell

from .. import taking
from ..connections import Connection
from . import Ran, Tested, TransportError, TransportIn, documents, register_in, sftp
from .fields import Setting, checker

LARGEST = 20 * 1024 * 1024
MOST_FILES = 50
"""Files of one run; more wait for the next."""
_UNFINISHED = (".tmp", ".part", ".filepart", ".crdownload", ".report.csv")
_KINDS = {"": ("按文件名", "By its name"), "csv": ("CSV", "CSV"), "xlsx": ("XLSX", "XLSX"), "json": ("JSON", "JSON"),
          "xml": ("XML", "XML")}  # fmt: skip
_COMMON = (
    Setting("every_minutes", "间隔（分钟）", "Every (minutes)", "int", 5, least=1, most=1440),
    Setting("kind", "文件格式", "Format", "choice", "", choices=_KINDS),
    Setting("crs", "坐标系", "Coordinates", "choice", "wgs84", choices={
        "wgs84": ("WGS-84", "WGS-84"), "cgcs2000": ("CGCS2000", "CGCS2000"), "gcj02": ("GCJ-02", "GCJ-02"),
        "bd09": ("BD-09", "BD-09")}),
)  # fmt: skip
SETTINGS = (
    Setting("folder", "文件夹", "Folder", default="", most=200,
            help="在 CHENGYUN_HOME/exchange/ 之下；空为渠道编码",
            help_en="Below CHENGYUN_HOME/exchange/; empty: the channel's code"),
    *_COMMON,
)  # fmt: skip
SETTINGS_SFTP = (*sftp.SETTINGS, *_COMMON)


class Place(Protocol):
    """A folder with files, here or elsewhere."""

    def files(self) -> list[tuple[str, int, float]]: ...
    def read(self, name: str) -> bytes: ...
    def write(self, part: str, name: str, content: bytes) -> None: ...
    def move(self, name: str, part: str, new: str) -> None: ...


class LocalPlace:
    def __init__(self, folder: Path):
        self.folder = folder
        for part in ("", "done", "failed"):
            (folder / part).mkdir(parents=True, exist_ok=True)

    def files(self) -> list[tuple[str, int, float]]:
        found = []
        for path in self.folder.iterdir():
            status = path.lstat()
            if stat.S_ISREG(status.st_mode):
                found.append((path.name, status.st_size, status.st_mtime))
        return sorted(found)

    def read(self, name: str) -> bytes:
        with (self.folder / name).open("rb") as file:
            return file.read(LARGEST + 1)

    def write(self, part: str, name: str, content: bytes) -> None:
        """Whole or not at all: whoever looks sees no half-written file."""
        target = self.folder / part / name
        unfinished = target.with_name(target.name + ".tmp")
        unfinished.write_bytes(content)
        unfinished.replace(target)

    def move(self, name: str, part: str, new: str) -> None:
        (self.folder / name).replace(self.folder / part / new)


class RemotePlace:
    def __init__(self, client: Any, folder: str):
        self.client, self.folder = client, folder
        for part in ("done", "failed"):
            with suppress(OSError):
                client.mkdir(posixpath.join(folder, part))

    def files(self) -> list[tuple[str, int, float]]:
        rows = self.client.listdir_attr(self.folder)
        found = [row for row in rows if stat.S_ISREG(row.st_mode or 0)]
        return sorted((row.filename, row.st_size or 0, float(row.st_mtime or 0)) for row in found)

    def read(self, name: str) -> bytes:
        with self.client.open(posixpath.join(self.folder, name), "rb") as file:
            content: bytes = file.read(LARGEST + 1)
            return content

    def write(self, part: str, name: str, content: bytes) -> None:
        target = posixpath.join(self.folder, part, name)
        with self.client.open(f"{target}.tmp", "wb") as file:
            file.write(content)
        self._replace(f"{target}.tmp", target)

    def move(self, name: str, part: str, new: str) -> None:
        self._replace(posixpath.join(self.folder, name), posixpath.join(self.folder, part, new))

    def _replace(self, old: str, new: str) -> None:
        try:
            self.client.posix_rename(old, new)
        except OSError:  # servers without the extension of OpenSSH
            with suppress(OSError):
                self.client.remove(new)
            self.client.rename(old, new)


def folder_of(connection: Connection, settings: Mapping[str, Any]) -> Path:
    """The folder of a door, below CHENGYUN_HOME/exchange whatever is written in its settings."""
    base = (Path(config.current().home) / "exchange").resolve()
    found = (base / (str(settings.get("folder") or "") or connection.channel.code)).resolve()
    if not found.is_relative_to(base) or found == base:
        raise TransportError("文件夹要在 CHENGYUN_HOME/exchange/ 之下。")
    return found


def _more(given: Mapping[str, Any]) -> list[dict[str, str]]:
    parts = Path(str(given.get("folder") or "x")).parts
    wrong = ".." in parts or str(given.get("folder") or "").startswith("/")
    return [{"field": "folder", "message": "文件夹写相对路径，不能含 ..。"}] if wrong else []


check = checker(SETTINGS, _more)
check_sftp = checker(SETTINGS_SFTP, sftp.more)


def run(connection: Connection) -> Ran:
    """Take the files of the folder here."""
    try:
        return _take(connection, LocalPlace(folder_of(connection, connection.into)))
    except OSError as error:
        raise TransportError(f"文件夹不能读写：{error.strerror or type(error).__name__}。") from None


def run_sftp(connection: Connection) -> Ran:
    with _remote(connection) as client:
        try:
            return _take(connection, RemotePlace(client, str(connection.into.get("folder") or ".")))
        except OSError as error:
            raise TransportError(f"SFTP 上的文件夹不能读写：{error.strerror or type(error).__name__}。") from None


def _remote(connection: Connection) -> AbstractContextManager[Any]:
    return sftp.connect(connection.into, connection.secrets())


def _take(connection: Connection, place: Place) -> Ran:
    from ...models import DoorConnection

    mine = DoorConnection.objects.filter(pk=connection.id)
    before = dict(mine.values_list("watermark", flat=True).get().get("seen", {}))
    total, seen = Ran(), {}
    for name, size, changed in place.files():
        if name.startswith((".", "~")) or name.lower().endswith(_UNFINISHED):
            continue
        look = [size, changed]
        if before.get(name) != look or total.pages >= MOST_FILES:
            seen[name] = look
            continue
        total.pages += 1
        _one(connection, place, name, total)
    mine.update(watermark={"seen": seen})
    return total


def _one(connection: Connection, place: Place, name: str, total: Ran) -> None:
    """Take one file and lay it aside with its report."""
    stamp = f"{timezone.localtime():%Y%m%d-%H%M%S}-{name}"[-200:]
    try:
        content = place.read(name)
        if len(content) > LARGEST:
            raise documents.DocumentError(f"文件超过 {LARGEST // 1024 // 1024} MB，请分成几个。")
        kind = str(connection.into.get("kind") or "")
        found = documents.items(content, kind, connection.door.items, name)
        if not found:
            raise documents.DocumentError("文件里没有一件。")
    except documents.DocumentError as error:
        place.write("failed", f"{stamp}.report.csv", _report([("", "整个文件", "", error.words)]))
        place.move(name, "failed", stamp)
        total.notes.append(f"{name}：{error.words}")
        return
    each, ran = taking.take_each(connection, found, connection.transport_in, name)
    lines = [
        (one.external_id, WORDS[one.became], one.number, "；".join(error["message"] for error in one.reasons))
        for one in each
    ]
    place.write("done", f"{stamp}.report.csv", _report(lines))
    place.move(name, "done", stamp)
    for field in ("new", "known", "changed", "held"):
        setattr(total, field, getattr(total, field) + getattr(ran, field))


WORDS = {
    taking.CREATED: "已立件", taking.KNOWN: "此前已收", taking.CHANGED: "已计入原件", taking.HELD: "待人工处理",
}  # fmt: skip


def _report(lines: list[tuple[str, str, str, str]]) -> bytes:
    """For the other side: its numbers, ours, and why; nothing of what was written in the file."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["序号", "对方编号", "结果", "本平台编号", "说明"])
    for at, line in enumerate(lines, 1):
        writer.writerow([at, *(safe_cell(cell) for cell in line)])
    return text.getvalue().encode("utf-8-sig")


def test(connection: Connection) -> Tested:
    try:
        folder = folder_of(connection, connection.into)
        return _tested(LocalPlace(folder))
    except TransportError as error:
        return Tested(False, error.words)
    except OSError as error:
        return Tested(False, f"文件夹不能读写：{error.strerror or type(error).__name__}。")


def test_sftp(connection: Connection) -> Tested:
    try:
        with _remote(connection) as client:
            return _tested(RemotePlace(client, str(connection.into.get("folder") or ".")))
    except TransportError as error:
        return Tested(False, error.words)
    except OSError as error:
        return Tested(False, f"SFTP 上的文件夹不能读写：{error.strerror or type(error).__name__}。")


def _tested(place: Place) -> Tested:
    """Whether files can be read, written and moved."""
    waiting = [name for name, _, _ in place.files() if not name.startswith((".", "~"))]
    mark = f".test-{timezone.now():%H%M%S%f}"
    place.write("", mark, b"")
    place.move(mark, "done", mark)
    return Tested(True, f"文件夹可以读写，现在有 {len(waiting)} 个文件。", len(waiting))


__all__ = ["LocalPlace", "RemotePlace", "folder_of"]
register_in(TransportIn("drop", check, run, test, SETTINGS))
register_in(TransportIn("sftp", check_sftp, run_sftp, test_sftp, SETTINGS_SFTP))
