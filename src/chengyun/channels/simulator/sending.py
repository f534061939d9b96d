"""The simulated platform sends its cases, pushed or as files in a folder, as wrongly as asked."""

from __future__ import annotations

import http.client
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from chengyun.kernel import signing

from . import LABEL
from .items import wrapped
from .server import City

TOGETHER = 20


@dataclass(frozen=True)
class Target:
    """Where the district's platform is, and how it knows us: a channel token, or a signature."""

    url: str
    door: str
    token: str = ""
    scheme: str = ""
    key: str = ""


Post = Callable[[Target, Any], tuple[int, str]]


def push(city: City, target: Target, size: int = 200, send: Post | None = None) -> dict[str, int]:
    """Push what was not pushed yet. What the platform did not answer for is pushed again next time."""
    rows = city.state.unpushed(size)
    rng = random.Random(f"{city.faults.seed}:{len(rows)}:{rows[0]['id'] if rows else ''}")
    parcels = [rows[at : at + TOGETHER] for at in range(0, len(rows), TOGETHER)]
    if parcels and rng.random() < city.faults.disorder:
        rng.shuffle(parcels)
    counts = {"pushed": 0, "again": 0, "failed": 0}
    for parcel in parcels:
        bodies = [json.loads(row["body"]) for row in parcel]
        twice = [body for body in bodies if rng.random() < city.faults.twice]
        counts["again"] += len(twice)
        status, words = (send or post)(target, wrapped([*bodies, *twice], city.words.door.items))
        if 200 <= status < 300:
            city.state.pushed([row["id"] for row in parcel])
            counts["pushed"] += len(parcel)
        else:
            counts["failed"] += len(parcel)
            city.say("推送没有成功", words=f"{status} {words[:120]}")
    if rows:
        city.say("推送", words=f"{counts['pushed']} 件，其中 {counts['again']} 件推了两次")
    return counts


def tell(city: City, target: Target, item: str, what: str, text: str, key: str, send: Post | None = None) -> int:
    """A later message about a case (supplement, urge, withdraw); the status of the answer, 0 when there is no such."""
    found = [row for row in city.state.newest(10_000) if row["id"] == item]
    body = city.words.event(json.loads(found[0]["body"]), what, text, key) if found else None
    if body is None:
        return 0
    status, _ = (send or post)(target, wrapped([body], city.words.door.items))
    city.say(f"推送{what}", item, str(status))
    return status


def request(target: Target, document: Any) -> tuple[str, bytes, dict[str, str]]:
    """(path, body, headers) of a push."""
    path = f"{urlsplit(target.url).path.rstrip('/')}/api/v1/doors/{target.door}/events"
    body = json.dumps(document, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json"}
    if target.token:
        headers["Authorization"] = f"Bearer {target.token}"
    if target.scheme:
        headers |= signing.sign(target.scheme, target.key, method="POST", path=path, body=body, at=datetime.now(UTC))
    return path, body, headers


def post(target: Target, document: Any) -> tuple[int, str]:
    """(status, words); 0 when nobody answered."""
    parts = urlsplit(target.url)
    path, body, headers = request(target, document)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "127.0.0.1", parts.port, timeout=30)
    try:
        connection.request("POST", path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read(4000).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        return 0, type(error).__name__
    finally:
        connection.close()


# --- files ------------------------------------------------------------------------------------------------------------
def put_file(city: City, folder: Path, size: int = 500) -> int:
    """New cases as one JSON file in a folder; half-written files have another name."""
    rows = city.state.unpushed(size)
    if not rows:
        return 0
    name = f"{rows[0]['id']}-{len(rows)}.json"
    document = wrapped([json.loads(row["body"]) for row in rows], city.words.door.items)
    _write(folder, name, document)
    city.state.pushed([row["id"] for row in rows])
    city.say("放入文件", words=f"{name} {len(rows)} 件")
    return len(rows)


def take_files(city: City, folder: Path) -> int:
    """Messages that came back as files: taken in any order, laid into `done` (or `refused`)."""
    if not folder.is_dir():
        return 0
    count = 0
    for path in sorted(folder.glob("*.json")):
        given = json.loads(path.read_bytes())
        key, message, seq = str(given.get("key", "")), str(given.get("message", "")), int(given.get("seq", 0))
        status, words, _ = city.take(given.get("body"), key, "", message, seq)
        if status >= 500:
            continue
        into = folder / ("done" if status == 200 else "refused")
        into.mkdir(exist_ok=True)
        path.rename(into / path.name)
        count += 1
        if status != 200:
            city.say("文件不收", str(given.get("id", "")), words)
    return count


def put_list(city: City, folder: Path, day: date) -> str:
    """Its cases of a day, for the comparison."""
    name = f"reconcile-{day:%Y%m%d}.json"
    _write(folder, name, {"label": LABEL, "data": {"items": city.state.of_day(day.isoformat())}})
    return name


def _write(folder: Path, name: str, document: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{name}.tmp"
    part.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    part.rename(folder / name)
