"""SMS by any HTTP gateway: what is sent and what counts as taken are settings, not code. Pure.

`sms.body` is a JSON object with places: {phone} {text} {template} {id} {sign}. `sms.ok` says which member of the answer
tells that it was taken, as "code=0" or "data.status=ok".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from .outward import NOT_CONFIGURED, REFUSED, Fault, exchange

PLACES = ("phone", "text", "template", "id", "sign")


@dataclass(frozen=True, slots=True)
class Gateway:
    url: str
    key: str
    body: str
    ok: str
    sign: str
    seconds: float

    @property
    def configured(self) -> bool:
        return bool(self.url)


def send(gateway: Gateway, phone: str, text: str, message_id: str, template: str = "") -> str:
    """Hand one message to the gateway; its receipt. Raises Fault. `message_id` lets the gateway know a repetition."""
    if not gateway.configured:
        raise Fault(NOT_CONFIGURED)
    values = {"phone": phone, "text": text, "template": template, "id": message_id, "sign": gateway.sign}
    headers = {"Authorization": f"Bearer {gateway.key}"} if gateway.key else {}
    headers["Idempotency-Key"] = message_id
    answer = exchange(
        "POST", gateway.url, json=_filled(orjson.loads(gateway.body), values), headers=headers, seconds=gateway.seconds
    )
    name, _, wanted = gateway.ok.partition("=")
    if name and str(_member(answer, name)) != wanted:
        raise Fault(REFUSED, f"{name} is not {wanted}")
    receipt = _member(answer, "id") or _member(answer, "data.id") or ""
    return str(receipt)[:80]


def _filled(shape: Any, values: Mapping[str, str]) -> Any:
    if isinstance(shape, dict):
        return {key: _filled(part, values) for key, part in shape.items()}
    if isinstance(shape, list):
        return [_filled(part, values) for part in shape]
    if isinstance(shape, str):
        for name, value in values.items():
            if shape == f"{{{name}}}":
                return value
        for name in PLACES:
            shape = shape.replace(f"{{{name}}}", "\0" + name + "\0")
        return "".join(values.get(part, part) if at % 2 else part for at, part in enumerate(shape.split("\0")))
    return shape


def _member(answer: Any, path: str) -> Any:
    for part in path.split("."):
        answer = answer.get(part) if isinstance(answer, dict) else None
    return answer
