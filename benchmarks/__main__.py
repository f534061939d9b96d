"""What the platform costs. Loads invented cases, starts the real server, lets many people work at once.

Example: python -m benchmarks --cases 100000 --json
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from . import report
from .house import House

KINDS = ("create", "list", "action", "case", "search", "similar", "board", "import", "limit", "memory")
LARGE = 1_000_000


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="invented cases to load (default %(default)s)")
    parser.add_argument("--seconds", type=float, default=8, help="length of each measurement (default %(default)s)")
    parser.add_argument("--only", default="", help=f"some of {','.join(KINDS)}, separated by commas")
    parser.add_argument("--each", action="store_true", help="also every list, the board and the counts one by one")
    parser.add_argument("--compare", action="store_true", help=f"every list here and again with {LARGE:,} cases")
    parser.add_argument("--home", type=Path, help="keep the data in this folder and use it again next time")
    parser.add_argument("--keep", action="store_true", help="keep the temporary folder with the data")
    parser.add_argument("--figures", type=Path, help="write everything that was measured to this JSON file")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON, and nothing else on stdout")
    found = parser.parse_args()
    if unknown := set(filter(None, found.only.split(","))) - set(KINDS):
        parser.error(f"--only does not know {', '.join(sorted(unknown))}")
    if found.cases < 1000:
        parser.error("--cases must be at least 1000")
    return found


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def measured(wanted: argparse.Namespace) -> dict[str, Any]:
    """{figures, each, memory} of one house; the process is Django's from here on."""
    kinds = [kind for kind in KINDS if not wanted.only or kind in wanted.only.split(",")]
    house = House(wanted.home, wanted.keep)
    try:
        house.open()
        from .run import Run  # needs Django

        run = Run(house, wanted.cases, wanted.seconds, say)
        run.prepare()
        run.serve(kinds, wanted.each or wanted.compare)
        if "import" in kinds:
            run.import_file()
        if "limit" in kinds:
            run.raw_limit()
        if "memory" in kinds:
            run.memory_at_rest()
    finally:
        house.close()
        if house.kept:
            say(f"the data is in {house.home}")
    return {"figures": run.found, "each": run.each, "memory": run.rest}


def large(wanted: argparse.Namespace) -> dict[str, Any]:
    """The lists with very many cases, measured by a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        command = [sys.executable, "-m", "benchmarks", "--cases", str(LARGE), "--only", "list", "--each"]
        command += ["--seconds", str(wanted.seconds), "--figures", str(figures)]
        if wanted.home:
            command += ["--home", str(wanted.home.with_name(wanted.home.name + "-large"))]
        subprocess.run(command, check=True, stdout=sys.stderr)
        found: dict[str, Any] = json.loads(figures.read_text())
        return found


def main() -> None:
    wanted = options()
    started = time.monotonic()
    found = measured(wanted)
    lines = [report.table(found["figures"])]
    if found["memory"]:
        lines.append(report.memory(found["memory"]))
    if found["each"]:
        lines.append(report.details(found["each"]))
    if wanted.compare:
        lines.append(report.compared(found, large(wanted)))
    lines.append(f"{wanted.cases:,} cases, {time.monotonic() - started:.0f} s in all")
    if wanted.figures:
        wanted.figures.write_text(json.dumps(found))
    if wanted.json:
        say("\n".join(lines))
        print(json.dumps(report.as_json(found["figures"])))
    else:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
