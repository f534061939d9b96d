"""Reading an action's body, and the same action on many cases."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest

from chengyun.kernel.problems import Problem
from chengyun.org.access import Actor

from . import engine, lifecycle
from .actions.base import invalid
from .schemas import BulkIn

MAX_BODY = 256 * 1024

ACTION_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "version": {"type": "integer", "minimum": 1, "maximum": 2147483647},
                        "assignment_id": {"type": ["integer", "null"], "minimum": 1},
                    },
                    "additionalProperties": True,
                    "description": "`version` of the case as seen, and the fields that GET /cases/{number} lists "
                    "for this action under `actions[].fields`.",
                }
            }
        },
    }
}


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object in the request. Raises Problem 400, 413 or 422."""
    if len(request.body) > MAX_BODY:
        raise Problem(413, "too_large", "内容太大", "一次操作的内容不能超过 256 KB。")
    try:
        data = orjson.loads(request.body or b"{}")
    except orjson.JSONDecodeError:
        raise Problem(400, "bad_json", "请求不是有效的 JSON", "请检查请求内容。") from None
    if not isinstance(data, dict):
        raise invalid("", "请求内容要是一个 JSON 对象。")
    return data


def whole(value: Any, field: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 2**63:
        raise invalid(field, "要填写正整数。")
    return value


def run(actor: Actor, action: str, body: BulkIn) -> list[dict[str, Any]]:
    """[{number, ok, version?, state_name?, problem?}] in the order asked; each case is its own transaction."""
    if not any(action in life.actions and life.actions[action].bulk for life in lifecycle.all_lifecycles()):
        raise Problem(404, "no_such_action", "不能批量操作", f"“{action[:40]}”不能批量进行。")
    results = []
    for item in body.items:
        try:
            work = engine.perform(item.number, action, actor, body.data, version=item.version)
        except Problem as problem:
            results.append({"number": item.number, "ok": False, "problem": problem.body()})
        else:
            state = work.lifecycle.states[work.case.state].name
            results.append({"number": item.number, "ok": True, "version": work.case.version, "state_name": state})
    return results
