"""Evidence files of what is fed, excluded or entered in the ledger."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db.models import Q

from chengyun.cases import file_access
from chengyun.kernel.models import StoredFile
from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from .models import Exclusion, FedRecord, Outage

MOST = 10
VIEW = "indicator.view"


def checked(given: Sequence[str], actor: Actor) -> list[dict[str, str]]:
    """The files as records keep them. Problem 422 for what is not there or was uploaded by somebody else."""
    if len(given) > MOST:
        raise _wrong(f"一次最多 {MOST} 个文件。")
    try:
        keys = [uuid.UUID(text) for text in dict.fromkeys(given)]
    except ValueError:
        raise _wrong("没有这个文件，请重新上传。") from None
    found = {row.id: row for row in StoredFile.objects.filter(id__in=keys, uploaded_by=actor.account_id)}
    if set(keys) - set(found):
        raise _wrong("没有这个文件，请重新上传。")
    return [{"id": str(key), "name": found[key].name} for key in keys]


def may_read(file: StoredFile, actor: Actor) -> bool:
    """Evidence is open to everybody who sees the indicators."""
    if not actor.can(VIEW):
        return False
    named = Q(files__contains=[{"id": str(file.id)}])
    return any(model.objects.filter(named).exists() for model in (FedRecord, Exclusion, Outage))


def register() -> None:
    file_access.allow(may_read)


def _wrong(text: str) -> Problem:
    return Problem(422, "invalid", "提交的内容有误", text, errors=[{"field": "files", "message": text}])
