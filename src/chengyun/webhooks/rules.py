"""What a failure means for a message and for its subscription. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_TRIES = 8
"""Of a message that the other side refuses although it is there (4xx): about half an hour."""
ROW_OF_FAILURES = 20
FAILING_FOR = timedelta(hours=24)
KEPT_ATTEMPTS = 10
SAID_AT_MOST = 300
LEASE = timedelta(minutes=2)
TIMEOUT = 10.0
GONE = 410
_LATER = frozenset({408, 425, 429})

SENT, LATER, REFUSED = "sent", "later", "refused"


def outcome(status: int | None) -> str:
    """sent; later: the other side is not able now, nobody knocks for a while; refused: it does not take this one."""
    if status is None or status >= 500 or status in _LATER:
        return LATER
    return SENT if 200 <= status < 300 else REFUSED


def is_dead(result: str, tries: int) -> bool:
    return result == REFUSED and tries >= MOST_TRIES


@dataclass(frozen=True, slots=True)
class Health:
    failures: int
    failing_since: datetime | None

    def after(self, well: bool, now: datetime) -> Health:
        return Health(0, None) if well else Health(self.failures + 1, self.failing_since or now)

    def gives_up(self, now: datetime) -> bool:
        """A long row of failures over a day or more."""
        since = self.failing_since
        return self.failures >= ROW_OF_FAILURES and since is not None and now - since >= FAILING_FOR


def words_of(fault: str, status: int | None) -> tuple[str, str]:
    """What went wrong, in Chinese and English; `fault` is a code of kernel.outbound or "" when there was an answer."""
    from chengyun.kernel import outbound

    if fault in outbound.FAULTS:
        return outbound.FAULTS[fault]
    if fault == LOST:
        return "发送时后台任务中断，已重新排队", "The job was interrupted while sending; queued again"
    if status is None:
        return "", ""
    known = _STATUS.get(status) or (
        ("对方系统出错", "The other system failed") if status >= 500 else ("对方不接受", "The other side refuses it")
    )
    return f"{known[0]}（{status}）", f"{known[1]} ({status})"


LOST = "lost"
_STATUS = {
    301: ("对方改了网址，请更新推送网址", "The address has moved: change it"),
    302: ("对方改了网址，请更新推送网址", "The address has moved: change it"),
    307: ("对方改了网址，请更新推送网址", "The address has moved: change it"),
    308: ("对方改了网址，请更新推送网址", "The address has moved: change it"),
    401: ("对方不认这个签名", "The other side does not accept the signature"),
    403: ("对方不允许", "The other side forbids it"),
    404: ("对方没有这个网址", "There is no such address"),
    GONE: ("对方说不再接收，推送已停用", "The other side wants no more: switched off"),
    413: ("对方嫌消息太大", "Too large for the other side"),
    429: ("对方要求慢一些", "The other side asks to be slower"),
    503: ("对方暂停服务", "The other side is out of service"),
}
