"""The whole API as Schemathesis sees it: the document with every action's own body, served inside this process."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any

import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction

from chengyun.cases import lifecycle
from chengyun.cases.actions import implementation_of
from chengyun.cases.actions.step import input_of
from chengyun.cases.bulk_actions import ACTION_BODY
from chengyun.org import access

from .routes import document

WRITES, RIGHTS = ("INSERT", "UPDATE", "DELETE", "WITH"), '"org_'
ACT = "/api/v1/cases/{number}/actions/{action}"


def with_actions() -> dict[str, Any]:
    """The document with a path for each action in place of the one with {action}: their bodies can be made up then."""
    whole = copy.deepcopy(document())
    template = whole["paths"].pop(ACT)["post"]
    whole["paths"][ACT.replace("{action}", "no_such_action")] = {"post": _of_action(template, "none", {})}
    common = ACTION_BODY["requestBody"]["content"]["application/json"]["schema"]["properties"]
    for life in lifecycle.all_lifecycles():
        for rule in life.actions.values():
            model = input_of(rule) if rule.implementation == "step" else implementation_of(rule.implementation).Input
            if not hasattr(model, "model_json_schema"):
                continue
            schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
            whole["components"]["schemas"].update(schema.pop("$defs", {}))
            schema["properties"] = {**schema.get("properties", {}), "assignment_id": common["assignment_id"]}
            path = ACT.replace("{action}", rule.code)
            whole["paths"][path] = {"post": _of_action(template, rule.code, schema)}
    return whole


def _of_action(template: Any, code: str, schema: Any) -> Any:
    operation = copy.deepcopy(template)
    operation["operationId"] = f"act_{code}"
    operation["parameters"] = [p for p in operation["parameters"] if p["name"] != "action"]
    operation["requestBody"]["content"]["application/json"]["schema"] = schema
    return operation


class Undone:
    """Django as a WSGI application whose every request is rolled back, so that each finds the same district.

    What the process remembers of people's rights is forgotten where the request had written any; what a commit would
    refuse is looked for where it had written anything.
    """

    def __init__(self) -> None:
        self.handler: WSGIHandler | None = None
        self.wrote = self.wrote_rights = False

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if self.handler is None:
            self.handler = WSGIHandler()
        request_started.disconnect(close_old_connections)
        request_finished.disconnect(close_old_connections)
        self.wrote = self.wrote_rights = False
        try:
            with transaction.atomic(), connection.execute_wrapper(self._watch):
                answer = self.handler(environ, start_response)
                body = b"".join(answer)
                if self.wrote:
                    connection.check_constraints()
                transaction.set_rollback(True)
            return [body]
        finally:
            if self.wrote_rights:
                access.forget()
            request_started.connect(close_old_connections)
            request_finished.connect(close_old_connections)

    def _watch(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        writes = sql.startswith(WRITES)
        self.wrote = self.wrote or writes
        self.wrote_rights = self.wrote_rights or (writes and RIGHTS in sql)
        return execute(sql, params, many, context)


def load(app: Undone, *, probes: bool) -> Any:
    """The API ready to be asked; with `probes` each shape is also gone through boundary by boundary."""
    config = schemathesis.Config.from_dict(
        {
            "seed": 1,
            "generation": {"deterministic": True, "mode": "all", "with-security-parameters": False},
            "phases": {
                # Shapes that are right come from the generator; the probes go round what is wrong.
                "coverage": {"enabled": probes, "unexpected-methods": [], "generation": {"mode": "negative"}}
            },
        }
    )
    schema = schemathesis.openapi.from_dict(with_actions(), config=config)
    schema.app = app
    schema.location = "/api/openapi.json"
    return schema
