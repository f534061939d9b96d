"""What the assessment of units registers at start (AppConfig.ready of the room)."""

from __future__ import annotations


def register_all() -> None:
    from . import evidence, gathering, masterdata, permissions, telling, trials

    permissions.register_all()
    masterdata.register_all()
    trials.register_all()
    gathering.register_source()
    evidence.register_reader()
    telling.register_pages()
