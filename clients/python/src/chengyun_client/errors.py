"""What can go wrong, as the server says it (RFC 9457) or as the network does."""

from __future__ import annotations

from typing import Any


class ChengyunError(Exception):
    """Everything that this package raises."""


class Unreachable(ChengyunError):
    """No answer came, after all attempts."""


class Problem(ChengyunError):
    """The server refused. `code` is stable and meant for programs, `title` and `detail` are for people; `errors` names
    fields (422), `current` says how it stands now (409), `request_id` is what to quote."""

    def __init__(self, status: int, body: dict[str, Any]):
        self.status = status
        self.code = str(body.get("code", ""))
        self.title = str(body.get("title", ""))
        self.detail = str(body.get("detail", ""))
        self.request_id = str(body.get("request_id", ""))
        self.errors: list[dict[str, str]] = body.get("errors") or []
        self.current: dict[str, Any] = body.get("current") or {}
        super().__init__(f"{status} {self.code}: {self.detail or self.title}")
