"""The file import: a CSV file received, mapped and run, with all checks, events and search tokens."""

from __future__ import annotations

import csv
import os
import random
import tempfile
import time
from pathlib import Path
from typing import Any

from django.utils import timezone

from chengyun.channels.imports import runner, services
from chengyun.channels.models import Channel, ImportBatch
from chengyun.org.access import system_actor

from . import texts
from .district import World
from .measure import Figures, own_cpu

HEADER = ("编号", "类型", "类别", "标题", "内容", "地址", "经度", "纬度", "姓名", "电话", "时间")
FIELDS = ("external_id", "kind", "category", "title", "text", "address", "lng", "lat", "name", "phone", "received_at")


def write_file(path: Path, world: World, rows: int) -> None:
    rng = random.Random(os.getpid())
    codes = list(world.category_codes.values())
    now = f"{timezone.localtime():%Y-%m-%d %H:%M:%S}"
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for at in range(rows):
            _, _, lng, lat = rng.choice(world.grids)
            out.writerow((
                f"bench-{os.getpid()}-{at}", "投诉", rng.choice(codes), texts.title(rng), texts.text(rng),
                texts.address(rng), f"{lng:.5f}", f"{lat:.5f}", "虚构乙", f"137{rng.randrange(10**8):08d}", now,
            ))  # fmt: skip


def run(world: World, rows: int, postgres_cpu: Any) -> Figures:
    """Times are those of batches of a thousand; figures are per case."""
    actor = system_actor("性能测试")
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.csv"
        write_file(path, world, rows)
        before, cpu, started = own_cpu(), postgres_cpu(), time.perf_counter()
        with path.open("rb") as file:
            batch, _ = services.receive(Channel.objects.get(code="file"), file, path.name, actor)
        batch = services.set_mapping(
            batch, {field: {"column": name} for field, name in zip(FIELDS, HEADER, strict=True)}, {}, actor
        )
        last = time.perf_counter()

        def progress(_: ImportBatch) -> None:
            nonlocal last
            figures.times.append(time.perf_counter() - last)
            last = time.perf_counter()

        ended = _run(batch, progress, figures)
    figures.seconds = time.perf_counter() - started
    figures.cpu_database = postgres_cpu() - cpu
    figures.cpu = figures.cpu_database + own_cpu() - before
    figures.answers = ended.created_count
    if ended.state != ImportBatch.DONE or ended.failed_count:
        failures = ended.failures.all()[:3]
        figures.errors = [ended.message, *(str(failure.errors) for failure in failures)]
    return figures


def _run(batch: ImportBatch, progress: Any, figures: Figures) -> ImportBatch:
    from django.db import connection

    made = 0

    def counting(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal made
        made += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(counting):
        ended = runner.run(batch.pk, progress)
    figures.statements = made / max(ended.created_count, 1)
    return ended
