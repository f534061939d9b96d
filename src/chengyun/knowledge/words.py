"""Names of states and audiences, in both languages, with how a page shows them. Pure."""

from __future__ import annotations

from collections.abc import Mapping

DRAFT, REVIEW, RETURNED, PUBLISHED, DUE, EXPIRED, WITHDRAWN = (
    "draft", "review", "returned", "published", "due", "expired", "withdrawn",
)  # fmt: skip
OLD, DROPPED = "old", "dropped"
ANSWERS = (PUBLISHED, DUE)
"""States in which an article may be an answer, as long as its days allow it."""
WORKING = (DRAFT, REVIEW, RETURNED)
STATES: dict[str, tuple[str, str, str]] = {
    DRAFT: ("草稿", "Draft", "neutral"),
    REVIEW: ("待审核", "To review", "progress"),
    RETURNED: ("退回修改", "Sent back", "warning"),
    PUBLISHED: ("已发布", "Published", "done"),
    DUE: ("到期待复核", "Due for review", "warning"),
    EXPIRED: ("已失效", "Expired", "danger"),
    WITHDRAWN: ("已撤下", "Withdrawn", "neutral"),
    OLD: ("旧版", "Earlier edition", "neutral"),
    DROPPED: ("已放弃", "Dropped", "neutral"),
}
PUBLIC, CALL_TAKERS, UNIT = "public", "call_takers", "unit"
AUDIENCES: dict[str, tuple[str, str]] = {
    PUBLIC: ("公众", "Public"),
    CALL_TAKERS: ("接线员", "Call-takers"),
    UNIT: ("本单位", "Own unit"),
}
WAITING, ACCEPTED, REFUSED = "waiting", "accepted", "refused"
CORRECTIONS: dict[str, tuple[str, str, str]] = {
    WAITING: ("待答复", "Waiting", "progress"),
    ACCEPTED: ("已采纳", "Accepted", "done"),
    REFUSED: ("未采纳", "Not accepted", "neutral"),
}
RULES: dict[str, tuple[str, str, str]] = {
    DRAFT: ("草案", "Draft", "neutral"),
    "consulting": ("征求意见", "Open for comment", "progress"),
    "in_force": ("施行", "In force", "done"),
    "repealed": ("废止", "Repealed", "danger"),
}
ASKED = ("desk", "public")
ACTIONS: dict[str, tuple[str, str, str]] = {
    "create": ("新建", "Created", "neutral"),
    "edit": ("修改", "Edited", "neutral"),
    "submit": ("提交审核", "Submit for review", "primary"),
    "publish": ("发布", "Publish", "primary"),
    "return": ("退回修改", "Send back", "warning"),
    "confirm": ("复核无误", "Still right", "primary"),
    "withdraw": ("撤下", "Withdraw", "danger"),
    "restore": ("恢复发布", "Publish again", "neutral"),
    "drop": ("放弃草稿", "Drop the draft", "neutral"),
    "due": ("到期待复核", "Due for review", "warning"),
    "expire": ("失效", "Expired", "danger"),
    "import": ("导入", "Imported", "neutral"),
}


def name_of(table: Mapping[str, tuple[str, ...]], code: str, language: str = "zh") -> str:
    found = table.get(code)
    return code if found is None else found[1 if language == "en" else 0]
