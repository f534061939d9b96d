"""What a file really is, told by its content. A closed list: what is not recognised is refused.

Refused on purpose: HTML, SVG and other mark-up, scripts, programs, archives, documents with macros, and files
that are two things at once (an image with a script or an archive in it). No Django.
"""

from __future__ import annotations

import io
import mmap
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..tabular import TableError, check_zip
from .images import ImageError, look_at
from .names import safe_name, split_name

Content = bytes | mmap.mmap


def _any_case(words: bytes) -> bytes:
    """A pattern for words in any case; it begins with a literal "<", which makes the search many times faster."""
    return b"".join(b"[%c%c]" % (c, c - 32) if 97 <= c <= 122 else re.escape(b"%c" % c) for c in words)


_HIDDEN_SCRIPT = re.compile(
    b"<(?:%s|%s|(?:%s|%s|%s)[\\s>])"
    % tuple(_any_case(word) for word in (b"?php", b"!doctype html", b"script", b"html", b"iframe"))
)
_MARKUP = re.compile(rb"<(script|\?php|!doctype|html|svg|iframe|\?xml|object|embed|body|meta|link)\b", re.IGNORECASE)
_PROGRAM = (
    b"MZ",
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!/",
    b"dex\n",
    b"\0asm",
    b"L\0\0\0\x01\x14\x02",
)
_ARCHIVE = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
_OLD_OFFICE = (b"\xd0\xcf\x11\xe0",)
_REFUSED = (
    ("program_file", _PROGRAM, "这是可执行程序或脚本，不能上传"),
    ("archive_file", _ARCHIVE, "不接受压缩包，请上传解压后的文件"),
    ("old_office", _OLD_OFFICE, "不接受旧版或加密的 Office 文档，请另存为 .docx、.xlsx、.pptx 或 PDF 后再上传"),
)
_DANGEROUS = frozenset({
    "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "mjs", "wsf",
    "wsh", "hta", "html", "htm", "xhtml", "mht", "svg", "svgz", "xml", "php", "jsp", "asp", "aspx",
    "sh", "py", "jar", "apk", "msi", "dll", "lnk", "reg", "url", "docm", "xlsm", "pptm", "dotm",
    "xltm", "iso", "img",
})  # fmt: skip
_TEXT_EXTENSIONS = {"txt": "text/plain", "csv": "text/csv"}
_PLAIN_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")


class RefusedFile(ValueError):
    """The file is not accepted. code: stable word; the message (Chinese) is for the person who sent it."""

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class FileKind:
    """kind: image, audio, video or document. name: harmless, with the extension of the real type.

    renamed: the extension that was sent did not fit. meta: what was seen on the way (width, height, active
    content …).
    """

    kind: str
    mime: str
    extension: str
    name: str
    renamed: bool = False
    meta: dict[str, Any] = field(default_factory=dict)


def inspect(source: bytes | Path, filename: str, limits: Mapping[str, int] | None = None) -> FileKind:
    """The real type of a file. RefusedFile when it is none of the accepted ones, damaged, or two things at
    once.

    limits: most bytes by kind; a larger file is refused ("file_too_large") before it is looked into.
    """
    limits = limits or {}
    if isinstance(source, bytes):
        return _inspect(source, filename, limits)
    with source.open("rb") as file:
        if source.stat().st_size == 0:
            raise RefusedFile("empty_file", "文件是空的")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            return _inspect(content, filename, limits)


def _inspect(content: Content, filename: str, limits: Mapping[str, int]) -> FileKind:
    if len(content) == 0:
        raise RefusedFile("empty_file", "文件是空的")
    head = content[:64]
    for code, starts, message in _REFUSED:
        if head.startswith(starts):
            raise RefusedFile(code, message)
    kind, examine = next(((kind, examine) for kind, matches, examine in _TYPES if matches(head)), ("document", None))
    most = limits.get(kind)
    if most is not None and len(content) > most:
        raise RefusedFile("file_too_large", f"文件过大，这类文件最大 {most // 1024**2} MB")
    sent = split_name(filename)[1]
    mime, extension, meta = _text(content, sent) if examine is None else examine(content)
    if mime.startswith(("image/", "audio/", "video/")):
        kind = mime.partition("/")[0]
        _refuse_hidden(content)
    renamed = sent not in _SPELLINGS.get(extension, (extension,))
    name = safe_name(filename, extension if renamed or not sent else sent)
    return FileKind(kind, mime, extension, name, renamed, meta)


_SPELLINGS = {"jpg": ("jpg", "jpeg", "jpe", "jfif"), "heic": ("heic", "heif"), "ogg": ("ogg", "oga", "opus"),
              "mp4": ("mp4", "m4v"), "m4a": ("m4a", "mp4", "aac", "3gp")}  # fmt: skip


def _refuse_hidden(content: Content) -> None:
    """Media files with a page, a script or an archive inside."""
    if _HIDDEN_SCRIPT.search(content):
        raise RefusedFile("polyglot_file", "文件里夹带了网页或脚本内容，不能上传")
    tail = max(0, len(content) - 65_557)
    if content.find(b"PK\x05\x06", tail) >= 0:
        raise RefusedFile("polyglot_file", "文件里夹带了压缩包，不能上传")


# --- images ----------------------------------------------------------------------------------------------------------
def _image(expected: str, mime: str, extension: str) -> Callable[[Content], tuple[str, str, dict[str, Any]]]:
    def examine(content: Content) -> tuple[str, str, dict[str, Any]]:
        try:
            return mime, extension, look_at(content, expected)
        except ImageError as error:
            raise RefusedFile("bad_image", str(error)) from error

    return examine


# --- sound and film --------------------------------------------------------------------------------------------------
def _mp3(content: Content) -> tuple[str, str, dict[str, Any]]:
    at = 0
    if content[:3] == b"ID3":
        if len(content) < 10:
            raise RefusedFile("bad_audio", "录音文件已损坏")
        size = content[6:10]
        at = 10 + (size[0] << 21 | size[1] << 14 | size[2] << 7 | size[3])
    start = next((at + gap for gap in range(4096) if _mp3_frame(content, at + gap)), -1)
    if start < 0 or not _mp3_frame(content, start + _mp3_frame(content, start)):
        raise RefusedFile("bad_audio", "录音文件已损坏或不是 MP3")
    return "audio/mpeg", "mp3", {}


_BITRATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BITRATES_LOW = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_SAMPLE_RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


def _mp3_frame(content: Content, at: int) -> int:
    """Length of the MPEG layer III frame at this place, 0 when there is none."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate, sample = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or rate in (0, 15) or sample == 3:
        return 0
    kilobits = _BITRATES[rate] if version == 3 else _BITRATES_LOW[rate]
    factor = 144_000 if version == 3 else 72_000
    return factor * kilobits // _SAMPLE_RATES[version][sample] + (head[2] >> 1 & 1)


def _wav(content: Content) -> tuple[str, str, dict[str, Any]]:
    if content.find(b"fmt ", 12, 4096) < 0:
        raise RefusedFile("bad_audio", "录音文件已损坏")
    return "audio/wav", "wav", {}


def _amr(content: Content) -> tuple[str, str, dict[str, Any]]:
    return ("audio/amr-wb" if content[:9] == b"#!AMR-WB\n" else "audio/amr"), "amr", {}


def _ogg(content: Content) -> tuple[str, str, dict[str, Any]]:
    if not any(codec in content[:200] for codec in (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")):
        raise RefusedFile("unsupported_type", "不支持这种 OGG 文件")
    return "audio/ogg", "ogg", {}


def _iso_media(content: Content) -> tuple[str, str, dict[str, Any]]:
    brand = content[8:12]
    if brand in (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"):
        return "image/heic", "heic", {}
    handlers: set[bytes] = set()
    at = content.find(b"hdlr")
    while at >= 0 and len(handlers) < 8:
        handlers.add(content[at + 12 : at + 16])
        at = content.find(b"hdlr", at + 4)
    if b"vide" in handlers:
        return ("video/quicktime", "mov", {}) if brand == b"qt  " else ("video/mp4", "mp4", {})
    if b"soun" in handlers or brand in (b"M4A ", b"M4B "):
        return "audio/mp4", "m4a", {}
    raise RefusedFile("unsupported_type", "不支持这种音视频文件，或文件不完整")


# --- documents -------------------------------------------------------------------------------------------------------
def _pdf(content: Content) -> tuple[str, str, dict[str, Any]]:
    if content.rfind(b"%%EOF") < max(0, len(content) - 2048):
        raise RefusedFile("bad_document", "PDF 文件不完整")
    if content.find(b"PK\x05\x06", max(0, len(content) - 65_557)) >= 0 or _MARKUP.search(content[:1024]):
        raise RefusedFile("polyglot_file", "PDF 里夹带了其他文件，不能上传")
    if content.find(b"/Launch") >= 0:
        raise RefusedFile("active_document", "PDF 里含有启动程序的动作，不能上传")
    active = content.find(b"/JavaScript") >= 0 or content.find(b"/EmbeddedFile") >= 0
    return "application/pdf", "pdf", {"active_content": True} if active else {}


_OFFICE = {
    "word/document.xml": ("docx", "wordprocessingml.document"),
    "xl/workbook.xml": ("xlsx", "spreadsheetml.sheet"),
    "ppt/presentation.xml": ("pptx", "presentationml.presentation"),
}


def _zip(content: Content) -> tuple[str, str, dict[str, Any]]:
    file = io.BytesIO(content[:])
    try:
        names = check_zip(file)
    except TableError as error:
        raise RefusedFile("bad_document", str(error)) from error
    if any(name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") for name in names):
        raise RefusedFile("bad_document", "文档内部路径异常，不能上传")
    if any(split_name(name)[1] in _DANGEROUS - {"xml"} for name in names) or any(
        "vbaProject" in name for name in names
    ):
        raise RefusedFile("active_document", "文档里含有宏或程序，请另存为不含宏的文档后再上传")
    if "OFD.xml" in names:
        return "application/ofd", "ofd", {}
    with zipfile.ZipFile(file) as archive:
        if "[Content_Types].xml" not in names:
            raise RefusedFile("archive_file", "不接受压缩包，请上传解压后的文件")
        with archive.open("[Content_Types].xml") as part:
            types = part.read(1_000_000)
    for main, (extension, suffix) in _OFFICE.items():
        if main in names:
            if b"macroEnabled" in types:
                raise RefusedFile("active_document", "文档里含有宏，请另存为不含宏的文档后再上传")
            embedded = any("/embeddings/" in name for name in names)
            meta = {"active_content": True} if embedded else {}
            return f"application/vnd.openxmlformats-officedocument.{suffix}", extension, meta
    raise RefusedFile("archive_file", "不接受压缩包，请上传解压后的文件")


def _text(content: Content, extension: str) -> tuple[str, str, dict[str, Any]]:
    """Plain text is recognised by having no sign of anything else; only .txt and .csv are accepted."""
    data = content[:]
    text = None
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    if text is None or _PLAIN_TEXT.search(text):
        raise RefusedFile("unsupported_type", "不支持的文件类型，可上传照片、录音、视频、PDF、Office 文档和文本")
    if (
        extension in _DANGEROUS
        or _MARKUP.search(text[:1500].encode())
        or text.lstrip().lower().startswith(("#!", "@echo"))
    ):
        raise RefusedFile("script_file", "这是网页或脚本文件，不能上传")
    if extension not in _TEXT_EXTENSIONS:
        extension = "txt"
    return _TEXT_EXTENSIONS[extension], extension, {"encoding": encoding}


def _starts_like_mp3(head: bytes) -> bool:
    return head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2)


_Examine = Callable[[Content], tuple[str, str, dict[str, Any]]]
_TYPES: tuple[tuple[str, Callable[[bytes], bool], _Examine], ...] = (
    ("image", lambda head: head.startswith(b"\xff\xd8\xff"), _image("JPEG", "image/jpeg", "jpg")),
    ("image", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), _image("PNG", "image/png", "png")),
    ("image", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP", _image("WEBP", "image/webp", "webp")),
    ("image", lambda head: head.startswith((b"GIF87a", b"GIF89a")), _image("GIF", "image/gif", "gif")),
    ("video", lambda head: head[4:8] == b"ftyp", _iso_media),
    ("audio", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WAVE", _wav),
    ("audio", lambda head: head.startswith((b"#!AMR\n", b"#!AMR-WB\n")), _amr),
    ("audio", lambda head: head.startswith(b"OggS"), _ogg),
    ("document", lambda head: head.startswith(b"%PDF-"), _pdf),
    ("document", lambda head: head.startswith(b"PK\x03\x04"), _zip),
    (
        "audio",
        lambda head: head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] != b"" and head[1] & 0xE6 == 0xE2),
        _mp3,
    ),
)
