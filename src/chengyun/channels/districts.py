"""Which file of a district profile the channels room reads: channels.toml."""

from __future__ import annotations

from typing import Any

from chengyun.cases import lifecycle
from chengyun.kernel import revision
from chengyun.org.districts import Counts, Profile, Row, register_loader, sync_rows

from .models import Channel
from .queries import TOPIC


def check_channels(profile: Profile, rows: list[Row]) -> None:
    lives = {life.code for life in lifecycle.all_lifecycles()}
    kinds = profile.codes("kinds.toml")
    for row in rows:
        if row["kind"] not in Channel.KINDS:
            row.problem(f"没有“{row['kind']}”这种渠道，可用：{'、'.join(Channel.KINDS)}")
        if (row["direction"] or Channel.IN) not in (Channel.IN, Channel.BOTH):
            row.problem("direction 只能是 in 或 both")
        if (row["lifecycle"] or "request") not in lives:
            row.problem(f"没有“{row['lifecycle']}”这种流程")
        for code in row.list("kinds"):
            if code not in kinds:
                row.problem(f"kinds.toml 中没有“{code}”")
        if row["default_kind"] and row["default_kind"] not in kinds:
            row.problem(f"kinds.toml 中没有“{row['default_kind']}”")
        rate = row["rate_per_minute"] or 0
        if not isinstance(rate, int) or rate < 0:
            row.problem("rate_per_minute 要填每分钟次数（整数），0 为默认")


def load_channels(profile: Profile, rows: list[Row]) -> Counts:
    counts = sync_rows(Channel, (_values(row) for row in rows), topic=TOPIC)
    if counts.changed:
        revision.bump("catalogue")  # the vocabulary of the pages names the channels
    return counts


def _values(row: Row) -> dict[str, Any]:
    return {
        "code": row["code"], "name": row["name"], "kind": row["kind"], "number": str(row["number"]),
        "direction": row["direction"] or Channel.IN, "lifecycle": row["lifecycle"] or "request",
        "kinds": row.list("kinds"), "default_kind": row["default_kind"], "auto_accept": bool(row["auto_accept"]),
        "is_active": row["active"] is not False, "rate_per_minute": row["rate_per_minute"] or 0,
        "valid_from": row["valid_from"] or None, "valid_to": row["valid_to"] or None, "sort": row["sort"] or 0,
        "source": row["source"],
    }  # fmt: skip


register_loader(400, "渠道", "channels.toml", load_channels, check_channels)
