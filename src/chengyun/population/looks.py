"""Every look at people's data, kept for the read audit."""

from __future__ import annotations

from chengyun.cases import looks
from chengyun.org.access import Actor

from .models import Look

_SQL = (
    "SELECT l.at, {{source}} AS source, l.id, '{kind}' AS kind, l.account_id, l.for_id, l.reason,"
    " NULL::text AS number, l.words, l.clear, l.rows, true AS complete"
    " FROM (SELECT *, ''::text AS number FROM population_look WHERE {which}) l"
    " WHERE {{where}} ORDER BY l.at DESC, l.id DESC"
)


def record(actor: Actor, kind: str, words: str, *, reason: str = "", rows: int = 1, clear: bool = False,
           resident_id: int | None = None) -> None:  # fmt: skip
    """Before anything is shown. The platform itself (jobs, demo data) looks at nothing."""
    if actor.account_id is None:
        return
    Look.objects.create(
        account_id=actor.account_id, for_id=actor.for_id, kind=kind, words=words[:200], reason=reason[:200], rows=rows,
        clear=clear, resident_id=resident_id,
    )  # fmt: skip


def register_all() -> None:
    clear = _SQL.format(kind="resident_unmask", which="clear")
    looks.keep(looks.Kept("resident_unmask", "查看居民明文", clear, clear=True))
    looks.keep(looks.Kept("resident_look", "查看人房信息", _SQL.format(kind="resident_look", which="NOT clear")))
