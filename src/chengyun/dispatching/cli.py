"""chengyun dispatching …"""

from __future__ import annotations

import click


@click.group()
def dispatching() -> None:
    """Who should handle a case. 派单。

    Example: chengyun dispatching evaluate --train A.csv --test B.csv --text text --label department
    """
