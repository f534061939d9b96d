"""The background worker: procrastinate on the same database."""

from __future__ import annotations

import asyncio
import logging
import signal

from chengyun.kernel.config import current

log = logging.getLogger(__name__)


def run() -> None:
    """Work until told to stop; jobs in hand are finished, for ten seconds at most."""
    asyncio.run(_work())


async def _work() -> None:
    from procrastinate import PsycopgConnector
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.utils import connector_params

    from chengyun.operations.runs import record

    connected = app.with_connector(PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=4, max_idle=10.0))
    async with connected.open_async():
        task = asyncio.create_task(
            connected.run_worker_async(
                concurrency=current().worker_concurrency,
                install_signal_handlers=False,
                fetch_job_polling_interval=5,
                shutdown_graceful_timeout=10,
                delete_jobs="successful",
                worker_middleware=[record],
            )
        )
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, task.cancel)
        try:
            await task
        except asyncio.CancelledError:
            log.info("worker stopped")
