"""Every check, one group after the other; a failing group does not hide the next.

Usage: python tools/check.py [lint imports python types front mini browser …]; without names all of them run.
The last line is "N passed, N failed" over all groups (a group without own counts counts as one).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
COUNTS = re.compile(r"(\d+) (passed|failed|error|errors)\b")


def env() -> dict[str, str]:
    path = f"{ROOT / '.tools' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return {**os.environ, "PATH": path, "NODE_OPTIONS": os.environ.get("NODE_OPTIONS", "--max-semi-space-size=64")}


def run(*command: str, cwd: Path = ROOT) -> tuple[int, str]:
    """Exit status and output, which is also shown as it comes; that of a check beside another is shown at its end."""
    process = subprocess.Popen(
        command, cwd=cwd, env=env(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        if threading.current_thread() is threading.main_thread():
            print(line, end="", flush=True)
        lines.append(line)
    return process.wait(), "".join(lines)


def tool(name: str, *arguments: str) -> tuple[int, str]:
    return run(str(BIN / name), *arguments)


def lint() -> tuple[int, str]:
    first = tool("ruff", "check", ".")
    second = tool("ruff", "format", "--check", "-q", ".")
    return first[0] or second[0], first[1] + second[1]


def types() -> tuple[int, str]:
    return tool("mypy")


def imports() -> tuple[int, str]:
    return tool("lint-imports")


def python() -> tuple[int, str]:
    apart = ("--ignore=tests/browser", "--ignore=tests/platform")
    return tool("pytest", "-q", "-n", str(os.cpu_count() or 1), "--dist", "worksteal", "--durations=12", *apart)


WITHOUT = ("-p", "no:hypothesispytest", "-p", "no:schemathesis")  # these tests make nothing up


def pages() -> tuple[int, str]:
    """Build the pages, which a platform that is started serves; nothing to do when they are there."""
    return run("make", "-s", "front")


def platform() -> tuple[int, str]:
    built = pages()
    return built if built[0] else tool("pytest", "-q", *WITHOUT, "tests/platform")


def front() -> tuple[int, str]:
    return run("npm", "test", "--silent", cwd=ROOT / "web")


def mini() -> tuple[int, str]:
    return run("make", "-s", "mini")


def browser() -> tuple[int, str]:
    built = pages()
    if built[0]:
        return built
    complaint = provide_browser()
    if complaint:
        print(complaint)
        return 1, ""
    by_file = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=12")
    return tool("pytest", "-q", *WITHOUT, *by_file, "tests/browser")


def provide_browser() -> str:
    """Debian's Chromium, installed when it is missing and we may; else what to do."""
    if shutil.which("chromium"):
        return ""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not as_root or subprocess.call(["sudo", "-n", "true"]) == 0):
        print("安装 Chromium 用于浏览器测试… Installing Chromium for the browser tests…", flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (
            ["update", "-qq"],
            ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
        ):
            subprocess.call([*as_root, "apt-get", *step], env=quiet, stdout=subprocess.DEVNULL)
    if shutil.which("chromium"):
        return ""
    return (
        "浏览器测试需要 Chromium： sudo apt-get install chromium fonts-noto-cjk\n"
        "The browser tests need Chromium: sudo apt-get install chromium fonts-noto-cjk"
    )


GROUPS: dict[str, Callable[[], tuple[int, str]]] = {
    "lint": lint,
    "imports": imports,
    "python": python,
    "types": types,
    "platform": platform,
    "front": front,
    "mini": mini,
    "browser": browser,
}
BESIDE = {"python": ("types", "platform", "front", "mini", "browser")}  # one after the other; they often wait
Outcome = tuple[int, str, float]


def counted(status: int, output: str, tested: bool) -> tuple[int, int]:
    """(passed, failed) of a group: the last line of a test runner that has counts, else one for the whole."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", output)
    for line in reversed(plain.splitlines()) if tested else ():
        found = dict.fromkeys(("passed", "failed", "error"), 0)
        for number, word in COUNTS.findall(line):
            found[word.rstrip("s") if word != "passed" else word] = int(number)
        if any(found.values()):
            failed = found["failed"] + found["error"]
            return found["passed"], failed or (1 if status else 0)
    return (1, 0) if status == 0 and not tested else (0, 1)


@contextmanager
def demo_folder() -> Iterator[None]:
    """Where the demo district is filled once for all groups that start a platform (tests/platform/conftest.py)."""
    with tempfile.TemporaryDirectory(prefix="chengyun-demo-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        os.environ["CHENGYUN_TEST_DEMO"] = folder
        yield


def timed(name: str) -> Outcome:
    began = time.monotonic()
    status, output = GROUPS[name]()
    return status, output, time.monotonic() - began


def main() -> int:
    names = sys.argv[1:] or list(GROUPS)
    unknown = [name for name in names if name not in GROUPS]
    if unknown:
        print(f"没有这些检查：{' '.join(unknown)}。有：{' '.join(GROUPS)}")
        return 2
    passed = failed = 0
    rows = []
    running: dict[str, Future[Outcome]] = {}
    with demo_folder(), ThreadPoolExecutor(1) as beside:
        for at, name in enumerate(names):
            print(f"\n=== {name}", flush=True)
            for other in BESIDE.get(name, ()):
                if other in names[at + 1 :]:
                    running[other] = beside.submit(timed, other)
            if name in running:
                status, output, seconds = running.pop(name).result()
                print(output, end="", flush=True)
            else:
                status, output, seconds = timed(name)
            good, bad = counted(status, output, name in ("python", "platform", "front", "browser"))
            passed, failed = passed + good, failed + bad
            rows.append(f"{name:<10} {good:>5} passed {bad:>4} failed {seconds:>7.0f} s")
    print("\n" + "\n".join(rows))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
