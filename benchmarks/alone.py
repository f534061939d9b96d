"""What a measurement of one room shares: a house with so many cases, its figures as one JSON object."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from .house import House


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def alone(prog: str, told: str | None, measure: Callable[[], Mapping[str, Any]]) -> None:
    """Open a house (--home, else one that is thrown away), fill it up to --cases, print what `measure` finds."""
    parser = argparse.ArgumentParser(prog=f"python -m {prog}", description=told)
    parser.add_argument("--cases", type=int, default=150_000)
    parser.add_argument("--home", type=Path, help="keep the data here, or use what is here")
    parser.add_argument("--json", action="store_true", help="print JSON only")
    wanted = parser.parse_args()
    house = House(wanted.home, False)
    try:
        house.open()
        from .run import Run

        Run(house, wanted.cases, 1, say).prepare()
        found = measure()
    finally:
        house.close()
    print(json.dumps(found, ensure_ascii=False, indent=None if wanted.json else 2))
