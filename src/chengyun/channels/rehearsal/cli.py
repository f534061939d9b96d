"""chengyun rehearse"""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from . import CHANNEL, LABEL


@click.command()
@click.option("--url", help="Where the platform answers (default: this installation on 127.0.0.1).")
@click.option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Bring in the rows of this CSV or XLSX instead of invented requests.",
)
@click.option(
    "--map",
    "mapping",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON {fields, options}: which column is what (with --file).",
)
@click.option("--channel", default=CHANNEL, show_default=True, help="Channel of the rehearsed cases.")
@click.option("--users", type=click.IntRange(1, 500), default=20, show_default=True, help="People at once.")
@click.option("--cases", type=click.IntRange(1), help="How many requests (default: 200, or the whole file).")
@click.option(
    "--speed",
    type=click.FloatRange(0),
    default=0,
    show_default=True,
    help="1: half a minute between two steps of a person, 10: three seconds, 0: no pauses.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed brings in the same requests.")
@click.option("--minutes", type=click.FloatRange(0.1), default=60, show_default=True, help="End after this time.")
@click.option(
    "--quiet",
    type=click.FloatRange(0.5),
    default=4,
    show_default=True,
    help="End after so many seconds in which nobody found anything to do.",
)
@click.option(
    "--accounts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON [{username, password}] (default: the demo accounts).",
)
@click.option("--allow", is_flag=True, help="Also on a real installation. The cases stay there for good.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
def rehearse(**options: Any) -> None:
    """Many people at once take labelled requests from the door to the rating, over the public HTTP API. 演练。

    Needs a running platform (`chengyun up`). The title of every case begins with 【演练】; other cases are not touched.
    The server may be stopped, killed and started again in the middle. At the end every acknowledged request and action
    is looked up. Fails when one is missing, when an answer was a 5xx other than 503, or when a chain does not verify.
    Ctrl-C ends the work early; the check and the report come all the same.

    Example: chengyun rehearse --users 30 --cases 500
    """
    from chengyun.cli.base import set_up_django

    set_up_django()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts background jobs with it ignored
    from . import prepare
    from .run import Wanted, rehearse_now

    district, is_demo = prepare.district()
    if not district:
        raise click.ClickException("还没有安装。先运行 chengyun up --demo。")
    if not is_demo and not options["allow"]:
        raise click.ClickException(
            f"{district} 是正式安装：演练会留下以“{LABEL}”开头的案件，不能删除。确要演练，请加 --allow 和 --accounts。"
        )
    door = prepare.channel(options["channel"])
    if door is None:
        raise click.ClickException(f"没有渠道 {options['channel']}。见 chengyun channels list。")
    token, secret = prepare.token_for(door)
    try:
        report = rehearse_now(Wanted(
            url=(options["url"] or _own_address()).rstrip("/"), token=secret, channel=door.code,
            requests=_requests(options), accounts=_accounts(options["accounts"]), users=options["users"],
            pause=30 / options["speed"] if options["speed"] else 0.0, seed=options["seed"],
            limit=options["minutes"] * 60, quiet=options["quiet"],
        ))  # fmt: skip
    finally:
        prepare.revoke(token)
    click.echo(json.dumps(report, ensure_ascii=False, indent=2) if options["as_json"] else _in_words(report))
    if not report["good"]:
        raise SystemExit(1)


def _own_address() -> str:
    from chengyun.kernel.config import current

    return f"http://127.0.0.1:{current().port}"


def _accounts(path: Path | None) -> list[Any]:
    from . import prepare
    from .people import Account

    if path is None:
        return prepare.demo_accounts()
    return [Account(row["username"], row["password"]) for row in json.loads(path.read_text("utf-8"))]


def _requests(options: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    from . import matters

    if options["file"] is None:
        return matters.invented(options["seed"], options["cases"] or 200)
    if options["mapping"] is None:
        raise click.UsageError("--file 要和 --map 一起用。")
    mapping = json.loads(options["mapping"].read_text("utf-8"))
    return matters.from_file(options["file"], mapping, options["seed"], options["cases"])


def _in_words(report: Mapping[str, Any]) -> str:
    check, answers = report["check"], report["answers"]
    lines = [
        f"演练 {report['seconds']:.1f} 秒，{report['users']} 人同时，{report['ended_because']}",
        f"登记 {report['registered']} 件（接口 {report['by_door']}，人工 {report['by_hand']}），"
        f"操作 {sum(report['actions'].values())} 次：" + "，".join(f"{k} {v}" for k, v in report["actions"].items()),
        "状态：" + "，".join(f"{name} {count}" for name, count in check["states"].items()),
        f"应答：{'，'.join(f'{status}×{count}' for status, count in answers['statuses'].items())}；"
        f"5xx {answers['server_errors']}，暂不可用 503 {answers['unavailable']}，"
        f"断开 {answers['broken_connections']}，结果未知 {answers['uncertain']}",
    ]
    lines += [
        f"  {label:9} {row['count']:7d} 次"
        f"  p50 {row['p50_ms']:7.1f}  p95 {row['p95_ms']:7.1f}  最长 {row['max_ms']:8.1f} 毫秒"
        for label, row in report["latencies"].items()
    ]
    examples = report["examples"]
    lines += [f"  被拒 {what} ×{count}  {examples.get(what, '')}" for what, count in report["refusals"].items()]
    lines.append(f"核对：已确认 {check['acknowledged']} 项，查到 {check['found']} 项；记录 {check['events']} 条")
    lines += [f"  ✗ {text}" for text in [*check["missing"], *check["broken"]][:20]]
    lines.append("✓ 全部查到，链条完整，没有 5xx。" if report["good"] else "✗ 有问题，见上。")
    return "\n".join(lines)
