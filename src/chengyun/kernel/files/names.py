"""File names as people send them, made harmless for every place where they will be shown or saved."""

from __future__ import annotations

import re
import unicodedata

MAX_LENGTH = 120
_NOT_IN_NAMES = re.compile('[\x00-\x1f\x7f<>:"/\\\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def split_name(filename: str) -> tuple[str, str]:
    """(stem, extension in lower case without dot) of the last path component; "" where there is none."""
    name = unicodedata.normalize("NFC", filename).replace("\\", "/").rpartition("/")[2]
    name = _NOT_IN_NAMES.sub("", name).strip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot or not re.fullmatch(r"[A-Za-z0-9]{1,8}", extension):
        return name, ""
    return stem.strip(" ."), extension.lower()


def safe_name(filename: str, extension: str) -> str:
    """A name without path, control or direction characters that ends with the extension of its real type."""
    stem, _ = split_name(filename)
    stem = stem[: MAX_LENGTH - len(extension) - 1].strip(" .")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"文件{stem}"
    return f"{stem}.{extension}"
