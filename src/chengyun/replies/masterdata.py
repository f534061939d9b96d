"""Set phrases of replies as a table to edit, import and export."""

from __future__ import annotations

from chengyun.org.masterdata import Column, ModelKind, register
from chengyun.org.masterdata.organisation import SOURCE, VALIDITY

from .models import ReplyPhrase
from .phrases import TOPIC

PHRASES = ModelKind(
    "reply_phrases", "答复套话", ReplyPhrase,
    [
        Column("code", "编码", required=True, max_length=40),
        Column("phrase", "说法", required=True, max_length=60, help="“…”代表几个字，如 已转…部门"),
        Column("kind", "类别", "choice", choices=ReplyPhrase.KINDS, default=ReplyPhrase.EMPTY),
        Column("advice", "应当怎么写", max_length=200),
        *VALIDITY, SOURCE,
    ],
    ["code"], topic=TOPIC, order=47, permission="rules.manage", group="rules", removable=True,
    help="答复里出现这些说法时给承办人和审核员提示；只提示，不拦。",
)  # fmt: skip


def register_all() -> None:
    register(PHRASES)
