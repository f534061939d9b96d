"""Handing in requests through a channel, with its token (cyi_…). Sending again never makes a second case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from .transport import Transport


@dataclass(frozen=True, slots=True)
class Receipt:
    """`is_new`: a case was made; False: the same request came before."""

    number: str
    state: str
    received_at: datetime
    is_new: bool


@dataclass(frozen=True, slots=True)
class Status:
    """How a request stands. `reply` is filled when the answer was checked."""

    number: str
    state: str
    state_name: str
    outcome: str
    outcome_name: str
    reply: str
    closed_at: datetime | None
    updated_at: datetime


class Intake(Transport):
    """with Intake("https://chengyun.example.gov.cn", "city_message_board", token) as door: …"""

    def __init__(self, url: str, channel: str, token: str, **options: Any):
        super().__init__(url, token, **options)
        self._path = f"/intake/{quote(channel, safe='')}"

    def send(
        self,
        external_id: str,
        text: str,
        *,
        kind: str = "",
        title: str = "",
        category: str = "",
        urgency: str = "",
        requester: Mapping[str, Any] | None = None,
        place: Mapping[str, Any] | None = None,
        occurred_at: datetime | None = None,
        files: Sequence[str] = (),
    ) -> Receipt:
        """Hand in a request. `external_id` is your own number; repeat until you have an answer."""
        body: dict[str, Any] = {"external_id": external_id, "text": text, "kind": kind, "title": title}
        body |= {"category": category, "urgency": urgency, "files": list(files)}
        body |= {"requester": dict(requester or {}), "place": dict(place or {})}
        if occurred_at is not None:
            body["occurred_at"] = occurred_at.isoformat()
        response = self.request("POST", self._path, json={k: v for k, v in body.items() if v}, harmless=True)
        told = response.json()
        at = datetime.fromisoformat(told["received_at"])
        return Receipt(told["number"], told["state"], at, response.status_code == 201)

    def upload(self, name: str, content: bytes) -> str:
        """A file for a request that follows: its id."""
        response = self.request("POST", f"{self._path}/files", files={"file": (name, content)}, harmless=True)
        return str(response.json()["id"])

    def status(self, external_id: str) -> Status:
        told = self.request("GET", f"{self._path}/{quote(external_id, safe='')}").json()
        closed = told["closed_at"]
        return Status(
            told["number"],
            told["state"],
            told["state_name"],
            told["outcome"],
            told["outcome_name"],
            told["reply"],
            datetime.fromisoformat(closed) if closed else None,
            datetime.fromisoformat(told["updated_at"]),
        )
