"""The OpenAPI document with what all routes have in common: how errors look, and names for the ways to log in."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI

PROBLEM: dict[str, Any] = {
    "type": "object",
    "description": "RFC 9457 problem details",
    "required": ["type", "title", "status", "code"],
    "properties": {
        "type": {"type": "string", "description": "/problems/<code>"},
        "title": {"type": "string", "description": "One sentence for people"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "code": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "description": "A stable word for programs"},
        "detail": {"type": "string"},
        "request_id": {"type": "string", "description": "To find the request in the log"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": {"type": "string"}, "message": {"type": "string"}},
            },
        },
        "current": {"type": "object", "description": "409: what the case is now"},
    },
}
_CHANNEL_TOKEN = {"type": "http", "scheme": "bearer", "description": "渠道令牌 Channel token"}
_METHODS = ("get", "post", "put", "patch", "delete")


class DocumentedAPI(NinjaAPI):
    """NinjaAPI whose document says of every route that its errors are problems."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        document = super().get_openapi_schema(**kwargs)
        document["components"]["schemas"]["Problem"] = PROBLEM
        answer = {
            "description": "Problem",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for path in document["paths"].values():
            for method in _METHODS:
                if method in path:
                    path[method]["responses"].setdefault("default", answer)
                    _name_channel_tokens(path[method])
        schemes = document["components"].get("securitySchemes", {})
        for name in [name for name, scheme in schemes.items() if scheme.get("description") == "渠道令牌"]:
            del schemes[name]
            schemes["ChannelToken"] = _CHANNEL_TOKEN
        return document


def _name_channel_tokens(operation: dict[str, Any]) -> None:
    """The intake's three ways to check a channel token are one for the caller."""
    known = ("TokenAuth", "SessionAuth", "ResidentBearer", "ResidentCookie")
    if "security" in operation:
        operation["security"] = [
            {name if name in known else "ChannelToken": scopes} for way in operation["security"]
            for name, scopes in way.items()
        ]  # fmt: skip
