"""Papers are made in a process that ends (making.py): fonts, XML and pictures stay out of web and worker, and a
template that never ends or wants all memory stops with it."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from chengyun.kernel.problems import Problem

from .shape import Paper

SECONDS = 60
AT_ONCE = 2
KEPT, LARGEST_KEPT = 4, 512 * 1024
"""The last files: whoever downloads a draft again need not wait again."""
_made: dict[bytes, dict[str, bytes]] = {}
_running = threading.BoundedSemaphore(AT_ONCE)
BAD_TEMPLATE = "bad_template"


def render(
    formats: Sequence[str], paper: Paper | None = None, figures: Mapping[str, str] | None = None,
    template: bytes | None = None, sheets: Sequence[Mapping[str, Any]] = (), *, strict: bool = False,
) -> dict[str, bytes]:  # fmt: skip
    """format → file: pdf, docx, xlsx, template (the built-in one, empty).

    Problem 422 "bad_template" in words when the template is at fault, 429 when too many are being made,
    500 when a file could not be made."""
    wanted = {
        "formats": list(formats), "paper": paper or {}, "figures": dict(figures or {}), "sheets": list(sheets),
        "template": base64.b64encode(template).decode() if template else "", "strict": strict,
    }  # fmt: skip
    asked = json.dumps(wanted, ensure_ascii=False).encode()
    key = hashlib.sha256(asked).digest()
    if (known := _made.get(key)) is not None:
        return known
    if not _running.acquire(timeout=20):
        raise Problem(429, "too_many_requests", "正在生成的文件太多", "请稍后再试。", headers={"Retry-After": "10"})
    try:
        done = subprocess.run(
            [sys.executable, "-m", "chengyun.kernel.paper.making"],
            input=asked, capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise _bad("模板计算太久，已停止；请检查里面的循环。") from None
    finally:
        _running.release()
    files = _answer(done)
    if sum(map(len, files.values())) <= LARGEST_KEPT:
        _made[key] = files
        while len(_made) > KEPT:
            _made.pop(next(iter(list(_made))), None)
    return files


def _answer(done: subprocess.CompletedProcess[bytes]) -> dict[str, bytes]:
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        if done.returncode < 0 or "MemoryError" in "".join(last):
            raise _bad("模板用的时间或内存太多，已停止；请检查里面的循环。")
        raise RuntimeError(f"paper: {''.join(last)[:300]}")
    told = json.loads(done.stdout)
    if "fault" in told:
        raise _bad(told["fault"])
    return {name: base64.b64decode(content) for name, content in told["files"].items()}


def _bad(text: str) -> Problem:
    return Problem(422, BAD_TEMPLATE, "模板不能用", text, errors=[{"field": "file", "message": text}])
