"""Pictures: a look at what was sent, the copy that the public may see, and thumbnails. No Django.

Pictures are always decoded before they are accepted, and never at more than LIMIT_PIXELS; JPEGs are decoded
at a fraction of their size where less is enough, so that a 100-megapixel photo costs as little as a small
one.
"""

from __future__ import annotations

import io
import mmap
import warnings
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

LIMIT_PIXELS = 50_000_000
LIMIT_PIXELS_JPEG = 170_000_000  # Pillow refuses above 178 million by itself
LIMIT_SIDE = 30_000
PUBLIC_SIDE = 2560
THUMB_SIDE = 360
PAPER_SIDE = 1000
_SMALL = (THUMB_SIDE, THUMB_SIDE)


class ImageError(ValueError):
    """The picture cannot be read or is too large; the message (Chinese) is for the person who sent it."""


def look_at(content: bytes | mmap.mmap, expected: str) -> dict[str, Any]:
    """Decode a picture that must be of this Pillow format; {width, height, frames?, taken_at?,
    has_place?}."""
    image = _open(io.BytesIO(content[:]), expected)
    width, height = image.size
    meta: dict[str, Any] = {"width": width, "height": height}
    frames = getattr(image, "n_frames", 1)
    if frames > 1:
        meta["frames"] = frames
    meta.update(_from_exif(image))
    _decode(image, _SMALL)
    return meta


def public_copy(source: Path, target: IO[bytes]) -> tuple[str, str]:
    """Write the picture without any metadata, upright, at most PUBLIC_SIDE pixels; (mime, extension)."""
    return _clean(source, target, PUBLIC_SIDE, 86)


def thumbnail(source: Path, target: IO[bytes]) -> tuple[str, str]:
    """Write a thumbnail of at most THUMB_SIDE pixels without any metadata; (mime, extension)."""
    return _clean(source, target, THUMB_SIDE, 75)


def on_paper(source: Path) -> bytes:
    """A JPEG on white, upright, of at most PAPER_SIDE pixels, without any metadata."""
    from PIL import Image, ImageOps

    with source.open("rb") as file:
        upright = ImageOps.exif_transpose(_decode(_open(file, None), (PAPER_SIDE, PAPER_SIDE)))
        upright.thumbnail((PAPER_SIDE, PAPER_SIDE), Image.Resampling.LANCZOS)
        coloured = upright.convert("RGBA")
        white = Image.new("RGB", coloured.size, "white")
        white.paste(coloured, mask=coloured.getchannel("A"))
        target = io.BytesIO()
        white.save(target, "JPEG", quality=78)
        return target.getvalue()


def _clean(source: Path, target: IO[bytes], side: int, quality: int) -> tuple[str, str]:
    from PIL import Image, ImageOps

    with source.open("rb") as file:
        image = _open(file, None)
        profile = image.info.get("icc_profile")
        upright = ImageOps.exif_transpose(_decode(image, (side, side)))
        upright.thumbnail((side, side), Image.Resampling.LANCZOS)
        clear = upright.mode in ("LA", "PA", "RGBA") or "transparency" in upright.info
        result = upright.convert("RGBA" if clear else "RGB")
        result.info = {}  # Pillow writes comments and text found here into the new file
        options: dict[str, Any] = {"icc_profile": profile} if profile else {}
        if clear:
            result.save(target, "PNG", optimize=False, **options)
            return "image/png", "png"
        result.save(target, "JPEG", quality=quality, **options)
        return "image/jpeg", "jpg"


def _open(file: IO[bytes], expected: str | None) -> Image:
    from PIL import Image, UnidentifiedImageError

    formats = [expected] if expected else ["JPEG", "PNG", "WEBP", "GIF"]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(file, formats=formats)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise ImageError("图片已损坏，或不是真正的图片") from error
    except Image.DecompressionBombError as error:
        raise ImageError("图片尺寸过大") from error
    width, height = image.size
    by_parts = image.format == "JPEG" and not image.info.get("progressive")
    limit = LIMIT_PIXELS_JPEG if by_parts else LIMIT_PIXELS
    if width * height > limit or max(width, height) > LIMIT_SIDE:
        raise ImageError(f"图片尺寸过大（{width}×{height}）")
    return image


def _decode(image: Image, needed: tuple[int, int]) -> Image:
    """Decode; a JPEG only as large as needed. Truncated and broken data are an ImageError."""
    if image.format == "JPEG":
        image.draft("RGB", needed)
        width, height = image.size
        if width * height > LIMIT_PIXELS:
            raise ImageError(f"图片尺寸过大（{width}×{height}）")
    try:
        image.load()
    except Exception as error:  # decoders raise OSError, SyntaxError, struct.error, IndexError … for broken data
        raise ImageError("图片已损坏，无法解码") from error
    return image


def _from_exif(image: Image) -> dict[str, Any]:
    try:
        exif = image.getexif()
        taken = exif.get_ifd(0x8769).get(0x9003) or exif.get(0x0132)
        place = bool(exif.get_ifd(0x8825))
    except Exception:  # broken EXIF is no reason to refuse a photo
        return {}
    found: dict[str, Any] = {"has_place": True} if place else {}
    if isinstance(taken, str) and len(taken) <= 25 and taken.isprintable():
        found["taken_at"] = taken
    return found
