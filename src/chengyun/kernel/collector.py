"""The cyclic garbage collector out of the way while much is made that stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused(*, keep: bool = False) -> Iterator[None]:
    """Without collections: it would look through all the new objects again and again, and none is garbage before the
    end. `keep`: what is there at the end stays as long as the process, and is never looked through again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keep:
            gc.freeze()
        if was_on:
            gc.enable()
