"""PDF and pictures by typst, with fonts of our own only. Imported in a process that ends: the fonts take memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

from .shape import Paper

HERE = Path(__file__).parent
_PICTURE = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def font_folders() -> list[str]:
    """The fonts that may be passed on (OFL): serif and sans of a package, or at least the sans of the kernel."""
    try:
        import pylopdf_fonts_zh_cn as fonts
    except ImportError:
        return [str(HERE.parent / "fonts")]
    return [str(Path(fonts.__file__).parent)]


def pdf(paper: Paper) -> bytes:
    return _compile((HERE / "official.typ").read_bytes(), "pdf", {"paper": json.dumps(paper, ensure_ascii=False)})


def picture(svg: str, ppi: float = 200) -> bytes:
    """A chart as PNG."""
    return _compile(_PICTURE.encode(), "png", {"svg": svg}, ppi)


def _compile(source: bytes, kind: Literal["pdf", "png"], given: dict[str, str], ppi: float | None = None) -> bytes:
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=font_folders())
    return typst.compile(source, format=kind, font_paths=fonts, sys_inputs=given, ppi=ppi)
