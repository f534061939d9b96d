"""Uploads: real types, hostile files, what the public sees, where the bytes are."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from chengyun.kernel import config
from chengyun.kernel.files import RefusedFile, inspect, open_original, open_public, open_thumb, save_upload, storage
from chengyun.kernel.files.names import safe_name
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem


def picture(form="JPEG", size=(40, 30), mode="RGB", **options) -> bytes:
    target = io.BytesIO()
    image = Image.new(mode, size, (200, 30, 30, 128)[: len(mode)] if mode != "P" else 3)
    image.save(target, form, **options)
    return target.getvalue()


def photo_with_place(orientation=6) -> bytes:
    """A wide red photo with GPS, camera owner, comment and an orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0xA430] = "相机的主人"
    exif[0x0132] = "2026:11:21 09:30:00"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (30.0, 30.0, 30.0)
    return picture(size=(600, 400), exif=exif, comment=b"secret comment")


def office(main="word/document.xml", extra=(), types="<Types/>") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr(main, "<x/>")
        for name in extra:
            archive.writestr(name, b"x")
    return target.getvalue()


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", 8 + len(body)) + kind + body


def media(brand: bytes, *handlers: bytes) -> bytes:
    tracks = b"".join(box(b"hdlr", b"\0" * 8 + handler + b"\0" * 12) for handler in handlers)
    return box(b"ftyp", brand + b"\0\0\2\0") + box(b"moov", tracks)


MP3_FRAME = b"\xff\xfb\x90\x00" + b"\0" * 413
WAV = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + b"\0" * 24
OGG = b"OggS\0\x02" + b"\0" * 20 + b"\x01\x13OpusHead" + b"\0" * 20
PDF = b"%PDF-1.4\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"

GOOD = [
    ("a.jpg", picture(), "image", "image/jpeg", "a.jpg"),
    ("a.JPEG", picture(), "image", "image/jpeg", "a.jpeg"),
    ("a.png", picture("PNG", mode="RGBA"), "image", "image/png", "a.png"),
    ("a.webp", picture("WEBP"), "image", "image/webp", "a.webp"),
    ("a.gif", picture("GIF", mode="P"), "image", "image/gif", "a.gif"),
    ("a.heic", media(b"heic"), "image", "image/heic", "a.heic"),
    ("a.mp3", MP3_FRAME * 3, "audio", "audio/mpeg", "a.mp3"),
    ("a.mp3", b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 10 + MP3_FRAME * 3, "audio", "audio/mpeg", "a.mp3"),
    ("a.wav", WAV, "audio", "audio/wav", "a.wav"),
    ("a.amr", b"#!AMR\n" + b"\0" * 40, "audio", "audio/amr", "a.amr"),
    ("a.m4a", media(b"M4A ", b"soun"), "audio", "audio/mp4", "a.m4a"),
    ("a.m4a", media(b"mp42", b"soun"), "audio", "audio/mp4", "a.m4a"),
    ("a.ogg", OGG, "audio", "audio/ogg", "a.ogg"),
    ("a.mp4", media(b"isom", b"vide", b"soun"), "video", "video/mp4", "a.mp4"),
    ("a.mov", media(b"qt  ", b"vide"), "video", "video/quicktime", "a.mov"),
    ("a.pdf", PDF, "document", "application/pdf", "a.pdf"),
    (
        "a.docx",
        office(),
        "document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "a.docx",
    ),
    ("a.xlsx", office("xl/workbook.xml"), "document", None, "a.xlsx"),
    ("a.pptx", office("ppt/presentation.xml"), "document", None, "a.pptx"),
    ("a.ofd", office("OFD.xml"), "document", "application/ofd", "a.ofd"),
    ("a.txt", "情况说明".encode(), "document", "text/plain", "a.txt"),
    (
        "a.csv",
        "编号,内容\n1,井盖破损\n".encode("gb18030"),
        "document",
        "text/csv",
        "a.csv",
    ),
    ("a", "没有扩展名".encode(), "document", "text/plain", "a.txt"),
]


def numbered(rows) -> list[str]:
    return [f"{number}-{row[0]}" for number, row in enumerate(rows)]


@pytest.mark.parametrize(("name", "data", "kind", "mime", "kept"), GOOD, ids=numbered(GOOD))
def test_accepted_files_are_known_by_their_content(name, data, kind, mime, kept):
    found = inspect(data, name)
    assert (found.kind, found.name) == (kind, kept)
    assert mime is None or found.mime == mime
    assert found.renamed == (not name.lower().endswith(kept.rpartition(".")[2]))


@pytest.mark.parametrize(
    ("name", "kept"), [("a.png", "a.jpg"), ("a.exe", "a.jpg"), ("a.pdf.html", "a.pdf.jpg"), ("照片", "照片.jpg")]
)
def test_a_wrong_extension_is_replaced_and_flagged(name, kept):
    found = inspect(picture(), name)
    assert found.renamed
    assert found.name == kept


HOSTILE = [
    ("a.jpg", b"MZ\x90\0" + b"\0" * 200, "program_file"),
    ("a.jpg", b"\x7fELF" + b"\0" * 200, "program_file"),
    ("a.txt", b"#!/bin/sh\nrm -rf /\n", "program_file"),
    ("a.jpg", b"Rar!\x1a\x07\0", "archive_file"),
    ("a.docx", office("readme.txt"), "archive_file"),
    ("a.zip", office("readme.txt")[:200], "bad_document"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_office"),
    ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "script_file"),
    ("a.png", b"<svg onload=alert(1)></svg>", "script_file"),
    ("a.txt", b"  \n<!DOCTYPE html><html><body>x", "script_file"),
    ("a.txt", b"\xef\xbb\xbf<html><script>x</script>", "script_file"),
    ("a.txt", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "script_file"),
    ("a.bat", b"del *.*\r\n", "script_file"),
    ("a.js", b"alert(1)", "script_file"),
    ("a.csv", b"@echo off\r\n", "script_file"),
    ("a.php", b"hello <?php system($_GET[0]); ?>", "script_file"),
    ("a.jpg", picture() + b"<script>alert(1)</script>", "polyglot_file"),
    ("a.jpg", picture(comment=b"<?php system($_GET[0]); ?>"), "polyglot_file"),
    ("a.jpg", picture() + office(), "polyglot_file"),
    ("a.gif", picture("GIF", mode="P") + b"<html ><body>", "polyglot_file"),
    ("a.mp3", MP3_FRAME * 3 + b"<iframe src=x>", "polyglot_file"),
    ("a.wav", WAV + b"<SCRIPT >", "polyglot_file"),
    ("a.pdf", PDF + office() + b"%%EOF", "polyglot_file"),
    ("a.pdf", b"%PDF-1.4 <html><body>" + PDF, "polyglot_file"),
    ("a.pdf", b"%PDF-1.4 /Launch " + PDF, "active_document"),
    ("a.pdf", b"%PDF-1.4 cut off", "bad_document"),
    ("a.docx", office(extra=["word/vbaProject.bin"]), "active_document"),
    ("a.docx", office(extra=["word/run.exe"]), "active_document"),
    ("a.docx", office(types="application/vnd.ms-word.document.macroEnabled.main+xml"), "active_document"),
    ("a.docx", office(extra=["../../etc/passwd"]), "bad_document"),
    ("a.docx", office()[:-30], "bad_document"),
    ("a.jpg", picture()[:300], "bad_image"),
    ("a.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 100, "bad_image"),
    ("a.png", picture("PNG")[:-40], "bad_image"),
    ("a.mp3", b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 50, "bad_audio"),
    ("a.wav", b"RIFF\x24\0\0\0WAVE" + b"\0" * 40, "bad_audio"),
    ("a.mp4", box(b"ftyp", b"isom\0\0\2\0"), "unsupported_type"),
    ("a.bin", bytes(range(256)) * 4, "unsupported_type"),
    ("a.txt", b"", "empty_file"),
]


@pytest.mark.parametrize(("name", "data", "code"), HOSTILE, ids=numbered(HOSTILE))
def test_hostile_and_broken_files_are_refused_with_the_reason(name, data, code):
    with pytest.raises(RefusedFile) as caught:
        inspect(data, name)
    assert caught.value.code == code
    assert str(caught.value)


def huge_png(width, height) -> bytes:
    """A tiny file that claims to be a giant picture."""

    def chunk(kind, body):
        import zlib

        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x" * 50) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 20_000), (1_000_000, 2)])
def test_a_picture_of_giant_size_is_refused_before_it_is_decoded(size):
    with pytest.raises(RefusedFile, match="尺寸过大"):
        inspect(huge_png(*size), "a.png")


def test_a_zip_bomb_in_a_document_is_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(40):
                part.write(b"\0" * 1024**2)
    with pytest.raises(RefusedFile, match="压缩比"):
        inspect(target.getvalue(), "a.docx")


def test_a_file_beyond_the_limit_of_its_kind_is_refused_unread():
    with pytest.raises(RefusedFile) as caught:
        inspect(b"\xff\xd8\xff" + b"\0" * 5000, "a.jpg", {"image": 1000})
    assert caught.value.code == "file_too_large"


@given(st.binary(max_size=300), st.text(max_size=30))
def test_no_content_and_no_name_is_anything_but_accepted_or_refused(data, name):
    for start in (
        b"",
        b"\xff\xd8\xff",
        b"PK\x03\x04",
        b"%PDF-",
        b"ID3",
        b"\0\0\0\x18ftyp",
        b"RIFF\0\0\0\0WEBP",
        b"GIF89a",
    ):
        try:
            found = inspect(start + data, name)
        except RefusedFile:
            continue
        assert found.name
        assert "/" not in found.name


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.jpg", "passwd.jpg"),
        ("C:\\Windows\\system32\\a.jpg", "a.jpg"),
        ("..", "文件.jpg"),
        ("", "文件.jpg"),
        (".htaccess", "htaccess.jpg"),
        ("a\0b\r\n.jpg", "ab.jpg"),
        ("photo\u202egpj.exe", "photogpj.jpg"),
        ('a"<script>.jpg', "ascript.jpg"),
        ("CON.jpg", "文件CON.jpg"),
        ("照片 1.jpg", "照片 1.jpg"),
    ],
)
def test_names_lose_what_is_dangerous_in_them(name, kept):
    assert safe_name(name, "jpg") == kept


def test_a_long_name_is_cut_and_keeps_its_extension():
    assert len(safe_name("长" * 500 + ".jpg", "jpg")) == 120


# --- kept and given out --------------------------------------------------------------------------------------------
pytest_db = pytest.mark.django_db


def upload(data: bytes, name: str = "a.jpg", account: int | None = 5) -> StoredFile:
    return save_upload(io.BytesIO(data), name, account)


def stored_files(home) -> list:
    return sorted(path for path in (home / "files").rglob("*") if path.is_file())


@pytest_db
def test_the_original_is_kept_byte_by_byte_under_its_digest(home):
    data = photo_with_place()
    row = upload(data)
    digest = hashlib.sha256(data).hexdigest()
    assert (row.sha256, row.size, row.kind, row.mime, row.uploaded_by) == (digest, len(data), "image", "image/jpeg", 5)
    assert open_original(row).read() == data
    place = home / "files" / digest[:2] / digest[2:4] / digest
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert (row.meta["width"], row.meta["height"]) == (600, 400)
    assert row.meta["has_place"] is True
    assert row.meta["taken_at"] == "2026:11:21 09:30:00"
    assert StoredFile.objects.get().pk == row.pk


@pytest_db
def test_the_same_content_twice_is_two_rows_and_one_file(home):
    photo = picture(size=(600, 400))
    first, second = upload(photo), upload(photo, "b.jpg", None)
    assert first.pk != second.pk
    assert first.sha256 == second.sha256
    assert len(stored_files(home)) == 2  # the picture and its thumbnail


@pytest_db
def test_the_public_sees_the_picture_upright_and_nothing_else(home):
    row = upload(photo_with_place())
    public = open_public(row)
    assert public.mime == "image/jpeg"
    data = public.read()
    for secret in (b"Exif", "相机的主人".encode(), b"secret comment", b"2026:11:21"):
        assert secret not in data
    image = Image.open(io.BytesIO(data))
    assert image.size == (400, 600)
    assert not image.getexif()
    row.refresh_from_db()
    assert row.public_sha256 == hashlib.sha256(data).hexdigest()
    assert open_public(row).read() == data
    thumb = Image.open(open_thumb(row))
    assert max(thumb.size) <= 360
    assert thumb.size[0] < thumb.size[1]
    assert not thumb.getexif()


@pytest_db
def test_transparent_pictures_and_texts_in_them(home):
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "secret author")
    row = upload(picture("PNG", mode="RGBA", pnginfo=info), "a.png")
    public = open_public(row)
    data = public.read()
    assert public.mime == "image/png"
    assert b"secret author" not in data
    assert Image.open(io.BytesIO(data)).mode == "RGBA"


@pytest_db
def test_what_metadata_cannot_be_removed_from_has_no_public_copy(home):
    row = upload(PDF, "a.pdf")
    for ask in (open_public, open_thumb):
        with pytest.raises(Problem) as caught:
            ask(row)
        assert caught.value.status == 404
    assert open_original(row).mime == "application/pdf"


@pytest_db
def test_a_refused_upload_leaves_nothing_behind(home):
    for data, name, status, code in (
        (b"MZ\x90\0", "a.jpg", 422, "program_file"),
        (picture()[:200], "a.jpg", 422, "bad_image"),
        (b"", "a.jpg", 422, "empty_file"),
    ):
        with pytest.raises(Problem) as caught:
            upload(data, name)
        assert (caught.value.status, caught.value.code) == (status, code)
        assert caught.value.extra["errors"][0]["field"] == "file"
    assert stored_files(home) == []
    assert not StoredFile.objects.exists()


@pytest_db
def test_limits_come_from_the_settings(home, monkeypatch):
    for kind in ("IMAGE", "AUDIO", "VIDEO", "DOCUMENT"):
        monkeypatch.setenv(f"CHENGYUN_UPLOAD_{kind}_MB", "1")
    config.current.cache_clear()
    for data in (picture() + b"\0" * 1024**2, b"x" * (2 * 1024**2)):
        with pytest.raises(Problem) as caught:
            upload(data)
        assert (caught.value.status, caught.value.code) == (413, "file_too_large")
    assert stored_files(home) == []


@pytest_db
def test_the_name_that_was_sent_is_remembered_when_it_did_not_fit(home):
    row = upload(picture(), "../x\r\n.png")
    assert row.name == "x.jpg"
    assert row.meta["sent_as"] == "../x.png"


@pytest_db
def test_a_file_that_is_gone_is_a_clear_answer(home):
    row = upload(picture())
    storage.path_of(row.sha256).unlink()
    with pytest.raises(Problem) as caught:
        open_original(row)
    assert (caught.value.status, caught.value.code) == (404, "file_missing")


@pytest.mark.parametrize("sha256", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n"])
def test_only_a_digest_leads_into_the_store(home, sha256):
    with pytest.raises(ValueError, match="SHA-256"):
        storage.path_of(sha256)


def test_a_draft_that_is_not_kept_disappears_even_after_an_error(home):
    draft_path = None
    with storage.draft() as draft:
        draft.fill(io.BytesIO(b"abc"))
        draft_path = draft.path
        assert draft.size == 3
    assert not draft_path.exists()
    with storage.draft() as draft:
        draft.fill(io.BytesIO(b"abc"))
        assert storage.path_of(draft.keep()).read_bytes() == b"abc"


def test_drafts_of_killed_processes_are_swept_away(home):
    with storage.draft() as draft:
        old = draft.path.with_name("old")
        old.write_bytes(b"half")
        os.utime(old, (0, 0))
        assert storage.sweep() == 1
        assert not old.exists()
        assert draft.path.exists()
