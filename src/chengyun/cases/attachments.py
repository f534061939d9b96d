"""Files as parts of a case."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from chengyun.kernel.models import StoredFile

from .models import CaseFile

if TYPE_CHECKING:
    from .work import Work

MAX_FILES = 30


def attach_files(work: Work, file_ids: Sequence[str], stage: str) -> None:
    """Make stored files part of the case at its next event.

    Only files uploaded by the acting account, or by nobody (a door), can be attached; others are unknown to it.
    """
    from .actions.base import invalid

    if not file_ids:
        return
    if len(file_ids) > MAX_FILES:
        raise invalid("files", f"一次最多添加 {MAX_FILES} 个文件。")
    wanted = []
    for text in dict.fromkeys(file_ids):
        try:
            wanted.append(uuid.UUID(text))
        except ValueError:
            raise invalid("files", f"没有这个文件：{text[:40]}") from None
    found = {
        row.id: row
        for row in StoredFile.objects.filter(id__in=wanted)
        if row.uploaded_by in (None, work.actor.account_id) or work.actor.is_system
    }
    missing = [str(key) for key in wanted if key not in found]
    if missing:
        raise invalid("files", f"没有这个文件，请重新上传：{missing[0]}")
    for key in wanted:
        work.after_insert.append(CaseFile(file=found[key], stage=stage, event_seq=work.case.event_count + 1))
