"""The verbs of a case. Each is a class that checks, does and records; nothing else writes a case."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from .base import Action

_modules = (
    "intake", "words", "dispatch", "handling", "disputes", "approvals", "review", "callback", "matters", "watch",
    "fieldwork", "onsite", "step",
)  # fmt: skip
_implementations: dict[str, type[Action]] = {}


def implement(cls: type[Action]) -> type[Action]:
    """Class decorator: make an action class known under its code. Two classes of one code are a mistake."""
    if cls.code in _implementations and _implementations[cls.code] is not cls:
        raise ValueError(f"two action classes called {cls.code!r}")
    _implementations[cls.code] = cls
    return cls


@lru_cache(maxsize=1)
def load() -> None:
    for name in _modules:
        import_module(f"{__name__}.{name}")


def implementation_of(code: str) -> type[Action]:
    """The class of that code. Raises LifecycleError when there is none."""
    from ..lifecycle import LifecycleError

    load()
    try:
        return _implementations[code]
    except KeyError:
        raise LifecycleError(f"no action class is called {code!r}") from None


def all_implementations() -> dict[str, type[Action]]:
    load()
    return dict(_implementations)


__all__ = ["Action", "all_implementations", "implement", "implementation_of", "load"]
