"""Make the virtual environment, also where Debian left out ensurepip, and fill it with the locked packages.

Usage: python3 tools/environment.py .venv make|fill
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements" / "dev.txt"


def say(text):
    print(text, flush=True)


def run(*command):
    if subprocess.call([str(part) for part in command]) != 0:
        raise SystemExit(f"失败 failed: {' '.join(str(part) for part in command)}")


def has(module):
    return importlib.util.find_spec(module) is not None


def create(venv):
    """A virtual environment by what this Python has: ensurepip, virtualenv, or pip of the system."""
    if (venv / "bin" / "python").exists():
        return
    if has("ensurepip"):
        run(sys.executable, "-m", "venv", venv)
    elif has("virtualenv"):
        run(sys.executable, "-m", "virtualenv", "-q", venv)
    elif has("pip"):
        run(sys.executable, "-m", "venv", "--without-pip", venv)
        target = next((venv / "lib").glob("python3*")) / "site-packages"
        run(sys.executable, "-m", "pip", "install", "-q", "--target", target, "pip")
    elif os.geteuid() == 0 and Path("/usr/bin/apt-get").exists():
        say("系统没有 python3-venv，正在安装… Installing python3-venv.")
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "python3-venv")
        run(sys.executable, "-m", "venv", venv)
    else:
        raise SystemExit(
            "这台机器的 Python 没有 venv 和 pip。请先运行： sudo apt-get install python3-venv\n"
            "This Python has neither venv nor pip. Run: sudo apt-get install python3-venv"
        )


def fill(python):
    say("安装 Python 依赖（已锁定校验和）… Installing the locked Python packages…")
    # Not compiled here: of all that comes along few files are ever loaded, and those are compiled then.
    quietly = ("-q", "--disable-pip-version-check", "--no-compile")
    run(python, "-m", "pip", "install", *quietly, "--require-hashes", "-r", LOCK)
    run(
        python, "-m", "pip", "install", *quietly, "--no-deps", "--no-build-isolation", "-e", ROOT,
    )  # fmt: skip
    run(python, "-m", "compileall", "-q", "-j", "0", ROOT / "src")  # once, not in each process of the first start


def main():
    if sys.version_info < (3, 11):  # noqa: UP036 - said to people whose Python is older
        raise SystemExit(
            f"需要 Python 3.11 或更新，现在是 {sys.version.split()[0]}。用 PYTHON=/路径/python3.11 make run 指定。\n"
            "Python 3.11 or newer is needed; name one with PYTHON=…"
        )
    venv, step = Path(sys.argv[1]), sys.argv[2]
    if step == "make":
        create(venv)
    else:
        fill(venv / "bin" / "python")


if __name__ == "__main__":
    main()
