"""From what happened to a case to the message that the other side understands. Pure: no Django, no database.

A door declares its steps as data: which action a step follows, which of our facts goes into which of their fields, and
their words for our codes.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from ..doors.reading import Step

CONSTANT = "="
ANY_OTHER = "*"
_MOMENT = re.compile(r"\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?[+-]\d\d:\d\d\b")


def fitting(steps: Iterable[Step], action: str, payload: Mapping[str, Any], facts: Mapping[str, Any]) -> list[Step]:
    """The steps that follow this action, in their order."""
    return [
        step
        for step in steps
        if step.enabled
        and action in step.on
        and all(_fits(payload[name] if name in payload else facts.get(name), wanted)
                for name, wanted in step.when.items())
    ]  # fmt: skip


def _fits(given: Any, wanted: Any) -> bool:
    return given in wanted if isinstance(wanted, list | tuple) else given == wanted


def body(step: Step, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Their fields filled with our facts, codes in their words; "data.result" makes an object within an object."""
    made: dict[str, Any] = {}
    for theirs, ours in step.fields.items():
        value = ours[len(CONSTANT) :] if ours.startswith(CONSTANT) else _coded(step, ours, facts.get(ours, ""))
        *outer, last = theirs.split(".")
        place = made
        for name in outer:
            place = place.setdefault(name, {})
        place[last] = value
    return made


def _coded(step: Step, ours: str, value: Any) -> Any:
    table = step.codes.get(ours)
    if table is None:
        return value
    return table.get(str(value), table.get(ANY_OTHER, value))


def address(template: str, facts: Mapping[str, Any]) -> str:
    """A path with {external_id}, {number}, {message}, … filled in, each safe within a path."""
    return "".join(
        text + (quote(str(facts.get(name, "")), safe="") if name else "")
        for text, name, _, _ in string.Formatter().parse(template)
    )


def plain(body: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
    """The message as lines that a person pastes into the other side's form."""
    names = names or {}
    lines = ((names.get(name, name), _MOMENT.sub(r"\1 \2", str(value))) for name, value in _flat(body))
    return "\n".join(f"{name}：{words}" for name, words in lines if words not in ("", "None"))


def _flat(body: Mapping[str, Any], before: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in body.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


# --- what the other side said ---------------------------------------------------------------------------------------
DONE, REFUSED, AGAIN = "done", "refused", "again"
ALREADY = 409
NOT_NOW = frozenset({401, 403, 407, 408, 425, 429})
"""Refusals that are about the door, not about this message: a wrong token must not turn a day into dead letters."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one attempt. `again`: later, the door did not take it."""

    kind: str
    words: str = ""
    status: int | None = None
    answer: str = ""
    receipt: str = ""
    retry_after: float | None = None


def verdict(
    status: int, text: str, said: Any, *, retry_after: float | None = None, ok_field: str = "",
    ok_values: Iterable[str] = (), words_field: str = "", receipt_field: str = "",
) -> Verdict:  # fmt: skip
    """What an HTTP answer means. `said` is its JSON, else None. Many platforms answer 200 and say in a field of the
    answer whether they took it: `ok_field` and `ok_values` name that field."""
    members: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
    words = str(_member(members, words_field) or "")[:200]
    receipt = str(_member(members, receipt_field) or "")[:120]
    if status == ALREADY:
        return Verdict(DONE, "对方说已经收到过", status, text, receipt)
    if 200 <= status < 300:
        code = _member(members, ok_field)
        if ok_field and str(code) not in {str(value) for value in ok_values}:
            return Verdict(REFUSED, words or f"对方没有接受（{ok_field} = {code}）", status, text)
        return Verdict(DONE, words, status, text, receipt)
    if 400 <= status < 500 and status not in NOT_NOW:
        return Verdict(REFUSED, words or _refusal(status), status, text)
    return Verdict(AGAIN, words or _fault(status), status, text, retry_after=retry_after)


def _member(members: Mapping[str, Any], name: str) -> Any:
    found: Any = members
    for part in name.split(".") if name else ():
        found = found.get(part) if isinstance(found, Mapping) else None
    return found if name else None


def _refusal(status: int) -> str:
    known = {
        400: "对方看不懂这条消息",
        404: "对方没有这一件",
        410: "对方已删除这一件",
        413: "消息太长",
        422: "对方认为内容有误",
    }
    return f"{known.get(status, '对方拒绝')}（{status}）"


def _fault(status: int) -> str:
    known = {401: "对方不认我方的凭据", 403: "对方不许我方回传", 429: "对方请我方慢一点"}
    return f"{known.get(status, '对方出错')}（{status}）"
