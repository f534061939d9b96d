"""Files that prove an appeal or a deduction: uploaded by whoever files, read by the centre and the unit."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from chengyun.cases import file_access
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import reach
from .models import Appeal, Deduction
from .reach import VIEW


def taken(actor: Actor, files: Sequence[uuid.UUID]) -> list[dict[str, Any]]:
    """The files as they are kept with a record. Problem 422 for one that this person did not upload."""
    wanted = list(dict.fromkeys(files))
    found = {row.id: row for row in StoredFile.objects.filter(id__in=wanted, uploaded_by=actor.account_id)}
    for key in wanted:
        if key not in found:
            raise invalid("files", "没有这个文件，请重新上传。")
    return [{"id": str(key), "name": found[key].name} for key in wanted]


def may_read(row: StoredFile, actor: Actor) -> bool:
    if not actor.can(VIEW):
        return False
    has = Q(files__contains=[{"id": str(row.id)}])
    units = None if reach.sees_all(actor) else reach.own_units(actor, VIEW)
    return any(
        (table.filter(has) if units is None else table.filter(has, unit_id__in=units)).exists()
        for table in (Appeal.objects.all(), Deduction.objects.all())
    )


def invalid(field: str, message: str) -> Problem:
    return Problem(422, "invalid", "填写有误", message, errors=[{"field": field, "message": message}])


def register_reader() -> None:
    file_access.allow(may_read)
