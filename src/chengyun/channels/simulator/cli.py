"""chengyun channels simulate city"""

from __future__ import annotations

import signal
import threading
from pathlib import Path

import click

from . import LABEL


@click.group()
def simulate() -> None:
    """Stand in for the other side of a door, for tests and training. 模拟对方平台。

    Example: chengyun channels simulate city --push http://127.0.0.1:8000 --token cyi_…
    """


@simulate.command()
@click.option("--door", default="municipal_platform", show_default=True, help="Which door's other side to play.")
@click.option("--port", type=click.IntRange(0, 65535), default=8600, show_default=True, help="Loopback port; 0: any.")
@click.option("--state", type=click.Path(dir_okay=False, path_type=Path),
              help="File that remembers cases and messages (SQLite; default: in memory).")  # fmt: skip
@click.option("--items", type=click.IntRange(0, 100_000), default=5, show_default=True, help="Cases at the start.")
@click.option("--every", type=click.FloatRange(0), default=0, help="A new case every so many seconds (0: none).")
@click.option("--push", "url", help="Push cases to this platform (http://127.0.0.1:8000); else it comes and pulls.")
@click.option("--token", default="", help="Channel token for pushing (chengyun channels token issue).")
@click.option("--scheme", default="", help="Sign what is pushed and check what comes: hmac-sha256, hmac-sm3.")
@click.option("--key", default="", help="Shared secret of the scheme.")
@click.option("--their-token", default="", help="Bearer token that whoever calls here must send.")
@click.option("--faults", default="", help="refuse=0.05,error=0.1,timeout=0.02,lost=0.05,twice=0.1,disorder=0.5")
@click.option("--hang", type=click.FloatRange(0.1, 300), default=20, show_default=True, help="Seconds of a time-out.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed makes the same cases and faults.")
def city(
    door: str, port: int, state: Path | None, items: int, every: float, url: str | None, token: str, scheme: str,
    key: str, their_token: str, faults: str, hang: float, seed: int,
) -> None:  # fmt: skip
    """A small city platform on a loopback address: sends labelled cases (pushed, or offered for pulling), takes what
    goes back, refuses, times out, breaks off, sends twice and out of order as often as asked, and lists what it has for
    the daily comparison. Prints what happens; its page is at the address that it prints. Everything says 模拟.

    Pull: GET /api/events?page=1&size=50 or ?cursor=; write-back: POST / (and the paths of the door's steps);
    list of a day: GET /api/list?day=2026-11-21.

    Example: chengyun channels simulate city --items 20 --faults error=0.1,lost=0.05,twice=0.2 --push http://127.0.0.1:8000
    """
    from ..doors import reading
    from . import faults as faulty
    from .items import Words
    from .sending import Target, push
    from .server import City, serve
    from .state import State

    path = Path(reading.__file__).parent / door / "door.toml"
    if not door.isidentifier() or not path.is_file():
        known = "、".join(sorted(one.parent.name for one in path.parents[1].glob("*/door.toml")))
        raise click.ClickException(f"没有渠道 {door!r} 的声明。有：{known}")
    try:
        wrong = faulty.read(faults, seed, hang)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    town = City(
        Words(reading.read_file(path)), State(state), wrong, scheme, key, their_token,
        tell=lambda line: click.echo(line),
    )  # fmt: skip
    if items and not town.state.count():
        town.add(items)
    server = serve(town, port)
    click.echo(f"{LABEL}{town.words.door.name}：http://127.0.0.1:{server.server_port}/ （Ctrl-C 结束）")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    target = Target(url, door, token, scheme, key) if url else None
    waited, pause = 0.0, 0.0
    while not stop.wait(0.5):
        waited += 0.5
        if every and waited >= every:
            waited = 0.0
            town.add(1)
        pause -= 0.5
        if target is not None and pause <= 0 and push(town, target)["failed"]:
            pause = 10.0
    server.shutdown()
    town.state.close()
