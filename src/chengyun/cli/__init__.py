"""The command `chengyun`. Each room brings its commands in its own cli.py; they are loaded when they are used."""

from __future__ import annotations

from .base import LazyGroup

main = LazyGroup(
    name="chengyun",
    help="""城运: the platform of a city district's operations centre.

    Start here: `chengyun up --demo` for a look, `chengyun init --district NAME` for a real installation.
    Settings come from environment variables or one TOML file: see `chengyun config show`.

    Example: chengyun up --demo
    """,
    commands_at={
        "up": "chengyun.cli.serve:up",
        "web": "chengyun.cli.serve:web",
        "worker": "chengyun.cli.serve:worker",
        "migrate": "chengyun.cli.serve:migrate",
        "ready": "chengyun.cli.install:ready",
        "init": "chengyun.cli.install:init",
        "demo": "chengyun.cli.install:demo",
        "link": "chengyun.cli.install:link",
        "config": "chengyun.cli.administer:config",
        "db": "chengyun.cli.administer:db",
        "openapi": "chengyun.cli.administer:openapi",
        "vault": "chengyun.kernel.cli:vault",
        "calendar": "chengyun.org.cli:calendar",
        "district": "chengyun.org.cli:district",
        "masterdata": "chengyun.org.cli:masterdata",
        "people": "chengyun.org.cli:people",
        "audit": "chengyun.cases.cli:audit",
        "limits": "chengyun.cases.cli:limits",
        "import": "chengyun.channels.cli:import_",
        "channels": "chengyun.channels.cli:channels",
        "insight": "chengyun.insight.cli:insight",
        "dispatching": "chengyun.dispatching.cli:dispatching",
        "budget": "chengyun.budget.cli:budget",
        "rehearse": "chengyun.channels.rehearsal.cli:rehearse",
    },
)

__all__ = ["main"]
