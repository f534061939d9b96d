"""Build the wheel into dist/ and make sure that it carries the pages."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    out = ROOT / "dist"
    for old in out.glob("chengyun-*.whl"):
        old.unlink()
    subprocess.check_call(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(out), str(ROOT)]
    )
    wheel = next(out.glob("chengyun-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    pages = [
        f"chengyun/web/dist/{page}"
        for page in ("index.html", "field/index.html", "neighbour/index.html", "field/sw.js")
    ]
    for needed in (*pages, "chengyun/districts/demo/district.toml"):
        if needed not in names:
            raise SystemExit(f"{wheel.name} lacks {needed}: run `make front` first.")
    print(f"{wheel.relative_to(ROOT)}  {wheel.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
