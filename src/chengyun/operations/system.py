"""The state of the platform, check by check. A check that cannot be made says so and stops no other."""

from __future__ import annotations

import logging
import platform
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateWorker

import chengyun
from chengyun.channels import queries as channel_queries
from chengyun.channels.outbox import watching
from chengyun.dispatching.rules import alarms
from chengyun.kernel import backups, config
from chengyun.replies import drafting

from . import job_board

log = logging.getLogger(__name__)
OK, WARN, BAD, INFO = "ok", "warn", "bad", "info"
Answer = tuple[str, dict[str, Any]]

FRESH = timedelta(seconds=60)
BACKUP_DUE, BACKUP_LATE = timedelta(hours=26), timedelta(days=3)
QUEUE_SLOW, QUEUE_STUCK = 120, 900


def program() -> Answer:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version')")
        server = cursor.fetchone()[0]
        cursor.execute("SELECT app, max(name) FROM django_migrations GROUP BY app ORDER BY app")
        schema = dict(cursor.fetchall())
    return OK, {
        "version": chengyun.__version__, "python": platform.python_version(), "postgresql": server.split(" ")[0],
        "system": f"{platform.system()} {platform.release()}", "schema": schema,
    }  # fmt: skip


def database() -> Answer:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        size = cursor.fetchone()[0]
        cursor.execute(
            "SELECT c.relname, pg_total_relation_size(c.oid), greatest(c.reltuples, 0)::bigint FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public'"
            " ORDER BY 2 DESC LIMIT 10"
        )
        tables = [{"name": name, "bytes": held, "rows": rows} for name, held, rows in cursor.fetchall()]
        cursor.execute("SELECT count(*), current_setting('max_connections')::int FROM pg_stat_activity")
        used, most = cursor.fetchone()
    return WARN if used > most * 0.85 else OK, {
        "bytes": size, "tables": tables, "connections": used, "most_connections": most,
    }  # fmt: skip


def disk() -> Answer:
    room = shutil.disk_usage(Path(config.current().home))
    share = room.free / room.total if room.total else 0
    state = BAD if share < 0.05 else WARN if share < 0.15 else OK
    return state, {"free": room.free, "total": room.total, "share": round(share, 4)}


def queue() -> Answer:
    found = job_board.overview()
    oldest = found["oldest_seconds"] or 0
    failed = found["counts"]["failed"]
    state = BAD if oldest > QUEUE_STUCK else WARN if oldest > QUEUE_SLOW or failed else OK
    return state, {"due": found["due"], "oldest_seconds": found["oldest_seconds"], "failed": failed}


def worker() -> Answer:
    now = timezone.now()
    beats = list(ProcrastinateWorker.objects.order_by("-last_heartbeat").values_list("last_heartbeat", flat=True)[:50])
    fresh = [beat for beat in beats if now - beat < FRESH]
    return OK if fresh else BAD, {"running": len(fresh), "last_heartbeat": beats[0] if beats else None}


def live() -> Answer:
    """Web processes that hear the database; they do so while anybody has the desk open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query = 'LISTEN chengyun_live'"
        )
        listening = cursor.fetchone()[0]
    return OK if listening else INFO, {"listening": listening}


def backup() -> Answer:
    found = backups.latest(Path(config.current().home))
    if found is None:
        return BAD, {"at": None}
    age = timezone.now() - found.at
    state = BAD if age > BACKUP_LATE or not found.there else WARN if age > BACKUP_DUE else OK
    return state, {"at": found.at, "path": found.path, "bytes": found.size, "there": found.there}


def certificate() -> Answer:
    path = config.current().tls_certificate
    if not path:
        return INFO, {"configured": False}
    from cryptography import x509

    found = x509.load_pem_x509_certificate(Path(path).read_bytes())
    left = (found.not_valid_after_utc - datetime.now(UTC)).days
    state = BAD if left < 7 else WARN if left < 30 else OK
    return state, {"configured": True, "until": found.not_valid_after_utc, "days": left, "path": path}


def seals() -> Answer:
    """The seals that make a later change of history visible."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT at FROM cases_seal ORDER BY from_tx DESC LIMIT 1")
        row = cursor.fetchone()
        cursor.execute(
            "SELECT min(at) FROM (SELECT at FROM cases_event WHERE tx >="
            " coalesce((SELECT max(to_tx) FROM cases_seal), 0) ORDER BY tx LIMIT 100) waiting"
        )
        waiting = cursor.fetchone()[0]
    late = waiting is not None and timezone.now() - waiting > timedelta(hours=1)
    return WARN if late else OK, {"at": row[0] if row else None, "waiting_since": waiting}


def channels() -> Answer:
    """What came in by which door in the last day; an open door that a system should use but nothing came by for a
    week is worth a look."""
    since = timezone.now() - timedelta(days=7)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT channel, max(received_at), count(*) FILTER (WHERE received_at > now() - interval '24 hours')"
            " FROM cases_case WHERE received_at > %s GROUP BY channel",
            [since],
        )
        seen = {code: (last, day) for code, last, day in cursor.fetchall()}
        cursor.execute(
            "SELECT c.code, max(t.last_used_at), count(*) FILTER (WHERE t.revoked_at IS NULL)"
            " FROM channels_channeltoken t JOIN channels_channel c ON c.id = t.channel_id GROUP BY c.code"
        )
        tokens = {code: (used, alive) for code, used, alive in cursor.fetchall()}
    rows = [
        {
            "code": row.code, "name": row.name, "kind": row.kind, "open": row.open_today,
            "last": seen.get(row.code, (None, 0))[0], "day": seen.get(row.code, (None, 0))[1],
            "token_used": tokens.get(row.code, (None, 0))[0], "tokens": tokens.get(row.code, (None, 0))[1],
            "state": _door(row.open_today, row.code in seen, tokens.get(row.code, (None, 0))[1] > 0),
        }
        for row in channel_queries.channels().values()
    ]  # fmt: skip
    return WARN if any(row["state"] == WARN for row in rows) else OK, {"channels": rows}


def _door(is_open: bool, seen: bool, by_token: bool) -> str:
    if not is_open:
        return INFO
    return OK if seen else WARN if by_token else INFO


def language_model() -> Answer:
    """Whether one is configured and what became of the questions of the last day; the page asks it by a button."""
    configured, counts = drafting.state()
    if not configured:
        return INFO, {"configured": False}
    waiting = counts["queued"] + counts["running"]
    state = WARN if counts["failed"] > counts["done"] else OK
    return state, {
        "configured": True, "model": config.current().llm_model, "done": counts["done"], "failed": counts["failed"],
        "waiting": waiting,
    }  # fmt: skip


def dispatch_rules() -> Answer:
    """Rules that are on and entries of the responsibility list that no longer work."""
    found = alarms.standing()
    return WARN if found["broken"] else OK if found["on"] else INFO, found


def write_back() -> Answer:
    """What goes back through the doors."""
    found = watching.standing()
    if not found["doors"]:
        return INFO, found
    return WARN if found["still"] or found["dead"] else OK, found


CHECKS: dict[str, Callable[[], Answer]] = {
    "program": program, "worker": worker, "queue": queue, "backup": backup, "disk": disk, "database": database,
    "certificate": certificate, "seals": seals, "live": live, "channels": channels, "write_back": write_back,
    "language_model": language_model,
    "dispatch_rules": dispatch_rules,
}  # fmt: skip


def status() -> dict[str, Any]:
    """Every check; the state of the whole is the worst of them."""
    checks = [_made(code, check) for code, check in CHECKS.items()]
    states = {check["state"] for check in checks}
    return {"state": BAD if BAD in states else WARN if WARN in states else OK, "checks": checks, "now": timezone.now()}


def _made(code: str, check: Callable[[], Answer]) -> dict[str, Any]:
    try:
        with transaction.atomic():
            state, facts = check()
    except (DatabaseError, OSError, ValueError, RuntimeError) as error:
        log.warning("system: %s could not be checked: %s", code, error)
        return {"code": code, "state": WARN, "facts": {}, "fault": f"{type(error).__name__}: {error}"[:300]}
    return {"code": code, "state": state, "facts": facts, "fault": ""}
