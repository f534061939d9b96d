"""What the district decided of its front door, kept per process until it changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from chengyun.cases.quiet import clock
from chengyun.kernel import revision
from chengyun.org.models import valid_on

from .models import DirectoryEntry, EmergencyWord, MessageTemplate, PlainStep, SilentHours, UseLimit
from .rules import Emergency, Step

TOPIC = "neighbours"


@dataclass(frozen=True)
class Known:
    limits: Mapping[str, tuple[UseLimit, ...]]
    emergencies: tuple[Emergency, ...]
    steps: tuple[Step, ...]
    templates: tuple[MessageTemplate, ...]
    directory: tuple[DirectoryEntry, ...]
    silent: tuple[time, time]


def _read(today: Any) -> Known:
    valid = valid_on(today)
    limits: dict[str, list[UseLimit]] = {}
    for row in UseLimit.objects.filter(valid).order_by("code"):
        limits.setdefault(row.doing, []).append(row)
    quiet = SilentHours.objects.filter(valid).order_by("code").first()
    return Known(
        {doing: tuple(rows) for doing, rows in limits.items()},
        tuple(
            Emergency(row.number, tuple(row.words), tuple(row.unless), row.advice)
            for row in EmergencyWord.objects.filter(valid).order_by("code")
        ),
        tuple(
            Step(row.action, row.state, row.sentence, row.tone)
            for row in PlainStep.objects.filter(valid).order_by("code")
        ),
        tuple(MessageTemplate.objects.filter(valid).order_by("code")),
        tuple(DirectoryEntry.objects.filter(valid).order_by("sort", "group", "code")),
        (clock(quiet.start), clock(quiet.end)) if quiet else (time(), time()),
    )


current = revision.Kept(TOPIC, _read)
forget = current.forget
