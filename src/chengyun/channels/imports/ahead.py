"""The rows of a file, mapped, checked and prepared: by a second process while the first one writes.

    python -m chengyun.channels.imports.ahead IMPORT_ID CHUNK_SIZE DATABASE_NAME

writes pickled chunks to its standard output, at most one ahead of the reader (the pipe holds no more), and ends when
the reader goes away. A small file is prepared in the same process: starting another takes a second.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chengyun.cases.bulk import Prepared
    from chengyun.cases.engine import Registration

    from ..models import ImportBatch
    from .building import Builder

WORTH_A_PROCESS = 3000
Row = tuple[int, dict[str, str]]
Failure = tuple[Row, list[dict[str, str]]]


class BrokenOff(RuntimeError):
    """The preparing process ended before the file did."""


@dataclass
class Chunk:
    """Rows of one transaction. `registrations` and `prepared` belong to `rows`; `failures` are the others."""

    size: int
    rows: list[Row] = field(default_factory=list)
    registrations: list[Registration] = field(default_factory=list)
    prepared: list[Prepared] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


def chunks(batch: ImportBatch, builder: Builder, size: int) -> Generator[Chunk, None, None]:
    """All chunks behind the cursor of the import. Raises what services.rows_of raises, and BrokenOff."""
    if batch.total - batch.cursor < WORTH_A_PROCESS:
        yield from _here(batch, builder, size)
    else:
        yield from _beside(batch, size)


def prepare(builder: Builder, rows: list[Row]) -> Chunk:
    """Everything about these rows that needs no transaction."""
    from chengyun.cases import bulk

    chunk = Chunk(len(rows))
    for row in rows:
        registration, errors = builder.build(row[1])
        if registration is None:
            chunk.failures.append((row, errors))
        else:
            chunk.rows.append(row)
            chunk.registrations.append(registration)
            chunk.prepared.append(bulk.prepare(registration))
    return chunk


def _here(batch: ImportBatch, builder: Builder, size: int) -> Iterator[Chunk]:
    from . import services

    with services.rows_of(batch) as rows:
        following = islice(rows, batch.cursor, None)
        while some := list(islice(following, size)):
            yield prepare(builder, some)


def _beside(batch: ImportBatch, size: int) -> Iterator[Chunk]:
    from django.conf import settings
    from django.db import connection

    command = [sys.executable, "-m", __name__, str(batch.pk), str(size), str(connection.settings_dict["NAME"])]
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        try:
            while True:
                found: Chunk | Exception | None = pickle.load(process.stdout)
                if found is None:
                    return
                if isinstance(found, Exception):
                    raise found
                yield found
        except EOFError:
            raise BrokenOff("the process that reads the file ended early") from None
        finally:
            process.stdout.close()
            process.terminate()


def _main(batch_id: str, size: int, database: str) -> None:
    from django.conf import settings

    settings.DATABASES["default"]["NAME"] = database
    import django

    django.setup()
    from chengyun.kernel.problems import Problem
    from chengyun.kernel.tabular import TableError

    from . import services

    output = sys.stdout.buffer
    gc.freeze()  # what is loaded by now stays: the collector need not look at it for every chunk
    try:
        batch = services.find(batch_id)
        for chunk in _here(batch, services.builder_of(batch), size):
            _send(output, chunk)
        _send(output, None)
    except (Problem, TableError) as error:
        _send(output, error)
    except BrokenPipeError:
        os._exit(0)


def _send(output: Any, content: Any) -> None:
    pickle.dump(content, output, protocol=5)
    output.flush()


if __name__ == "__main__":
    from chengyun.channels.imports import ahead  # the chunks must be of this module, not of __main__

    ahead._main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
