"""Every route of the API, from the OpenAPI document, with addresses that really exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import (
    budgets,
    doors,
    fieldwork,
    grid_staff,
    grids,
    homes,
    indicators,
    knowledge,
    open311,
    outbox,
    reports,
    residents,
    scores,
    signin,
    systems,
)

METHODS = ("get", "post", "put", "patch", "delete")

# The only routes that answer without anybody being logged in.
PUBLIC = {
    ("GET", "/api/health"),
    ("GET", "/api/v1/session"),  # 401 with the CSRF token that logging in needs
    ("POST", "/api/v1/session"),
    ("POST", "/api/v1/session/one-time"),
    *residents.PUBLIC,
    *knowledge.PUBLIC,
    *signin.PUBLIC,
}


@dataclass(frozen=True)
class Route:
    method: str
    path: str
    operation: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_public(self) -> bool:
        return (self.method, self.path) in PUBLIC

    @property
    def is_intake(self) -> bool:
        return "ChannelToken" in {name for way in self.operation.get("security", ()) for name in way}

    @property
    def is_resident(self) -> bool:
        """For residents, who are no staff: neither an account nor a channel opens it."""
        return bool(residents.SECURITY & {name for way in self.operation.get("security", ()) for name in way})

    @property
    def takes_file(self) -> bool:
        return "multipart/form-data" in self.operation.get("requestBody", {}).get("content", {})

    def address(self, ids: dict[str, Any]) -> str:
        """The path with real values; required query parameters too."""
        ids = {**ids, "number": ids["own_number"], "file_id": ids["photo_id"]} if self.is_resident else ids
        path = re.sub(r"\{(\w+)\}", lambda found: str(ids[found[1]]), self.path)
        asked = {"q": "路", "phone": "13800000000", "lng": "114.3", "lat": "30.5", "level": "subdistrict",
                 "field": "unit", "key": "%5B%22lights%22%5D", "panel": "series", "part": "matrix"}  # fmt: skip
        query = [
            f"{p['name']}={asked.get(p['name'], '1')}"
            for p in self.operation.get("parameters", ())
            if p["in"] == "query" and p.get("required")
        ]
        return f"{path}?{'&'.join(query)}" if query else path


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    from chengyun.web.api import api

    return api.get_openapi_schema(path_prefix="/api/")


def routes() -> list[Route]:
    return [
        Route(method.upper(), path, item[method])
        for path, item in document()["paths"].items()
        for method in METHODS
        if method in item
    ]


def is_problem(response: Any) -> bool:
    """Whether an error answer has the one shape (RFC 9457)."""
    if response["Content-Type"] != "application/problem+json":
        return False
    body = response.json()
    return (
        body["status"] == response.status_code
        and body["type"] == f"/problems/{body['code']}"
        and bool(re.fullmatch(r"[a-z][a-z0-9_]*", body["code"]))
        and bool(body["title"].strip())
        and body["request_id"] == response["X-Request-ID"]
    )


_RULE = {"expression": '类别 属于 "light"', "target": "unit", "unit": "lights"}


def _supervision(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """Orders, programmes, cues and samples."""
    base, one = "/api/v1/supervision", "/api/v1/supervision/programmes/{programme_id}"
    programme = {"name": "照明整治", "aim": "消除无灯路段", "starts": "2026-01-01", "ends": "2026-12-31"}
    return {
        ("POST", f"{base}/orders"): {"step": "order", "requirement": "限期办结", "numbers": [ids["number"]]},
        ("POST", f"{base}/orders/{{order_id}}/act"): {"action": "accept", "version": 1},
        ("POST", f"{base}/programmes"): programme,
        ("PUT", one): {**programme, "version": 1},
        ("POST", f"{one}/reports"): {"text": "进展顺利", "percent": 50},
        ("POST", f"{one}/state"): {"version": 1, "state": "running"},
        ("POST", f"{base}/cues"): {"order_id": ids["order_id"], "note": "请关注"},
        ("POST", f"{base}/cues/{{cue_id}}/answer"): {"text": "已了解"},
        ("POST", f"{base}/samples"): {"name": "本月抽查", "closed_from": "2026-01-01", "closed_to": "2026-01-31",
                                      "size": 2},
        ("POST", f"{base}/samples/{{sample_id}}/items/{{item_id}}/review"): {"answers": {"real": "yes"}},
    }  # fmt: skip


def bodies(ids: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """A body that each route would take from somebody who may, so that a refusal is never about the form."""
    password = "correct-horse-7-battery"
    case = {
        "kind": "complaint",
        "channel": "phone",
        "text": "路灯不亮，晚上出行不便",
        "category_id": ids["category_id"],
    }
    return {
        ("POST", "/api/v1/session"): {"username": "admin", "password": password},
        ("POST", "/api/v1/session/password"): {"old": password, "new": password + "2"},
        ("POST", "/api/v1/session/one-time"): {"token": "x" * 40, "new_password": password},
        ("POST", "/api/v1/session/language"): {"lang": "zh"},
        ("POST", "/api/v1/session/acting-for"): {"username": ids["username"], "reason": "请假", "hours": 2},
        ("POST", "/api/v1/account/second-factor"): {"password": password},
        ("POST", "/api/v1/account/second-factor/confirm"): {"code": "123456"},
        ("POST", "/api/v1/account/second-factor/remove"): {"password": password},
        ("POST", "/api/v1/account/recovery-codes"): {"password": password},
        ("POST", "/api/v1/account/log-out-everywhere"): {"here_too": False},
        ("POST", "/api/v1/tokens"): {"name": "脚本"},
        ("POST", "/api/v1/masterdata/{kind}/import"): {"token": "x" * 40},
        ("POST", "/api/v1/masterdata/{kind}/rows"): {"values": {"code": "NEW", "name": "新局", "kind": "department"}},
        ("POST", "/api/v1/masterdata/{kind}/remove"): {"key": ids["key"], "etag": "x"},
        ("POST", "/api/v1/masterdata/{kind}/trial"): {"values": {"code": "NEW", "name": "新局", "kind": "department"}},
        ("POST", "/api/v1/masterdata/changes/{change_id}/undo"): {"reason": "测试"},
        ("POST", "/api/v1/cases"): case,
        ("POST", "/api/v1/cases/similar"): {"text": "路灯不亮，晚上出行不便"},
        ("POST", "/api/v1/requesters/by-phone"): {"phone": "13800000000"},
        ("POST", "/api/v1/search"): {"q": "路灯"},
        **_supervision(ids),
        **indicators.bodies(ids),
        **budgets.bodies(ids),
        **scores.bodies(ids),
        **doors.bodies(ids),
        **grids.bodies(ids),
        **fieldwork.bodies(ids),
        **reports.bodies(ids),
        **homes.bodies(ids),
        **residents.bodies(ids),
        **knowledge.bodies(ids),
        **signin.bodies(ids),
        **grid_staff.bodies(ids),
        **systems.bodies(ids),
        **open311.bodies(ids),
        **outbox.bodies(ids),
        ("POST", "/api/v1/cases/{number}/replies/check"): {"text": "已到现场更换灯具，恢复照明。"},
        ("POST", "/api/v1/cases/{number}/replies/drafts"): {"task": "summary"},
        ("POST", "/api/v1/cases/{number}/actions/{action}"): {"text": "备注"},
        ("POST", "/api/v1/cases/bulk/{action}"): {"items": [{"number": ids["number"]}]},
        ("POST", "/api/v1/cases/{number}/unmask"): {"reason": "核对地址"},
        ("POST", "/api/v1/cases/{number}/print"): {"personal": False, "reason": "会商材料"},
        ("PUT", "/api/v1/drafts"): {"id": str(ids["draft_id"]), "data": {}},
        ("POST", "/api/v1/views"): {"name": "我的清单"},
        ("PATCH", "/api/v1/views/{view_id}"): {"name": "改名"},
        ("PUT", "/api/v1/views/order"): {"ids": [1]},
        ("PUT", "/api/v1/views/columns"): {"columns": ["number", "title:320"]},
        ("POST", "/api/v1/exports"): {"format": "csv", "reason": "月度核对"},
        ("POST", "/api/v1/notices/read"): {"ids": [1]},
        ("POST", "/api/v1/notices/read-all"): {"until": "2026-03-02T10:00:00+08:00"},
        ("PUT", "/api/v1/imports/{batch_id}/mapping"): {"fields": {}},
        ("POST", "/api/v1/insight/warnings/{warning_id}/decide"): {"action": "confirm", "version": 1},
        ("POST", "/api/v1/insight/hot/{issue_id}/change"): {"action": "rename", "version": 1, "title": "路灯"},
        ("POST", "/api/v1/insight/hot/runs"): {"start": "2026-03-01", "end": "2026-03-02"},
        ("PUT", "/api/v1/board/layout"): {"panels": [{"panel": "series", "wide": True, "measure": "received"}]},
        ("POST", "/api/v1/dispatching/suggest"): {"text": "路灯不亮，晚上出行不便"},
        ("PUT", "/api/v1/dispatching/acting/{category_id}"): {"active": False},
        ("POST", "/api/v1/dispatching/rules"): {**_RULE, "name": "路灯", "source": "测试"},
        ("PUT", "/api/v1/dispatching/rules/order"): {"codes": ["R001"], "mark": "x"},
        ("POST", "/api/v1/dispatching/rules/check"): {"expression": _RULE["expression"]},
        ("POST", "/api/v1/dispatching/rules/complete"): {"expression": "类别"},
        ("POST", "/api/v1/dispatching/rules/explain"): {"expression": _RULE["expression"], "number": ids["number"]},
        ("POST", "/api/v1/dispatching/rules/trials"): _RULE,
        ("PUT", "/api/v1/dispatching/rules/{rule_code}"): {**_RULE, "name": "路灯", "source": "测试", "etag": "x"},
        ("POST", "/api/v1/dispatching/rules/{rule_code}/switch"): {"on": False, "reason": "停用测试", "etag": "x"},
        ("POST", "/api/v1/dispatching/precedents/{precedent_id}/mark"): {"holds": False, "why": "职责已调整"},
        ("POST", "/api/v1/field/commands"): {
            "commands": [
                {
                    "uuid": str(ids["draft_id"]),
                    "made_at": "2026-03-02T10:00:00+08:00",
                    "act": {"number": ids["number"], "action": "note", "data": {"text": "备注"}},
                }
            ]
        },
        ("POST", "/api/v1/field/uploads"): {
            "uuid": str(ids["draft_id"]),
            "name": "现场.jpg",
            "size": 10,
            "sha256": "0" * 64,
        },
        ("POST", "/api/v1/intake/{channel}"): {**case, "external_id": "E-2"},
    }
